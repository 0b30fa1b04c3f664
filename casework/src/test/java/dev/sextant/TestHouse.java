package dev.sextant;

import dev.sextant.app.postgres.Database;
import dev.sextant.app.postgres.DatabaseAccess;
import dev.sextant.authority.Actor;
import dev.sextant.authority.AgencyKey;
import dev.sextant.authority.Authorities;
import dev.sextant.authority.AuthorityDraft;
import dev.sextant.authority.AuthorityRoom;
import dev.sextant.authority.BusinessCase;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Cases;
import dev.sextant.authority.Decision;
import dev.sextant.authority.Door;
import dev.sextant.authority.JurisdictionPack;
import dev.sextant.authority.People;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Principle;
import dev.sextant.authority.Principles;
import dev.sextant.authority.Purpose;
import dev.sextant.authority.Role;
import dev.sextant.authority.Rules;
import dev.sextant.authority.Scope;
import dev.sextant.authority.policy.PolicyBundle;
import dev.sextant.custody.Acquisition;
import dev.sextant.custody.Custody;
import dev.sextant.custody.Exhibit;
import dev.sextant.helpdesk.HelpDesk;
import dev.sextant.helpdesk.Playbooks;
import dev.sextant.ledger.Ledger;
import dev.sextant.ledger.LedgerKey;
import dev.sextant.ledger.SignerKey;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.records.Records;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.Reading;
import dev.sextant.subjects.Subjects;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import dev.sextant.terms.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * A whole house for tests: real database, real ledger, real keys, in a temporary folder, with a
 * clock that tests move. Each house has a database of its own.
 *
 * <pre>{@code
 * try (TestHouse house = TestHouse.start()) {
 *   Permit permit = house.permit(Set.of(selector), Set.of(Platform.TELEGRAM), Span.always());
 * }
 * }</pre>
 */
public final class TestHouse implements AutoCloseable {
  /** Where a test's clock begins. */
  public static final Instant START = Instant.parse("2026-06-01T08:00:00Z");

  /** The content window of authorities that do not say another: wide, and bounded as it must be. */
  public static final Span WIDE =
      Span.between(Instant.parse("1990-01-01T00:00:00Z"), Instant.parse("2040-01-01T00:00:00Z"));

  private static final String PASSWORD = "training-only-password";

  private final Path home;
  private final MovableClock clock = new MovableClock(START);
  private final DatabaseAccess access;
  private final Database database;
  private final Ledger ledger;
  private final AuthorityRoom room;
  private final Custody custody;
  private final HelpDesk helpDesk;
  private Records records;
  private final Actor administrator;
  private final Actor analyst;
  private final Actor secondAnalyst;
  private final Actor officer;
  private final Actor overseer;
  private final SignerKey overseerKey;

  private TestHouse(Path home, DatabaseAccess access) {
    this(home, access, JurisdictionPack.shipped("us-federal"), PolicyBundle.shipped());
  }

  private TestHouse(
      Path home, DatabaseAccess access, JurisdictionPack pack, PolicyBundle policies) {
    this.home = home;
    this.access = access;
    this.database = Database.open(access, clock);
    this.ledger = Ledger.open(home.resolve("ledger"), ledgerKey(home), clock);
    Rules rules = new Rules(pack, policies, 4);
    AuthorityRoom.Ground ground =
        new AuthorityRoom.Ground(
            database.application(), ledger, AgencyKey.open(home.resolve("keys/agency.key")), clock);
    this.room = room(ground, rules);
    this.custody =
        new Custody(home.resolve("exhibits"), room.door(), room.keys(), database.application());
    this.helpDesk = new HelpDesk(room.papers(), room::pack, Playbooks.shipped());
    this.records = openRecords();
    this.administrator =
        people()
            .byLogin("admin")
            .orElseGet(() -> people().first("admin", "Ada Administrator", PASSWORD));
    this.analyst = enrolled("analyst", "Ann Analyst", Role.ANALYST);
    this.secondAnalyst = enrolled("analyst2", "Bob Analyst", Role.ANALYST);
    this.officer = enrolled("officer", "Olga Officer", Role.AUTHORISING_OFFICER);
    this.overseerKey = overseerKey(home);
    this.overseer =
        people().byLogin("overseer").orElseGet(() -> enrolOverseer("overseer", "Otto Overseer"));
  }

  /* A house that does not open leaves nothing locked. */
  private AuthorityRoom room(AuthorityRoom.Ground ground, Rules rules) {
    try {
      return new AuthorityRoom(ground, rules, "sextant/test");
    } catch (RuntimeException e) {
      database.close();
      ledger.close();
      throw e;
    }
  }

  private Actor enrolled(String login, String name, Role role) {
    return people().byLogin(login).orElseGet(() -> enrol(login, name, role));
  }

