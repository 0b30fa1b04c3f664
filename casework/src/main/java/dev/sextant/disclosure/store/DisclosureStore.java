package dev.sextant.disclosure.store;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Door;
import dev.sextant.authority.ValueCipher;
import dev.sextant.disclosure.Handling;
import dev.sextant.disclosure.Recipient;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.DisclosureId;
import dev.sextant.terms.FindingId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Appends to the register of disclosures and reads it back. */
public final class DisclosureStore {
  private static final String USE = "disclosure/register/v1";

  private final Door door;
  private final CaseKeys keys;

  /**
   * Wires the store.
   *
   * @param door to the case tables
   * @param keys of the cases; recipients are sealed
   */
  public DisclosureStore(Door door, CaseKeys keys) {
    this.door = door;
    this.keys = keys;
  }

  /**
   * A line as stored.
   *
   * @param clear the columns in the clear
   * @param title its title
   * @param recipient who received it
   * @param salt of the recipient's digest in the log
   * @param findings what was released
   * @param scope under which scope; null in a line of a build before scopes were noted, which is
   *     then covered by none
   * @param marks whose copy it is, and how it may be handled
   */
  public record Line(
      Clear clear,
      String title,
      Recipient recipient,
      String salt,
      List<FindingId> findings,
      @Nullable ScopeNote scope,
      Marks marks) {
    /** Copies. */
    public Line {
      findings = List.copyOf(findings);
    }
  }

  /**
   * What tells one copy from another.
   *
   * @param recipient the recipient's identifier in the register; empty in a line of a build before
   *     the register
   * @param agreement the agreement's identifier, or empty
   * @param mark printed on every page, or empty
   * @param handling codes and conditions
   * @param permission the provider's permission that a code asked for, or empty
   * @param template in which it was released, or empty
   * @param redacted how many marks and rules took something out
   */
  public record Marks(
      String recipient,
      String agreement,
      String mark,
      Handling handling,
      String permission,
      String template,
      long redacted) {
    /** Of a line without marks. */
    public static final Marks NONE = new Marks("", "", "", Handling.NONE, "", "", 0);
  }

  /**
   * The columns in the clear.
   *
   * @param caseId the case
   * @param id the disclosure
   * @param authority under which authority
   * @param actor who released it
   * @param leaf of the release's intent
   * @param at when, in microseconds
   * @param digest of the bundle
   * @param bytes of the bundle
   */
  public record Clear(
      CaseId caseId,
      DisclosureId id,
      AuthorityId authority,
      ActorId actor,
      long leaf,
      Instant at,
      Digest digest,
      long bytes) {
    byte[] bound() {
      return Digest.ofFields(
              "disclosure",
              caseId.toString(),
              id.toString(),
              authority.toString(),
              actor.toString(),
              Long.toString(leaf),
              at.toString(),
              digest.hex(),
              Long.toString(bytes))
          .bytes();
    }
  }

  /** Writes a line. */
  public void add(Act act, Line line) {
    Clear clear = line.clear;
    ScopeNote scope = java.util.Objects.requireNonNull(line.scope, "a release notes its scope");
    Map<String, Object> body = new TreeMap<>();
    body.put("title", line.title);
    body.put("scope", scope.json());
    body.put("salt", line.salt);
    body.put("recipient", line.recipient.name());
    body.put("organisation", line.recipient.organisation());
    body.put("need", line.recipient.need());
    body.put("agreement", line.recipient.agreement());
    body.put("findings", line.findings.stream().map(FindingId::toString).toList());
    Marks marks = line.marks;
    body.put("recipientId", marks.recipient());
    body.put("agreementId", marks.agreement());
    body.put("mark", marks.mark());
    body.put("handling", marks.handling().texts());
    body.put("conditions", List.copyOf(marks.handling().conditions()));
    body.put("permission", marks.permission());
    body.put("template", marks.template());
    body.put("redacted", marks.redacted());
    byte[] sealed = cipher(act).seal(CanonicalJson.write(body), clear.bound());
    door.within(
        act,
        sql -> {
          // It rests on what its findings rest on, and on nothing else.
          Door.restsOn(
              sql.jdbc(), List.of(), line.findings.stream().map(FindingId::value).toList());
          return sql.jdbc()
              .sql(
                  """
                  insert into disclosure
                    (case_id, id, authority, actor, leaf, at, digest, bytes, body)
                  values (:case, :id, :authority, :actor, :leaf, :at, :digest, :bytes, :body)
                  """)
              .param("case", clear.caseId.value())
              .param("id", clear.id.value())
              .param("authority", clear.authority.value())
              .param("actor", clear.actor.value())
              .param("leaf", clear.leaf)
              .param("at", OffsetDateTime.ofInstant(clear.at, ZoneOffset.UTC))
              .param("digest", clear.digest.hex())
              .param("bytes", clear.bytes)
              .param("body", sealed)
              .update();
        });
  }

  /** The register of the permit's authority in its case, oldest first. */
  public List<Line> all(Act act) {
    ValueCipher cipher = cipher(act);
    return door.within(
        act,
        sql ->
            sql.jdbc()
                .sql("select * from disclosure order by leaf")
                .query((row, number) -> read(row, cipher))
                .list());
  }

  private static Line read(ResultSet row, ValueCipher cipher) throws SQLException {
    Clear clear =
        new Clear(
            new CaseId(row.getObject("case_id", UUID.class)),
            new DisclosureId(row.getObject("id", UUID.class)),
            new AuthorityId(row.getObject("authority", UUID.class)),
            new ActorId(row.getObject("actor", UUID.class)),
            row.getLong("leaf"),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            new Digest(row.getString("digest")),
            row.getLong("bytes"));
    Map<String, @Nullable Object> body =
        CanonicalJson.readObject(cipher.open(row.getBytes("body"), clear.bound()));
    Recipient recipient =
        new Recipient(
            text(body, "recipient"),
            text(body, "organisation"),
            text(body, "need"),
            text(body, "agreement"));
    List<FindingId> findings =
        ((List<?>) java.util.Objects.requireNonNull(body.get("findings")))
            .stream().map(id -> FindingId.parse(String.valueOf(id))).toList();
    ScopeNote scope = body.get("scope") instanceof Map<?, ?> note ? ScopeNote.read(note) : null;
    return new Line(
        clear, text(body, "title"), recipient, text(body, "salt"), findings, scope, marks(body));
  }

  private static Marks marks(Map<String, @Nullable Object> body) {
    if (!(body.get("handling") instanceof List<?> codes)) {
      return Marks.NONE;
    }
    Set<Handling.Code> read =
        codes.stream().map(c -> Handling.Code.parse(String.valueOf(c))).collect(Collectors.toSet());
    TreeSet<String> conditions = new TreeSet<>();
    ((List<?>) java.util.Objects.requireNonNull(body.get("conditions")))
        .forEach(c -> conditions.add(String.valueOf(c)));
    return new Marks(
        text(body, "recipientId"),
        text(body, "agreementId"),
        text(body, "mark"),
        new Handling(read, conditions),
        text(body, "permission"),
        body.get("template") instanceof String template ? template : "",
        body.get("redacted") instanceof Long redacted ? redacted : 0);
  }

  private static String text(Map<String, @Nullable Object> body, String name) {
    return String.valueOf(body.get(name));
  }

  private ValueCipher cipher(Act act) {
    return new ValueCipher(keys.derive(act, USE));
  }
}
