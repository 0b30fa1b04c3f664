package dev.sextant.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.MovableClock;
import dev.sextant.TestHouse;
import dev.sextant.TestServer;
import dev.sextant.app.postgres.DatabaseAccess;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import dev.sextant.terms.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Random walks over everything that can be done with an authority, by people who may and people who
 * may not, beside a small model of the state machine written apart from the program. After every
 * step: the program allowed exactly what the model allows and stands where the model stands; no
 * permit lives outside ACTIVE and ACTIVE_URGENT; and applicant, team, officer and overseer are
 * different persons. The seed is printed: a failure can be walked again.
 *
 * <p>The program, the database and the log are the real ones; only the disk is not waited for.
 */
class AuthorityWalkTest {
  private static final String WHY = "Reasons of sufficient length.";
  private static final String DANGER =
      "A hostage was announced for tonight; no court can be reached.";
  private static final Duration REVIEW = Duration.ofDays(28);
  private static final Duration OVERSIGHT = Duration.ofDays(14);
  private static final Duration WINDOW = Duration.ofDays(30);
  private static final Duration URGENT = Duration.ofHours(72);
  private static final Duration WRITE_UP = Duration.ofHours(24);
  private static final int LENGTH = 50;

  enum Move {
    SIGN,
    SUBMIT,
    SEND_BACK,
    REFUSE,
    APPROVE,
    OVERSEE,
    OVERSEE_REFUSE,
    OVERSEE_RETURN,
    REVIEW,
    SUSPEND,
    RESUME,
    CANCEL,
    BEGIN_CLOSING,
    CLOSE,
    QUASH,
    WRITE_UP,
    HOUR,
    DAY,
    WEEK,
    AMEND,
    PERMIT,
    ACT
  }

  @Test
  void twoThousandSteps() throws Exception {
    walk(2_000, System.nanoTime());
  }

  @Test
  @Tag("heavy")
  void aHundredThousandSteps() throws Exception {
    walk(100_000, System.nanoTime());
  }

  private static void walk(int steps, long seed) throws Exception {
    String told = System.getProperty("sextant.walk.seed");
    long used = told == null ? seed : Long.parseLong(told);
    System.out.println("AuthorityWalkTest walks " + steps + " steps with seed " + used);
    // Each walker has a house, a clock and a seed of its own.
    int walkers = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
    try (ExecutorService pool = Executors.newFixedThreadPool(walkers)) {
      List<Future<Void>> all = new ArrayList<>();
      for (int i = 0; i < walkers; i++) {
        Random random = new Random(used + i);
        all.add(
            pool.submit(() -> {
              walk(steps / walkers, random);
              return null;
            }));
      }
      for (Future<Void> one : all) {
        one.get();
      }
    }
  }

  private static void walk(int steps, Random random) throws IOException, SQLException {
    Path shm = Path.of("/dev/shm");
    Path home =
        Files.isWritable(shm)
            ? Files.createTempDirectory(shm, "sextant-walk")
            : Files.createTempDirectory("sextant-walk");
    DatabaseAccess access = TestServer.one().copy("template_house");
    hurry(access);
    try (TestHouse house = TestHouse.reopen(home, access);
        Ground ground = new Ground(house)) {
      int taken = 0;
      while (taken < steps) {
        Walk walk = new Walk(ground, random);
        for (int i = 0; i < LENGTH && taken < steps; i++) {
          walk.take(walk.choose());
          taken++;
        }
        walk.settled();
      }
    }
  }

  /* Nothing is lost but the wait for the disk. */
  private static void hurry(DatabaseAccess access) throws SQLException {
    String name = access.url().replaceAll(".*/([^/?]+).*", "$1");
    try (Connection administrator = TestServer.one().administrator(access);
        Statement statement = administrator.createStatement()) {
      statement.execute("alter database " + name + " set synchronous_commit = off");
    }
  }

  /** The house and its people, for many walks. */
  private static final class Ground implements AutoCloseable {
    private final TestHouse house;
    private final Connection owner;
    private final PreparedStatement clock;
    private final JdbcClient jdbc;

    /** Analyst and officer in one: may do either, never both. */
    private final ActorId both;

    private final CaseId caseId;
    private Instant instructed;

