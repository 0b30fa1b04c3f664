package dev.sextant.records.store;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.CaseKeys.Filtered;
import dev.sextant.authority.Door;
import dev.sextant.authority.RegisterFault;
import dev.sextant.authority.Verdict;
import dev.sextant.records.FilterCount;
import dev.sextant.records.FilterDecision;
import dev.sextant.records.FilterState;
import dev.sextant.records.Record;
import dev.sextant.records.RecordCodec;
import dev.sextant.records.RecordFault;
import dev.sextant.records.RecordKind;
import dev.sextant.records.SealedItem;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.ExhibitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was sealed off, within a filter officer's acts. */
public final class FilterRows {
  private final Door door;
  private final CaseKeys keys;

  /**
   * @param door to the database
   * @param keys that open for filter permits alone
   */
  public FilterRows(Door door, CaseKeys keys) {
    this.door = door;
    this.keys = keys;
  }

  /** How many, by reason, kind and state. */
  public List<FilterCount> counts(Act act) {
    return door.within(
        act,
        sql ->
            sql.jdbc()
                .sql("select * from sextant.filter_counts() order by verdict, kind, state")
                .query((row, n) ->
                    new FilterCount(
                        Verdict.valueOf(row.getString("verdict")),
                        RecordKind.valueOf(row.getString("kind")),
                        FilterState.valueOf(row.getString("state")),
                        row.getLong("items")))
                .list());
  }

  private record Row(SealedItem item, UUID tag, @Nullable Filtered sealed) {}

  /** Items, opened. */
  public List<SealedItem> items(Act act, long from, int size) {
    List<Row> rows =
        door.within(
            act,
            sql ->
                sql.jdbc()
                    .sql("select * from sextant.filter_items(?, ?)")
                    .param(from)
                    .param(size)
                    .query((row, n) -> row(row))
                    .list());
    List<SealedItem> items = new ArrayList<>();
    for (Row row : rows) {
      items.add(opened(act, row));
    }
    return items;
  }

  private static Row row(ResultSet row) throws SQLException {
    UUID reading = row.getObject("reading", UUID.class);
    byte[] body = row.getBytes("body");
    SealedItem item =
        new SealedItem(
            row.getObject("id", UUID.class),
            new ExhibitId(row.getObject("exhibit", UUID.class)),
            Verdict.valueOf(row.getString("verdict")),
            RecordKind.valueOf(row.getString("kind")),
            FilterState.valueOf(row.getString("state")),
            null);
    return new Row(
        item,
        row.getObject("tag", UUID.class),
        body == null ? null : new Filtered(reading, row.getBytes("wrapped"), body));
  }

  private SealedItem opened(Act act, Row row) {
    Filtered sealed = row.sealed;
    if (sealed == null) {
      return row.item;
    }
    SealedItem i = row.item;
    byte[] bound = Sealer.sealedOff(act.permit().caseId(), sealed.reading(), i.reason(), row.tag);
    Record record = RecordCodec.record(keys.filterOpen(act, sealed, bound));
    return new SealedItem(i.id(), i.exhibit(), i.reason(), i.kind(), i.state(), record);
  }

  /**
   * Decides; answers on how many.
   *
   * @param under the authority that they are released to, or null
   */
  public long decide(
      Act act, List<UUID> items, FilterDecision decision, @Nullable AuthorityId under) {
    if (decision == FilterDecision.RELEASE && under == null) {
      throw new RecordFault.Filter(
          "SX-RECORD-FILTER-RELEASE",
          "released to nobody",
          "name the authority in force that covers them now");
    }
    try {
      return door.within(
          act,
          sql ->
              sql.jdbc()
                  .sql("select sextant.filter_decide(:items, :decision, :under)")
                  .param("items", items.toArray(UUID[]::new))
                  .param("decision", decision.state().name())
                  .param("under", under == null ? null : under.value(), java.sql.Types.OTHER)
                  .query(Long.class)
                  .single());
    } catch (RegisterFault e) {
      if (e.value().contains("SX002")) {
        throw new RecordFault.Filter(
            "SX-RECORD-FILTER-HELD",
            "a hold binds what is to be destroyed",
            "two people lift the hold first");
      }
      if (e.value().contains("SX001")) {
        throw new RecordFault.Filter(
            "SX-RECORD-FILTER-AUTHORITY",
            "no authority in force in this case to release to",
            "release once the new authority is in force");
      }
      throw e;
    }
  }
}
