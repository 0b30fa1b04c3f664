package dev.sextant.authority;

import dev.sextant.authority.LawChange.Signature;
import dev.sextant.authority.LawChange.State;
import dev.sextant.authority.PolicyGuard.InForce;
import dev.sextant.authority.policy.PolicyBundle;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The law of a house: its policies and its jurisdiction pack, and how they change. A change takes
 * three people, notice to the overseers and a delay; it comes into force by the clock, before the
 * first act after it is due. Everything is logged, and every entry names the law in force.
 */
public final class Law {
  private static final int SHORTEST_REASON = 10;
  private static final int LONGEST_REASON = 4000;

  private final Register register;
  private final Deeds deeds;
  private final People people;
  private final ActLog log;
  private final Rules rules;
  private final PolicyGuard guard;
  private final PolicyEngines engines;
  private final BooleanSupplier waiting;
  private final LawCheck check;
  private final Map<LawKind, LawText> inForce = new EnumMap<>(LawKind.class);
  private volatile @Nullable Instant nextDue;
  private volatile @Nullable LawFolder folder;

  /**
   * What it judges with.
   *
   * @param guard asks the policies in force
   * @param engines makes whoever judges by a bundle
   * @param waiting whether what is due must wait, since nothing may be widened now
   */
  record Bench(PolicyGuard guard, PolicyEngines engines, BooleanSupplier waiting) {}

  Law(Register register, Deeds deeds, People people, ActLog log, Rules rules, Bench bench) {
    this.register = register;
    this.deeds = deeds;
    this.people = people;
    this.log = log;
    this.rules = rules;
    this.guard = bench.guard();
    this.engines = bench.engines();
    this.waiting = bench.waiting();
    this.check = new LawCheck(people, log.ledger());
  }

  // ------------------------------------------------------------------ opening

  /**
   * Takes up the law of this house after looking at all of it; a house that has none takes up what
   * ships with the program.
   *
   * @throws LawFault if a text, signature or the log does not fit
   */
  void open() {
    for (LawKind kind : LawKind.values()) {
      List<LawText> chain = register.within("law", jdbc -> check.chain(jdbc, kind));
      if (!chain.isEmpty()) {
        take(chain.getLast());
      }
    }
    name();
    for (LawKind kind : LawKind.values()) {
      List<LawChange> forced =
          history().stream()
              .filter(change -> change.kind() == kind && change.state() == State.FORCED)
              .toList();
      if (forced.isEmpty()) {
        check.requireNone(kind);
        first(kind);
      } else if (!check.logged(kind, latest(forced))) {
        again(latest(forced));
      }
    }
    remember();
  }

  private static LawChange latest(List<LawChange> forced) {
    return forced.stream()
        .max((a, b) ->
            Objects.requireNonNull(a.times().ended())
                .compareTo(Objects.requireNonNull(b.times().ended())))
        .orElseThrow();
  }

  private void first(LawKind kind) {
    LawText text =
        switch (kind) {
          case POLICY -> LawText.of(LawKind.POLICY, rules.policies().text());
          case PACK -> LawText.of(LawKind.PACK, rules.pack().text());
        };
    UUID id = UUID.randomUUID();
    register.within(
        "law",
        jdbc -> {
          LawStore.keep(jdbc, text);
          LawStore.propose(
              jdbc,
              proposal(
                  id, null, text, new LawChange.Proposal(null, "Shipped with the program.", "")));
          return id;
        });
    force(register.within("law", jdbc -> LawStore.locked(jdbc, id)), text);
  }

  /* The register has it in force and the log only begins to say so: say it to the end. */
  private void again(LawChange change) {
    LawText text =
        register.within("law", jdbc -> LawCheck.text(jdbc, change.kind(), change.after()));
    deeds.run(
        change.kind().deed("FORCE"),
        null,
        about(change),
        entry -> note(entry, change),
        () -> take(text));
  }