    Ground(TestHouse house) throws SQLException {
      this.house = house;
      this.owner =
          DriverManager.getConnection(
              house.access().url(),
              house.access().owner().role(),
              house.access().owner().password());
      this.clock = owner.prepareStatement("update sextant.house_clock set offset_ms = ?");
      this.jdbc = JdbcClient.create(house.application());
      this.both =
          house
              .people()
              .enrol(
                  house.administrator(),
                  new People.Enrolment(
                      "both",
                      "Bo Both",
                      Set.of(Role.ANALYST, Role.AUTHORISING_OFFICER),
                      "training-only-password"))
              .id();
      this.caseId = house.openCase();
      this.instructed = house.clock().instant();
      advance(Duration.ZERO);
    }

    void advance(Duration by) throws SQLException {
      MovableClock moved = house.clock();
      moved.advance(by);
      clock.setLong(1, moved.millis() - System.currentTimeMillis());
      clock.executeUpdate();
    }

    /* The walks go through decades; an instruction counts for two years, a walk takes less than one.
     */
    void instruct() {
      if (house.clock().instant().isBefore(instructed.plus(Duration.ofDays(300)))) {
        return;
      }
      for (ActorId person :
          List.of(
              house.analyst(), house.secondAnalyst(), house.officer(), house.overseer(), both)) {
        house.room().training().record(house.administrator(), person);
      }
      instructed = house.clock().instant();
    }

    @Override
    public void close() throws SQLException {
      owner.close();
    }
  }

  /** The model, and the house beside it. */
  private static final class Walk {
    private final Ground ground;
    private final TestHouse house;
    private final Random random;
    private final boolean broad;
    private final AuthorityDraft draft;
    private final AuthorityId id;
    private final ActorId applicant;
    private final List<String> steps = new ArrayList<>();

    private Instant end;
    private AuthorityState state;
    private boolean oral;
    private boolean unwritten;
    private Instant urgentUntil = Instant.EPOCH;
    private boolean signed;
    private boolean overseen;
    private boolean stoppedByOverseer;
    private Instant reviewed = Instant.EPOCH;
    private Instant activated = Instant.EPOCH;
    private @Nullable Permit permit;
    private boolean permitAlive;

    Walk(Ground ground, Random random) throws SQLException {
      this.ground = ground;
      this.house = ground.house;
      this.random = random;
      this.broad = random.nextBoolean();
      this.oral = random.nextInt(3) == 0;
      this.unwritten = oral;
      this.applicant = random.nextInt(4) == 0 ? ground.both : house.analyst();
      // Every walk at a time of its own: none begins in the past of another.
      ground.advance(Duration.ofMinutes(1));
      ground.instruct();
      Selector selector =
          broad
              ? Selector.of(SelectorType.KEYWORD, "delivery")
              : Selector.of(SelectorType.PHONE, "+447911123456");
      Scope scope = new Scope(Set.of(selector), Set.of(Platform.TELEGRAM), TestHouse.WIDE, 1);
      AuthorityDraft whole = house.draft(ground.caseId, scope);
      this.draft = whole;
      if (oral) {
        this.end = now().plus(URGENT);
        this.urgentUntil = now().plus(WRITE_UP);
        this.state = AuthorityState.ACTIVE_URGENT;
        AuthorityDraft.Bounds bounds = whole.bounds();
        this.id =
            house
                .room()
                .urgent()
                .grant(
                    house.officer(),
                    new Urgent.Spoken(applicant, DANGER, DANGER),
                    new AuthorityDraft(
                        whole.caseId(),
                        whole.basis(),
                        whole.principles(),
                        new AuthorityDraft.Bounds(
                            bounds.scope(),
                            Span.between(now(), end),
                            bounds.methods(),
                            bounds.hopLimit(),
                            bounds.quota()),
                        whole.duties()));
      } else {
        this.end = now().plus(WINDOW);
        this.state = AuthorityState.DRAFT;
        this.id = house.authorities().draft(applicant, whole);
      }
    }

    private Instant now() {
      return house.clock().instant();
    }

    // ---------------------------------------------------------------- what is tried

    record Try(Move move, ActorId by) {}

