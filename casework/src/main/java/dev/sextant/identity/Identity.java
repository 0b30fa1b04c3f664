package dev.sextant.identity;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Door;
import dev.sextant.authority.Model;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.identity.store.EventStore;
import dev.sextant.identity.store.LeadStore;
import dev.sextant.records.Reach;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.JudgementId;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The room's front door. Everything is derived from the records that the permit may see and from
 * people's judgements; only judgements are kept. A judgement counts under the authority it was made
 * under, and shows under no other: neither its link nor its reason (docs/decisions/0013).
 *
 * <p>Cost: the first call after something changed opens every record in scope; the others, until
 * the next change, none.
 */
public final class Identity {
  private final RecordStream records;
  private final Gathering gathering;
  private final Judgements said;
  private final LeadAccounts leads;
  private final IdentityRules rules;
  private final LikenessMethod method;
  private final Proposals proposals;
  private final Clock clock;

  /**
   * Wires the room.
   *
   * @param records the record store's stream
   * @param door to the case tables
   * @param keys of the cases; reasons are sealed
   * @param clock when judgements are made
   * @param rules what the jurisdiction asks of judgements
   */
  public Identity(
      RecordStream records, Door door, CaseKeys keys, Clock clock, IdentityRules rules) {
    this.records = records;
    this.gathering = new Gathering(records);
    this.said = new Judgements(door, keys, clock);
    this.leads = new LeadAccounts(new LeadStore(door, keys), this::census, clock);
    this.rules = rules;
    this.method = new LikenessMethod(SelectorModel.MODEL.fingerprint());
    this.proposals =
        new Proposals(new EventStore(door, keys), method, SelectorModel.MODEL.fingerprint());
    this.clock = clock;
  }