  /* From here on decisions, numbers and entries follow this text. */
  private void take(LawText text) {
    switch (text.kind()) {
      case POLICY -> {
        PolicyBundle bundle = PolicyBundle.parse(text.body());
        guard.turn(InForce.of(bundle, engines.judging(bundle)));
      }
      case PACK -> rules.turn(JurisdictionPack.parse(text.body()));
    }
    synchronized (inForce) {
      inForce.put(text.kind(), text);
    }
    name();
  }

  private void name() {
    TreeMap<String, String> names = new TreeMap<>();
    synchronized (inForce) {
      inForce.forEach((kind, text) -> names.put(kind.field(), text.digest().hex()));
    }
    log.under(names);
  }

  /**
   * Keeps every text, those that were only proposed too, as a plain file in this folder, and looks
   * whether those that are there are as they were.
   *
   * @throws LawFault {@code SX-AUTH-LAW-TEXT} if one was altered
   */
  public void keepIn(Path place) {
    LawFolder kept = new LawFolder(place);
    history().forEach(change -> kept.keep(text(change.kind(), change.after())));
    folder = kept;
  }

  // ------------------------------------------------------------------ reading

  /** What is in force. */
  public LawText inForce(LawKind kind) {
    settle();
    synchronized (inForce) {
      return Objects.requireNonNull(inForce.get(kind));
    }
  }

