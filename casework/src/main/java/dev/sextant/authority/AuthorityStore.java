package dev.sextant.authority;

import dev.sextant.authority.AuthorityFile.Transition;
import dev.sextant.ledger.LedgerFault;
import dev.sextant.ledger.SignedNote;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Platform;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The authority tables, within a transaction of somebody else's. */
final class AuthorityStore {
  private final CaseKeys keys;

  AuthorityStore(CaseKeys keys) {
    this.keys = keys;
  }

  /** A version as stored. */
  record Version(
      AuthorityDocument document,
      Digest digest,
      AuthorityState stored,
      boolean needsOversight,
      Instant operationTo,
      Instant liveUntil) {

    AuthorityDraft draft() {
      return document.draft();
    }

    CaseId caseId() {
      return draft().caseId();
    }

    /** Where it stands at a moment: time ends and suspends without any job. */
    AuthorityState state(Instant now) {
      if (stored.ticking() && !now.isBefore(operationTo)) {
        return AuthorityState.EXPIRED;
      }
      if (stored.living() && !now.isBefore(liveUntil)) {
        return AuthorityState.SUSPENDED;
      }
      return stored;
    }
  }

  /** The case of an authority. */
  static Optional<CaseId> caseOf(JdbcClient jdbc, AuthorityId id) {
    return jdbc.sql("select casefile from authority_version where authority = ? limit 1")
        .param(id.value())
        .query(UUID.class)
        .optional()
        .map(CaseId::new);
  }

  /**
   * All versions, newest first, locked until the transaction ends.
   *
   * @throws UnknownInRegister if there is none
   */
  List<Version> locked(JdbcClient jdbc, AuthorityId id) {
    return load(jdbc, id, " for update");
  }

  /** All versions, newest first. */
  List<Version> versions(JdbcClient jdbc, AuthorityId id) {
    return load(jdbc, id, "");
  }

  private List<Version> load(JdbcClient jdbc, AuthorityId id, String lock) {
    CaseId of =
        caseOf(jdbc, id).orElseThrow(() -> new UnknownInRegister("authority", id.toString()));
    ValueCipher cipher = keys.registerCipher(jdbc, of);
    return jdbc.sql(
            "select * from authority_version where authority = ? order by version desc" + lock)
        .param(id.value())
        .query((row, number) -> version(cipher, row))
        .list();
  }

  /* The columns that the database judges by must say what the signed document says; otherwise
   * somebody wrote to the register behind the program's back. */
  private static Version version(ValueCipher cipher, ResultSet row) throws SQLException {
    UUID id = row.getObject("authority", UUID.class);
    int number = row.getInt("version");
    byte[] body = cipher.open(row.getBytes("body"), about("body", new AuthorityId(id), number));
    AuthorityDocument document;
    try {
      document = AuthorityDocument.parse(body);
    } catch (BadValue | IllegalArgumentException e) {
      throw altered(new AuthorityId(id), "document");
    }
    Digest digest = Digest.of(body);
    AuthorityDraft draft = document.draft();
    Set<Object> team = Set.of((Object[]) row.getArray("team").getArray());
    Set<Object> platforms = Set.of((Object[]) row.getArray("platforms").getArray());
    Instant to = row.getTimestamp("operation_to").toInstant();
    boolean same =
        digest.hex().equals(row.getString("digest"))
            && document.id().value().equals(id)
            && document.version() == number
            && draft.caseId().value().equals(row.getObject("casefile"))
            && document.applicant().value().equals(row.getObject("applicant"))
            && draft.needsOversight() == row.getBoolean("needs_oversight")
            && new HashSet<>(draft.duties().team().stream().map(ActorId::value).toList())
                .equals(team)
            && new HashSet<>(
                    draft.bounds().scope().platforms().stream().map(Platform::name).toList())
                .equals(platforms)
            && to.equals(draft.bounds().operationWindow().to())
            && Objects.equals(
                draft.bounds().scope().contentWindow().from(), instant(row, "content_from"))
            && Objects.equals(
                draft.bounds().scope().contentWindow().to(), instant(row, "content_to"));
    if (!same) {
      throw altered(new AuthorityId(id), "columns of version " + number);
    }
    return new Version(
        document,
        digest,
        AuthorityState.valueOf(row.getString("state")),
        row.getBoolean("needs_oversight"),
        to,
        row.getTimestamp("live_until").toInstant());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }

  private static RegisterFault altered(AuthorityId id, String what) {
    return new RegisterFault(
        "SX-AUTH-ALTERED",
        "the register was altered behind the program's back",
        "authority " + id,
        what,
        "tell the overseer; compare the log with the register");
  }

