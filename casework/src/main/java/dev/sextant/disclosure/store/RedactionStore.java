package dev.sextant.disclosure.store;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Door;
import dev.sextant.authority.ValueCipher;
import dev.sextant.disclosure.Mark;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Marks of what is to be taken out; append, take back, read. */
public final class RedactionStore {
  private static final String USE = "disclosure/redactions/v1";

  private final Door door;
  private final CaseKeys keys;

  /** Wires the store. */
  public RedactionStore(Door door, CaseKeys keys) {
    this.door = door;
    this.keys = keys;
  }

  /** Writes a mark. */
  public void add(Act act, Mark mark) {
    Map<String, Object> body = new TreeMap<>();
    body.put("kind", mark.kind().name());
    body.put("sha256", mark.digest().hex());
    body.put("place", mark.place());
    body.put("from", (long) mark.from());
    body.put("to", (long) mark.to());
    body.put("width", (long) mark.width());
    body.put("height", (long) mark.height());
    body.put("code", mark.code());
    byte[] sealed =
        new ValueCipher(keys.derive(act, USE)).seal(CanonicalJson.write(body), bound(act, mark));
    door.within(
        act,
        sql ->
            sql.jdbc()
                .sql(
                    """
                    insert into redaction (case_id, id, authority, actor, leaf, at, thing, body)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                .param(act.permit().caseId().value())
                .param(mark.id())
                .param(act.permit().authority().value())
                .param(mark.by().value())
                .param(mark.leaf())
                .param(OffsetDateTime.ofInstant(mark.at(), ZoneOffset.UTC))
                .param(mark.thing())
                .param(sealed)
                .update());
  }

  /** Takes a mark back; false if there is none that stands. */
  public boolean withdraw(Act act, UUID id, Instant at) {
    return door.within(
            act,
            sql ->
                sql.jdbc()
                    .sql(
                        "update redaction set withdrawn_at = ? where id = ? and withdrawn_at is null")
                    .param(OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                    .param(id)
                    .update())
        > 0;
  }

  /** The marks of the permit's authority, oldest first. */
  public List<Mark> all(Act act) {
    ValueCipher cipher = new ValueCipher(keys.derive(act, USE));
    return door.within(
        act,
        sql ->
            sql.jdbc()
                .sql("select * from redaction order by leaf")
                .query((row, number) -> read(act, row, cipher))
                .list());
  }

  private static Mark read(Act act, ResultSet row, ValueCipher cipher) throws SQLException {
    OffsetDateTime back = row.getObject("withdrawn_at", OffsetDateTime.class);
    Mark bare =
        new Mark(
            row.getObject("id", UUID.class),
            Mark.Kind.WORDS,
            row.getObject("thing", UUID.class),
            Digest.ofFields("none"),
            "",
            0,
            0,
            0,
            0,
            "",
            new ActorId(row.getObject("actor", UUID.class)),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getLong("leaf"),
            back == null ? null : back.toInstant());
    Map<String, @Nullable Object> body =
        CanonicalJson.readObject(cipher.open(row.getBytes("body"), bound(act, bare)));
    return new Mark(
        bare.id(),
        Mark.Kind.valueOf(String.valueOf(body.get("kind"))),
        bare.thing(),
        new Digest(String.valueOf(body.get("sha256"))),
        String.valueOf(body.get("place")),
        number(body, "from"),
        number(body, "to"),
        number(body, "width"),
        number(body, "height"),
        String.valueOf(body.get("code")),
        bare.by(),
        bare.at(),
        bare.leaf(),
        bare.withdrawn());
  }

  private static int number(Map<String, @Nullable Object> body, String name) {
    return Integer.parseInt(String.valueOf(body.get(name)));
  }

  private static byte[] bound(Act act, Mark mark) {
    return Digest.ofFields(
            "redaction",
            act.permit().caseId().toString(),
            act.permit().authority().toString(),
            mark.id().toString(),
            mark.thing().toString(),
            mark.by().toString(),
            mark.at().toString(),
            Long.toString(mark.leaf()))
        .bytes();
  }
}
