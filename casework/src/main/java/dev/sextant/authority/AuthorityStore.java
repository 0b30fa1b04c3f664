package dev.sextant.authority;

import dev.sextant.authority.AuthorityFile.Transition;
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
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The authority tables, within a transaction of somebody else's. */
final class AuthorityStore {
  private final CaseKeys keys;
  private final Supplier<Duration> overseenWithin;

  /**
   * @param keys of cases
   * @param overseenWithin the jurisdiction's time for the overseer's word, noted with each version
   */
  AuthorityStore(CaseKeys keys, Supplier<Duration> overseenWithin) {
    this.keys = keys;
    this.overseenWithin = overseenWithin;
  }

  CaseKeys keys() {
    return keys;
  }

  /** Where a version stands: what can be told without opening its document. */
  record Standing(
      AuthorityId id,
      int version,
      CaseId caseId,
      Digest digest,
      AuthorityState stored,
      Instant operationTo,
      Instant liveUntil,
      boolean unwritten) {

    /** Where it stands at a moment: time ends and suspends without any job. */
    AuthorityState state(Instant now) {
      if (unwritten && stored.ticking()) {
        // Nothing prolongs mere words, not even that they were suspended meanwhile.
        return now.isBefore(liveUntil) ? stored : AuthorityState.LAPSED;
      }
      if (stored.ticking() && !now.isBefore(operationTo)) {
        return AuthorityState.EXPIRED;
      }
      if (stored.living() && !now.isBefore(liveUntil)) {
        return AuthorityState.SUSPENDED;
      }
      return stored;
    }
  }

  /** A version as stored, its document opened and found to say what the columns say. */
  record Version(AuthorityDocument document, Standing standing, boolean needsOversight) {

    AuthorityDraft draft() {
      return document.draft();
    }

    CaseId caseId() {
      return standing.caseId();
    }

    Digest digest() {
      return standing.digest();
    }

    AuthorityState stored() {
      return standing.stored();
    }

    AuthorityState state(Instant now) {
      return standing.state(now);
    }

    Instant operationTo() {
      return standing.operationTo();
    }

    Instant liveUntil() {
      return standing.liveUntil();
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

  /**
   * Where all versions stand, newest first, locked until the transaction ends; no key is needed.
   *
   * @throws UnknownInRegister if there is none
   */
  static List<Standing> standings(JdbcClient jdbc, AuthorityId id) {
    List<Standing> all =
        jdbc.sql(
                """
                select authority, version, casefile, digest, state, operation_to, live_until, oral, granted
                from authority_version where authority = ? order by version desc for update
                """)
            .param(id.value())
            .query((row, number) -> standing(row))
            .list();
    if (all.isEmpty()) {
      throw new UnknownInRegister("authority", id.toString());
    }
    return all;
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        new AuthorityId(row.getObject("authority", UUID.class)),
        row.getInt("version"),
        new CaseId(row.getObject("casefile", UUID.class)),
        new Digest(row.getString("digest")),
        AuthorityState.valueOf(row.getString("state")),
        row.getTimestamp("operation_to").toInstant(),
        row.getTimestamp("live_until").toInstant(),
        row.getBoolean("oral") && row.getString("granted") == null);
  }

  private List<Version> load(JdbcClient jdbc, AuthorityId id, String lock) {
    CaseId of =
        caseOf(jdbc, id).orElseThrow(() -> new UnknownInRegister("authority", id.toString()));
    ValueCipher cipher = keys.registerCipher(jdbc, of);
    Map<Integer, Set<Integer>> stored = new HashMap<>();
    List<Version> all =
        jdbc.sql("select * from authority_version where authority = ? order by version desc" + lock)
            .param(id.value())
            .query((row, number) -> {
              stored.put(row.getInt("version"), numbers(row));
              return version(cipher, row);
            })
            .list();
    List<AuthorityDocument> documents = all.stream().map(Version::document).toList();
    for (AuthorityDocument document : documents) {
      if (!covers(document, documents).equals(stored.get(document.version()))) {
        throw altered(id, "columns of version " + document.version());
      }
    }
    return all;
  }

