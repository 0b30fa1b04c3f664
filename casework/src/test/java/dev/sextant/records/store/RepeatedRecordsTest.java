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

  /* Beyond 20,000 records the first are where they belong before the last have come. */
  @Test
  void whatCameLongBeforeIsKnownAgain() {
    int many = 45_000;
    ReadReport report =
        keep(staging -> {
          for (int i = 0; i < many; i++) {
            staging.add(i + 1, 0, follow(1_000 + i), verdict(i));
          }
          staging.add(many + 1, 0, follow(1_001), Verdict.IN_SCOPE);
          staging.add(many + 2, 0, follow(1_000), Verdict.SEALED_SELECTOR);
          staging.add(many + 3, 0, follow(10), Verdict.IN_SCOPE);
          staging.add(many + 4, 0, follow(10), Verdict.IN_SCOPE);
          return heard(
              new Counts(
                  many + 4,
                  many - many / 100 + 3,
                  many / 100 + 1,
                  0,
                  0,
                  0,
                  Map.of(RecordKind.FOLLOW, many - many / 100 + 3L),
                  Map.of(Verdict.SEALED_SELECTOR, many / 100 + 1L)));
        });
    assertThat(report.counts())
        .isEqualTo(
            new Counts(
                many + 4,
                many - many / 100 + 1,
                many / 100,
                3,
                0,
                0,
                Map.of(RecordKind.FOLLOW, many - many / 100 + 1L),
                Map.of(Verdict.SEALED_SELECTOR, many / 100L)));
    assertThat(stored(follow(1_001))).isEqualTo(1);
    assertThat(stored(follow(1_000 + many - 1))).isEqualTo(1);
    assertThat(stored(follow(10))).isEqualTo(1);
  }

  private static Verdict verdict(int i) {
    return i % 100 == 0 ? Verdict.SEALED_SELECTOR : Verdict.IN_SCOPE;
  }

  private long stored(Record record) {
    try (Act act = permit.begin(Step.VIEW, Particulars.none())) {
      long count =
          house
              .door()
              .within(
                  act,
                  sql ->
                      sql.jdbc()
                          .sql("select count(*) from record where record_id = ?")
                          .param(record.id(0).bytes())
                          .query(Long.class)
                          .single());
      act.done();
      return count;
    }
  }

  @Test
  void aReadingThatBreaksOffLateLeavesNothing() {
    assertThatThrownBy(() ->
            keep(staging -> {
              for (int i = 0; i < 45_000; i++) {
                staging.add(i + 1, 0, follow(100_000 + i), Verdict.IN_SCOPE);
              }
              throw new IllegalStateException("broken off");
            }))
        .hasMessage("broken off");
    assertThat(stored(follow(100_000))).isZero();
  }

  /* The database refuses on its own thread; whoever gives the records hears of it. */
  @Test
  void whatTheDatabaseRefusesOnTheWayIsHeard() {
    Permit narrow =
        house.permit(
            Set.of(Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "1")),
            Set.of(Platform.TELEGRAM),
            TestHouse.WIDE);
    Exhibit other = house.seal(narrow, "other.json", new byte[] {4, 5, 6});
    try (Act act = narrow.begin(Step.READ, Particulars.none())) {
      assertThatThrownBy(() ->
              store.keep(
                  act,
                  java.util.UUID.randomUUID(),
                  other,
                  staging -> {
                    // Of a platform that the authority does not name: a row that no policy lets in.
                    for (int i = 0; i < 1_000_000; i++) {
                      staging.add(i + 1, 0, follow(200_000 + i), Verdict.IN_SCOPE);
                    }
                    throw new IllegalStateException("never heard of it");
                  }))
          .isInstanceOfSatisfying(
              dev.sextant.authority.RegisterFault.class,
              e -> assertThat(e.code()).isEqualTo("SX-AUTH-DATABASE"));
      act.failed("SX-AUTH-DATABASE");
    }
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
