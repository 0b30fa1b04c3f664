package dev.sextant.findings;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Door;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.People;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.findings.FindingStep.Kind;
import dev.sextant.findings.store.FindingStore;
import dev.sextant.findings.store.FindingStore.Beside;
import dev.sextant.findings.store.FindingStore.NextStep;
import dev.sextant.terms.Digest;
import dev.sextant.terms.FindingId;
import dev.sextant.terms.SnapshotId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The room's front door: drafts, freezes, has reviewed, signs and withdraws findings. A finding is
 * read under the authority it was begun under and no other.
 */
public final class Findings {
  /**
   * Under this name the outcome of a withdrawal says who had seen the finding: {@link
   * #SHOWN_TO_TEAM}, or its author alone.
   */
  public static final String SHOWN_TO = "shown-to";

  /** The finding had been submitted, so that the team saw it. */
  public static final String SHOWN_TO_TEAM = "team";

  /** As long as the digest that it keeps from being guessed. */
  private static final int SALT_BYTES = 32;

  private static final int REASON_MIN = 10;
  private static final int REASON_MAX = 4_000;

  private final Evidence evidence;
  private final FindingStore store;
  private final People people;
  private final Clock clock;

  /**
   * What the room rests on.
   *
   * @param door to the case tables
   * @param keys of the cases; findings are sealed
   * @param people who write, review and sign
   */
  public record Ground(Door door, CaseKeys keys, People people) {}

  /**
   * Wires the room.
   *
   * @param ground what it rests on
   * @param evidence where cited things are copied from
   * @param clock when steps are taken
   */
  public Findings(Ground ground, Evidence evidence, Clock clock) {
    this.evidence = evidence;
    this.people = ground.people();
    this.store = new FindingStore(ground.door(), ground.keys(), ground.people());
    this.clock = clock;
  }

  /**
   * Begins a finding. What the claim cites is copied in, so a record outside the permit's scope
   * cannot be cited.
   *
   * @throws FindingFault.NotFound if something cited is not there under this permit
   */
  public Finding draft(Permit permit, Claim claim) {
    FindingId id = FindingId.random();
    try (Act act = claiming(permit, id, "draft")) {
      Copy copy = copy(act, claim);
      Finding made =
          store.begin(
              act,
              id,
              number -> writing(Kind.DRAFTED, copy.document(act, id, number, now(), null)));
      return done(act, made);
    }
  }

  /** As {@link #amend(Permit, FindingId, Digest, Claim)}, as it now stands. */
  public Finding amend(Permit permit, FindingId id, Claim claim) {
    return amend(permit, id, null, claim);
  }

  /**
   * Begins a correction of a signed finding: a draft of its own, with its own review and
   * signatures, that names what it corrects. Once it is signed, it takes the other's place.
   *
   * @param old the finding to be corrected; anybody who may see it may correct it
   * @param claim what is claimed now; null to begin from what was
   * @param reasons what was wrong, 10 to 4,000 characters
   * @throws FindingFault.NotAllowed {@code SX-FIND-PATH} if it was never signed, or was corrected
   *     already; {@code SX-FIND-CORRECTING} if a correction of it is under way
   */
  public Finding correct(Permit permit, FindingId old, @Nullable Claim claim, String reasons) {
    String why = reasons(reasons);
    FindingId id = FindingId.random();
    try (Act act = correcting(permit, id, old)) {
      try {
        Finding wrong = store.finding(act, old);
        requireCorrectable(wrong);
        requireNone(store.all(act), wrong.id(), id);
        Copy copy =
            copy(
                act,
                claim == null
                    ? wrong.document().claim().citing(c -> evidence.standing(act, c))
                    : claim);
        Correction corrects =
            new Correction(old, wrong.number(), wrong.digest(), wrong.version() + 1, why);
        Finding made =
            store.begin(
                act,
                id,
                number -> writing(Kind.DRAFTED, copy.document(act, id, number, now(), corrects)));
        return done(act, made);
      } catch (FindingFault e) {
        act.failed(e.code());
        throw e;
      }
    }
  }

  private static Act correcting(Permit permit, FindingId id, FindingId old) {
    Particulars inputs =
        Particulars.none().id("finding", id).token("event", "correct").id("corrects", old);
    return permit.begin(Step.CLAIM, inputs);
  }

  private static void requireCorrectable(Finding wrong) {
    if (!wrong.correctable()) {
      throw new FindingFault.NotAllowed(
          "SX-FIND-PATH",
          "only what was signed is corrected, and once",
          "finding F-" + wrong.number(),
          wrong.state().name(),
          "amend a draft; correct the latest version of what was corrected already");
    }
  }

