package dev.sextant.authority.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.authority.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is done is known to the policies' schema: what is not named there is refused. */
class EveryDeedIsNamedTest {
  /** A deed's name as the first of several arguments, in a class that speaks of deeds. */
  private static final Pattern DEED = Pattern.compile("\\w\\(\\s*\"([A-Z]{3,}(?:_[A-Z]+)*)\",");

  private static final Pattern SPEAKS_OF_DEEDS = Pattern.compile("[dD]eeds\\b|life\\.run");

  /** Whoever runs something by a name of that form runs a deed, whatever the class speaks of. */
  private static final Pattern RUN =
      Pattern.compile("\\b(?:run|say|deed)\\(\\s*\"([A-Z]{3,}(?:_[A-Z]+)*)\",");

  private final Vocabulary known = Vocabulary.of(PolicyBundle.shipped().schema());

  @Test
  void everyStepOfACase() {
    for (Step step : Step.values()) {
      String action = step == Step.REVIEW ? "REVIEW_CLAIM" : step.name();
      assertThat(known.actions()).as("policies/schema.cedarschema: steps").containsKey(action);
      // What was sealed off is looked at by nobody of the team: those steps have a permit of their
      // own.
      boolean filtering = known.in(action, "Filtering");
      assertThat(known.in(action, "CaseStep") || filtering).as(action).isTrue();
      String group = name(step.logClass().name());
      assertThat(known.in(action, group) || filtering).as("%s in %s", action, group).isTrue();
    }
  }

  private static String name(String logClass) {
    return logClass.charAt(0) + logClass.substring(1).toLowerCase(Locale.ROOT);
  }

  @Test
  void everyDeedInTheSources() throws IOException {
    TreeMap<String, String> missing = new TreeMap<>();
    int seen = 0;
    try (Stream<Path> files = Files.walk(repository().resolve("casework/src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String text = Files.readString(file);
        boolean speaks = SPEAKS_OF_DEEDS.matcher(text).find();
        Matcher deed = (speaks ? DEED : RUN).matcher(text);
        while (deed.find()) {
          seen++;
          if (!known.actions().containsKey(deed.group(1))) {
            missing.put(deed.group(1), file.getFileName().toString());
          }
        }
      }
    }
    assertThat(seen).isGreaterThan(20);
    assertThat(missing)
        .as(
            "deeds that the policies do not know and so refuse: name them in the schema, in a group")
        .isEmpty();
  }

  private static Path repository() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("jdk.sh"))) {
      here = Objects.requireNonNull(here.getParent(), "no repository above the test");
    }
    return here;
  }
}