  /** Which accounts give entities their names. */
  public LeadAccounts leads() {
    return leads;
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

  /** Pairs to look at that nobody has judged, the likeliest first. */
  public List<Suggestion> suggest(Permit permit) {
    return survey(permit).suggestions();
  }

  /**
   * As {@link #suggest}, with groups and with the values that too many accounts share. What the
   * machine saw and answered is kept; what is kept already is not done again.
   */
  public Suggested survey(Permit permit) {
    try (Act act = permit.begin(Step.SUGGEST, SelectorModel.MODEL.named(Particulars.none()))) {
      Proposals.Seen seen = seen(act);
      Proposals.Answer answer = proposals.answer(act, clock.instant(), seen);
      Suggested suggested = new Suggesting(seen, answer, method).suggested();
      act.done(
          Particulars.none()
              .number("suggestions", suggested.suggestions().size())
              .number("generic", suggested.generic().size())
              .number("groups", suggested.groups().size())
              .number("observed", answer.observed())
              .number("scored", answer.scored())
              .number("grouped", answer.grouped()));
      return suggested;
    }
  }

  /**
   * Where a screen name, an address or a number shows over all platforms held in the case.
   *
   * @param asked a screen name, an e-mail address, a number, or {@code type:value}
   */
  public Footprint footprint(Permit permit, String asked) {
    Footprints.Asked what = Footprints.Asked.of(asked);
    Particulars inputs =
        Particulars.none()
            .token("what", "footprint")
            .selector("asked", Selector.of(SelectorType.KEYWORD, what.text()))
            .asks(what.text())
            .spoken(what.text());
    try (Act search = permit.begin(Step.SEARCH, inputs);
        Act machine = permit.begin(Step.SUGGEST, SelectorModel.MODEL.named(Particulars.none()))) {
      Gathered gathered = gathering.of(search);
      Footprint footprint =
          new Footprints(seen(search, gathered), method).of(what, gathered.leads());
      Particulars found =
          Particulars.none()
              .number("candidates", footprint.candidates().size())
              .number("leads", footprint.leads().size());
      machine.done(found);
      search.done(found);
      return footprint;
    }
  }

  private Proposals.Seen seen(Act act) {
    return seen(act, gathering.of(act));
  }

  private Proposals.Seen seen(Act act, Gathered gathered) {
    return new Proposals.Seen(
        gathered.census(),
        gathered.observations(),
        new Closure(said.known(act, gathered.census())));
  }

  /**
   * Writes a person's judgement down. An earlier one on the same pair stays in the record; the
   * latest stands.
   *
   * @param reason why, 1 to 4000 characters
   * @throws BadJudgement if the reason is missing or too long, or an account is not in scope
   */
  public Judgement judge(Permit permit, Pair pair, JudgementVerdict verdict, String reason) {
    String why = Judgements.checkedReason(reason);
    JudgementId id = JudgementId.random();
    Particulars inputs =
        Particulars.none()
            .id("judgement", id)
            .token("verdict", verdict.name())
            .spoken(pair.a())
            .spoken(pair.b());
    try (Act act = permit.begin(Step.JUDGE, inputs)) {
      AccountCensus census = census(act);
      Judgements.requireInScope(act, census, pair);
      Judgement judgement =
          said.add(
              act,
              census,
              new Judgements.Proposed(id, pair, verdict, why),
              rules.needsSecond(census, pair, verdict));
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
    String why = Judgements.checkedReason(reason);
    JudgementId withdrawal = JudgementId.random();
    Particulars inputs = Particulars.none().id("judgement", withdrawal).id("withdraws", id);
    try (Act act = permit.begin(Step.JUDGE, inputs)) {
      Judgement old = Judgements.withdrawable(said.all(act), id);
      AccountCensus census = census(act);
      Judgements.requireInScope(act, census, old.pair());
      Judgement taken = said.withdraw(act, census, old, withdrawal, why);
      act.done(taken.digest());
      return taken;
    }
  }

  /**
   * A second person's word on a judgement that counts only with it. It stays in the record; the
   * latest one counts.
   *
   * @param approved true if the judgement shall count
   * @param reason why, 1 to 4000 characters
   * @return the judgement with what was said of it
   * @throws BadJudgement if there is no such judgement in scope, it was withdrawn, it needs nobody
   *     else, or the permit's actor made it
   */
  public Judgement review(Permit permit, JudgementId id, boolean approved, String reason) {
    String why = Judgements.checkedReason(reason);
    Particulars inputs =
        Particulars.none().id("reviews", id).token("verdict", approved ? "APPROVED" : "REFUSED");
    try (Act act = permit.begin(Step.JUDGE, inputs)) {
      Judgement judgement = Judgements.reviewable(act, said.all(act), id);
      Judgements.requireInScope(act, census(act), judgement.pair());
      Digest digest = said.review(act, id, approved, why);
      Judgement reviewed =
          said.all(act).stream().filter(j -> j.id().equals(id)).findFirst().orElseThrow();
      act.done(digest);
      return reviewed;
    }
  }

  /** Judgements and withdrawals on accounts in scope, in the order of the log. */
  public List<Judgement> judgements(Permit permit) {
    try (Act act = view(permit, "judgements")) {
      AccountCensus census = census(act);
      List<Judgement> seen = said.known(act, census);
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

  /**
   * The entities as they were known at a moment: of what had been read by then, as it was judged
   * and approved by then, within what the permit may see now.
   *
   * @param asOf the moment
   */
  public Entities entities(Permit permit, Instant asOf) {
    try (Act act =
        permit.begin(Step.VIEW, Particulars.none().token("what", "entities").time("asOf", asOf))) {
      AccountCensus census = new AccountCensus(Reach.of(permit));
      records.each(act, asOf, census);
      census.cut();
      Closure closure =
          new Closure(
              said.known(act, census).stream()
                  .filter(judgement -> !judgement.at().isAfter(asOf))
                  .map(judgement -> judgement.asOf(asOf))
                  .toList());
      Entities entities = leads.named(act, closure.entities(census.accounts()), asOf);
      act.done(Particulars.none().number("entities", entities.all().size()));
      return entities;
    }
  }

  /** What joined and parted entities in scope, in the order of the log. */
  public List<EntityChange> changes(Permit permit) {
    try (Act act = view(permit, "entity-changes")) {
      List<EntityChange> changes = cards(act, census(act)).changes();
      act.done(Particulars.none().number("changes", changes.size()));
      return changes;
    }
  }

  /**
   * The entity that a key leads to, with why it holds together. A key that was given once leads on,
   * whatever was joined or parted since. Looking at one person is counted in the whole house
   * ({@code SX-AUTH-REPETITION}); the machine says which judgement to look at first.
   *
   * @throws BadJudgement {@code SX-IDENTITY-ENTITY} if it leads to none within the scope
   */
  public EntityCard entity(Permit permit, EntityKey key) {
    Particulars looked = Particulars.none().token("what", "entity").digest("entity", key.digest());
    // Whom a key names shows in the records alone: the machine's act finds it, nothing is shown
    // yet.
    try (Act machine = permit.begin(Step.SUGGEST, SelectorModel.MODEL.named(looked))) {
      Proposals.Seen seen = seen(machine);
      Cards cards = new Cards(seen.census().accounts(), said.known(machine, seen.census()));
      Optional<String> anchor = cards.anchor(key);
      Particulars inputs = anchor.map(account -> named(looked, "account", account)).orElse(looked);
      try (Act act = permit.begin(Step.VIEW, inputs)) {
        Cards.Beside beside =
            new Cards.Beside(likeness(seen), seen.census()::handlesOf, leads.all(act));
        EntityCard card = cards.card(key, anchor.orElseThrow(() -> noEntity(key)), beside);
        machine.done(Particulars.none().number("scored", card.weighed().size()));
        act.done();
        return card;
      }
    }
  }

  private static BadJudgement noEntity(EntityKey key) {
    return new BadJudgement(
        "SX-IDENTITY-ENTITY",
        "this key leads to no entity within the scope",
        "entity",
        key.toString(),
        "take entities from the list of entities");
  }

  private Function<Pair, Likeness> likeness(Proposals.Seen seen) {
    Map<String, Observation> observations = new HashMap<>();
    seen.observations().forEach(o -> observations.put(o.account(), o));
    return pair ->
        method.likeness(
            Objects.requireNonNull(observations.get(pair.a())),
            Objects.requireNonNull(observations.get(pair.b())));
  }

  /** The fewest judgements that join two accounts in scope; empty if they are not joined. */
  public List<Judgement> path(Permit permit, Pair pair) {
    try (Act act = permit.begin(Step.VIEW, on(pair, "path"))) {
      List<Judgement> path = cards(act, census(act)).path(pair.a(), pair.b());
      act.done(Particulars.none().number("judgements", path.size()));
      return path;
    }
  }

  /**
   * What would become of entities if this were judged; writes nothing.
   *
   * @throws BadJudgement if an account is not in scope
   */
  public Preview preview(Permit permit, Pair pair, JudgementVerdict verdict) {
    try (Act act = permit.begin(Step.VIEW, on(pair, "preview").token("verdict", verdict.name()))) {
      AccountCensus census = census(act);
      Judgements.requireInScope(act, census, pair);
      Preview preview =
          cards(act, census).preview(pair, verdict, rules.needsSecond(census, pair, verdict));
      act.done();
      return preview;
    }
  }

  /**
   * What would fall apart if this judgement were withdrawn; writes nothing.
   *
   * @throws BadJudgement if it cannot be withdrawn
   */
  public Preview preview(Permit permit, JudgementId withdrawn) {
    Particulars inputs = Particulars.none().token("what", "preview").id("withdraws", withdrawn);
    try (Act act = permit.begin(Step.VIEW, inputs)) {
      Judgement old = Judgements.withdrawable(said.all(act), withdrawn);
      AccountCensus census = census(act);
      Judgements.requireInScope(act, census, old.pair());
      act.meets(List.of(old.pair().a(), old.pair().b()));
      Cards cards = cards(act, census);
      Preview preview = cards.preview(old.pair(), cards.without(old), false);
      act.done();
      return preview;
    }
  }

  private static Particulars on(Pair pair, String what) {
    Particulars inputs = Particulars.none().token("what", what);
    return named(named(inputs, "first", pair.a()), "second", pair.b())
        .spoken(pair.a())
        .spoken(pair.b());
  }

  private static Particulars named(Particulars inputs, String name, String account) {
    return inputs.selector(name, Selector.of(SelectorType.KEYWORD, account));
  }

  private Cards cards(Act act, AccountCensus census) {
    return new Cards(census.accounts(), said.known(act, census));
  }

  /** The entities in scope, for another room's act. */
  public Entities entities(Act act) {
    AccountCensus census = census(act);
    return leads.named(act, new Closure(said.known(act, census)).entities(census.accounts()), null);
  }

  /**
   * One account's card, with the entity it belongs to. Looking at one person is counted in the
   * whole house ({@code SX-AUTH-REPETITION}).
   *
   * @param key of the account, as the list of accounts has it
   * @throws BadJudgement {@code SX-IDENTITY-ACCOUNT} if there is none within the scope
   */
  public Entity card(Permit permit, String key) {
    Particulars inputs = named(Particulars.none().token("what", "card"), "account", key);
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

  /** Remembers nothing of a case's records any more; to be called when any were destroyed. */
  public void forget(CaseId of) {
    gathering.forget(of);
  }

  private static Act view(Permit permit, String what) {
    return permit.begin(Step.VIEW, Particulars.none().token("what", what));
  }

  private AccountCensus census(Act act) {
    return gathering.of(act).census();
  }
}
