package dev.sextant.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.authority.Act;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Scope;
import dev.sextant.authority.Step;
import dev.sextant.custody.Exhibit;
import dev.sextant.records.GenerationDiff.FieldChange;
import dev.sextant.records.GenerationDiff.RecordChange;
import dev.sextant.records.GenerationDiff.What;
import dev.sextant.records.TelegramSample.Said;
import dev.sextant.records.reader.NewerReaderChild;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** An exhibit that is read again by a newer reader: a generation beside the old one, and a diff. */
class GenerationsTest {
  private static final Instant DAY = Instant.parse("2026-03-01T10:00:00Z");
  private static final Selector ANNA =
      Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "100");

  private static byte[] sample() {
    return new TelegramSample()
        .chat(
            200,
            new Said(100, DAY, "same as ever"),
            new Said(200, DAY.plusSeconds(1), "more of it"),
            new Said(100, DAY.plusSeconds(2), "unread from now on"),
            new Said(200, DAY.plusSeconds(3), "moved a little"),
            new Said(100, DAY.plusSeconds(4), "liked by many"),
            new Said(100, DAY.plusSeconds(5), "the lawyer writes"))
        .bytes();
  }

  private static Digest id(Records records, Permit permit, String words) {
    return records.search(permit, RecordQuery.of(words)).found().getFirst().record().id();
  }

  private static List<String> all(Records records, Permit permit) {
    List<String> out = new ArrayList<>();
    try (Act act = permit.begin(Step.VIEW, Particulars.none())) {
      records.each(
          act, RecordFilter.all(), r -> out.add(r.generation() + " " + r.record().words()));
      act.done();
    }
    return out;
  }

  @Test
  void aNewerReaderMakesAGenerationBesideTheOldWithADiff() {
    try (TestHouse house = TestHouse.start()) {
      AuthorityId authority =
          house.authority(
              house.openCase(),
              new Scope(Set.of(ANNA), Set.of(Platform.TELEGRAM), TestHouse.WIDE, 1));
      Permit permit = house.permit(house.analyst(), authority);
      Exhibit exhibit = house.seal(permit, "result.json", sample());
      ReadReport first = house.records().read(permit, exhibit.id(), Progress.silent());
      Digest unread = id(house.records(), permit, "unread");
      GenerationDiff none;
      ReadReport again = house.records().read(permit, exhibit.id(), Progress.silent());
      none = house.records().compare(permit, exhibit.id(), 1, 2, 0, 10);
      assertThat(none.same())
          .as("the same reader says the same")
          .isEqualTo(first.counts().records());
      assertThat(none.changes()).isEmpty();
      assertThat(again.reader()).isEqualTo(first.reader());

      Records newer = house.reopenRecords(NewerReaderChild.reading());
      ReadReport third = newer.read(permit, exhibit.id(), Progress.silent());
      assertThat(third.generation()).isEqualTo(3);
      assertThat(third.reader()).isNotEqualTo(first.reader());
      assertThat(newer.readings(permit)).hasSize(3);

      GenerationDiff diff = newer.compare(permit, exhibit.id(), 2, 3, 0, 10);
      assertThat(diff.changed()).isEqualTo(2);
      assertThat(diff.added()).isEqualTo(1);
      assertThat(diff.removed()).isEqualTo(1);
      assertThat(diff.sealedSince()).isZero();
      assertThat(diff.same()).isEqualTo(first.counts().records() - 3);
      assertThat(diff.changes())
          .extracting(RecordChange::what)
          .containsExactlyInAnyOrder(What.CHANGED, What.CHANGED, What.ADDED, What.REMOVED);
      RecordChange more = diff.changes().getFirst();
      assertThat(more.fields()).containsExactly(new FieldChange("extra/views", null, "7"));
      RecordChange moved =
          diff.changes().stream()
              .filter(c -> c.what() == What.CHANGED && c != more)
              .findFirst()
              .orElseThrow();
      assertThat(moved.fields()).extracting(FieldChange::field).containsExactly("locator/from");
      assertThat(newer.compare(permit, exhibit.id(), 2, 3, 1, 2).changes())
          .isEqualTo(diff.changes().subList(1, 3));

      // The later one is searched and shown; what a finding rests on can be opened all the same.
      assertThat(newer.search(permit, RecordQuery.of("unread")).total()).isZero();
      assertThat(newer.search(permit, RecordQuery.of("views OR more")).total()).isEqualTo(1);
      assertThat(all(newer, permit)).allSatisfy(r -> assertThat(r).startsWith("3 "));
      StoredRecord old = newer.record(permit, unread);
      assertThat(old.generation()).isEqualTo(2);
      assertThat(old.record().words()).startsWith("unread");
      assertThatThrownBy(() -> newer.compare(permit, exhibit.id(), 3, 4, 0, 10))
          .isInstanceOf(RecordFault.NotFound.class);
    }
  }

  @Test
  void whatIsSealedOffSinceIsCountedAndNotShown() {
    try (TestHouse house = TestHouse.start()) {
      AuthorityId authority =
          house.authority(
              house.openCase(),
              new Scope(Set.of(ANNA), Set.of(Platform.TELEGRAM), TestHouse.WIDE, 1));
      Permit permit = house.permit(house.analyst(), authority);
      Exhibit exhibit = house.seal(permit, "result.json", sample());
      house.records().read(permit, exhibit.id(), Progress.silent());
      Digest lawyers = id(house.records(), permit, "lawyer");
      // Everything that names the other party is privileged from now on.
      house
          .records()
          .privilege(permit, Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "200"));
      ReadReport second = house.records().read(permit, exhibit.id(), Progress.silent());
      assertThat(second.counts().sealed()).isPositive();
      GenerationDiff diff = house.records().compare(permit, exhibit.id(), 1, 2, 0, 10);
      Set<String> shown = new TreeSet<>();
      diff.changes()
          .forEach(c -> {
            if (c.before() != null) {
              shown.add(c.before().record().words());
            }
          });
      assertThat(shown).noneMatch(words -> words.contains("lawyer"));
      assertThatThrownBy(() -> house.records().record(permit, lawyers))
          .isInstanceOf(RecordFault.NotFound.class);
    }
  }
}
