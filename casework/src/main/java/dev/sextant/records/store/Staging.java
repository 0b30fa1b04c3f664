package dev.sextant.records.store;

import dev.sextant.authority.CaseKeys.FilterSeal;
import dev.sextant.authority.Door.Sql;
import dev.sextant.authority.Verdict;
import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Record;
import dev.sextant.records.RecordCodec;
import dev.sextant.records.RecordKind;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes the records of one reading as they come, sealed, into a table of the transaction, and puts
 * them where they belong: while more are coming, as long as items follow each other and so nothing
 * can have been given twice; else at the end, without the repeats. The database works on a thread
 * of its own. Constant memory. Broken off, it leaves nothing.
 */
public final class Staging implements AutoCloseable {
  private static final String TABLE =
      """
      create temporary table staged (
        record_id bytea not null, item bigint not null, ordinal int not null, kind text not null,
        platform text not null, claimed_at timestamptz, account_keys uuid[] not null,
        conversation_key uuid, part_key uuid not null, byte_from bigint not null,
        byte_to bigint not null, verdict text not null, tag uuid, body bytea
      ) on commit drop
      """;

  /** What was put where it belongs, to know it again if items turn out not to follow. */
  private static final String GONE =
      "create temporary table gone (record_id bytea not null) on commit drop";

  private static final int COLUMNS = 14;

  /** Large enough that beginning and ending a copy does not show, small beside what may wait. */
  private static final int SETTLED_AT_ONCE = 20_000;

  /** So many records change how they are best found; of fewer the database learns by itself. */
  private static final long LEARNT_FROM = 10_000;

  private final Sql sql;
  private final Sealer sealer;
  private final Place place;
  private final FilterSeal filter;
  private final Map<UUID, String> decisions = new HashMap<>();
  private final InOrder order = new InOrder();
  private final CopyRows rows;
  private final RecordCodec.Stream codec = new RecordCodec.Stream();
  private final Places places = new Places();
  private long staged;
  private long here;
  private long lastItem;

  /** Of the connection's thread until it has ended. */
  private long settled;

  private long sealedOff;

  /**
   * Where the records belong.
   *
   * @param reading the reading
   * @param exhibit the exhibit
   * @param caseId the case
   * @param authority the authority
   * @param acquired when the exhibit was acquired
   */
  record Place(UUID reading, UUID exhibit, UUID caseId, UUID authority, Instant acquired) {}

  Staging(Sql sql, Sealer sealer, FilterSeal filter, Place place) throws SQLException {
    this.sql = sql;
    this.filter = filter;
    this.sealer = sealer;
    this.place = place;
    sql.jdbc().sql(TABLE).update();
    sql.jdbc().sql(GONE).update();
    sql.jdbc()
        .sql("select tag, state from sextant.filter_decided()")
        .query((row, n) -> decisions.put(row.getObject("tag", UUID.class), row.getString("state")))
        .list();
    this.rows =
        new CopyRows(order, sql.connection(), "copy pg_temp.staged from stdin (format binary)");
  }

  /**
   * Takes a record and answers its id.
   *
   * @param item of which item of the source, from 1
   * @param ordinal its place within the item, from 0
   * @param verdict whether it may be seen
   */
  public Digest add(long item, int ordinal, Record record, Verdict verdict) {
    Digest id = record.id(ordinal);
    Locator at = record.header().locator();
    boolean next = item != lastItem;
    lastItem = item;
    places.note(item, at);
    Sealer.Clear clear = Sealer.Clear.of(place.reading, place.exhibit, id, ordinal, record);
    byte[] plain = codec.bytes(record);
    boolean seen = verdict == Verdict.IN_SCOPE;
    UUID tag = seen ? null : sealer.tag(id); // Only what is sealed off is met again by it.
    ConversationRef conversation = record.inConversation();
    try {
      if (next && here >= SETTLED_AT_ONCE && places.apart()) {
        settleWhatIsHere();
      }
      rows.row(COLUMNS)
          .bytes(id.bytes())
          .whole(item)
          .number(ordinal)
          .text(clear.kind())
          .text(clear.platform())
          .time(clear.claimed())
          .uuids(seen ? accounts(record) : List.of())
          .uuid(
              seen && conversation != null
                  ? sealer.conversation(conversation.conversationKey())
                  : null)
          .uuid(sealer.part(at))
          .whole(at.from())
          .whole(at.to())
          .text(verdict.name())
          .uuid(tag)
          .bytes(seen ? sealer.seal(plain, clear) : off(plain, verdict, there(tag)));
    } catch (SQLException e) {
      throw new Broken(e);
    }
    staged++;
    here++;
    return id;
  }

