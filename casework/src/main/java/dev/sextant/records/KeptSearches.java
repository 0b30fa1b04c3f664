package dev.sextant.records;

import dev.sextant.authority.Act;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.records.store.SavedRows;
import dev.sextant.terms.Fault;
import java.util.List;
import java.util.UUID;

/** Searches that people keep; the room's door is {@link Records}. */
final class KeptSearches {
  private final SavedRows saved;

  KeptSearches(SavedRows saved) {
    this.saved = saved;
  }

  SavedSearch save(Permit permit, String name, String query) {
    SavedSearch.check(name, query);
    Particulars inputs =
        Queries.hashed(Particulars.none().token("what", "save-search"), "words", query);
    try (Act act = permit.begin(Step.SEARCH, inputs.asks(query).spoken(query))) {
      try {
        SavedSearch kept = saved.keep(act, name, query);
        act.done(Particulars.none().id("search", kept.id()));
        return kept;
      } catch (Fault e) {
        act.failed(e.code());
        throw e;
      }
    }
  }

  List<SavedSearch> saved(Permit permit) {
    try (Act act = permit.begin(Step.VIEW, Particulars.none().token("what", "searches"))) {
      List<SavedSearch> all = saved.of(act);
      act.done(Particulars.none().number("searches", all.size()));
      return all;
    }
  }

  void drop(Permit permit, UUID id) {
    Particulars inputs = Particulars.none().token("what", "drop-search").id("search", id);
    try (Act act = permit.begin(Step.VIEW, inputs)) {
      if (!saved.drop(act, id)) {
        RecordFault.NotFound none = new RecordFault.NotFound("saved search", id.toString());
        act.failed(none.code());
        throw none;
      }
      act.done();
    }
  }
}