    /* Half of the tries are those that lead on, or nearly no walk would get anywhere. */
    Try choose() {
      Move[] all = Move.values();
      Move move = all[random.nextInt(all.length)];
      if (random.nextBoolean()) {
        move =
            switch (state) {
              case DRAFT, RETURNED -> signed ? Move.SUBMIT : Move.SIGN;
              case SUBMITTED -> Move.APPROVE;
              case OVERSIGHT_PENDING -> Move.OVERSEE;
              case ACTIVE -> random.nextBoolean() ? Move.PERMIT : Move.ACT;
              case ACTIVE_URGENT -> random.nextBoolean() ? Move.PERMIT : Move.WRITE_UP;
              default -> move;
            };
      }
      return new Try(move, actor(move));
    }

    private ActorId actor(Move move) {
      ActorId usual =
          switch (move) {
            case SIGN, SUBMIT, AMEND, WRITE_UP -> applicant;
            case PERMIT, ACT -> house.analyst();
            case OVERSEE, OVERSEE_REFUSE, OVERSEE_RETURN, QUASH -> house.overseer();
            case SUSPEND, RESUME -> random.nextBoolean() ? house.officer() : house.overseer();
            default -> house.officer();
          };
      if (random.nextInt(5) > 0 || isOverseers(move)) {
        return usual;
      }
      List<ActorId> anybody =
          List.of(
              house.analyst(),
              house.secondAnalyst(),
              house.officer(),
              ground.both,
              house.overseer());
      return anybody.get(random.nextInt(anybody.size()));
    }

    private static boolean isOverseers(Move move) {
      return move == Move.OVERSEE || move == Move.OVERSEE_REFUSE || move == Move.OVERSEE_RETURN;
    }

    // ---------------------------------------------------------------- the model

    private boolean officer(ActorId by) {
      return by.equals(house.officer()) || by.equals(ground.both);
    }

    private boolean overseer(ActorId by) {
      return by.equals(house.overseer());
    }

    private boolean takesPart(ActorId by) {
      return by.equals(applicant) || onTeam(by);
    }

    private boolean onTeam(ActorId by) {
      return by.equals(house.analyst()) || by.equals(house.secondAnalyst());
    }

    private boolean ticking() {
      return state == AuthorityState.ACTIVE
          || state == AuthorityState.ACTIVE_URGENT
          || state == AuthorityState.SUSPENDED;
    }

    private AuthorityState modelled() {
      if (ticking() && unwritten) {
        return now().isBefore(urgentUntil) ? state : AuthorityState.LAPSED;
      }
      if (ticking() && !now().isBefore(end)) {
        return AuthorityState.EXPIRED;
      }
      if (state == AuthorityState.ACTIVE && !now().isBefore(due())) {
        return AuthorityState.SUSPENDED;
      }
      return state;
    }

    private Instant due() {
      Instant due = reviewed.plus(REVIEW);
      Instant oversight = activated.plus(OVERSIGHT);
      return overseen || due.isBefore(oversight) ? due : oversight;
    }

    private boolean writing() {
      return state == AuthorityState.DRAFT || state == AuthorityState.RETURNED;
    }

    private boolean over() {
      AuthorityState at = modelled();
      return at == AuthorityState.EXPIRED || at == AuthorityState.LAPSED;
    }

