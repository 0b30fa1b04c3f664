package dev.sextant.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.authority.JurisdictionPack;
import dev.sextant.authority.ModelCard;
import dev.sextant.disclosure.ReasonCodes;
import dev.sextant.disclosure.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The sentences that the server sends in English and pages show in the reader's language, listed
 * for the catalogues of the browser, whose own test fails for a language that lacks one.
 */
class ServerSentencesTest {
  private static final String SOURCE = "Source:";
  private static final String MISSING = "When ties are missing:";

  private static Path list() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("jdk.sh"))) {
      here = Objects.requireNonNull(here.getParent(), "no repository above the test");
    }
    return here.resolve("web/src/language/sentences.json");
  }

  /* As pages take a card apart: line by line, what the line is about apart from what it says; papers stay as they are cited. */
  private static Stream<String> lines(String card) {
    return card.lines()
        .filter(line -> !line.startsWith(SOURCE))
        .map(line -> line.startsWith(MISSING) ? line.substring(MISSING.length()).strip() : line);
  }

  private static Stream<String> cards() {
    Stream<String> sets =
        Stream.of("fragment", "fragment-distance", "reach", "reach-distance")
            .map(aim -> SetInquiry.card(SetInquiry.goal(aim, 2)));
    return Stream.of(
            Stream.of(Method.values()).map(Method::card),
            Stream.of(RemovalInquiry.CARD, HierarchyInquiry.CARD),
            sets)
        .flatMap(cards -> cards);
  }

  private static Stream<String> texts(ModelCard card) {
    return Stream.concat(
        Stream.of(card.title(), card.purpose(), card.data(), card.limits(), card.evaluation()),
        Stream.concat(card.forbidden().stream(), Stream.of(card.owner())));
  }

  private static Set<String> sentences() {
    Set<String> all = new LinkedHashSet<>(List.of(SOURCE, MISSING));
    cards().flatMap(ServerSentencesTest::lines).forEach(all::add);
    ModelCard.shipped().stream().flatMap(ServerSentencesTest::texts).forEach(all::add);
    Templates.shipped().all().stream()
        .flatMap(one -> Stream.concat(Stream.of(one.title()), one.words().stream()))
        .forEach(all::add);
    Stream.of("eu-led", "us-federal")
        .flatMap(pack -> new ReasonCodes(JurisdictionPack.shipped(pack)).all().stream())
        .map(ReasonCodes.Reason::title)
        .forEach(all::add);
    return all;
  }

  @Test
  void theListOfTheCataloguesIsWhatTheServerSays() throws IOException {
    assertThat(sentences()).noneMatch(String::isBlank).hasSizeGreaterThan(100);
    String drawn =
        sentences().stream()
            .map(one -> " \"" + one.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
            .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    String kept = Files.exists(list()) ? Files.readString(list()) : "";
    if (!kept.equals(drawn)) {
      Files.writeString(list(), drawn);
    }
    assertThat(kept)
        .as(
            "web/src/language/sentences.json was out of date; it is redrawn now: translate what is new")
        .isEqualTo(drawn);
  }
}
