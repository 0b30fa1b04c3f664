package dev.sextant.records;

import dev.sextant.authority.Act;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.records.store.Current;
import dev.sextant.records.store.RecordRows;
import dev.sextant.records.store.RecordStore;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Fault;
import java.util.ArrayList;
import java.util.List;

/** Readings of one exhibit held against each other; the room's door is {@link Records}. */
final class Generations {
  private final RecordStore store;
  private final RecordRows rows;

  Generations(RecordStore store, RecordRows rows) {
    this.store = store;
    this.rows = rows;
  }

  GenerationDiff compare(
      Permit permit, ExhibitId exhibit, int older, int newer, long from, int size) {
    Particulars inputs =
        Particulars.none()
            .id("exhibit", exhibit)
            .token("what", "generations")
            .number("older", older)
            .number("newer", newer);
    try (Act act = permit.begin(Step.VIEW, inputs)) {
      try {
        GenerationDiff diff =
            compare(
                act,
                generation(act, exhibit, older),
                generation(act, exhibit, newer),
                new Comparing.Wanted(Math.max(0, from), Math.clamp(size, 0, Records.MOST_CHANGES)));
        act.done(
            Particulars.none()
                .number("changed", diff.changed())
                .number("added", diff.added())
                .number("removed", diff.removed())
                .number("shown", diff.changes().size()));
        return diff;
      } catch (Fault e) {
        act.failed(e.code());
        throw e;
      }
    }
  }

  private ReadReport generation(Act act, ExhibitId exhibit, int generation) {
    return store.readings(act).stream()
        .filter(r -> r.exhibit().equals(exhibit) && r.generation() == generation)
        .findFirst()
        .orElseThrow(
            () -> new RecordFault.NotFound("generation", exhibit + " generation " + generation));
  }

  private GenerationDiff compare(
      Act act, ReadReport older, ReadReport newer, Comparing.Wanted wanted) {
    boolean sealed = newer.counts().sealed() + newer.counts().sealedRecords() > 0;
    List<StoredRecord> gone = new ArrayList<>();
    Comparing comparing = new Comparing(wanted, gone::add);
    rows.sideBySide(act, standing(older), standing(newer), comparing::place);
    // What was sealed off since is not shown because it was read once.
    gone.stream()
        .filter(one -> sealed && rows.sealedOff(act, newer.id(), one.record().header().locator()))
        .forEach(comparing::sealedSince);
    return comparing.diff(older, newer);
  }

  private static Current standing(ReadReport of) {
    Counts counts = of.counts();
    return new Current(
        of.id(), of.exhibit(), of.generation(), counts.records(), counts.sealedRecords());
  }
}
