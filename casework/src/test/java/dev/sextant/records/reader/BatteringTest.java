package dev.sextant.records.reader;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The battering finds what it is there to find, and lets sound readers pass. */
class BatteringTest {
  private static final byte[] TELEGRAM =
      "{\"name\":\"G\",\"type\":\"private_group\",\"id\":5,\"messages\":[{\"id\":1,\"type\":\"message\",\"date\":\"2023-11-14T22:13:20\",\"date_unixtime\":\"1700000000\",\"from\":\"Ána\",\"from_id\":\"user1\",\"text\":\"olá\"}]}"
          .getBytes(StandardCharsets.UTF_8);

  @Test
  void soundReadersPass() {
    Battering.truncate(TELEGRAM, "result.json");
    Battering.mutate(TELEGRAM, "result.json", 5, 150);
    Battering.batterAll(Map.of("chats/result.json", TELEGRAM), 6, 30);
  }

  /** Reads anything; what it does wrong is the test's. */
  private record Wrong(Deed deed) implements Reader {
    interface Deed {
      void read(Source source, Sink sink) throws IOException;
    }

    @Override
    public ReaderCard card() {
      return new ReaderCard("wrong", 1, "wrong", List.of("all"), List.of(), List.of());
    }

    @Override
    public int sniff(Source source) {
      return 100;
    }

    @Override
    public void read(Source source, Sink sink) throws IOException {
      deed.read(source, sink);
    }
  }

  private static void fails(Wrong.Deed deed, String how) {
    Readers readers = new Readers(List.of(new Wrong(deed)));
    assertThatThrownBy(() -> Battering.mutate(readers, TELEGRAM, "x", 1, 1))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(how);
  }

  private static Record place(Source source, ClaimedTime claimed, double latitude, long to) {
    return new Record.Place(
        new Header(Platform.X, source.parts().getFirst().at(0, to, ""), claimed, Map.of()),
        null,
        latitude,
        0,
        Double.NaN,
        null);
  }

  @Test
  void wrongReadersAreFound() {
    fails(
        (source, sink) -> {
          throw new IllegalStateException("lost my way");
        },
        "lost my way");
    fails(
        (source, sink) -> {
          sink.item();
          sink.records(
              List.of(
                  place(
                      source,
                      ClaimedTime.utc(Instant.EPOCH, "0", ClaimedTime.Precision.SECOND),
                      0,
                      1)));
        },
        "silent 1970");
    fails(
        (source, sink) -> {
          sink.item();
          sink.records(List.of(place(source, ClaimedTime.none(), 91, 1)));
        },
        "latitude");
    fails(
        (source, sink) -> {
          sink.item();
          sink.records(List.of(place(source, ClaimedTime.none(), 0, 1L << 40)));
        },
        "behind its part");
    fails(
        (source, sink) -> {
          while (true) {
            sink.item();
            sink.records(List.of(place(source, ClaimedTime.none(), 0, 1)));
          }
        },
        "so few bytes");
    fails((source, sink) -> sink.item(), "not balanced");
  }
}