  /**
   * Which laws in force do not say all that this program asks, as in a home of an older program.
   */
  public List<LawLag> lags() {
    return Arrays.stream(LawKind.values())
        .map(kind -> lag(inForce(kind)))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<LawLag> lag(LawText now) {
    boolean untouched =
        history().stream()
            .anyMatch(one -> one.after().equals(now.digest()) && one.proposal().actor() == null);
    return LawLag.of(now, untouched);
  }

  /** Whoever judges: {@code CEDAR} or {@code REFERENCE}. */
  public String engine() {
    return Objects.requireNonNull(guard.inForce()).decision().engine();
  }

  /** How long an approved change waits. */
  public Duration delay() {
    return rules.lawDelay();
  }

  /** Whether this person's decision is still wanted on a proposed change. */
  public boolean mayDecide(Actor actor, LawChange change) {
    boolean part = actor.is(Role.AUTHORISING_OFFICER) || actor.is(Role.OVERSEER);
    return part
        && !actor.id().equals(change.proposal().actor())
        && change.signatures().stream().noneMatch(one -> one.role() == part(actor));
  }

  /** Every change, oldest first. */
  public List<LawChange> history() {
    return register.within("law", LawStore::all);
  }

  /**
   * A text that is or was proposed or in force.
   *
   * @throws LawFault if it was altered or there is none
   */
  public LawText text(LawKind kind, Digest digest) {
    return register.within("law", jdbc -> LawCheck.text(jdbc, kind, digest));
  }

  // ------------------------------------------------------------------ changing

  /** The exact words that a proposer whose key is elsewhere signs. */
  public String proposalText(ActorId by, UUID id, LawText text, String reasons) {
    Digest before = inForce(text.kind()).digest();
    return LawChange.proposalText(id, text.kind(), before, text.digest(), by, reasons.strip());
  }

  /** Proposes a change, signing with the key that the house keeps. */
  public UUID propose(ActorId by, LawText text, String reasons) {
    return propose(by, UUID.randomUUID(), text, reasons, null);
  }

  /**
   * Proposes a change. Narrowing policies comes into force at once.
   *
   * @param by an administrator or authorising officer; an overseer for what narrows
   * @param id a random identifier for the change
   * @param note the signed note over {@link #proposalText}, made where the person's key is; null to
   *     sign with the key that the house keeps
   * @return the change's identifier
   */
  public UUID propose(ActorId by, UUID id, LawText text, String reasons, byte @Nullable [] note) {
    LawText now = inForce(text.kind());
    boolean narrowing = LawCheck.narrows(now, text);
    Particulars about =
        Particulars.none()
            .id("change", id)
            .digest("old", now.digest())
            .digest("new", text.digest())
            .number("narrowing", narrowing ? 1 : 0);
    deeds.run(
        text.kind().deed("PROPOSE"),
        by,
        about,
        entry -> {
          requireReasons(reasons);
          requireUsable(now, text);
          String words =
              LawChange.proposalText(
                  id, text.kind(), now.digest(), text.digest(), by, reasons.strip());
          byte[] signed = signed(entry.jdbc(), by, words, note);
          LawStore.keep(entry.jdbc(), text);
          LawStore.propose(
              entry.jdbc(),
              proposal(
                  id,
                  now,
                  text,
                  new LawChange.Proposal(
                      by, reasons.strip(), new String(signed, StandardCharsets.UTF_8))));
          entry.note("change", id);
          entry.note("old", now.digest());
          entry.note("new", text.digest());
          entry.note("narrowing", narrowing ? 1 : 0);
          entry.note("note", Digest.of(signed));
          return id;
        });
    LawFolder kept = folder;
    if (kept != null) {
      kept.keep(text);
    }
    if (narrowing) {
      deeds.run(
          "POLICY_NOTICE",
          null,
          Particulars.none().id("change", id),
          entry -> {
            entry.note("change", id);
            entry.note("old", now.digest());
            entry.note("new", text.digest());
            entry.note("from", entry.at());
            return id;
          });
      force(register.within("law", jdbc -> LawStore.locked(jdbc, id)), text);
    }
    return id;
  }

  /**
   * Proposes what the program ships in the place of a law in force that is behind it. It takes the
   * whole way of a change: two others, notice and the delay.
   *
   * @param by an administrator or authorising officer
   * @return the change's identifier; empty if the law in force is not behind
   * @throws Refused {@code SX-AUTH-LAW-OWN} if the house's own words would be lost
   */
  public Optional<UUID> update(ActorId by, LawKind kind, String reasons) {
    LawText now = inForce(kind);
    LawLag lag = lag(now).orElse(null);
    if (lag == null) {
      return Optional.empty();
    }
    lag.requireNothingLost();
    return LawLag.shipped(now).map(text -> propose(by, text, reasons));
  }

  private LawChange proposal(
      UUID id, @Nullable LawText before, LawText text, LawChange.Proposal proposal) {
    return new LawChange(
        id,
        text.kind(),
        before == null ? null : before.digest(),
        text.digest(),
        proposal,
        before != null && LawCheck.narrows(before, text),
        State.PROPOSED,
        new LawChange.Times(deeds.now(), null, null, null),
        List.of(),
        -1);
  }

  private void requireUsable(LawText now, LawText text) {
    if (text.digest().equals(now.digest())) {
      throw refused(
          "SX-AUTH-LAW-SAME", "this is in force already", text.digest().hex(), "change the text");
    }
    if (text.name().equals(now.name()) && text.version() <= now.version()) {
      throw refused(
          "SX-AUTH-LAW-VERSION",
          "a change needs a version of its own",
          text.version() + " after " + now.version(),
          "raise the version");
    }
    if (text.kind() == LawKind.POLICY) {
      engines.requireWayBack(PolicyBundle.parse(text.body()));
    }
  }

  /** The exact words that this person would sign for a decision on a change. */
  public String decisionText(ActorId by, UUID change, Decision decision, String reasons) {
    return register.within(
        "law",
        jdbc ->
            LawStore.locked(jdbc, change)
                .approvalText(part(people.find(jdbc, by)), by, decision, reasons.strip()));
  }

  /** Approves or refuses a proposed change, signing with the key that the house keeps. */
  public void decide(ActorId by, UUID change, Decision decision, String reasons) {
    decide(by, change, decision, reasons, null);
  }

  /**
   * Approves or refuses a proposed change. When both have approved, overseers have notice and the
   * delay begins; a refusal stops it.
   *
   * @param by an authorising officer or an overseer, neither the proposer nor the other
   * @param decision APPROVED or REFUSED
   * @param note the signed note over {@link #decisionText}, made where the person's key is; null to
   *     sign with the key that the house keeps
   */
  public void decide(
      ActorId by, UUID change, Decision decision, String reasons, byte @Nullable [] note) {
    LawChange asked = register.within("law", jdbc -> LawStore.locked(jdbc, change));
    boolean agreed =
        deeds.run(
            asked.kind().deed("APPROVE"),
            by,
            Particulars.none().id("change", change),
            entry -> {
              requireReasons(reasons);
              LawChange open = requireOpen(entry.jdbc(), change, EnumSet.of(State.PROPOSED));
              Role role = part(people.find(entry.jdbc(), by));
              requireOther(open, role, by);
              String words = open.approvalText(role, by, decision, reasons.strip());
              byte[] signed = signed(entry.jdbc(), by, words, note);
              String text = new String(signed, StandardCharsets.UTF_8);
              Signature signature =
                  new Signature(role, by, decision, reasons.strip(), text, entry.at());
              LawStore.sign(entry.jdbc(), change, signature);
              if (decision != Decision.APPROVED) {
                LawStore.end(entry.jdbc(), change, State.STOPPED, entry.at());
              }
              note(entry, open);
              entry.note("role", role);
              entry.note("decision", decision);
              entry.note("note", Digest.of(signed));
              return check.approvals(entry.jdbc(), LawStore.locked(entry.jdbc(), change));
            });
    if (agreed) {
      notice(asked);
    }
  }

  private byte[] signed(JdbcClient jdbc, ActorId by, String words, byte @Nullable [] note) {
    byte[] signed = note == null ? people.sign(jdbc, by, words) : note;
    if (!check.verifies(jdbc, by, words, new String(signed, StandardCharsets.UTF_8))) {
      throw refused(
          "SX-AUTH-NOTE",
          "this is not that person's signature of these words",
          by.toString(),
          "sign exactly the text that is shown");
    }
    return signed;
  }

  private void notice(LawChange change) {
    deeds.run(
        change.kind().deed("NOTICE"),
        null,
        about(change),
        entry -> {
          Instant due = entry.at().plus(rules.lawDelay());
          LawStore.notice(entry.jdbc(), change.id(), entry.at(), due);
          note(entry, change);
          entry.note("from", due);
          return due;
        });
    remember();
  }

  /** Stops a change that is not in force: the proposer, an officer or an overseer may. */
  public void stop(ActorId by, UUID change, String reasons) {
    LawChange asked = register.within("law", jdbc -> LawStore.locked(jdbc, change));
    deeds.run(
        asked.kind().deed("STOP"),
        by,
        Particulars.none().id("change", change),
        entry -> {
          requireReasons(reasons);
          LawChange open =
              requireOpen(entry.jdbc(), change, EnumSet.of(State.PROPOSED, State.NOTICED));
          LawStore.end(entry.jdbc(), change, State.STOPPED, entry.at());
          note(entry, open);
          return change;
        });
    remember();
  }

  private static LawChange requireOpen(JdbcClient jdbc, UUID id, EnumSet<State> wanted) {
    LawChange change = LawStore.locked(jdbc, id);
    if (!wanted.contains(change.state())) {
      throw new Refused.Path(
          "SX-AUTH-LAW-STATE",
          "this change's state does not lead there",
          "change " + id,
          change.state().toString(),
          "possible in " + wanted);
    }
    return change;
  }

  private static void requireOther(LawChange change, Role role, ActorId by) {
    boolean twice = change.signatures().stream().anyMatch(one -> one.role() == role);
    boolean own = by.equals(change.proposal().actor());
    if (twice || own || change.signatures().stream().anyMatch(one -> one.actor().equals(by))) {
      throw new Refused.Role(
          "SX-AUTH-DISTINCT",
          "a change of the law takes three people: one proposes, an officer and an overseer decide",
          "change " + change.id(),
          role.toString(),
          twice ? "the other part must decide now" : "let another person decide");
    }
  }

  private static Role part(Actor actor) {
    return actor.roles().contains(Role.OVERSEER) ? Role.OVERSEER : Role.AUTHORISING_OFFICER;
  }

  private static void requireReasons(String reasons) {
    int length = reasons.strip().length();
    if (length < SHORTEST_REASON || length > LONGEST_REASON) {
      throw new Refused.Application(
          "SX-AUTH-REASONS",
          "a change of the law needs reasons",
          "reasons",
          length + " characters",
          "write 10 to 4000 characters");
    }
  }

  private static Refused refused(String code, String what, String value, String cure) {
    return new Refused.Application(code, what, "change of the law", value, cure);
  }

  // ------------------------------------------------------------------ by the clock

  /** Brings into force what is due. Asked before every act; costs a comparison when nothing is. */
  void settle() {
    Instant due = nextDue;
    if (due == null || log.now().isBefore(due) || waiting.getAsBoolean()) {
      return;
    }
    synchronized (this) {
      for (LawChange change : history()) {
        Instant from = change.times().due();
        if (change.state() == State.NOTICED && from != null && !log.now().isBefore(from)) {
          ripe(change);
        }
      }
      remember();
    }
  }

  private void ripe(LawChange change) {
    Digest now;
    synchronized (inForce) {
      now = Objects.requireNonNull(inForce.get(change.kind())).digest();
    }
    if (!now.equals(change.before())) {
      register.within(
          "law",
          jdbc -> {
            LawStore.end(jdbc, change.id(), State.LAPSED, deeds.now());
            return change;
          });
      return;
    }
    LawText text =
        register.within(
            "law",
            jdbc -> {
              if (!check.approvals(jdbc, change)) {
                throw LawFault.broken(
                    "SX-AUTH-LAW-SIGNATURE",
                    "a change of the law lacks its signatures",
                    "change " + change.id(),
                    change.after().hex());
              }
              return LawCheck.text(jdbc, change.kind(), change.after());
            });
    force(change, text);
  }

  private void force(LawChange change, LawText text) {
    deeds.run(
        change.kind().deed("FORCE"),
        null,
        about(change),
        entry -> {
          LawStore.force(entry.jdbc(), change.id(), entry.at(), entry.leaf());
          return note(entry, change);
        },
        () -> take(text));
  }

  private static Particulars about(LawChange change) {
    return Particulars.none().id("change", change.id());
  }

  private static LawChange note(Deeds.Entry entry, LawChange change) {
    entry.note("change", change.id());
    Digest before = change.before();
    if (before != null) {
      entry.note("old", before);
    }
    entry.note("new", change.after());
    entry.note("first", before == null ? 1 : 0);
    entry.note("narrowing", change.narrowing() ? 1 : 0);
    return change;
  }

  private void remember() {
    nextDue =
        history().stream()
            .filter(change -> change.state() == State.NOTICED)
            .map(change -> Objects.requireNonNull(change.times().due()))
            .min(Instant::compareTo)
            .orElse(null);
  }

  // ------------------------------------------------------------------ the program

  /**
   * Says in the log what this program can do and who judges, at every start of a house.
   *
   * @param capabilities digest of the manifest of capabilities
   */
  public void started(Digest capabilities) {
    Particulars about =
        Particulars.none().digest("capabilities", capabilities).token("engine", engine());
    deeds.run(
        "PROGRAM",
        null,
        about,
        entry -> {
          entry.note("capabilities", capabilities);
          entry.note("engine", engine());
          return capabilities;
        });
  }
}