  /** A new version, in its first state. */
  void insert(Deeds.Entry entry, AuthorityDocument document, AuthorityState first) {
    entry
        .jdbc()
        .sql(
            """
            insert into authority_version (authority, version, casefile, applicant, digest, body, state,
              needs_oversight, team, platforms, content_from, content_to, operation_from, operation_to,
              live_until, created_at)
            values (:authority, :version, :casefile, :applicant, :digest, :body, :state,
              :oversight, :team, :platforms, :contentFrom, :contentTo, :from, :to, :to, :at)
            """)
        .param("authority", document.id().value())
        .param("version", document.version())
        .param("casefile", document.draft().caseId().value())
        .param("applicant", document.applicant().value())
        .param("state", first.name())
        .param("at", Timestamp.from(entry.at()))
        .params(columns(entry.jdbc(), document))
        .update();
  }

  /** The same version with another document, while it is a draft. */
  void replace(Deeds.Entry entry, AuthorityDocument document) {
    entry
        .jdbc()
        .sql(
            """
            update authority_version set digest = :digest, body = :body, needs_oversight = :oversight,
              team = :team, platforms = :platforms, content_from = :contentFrom, content_to = :contentTo,
              operation_from = :from, operation_to = :to, live_until = :to
            where authority = :authority and version = :version
            """)
        .param("authority", document.id().value())
        .param("version", document.version())
        .params(columns(entry.jdbc(), document))
        .update();
  }

