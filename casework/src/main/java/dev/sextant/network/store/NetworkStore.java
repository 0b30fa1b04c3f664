package dev.sextant.network.store;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Door;
import dev.sextant.authority.ValueCipher;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.CanonicalJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps snapshots and measures, sealed under the case's key; the columns in the clear are bound to
 * the sealed bytes, so that a changed row does not open. Append only.
 */
public final class NetworkStore {
  private static final String USE = "network/frozen/v1";

  private final Door door;
  private final CaseKeys keys;
  private final Table table;

  /** Which of the two tables. */
  public enum Table {
    /** Frozen ties. */
    SNAPSHOT("snapshot", "null::uuid"),
    /** Numbers over them. */
    MEASURE("measure", "snapshot");

    private final String name;
    private final String parent;

    Table(String name, String parent) {
      this.name = name;
      this.parent = parent;
    }
  }

  /**
   * Wires a store.
   *
   * @param door to the case tables
   * @param keys of the cases
   * @param table which table
   */
  public NetworkStore(Door door, CaseKeys keys, Table table) {
    this.door = door;
    this.keys = keys;
    this.table = table;
  }

  /** The database keeps microseconds; so does what is bound to the row. */
  public static Instant kept(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS);
  }

  /** Appends a row. */
  public void add(Act act, SealedRow row) {
    ValueCipher cipher = cipher(act);
    byte[] head = cipher.seal(row.head(), bound(act, row.id(), row.of(), row, "head"));
    byte[] body = cipher.seal(deflated(row.body()), bound(act, row.id(), row.of(), row, "body"));
    UUID of = row.of();
    String sql =
        table == Table.SNAPSHOT
            ? """
            insert into snapshot (case_id, id, actor, at, head, body)
            values (:case, :id, :actor, :at, :head, :body)
            """
            : """
            insert into measure (case_id, id, snapshot, actor, at, head, body)
            values (:case, :id, :of, :actor, :at, :head, :body)
            """;
    door.within(
        act,
        open ->
            open.jdbc()
                .sql(sql)
                .param("case", act.permit().caseId().value())
                .param("id", row.id())
                .param("of", of, Types.OTHER)
                .param("actor", row.by().value())
                .param("at", OffsetDateTime.ofInstant(row.at(), ZoneOffset.UTC))
                .param("head", head)
                .param("body", body)
                .update());
  }

  /** One row with its body, if the case has it. */
  public Optional<SealedRow> find(Act act, UUID id) {
    ValueCipher cipher = cipher(act);
    return door.within(
        act,
        open ->
            open.jdbc()
                .sql(
                    "select id, "
                        + table.parent
                        + " as parent, actor, at, head, body from "
                        + table.name
                        + " where id = :id")
                .param("id", id)
                .query((row, number) -> read(act, row, cipher, true))
                .optional());
  }

  /** All rows of the case in the order of time, without bodies. */
  public List<SealedRow> heads(Act act) {
    ValueCipher cipher = cipher(act);
    return door.within(
        act,
        open ->
            open.jdbc()
                .sql(
                    "select id, "
                        + table.parent
                        + " as parent, actor, at, head from "
                        + table.name
                        + " order by at, id")
                .query((row, number) -> read(act, row, cipher, false))
                .list());
  }

  /** The rows that belong to a snapshot, in the order of time, with bodies; for measures. */
  public List<SealedRow> of(Act act, UUID snapshot) {
    ValueCipher cipher = cipher(act);
    return door.within(
        act,
        open ->
            open.jdbc()
                .sql(
                    "select id, snapshot as parent, actor, at, head, body from measure"
                        + " where snapshot = :of order by at, id")
                .param("of", snapshot)
                .query((row, number) -> read(act, row, cipher, true))
                .list());
  }

  private SealedRow read(Act act, ResultSet row, ValueCipher cipher, boolean whole)
      throws SQLException {
    SealedRow clear =
        new SealedRow(
            row.getObject("id", UUID.class),
            row.getObject("parent", UUID.class),
            new ActorId(row.getObject("actor", UUID.class)),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            new byte[0],
            new byte[0]);
    byte[] head =
        cipher.open(row.getBytes("head"), bound(act, clear.id(), clear.of(), clear, "head"));
    byte[] body =
        whole
            ? inflated(
                cipher.open(
                    row.getBytes("body"), bound(act, clear.id(), clear.of(), clear, "body")))
            : new byte[0];
    return new SealedRow(clear.id(), clear.of(), clear.by(), clear.at(), head, body);
  }

  private byte[] bound(Act act, UUID id, @Nullable UUID of, SealedRow row, String part) {
    Map<String, @Nullable Object> map = new TreeMap<>();
    map.put("format", "sextant-network-row/1");
    map.put("table", table.name);
    map.put("part", part);
    map.put("case", act.permit().caseId().toString());
    map.put("id", id.toString());
    map.put("of", of == null ? null : of.toString());
    map.put("by", row.by().toString());
    map.put("at", row.at().toString());
    return CanonicalJson.write(map);
  }

  private static byte[] deflated(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return out.toByteArray();
  }

  /* Only ever given bytes that this store sealed: nobody else can make them swell. */
  private static byte[] inflated(byte[] packed) {
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  private ValueCipher cipher(Act act) {
    return new ValueCipher(keys.derive(act, USE));
  }
}
