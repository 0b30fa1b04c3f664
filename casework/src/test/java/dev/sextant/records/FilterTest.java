package dev.sextant.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.authority.Act;
import dev.sextant.authority.FilterDesk.Waiting;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Purpose;
import dev.sextant.authority.Refused;
import dev.sextant.authority.Role;
import dev.sextant.authority.Scope;
import dev.sextant.authority.Step;
import dev.sextant.authority.Verdict;
import dev.sextant.custody.Exhibit;
import dev.sextant.records.TelegramSample.Said;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Fault;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import dev.sextant.terms.Span;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What was sealed off: counts for the team, content for a filter officer, and what becomes of it.
 */
class FilterTest {
  private static final Set<Platform> TELEGRAM = Set.of(Platform.TELEGRAM);
  private static final Selector ANNA =
      Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "100");
  private static final Instant DAY = Instant.parse("2026-03-05T10:00:00Z");
  private static final Span MARCH =
      Span.between(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"));

  private TestHouse house;
  private ActorId fay;
  private CaseId of;
  private AuthorityId authority;
  private Permit team;
  private Exhibit exhibit;

  @BeforeEach
  void start() {
    house = TestHouse.start();
    fay = house.enrol("fay", "Fay Filter", Role.FILTER_OFFICER).id();
    of = house.openCase();
    authority = house.authority(of, new Scope(Set.of(ANNA), TELEGRAM, MARCH, 2));
    team = house.permit(house.analyst(), authority);
    byte[] export =
        new TelegramSample()
            .chat(
                200,
                new Said(200, DAY, "Two vans to the yard"),
                new Said(200, Instant.parse("2026-05-05T10:00:00Z"), "A talk out of time"))
            .bytes();
    exhibit = house.seal(team, "result.json", export);
    house.records().read(team, exhibit.id(), Progress.silent());
  }

  @AfterEach
  void stop() {
    house.close();
  }

  private Permit filter() {
    return house
        .room()
        .filterDesk()
        .permit(fay, authority, new Purpose("Deal with what was over-produced"));
  }

  private SealedItem late(Permit filter) {
    return house.records().sealedItems(filter, 0, 50).stream()
        .filter(i -> i.kind() == RecordKind.MESSAGE)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theOfficerSeesTheContentAndTheTeamNumbersOnly() {
    assertThat(house.room().filterDesk().waiting(fay))
        .extracting(Waiting::byReason)
        .containsExactly(Map.of("SEALED_TIME", 1L));
    Permit filter = filter();
    SealedItem item = late(filter);
    assertThat(item.reason()).isEqualTo(Verdict.SEALED_TIME);
    assertThat(item.record()).isNotNull();
    assertThat(String.valueOf(Objects.requireNonNull(item.record()).words()))
        .isEqualTo("A talk out of time");
    assertThat(house.cases().acts(house.officer(), of, 0, 1000))
        .anySatisfy(l -> assertThat(l.entry()).containsEntry("step", "UNSEAL"));
    // The team may not, whichever way it asks; the filter officer may do nothing else.
    assertThatThrownBy(() -> house.records().sealedItems(team, 0, 50)).isInstanceOf(Fault.class);
    assertThatThrownBy(() -> house.records().search(filter, RecordQuery.of("vans")))
        .isInstanceOf(Fault.class);
    assertThatThrownBy(() ->
            house
                .room()
                .filterDesk()
                .permit(house.analyst(), authority, new Purpose("Just a look")))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> house.room().filterDesk().waiting(house.analyst()))
        .isInstanceOf(Refused.class);
  }

  @Test
  void theDatabaseGivesTheTeamNothingEither() throws SQLException {
    String enter = "select sextant.enter('" + team.id() + "')";
    assertThat(rows(enter, "select count(*) from sextant.filter_items(0, 100)")).isZero();
    assertThatThrownBy(() -> rows(enter, "select count(*) from sextant.filter_item"))
        .isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> rows(enter, "select count(*) from sextant.filter_key"))
        .isInstanceOf(SQLException.class);
    String forged =
        """
        insert into sextant.filter_permit select gen_random_uuid(), '%s', '%s', '%s', 1, '',
          sextant.moment(), sextant.moment() + interval '1 hour'
        """;
    assertThatThrownBy(() -> execute(forged.formatted(house.analyst(), of, authority)))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void whatIsDestroyedStaysMaskedAndNeverComesBack() {
    Permit filter = filter();
    SealedItem item = late(filter);
    assertThat(decide(filter, item, FilterDecision.DESTROY, Optional.empty())).isOne();
    assertThat(late(filter).state()).isEqualTo(FilterState.DESTROYED);
    assertThat(late(filter).record()).isNull();
    assertThat(decide(filter, item, FilterDecision.NEW_PROCESS, Optional.empty())).isZero();
    // A wider authority reads the same exhibit: the destroyed one is counted and nothing more.
    AuthorityId wide = house.authority(of, new Scope(Set.of(ANNA), TELEGRAM, TestHouse.WIDE, 2));
    Permit wider = house.permit(house.analyst(), wide);
    ReadReport report = house.records().read(wider, exhibit.id(), Progress.silent());
    assertThat(report.counts().sealedBy()).containsEntry(Verdict.SEALED_DECIDED, 1L);
    assertThat(house.records().search(wider, RecordQuery.of("talk")).total()).isZero();
  }

  @Test
  void whatALaterReadingSealedOffDoesNotComeBackAsItWasKnownBefore() {
    AuthorityId wide = house.authority(of, new Scope(Set.of(ANNA), TELEGRAM, TestHouse.WIDE, 2));
    Permit wider = house.permit(house.analyst(), wide);
    house.records().read(wider, exhibit.id(), Progress.silent());
    RecordFilter before = RecordFilter.all().readBy(house.clock().instant());
    List<String> known = words(wider, before);
    assertThat(known).contains("1 A talk out of time", "1 Two vans to the yard");
    house.advance(Duration.ofMinutes(1));
    assertThat(words(wider, before)).as("nothing was read since").isEqualTo(known);

    Permit filter = filter();
    decide(filter, late(filter), FilterDecision.DESTROY, Optional.empty());
    ReadReport report = house.records().read(wider, exhibit.id(), Progress.silent());
    assertThat(report.counts().sealedBy()).containsEntry(Verdict.SEALED_DECIDED, 1L);
    List<String> then = new ArrayList<>(known);
    then.remove("1 A talk out of time");
    assertThat(words(wider, before)).as("all but what was destroyed").isEqualTo(then);
    assertThat(words(wider, RecordFilter.all()))
        .contains("2 Two vans to the yard")
        .doesNotContain("2 A talk out of time");
  }

  private List<String> words(Permit permit, RecordFilter filter) {
    List<String> out = new ArrayList<>();
    try (Act act = permit.begin(Step.VIEW, Particulars.none())) {
      house.records().each(act, filter, r -> out.add(r.generation() + " " + r.record().words()));
      act.done();
    }
    return out;
  }

  @Test
  void aHoldBindsTheFilterOfficerToo() {
    house
        .room()
        .holds()
        .place(
            house.analyst(),
            of,
            dev.sextant.authority.Hold.Kind.LEGAL,
            new dev.sextant.authority.Thing(
                dev.sextant.authority.Thing.Kind.EXHIBIT, exhibit.id().value()),
            "The court wants all of it kept.");
    Permit filter = filter();
    SealedItem item = late(filter);
    assertThatThrownBy(() -> decide(filter, item, FilterDecision.DESTROY, Optional.empty()))
        .isInstanceOfSatisfying(
            Fault.class, e -> assertThat(e.code()).isEqualTo("SX-RECORD-FILTER-HELD"));
  }

  @Test
  void privilegedWordsAreHiddenAtOnceAndReleasedAfterANewProcessOnly() {
    assertThat(house.records().search(team, RecordQuery.of("vans")).found()).hasSize(1);
    house
        .records()
        .privilege(team, Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "200"));
    assertThat(house.records().search(team, RecordQuery.of("vans")).found()).isEmpty();
    ReadReport again = house.records().read(team, exhibit.id(), Progress.silent());
    assertThat(again.counts().sealedBy()).containsEntry(Verdict.SEALED_PRIVILEGED, 1L);
    assertThat(house.records().search(team, RecordQuery.of("vans")).total()).isZero();
    Permit filter = filter();
    SealedItem vans =
        house.records().sealedItems(filter, 0, 50).stream()
            .filter(i -> i.reason() == Verdict.SEALED_PRIVILEGED && i.kind() == RecordKind.MESSAGE)
            .findFirst()
            .orElseThrow();
    assertThat(decide(filter, vans, FilterDecision.RELEASE, Optional.of(authority)))
        .as("not without a new process")
        .isZero();
    assertThat(decide(filter, vans, FilterDecision.NEW_PROCESS, Optional.empty())).isOne();
    AuthorityId fresh = house.authority(of, new Scope(Set.of(ANNA), TELEGRAM, MARCH, 2));
    assertThat(decide(filter, vans, FilterDecision.RELEASE, Optional.of(fresh))).isOne();
    Permit under = house.permit(house.analyst(), fresh);
    house.records().read(under, exhibit.id(), Progress.silent());
    assertThat(house.records().search(under, RecordQuery.of("vans")).found()).hasSize(1);
    assertThat(house.records().search(team, RecordQuery.of("vans")).found()).isEmpty();
  }

  private long decide(
      Permit filter, SealedItem item, FilterDecision decision, Optional<AuthorityId> under) {
    return house.records().decide(filter, List.<UUID>of(item.id()), decision, under);
  }

  private long rows(String first, String query) throws SQLException {
    try (Connection connection = house.application().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(first);
      try (var rows = statement.executeQuery(query)) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = house.application().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