  /* An item is never split between two times, so that it is known whole whether it gave anything. */
  private void settleWhatIsHere() throws SQLException {
    here = 0;
    rows.end();
    order.then(() -> {
      put();
      sql.jdbc().sql("insert into pg_temp.gone select record_id from pg_temp.staged").update();
      sql.jdbc().sql("truncate pg_temp.staged").update();
    });
    rows.begin();
  }

  private void put() {
    settled += intoRecords();
    sealedOff += intoSealed();
  }

  private static UUID there(@Nullable UUID tag) {
    return Objects.requireNonNull(tag, "what is sealed off has a tag");
  }

  private byte[] off(byte[] plain, Verdict verdict, UUID tag) {
    return filter.seal(
        plain, Sealer.sealedOff(new CaseId(place.caseId), place.reading, verdict, tag));
  }

  /**
   * The verdict that stands, after what a filter officer decided of the same record before: what
   * was destroyed or given back comes in no more; what was released comes in, if the scope holds it
   * but for a privilege.
   */
  public Verdict decided(Record record, int ordinal, Verdict verdict) {
    String state = decisions.isEmpty() ? null : decisions.get(sealer.tag(record.id(ordinal)));
    if (state == null) {
      return verdict;
    }
    if (state.equals("RELEASED")) {
      return verdict == Verdict.SEALED_PRIVILEGED ? Verdict.IN_SCOPE : verdict;
    }
    return Verdict.SEALED_DECIDED;
  }

  private List<UUID> accounts(Record record) {
    Locator at = record.header().locator();
    List<AccountRef> accounts = record.accounts();
    if (accounts.size() == 1) { // As nearly always.
      return List.of(sealer.account(accounts.getFirst().keyAt(at)));
    }
    return accounts.stream().map(a -> a.keyAt(at)).distinct().map(sealer::account).toList();
  }

  /** How many records were taken. */
  long staged() {
    return staged;
  }

  /** Ends the taking. */
  void end() throws SQLException {
    rows.end();
    order.finish();
  }

  /**
   * What was given more than once.
   *
   * @param records how many records were left out
   * @param items items that gave nothing else, by whether they had been counted as sealed
   * @param kinds left out of those in scope, by kind
   * @param verdicts left out of those sealed off, by why
   */
  record Repeats(
      long records,
      Map<Boolean, Long> items,
      Map<RecordKind, Long> kinds,
      Map<Verdict, Long> verdicts) {}