  /* Nobody sees another's draft, so that two may begin one correction; the first that is submitted
   * goes on. */
  private static void requireNone(List<Finding> all, FindingId wrong, FindingId but) {
    for (Finding other : all) {
      Correction corrects = other.document().corrects();
      if (corrects != null
          && corrects(other, wrong, but)
          && (other.state() != FindingState.WITHDRAWN || other.signature().isPresent())) {
        throw corrected(corrects, other);
      }
    }
  }

  /**
   * Changes a draft, or a finding that was sent back.
   *
   * @param seen digest of the document that the change was begun from; null for whatever it is now
   * @throws FindingFault.NotAllowed if it is not this person's to change, or frozen
   * @throws FindingFault.Overtaken if it was changed since, in another window
   */
  public Finding amend(Permit permit, FindingId id, @Nullable Digest seen, Claim claim) {
    try (Act act = claiming(permit, id, "amend")) {
      Copy copy = copy(act, claim);
      Finding made =
          store.append(
              act,
              id,
              stands -> {
                require(act, stands, Kind.AMENDED);
                requireSame(stands, seen == null ? stands.digest() : seen);
                return writing(Kind.AMENDED, copy.document(act, id, stands, now()));
              });
      return done(act, made);
    }
  }

  /** As {@link #submit(Permit, FindingId, Digest)}, as it now stands. */
  public Finding submit(Permit permit, FindingId id) {
    return submit(permit, id, null);
  }

  /**
   * Freezes a finding, shows it to the team and asks for its review. What it cites is copied in
   * anew, and from here on the document does not change.
   *
   * @param seen digest of the draft whose changes its author looked at; null for whatever it is now
   * @throws FindingFault.Incomplete if a remark blocks
   * @throws FindingFault.Overtaken if it was changed since, in another window
   */
  public Finding submit(Permit permit, FindingId id, @Nullable Digest seen) {
    try (Act act = claiming(permit, id, "submit")) {
      try {
        return submitted(act, id, seen);
      } catch (FindingFault e) {
        act.failed(e.code());
        throw e;
      }
    }
  }

  private Finding submitted(Act act, FindingId id, @Nullable Digest seen) {
    Finding draft = store.finding(act, id);
    require(act, draft, Kind.SUBMITTED);
    requireSame(draft, seen == null ? draft.digest() : seen);
    Correction corrects = draft.document().corrects();
    Claim claim = draft.document().claim();
    List<Remark> blocking = new ArrayList<>(ClaimCheck.blocking(claim));
    Copy copy = copy(act, claim);
    blocking.addAll(Corroboration.blocking(claim.grade(), evidence.cited(act, copy.supports())));
    if (!blocking.isEmpty()) {
      throw new FindingFault.Incomplete(blocking);
    }
    Function<Finding, NextStep> submitting =
        stands -> {
          require(act, stands, Kind.SUBMITTED);
          requireSame(stands, draft.digest());
          return writing(Kind.SUBMITTED, copy.document(act, id, stands, now()));
        };
    if (corrects == null) {
      return done(act, store.append(act, id, submitting));
    }
    Beside first =
        new Beside(
            corrects.finding(), all -> requireNone(all, corrects.finding(), id), old -> null);
    return done(act, store.append(act, id, submitting, first));
  }

  /**
   * How many independent origins speak for a finding.
   *
   * @throws FindingFault.NotFound if there is none under this permit's authority
   */
  public List<Corroboration.Origin> origins(Permit permit, FindingId id) {
    Particulars inputs = Particulars.none().token("what", "origins").id("finding", id);
    try (Act act = permit.begin(Step.VIEW, inputs)) {
      List<Corroboration.Origin> origins =
          Corroboration.origins(evidence.cited(act, store.finding(act, id).document().supports()));
      act.done(Particulars.none().number("origins", origins.size()));
      return origins;
    }
  }

  /** As {@link #review(Permit, FindingId, Digest, ReviewDecision, String)}, as it now stands. */
  public Finding review(Permit permit, FindingId id, ReviewDecision decision, String reasons) {
    return review(permit, id, null, decision, reasons);
  }

  /**
   * A second person's decision. Accepting signs the document's digest with that person's key.
   *
   * @param permit the reviewer's own, never the author's
   * @param seen digest of the document that the reviewer read; null for whatever it is now
   * @param reasons why, 10 to 4,000 characters
   * @throws FindingFault.NotAllowed if the reviewer is the author, or it is not in review
   * @throws FindingFault.Overtaken if the document is no longer the one that was read
   */
  public Finding review(
      Permit permit, FindingId id, @Nullable Digest seen, ReviewDecision decision, String reasons) {
    String why = reasons(reasons);
    Particulars inputs = Particulars.none().id("finding", id).token("decision", decision.name());
    try (Act act = permit.begin(Step.REVIEW, inputs)) {
      Finding read = store.finding(act, id);
      require(act, read, decision.kind());
      requireSame(read, seen == null ? read.digest() : seen);
      String note = decision == ReviewDecision.ACCEPT ? sign(act, read.digest()) : "";
      Finding made =
          store.append(
              act,
              id,
              stands -> {
                require(act, stands, decision.kind());
                requireSame(stands, read.digest());
                return new NextStep(decision.kind(), now(), null, stands.digest(), why, note);
              });
      return done(act, made);
    }
  }

