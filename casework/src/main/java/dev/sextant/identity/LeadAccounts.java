package dev.sextant.identity;

import dev.sextant.authority.Act;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.identity.store.LeadStore;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which account gives an entity its name. Unless somebody chose, the most active one with a name
 * does. A choice names an account, not an entity, so it stays right whatever is joined or parted:
 * of several in one entity the latest holds.
 */
public final class LeadAccounts {
  private final LeadStore store;
  private final Function<Act, AccountCensus> census;
  private final Clock clock;

  LeadAccounts(LeadStore store, Function<Act, AccountCensus> census, Clock clock) {
    this.store = store;
    this.census = census;
    this.clock = clock;
  }

  /**
   * Lets an account lead the entity that it is in, from now on.
   *
   * @param account by key
   * @param reason why, 1 to 4000 characters
   * @throws BadJudgement if the reason is missing or too long, or the account is not in scope
   */
  public LeadAccount choose(Permit permit, String account, String reason) {
    String why = Judgements.checkedReason(reason);
    UUID id = UUID.randomUUID();
    Particulars inputs = Particulars.none().id("lead", id).spoken(account);
    return done(
        permit,
        inputs,
        act -> {
          requireKnown(act, account);
          return store.add(act, new LeadStore.Draft(id, account, why, clock.instant(), null));
        });
  }

  /**
   * Takes a choice back; both stay in the record, and the choice before it holds again.
   *
   * @param reason why, 1 to 4000 characters
   * @throws BadJudgement {@code SX-IDENTITY-LEAD} if there is no such choice, or it was taken back
   */
  public LeadAccount withdraw(Permit permit, UUID id, String reason) {
    String why = Judgements.checkedReason(reason);
    UUID withdrawal = UUID.randomUUID();
    Particulars inputs = Particulars.none().id("lead", withdrawal).id("withdraws", id);
    return done(
        permit,
        inputs,
        act -> {
          LeadAccount old =
              standing(store.all(act)).stream()
                  .filter(one -> one.id().equals(id))
                  .findFirst()
                  .orElseThrow(() ->
                      new BadJudgement(
                          "SX-IDENTITY-LEAD",
                          "no such choice of a leading account stands",
                          "choice",
                          id.toString(),
                          "take one from the entity's card"));
          requireKnown(act, old.account());
          act.meets(List.of(old.account()));
          return store.add(
              act, new LeadStore.Draft(withdrawal, old.account(), why, clock.instant(), id));
        });
  }

  private void requireKnown(Act act, String account) {
    if (!census.apply(act).knows(account)) {
      throw new BadJudgement(
          "SX-IDENTITY-ACCOUNT",
          "no such account within the scope",
          "account",
          account.length() + " characters",
          "take accounts from the list of accounts");
    }
  }

  /** All choices and withdrawals under the act's authority, in the order of the log. */
  List<LeadAccount> all(Act act) {
    return store.all(act);
  }

  /** Those that nobody took back, in the order of the log. */
  static List<LeadAccount> standing(List<LeadAccount> all) {
    Set<UUID> withdrawn = new HashSet<>();
    for (LeadAccount one : all) {
      UUID withdraws = one.withdraws();
      if (withdraws != null) {
        withdrawn.add(withdraws);
      }
    }
    return all.stream()
        .filter(one -> one.withdraws() == null && !withdrawn.contains(one.id()))
        .toList();
  }

  /**
   * Gives entities the names of the accounts that lead them.
   *
   * @param asOf as was chosen by then; null for as it stands
   */
  Entities named(Act act, Entities entities, @Nullable Instant asOf) {
    List<LeadAccount> known =
        store.all(act).stream().filter(one -> asOf == null || !one.at().isAfter(asOf)).toList();
    Map<String, Integer> orderOf = orders(known);
    return orderOf.isEmpty()
        ? entities
        : new Entities(
            entities.all().stream().map(entity -> named(entity, orderOf)).toList(),
            entities.conflicts());
  }

  /** Gives an entity the name of the account that leads it. */
  static Entity named(Entity entity, List<LeadAccount> all) {
    return named(entity, orders(all));
  }

  private static Map<String, Integer> orders(List<LeadAccount> all) {
    Map<String, Integer> orderOf = new HashMap<>();
    int order = 0;
    for (LeadAccount one : standing(all)) {
      orderOf.put(one.account(), order++);
    }
    return orderOf;
  }

  private static Entity named(Entity entity, Map<String, Integer> orderOf) {
    Account leading = null;
    int latest = -1;
    for (Account account : entity.accounts()) {
      int order = orderOf.getOrDefault(account.key(), -1);
      if (order > latest) {
        latest = order;
        leading = account;
      }
    }
    return leading == null
        ? entity
        : new Entity(entity.key(), entity.accounts(), leading.shownAs());
  }

  private static LeadAccount done(
      Permit permit, Particulars inputs, Function<Act, LeadAccount> deed) {
    try (Act act = permit.begin(Step.JUDGE, inputs)) {
      try {
        LeadAccount made = deed.apply(act);
        act.done();
        return made;
      } catch (BadJudgement e) {
        act.failed(e.code());
        throw e;
      }
    }
  }
}