    private boolean allowed(Try one) {
      AuthorityState at = modelled();
      ActorId by = one.by();
      boolean inForce = state == AuthorityState.ACTIVE && !over();
      return switch (one.move()) {
        case SIGN, AMEND -> by.equals(applicant) && writing();
        case SUBMIT -> by.equals(applicant) && writing() && signed && now().isBefore(end);
        case SEND_BACK, REFUSE -> decides(by) && at == AuthorityState.SUBMITTED;
        case APPROVE -> decides(by) && at == AuthorityState.SUBMITTED && now().isBefore(end);
        case OVERSEE -> at == AuthorityState.OVERSIGHT_PENDING ? now().isBefore(end) : inForce;
        case OVERSEE_REFUSE ->
            at == AuthorityState.OVERSIGHT_PENDING
                || inForce
                || (state == AuthorityState.ACTIVE_URGENT && !over());
        case OVERSEE_RETURN -> at == AuthorityState.OVERSIGHT_PENDING;
        case REVIEW -> decides(by) && inForce;
        case SUSPEND ->
            (officer(by) || overseer(by))
                && (state == AuthorityState.ACTIVE || state == AuthorityState.ACTIVE_URGENT)
                && !over();
        case RESUME ->
            (officer(by) || overseer(by))
                && !takesPart(by)
                && state == AuthorityState.SUSPENDED
                && !over()
                && (!stoppedByOverseer || overseer(by))
                && (unwritten || overseen || !(broad || oral));
        case CANCEL ->
            (officer(by) || by.equals(applicant))
                && (writing()
                    || at == AuthorityState.SUBMITTED
                    || at == AuthorityState.OVERSIGHT_PENDING
                    || (ticking() && !over()));
        case BEGIN_CLOSING ->
            officer(by)
                && (over()
                    || at == AuthorityState.CANCELLED
                    || at == AuthorityState.EXPIRED
                    || at == AuthorityState.LAPSED);
        case CLOSE -> officer(by) && at == AuthorityState.CLOSING;
        case QUASH -> overseer(by) && at != AuthorityState.QUASHED;
        case WRITE_UP -> by.equals(applicant) && at == AuthorityState.ACTIVE_URGENT;
        case HOUR, DAY, WEEK -> true;
        case PERMIT -> onTeam(by) && at.living();
        case ACT -> permit != null && permitAlive && now().isBefore(permit.expires());
      };
    }

    private boolean decides(ActorId by) {
      return officer(by) && !takesPart(by);
    }

    private void apply(Try one) {
      switch (one.move()) {
        case SIGN -> signed = true;
        case AMEND -> {
          signed = true;
          oral = false; // Sent back and written anew, it is an ordinary application.
          end = Objects.requireNonNull(draft.bounds().operationWindow().to());
          overseen = false;
        }
        case SUBMIT -> state = AuthorityState.SUBMITTED;
        case SEND_BACK, OVERSEE_RETURN -> state = AuthorityState.RETURNED;
        case REFUSE -> state = AuthorityState.REFUSED;
        case APPROVE -> {
          if (broad || oral) {
            state = AuthorityState.OVERSIGHT_PENDING;
          } else {
            activate();
          }
        }
        case OVERSEE -> {
          boolean before = state == AuthorityState.OVERSIGHT_PENDING;
          overseen = true;
          if (before) {
            activate();
          }
        }
        case OVERSEE_REFUSE -> {
          boolean before = state == AuthorityState.OVERSIGHT_PENDING;
          overseen = false;
          state = before ? AuthorityState.REFUSED : AuthorityState.SUSPENDED;
          stoppedByOverseer = true;
        }
        case REVIEW -> reviewed = now();
        case SUSPEND -> {
          state = AuthorityState.SUSPENDED;
          stoppedByOverseer = overseer(one.by());
        }
        case RESUME -> {
          state = unwritten ? AuthorityState.ACTIVE_URGENT : AuthorityState.ACTIVE;
          reviewed = now();
        }
        case CANCEL -> state = AuthorityState.CANCELLED;
        case BEGIN_CLOSING -> state = AuthorityState.CLOSING;
        case CLOSE -> state = AuthorityState.CLOSED;
        case QUASH -> state = AuthorityState.QUASHED;
        case WRITE_UP -> {
          state = AuthorityState.OVERSIGHT_PENDING;
          unwritten = false;
          signed = true;
        }
        case PERMIT -> permitAlive = true;
        case HOUR, DAY, WEEK, ACT -> {
          // Nothing but time moves.
        }
      }
    }

    private void activate() {
      state = AuthorityState.ACTIVE;
      reviewed = now();
      activated = now();
    }

    // ---------------------------------------------------------------- the house

    void take(Try one) throws SQLException {
      steps.add(one.move() + (usual(one) ? "" : " by " + name(one.by())));
      boolean allowed = allowed(one);
      String refusal = attempt(one);
      assertThat(refusal.isEmpty())
          .as("%s in %s after %s: %s", one.move(), modelled(), steps, refusal)
          .isEqualTo(allowed);
      if (refusal.isEmpty()) {
        apply(one);
      }
      if (!modelled().living()) {
        permitAlive = false;
      }
      compare();
    }

