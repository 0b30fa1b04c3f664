package dev.sextant.custody.store;

import dev.sextant.authority.Act;
import dev.sextant.authority.Door;
import dev.sextant.custody.Acquisition;
import dev.sextant.custody.CaseCipher;
import dev.sextant.custody.CustodyEntry;
import dev.sextant.custody.CustodyEntry.Hand;
import dev.sextant.custody.CustodyEntry.Touch;
import dev.sextant.custody.CustodyFault;
import dev.sextant.custody.Exhibit;
import dev.sextant.terms.ActId;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.PermitId;
import dev.sextant.terms.RequestId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The exhibit and custody tables, within acts. */
public final class ExhibitStore {
  private final Door door;

  /**
   * @param door the way to case tables
   */
  public ExhibitStore(Door door) {
    this.door = door;
  }

  /**
   * The sealed files that rows name, by case. Keyed names only: this is asked at start-up, before
   * anybody holds a permit.
   */
  public static Function<CaseId, Set<String>> named(DataSource application) {
    JdbcClient jdbc = JdbcClient.create(application);
    return of ->
        Set.copyOf(
            jdbc.sql("select name from sealed_file where casefile = ?")
                .param(of.value())
                .query(String.class)
                .list());
  }

  /**
   * An exhibit as the table has it.
   *
   * @param exhibit the exhibit
   * @param file its sealed file's keyed name
   */
  public record Kept(Exhibit exhibit, String file) {}

  /** The exhibit that keeps these bytes, if the case has one. */
  public Optional<Kept> byFile(Act act, CaseCipher cipher, String file) {
    return door.within(
        act,
        sql ->
            sql.jdbc()
                .sql("select * from exhibit where file = ?")
                .param(file)
                .query((row, number) -> kept(cipher, row))
                .optional());
  }

  /**
   * One exhibit.
   *
   * @throws CustodyFault.Unknown if the permit's case has none of this identifier
   */
  public Kept byId(Act act, CaseCipher cipher, ExhibitId id) {
    return door.within(
            act,
            sql ->
                sql.jdbc()
                    .sql("select * from exhibit where id = ?")
                    .param(id.value())
                    .query((row, number) -> kept(cipher, row))
                    .optional())
        .orElseThrow(() -> new CustodyFault.Unknown(id.toString()));
  }

  /** All exhibits of the permit's case, by number. */
  public List<Exhibit> all(Act act, CaseCipher cipher) {
    return door.within(
        act,
        sql ->
            sql.jdbc()
                .sql("select * from exhibit order by number")
                .query((row, number) -> kept(cipher, row).exhibit())
                .list());
  }

  /** Wraps a new exhibit's key for its row. */
  public interface NewKey {
    /** The key, wrapped for this exhibit. */
    byte[] wrapped(ExhibitId id);
  }

  /** An exhibit's wrapped key. */
  public byte[] itemKey(Act act, ExhibitId id) {
    return door.within(
            act,
            sql ->
                sql.jdbc()
                    .sql("select wrapped from item_key where exhibit = ?")
                    .param(id.value())
                    .query(byte[].class)
                    .optional())
        .orElseThrow(() -> new CustodyFault.Unknown(id.toString()));
  }

  /** The wrapped keys of all the case's exhibits. */
  public Map<UUID, byte[]> itemKeys(Act act) {
    return door.within(
        act,
        sql -> {
          Map<UUID, byte[]> all = new HashMap<>();
          sql.jdbc()
              .sql("select exhibit, wrapped from item_key")
              .query((row, n) ->
                  all.put(row.getObject("exhibit", UUID.class), row.getBytes("wrapped")))
              .list();
          return all;
        });
  }

  /** Adds an exhibit with the first entry of its chain. */
  public Exhibit add(
      Act act,
      CaseCipher cipher,
      SealedFolder.Incoming sealed,
      String file,
      Acquisition acquisition,
      NewKey key) {
    CaseId of = act.permit().caseId();
    ExhibitId id = ExhibitId.random();
    Map<String, @Nullable Object> about = acquisition(acquisition);
    about.put("digest", sealed.digest().hex());
    byte[] body = cipher.seal(CanonicalJson.write(about), aad("exhibit", id));
    byte[] wrapped = key.wrapped(id);
    int given =
        door.within(
            act,
            sql -> {
              // Two seals at once must not take the same number.
              sql.jdbc()
                  .sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                  .param("exhibit " + of)
                  .query()
                  .singleRow();
              int number =
                  sql.jdbc()
                      .sql("select sextant.next_exhibit_number()")
                      .query(Integer.class)
                      .single();
              sql.jdbc()
                  .sql("insert into sealed_file (name, casefile, bytes) values (?, ?, ?)")
                  .param(file)
                  .param(of.value())
                  .param(sealed.bytes())
                  .update();
              sql.jdbc()
                  .sql(
                      """
                      insert into exhibit (case_id, id, number, authority, file, bytes, about, sealed_at)
                      values (?, ?, ?, ?, ?, ?, ?, ?)
                      """)
                  .param(of.value())
                  .param(id.value())
                  .param(number)
                  .param(act.permit().authority().value())
                  .param(file)
                  .param(sealed.bytes())
                  .param(body)
                  .param(Timestamp.from(act.begun()))
                  .update();
              sql.jdbc()
                  .sql("insert into item_key (case_id, exhibit, wrapped) values (?, ?, ?)")
                  .param(of.value())
                  .param(id.value())
                  .param(wrapped)
                  .update();
              entry(sql, act, cipher, id, new Touched(Touch.SEALED, acquisition));
              return number;
            });
    return new Exhibit(
        id,
        of,
        act.permit().authority(),
        given,
        sealed.digest(),
        sealed.bytes(),
        acquisition.sourceName(),
        acquisition);
  }