  private static LedgerKey ledgerKey(Path home) {
    Path file = home.resolve("ledger.key");
    try {
      if (!Files.exists(file)) {
        LedgerKey key = LedgerKey.generate("sextant.test/log", new SecureRandom());
        Files.writeString(file, key.signer().secretText());
      }
      return LedgerKey.parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SignerKey overseerKey(Path home) {
    Path file = home.resolve("overseer.key");
    try {
      if (!Files.exists(file)) {
        Files.writeString(
            file,
            SignerKey.generate("overseer.test", VerifierKey.Kind.NOTE, new SecureRandom())
                .secretText());
      }
      return SignerKey.parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Actor enrolOverseer(String login, String name) {
    return people()
        .enrolOverseer(
            administrator.id(),
            new People.Enrolment(login, name, Set.of(Role.OVERSEER), PASSWORD),
            overseerKey.verifier());
  }

  private Records openRecords() {
    return openRecords(Reading.prepare());
  }

  private Records openRecords(Reading reading) {
    return new Records(
        new Records.Ground(room.door(), room.keys(), custody, helpDesk.returns()),
        reading,
        Limits.standard().withHeapMegabytes(128),
        home.resolve("index"));
  }

  /** Starts a house under the federal pack. */
  public static TestHouse start() {
    return start("us-federal");
  }

  /** Starts a house under a shipped jurisdiction pack. */
  public static TestHouse start(String pack) {
    return start(JurisdictionPack.shipped(pack));
  }

  /** Starts a house under any pack, such as an older program shipped. */
  public static TestHouse start(JurisdictionPack pack) {
    return start(pack, PolicyBundle.shipped());
  }

  /** Starts a house under any pack and policies, such as an older program shipped. */
  public static TestHouse start(JurisdictionPack pack, PolicyBundle policies) {
    try {
      return new TestHouse(
          Files.createTempDirectory("sextant-test-house"),
          TestServer.one().fresh(),
          pack,
          policies);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens a house that is there already, as after a crash, or from a process of its own. */
  public static TestHouse reopen(Path home, DatabaseAccess access) {
    return new TestHouse(home, access);
  }

  /** The same for a child process, whom the environment tells the passwords. */
  public static TestHouse reopenInChild(String home, String database) {
    return reopen(
        Path.of(home),
        new DatabaseAccess(
            database,
            new DatabaseAccess.Login("sextant_owner", System.getenv("SEXTANT_TEST_OWNER")),
            new DatabaseAccess.Login("sextant_app", System.getenv("SEXTANT_TEST_APP"))));
  }

  /** Stops the house as a stop of the program would; its folder and database stay. */
  public void stop() {
    records.close();
    database.close();
    ledger.close();
  }

  /** Enrols a further person. */
  public Actor enrol(String login, String name, Role role) {
    return people()
        .enrol(administrator.id(), new People.Enrolment(login, name, Set.of(role), PASSWORD));
  }

  /** The house's folder. */
  public Path home() {
    return home;
  }

  /** The house's clock. */
  public MovableClock clock() {
    return clock;
  }

  /** Moves the clock, the database's with it. */
  public void advance(Duration by) {
    clock.advance(by);
    Database.keepTime(access, clock);
  }

  /** The application's role, which owns nothing. */
  public DataSource application() {
    return database.application();
  }

  /** How to reach the database, as owner too. */
  public DatabaseAccess access() {
    return access;
  }

  /** The log. */
  public Ledger ledger() {
    return ledger;
  }

  /** The whole authority room. */
  public AuthorityRoom room() {
    return room;
  }

  /** Authorities and permits. */
  public Authorities authorities() {
    return room.authorities();
  }

  /** Cases. */
  public Cases cases() {
    return room.cases();
  }

  /** People. */
  public People people() {
    return room.people();
  }

  /** The way to case tables. */
  public Door door() {
    return room.door();
  }

  /** Keys of cases. */
  public CaseKeys keys() {
    return room.keys();
  }

  /** Requests to providers. */
  public HelpDesk helpDesk() {
    return helpDesk;
  }

  /** Sealed evidence. */
  public Custody custody() {
    return custody;
  }

  /** Records, and search in them. */
  public Records records() {
    return records;
  }

  /** Persons and subjects. */
  public Subjects subjects() {
    return new Subjects(
        new Subjects.Ground(
            room.door(), room.keys(), custody, records, JurisdictionPack.shipped("us-federal")),
        clock);
  }

  /** Closes the records' room and opens it again, as a restart does. */
  public Records reopenRecords() {
    records.close();
    records = openRecords();
    return records;
  }

  /** The same with other readers, as a newer program has them. */
  public Records reopenRecords(Reading reading) {
    records.close();
    records = openRecords(reading);
    return records;
  }

  /** Seals bytes as an uploaded file. */
  public Exhibit seal(Permit permit, String name, byte[] bytes) {
    Acquisition how =
        new Acquisition(
            Acquisition.How.UPLOAD.name(),
            "sextant/test",
            permit.actor(),
            clock.instant(),
            name,
            null);
    return custody.seal(permit, how, new ByteArrayInputStream(bytes), Progress.silent());
  }

  /** An administrator. */
  public ActorId administrator() {
    return administrator.id();
  }

  /** An analyst: applicant and team member of {@link #permit}. */
  public ActorId analyst() {
    return analyst.id();
  }

  /** Another analyst, on the team too. */
  public ActorId secondAnalyst() {
    return secondAnalyst.id();
  }

  /** An authorising officer. */
  public ActorId officer() {
    return officer.id();
  }

  /** An overseer. */
  public ActorId overseer() {
    return overseer.id();
  }

  /** The overseer's key, which the house never sees. */
  public SignerKey overseerKey() {
    return overseerKey;
  }

  /** The overseer decides: asks for the text, signs it with his own key, hands the note in. */
  public void oversee(AuthorityId id, Decision decision, String reasons) {
    String text = authorities().overseerText(overseer(), id, decision, Digest.ofFields(reasons));
    authorities()
        .oversee(
            overseer(),
            id,
            decision,
            reasons,
            new String(overseerKey.sign(text).bytes(), StandardCharsets.UTF_8));
  }

  /** A new case. */
  public CaseId openCase() {
    return cases().open(analyst(), "Training case");
  }

  /** A complete application for a month from now, with both analysts on the team. */
  public AuthorityDraft draft(CaseId of, Scope scope) {
    return new AuthorityDraft(
        of,
        new AuthorityDraft.Basis(
            "Testland",
            "Production order",
            "PO-2026-1",
            "Testland District Court",
            "stolen-vehicles",
            BusinessCase.ORGANISED_CRIME_NETWORK),
        principles("as first argued"),
        new AuthorityDraft.Bounds(
            scope,
            Span.between(clock.instant(), clock.instant().plus(Duration.ofDays(30))),
            Set.of("export-reading"),
            1,
            new AuthorityDraft.Quota(1_000_000, 1_000, 100_000)),
        new AuthorityDraft.Duties(
            Set.of(analyst(), secondAnalyst()),
            Duration.ofDays(28),
            "Handling code P",
            Duration.ofDays(365),
            Set.of()));
  }

  /** Six arguments of sufficient length that all hold this text. */
  public static Principles principles(String text) {
    return new Principles(
        "Twelve vehicles stolen to order were traced to this group, " + text + ".",
        new Principles.Motive(
            "To identify the buyers and stop the thefts, " + text + ".",
            "No ties to anybody named."),
        new Principles.Necessity(
            "The orders are placed in these conversations only, " + text + ".",
            "Twelve victims against bounded reading of five accounts.",
            "Other members are sealed off unless they write to a named account."),
        new Principles.Right(
            "The court ordered production under its act of procedure, " + text + ".",
            "The court's registrar validates."),
        new Principles.LastResort(
            "Open sources show no more than the adverts themselves, " + text + ".",
            List.of("Surveillance of the yard was tried for a month.")),
        new Principles.Prospect(
            "The order book is expected in the conversations, " + text + ".",
            "Stop when the buyers are identified."));
  }

  /** An authority in force for a case. */
  public AuthorityId authority(CaseId of, Scope scope) {
    return inForce(draft(of, scope));
  }

  /** An authority in force as it was drafted. */
  public AuthorityId inForce(AuthorityDraft draft) {
    AuthorityId id = authorities().draft(analyst(), draft);
    for (Principle principle : Principle.values()) {
      authorities().signPrinciple(analyst(), id, principle);
    }
    authorities().submit(analyst(), id);
    authorities().approve(officer(), id, "The application is complete and argued.");
    if (draft.needsOversight()) {
      oversee(id, Decision.APPROVED, "Confirmed from outside.");
    }
    return id;
  }

  /** A permit for the analyst in a new case, under a new authority in force. */
  public Permit permit(Set<Selector> selectors, Set<Platform> platforms, Span contentWindow) {
    return permit(openCase(), selectors, platforms, contentWindow);
  }

  /** A permit for the analyst in this case, under a new authority in force. */
  public Permit permit(
      CaseId of, Set<Selector> selectors, Set<Platform> platforms, Span contentWindow) {
    AuthorityId id = authority(of, new Scope(selectors, platforms, contentWindow, 2));
    return permit(analyst(), id);
  }

  /** A permit for a person under an authority in force. */
  public Permit permit(ActorId actor, AuthorityId authority) {
    return authorities().permit(actor, authority, new Purpose("Find out who placed the orders"));
  }

  @Override
  public void close() {
    stop();
    TestServer.delete(home);
  }
}
