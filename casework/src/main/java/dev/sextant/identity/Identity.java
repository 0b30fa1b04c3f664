package dev.sextant.identity;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Door;
import dev.sextant.authority.Model;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.identity.store.JudgementStore;
import dev.sextant.records.Reach;
import dev.sextant.terms.JudgementId;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * The room's front door. Everything is derived from the records that the permit may see and from
 * people's judgements; only judgements are kept. A judgement counts under the authority it was made
 * under, and shows under no other: neither its link nor its reason (docs/decisions/0013).
 *
 * <p>Cost: every call streams the records in scope once.
 */
public final class Identity {
  /** As long as a page; a reason is not a report. */
  private static final int MOST_REASON = 4000;

  private final RecordStream records;
  private final JudgementStore store;
  private final Clock clock;

  /**
   * Wires the room.
   *
   * @param records the record store's stream
   * @param door to the case tables
   * @param keys of the cases; reasons are sealed
   * @param clock when judgements are made
   */
  public Identity(RecordStream records, Door door, CaseKeys keys, Clock clock) {
    this.records = records;
    this.store = new JudgementStore(door, keys);
    this.clock = clock;
  }

  /** The room's one method of the machine, as this program runs it. */
  public static Model model() {
    return SelectorModel.MODEL;
  }

  /** The accounts in scope, by key. */
  public List<Account> accounts(Permit permit) {
    try (Act act = view(permit, "accounts")) {
      List<Account> accounts = census(act).accounts();
      act.done(Particulars.none().number("accounts", accounts.size()));
      return accounts;
    }
  }

  /** Pairs that share a strong selector and that nobody has judged, the best founded first. */
  public List<Suggestion> suggest(Permit permit) {
    return survey(permit).suggestions();
  }

  /** As {@link #suggest}, with the values that too many accounts share. */
  public Suggested survey(Permit permit) {
    try (Act act = permit.begin(Step.SUGGEST, SelectorModel.MODEL.named(Particulars.none()))) {
      AccountCensus census = census(act);
      Closure closure = new Closure(known(act, census));
      Suggested suggested = new Survey(census).suggested(closure::settled);
      act.done(
          Particulars.none()
              .number("suggestions", suggested.suggestions().size())
              .number("generic", suggested.generic().size()));
      return suggested;
    }
  }

  /**
   * Writes a person's judgement down. An earlier one on the same pair stays in the record; the
   * latest stands.
   *
   * @param reason why, 1 to 4000 characters
   * @throws BadJudgement if the reason is missing or too long, or an account is not in scope
   */
  public Judgement judge(Permit permit, Pair pair, JudgementVerdict verdict, String reason) {
    String why = checkedReason(reason);
    JudgementId id = JudgementId.random();
    Particulars inputs =
        Particulars.none()
            .id("judgement", id)
            .token("verdict", verdict.name())
            .spoken(pair.a())
            .spoken(pair.b());
    try (Act act = permit.begin(Step.JUDGE, inputs)) {
      AccountCensus census = census(act);
      requireInScope(act, census, pair);
      Judgement judgement =
          store.add(
              act,
              new JudgementStore.Draft(id, pair, verdict, why, clock.instant(), null),
              census.oneOfEach(pair.a(), pair.b()));
      act.done(judgement.digest());
      return judgement;
    }
  }

  /**
   * Takes a judgement back; both stay in the record.
   *
   * @param reason why, 1 to 4000 characters
   * @throws BadJudgement if there is no such judgement in scope, it is a withdrawal itself, or it
   *     was withdrawn already
   */
  public Judgement withdraw(Permit permit, JudgementId id, String reason) {
    String why = checkedReason(reason);
    JudgementId withdrawal = JudgementId.random();
    Particulars inputs = Particulars.none().id("judgement", withdrawal).id("withdraws", id);
    try (Act act = permit.begin(Step.JUDGE, inputs)) {
      List<Judgement> all = store.all(act);
      Judgement old = withdrawable(all, id);
      AccountCensus census = census(act);
      requireInScope(act, census, old.pair());
      Judgement taken =
          store.add(
              act,
              new JudgementStore.Draft(
                  withdrawal, old.pair(), old.verdict(), why, clock.instant(), id),
              census.oneOfEach(old.pair().a(), old.pair().b()));
      act.done(taken.digest());
      return taken;
    }
  }

  /** Judgements and withdrawals on accounts in scope, in the order of the log. */
  public List<Judgement> judgements(Permit permit) {
    try (Act act = view(permit, "judgements")) {
      AccountCensus census = census(act);
      List<Judgement> seen = known(act, census);
      act.done(Particulars.none().number("judgements", seen.size()));
      return seen;
    }
  }

  /** The judgements that stand now, one a pair: the latest that nobody withdrew. */
  public static Map<Pair, Judgement> standing(List<Judgement> judgements) {
    return Closure.standing(judgements);
  }

  /** The entities in scope. */
  public Entities entities(Permit permit) {
    try (Act act = view(permit, "entities")) {
      Entities entities = entities(act);
      act.done(Particulars.none().number("entities", entities.all().size()));
      return entities;
    }
  }

  /** The entities in scope, for another room's act. */
  public Entities entities(Act act) {
    AccountCensus census = census(act);
    return new Closure(known(act, census)).entities(census.accounts());
  }

  /* A judgement on somebody whom this scope does not reach joins nobody: a renewal that is narrower
   * must not show what was tied through the persons left out. */
  private List<Judgement> known(Act act, AccountCensus census) {
    return store.all(act).stream()
        .filter(j -> census.knows(j.pair().a()) && census.knows(j.pair().b()))
        .toList();
  }

  /**
   * One account's card, with the entity it belongs to. Looking at one person is counted in the
   * whole house ({@code SX-AUTH-REPETITION}).
   *
   * @param key of the account, as the list of accounts has it
   * @throws BadJudgement {@code SX-IDENTITY-ACCOUNT} if there is none within the scope
   */
  public Entity card(Permit permit, String key) {
    Particulars inputs =
        Particulars.none()
            .token("what", "card")
            .selector("account", Selector.of(SelectorType.KEYWORD, key));
    try (Act act = permit.begin(Step.VIEW, inputs)) {
      Entities all = entities(act);
      int place = all.placeOf(key);
      if (place < 0) {
        throw new BadJudgement(
            "SX-IDENTITY-ACCOUNT",
            "no such account within the scope",
            "account",
            key.length() + " characters",
            "take accounts from the list of accounts");
      }
      act.done();
      return all.all().get(place);
    }
  }

  private static Act view(Permit permit, String what) {
    return permit.begin(Step.VIEW, Particulars.none().token("what", what));
  }

  private AccountCensus census(Act act) {
    AccountCensus census = new AccountCensus(Reach.of(act.permit()));
    records.each(act, census);
    census.cut();
    return census;
  }

  private static void requireInScope(Act act, AccountCensus census, Pair pair) {
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

  private static Judgement withdrawable(List<Judgement> all, JudgementId id) {
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

  private static String checkedReason(String reason) {
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
}
