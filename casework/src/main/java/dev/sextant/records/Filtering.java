package dev.sextant.records;

import dev.sextant.authority.Act;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.records.store.FilterRows;
import dev.sextant.records.store.Privileges;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.Fault;
import dev.sextant.terms.Selector;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is privileged, and what a filter officer does with what was sealed off; the room's door is
 * {@link Records}.
 */
final class Filtering {
  private final Privileges privileges;
  private final FilterRows filterRows;

  Filtering(Privileges privileges, FilterRows filterRows) {
    this.privileges = privileges;
    this.filterRows = filterRows;
  }

  void privilege(Permit permit, Selector selector) {
    Particulars inputs = Particulars.none().token("what", "privilege").selector("named", selector);
    try (Act act = permit.begin(Step.CATEGORISE, inputs)) {
      privileges.add(act, selector);
      act.done();
    }
  }

  int privileged(Permit permit) {
    try (Act act = permit.begin(Step.VIEW, Particulars.none().token("what", "privileges"))) {
      int count = privileges.of(act).size();
      act.done(Particulars.none().number("privileged", count));
      return count;
    }
  }

  List<FilterCount> sealedOff(Permit filter) {
    try (Act act = filter.begin(Step.UNSEAL, Particulars.none().token("what", "counts"))) {
      List<FilterCount> counts = filterRows.counts(act);
      act.done(Particulars.none().number("rows", counts.size()));
      return counts;
    }
  }

  List<SealedItem> sealedItems(Permit filter, long from, int size) {
    Particulars inputs =
        Particulars.none().token("what", "items").number("from", from).number("size", size);
    try (Act act = filter.begin(Step.UNSEAL, inputs)) {
      List<SealedItem> items = filterRows.items(act, from, Math.clamp(size, 1, 200));
      act.done(Particulars.none().number("items", items.size()));
      return items;
    }
  }

  long decide(
      Permit filter, List<UUID> items, FilterDecision decision, Optional<AuthorityId> under) {
    Particulars inputs =
        Particulars.none().token("decision", decision.name()).number("asked", items.size());
    inputs = under.isEmpty() ? inputs : inputs.id("releasedTo", under.get());
    try (Act act = filter.begin(Step.FILTER, inputs)) {
      try {
        long decided = filterRows.decide(act, items, decision, under.orElse(null));
        act.done(Particulars.none().number("decided", decided));
        return decided;
      } catch (Fault e) {
        act.failed(e.code());
        throw e;
      }
    }
  }
}
