package dev.sextant.disclosure;

import dev.sextant.authority.Act;
import dev.sextant.authority.AuthorityRoom;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.disclosure.report.AssessmentText;
import dev.sextant.disclosure.store.RecallStore;
import dev.sextant.press.Typeface;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.Digest;
import dev.sextant.terms.DisclosureId;
import dev.sextant.terms.Fault;
import dev.sextant.terms.FindingId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Calling back what was released, and the one thing that may go to somebody outside the register:
 * in imminent danger, an assessment in a person's words (28 CFR 23.20(e)), never a record.
 */
public final class Recalls {
  private static final int REASON_MIN = 10;
  private static final int TEXT_MIN = 40;
  private static final int TEXT_MAX = 4_000;
  private static final int SALT_BYTES = 32;

  private final AuthorityRoom authority;
  private final Disclosures disclosures;
  private final String agency;
  private final Clock clock;
  private final RecallStore store;

  Recalls(AuthorityRoom authority, Disclosures disclosures, String agency, Clock clock) {
    this.authority = authority;
    this.disclosures = disclosures;
    this.agency = agency;
    this.clock = clock;
    this.store = new RecallStore(authority.door(), authority.keys());
  }

  /**
   * A notice to a recipient that something released is called back.
   *
   * @param id random
   * @param disclosure what is called back
   * @param reason why
   * @param by who called it back
   * @param at when
   * @param leaf where its act lies in the log
   */
  public record Notice(
      UUID id, DisclosureId disclosure, String reason, ActorId by, Instant at, long leaf) {}

  /**
   * A disclosure with the notices that call it back.
   *
   * @param disclosure what was released
   * @param due true if something it holds was withdrawn since, and nobody has called it back
   * @param notices oldest first
   */
  public record State(Disclosure disclosure, boolean due, List<Notice> notices) {
    /** Copies. */
    public State {
      notices = List.copyOf(notices);
    }
  }

  /**
   * An assessment given in imminent danger.
   *
   * @param id random
   * @param name who received it
   * @param organisation for which body
   * @param danger the danger, in words
   * @param text the assessment, in words
   * @param by who gave it
   * @param at when
   * @param leaf where its act lies in the log
   * @param digest SHA-256 of what was given
   */
  public record Assessment(
      UUID id,
      String name,
      String organisation,
      String danger,
      String text,
      ActorId by,
      Instant at,
      long leaf,
      Digest digest) {}

  /** Calls a disclosure back: its recipient is told to return or destroy it. */
  public Notice recall(Permit permit, DisclosureId id, String reason) {
    Particulars inputs = Particulars.none().token("what", "recall").id("disclosure", id);
    try (Act act = permit.begin(Step.EXPORT, inputs)) {
      try {
        Disclosure found = disclosures.released().find(act, id);
        if (!found.recipientId().isEmpty()) {
          act.note(Particulars.none().id("recipientId", found.recipientId()));
        }
        String words = words("reason", reason, REASON_MIN);
        Notice notice =
            new Notice(UUID.randomUUID(), id, words, permit.actor(), now(), act.intentLeaf());
        store.add(act, notice);
        act.done(Particulars.none().id("notice", notice.id()));
        return notice;
      } catch (Fault e) {
        act.failed(e.code());
        throw e;
      }
    }
  }

  /**
   * Calls back every disclosure that holds a finding: whoever received it is told (Directive (EU)
   * 2016/680, Article 7(3)).
   *
   * @param finding what turned out wrong
   * @param reason why
   * @return the notices, one for each disclosure
   */
  public List<Notice> recallAll(Permit permit, FindingId finding, String reason) {
    Particulars inputs = Particulars.none().token("what", "holders").id("finding", finding);
    List<DisclosureId> holders;
    try (Act act = permit.begin(Step.VIEW, inputs)) {
      holders =
          disclosures.released().all(act).stream()
              .filter(d -> d.findings().contains(finding))
              .map(Disclosure::id)
              .toList();
      act.done(Particulars.none().number("disclosures", holders.size()));
    }
    return holders.stream().map(id -> recall(permit, id, reason)).toList();
  }

  /** What was released under the permit's authority, what is called back and what should be. */
  public List<State> states(Permit permit) {
    try (Act act = permit.begin(Step.VIEW, Particulars.none().token("what", "recalls"))) {
      List<Notice> notices = store.notices(act);
      Set<DisclosureId> called = new HashSet<>();
      notices.forEach(n -> called.add(n.disclosure()));
      List<State> states =
          disclosures.released().all(act).stream()
              .map(d ->
                  new State(
                      d,
                      !called.contains(d.id()) && disclosures.released().withdrawnSince(act, d),
                      notices.stream().filter(n -> n.disclosure().equals(d.id())).toList()))
              .toList();
      act.done(Particulars.none().number("disclosures", states.size()));
      return states;
    }
  }

  /** What is said in an emergency, and to whom. */
  public record Emergency(String name, String organisation, String danger, String text) {}

  /**
   * Prints an assessment for somebody who need not stand in the register. It holds a person's
   * words, the authority and the moment: no finding, no record, no exhibit, no name of one.
   *
   * @return the PDF's bytes
   */
  public byte[] assess(Permit permit, Emergency said) {
    String salt = salt();
    UUID id = UUID.randomUUID();
    String name = words("recipient", said.name(), 3);
    String organisation = words("organisation", said.organisation(), 3);
    Digest to = Digest.ofFields("sextant-emergency/v1", salt, name, organisation);
    Particulars inputs =
        Particulars.none().token("what", "emergency").id("assessment", id).digest("recipient", to);
    try (Act act = permit.begin(Step.RELEASE, inputs)) {
      try {
        String danger = words("danger", said.danger(), TEXT_MIN);
        String text = words("assessment", said.text(), TEXT_MIN);
        Instant at = now();
        byte[] pdf =
            AssessmentText.print(
                new AssessmentText.Sheet(
                    id.toString(),
                    agency,
                    authority.cases().file(permit).shortName(),
                    authority.people().actor(permit.actor()).name(),
                    name,
                    organisation,
                    danger,
                    text,
                    at),
                Typeface.load());
        Digest digest = Digest.of(pdf);
        store.add(
            act,
            new Assessment(
                id, name, organisation, danger, text, permit.actor(), at, act.intentLeaf(), digest),
            salt);
        act.done(Particulars.none().digest("sheet", digest).number("bytes", pdf.length));
        return pdf;
      } catch (Fault e) {
        act.failed(e.code());
        throw e;
      }
    }
  }

  /** The assessments given under the permit's authority, oldest first. */
  public List<Assessment> assessments(Permit permit) {
    try (Act act = permit.begin(Step.VIEW, Particulars.none().token("what", "assessments"))) {
      List<Assessment> all = store.assessments(act);
      act.done(Particulars.none().number("assessments", all.size()));
      return all;
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static String words(String field, String text, int least) {
    String words = text.strip();
    if (words.length() < least || words.length() > TEXT_MAX) {
      throw new BadValue(
          "SX-DISC-WORDS",
          field,
          words.length() + " characters",
          "write " + least + " to " + TEXT_MAX + " characters");
    }
    return words;
  }

  private static String salt() {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }
}