  /** Whether the case holds a sealed file of this name that nobody may use any more. */
  public boolean isVoid(Act act, String file) {
    return door.within(
        act,
        sql ->
            sql.jdbc()
                .sql("select sextant.void_file(?)")
                .param(file)
                .query(Boolean.class)
                .single());
  }

  /** Adds an entry to an exhibit's chain. */
  public void touch(
      Act act, CaseCipher cipher, ExhibitId id, Touch touch, @Nullable Acquisition how) {
    door.within(
        act,
        sql -> {
          entry(sql, act, cipher, id, new Touched(touch, how));
          return id;
        });
  }

  private record Touched(Touch touch, @Nullable Acquisition acquisition) {}

  private static void entry(
      Door.Sql sql, Act act, CaseCipher cipher, ExhibitId id, Touched touched) {
    sql.jdbc()
        .sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("custody " + id)
        .query()
        .singleRow();
    Acquisition how = touched.acquisition();
    byte[] about =
        how == null ? null : cipher.seal(CanonicalJson.write(acquisition(how)), aad("custody", id));
    sql.jdbc()
        .sql(
            """
            insert into custody_entry
              (case_id, exhibit, number, touch, actor, authority, permit, act, leaf, touched_at, about)
            select :case, :exhibit, coalesce(max(number), 0) + 1, :touch, :actor, :authority, :permit,
              :act, :leaf, :at, :about
            from custody_entry where exhibit = :exhibit
            """)
        .param("case", act.permit().caseId().value())
        .param("exhibit", id.value())
        .param("touch", touched.touch().name())
        .param("actor", act.permit().actor().value())
        .param("authority", act.permit().authority().value())
        .param("permit", act.permit().id().value())
        .param("act", act.id().value())
        .param("leaf", act.intentLeaf())
        .param("at", Timestamp.from(act.begun()))
        .param("about", about, java.sql.Types.BINARY)
        .update();
  }

  /** An exhibit's chain, oldest first. */
  public List<CustodyEntry> chain(Act act, CaseCipher cipher, ExhibitId id) {
    return door.within(
        act,
        sql ->
            sql.jdbc()
                .sql("select * from custody_entry where exhibit = ? order by number")
                .param(id.value())
                .query((row, number) -> chainEntry(cipher, id, row))
                .list());
  }

  private static CustodyEntry chainEntry(CaseCipher cipher, ExhibitId id, ResultSet row)
      throws SQLException {
    byte[] about = row.getBytes("about");
    return new CustodyEntry(
        id,
        row.getInt("number"),
        Touch.valueOf(row.getString("touch")),
        new Hand(
            new ActorId(row.getObject("actor", UUID.class)),
            new AuthorityId(row.getObject("authority", UUID.class)),
            new PermitId(row.getObject("permit", UUID.class)),
            new ActId(row.getObject("act", UUID.class)),
            row.getLong("leaf")),
        row.getTimestamp("touched_at").toInstant(),
        about == null
            ? null
            : acquisition(CanonicalJson.readObject(cipher.open(about, aad("custody", id)))));
  }

  private static Kept kept(CaseCipher cipher, ResultSet row) throws SQLException {
    ExhibitId id = new ExhibitId(row.getObject("id", UUID.class));
    Map<String, @Nullable Object> about =
        CanonicalJson.readObject(cipher.open(row.getBytes("about"), aad("exhibit", id)));
    Acquisition acquisition = acquisition(about);
    Exhibit exhibit =
        new Exhibit(
            id,
            new CaseId(row.getObject("case_id", UUID.class)),
            new AuthorityId(row.getObject("authority", UUID.class)),
            row.getInt("number"),
            new Digest(text(about, "digest")),
            row.getLong("bytes"),
            acquisition.sourceName(),
            acquisition);
    return new Kept(exhibit, row.getString("file"));
  }

  private static byte[] aad(String what, ExhibitId id) {
    return (what + " " + id).getBytes(StandardCharsets.US_ASCII);
  }

  private static Map<String, @Nullable Object> acquisition(Acquisition how) {
    TreeMap<String, @Nullable Object> map = new TreeMap<>();
    map.put("how", how.how());
    map.put("tool", how.tool());
    map.put("by", how.by().toString());
    map.put("at", how.at().toString());
    map.put("sourceName", how.sourceName());
    map.put("note", how.note());
    RequestId request = how.request();
    if (request != null) {
      map.put("request", request.toString());
    }
    return map;
  }

  private static Acquisition acquisition(Map<String, @Nullable Object> map) {
    return new Acquisition(
        text(map, "how"),
        text(map, "tool"),
        ActorId.parse(text(map, "by")),
        Instant.parse(text(map, "at")),
        text(map, "sourceName"),
        (String) map.get("note"),
        map.get("request") == null ? null : RequestId.parse(text(map, "request")));
  }

  private static String text(Map<String, @Nullable Object> map, String name) {
    if (map.get(name) instanceof String text) {
      return text;
    }
    throw new CustodyFault.Altered("an exhibit's row lacks a field", name, "missing");
  }
}
