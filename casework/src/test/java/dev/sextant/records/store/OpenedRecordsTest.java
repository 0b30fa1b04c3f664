package dev.sextant.records.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is remembered of records stays within its bound, and is met by its own key alone. */
class OpenedRecordsTest {
  private static final CaseId ONE = CaseId.random();
  private static final CaseId OTHER = CaseId.random();
  private static final UUID READING = UUID.randomUUID();
  private static final UUID EXHIBIT = UUID.randomUUID();

  private static OpenedRecords.Key key(CaseId of, int number) {
    Digest digest = Digest.ofFields(String.valueOf(number));
    return new OpenedRecords.Key(
        of,
        of + "\nauthority\n",
        new Sealer.Clear(READING, EXHIBIT, digest, 0, "POST", "telegram", null),
        digest);
  }

  private static Record record(int number) {
    return new Record.Post(
        new Header(
            Platform.TELEGRAM,
            new Locator(Digest.ofFields("exhibit"), "part", number, number + 1, ""),
            ClaimedTime.none(),
            Map.of()),
        null,
        null,
        "post " + number,
        null,
        null,
        List.of(),
        null,
        List.of());
  }

  @Test
  void whatIsMetAgainIsWhatWasOpened() {
    OpenedRecords opened = new OpenedRecords(1_000_000);
    Record first = opened.of(key(ONE, 1), opened.age(), 100, () -> record(1));
    assertThat(opened.of(key(ONE, 1), opened.age(), 100, () -> record(2))).isSameAs(first);
    assertThat(opened.of(key(OTHER, 1), opened.age(), 100, () -> record(3))).isEqualTo(record(3));
    assertThat(opened.size()).isEqualTo(2);
  }

  @Test
  void itStaysWithinItsRoomAndAnswersRightWhateverIsPushedOut() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    OpenedRecords opened = new OpenedRecords(50_000);
    for (int i = 0; i < 5_000; i++) {
      int number = random.nextInt(200);
      int bytes = random.nextInt(30_000);
      Record got = opened.of(key(ONE, number), opened.age(), bytes, () -> record(number));
      assertThat(got).as("seed %d", seed).isEqualTo(record(number));
      assertThat(opened.taken()).as("seed %d", seed).isBetween(0L, 50_000L);
    }
    opened.forget(ONE);
    assertThat(opened.taken()).isZero();
    assertThat(opened.size()).isZero();
  }

  @Test
  void aCaseIsForgottenAlone() {
    OpenedRecords opened = new OpenedRecords(1_000_000);
    for (int i = 0; i < 10; i++) {
      int number = i;
      opened.of(key(i % 2 == 0 ? ONE : OTHER, i), opened.age(), 10, () -> record(number));
    }
    opened.forget(ONE);
    assertThat(opened.size()).isEqualTo(5);
    assertThat(opened.of(key(ONE, 0), opened.age(), 10, () -> record(7))).isEqualTo(record(7));
  }

  @Test
  void whatIsDestroyedWhileItIsReadIsNotRememberedAfterAll() {
    OpenedRecords opened = new OpenedRecords(1_000_000);
    long asked = opened.age();
    opened.forget(ONE);
    opened.of(key(ONE, 1), asked, 10, () -> record(1));
    assertThat(opened.size()).isZero();
  }

  @Test
  void aBoundOfNothingRemembersNothing() {
    OpenedRecords opened = new OpenedRecords(0);
    opened.of(key(ONE, 1), opened.age(), 10, () -> record(1));
    assertThat(opened.size()).isZero();
  }
}