  private static Set<Integer> numbers(ResultSet row) throws SQLException {
    Set<Integer> numbers = new TreeSet<>();
    for (Object one : (Object[]) row.getArray("covers").getArray()) {
      numbers.add((Integer) one);
    }
    return numbers;
  }

  /* Which versions' findings a version shows: its own, and those of versions before it that saw
   * nothing which it does not see. */
  private static Set<Integer> covers(AuthorityDocument document, List<AuthorityDocument> all) {
    Set<Integer> covers = new TreeSet<>(Set.of(document.version()));
    Scope scope = document.draft().bounds().scope();
    all.stream()
        .filter(one -> one.version() < document.version())
        .filter(one -> one.draft().bounds().scope().within(scope))
        .forEach(one -> covers.add(one.version()));
    return covers;
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
            && document.needsOversight() == row.getBoolean("needs_oversight")
            && (document.oral() != null) == row.getBoolean("oral")
            && Objects.equals(hex(document.granted()), row.getString("granted"))
            && draft.duties().reviewEvery().toSeconds() == row.getLong("review_seconds")
            && draft.bounds().quota().items() == row.getLong("quota_items")
            && draft.bounds().quota().subjects() == row.getLong("quota_subjects")
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
    return new Version(document, standing(row), row.getBoolean("needs_oversight"));
  }

  private static @Nullable String hex(@Nullable Digest digest) {
    return digest == null ? null : digest.hex();
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
    insert(
        entry,
        document,
        first,
        Objects.requireNonNull(document.draft().bounds().operationWindow().to(), "operationTo"));
  }

  /** A new version, in its first state, that stops by itself at a moment. */
  void insert(
      Deeds.Entry entry, AuthorityDocument document, AuthorityState first, Instant liveUntil) {
    entry
        .jdbc()
        .sql(
            """
            insert into authority_version (authority, version, casefile, applicant, digest, body, state,
              needs_oversight, team, platforms, content_from, content_to, operation_from, operation_to,
              live_until, created_at, oral, granted, review_seconds, overseen_seconds, quota_items,
              quota_subjects, covers)
            values (:authority, :version, :casefile, :applicant, :digest, :body, :state,
              :oversight, :team, :platforms, :contentFrom, :contentTo, :from, :to, :until, :at, :oral,
              :granted, :review, :overseen, :items, :subjects, :covers)
            """)
        .param("until", Timestamp.from(liveUntil))
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
              operation_from = :from, operation_to = :to, live_until = :to, oral = :oral,
              granted = :granted, review_seconds = :review, overseen_seconds = :overseen,
              quota_items = :items, quota_subjects = :subjects, covers = :covers
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
    map.put("oversight", document.needsOversight());
    map.put("oral", document.oral() != null);
    map.put("granted", hex(document.granted()));
    map.put("review", draft.duties().reviewEvery().toSeconds());
    map.put("overseen", overseenWithin.get().toSeconds());
    map.put("items", draft.bounds().quota().items());
    map.put("subjects", draft.bounds().quota().subjects());
    List<AuthorityDocument> before =
        document.version() == 1
            ? List.of()
            : versions(jdbc, document.id()).stream().map(Version::document).toList();
    map.put("covers", covers(document, before).toArray(Integer[]::new));
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
    move(entry, version.standing(), to, by, reasons);
  }

  /** The same for a version whose document need not open. */
  void move(
      Deeds.Entry entry,
      Standing version,
      AuthorityState to,
      @Nullable ActorId by,
      String reasons) {
    entry
        .jdbc()
        .sql("update authority_version set state = ? where authority = ? and version = ?")
        .param(to.name())
        .param(version.id().value())
        .param(version.version())
        .update();
    remember(entry, version, to, by, reasons);
  }

