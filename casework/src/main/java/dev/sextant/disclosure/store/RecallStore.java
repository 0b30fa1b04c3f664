package dev.sextant.disclosure.store;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Door;
import dev.sextant.authority.ValueCipher;
import dev.sextant.disclosure.Recalls.Assessment;
import dev.sextant.disclosure.Recalls.Notice;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import dev.sextant.terms.DisclosureId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notices that call disclosures back, and assessments given in emergencies. */
public final class RecallStore {
  private static final String USE = "disclosure/recalls/v1";

  private final Door door;
  private final CaseKeys keys;

  /** Wires the store. */
  public RecallStore(Door door, CaseKeys keys) {
    this.door = door;
    this.keys = keys;
  }

  /** Writes a notice. */
  public void add(Act act, Notice notice) {
    byte[] body =
        cipher(act)
            .seal(CanonicalJson.write(Map.of("reason", notice.reason())), bound(act, notice));
    door.within(
        act,
        sql ->
            sql.jdbc()
                .sql(
                    """
                    insert into recall_notice (case_id, id, disclosure, authority, actor, leaf, at, body)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                .param(act.permit().caseId().value())
                .param(notice.id())
                .param(notice.disclosure().value())
                .param(act.permit().authority().value())
                .param(notice.by().value())
                .param(notice.leaf())
                .param(utc(notice.at()))
                .param(body)
                .update());
  }

  /** The notices of the permit's authority, oldest first. */
  public List<Notice> notices(Act act) {
    ValueCipher cipher = cipher(act);
    return door.within(
        act,
        sql ->
            sql.jdbc()
                .sql("select * from recall_notice order by leaf")
                .query((row, number) -> notice(act, row, cipher))
                .list());
  }

  private static Notice notice(Act act, ResultSet row, ValueCipher cipher) throws SQLException {
    Notice bare =
        new Notice(
            row.getObject("id", UUID.class),
            new DisclosureId(row.getObject("disclosure", UUID.class)),
            "",
            new ActorId(row.getObject("actor", UUID.class)),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getLong("leaf"));
    Map<String, @Nullable Object> body =
        CanonicalJson.readObject(cipher.open(row.getBytes("body"), bound(act, bare)));
    return new Notice(
        bare.id(),
        bare.disclosure(),
        String.valueOf(body.get("reason")),
        bare.by(),
        bare.at(),
        bare.leaf());
  }

  private static byte[] bound(Act act, Notice notice) {
    return Digest.ofFields(
            "recall",
            act.permit().caseId().toString(),
            act.permit().authority().toString(),
            notice.id().toString(),
            notice.disclosure().toString(),
            notice.by().toString(),
            notice.at().toString(),
            Long.toString(notice.leaf()))
        .bytes();
  }

  /** Writes an assessment; the salt is that of its recipient's digest in the log. */
  public void add(Act act, Assessment given, String salt) {
    Map<String, Object> body =
        Map.of(
            "name", given.name(),
            "organisation", given.organisation(),
            "danger", given.danger(),
            "text", given.text(),
            "salt", salt);
    byte[] sealed = cipher(act).seal(CanonicalJson.write(body), bound(act, given));
    door.within(
        act,
        sql ->
            sql.jdbc()
                .sql(
                    """
                    insert into assessment (case_id, id, authority, actor, leaf, at, digest, body)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                .param(act.permit().caseId().value())
                .param(given.id())
                .param(act.permit().authority().value())
                .param(given.by().value())
                .param(given.leaf())
                .param(utc(given.at()))
                .param(given.digest().hex())
                .param(sealed)
                .update());
  }

  /** The assessments of the permit's authority, oldest first. */
  public List<Assessment> assessments(Act act) {
    ValueCipher cipher = cipher(act);
    return door.within(
        act,
        sql ->
            sql.jdbc()
                .sql("select * from assessment order by leaf")
                .query((row, number) -> assessment(act, row, cipher))
                .list());
  }

  private static Assessment assessment(Act act, ResultSet row, ValueCipher cipher)
      throws SQLException {
    Assessment bare =
        new Assessment(
            row.getObject("id", UUID.class),
            "",
            "",
            "",
            "",
            new ActorId(row.getObject("actor", UUID.class)),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getLong("leaf"),
            new Digest(row.getString("digest")));
    Map<String, @Nullable Object> body =
        CanonicalJson.readObject(cipher.open(row.getBytes("body"), bound(act, bare)));
    return new Assessment(
        bare.id(),
        String.valueOf(body.get("name")),
        String.valueOf(body.get("organisation")),
        String.valueOf(body.get("danger")),
        String.valueOf(body.get("text")),
        bare.by(),
        bare.at(),
        bare.leaf(),
        bare.digest());
  }

  private static byte[] bound(Act act, Assessment given) {
    return Digest.ofFields(
            "assessment",
            act.permit().caseId().toString(),
            act.permit().authority().toString(),
            given.id().toString(),
            given.by().toString(),
            given.at().toString(),
            Long.toString(given.leaf()),
            given.digest().hex())
        .bytes();
  }

  private static OffsetDateTime utc(Instant at) {
    return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
  }

  private ValueCipher cipher(Act act) {
    return new ValueCipher(keys.derive(act, USE));
  }
}
