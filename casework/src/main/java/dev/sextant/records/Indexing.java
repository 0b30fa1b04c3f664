package dev.sextant.records;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.records.search.CaseIndexes;
import dev.sextant.records.search.IndexFeed;
import dev.sextant.records.store.Current;
import dev.sextant.records.store.RecordRows;
import dev.sextant.records.store.RecordStore;
import dev.sextant.terms.Progress;
import java.util.List;
import java.util.Optional;

/** The search index beside the records; the room's door is {@link Records}. */
final class Indexing {
  private static final String INDEX_USE = "records/index/v1";

  private final CaseKeys keys;
  private final CaseIndexes indexes;
  private final RecordStore store;
  private final RecordRows rows;

  Indexing(CaseKeys keys, CaseIndexes indexes, RecordStore store, RecordRows rows) {
    this.keys = keys;
    this.indexes = indexes;
    this.store = store;
    this.rows = rows;
  }

  /** What indexes a reading while it goes on; empty if another does so in this case. */
  Optional<IndexFeed> feed(Act act, CaseIndexes.Sight sight, Current current) {
    return indexes.feed(sight, keys.derive(act, INDEX_USE), current);
  }

  /** Lets what was fed be found. */
  void commit(IndexFeed taken, CaseIndexes.Sight sight, Current current) {
    indexes.commit(taken, sight, current);
  }

  /** Brings the index up to what is stored; the readings that count. */
  List<Current> index(Act act, Progress progress) {
    List<Current> current = store.current(act);
    indexes.ensure(
        sight(act),
        keys.derive(act, INDEX_USE),
        current,
        (exhibit, taker) -> rows.each(act, RecordFilter.of(exhibit.exhibit()), taker),
        progress);
    return current;
  }

  /* What is hidden as privileged counts nowhere: it is out of the index as soon as it is said. */
  CaseIndexes.Sight sight(Act act) {
    return new CaseIndexes.Sight(act.permit(), rows.privileges().fingerprint(act));
  }
}