  private Map<String, @Nullable Object> columns(JdbcClient jdbc, AuthorityDocument document) {
    AuthorityDraft draft = document.draft();
    Scope scope = draft.bounds().scope();
    HashMap<String, @Nullable Object> map = new HashMap<>();
    map.put("digest", document.digest().hex());
    map.put(
        "body",
        keys.registerCipher(jdbc, draft.caseId())
            .seal(document.bytes(), about("body", document.id(), document.version())));
    map.put("oversight", draft.needsOversight());
    map.put("team", draft.duties().team().stream().map(ActorId::value).toArray(UUID[]::new));
    map.put("platforms", scope.platforms().stream().map(Platform::name).toArray(String[]::new));
    map.put("contentFrom", timestamp(scope.contentWindow().from()));
    map.put("contentTo", timestamp(scope.contentWindow().to()));
    map.put("from", timestamp(draft.bounds().operationWindow().from()));
    map.put("to", timestamp(draft.bounds().operationWindow().to()));
    return map;
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static byte[] about(String what, AuthorityId id, int version) {
    return (what + " " + id + " " + version).getBytes(StandardCharsets.UTF_8);
  }

  /** Moves a version along its path and writes its history. */
  void move(
      Deeds.Entry entry, Version version, AuthorityState to, @Nullable ActorId by, String reasons) {
    AuthorityDocument document = version.document();
    entry
        .jdbc()
        .sql("update authority_version set state = ? where authority = ? and version = ?")
        .param(to.name())
        .param(document.id().value())
        .param(document.version())
        .update();
    entry
        .jdbc()
        .sql(
            """
            insert into authority_history
              (authority, version, number, from_state, to_state, actor, reasons, leaf, happened_at)
            select :authority, :version, coalesce(max(number), 0) + 1, :from, :to, :actor, :reasons, :leaf, :at
            from authority_history where authority = :authority and version = :version
            """)
        .param("authority", document.id().value())
        .param("version", document.version())
        .param("from", version.stored().name())
        .param("to", to.name())
        .param("actor", by == null ? null : by.value(), java.sql.Types.OTHER)
        .param("reasons", sealReasons(entry.jdbc(), document, reasons))
        .param("leaf", entry.leaf())
        .param("at", Timestamp.from(entry.at()))
        .update();
    entry.note("version", document.version());
    entry.note("document", version.digest());
    entry.note("from", version.stored());
    entry.note("to", to);
  }

  /** Sets when a living version stops by itself. */
  void liveUntil(Deeds.Entry entry, Version version, Instant until) {
    entry
        .jdbc()
        .sql(
            """
            update authority_version set live_until = least(operation_to, ?::timestamptz)
            where authority = ? and version = ?
            """)
        .param(Timestamp.from(until))
        .param(version.document().id().value())
        .param(version.document().version())
        .update();
  }

  private byte[] sealReasons(JdbcClient jdbc, AuthorityDocument document, String reasons) {
    return keys.registerCipher(jdbc, document.draft().caseId())
        .seal(
            reasons.getBytes(StandardCharsets.UTF_8),
            about("reasons", document.id(), document.version()));
  }

  /** Stores the applicant's signature of one principle. */
  void sign(Deeds.Entry entry, Version version, Principle principle, byte[] note) {
    entry
        .jdbc()
        .sql(
            """
            insert into principle_signature (authority, version, principle, actor, digest, note, signed_at)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """)
        .param(version.document().id().value())
        .param(version.document().version())
        .param(principle.name())
        .param(version.document().applicant().value())
        .param(version.digest().hex())
        .param(new String(note, StandardCharsets.UTF_8))
        .param(Timestamp.from(entry.at()))
        .update();
  }

  /** The principles whose stored signatures verify over the document as it reads now. */
  Set<Principle> signed(JdbcClient jdbc, Version version) {
    AuthorityDocument document = version.document();
    VerifierKey key = key(jdbc, document.applicant());
    EnumSet<Principle> signed = EnumSet.noneOf(Principle.class);
    jdbc.sql(
            """
            select principle, note from principle_signature
            where authority = ? and version = ? and digest = ?
            """)
        .param(document.id().value())
        .param(document.version())
        .param(version.digest().hex())
        .query(row -> {
          Principle principle = Principle.valueOf(row.getString("principle"));
          if (verifies(key, document.principleText(principle), row.getString("note"))) {
            signed.add(principle);
          }
        });
    return signed;
  }

  /** Stores a decision. */
  void approve(Deeds.Entry entry, AuthorityDocument document, Approval approval) {
    entry
        .jdbc()
        .sql(
            """
            insert into approval (id, authority, version, role, actor, decision, digest, reasons, note, decided_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(UUID.randomUUID())
        .param(document.id().value())
        .param(document.version())
        .param(approval.role().name())
        .param(approval.actor().value())
        .param(approval.decision().name())
        .param(approval.document().hex())
        .param(sealReasons(entry.jdbc(), document, approval.reasons()))
        .param(approval.note())
        .param(Timestamp.from(approval.at()))
        .update();
    entry.note("decision", approval.decision());
    entry.note("note", Digest.of(approval.note().getBytes(StandardCharsets.UTF_8)));
  }

  /** All decisions on a version whose signatures verify, oldest first. */
  List<Approval> approvals(JdbcClient jdbc, Version version) {
    AuthorityDocument document = version.document();
    ValueCipher cipher = keys.registerCipher(jdbc, document.draft().caseId());
    return jdbc
        .sql("select * from approval where authority = ? and version = ? order by decided_at, id")
        .param(document.id().value())
        .param(document.version())
        .query((row, number) ->
            new Approval(
                Role.valueOf(row.getString("role")),
                new ActorId(row.getObject("actor", UUID.class)),
                Decision.valueOf(row.getString("decision")),
                new Digest(row.getString("digest")),
                reasons(cipher, document, row),
                row.getString("note"),
                row.getTimestamp("decided_at").toInstant()))
        .list()
        .stream()
        .filter(a -> verifies(key(jdbc, a.actor()), Approval.text(document, a), a.note()))
        .toList();
  }

  /** All transitions of a version, oldest first. */
  List<Transition> history(JdbcClient jdbc, Version version) {
    AuthorityDocument document = version.document();
    ValueCipher cipher = keys.registerCipher(jdbc, document.draft().caseId());
    return jdbc.sql(
            "select * from authority_history where authority = ? and version = ? order by number")
        .param(document.id().value())
        .param(document.version())
        .query((row, number) -> {
          UUID actor = row.getObject("actor", UUID.class);
          return new Transition(
              row.getInt("number"),
              AuthorityState.valueOf(row.getString("from_state")),
              AuthorityState.valueOf(row.getString("to_state")),
              actor == null ? null : new ActorId(actor),
              reasons(cipher, document, row),
              row.getLong("leaf"),
              row.getTimestamp("happened_at").toInstant());
        })
        .list();
  }

  private static String reasons(ValueCipher cipher, AuthorityDocument document, ResultSet row)
      throws SQLException {
    byte[] plain =
        cipher.open(row.getBytes("reasons"), about("reasons", document.id(), document.version()));
    return new String(plain, StandardCharsets.UTF_8);
  }

  private static VerifierKey key(JdbcClient jdbc, ActorId actor) {
    return VerifierKey.parse(People.find(jdbc, actor).vkey());
  }

  private static boolean verifies(VerifierKey key, String text, String note) {
    try {
      SignedNote signed = SignedNote.parse(note.getBytes(StandardCharsets.UTF_8));
      signed.require(key);
      return signed.text().equals(text);
    } catch (LedgerFault e) {
      return false; // A note that was altered is no signature; the caller says what is missing.
    }
  }
}