  /**
   * The author's signature on what a second person accepted.
   *
   * @throws FindingFault.NotAllowed if it was not accepted, or is another's
   */
  public Finding sign(Permit permit, FindingId id) {
    try (Act act = permit.begin(Step.SIGN, Particulars.none().id("finding", id))) {
      Finding accepted = store.finding(act, id);
      require(act, accepted, Kind.SIGNED);
      String note = sign(act, accepted.digest());
      Function<Finding, NextStep> signing =
          stands -> {
            require(act, stands, Kind.SIGNED);
            requireSame(stands, accepted.digest());
            return new NextStep(Kind.SIGNED, now(), null, stands.digest(), "", note);
          };
      Correction corrects = accepted.document().corrects();
      return done(
          act,
          corrects == null
              ? store.append(act, id, signing)
              : store.append(act, id, signing, inPlaceOf(corrects, accepted)));
    }
  }

  /* Two corrections of one finding may both be in review, where the finding was withdrawn meanwhile or two were
   * submitted at once: the first that is signed stands. */
  private Beside inPlaceOf(Correction corrects, Finding by) {
    return new Beside(
        corrects.finding(),
        all -> {
          for (Finding other : all) {
            if (corrects(other, corrects.finding(), by.id()) && other.signature().isPresent()) {
              throw corrected(corrects, other);
            }
          }
        },
        old -> taken(old, by));
  }

  private static boolean corrects(Finding other, FindingId wrong, FindingId but) {
    Correction corrects = other.document().corrects();
    return corrects != null && !other.id().equals(but) && corrects.finding().equals(wrong);
  }

  private static FindingFault.NotAllowed corrected(Correction corrects, Finding other) {
    return new FindingFault.NotAllowed(
        "SX-FIND-CORRECTING",
        "a correction of it is there already",
        "finding F-" + corrects.number(),
        "F-" + other.number() + " " + other.state(),
        "amend that one, or have it withdrawn first");
  }

  /* In one with the signature: the old finding gives way at the moment in which the new one stands. One that
   * was withdrawn stays withdrawn. */
  private @Nullable NextStep taken(Finding old, Finding by) {
    if (old.state() == FindingState.WITHDRAWN) {
      return null;
    }
    requireCorrectable(old);
    String why = "F-" + by.number() + " takes its place: " + reason(by);
    return new NextStep(Kind.CORRECTED, now(), null, old.digest(), why, "");
  }

  private static String reason(Finding by) {
    Correction corrects = by.document().corrects();
    return corrects == null ? "" : corrects.reason();
  }

  /**
   * Takes a finding back. It stays readable to whoever could read it; it is disclosed no more. The
   * act's outcome names under {@link #SHOWN_TO} who that is.
   *
   * @param reasons why, 10 to 4,000 characters
   */
  public Finding withdraw(Permit permit, FindingId id, String reasons) {
    String why = reasons(reasons);
    try (Act act = claiming(permit, id, "withdraw")) {
      Finding made =
          store.append(
              act,
              id,
              stands -> {
                require(act, stands, Kind.WITHDRAWN);
                return new NextStep(Kind.WITHDRAWN, now(), null, stands.digest(), why, "");
              });
      act.note(
          Particulars.none()
              .token(SHOWN_TO, made.published().isPresent() ? SHOWN_TO_TEAM : "author"));
      return done(act, made);
    }
  }

  /** All findings under the permit's authority, by number. */
  public List<Finding> findings(Permit permit) {
    try (Act act = permit.begin(Step.VIEW, Particulars.none().token("what", "findings"))) {
      List<Finding> all = store.all(act);
      act.done(Particulars.none().number("findings", all.size()));
      return all;
    }
  }

  /**
   * One finding.
   *
   * @throws FindingFault.NotFound if there is none under this permit's authority
   */
  public Finding finding(Permit permit, FindingId id) {
    Particulars inputs = Particulars.none().token("what", "finding").id("finding", id);
    try (Act act = permit.begin(Step.VIEW, inputs)) {
      return done(act, store.finding(act, id));
    }
  }

  /** One finding, for another room's act. */
  public Finding finding(Act act, FindingId id) {
    return store.finding(act, id);
  }

  /** What a strict colleague would say of a claim; what blocks and what only warns. */
  public List<Remark> remarks(Claim claim) {
    return ClaimCheck.of(claim);
  }

