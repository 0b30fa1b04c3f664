package dev.sextant.deconfliction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.authority.Actor;
import dev.sextant.authority.Alerts;
import dev.sextant.authority.AuthorityDraft;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Principle;
import dev.sextant.authority.Refused;
import dev.sextant.authority.Role;
import dev.sextant.authority.Scope;
import dev.sextant.authority.Thing;
import dev.sextant.authority.Voiding;
import dev.sextant.deconfliction.store.TokenRows;
import dev.sextant.records.TelegramSample;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Fault;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two cases, one selector: who learns what, and that nothing says which selector. */
class DeconflictionTest {
  private static final Selector NUMBER = Selector.of(SelectorType.PHONE, "+4915112345678");
  private static final Selector OTHER = Selector.of(SelectorType.PHONE, "+447700900123");
  private static final Selector WRITER =
      Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "200");
  private static final Selector MAIL = Selector.of(SelectorType.EMAIL, "yard.owner@example.org");

  private TestHouse house;
  private Deconfliction deconfliction;
  private Actor carla;
  private CaseId mine;
  private CaseId theirs;
  private Permit permit;

  @BeforeEach
  void start() {
    house = TestHouse.start();
    deconfliction = open(house);
    carla = house.enrol("carla", "Carla Colleague", Role.ANALYST);
    mine = house.openCase();
    permit = house.permit(mine, Set.of(NUMBER, MAIL), Set.of(Platform.X), TestHouse.WIDE);
    theirs = house.cases().open(carla.id(), "Another case");
  }

  static Deconfliction open(TestHouse house) {
    return new Deconfliction(
        new Deconfliction.Ground(
            house.room().houseDeeds(), house.room().namedSelectors(), house.records()),
        new SecureRandom());
  }

  @AfterEach
  void stop() {
    house.close();
  }

  /* An authority in force that Carla applied for. */
  private AuthorityId carlas(Set<Selector> selectors) {
    return applied(house, carla.id(), theirs, selectors);
  }

  static AuthorityId applied(
      TestHouse house, ActorId applicant, CaseId of, Set<Selector> selectors) {
    AuthorityDraft draft =
        house.draft(of, new Scope(selectors, Set.of(Platform.X), TestHouse.WIDE, 2));
    AuthorityDraft own =
        new AuthorityDraft(
            of,
            draft.basis(),
            TestHouse.principles("as " + applicant + " argued"),
            draft.bounds(),
            new AuthorityDraft.Duties(
                Set.of(applicant),
                draft.duties().reviewEvery(),
                draft.duties().handling(),
                draft.duties().retention(),
                Set.of()));
    AuthorityId id = house.authorities().draft(applicant, own);
    for (Principle principle : Principle.values()) {
      house.authorities().signPrinciple(applicant, id, principle);
    }
    house.authorities().submit(applicant, id);
    house.authorities().approve(house.officer(), id, "The application is complete and argued.");
    if (own.needsOversight()) {
      house.oversee(id, dev.sextant.authority.Decision.APPROVED, "Confirmed from outside.");
    }
    return id;
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }

  private List<Map<String, @Nullable Object>> acts(ActorId viewer, CaseId of) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    house.cases().acts(viewer, of, 0, 10_000).forEach(one -> all.add(one.entry()));
    return all;
  }

  private List<String> steps(ActorId viewer, CaseId of) {
    return acts(viewer, of).stream().map(one -> String.valueOf(one.get("step"))).toList();
  }

  @Test
  void bothLeadsAreToldOfEachOtherAndOfNothingElse() {
    carlas(Set.of(NUMBER));
    assertThat(deconfliction.ask(permit, NUMBER).known()).isTrue();
    assertThat(deconfliction.ask(permit, MAIL).known()).isFalse();
    assertThat(deconfliction.courier().deliver()).isEqualTo(2);
    assertThat(deconfliction.courier().deliver()).isZero();
    assertThat(deconfliction.notices(house.analyst()))
        .singleElement()
        .satisfies(notice -> {
          assertThat(notice.side()).isEqualTo(Notice.Side.ASKED);
          assertThat(notice.caseId()).isEqualTo(mine);
          assertThat(notice.contact()).isEqualTo(carla.id());
        });
    Notice told = deconfliction.notices(carla.id()).getFirst();
    assertThat(told.side()).isEqualTo(Notice.Side.KNOWS);
    assertThat(told.caseId()).isEqualTo(theirs);
    assertThat(told.contact()).isEqualTo(house.analyst());
    assertThat(deconfliction.notices(house.officer())).isEmpty();
    refused(() -> deconfliction.seen(house.officer(), told.id()), "SX-DECONFLICT-UNKNOWN");
    deconfliction.seen(carla.id(), told.id());
    assertThat(deconfliction.notices(carla.id()).getFirst().seenBy()).isEqualTo(carla.id());
    assertThat(deconfliction.desk().questions(house.overseer())).isEmpty();
    assertThat(deconfliction.asked(house.analyst()))
        .extracting(Question::known)
        .containsExactlyInAnyOrder(true, false);
  }

  @Test
  void bothCasesHaveItInTheLog() {
    carlas(Set.of(NUMBER));
    deconfliction.ask(permit, NUMBER);
    deconfliction.courier().deliver();
    assertThat(steps(house.analyst(), mine)).contains("DECONFLICT");
    assertThat(steps(carla.id(), theirs)).contains("DECONFLICT_TELL");
    assertThat(acts(carla.id(), theirs).toString()).doesNotContain(mine.toString());
  }

  @Test
  void everyCaseThatKnowsItIsTold() {
    carlas(Set.of(NUMBER));
    Actor dora = house.enrol("dora", "Dora Detective", Role.ANALYST);
    applied(house, dora.id(), house.cases().open(dora.id(), "A third case"), Set.of(NUMBER));
    assertThat(deconfliction.ask(permit, NUMBER).known()).isTrue();
    deconfliction.courier().deliver();
    assertThat(deconfliction.notices(house.analyst()))
        .extracting(Notice::contact)
        .containsExactlyInAnyOrder(carla.id(), dora.id());
    assertThat(deconfliction.notices(dora.id()))
        .extracting(Notice::contact)
        .containsExactly(house.analyst());
  }

  @Test
  void aQuestionThatCannotBeToldOfHoldsUpNoYoungerOne() throws SQLException {
    carlas(Set.of(NUMBER));
    Answer stuck = deconfliction.ask(permit, NUMBER);
    house.advance(Duration.ofSeconds(1));
    deconfliction.ask(permit, NUMBER);
    house.advance(Duration.ofSeconds(1));
    deconfliction.ask(permit, MAIL);
    asOwner(
        "create function sextant.stuck() returns trigger language plpgsql as"
            + " $$ begin raise exception 'stuck'; end $$",
        "create trigger stuck before update on sextant.deconflict_question for each row when (old.id"
            + " = '"
            + stuck.question()
            + "') execute function sextant.stuck()");
    assertThatThrownBy(() -> deconfliction.courier().deliver())
        .isInstanceOf(RuntimeException.class);
    assertThat(deconfliction.notices(carla.id())).as("of the younger one").hasSize(1);
    asOwner("drop trigger stuck on sextant.deconflict_question");
    assertThat(deconfliction.courier().deliver()).isEqualTo(1);
    assertThat(deconfliction.notices(carla.id())).hasSize(2);
  }

  private void asOwner(String... statements) throws SQLException {
    try (Connection owner =
            DriverManager.getConnection(
                house.access().url(),
                house.access().owner().role(),
                house.access().owner().password());
        Statement statement = owner.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  @Test
  void whatIsSuspendedIsSilentUntilItGoesOn() {
    AuthorityId id = carlas(Set.of(NUMBER));
    house.authorities().suspend(house.officer(), id, "A complaint is being looked into.");
    assertThat(deconfliction.ask(permit, NUMBER).known()).isFalse();
    house.authorities().resume(house.officer(), id, "The complaint was unfounded.");
    assertThat(deconfliction.ask(permit, NUMBER).known()).isTrue();
  }

  @Test
  void oneCaseDoesNotMeetItself() {
    house.authority(mine, new Scope(Set.of(NUMBER), Set.of(Platform.X), TestHouse.WIDE, 2));
    assertThat(deconfliction.ask(permit, NUMBER).known()).isFalse();
  }

  @Test
  void onlyUnderAnAuthorityInForceThatNamesIt() {
    carlas(Set.of(OTHER));
    refused(() -> deconfliction.ask(permit, OTHER), "SX-AUTH-SELECTOR");
    refused(
        () -> deconfliction.ask(permit, Selector.parse("display_name@x:Ivan")),
        "SX-DECONFLICT-WEAK");
    house.advance(Duration.ofDays(31));
    refused(() -> deconfliction.ask(permit, NUMBER), "SX-AUTH-PERMIT-DEAD");
  }

  @Test
  void whatHasEndedIsKnownNoLonger() {
    AuthorityId id = carlas(Set.of(NUMBER));
    assertThat(deconfliction.ask(permit, NUMBER).known()).isTrue();
    house.authorities().cancel(house.officer(), id, "The case is closed for good.");
    assertThat(deconfliction.ask(permit, NUMBER).known()).isFalse();
    assertThat(tokens(theirs)).isZero();
  }

  private long tokens(CaseId of) {
    return JdbcClient.create(house.application())
        .sql("select count(*) from sextant.deconflict_token where casefile = ?")
        .param(of.value())
        .query(Long.class)
        .single();
  }

  @Test
  void aCoveredCaseAnswersNobodyAndTheOverseerBringsThemTogether() {
    carlas(Set.of(NUMBER));
    refused(
        () -> deconfliction.desk().cover(carla.id(), theirs, "A source is at risk in it."),
        "SX-AUTH-ROLE");
    deconfliction.desk().cover(house.officer(), theirs, "A source is at risk in it.");
    assertThat(deconfliction.ask(permit, NUMBER).known()).isFalse();
    deconfliction.courier().deliver();
    assertThat(deconfliction.notices(house.analyst())).isEmpty();
    assertThat(deconfliction.notices(carla.id())).isEmpty();
    assertThat(acts(house.analyst(), mine).toString()).doesNotContain(theirs.toString());
    assertThat(acts(carla.id(), theirs).toString()).doesNotContain(mine.toString());
    refused(() -> deconfliction.desk().questions(house.officer()), "SX-AUTH-ROLE");
    SilentQuestion silent =
        deconfliction.desk().questions(house.overseer()).stream().findFirst().orElseThrow();
    assertThat(silent.asker()).isEqualTo(mine);
    assertThat(silent.known()).isEqualTo(theirs);
    deconfliction
        .desk()
        .decide(
            house.overseer(),
            silent.id(),
            SilentQuestion.Decision.TOLD,
            "Both are about to arrest the same man.");
    assertThat(deconfliction.notices(house.analyst()))
        .extracting(Notice::contact)
        .containsExactly(carla.id());
    assertThat(deconfliction.notices(carla.id()))
        .extracting(Notice::contact)
        .containsExactly(house.analyst());
    refused(
        () ->
            deconfliction
                .desk()
                .decide(
                    house.overseer(),
                    silent.id(),
                    SilentQuestion.Decision.LEFT,
                    "I thought better of it."),
        "SX-DECONFLICT-DECIDED");
    deconfliction.desk().uncover(house.officer(), theirs);
    assertThat(deconfliction.ask(permit, NUMBER).known()).isTrue();
  }

  /* A covered case that asks is told, and the other learns nothing of it. */
  @Test
  void aCoveredCaseThatAsksLeavesNoTraceWithTheOther() {
    carlas(Set.of(NUMBER));
    deconfliction.desk().cover(house.officer(), mine, "A source is at risk in it.");
    assertThat(deconfliction.ask(permit, NUMBER).known()).isTrue();
    deconfliction.courier().deliver();
    assertThat(deconfliction.notices(carla.id())).isEmpty();
    assertThat(deconfliction.desk().questions(house.overseer())).hasSize(1);
  }

  /* Whoever acts in a record is known; whoever is merely named by an authority of another platform,
   * or mentioned, is not. */
  @Test
  void recordsMakeKnownWhoActsInThem() {
    Permit reading = readsOfTheWriter();
    Permit asking = asking();
    read(reading, "result.json", "Two vans to the yard");
    assertThat(deconfliction.ask(asking, WRITER).known()).isFalse();
    assertThat(deconfliction.enter(reading, null)).isPositive();
    assertThat(deconfliction.enter(reading, null)).isZero();
    assertThat(deconfliction.ask(asking, WRITER).known()).isTrue();
  }

  private Permit readsOfTheWriter() {
    Selector anna = Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "100");
    return house.permit(Set.of(anna), Set.of(Platform.TELEGRAM), TestHouse.WIDE);
  }

  private Permit asking() {
    return house.permit(Set.of(WRITER), Set.of(Platform.TELEGRAM), TestHouse.WIDE);
  }

  private ExhibitId read(Permit reading, String name, String text) {
    byte[] export =
        new TelegramSample()
            .chat(200, new TelegramSample.Said(200, Instant.parse("2026-03-05T10:00:00Z"), text))
            .bytes();
    ExhibitId id = house.seal(reading, name, export).id();
    house.records().read(reading, id, Progress.silent());
    return id;
  }

  @Test
  void whatOnlyAVoidExhibitHoldsIsKnownNoLonger() {
    Permit reading = readsOfTheWriter();
    Permit asking = asking();
    CaseId of = reading.caseId();
    ExhibitId one = read(reading, "one.json", "Two vans to the yard");
    ExhibitId two = read(reading, "two.json", "Three vans to the harbour");
    assertThat(deconfliction.enter(reading, one)).isPositive();
    assertThat(deconfliction.enter(reading, two)).as("the same people").isZero();
    Voiding voiding = house.room().voiding();
    voiding.taint(house.officer(), of, one, "The search had no warrant.");
    assertThat(deconfliction.ask(asking, WRITER).known()).as("the other holds it").isTrue();
    voiding.taint(house.officer(), of, two, "The search had no warrant.");
    assertThat(deconfliction.ask(asking, WRITER).known()).isFalse();
    deconfliction.desk().cover(house.officer(), asking.caseId(), "It names the selector itself.");
    assertThat(house.room().houseDeeds().read("tokens", TokenRows::answering))
        .as("nor does another house find it")
        .doesNotContain(deconfliction.key().token(WRITER));
    voiding.clear(house.overseer(), of, one, "The warrant was found after all.");
    assertThat(deconfliction.ask(asking, WRITER).known()).isTrue();
    assertThat(house.room().houseDeeds().read("tokens", TokenRows::answering))
        .contains(deconfliction.key().token(WRITER));
  }

  @Test
  void aDestroyedExhibitTakesOutWhatItAloneHolds() {
    Permit reading = readsOfTheWriter();
    Permit asking = asking();
    CaseId of = reading.caseId();
    ExhibitId one = read(reading, "one.json", "Two vans to the yard");
    ExhibitId two = read(reading, "two.json", "Three vans to the harbour");
    deconfliction.enter(reading, null);
    long before = tokens(of);
    destroy(of, new Thing(Thing.Kind.EXHIBIT, one.value()));
    assertThat(tokens(of)).as("the other holds it").isEqualTo(before);
    assertThat(deconfliction.ask(asking, WRITER).known()).isTrue();
    destroy(of, new Thing(Thing.Kind.EXHIBIT, two.value()));
    assertThat(tokens(of)).as("what the authority names").isEqualTo(1);
    assertThat(deconfliction.ask(asking, WRITER).known()).isFalse();
  }

  /* Entered before anything else was, and swept with its authority all the same. */
  @Test
  void whatRecordsHoldGoesWithTheAuthority() {
    Permit reading = readsOfTheWriter();
    read(reading, "one.json", "Two vans to the yard");
    deconfliction.enter(reading, null);
    assertThat(tokens(reading.caseId())).isGreaterThan(1);
    house.authorities().cancel(house.officer(), reading.authority(), "The case is closed.");
    deconfliction.refresh();
    assertThat(tokens(reading.caseId())).isZero();
  }

  private void destroy(CaseId of, Thing thing) {
    var retention = house.room().retention();
    var ordered =
        retention.order(house.officer(), of, thing, "The court ordered it by its decision.");
    retention.confirm(house.officer(), ordered.id());
    retention.confirm(house.overseer(), ordered.id());
    retention.destroy(ordered.id());
  }

  @Test
  void destructionTakesEverythingOut() {
    AuthorityId id = carlas(Set.of(NUMBER));
    deconfliction.ask(permit, NUMBER);
    deconfliction.courier().deliver();
    assertThat(tokens(theirs)).isEqualTo(1);
    var retention = house.room().retention();
    var ordered =
        retention.order(
            carla.id(),
            theirs,
            new Thing(Thing.Kind.AUTHORITY, id.value()),
            "The court ordered it by its decision of today.");
    retention.confirm(house.officer(), ordered.id());
    retention.confirm(house.overseer(), ordered.id());
    retention.destroy(ordered.id());
    assertThat(tokens(theirs)).isZero();
    assertThat(deconfliction.notices(carla.id())).isEmpty();
  }

  /* The rows of every table and the bytes of the log, searched for the selectors in every form in
   * which they were ever given. */
  @Test
  void nothingInTheDatabaseOrTheLogShowsTheSelector() throws SQLException {
    carlas(Set.of(NUMBER, MAIL));
    deconfliction.ask(permit, NUMBER);
    deconfliction.ask(permit, MAIL);
    deconfliction.courier().deliver();
    String everything = dump();
    assertThat(everything).contains("deconflict_token", mine.toString());
    for (String trace : traces()) {
      assertThat(everything.contains(trace)).as(trace).isFalse();
    }
    house.ledger().checkpoint();
    StringBuilder log = new StringBuilder();
    for (long leaf = 0; leaf < house.ledger().view().size(); leaf++) {
      log.append(new String(house.ledger().view().entry(leaf), StandardCharsets.UTF_8));
    }
    assertThat(log).contains("DECONFLICT");
    for (String trace : traces()) {
      assertThat(log.toString().contains(trace)).as(trace).isFalse();
    }
  }

  private static Set<String> traces() {
    Set<String> traces = new LinkedHashSet<>();
    for (String plain :
        List.of("4915112345678", "15112345678", "yard.owner", "owner@example.org")) {
      byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
      traces.add(plain);
      traces.add(java.util.HexFormat.of().formatHex(bytes));
      traces.add(
          java.util.Base64.getEncoder().withoutPadding().encodeToString(bytes).substring(0, 12));
      // Nor a hash that anybody can try.
      traces.add(dev.sextant.terms.Digest.of(bytes).hex());
    }
    for (Selector selector : List.of(NUMBER, MAIL)) {
      traces.add(
          dev.sextant.terms.Digest.of(selector.toString().getBytes(StandardCharsets.UTF_8)).hex());
      traces.add(dev.sextant.terms.Digest.of(HouseKey.input(selector)).hex());
    }
    return traces;
  }

  /* Every row of every table as text, with the owner past row security; rolled back. */
  private String dump() throws SQLException {
    StringBuilder all = new StringBuilder();
    try (Connection owner =
            DriverManager.getConnection(
                house.access().url(),
                house.access().owner().role(),
                house.access().owner().password());
        Statement statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      List<String> tables = new ArrayList<>();
      try (ResultSet row =
          statement.executeQuery(
              "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                  + " where n.nspname = 'sextant' and c.relkind in ('r', 'p')")) {
        while (row.next()) {
          tables.add(row.getString(1));
        }
      }
      for (String table : tables) {
        statement.execute("alter table sextant." + table + " no force row level security");
        all.append(table).append('\n');
        try (ResultSet row =
            statement.executeQuery("select t::text from sextant." + table + " t")) {
          while (row.next()) {
            all.append(row.getString(1)).append('\n');
          }
        }
      }
      owner.rollback();
    }
    return all.toString();
  }

  /* A dump of the index inverts none of a known list: without the key a candidate gives no token. */
  @Test
  void anotherHousesKeyGivesOtherTokens() {
    HouseKey one = new HouseKey(new byte[32], new SecureRandom());
    byte[] seed = new byte[32];
    seed[0] = 1;
    HouseKey two = new HouseKey(seed, new SecureRandom());
    assertThat(one.token(NUMBER)).isEqualTo(one.token(NUMBER)).isNotEqualTo(two.token(NUMBER));
    assertThat(one.token(NUMBER)).isNotEqualTo(one.token(OTHER));
  }

  // ------------------------------------------------------------------ pace

  private List<Alerts.Alert> alerts() {
    return house.room().alerts().all(house.overseer(), 1000).stream()
        .filter(alert -> alert.kind() == Alerts.Kind.DECONFLICTION)
        .toList();
  }

  private static Set<Selector> numbers(long from, int count, long apart) {
    Set<Selector> all = new LinkedHashSet<>();
    for (int i = 0; i < count; i++) {
      all.add(Selector.of(SelectorType.PHONE, "+" + (from + i * apart)));
    }
    return all;
  }

  /* How many of them were answered. */
  private int askAll(Permit under, Iterable<Selector> selectors) {
    int answered = 0;
    for (Selector selector : selectors) {
      try {
        deconfliction.ask(under, selector);
        answered++;
      } catch (Refused.Leave refusal) {
        assertThat(refusal.code()).startsWith("SX-AUTH-DECONFLICT-");
      }
    }
    return answered;
  }

  @Test
  @Tag("heavy")
  void tenThousandSequentialNumbersAreThrottledAndFlagged() {
    Set<Selector> numbers = numbers(4915112340000L, 10_000, 1);
    Permit wide = house.permit(mine, numbers, Set.of(Platform.X), TestHouse.WIDE);
    carlas(Set.of(NUMBER)); // One of them, far from the first.
    int answered = askAll(wide, numbers);
    assertThat(answered).isEqualTo(5);
    assertThat(alerts())
        .singleElement()
        .satisfies(alert -> {
          assertThat(alert.code()).isEqualTo("SX-AUTH-DECONFLICT-SEQUENCE");
          assertThat(alert.actor()).isEqualTo(house.analyst());
          assertThat(alert.caseId()).isEqualTo(mine);
        });
    deconfliction.courier().deliver();
    assertThat(deconfliction.notices(house.analyst())).isEmpty();
  }

  @Test
  void numbersAreAdjacentInWhateverOrderAndByWhomeverTheyAreAsked() {
    Set<Selector> numbers = numbers(447700900100L, 12, 1);
    Permit wide = house.permit(mine, numbers, Set.of(Platform.X), TestHouse.WIDE);
    Permit second = house.permit(house.secondAnalyst(), wide.authority());
    List<Selector> mixed = new ArrayList<>(numbers);
    java.util.Collections.shuffle(mixed, new java.util.Random(7));
    int answered = 0;
    for (int i = 0; i < mixed.size(); i++) {
      answered += askAll(i % 2 == 0 ? wide : second, List.of(mixed.get(i)));
    }
    assertThat(answered).isLessThan(8);
    assertThat(alerts()).isNotEmpty();
  }

  /* Twenty apart: no two are neighbours, and they lie in one thousand. */
  @Test
  void stepsOverNeighboursAreFoundByTheirThousand() {
    Set<Selector> numbers = numbers(447700901000L, 40, 20);
    Permit wide = house.permit(mine, numbers, Set.of(Platform.X), TestHouse.WIDE);
    assertThat(askAll(wide, numbers)).isEqualTo(12);
    assertThat(alerts()).extracting(Alerts.Alert::code).containsOnly("SX-AUTH-DECONFLICT-SEQUENCE");
  }

  @Test
  void handlesAndAddressesWithNumbersAreWorkedThroughTheSameWay() {
    Set<Selector> mails = new LinkedHashSet<>();
    for (int i = 0; i < 10; i++) {
      mails.add(Selector.of(SelectorType.EMAIL, "driver" + (100 + i) + "@example.org"));
    }
    Permit wide = house.permit(mine, mails, Set.of(Platform.X), TestHouse.WIDE);
    assertThat(askAll(wide, mails)).isEqualTo(5);
  }

  @Test
  void soManyAnOfficerADay() {
    Set<Selector> scattered = numbers(447000000000L, 40, 7_654_321);
    Permit wide = house.permit(mine, scattered, Set.of(Platform.X), TestHouse.WIDE);
    assertThat(askAll(wide, scattered)).isEqualTo(30);
    assertThat(alerts()).extracting(Alerts.Alert::code).containsExactly("SX-AUTH-DECONFLICT-RATE");
    // A colleague of the same case has the case's rest.
    Permit second = house.permit(house.secondAnalyst(), wide.authority());
    assertThat(askAll(second, scattered)).isEqualTo(30);
    ActorId third = house.enrol("third", "Third Analyst", Role.ANALYST).id();
    Permit other = house.permit(third, applied(house, third, mine, scattered));
    assertThat(askAll(other, scattered)).as("the case has asked enough").isZero();
    house.advance(Duration.ofHours(25));
    Permit again = house.permit(house.analyst(), wide.authority());
    assertThat(askAll(again, List.of(scattered.iterator().next()))).isEqualTo(1);
  }

  /* One way whatever comes of it: the same entries in the log, the same rows in the database. */
  @Test
  void aMissAndASilentHitAreTheSameWork() {
    carlas(Set.of(NUMBER));
    deconfliction.desk().cover(house.officer(), theirs, "A source is at risk in it.");
    deconfliction.refresh();
    long before = house.ledger().size();
    deconfliction.ask(permit, MAIL);
    long miss = house.ledger().size() - before;
    before = house.ledger().size();
    deconfliction.ask(permit, NUMBER);
    assertThat(house.ledger().size() - before).isEqualTo(miss);
    List<Map<String, @Nullable Object>> outcomes =
        acts(house.analyst(), mine).stream()
            .filter(one -> "DECONFLICT".equals(one.get("step")))
            .filter(one -> "outcome".equals(one.get("kind")))
            .toList();
    assertThat(outcomes).hasSize(2);
    assertThat(CanonicalJson.text(outcomes.getFirst()))
        .hasSameSizeAs(CanonicalJson.text(outcomes.getLast()));
  }
}
