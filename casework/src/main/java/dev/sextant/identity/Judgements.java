package dev.sextant.identity;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Door;
import dev.sextant.identity.store.JudgementStore;
import dev.sextant.identity.store.ReviewStore;
import dev.sextant.terms.Digest;
import dev.sextant.terms.JudgementId;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** What people said of pairs under the authority of an act, and saying more. */
final class Judgements {
  /** As long as a page; a reason is not a report. */
  private static final int MOST_REASON = 4000;

  private final JudgementStore judgements;
  private final ReviewStore reviews;
  private final Clock clock;

  Judgements(Door door, CaseKeys keys, Clock clock) {
    this.judgements = new JudgementStore(door, keys);
    this.reviews = new ReviewStore(door, keys);
    this.clock = clock;
  }

  /** All, with their reviews, in the order of the log. */
  List<Judgement> all(Act act) {
    Map<JudgementId, List<Review>> said = reviews.all(act);
    return judgements.all(act).stream()
        .map(judgement -> judgement.with(said.getOrDefault(judgement.id(), List.of())))
        .toList();
  }

  /* A judgement on somebody whom this scope does not reach joins nobody: a renewal that is narrower
   * must not show what was tied through the persons left out. */
  List<Judgement> known(Act act, AccountCensus census) {
    return all(act).stream()
        .filter(j -> census.knows(j.pair().a()) && census.knows(j.pair().b()))
        .toList();
  }

  /**
   * Appends a judgement.
   *
   * @param census holds both accounts
   * @param needsSecond whether it counts only once a second person has approved it
   */
  Judgement add(Act act, AccountCensus census, Proposed what, boolean needsSecond) {
    return judgements.add(
        act,
        new JudgementStore.Draft(
            what.id, what.pair, what.verdict, what.reason, clock.instant(), null, needsSecond),
        census.oneOfEach(what.pair.a(), what.pair.b()));
  }

  /** A judgement that is about to be made. */
  record Proposed(JudgementId id, Pair pair, JudgementVerdict verdict, String reason) {}

  /** Appends the taking back of a judgement. */
  Judgement withdraw(
      Act act, AccountCensus census, Judgement old, JudgementId withdrawal, String reason) {
    return judgements.add(
        act,
        new JudgementStore.Draft(
            withdrawal, old.pair(), old.verdict(), reason, clock.instant(), old.id(), false),
        census.oneOfEach(old.pair().a(), old.pair().b()));
  }

  /**
   * Appends a second person's word.
   *
   * @return digest of the sealed row
   */
  Digest review(Act act, JudgementId of, boolean approved, String reason) {
    return reviews.add(act, of, approved, reason, clock.instant());
  }

  /**
   * The judgement of that id, if a second person may speak on it.
   *
   * @throws BadJudgement if there is none, it was withdrawn, it needs nobody else, or the caller
   *     made it
   */
  static Judgement reviewable(Act act, List<Judgement> all, JudgementId id) {
    Judgement judgement = withdrawable(all, id);
    if (!judgement.needsSecond()) {
      throw new BadJudgement(
          "SX-IDENTITY-SECOND",
          "this judgement counts without a second person",
          "judgement",
          id.toString(),
          "judge the pair yourself if you see it otherwise");
    }
    if (judgement.by().equals(act.permit().actor())) {
      throw new BadJudgement(
          "SX-IDENTITY-SECOND",
          "nobody reviews a judgement of their own",
          "judgement",
          id.toString(),
          "ask another person of the team");
    }
    return judgement;
  }

  /**
   * The judgement of that id, if it can be taken back.
   *
   * @throws BadJudgement if there is none, it is a withdrawal, or it was withdrawn already
   */
  static Judgement withdrawable(List<Judgement> all, JudgementId id) {
    for (Judgement judgement : all) {
      if (id.equals(judgement.withdraws())) {
        throw new BadJudgement(
            "SX-IDENTITY-WITHDRAWN",
            "this judgement was withdrawn already",
            "judgement",
            id.toString(),
            "judge the pair anew if it should stand");
      }
    }
    return all.stream()
        .filter(judgement -> judgement.id().equals(id) && !judgement.withdrawal())
        .findFirst()
        .orElseThrow(() ->
            new BadJudgement(
                "SX-IDENTITY-JUDGEMENT",
                "no such judgement under this authority",
                "judgement",
                id.toString(),
                "take one from the list of judgements"));
  }

  /**
   * A reason without blanks around it.
   *
   * @throws BadJudgement {@code SX-IDENTITY-REASON} if it is empty or too long
   */
  static String checkedReason(String reason) {
    String text = reason.strip();
    if (text.isEmpty() || text.length() > MOST_REASON) {
      throw new BadJudgement(
          "SX-IDENTITY-REASON",
          "a judgement needs a reason",
          "reason",
          text.length() + " characters",
          "say why, in 1 to " + MOST_REASON + " characters");
    }
    return text;
  }

  /** Both accounts of a pair are known, and as near to the named as the authority reaches. */
  static void requireInScope(Act act, AccountCensus census, Pair pair) {
    if (census.beyond(pair.a()) || census.beyond(pair.b())) {
      act.failed("SX-IDENTITY-HOP");
      throw new BadJudgement(
          "SX-IDENTITY-HOP",
          "this account is further from the named than the authority reaches",
          "pair",
          census.beyond(pair.a()) ? "first account" : "second account",
          "a further person needs a basis of its own: apply for a version that names the account");
    }
    if (!census.knows(pair.a()) || !census.knows(pair.b())) {
      throw new BadJudgement(
          "SX-IDENTITY-ACCOUNT",
          "no such account within the scope",
          "pair",
          census.knows(pair.a()) ? "second account" : "first account",
          "take accounts from the list of accounts");
    }
  }
}