  private static Act claiming(Permit permit, FindingId id, String event) {
    return permit.begin(Step.CLAIM, Particulars.none().id("finding", id).token("event", event));
  }

  private static Finding done(Act act, Finding finding) {
    act.done(
        Particulars.none()
            .digest("finding", finding.digest())
            .number("step", finding.last().seq())
            .token("state", finding.state().name()));
    return finding;
  }

  private Instant now() {
    // The database keeps microseconds, and what is signed must be what is read back.
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private String sign(Act act, Digest digest) {
    String text = FindingDocument.signedText(digest);
    return new String(people.sign(act.permit().actor(), text), StandardCharsets.UTF_8);
  }

  private static NextStep writing(Kind kind, FindingDocument document) {
    return new NextStep(kind, document.frozen(), document, document.digest(), "", "");
  }

  /** What a claim cites, copied. */
  private record Copy(
      Claim claim,
      String authorName,
      List<Support> supports,
      List<Support> counterSupports,
      @Nullable CitedSnapshot snapshot,
      List<CitedMeasure> measures,
      List<CitedEntity> entities) {
    FindingDocument document(Act act, FindingId id, Finding stands, Instant frozen) {
      return document(act, id, stands.number(), frozen, stands.document().corrects());
    }

    FindingDocument document(
        Act act, FindingId id, int number, Instant frozen, @Nullable Correction corrects) {
      return new FindingDocument(
          id,
          number,
          act.permit().caseId(),
          act.permit().authority(),
          act.permit().authorityVersion(),
          act.permit().actor(),
          authorName,
          frozen,
          claim,
          supports,
          counterSupports,
          snapshot,
          measures,
          entities,
          corrects,
          salt());
    }

    private static String salt() {
      byte[] salt = new byte[SALT_BYTES];
      new SecureRandom().nextBytes(salt);
      return HexFormat.of().formatHex(salt);
    }
  }

  private Copy copy(Act act, Claim claim) {
    SnapshotId rests = claim.snapshot();
    if (rests == null && !claim.measures().isEmpty()) {
      throw new FindingFault.Incomplete(
          ClaimCheck.blocking(claim).stream()
              .filter(remark -> remark.code().equals("SX-FIND-SNAPSHOT"))
              .toList());
    }
    List<Support> supports = claim.supports().stream().map(c -> evidence.support(act, c)).toList();
    List<Support> counter =
        claim.counterSupports().stream().map(c -> evidence.support(act, c)).toList();
    CitedNetwork network =
        rests == null
            ? null
            : evidence.network(act, rests, needed(claim, supports, counter), claim.measures());
    return new Copy(
        claim,
        people.actor(act.permit().actor()).name(),
        supports,
        counter,
        network == null ? null : network.snapshot(),
        network == null ? List.of() : network.measures(),
        evidence.entities(act, claim.entityKeys()));
  }

  private static Evidence.Needed needed(
      Claim claim, List<Support> supports, List<Support> counter) {
    Set<String> authors = new HashSet<>();
    supports.forEach(s -> authors.add(s.authorKey()));
    counter.forEach(s -> authors.add(s.authorKey()));
    return new Evidence.Needed(new HashSet<>(claim.entityKeys()), authors);
  }

  private static void require(Act act, Finding finding, Kind kind) {
    if (finding.allowed(act.permit().actor()).contains(kind)) {
      return;
    }
    boolean own = finding.author().equals(act.permit().actor());
    boolean review = kind == Kind.ACCEPTED || kind == Kind.RETURNED;
    if (own && review) {
      throw new FindingFault.NotAllowed(
          "SX-FIND-OWN",
          "nobody reviews a finding of their own",
          "finding F-" + finding.number(),
          finding.id().toString(),
          "ask a second person with a permit of this authority");
    }
    if (!own && !review) {
      throw new FindingFault.NotAllowed(
          "SX-FIND-AUTHOR",
          "only its author may do that",
          "finding F-" + finding.number(),
          finding.id().toString(),
          "ask the author, or draft one of your own");
    }
    throw new FindingFault.NotAllowed(
        "SX-FIND-PATH",
        "its state does not lead there",
        "finding F-" + finding.number(),
        finding.state() + (finding.accepted() ? " (accepted)" : "") + " to " + kind,
        "see docs/formats/finding.md for its way from draft to signature");
  }

  private static void requireSame(Finding stands, Digest read) {
    if (!stands.digest().equals(read)) {
      throw new FindingFault.Overtaken(stands.id().toString());
    }
  }

  private static String reasons(String reasons) {
    String why = reasons.strip();
    if (why.length() < REASON_MIN || why.length() > REASON_MAX) {
      throw new FindingFault.NotAllowed(
          "SX-FIND-REASONS",
          "a decision needs reasons",
          "reasons",
          why.length() + " characters",
          "write 10 to 4,000 characters");
    }
    return why;
  }
}