    private boolean usual(Try one) {
      return one.by().equals(applicant) || one.by().equals(house.officer());
    }

    private String name(ActorId by) {
      return house.people().actor(by).login();
    }

    private void compare() {
      AuthorityStore.Standing found = AuthorityStore.standings(ground.jdbc, id).getFirst();
      assertThat(found.state(now())).as("after %s", steps).isEqualTo(modelled());
      ground
          .jdbc
          .sql(
              """
              select
                (select count(*) from permit p
                  join authority_version v on v.authority = p.authority and v.version = p.version
                  where p.authority = :id and p.revoked_at is null and p.expires_at > moment()
                    and (v.state not in ('ACTIVE', 'ACTIVE_URGENT') or v.live_until < p.expires_at))
                  as outside,
                (select count(*) from authority_version v
                  join approval a on a.authority = v.authority and a.version = v.version
                  left join approval b on b.authority = v.authority and b.version = v.version
                    and b.role <> a.role and b.actor = a.actor
                  where v.authority = :id
                    and (a.actor = v.applicant or a.actor = any (v.team) or b.id is not null))
                  as equal
              """)
          .param("id", id.value())
          .query(row -> {
            assertThat(row.getLong("outside")).as("permits out of force after %s", steps).isZero();
            assertThat(row.getLong("equal")).as("persons in two parts after %s", steps).isZero();
          });
    }

    /** Once a walk: the document opens and says the same. */
    void settled() {
      AuthorityFile file = house.authorities().authority(house.officer(), id).getFirst();
      assertThat(file.state()).as("after %s", steps).isEqualTo(modelled());
      assertThat(
              ground
                  .jdbc
                  .sql("select count(*) from permit where authority = ? and actor = any (?)")
                  .param(id.value())
                  .param(new UUID[] {house.officer().value(), house.overseer().value()})
                  .query(Long.class)
                  .single())
          .as("permits of those who decide")
          .isZero();
    }

    private String attempt(Try one) throws SQLException {
      try {
        perform(one);
        return "";
      } catch (Refused e) {
        return e.code();
      }
    }

    private void perform(Try one) throws SQLException {
      Authorities all = house.authorities();
      ActorId by = one.by();
      switch (one.move()) {
        case SIGN -> sign(by);
        case AMEND -> {
          all.amend(by, id, draft);
          sign(by);
        }
        case SUBMIT -> all.submit(by, id);
        case SEND_BACK -> all.sendBack(by, id, WHY);
        case REFUSE -> all.refuse(by, id, WHY);
        case APPROVE -> all.approve(by, id, WHY);
        case OVERSEE -> house.oversee(id, Decision.APPROVED, WHY);
        case OVERSEE_REFUSE -> house.oversee(id, Decision.REFUSED, WHY);
        case OVERSEE_RETURN -> house.oversee(id, Decision.RETURNED, WHY);
        case REVIEW -> all.review(by, id, WHY);
        case SUSPEND -> all.suspend(by, id, WHY);
        case RESUME -> all.resume(by, id, WHY);
        case CANCEL -> all.cancel(by, id, WHY);
        case BEGIN_CLOSING -> all.beginClosing(by, id, WHY);
        case CLOSE -> all.close(by, id, WHY);
        case QUASH -> all.quash(by, id, WHY);
        case WRITE_UP ->
            house.room().urgent().writeUp(by, id, TestHouse.principles("as written up"));
        case HOUR -> ground.advance(Duration.ofHours(1));
        case DAY -> ground.advance(Duration.ofDays(1));
        case WEEK -> ground.advance(Duration.ofDays(7));
        case PERMIT -> permit = house.permit(by, id);
        case ACT -> {
          if (permit == null) {
            throw new Refused.Leave("SX-TEST", "no permit yet", "walk", "none", "none");
          }
          try (Act act = permit.begin(Step.SEARCH, Particulars.none())) {
            act.done();
          }
        }
      }
    }

    private void sign(ActorId by) {
      for (Principle principle : Principle.values()) {
        house.authorities().signPrinciple(by, id, principle);
      }
    }
  }
}