  /* Two items of the same bytes give records of the same id: the first stands. Seldom, so the
   * common case pays nothing, and where items do not follow each other one count. What is gone
   * already came before all that is here, and has no repeats within itself. */
  Repeats dropRepeats() {
    Map<Boolean, Long> items = new TreeMap<>();
    Map<RecordKind, Long> kinds = new TreeMap<>();
    Map<Verdict, Long> verdicts = new TreeMap<>();
    if (places.apart()) {
      return new Repeats(0, items, kinds, verdicts);
    }
    sql.jdbc()
        .sql(
            """
            create temporary table repeated on commit drop as
              select place, item, kind, verdict, turn > 1 or known as again from (
                select ctid as place, item, kind, verdict,
                  row_number() over (partition by record_id order by item, ordinal) as turn,
                  record_id in (select record_id from pg_temp.gone) as known
                from pg_temp.staged) numbered
            """)
        .update();
    long repeats =
        sql.jdbc()
            .sql("select count(*) from pg_temp.repeated where again")
            .query(Long.class)
            .single();
    if (repeats == 0) {
      return new Repeats(0, items, kinds, verdicts);
    }
    sql.jdbc()
        .sql(
            """
            select sealed, count(*) as items from (
              select item, bool_and(verdict <> 'IN_SCOPE') as sealed from pg_temp.repeated
              group by item having bool_and(again)) empty
            group by sealed
            """)
        .query((row, n) -> items.put(row.getBoolean("sealed"), row.getLong("items")))
        .list();
    sql.jdbc()
        .sql(
            """
            select kind, verdict, count(*) as records from pg_temp.repeated
            where again group by kind, verdict
            """)
        .query((row, n) -> {
          Verdict verdict = Verdict.valueOf(row.getString("verdict"));
          long records = row.getLong("records");
          return verdict == Verdict.IN_SCOPE
              ? kinds.merge(RecordKind.valueOf(row.getString("kind")), records, Long::sum)
              : verdicts.merge(verdict, records, Long::sum);
        })
        .list();
    sql.jdbc()
        .sql(
            """
            delete from pg_temp.staged where ctid in
              (select place from pg_temp.repeated where again)
            """)
        .update();
    return new Repeats(repeats, items, kinds, verdicts);
  }

  /**
   * Puts the records that are still here where they belong. Those in scope go into their table;
   * those out of it where the team never reads them: their places here, so that they are masked,
   * and what they say under the filter officer's key.
   */
  void settle() {
    put();
    if (settled >= LEARNT_FROM) {
      sql.jdbc().sql("select sextant.learn_records()").query().singleRow();
    }
  }

  /** How many records in scope were put into their table. */
  long settled() {
    return settled;
  }

  /** How many were sealed off. */
  long sealedOff() {
    return sealedOff;
  }

  private long intoRecords() {
    return sql.jdbc()
        .sql(
            """
            insert into record (case_id, authority_id, exhibit_id, reading, record_id, item, ordinal,
              kind, platform, claimed_at, acquired_at, account_keys, conversation_key, part_key,
              byte_from, byte_to, body)
            select ?, ?, ?, ?, record_id, item, ordinal, kind, platform, claimed_at, ?, account_keys,
              conversation_key, part_key, byte_from, byte_to, body
            from pg_temp.staged where verdict = 'IN_SCOPE'
            """)
        .param(place.caseId)
        .param(place.authority)
        .param(place.exhibit)
        .param(place.reading)
        .param(java.sql.Timestamp.from(Micros.placed(place.acquired)))
        .update();
  }

  private long intoSealed() {
    sql.jdbc()
        .sql(
            """
            insert into filter_item (casefile, authority, reading, exhibit, verdict, kind, tag, body)
            select ?, ?, ?, ?, verdict, kind, tag, body from pg_temp.staged
            where verdict not in ('IN_SCOPE', 'SEALED_DECIDED')
            """)
        .param(place.caseId)
        .param(place.authority)
        .param(place.reading)
        .param(place.exhibit)
        .update();
    return sql.jdbc()
        .sql(
            """
            insert into sealed_record (case_id, authority_id, reading, kind, verdict, part_key,
              byte_from, byte_to, body)
            select ?, ?, ?, kind, verdict, part_key, byte_from, byte_to, ''::bytea
            from pg_temp.staged where verdict <> 'IN_SCOPE'
            """)
        .param(place.caseId)
        .param(place.authority)
        .param(place.reading)
        .update();
  }

  @Override
  public void close() throws SQLException {
    order.close();
    rows.close();
  }

  /** A database failure on its way through a reader's events. */
  static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SQLException sql;

    Broken(SQLException sql) {
      super(sql);
      this.sql = sql;
    }

    SQLException sql() {
      return sql;
    }
  }
}