  /** Replaces what was granted by word of mouth by its write-up, which then waits for oversight. */
  void writeUp(Deeds.Entry entry, Version version, AuthorityDocument written) {
    entry
        .jdbc()
        .sql(
            """
            update authority_version set digest = :digest, body = :body, granted = :granted,
              state = 'OVERSIGHT_PENDING'
            where authority = :authority and version = :version
            """)
        .param("authority", written.id().value())
        .param("version", written.version())
        .params(columns(entry.jdbc(), written))
        .update();
    remember(
        entry,
        version.standing(),
        AuthorityState.OVERSIGHT_PENDING,
        written.applicant(),
        "written up");
    entry.note("document", written.digest());
  }

  /** Writes one step into a version's history and into the deed's outcome. */
  void remember(
      Deeds.Entry entry,
      Standing version,
      AuthorityState to,
      @Nullable ActorId by,
      String reasons) {
    Transition step =
        new Transition(0, version.stored(), to, by, reasons, entry.leaf(), entry.at());
    entry
        .jdbc()
        .sql(
            """
            insert into authority_history
              (authority, version, number, from_state, to_state, actor, reasons, leaf, happened_at)
            select :authority, :version, coalesce(max(number), 0) + 1, :from, :to, :actor, :reasons, :leaf, :at
            from authority_history where authority = :authority and version = :version
            """)
        .param("authority", version.id().value())
        .param("version", version.version())
        .param("from", version.stored().name())
        .param("to", to.name())
        .param("actor", by == null ? null : by.value(), java.sql.Types.OTHER)
        .param("reasons", sealReasons(entry.jdbc(), version, step))
        .param("leaf", entry.leaf())
        .param("at", Timestamp.from(entry.at()))
        .update();
    entry.note("version", version.version());
    entry.note("document", version.digest());
    entry.note("from", version.stored());
    entry.note("to", to);
  }

  /* An authority must be stopped though its case's key is lost or altered: what is said then is
   * sealed under a key of the house. */
  private byte[] sealReasons(JdbcClient jdbc, Standing version, Transition step) {
    ValueCipher cipher;
    try {
      cipher = keys.registerCipher(jdbc, version.caseId());
    } catch (RegisterFault | UnknownInRegister lost) {
      cipher = keys.houseCipher();
    }
    return cipher.seal(step.reasons().getBytes(StandardCharsets.UTF_8), about(version, step));
  }

  private String openReasons(ValueCipher cipher, Standing version, Transition step, byte[] sealed) {
    byte[] about = about(version, step);
    byte[] plain;
    try {
      plain = cipher.open(sealed, about);
    } catch (RegisterFault notUnderTheCasesKey) {
      plain = keys.houseCipher().open(sealed, about);
    }
    return new String(plain, StandardCharsets.UTF_8);
  }

  /* All of the step but its number, so that its reasons open nowhere else. */
  private static byte[] about(Standing version, Transition step) {
    return String.join(
            " ",
            "history-reasons/v1",
            version.id().toString(),
            Integer.toString(version.version()),
            step.from().name(),
            step.to().name(),
            String.valueOf(step.actor()),
            Long.toString(step.leaf()),
            step.at().toString())
        .getBytes(StandardCharsets.UTF_8);
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

  /** All transitions of a version, oldest first. */
  List<Transition> history(JdbcClient jdbc, Version version) {
    ValueCipher cipher = keys.registerCipher(jdbc, version.caseId());
    return jdbc.sql(
            "select * from authority_history where authority = ? and version = ? order by number")
        .param(version.document().id().value())
        .param(version.document().version())
        .query((row, number) -> transition(cipher, version.standing(), row))
        .list();
  }

  private Transition transition(ValueCipher cipher, Standing version, ResultSet row)
      throws SQLException {
    UUID actor = row.getObject("actor", UUID.class);
    Transition closed =
        new Transition(
            row.getInt("number"),
            AuthorityState.valueOf(row.getString("from_state")),
            AuthorityState.valueOf(row.getString("to_state")),
            actor == null ? null : new ActorId(actor),
            "",
            row.getLong("leaf"),
            row.getTimestamp("happened_at").toInstant());
    return closed.reasoned(openReasons(cipher, version, closed, row.getBytes("reasons")));
  }
}
