package dev.sextant.records.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.authority.Act;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.authority.Verdict;
import dev.sextant.custody.Exhibit;
import dev.sextant.records.AccountRef;
import dev.sextant.records.Counts;
import dev.sextant.records.Header;
import dev.sextant.records.ReadReport;
import dev.sextant.records.Record;
import dev.sextant.records.RecordFault;
import dev.sextant.records.RecordKind;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A reader that says the same bytes twice, or counts wrongly, is caught. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepeatedRecordsTest {
  private TestHouse house;
  private Permit permit;
  private Exhibit exhibit;
  private RecordStore store;

  @BeforeAll
  void start() {
    house = TestHouse.start();
    permit =
        house.permit(
            Set.of(Selector.of(SelectorType.PLATFORM_ID, Platform.X, "1")),
            Set.of(Platform.X),
            TestHouse.WIDE);
    exhibit = house.seal(permit, "some.json", new byte[] {1, 2, 3});
    store = new RecordStore(house.door(), house.keys(), house.custody());
  }

  @AfterAll
  void stop() {
    house.close();
  }

  private static Record follow(long from) {
    Header header =
        new Header(
            Platform.X,
            new Locator(Digest.of(new byte[] {1, 2, 3}), "", from, from + 1, ""),
            ClaimedTime.none(),
            Map.of());
    return new Record.Follow(
        header,
        AccountRef.ofId(Platform.X, "1", null, null),
        AccountRef.ofId(Platform.X, "2", null, null),
        Record.Follow.How.FOLLOWS);
  }

  private static Heard heard(Counts counts) {
    return new Heard("test/1", counts, List.of(), List.of(), 0, Map.of());
  }

  private ReadReport keep(java.util.function.Function<Staging, Heard> filling) {
    try (Act act = permit.begin(Step.READ, Particulars.none())) {
      ReadReport report = store.keep(act, java.util.UUID.randomUUID(), exhibit, filling);
      act.done();
      return report;
    }
  }

  @Test
  void whatIsSaidTwiceIsKeptOnceAndCountedAsAFault() {
    ReadReport report =
        keep(staging -> {
          staging.add(1, 0, follow(0), Verdict.IN_SCOPE);
          staging.add(2, 0, follow(0), Verdict.IN_SCOPE);
          staging.add(3, 0, follow(1), Verdict.SEALED_SELECTOR);
          staging.add(4, 0, follow(1), Verdict.SEALED_SELECTOR);
          // Says something old and something new: it was read.
          staging.add(5, 0, follow(0), Verdict.IN_SCOPE);
          staging.add(5, 1, follow(2), Verdict.IN_SCOPE);
          return heard(
              new Counts(
                  5,
                  3,
                  2,
                  0,
                  0,
                  0,
                  Map.of(RecordKind.FOLLOW, 4L),
                  Map.of(Verdict.SEALED_SELECTOR, 2L)));
        });
    assertThat(report.counts())
        .isEqualTo(
            new Counts(
                5,
                2,
                1,
                2,
                0,
                0,
                Map.of(RecordKind.FOLLOW, 2L),
                Map.of(Verdict.SEALED_SELECTOR, 1L)));
    assertThat(report.notes()).extracting(n -> n.code()).containsExactly("SX-NOTE-REPEATED");
  }

  @Test
  void countsThatDoNotAgreeAreRefused() {
    Counts wrong = new Counts(1, 1, 0, 0, 0, 0, Map.of(RecordKind.FOLLOW, 2L), Map.of());
    Counts open = new Counts(2, 1, 0, 0, 0, 0, Map.of(RecordKind.FOLLOW, 1L), Map.of());
    for (Counts counts : List.of(wrong, open)) {
      assertThatThrownBy(() ->
              keep(staging -> {
                staging.add(1, 0, follow(9), Verdict.IN_SCOPE);
                return heard(counts);
              }))
          .isInstanceOf(RecordFault.Unreconciled.class);
    }
    try (Act act = permit.begin(Step.VIEW, Particulars.none())) {
      assertThat(store.readings(act)).noneMatch(r -> r.counts().equals(wrong));
      act.done();
    }
  }
}
