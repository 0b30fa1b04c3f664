package dev.sextant.helpdesk;

import dev.sextant.authority.CasePapers.Desk;
import dev.sextant.authority.ValueCipher;
import dev.sextant.helpdesk.LegalRequest.Moments;
import dev.sextant.helpdesk.LegalRequest.People;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.RequestId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables of legal process, within one transaction on a case's papers. */
final class RequestStore {
  private static final String USE = "helpdesk/v1";

  private final Desk desk;
  private final CaseId caseId;
  private final ValueCipher cipher;

  RequestStore(Desk desk, CaseId caseId) {
    this.desk = desk;
    this.caseId = caseId;
    this.cipher = desk.cipher(USE);
  }

  /** Takes in a new request; answers its number. */
  int insert(RequestBody body, ActorId by) {
    // Two intakes at once must not take the same number.
    desk.jdbc()
        .sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("legal request " + caseId)
        .query()
        .singleRow();
    int number =
        desk.jdbc()
            .sql("select coalesce(max(number), 0) + 1 from legal_request where casefile = ?")
            .param(caseId.value())
            .query(Integer.class)
            .single();
    desk.jdbc()
        .sql(
            """
            insert into legal_request (casefile, id, number, authority, provider, emergency, state,
              drafted_by, digest, body, created_at)
            values (?, ?, ?, ?, ?, ?, 'INTAKE', ?, ?, ?, ?)
            """)
        .param(caseId.value())
        .param(body.id().value())
        .param(number)
        .param(body.ask().authority().value())
        .param(body.ask().provider())
        .param(body.ask().emergency())
        .param(by.value())
        .param(body.digest().hex())
        .param(cipher.seal(body.bytes(), aad("request", body.id().value())))
        .param(Timestamp.from(desk.at()))
        .update();
    return number;
  }

  /** Writes a request's document anew, while it may change, and moves it. */
  void rewrite(LegalRequest request, RequestBody body, RequestState to) {
    RequestDraft draft = body.draft();
    desk.jdbc()
        .sql(
            """
            update legal_request set digest = :digest, body = :body, instrument = :instrument,
              emergency = :emergency, state = :state, reviewed_by = null, reviewed_digest = null
            where id = :id
            """)
        .param("digest", body.digest().hex())
        .param("body", cipher.seal(body.bytes(), aad("request", body.id().value())))
        .param(
            "instrument", draft == null ? null : draft.instrument().name(), java.sql.Types.VARCHAR)
        .param("emergency", body.ask().emergency())
        .param("state", to.name())
        .param("id", request.id().value())
        .update();
  }

  /** Moves a request. */
  void move(RequestId id, RequestState to) {
    set(id, "state = ?", to.name());
  }

  /** Records who reviewed what. */
  void reviewed(RequestId id, ActorId by, Digest digest) {
    set(id, "reviewed_by = ?", by.value());
    set(id, "reviewed_digest = ?", digest.hex());
  }

  /** Records a moment. */
  void issued(RequestId id, Instant at) {
    set(id, "issued_at = ?", Timestamp.from(at));
  }

  /** Records a moment. */
  void served(RequestId id, Instant at) {
    set(id, "served_at = ?", Timestamp.from(at));
  }

  /** Records the overseer's word on an emergency. */
  void upheld(RequestId id, boolean upheld) {
    set(id, "emergency_upheld = ?", upheld);
  }

  private void set(RequestId id, String what, Object value) {
    desk.jdbc()
        .sql("update legal_request set " + what + " where id = ?")
        .param(value)
        .param(id.value())
        .update();
  }

