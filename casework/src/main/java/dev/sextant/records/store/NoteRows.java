package dev.sextant.records.store;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Door;
import dev.sextant.authority.ValueCipher;
import dev.sextant.records.Note;
import dev.sextant.records.RecordFault;
import dev.sextant.records.Written;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import dev.sextant.terms.ExhibitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Appends versions of notes and reads them back. All words are sealed under the case's key; the
 * columns in the clear are bound to them, so that a changed row does not open. The database shows
 * them under their own authority only, and not of void exhibits.
 */
public final class NoteRows {
  private static final String USE = "records/note/v1";

  private final Door door;
  private final CaseKeys keys;

  /**
   * @param door to the case tables
   * @param keys of the cases
   */
  public NoteRows(Door door, CaseKeys keys) {
    this.door = door;
    this.keys = keys;
  }

  /**
   * A version before it is written.
   *
   * @param id of the note
   * @param base the version that it goes on from; 0 for the first
   * @param record beside which record
   * @param exhibit from which exhibit that was read
   * @param written what is written; null to take the note back
   * @param original the record's words that it is of
   * @param reason why it is taken back
   */
  public record Next(
      UUID id,
      int base,
      Digest record,
      ExhibitId exhibit,
      @Nullable Written written,
      String original,
      String reason) {
    String kind() {
      return written == null ? "WITHDRAWN" : written.kind().name();
    }

    byte[] plain() {
      Map<String, @Nullable Object> map = new TreeMap<>();
      Written w = written;
      if (w == null) {
        map.put("reason", reason);
      } else {
        map.put("text", w.text());
        map.put("language", w.language());
        map.put("from", (long) w.from());
        map.put("to", (long) w.to());
        map.put("translator", w.translator());
        map.put("tool", w.tool());
        map.put("original", original);
      }
      return CanonicalJson.write(map);
    }
  }

  /** The columns in the clear. */
  private record Clear(
      UUID id,
      int version,
      String kind,
      Digest record,
      UUID exhibit,
      UUID actor,
      UUID authority,
      long leaf,
      Instant at) {
    byte[] bound() {
      return Digest.ofFields(
              "record-note",
              id.toString(),
              Integer.toString(version),
              kind,
              record.hex(),
              exhibit.toString(),
              actor.toString(),
              authority.toString(),
              Long.toString(leaf),
              at.toString())
          .bytes();
    }
  }

  /**
   * What was appended.
   *
   * @param note the version
   * @param row digest of it as it is sealed: ties the log to the store, and its nonce keeps words
   *     from being guessed
   */
  public record Appended(Note note, Digest row) {}

  /** Appends one; empty if its base is no longer the latest that is in sight. */
  public Optional<Appended> append(Act act, Next next) {
    Clear clear =
        new Clear(
            next.id(),
            next.base() + 1,
            next.kind(),
            next.record(),
            next.exhibit().value(),
            act.permit().actor().value(),
            act.permit().authority().value(),
            act.intentLeaf(),
            Micros.placed(act.begun()));
    byte[] body = cipher(act).seal(next.plain(), clear.bound());
    int written = door.within(act, sql -> insert(sql, act, clear, body));
    return written == 0
        ? Optional.empty()
        : Optional.of(
            new Appended(
                note(clear, next.written(), next.original(), next.reason(), act), Digest.of(body)));
  }

  /* Of two at a time the primary key lets one in. */
  private static int insert(Door.Sql sql, Act act, Clear clear, byte[] body) {
    return sql.jdbc()
        .sql(
            """
            insert into record_note (case_id, id, version, kind, record, exhibit, actor, authority, leaf, at, body)
            select :case, :id, :version, :kind, :record, :exhibit, :actor, :authority, :leaf, :at, :body
            where (select coalesce(max(version), 0) from record_note where id = :id) = :version - 1
            on conflict do nothing
            """)
        .param("case", act.permit().caseId().value())
        .param("id", clear.id)
        .param("version", clear.version)
        .param("kind", clear.kind)
        .param("record", clear.record.bytes())
        .param("exhibit", clear.exhibit)
        .param("actor", clear.actor)
        .param("authority", clear.authority)
        .param("leaf", clear.leaf)
        .param("at", OffsetDateTime.ofInstant(clear.at, ZoneOffset.UTC))
        .param("body", body)
        .update();
  }

  /** All versions of all notes beside a record: by the note first written, then by number. */
  public List<Note> of(Act act, Digest record) {
    ValueCipher cipher = cipher(act);
    return door.within(
        act,
        sql ->
            sql.jdbc()
                .sql(
                    """
                    select n.*, min(leaf) over (partition by id) as first from record_note n
                    where record = ? order by first, id, version
                    """)
                .param(record.bytes())
                .query((row, n) -> read(row, cipher, act))
                .list());
  }

  /**
   * From which exhibit a note was written. Two exhibits may hold the same bytes, and so the same
   * record: a note stays with the one that it was written from.
   */
  public Optional<ExhibitId> exhibit(Act act, UUID note) {
    return door.within(
        act,
        sql ->
            sql.jdbc()
                .sql("select exhibit from record_note where id = ? and version = 1")
                .param(note)
                .query((row, n) -> new ExhibitId(row.getObject("exhibit", UUID.class)))
                .optional());
  }

  /** How many versions stand beside a record. */
  public int count(Act act, Digest record) {
    return door.within(
        act,
        sql ->
            sql.jdbc()
                .sql("select count(*) from record_note where record = ?")
                .param(record.bytes())
                .query(Integer.class)
                .single());
  }

  private static Note read(ResultSet row, ValueCipher cipher, Act act) throws SQLException {
    Clear clear =
        new Clear(
            row.getObject("id", UUID.class),
            row.getInt("version"),
            row.getString("kind"),
            Digest.ofRaw(row.getBytes("record")),
            row.getObject("exhibit", UUID.class),
            row.getObject("actor", UUID.class),
            row.getObject("authority", UUID.class),
            row.getLong("leaf"),
            row.getObject("at", OffsetDateTime.class).toInstant());
    Map<String, ?> body =
        CanonicalJson.readObject(cipher.open(row.getBytes("body"), clear.bound()));
    Written written = clear.kind.equals("WITHDRAWN") ? null : written(clear, body);
    return note(clear, written, text(body, "original"), text(body, "reason"), act);
  }

  private static Written written(Clear clear, Map<String, ?> body) {
    return new Written(
        Written.Kind.valueOf(clear.kind),
        text(body, "text"),
        text(body, "language"),
        number(body, "from", clear),
        number(body, "to", clear),
        text(body, "translator"),
        text(body, "tool"));
  }

  private static String text(Map<String, ?> body, String name) {
    return body.get(name) instanceof String text ? text : "";
  }

  private static int number(Map<String, ?> body, String name, Clear clear) {
    if (body.get(name) instanceof Long number) {
      return Math.toIntExact(number);
    }
    throw new RecordFault.Altered("a note without " + name, clear.id.toString());
  }

  private static Note note(
      Clear clear, @Nullable Written written, String original, String reason, Act act) {
    return new Note(
        clear.id,
        clear.version,
        clear.record,
        written,
        original,
        reason,
        new ActorId(clear.actor),
        clear.actor.equals(act.permit().actor().value()),
        clear.at,
        clear.leaf);
  }

  private ValueCipher cipher(Act act) {
    return new ValueCipher(keys.derive(act, USE));
  }
}
