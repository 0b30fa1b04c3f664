package dev.sextant.helpdesk;

import dev.sextant.helpdesk.Playbook.Fact;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The providers' playbooks, read from {@code playbooks/*.yaml} that ship with the program. */
public final class Playbooks {
  private final Map<String, Playbook> byProvider;

  private Playbooks(Map<String, Playbook> byProvider) {
    this.byProvider = byProvider;
  }

  /** Those that ship with the program; {@code playbooks/index.yaml} lists them. */
  public static Playbooks shipped() {
    Map<String, Playbook> all = new LinkedHashMap<>();
    for (Object name : list(yaml(resource("index")).get("playbooks"))) {
      Playbook one = parse(resource(String.valueOf(name)));
      all.put(one.provider(), one);
    }
    return new Playbooks(all);
  }

  /** All, in their order. */
  public Collection<Playbook> all() {
    return byProvider.values();
  }

  /**
   * One provider's.
   *
   * @throws ProcessRefused {@code SX-HELP-PLAYBOOK-ABSENT} if there is none
   */
  public Playbook of(String provider) {
    Playbook found = byProvider.get(provider);
    if (found == null) {
      throw ProcessRefused.absent("playbook", provider);
    }
    return found;
  }

  private static String resource(String name) {
    try (InputStream in = Playbooks.class.getResourceAsStream("/playbooks/" + name + ".yaml")) {
      if (in == null) {
        throw ProcessRefused.absent("playbook", name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<?, ?> yaml(String text) {
    LoaderOptions strict = new LoaderOptions();
    strict.setAllowDuplicateKeys(false);
    strict.setMaxAliasesForCollections(0);
    return (Map<?, ?>) new Yaml(new SafeConstructor(strict)).load(text);
  }

  /** Reads one playbook; a field that it must have and has not fails with that field's name. */
  static Playbook parse(String text) {
    Map<?, ?> map = yaml(text);
    List<Fact> facts = new ArrayList<>();
    for (Object one : list(map.get("facts"))) {
      Map<?, ?> fact = (Map<?, ?>) one;
      facts.add(
          new Fact(
              string(fact, "topic"),
              string(fact, "says"),
              string(fact, "source"),
              date(fact.get("asOf"))));
    }
    return new Playbook(
        string(map, "provider"),
        string(map, "name"),
        list(map.get("platforms")).stream()
            .map(p -> new Platform(String.valueOf(p)))
            .collect(Collectors.toSet()),
        Integer.parseInt(string(map, "version")),
        date(map.get("verified")),
        facts,
        list(map.get("unheld")).stream()
            .map(f -> DataField.of(String.valueOf(f)))
            .collect(Collectors.toSet()),
        list(map.get("unverified")).stream().map(String::valueOf).toList());
  }

  private static String string(Map<?, ?> map, String name) {
    return String.valueOf(Objects.requireNonNull(map.get(name), name)).strip();
  }

  private static List<?> list(@Nullable Object value) {
    return value == null ? List.of() : (List<?>) value;
  }

  private static @Nullable LocalDate date(@Nullable Object value) {
    // YAML reads a bare day as that day's midnight in universal time.
    return value instanceof Date day
        ? day.toInstant().atZone(ZoneOffset.UTC).toLocalDate()
        : value == null ? null : LocalDate.parse(String.valueOf(value));
  }
}
