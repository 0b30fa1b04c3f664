package dev.sextant.records.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The page of what can be read is drawn from the readers themselves. */
class ReaderCardsTest {
  private static Path page() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("jdk.sh"))) {
      here = Objects.requireNonNull(here.getParent(), "no repository above the test");
    }
    return here.resolve("docs/formats/readers.md");
  }

  @Test
  void namesAreUniqueAndCardsAreFilled() {
    Set<String> names = new HashSet<>();
    for (Reader reader : Readers.all().list()) {
      ReaderCard card = reader.card();
      assertThat(card.name()).matches("[a-z0-9][a-z0-9-]{1,39}");
      assertThat(names.add(card.name())).as("second reader named %s", card.name()).isTrue();
      assertThat(card.version()).isPositive();
      assertThat(card.title()).isNotBlank();
      assertThat(card.covers()).isNotEmpty();
      // The token enters the log: it must be fit for it.
      assertThat(card.id()).matches("[A-Za-z0-9._:/+-]{1,80}");
    }
    assertThat(names).contains("telegram-desktop", "whatsapp-text", "x-archive", "meta-download");
  }

  @Test
  void thePageSaysWhatTheReadersSay() throws IOException {
    StringBuilder drawn =
        new StringBuilder(
            """
            # What can be read

            Drawn from the readers' own cards by `ReaderCardsTest`; do not edit. How readers treat
            bytes, times, names and damage is in [exports.md](exports.md).

            | reader | what | covers | known gaps | confirmed by real files |
            |---|---|---|---|---|
            """);
    List<ReaderCard> cards =
        Readers.all().list().stream()
            .map(Reader::card)
            .sorted(Comparator.comparing(ReaderCard::name))
            .toList();
    for (ReaderCard card : cards) {
      drawn
          .append("| `")
          .append(card.id())
          .append("` | ")
          .append(card.title())
          .append(" | ")
          .append(String.join("; ", card.covers()))
          .append(" | ")
          .append(String.join("; ", card.gaps()))
          .append(" | ")
          .append(card.confirmed().isEmpty() ? "no" : String.join("; ", card.confirmed()))
          .append(" |\n");
    }
    String kept = Files.exists(page()) ? Files.readString(page()) : "";
    if (!kept.equals(drawn.toString())) {
      Files.writeString(page(), drawn.toString());
    }
    assertThat(kept)
        .as("docs/formats/readers.md was out of date; it is redrawn now: commit it")
        .isEqualTo(drawn.toString());
  }
}