  /** Adds a step to a request's history. */
  void step(
      LegalRequest request, String deed, RequestState to, ActorId by, Map<String, String> about) {
    int number =
        desk.jdbc()
            .sql("select coalesce(max(number), 0) + 1 from legal_step where request = ?")
            .param(request.id().value())
            .query(Integer.class)
            .single();
    byte[] words = CanonicalJson.write(new TreeMap<String, Object>(about));
    desk.jdbc()
        .sql(
            """
            insert into legal_step (casefile, request, number, deed, from_state, to_state, actor, about,
              leaf, happened_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(caseId.value())
        .param(request.id().value())
        .param(number)
        .param(deed)
        .param(request.state().name())
        .param(to.name())
        .param(by.value())
        .param(cipher.seal(words, aad("step " + number, request.id().value())))
        .param(desk.leaf())
        .param(Timestamp.from(desk.at()))
        .update();
    desk.note("from", request.state());
    desk.note("to", to);
  }

  /** Ties an exhibit to a request. */
  void tie(LegalRequest request, ProviderReturn one) {
    TreeMap<String, @Nullable Object> about = new TreeMap<>();
    about.put("digest", one.digest().hex());
    about.put("providerHash", one.paper().providerHash());
    about.put("custodian", one.paper().custodian());
    about.put("certificate", one.paper().certificate());
    about.put("partial", one.paper().partial());
    about.put("note", one.paper().note());
    desk.jdbc()
        .sql(
            """
            insert into legal_return (casefile, id, request, exhibit, about, hash_holds, received_at,
              provisional_until)
            values (:case, :id, :request, :exhibit, :about, :holds, :received, :until)
            """)
        .param("case", caseId.value())
        .param("id", one.id())
        .param("request", request.id().value())
        .param("exhibit", one.exhibit().value())
        .param("about", cipher.seal(CanonicalJson.write(about), aad("return", one.id())))
        .param("holds", one.hashHolds(), java.sql.Types.BOOLEAN)
        .param("received", Timestamp.from(one.receivedAt()))
        .param("until", timestamp(one.provisionalUntil()), java.sql.Types.TIMESTAMP)
        .update();
  }

  /** Records that the enforcing State objected to a return. */
  void objected(UUID id) {
    desk.jdbc()
        .sql("update legal_return set objected_at = ? where id = ?")
        .param(Timestamp.from(desk.at()))
        .param(id)
        .update();
  }

  /** Records what the scope check of a return counted. */
  void checked(UUID id, long inScope, long sealed) {
    desk.jdbc()
        .sql("update legal_return set checked_at = ?, in_scope = ?, sealed = ? where id = ?")
        .param(Timestamp.from(desk.at()))
        .param(inScope)
        .param(sealed)
        .param(id)
        .update();
  }

  /** All requests of the case, by number. */
  List<LegalRequest> all() {
    return desk.jdbc()
        .sql("select * from legal_request where casefile = ? order by number")
        .param(caseId.value())
        .query((row, n) -> request(row))
        .list();
  }

  /**
   * One request, locked until the transaction ends.
   *
   * @throws ProcessRefused {@code SX-HELP-REQUEST-ABSENT} if the case has none such
   */
  LegalRequest locked(RequestId id) {
    return find(id, " for update");
  }

  /** One request. */
  LegalRequest find(RequestId id) {
    return find(id, "");
  }

  private LegalRequest find(RequestId id, String lock) {
    Optional<LegalRequest> found =
        desk.jdbc()
            .sql("select * from legal_request where id = ?" + lock)
            .param(id.value())
            .query((row, n) -> request(row))
            .optional();
    return found.orElseThrow(() -> ProcessRefused.absent("request", id.toString()));
  }

  /** The requests that an exhibit answers. */
  List<LegalRequest> answeredBy(ExhibitId exhibit) {
    return desk
        .jdbc()
        .sql("select request from legal_return where exhibit = ? order by received_at")
        .param(exhibit.value())
        .query(UUID.class)
        .list()
        .stream()
        .map(id -> find(new RequestId(id)))
        .toList();
  }

  private LegalRequest request(ResultSet row) throws SQLException {
    RequestId id = new RequestId(row.getObject("id", UUID.class));
    byte[] bytes = cipher.open(row.getBytes("body"), aad("request", id.value()));
    RequestBody body = RequestBody.parse(bytes);
    Digest digest = Digest.of(bytes);
    boolean same =
        digest.hex().equals(row.getString("digest"))
            && body.id().equals(id)
            && body.ask().authority().value().equals(row.getObject("authority"))
            && body.ask().emergency() == row.getBoolean("emergency");
    if (!same) {
      throw new ProcessRefused(
          "SX-HELP-ALTERED",
          "the papers were altered behind the program's back",
          "request " + id,
          "columns",
          "tell the overseer; compare the log with the papers");
    }
    UUID reviewed = row.getObject("reviewed_by", UUID.class);
    return new LegalRequest(
        id,
        caseId,
        row.getInt("number"),
        RequestState.valueOf(row.getString("state")),
        body.ask(),
        body.advised(),
        body.draft(),
        new People(
            new ActorId(row.getObject("drafted_by", UUID.class)),
            reviewed == null ? null : new ActorId(reviewed)),
        digest,
        new Moments(
            Objects.requireNonNull(instant(row, "created_at")),
            instant(row, "issued_at"),
            instant(row, "served_at")),
        (Boolean) row.getObject("emergency_upheld"),
        history(id),
        returns(id));
  }

  /** The document as stored. */
  RequestBody body(RequestId id) {
    byte[] sealed =
        desk.jdbc()
            .sql("select body from legal_request where id = ?")
            .param(id.value())
            .query(byte[].class)
            .single();
    return RequestBody.parse(cipher.open(sealed, aad("request", id.value())));
  }

  private List<RequestStep> history(RequestId id) {
    return desk.jdbc()
        .sql("select * from legal_step where request = ? order by number")
        .param(id.value())
        .query((row, n) -> step(id, row))
        .list();
  }

  private RequestStep step(RequestId id, ResultSet row) throws SQLException {
    int number = row.getInt("number");
    Map<String, String> about = new TreeMap<>();
    CanonicalJson.readObject(cipher.open(row.getBytes("about"), aad("step " + number, id.value())))
        .forEach((name, value) -> about.put(name, String.valueOf(value)));
    return new RequestStep(
        number,
        row.getString("deed"),
        RequestState.valueOf(row.getString("from_state")),
        RequestState.valueOf(row.getString("to_state")),
        new ActorId(row.getObject("actor", UUID.class)),
        about,
        row.getLong("leaf"),
        Objects.requireNonNull(instant(row, "happened_at")));
  }

  private List<ProviderReturn> returns(RequestId id) {
    return desk.jdbc()
        .sql("select * from legal_return where request = ? order by received_at, id")
        .param(id.value())
        .query((row, n) -> one(row))
        .list();
  }

  private ProviderReturn one(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    Node about =
        new Node(CanonicalJson.readObject(cipher.open(row.getBytes("about"), aad("return", id))));
    Instant checked = instant(row, "checked_at");
    return new ProviderReturn(
        id,
        new ExhibitId(row.getObject("exhibit", UUID.class)),
        new Digest(about.text("digest")),
        new ProviderReturn.Paper(
            about.text("providerHash"),
            about.text("custodian"),
            about.text("certificate"),
            about.flag("partial"),
            about.text("note")),
        (Boolean) row.getObject("hash_holds"),
        Objects.requireNonNull(instant(row, "received_at")),
        instant(row, "provisional_until"),
        instant(row, "objected_at"),
        checked == null
            ? null
            : new ProviderReturn.Check(checked, row.getLong("in_scope"), row.getLong("sealed")));
  }

  private byte[] aad(String what, UUID id) {
    return (caseId + "\n" + what + "\n" + id).getBytes(StandardCharsets.UTF_8);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}
