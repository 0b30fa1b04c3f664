package dev.sextant.findings.store;

import dev.sextant.authority.Act;
import dev.sextant.authority.Actor;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Door;
import dev.sextant.authority.People;
import dev.sextant.authority.ValueCipher;
import dev.sextant.findings.CitedSnapshot;
import dev.sextant.findings.Finding;
import dev.sextant.findings.FindingDocument;
import dev.sextant.findings.FindingFault;
import dev.sextant.findings.FindingStep;
import dev.sextant.findings.Support;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.FindingId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Appends findings' steps and reads them back. Documents, reasons and signatures are sealed under
 * the case's key; the columns in the clear are bound to them, so that a changed row does not open.
 */
public final class FindingStore {
  private static final String USE = "findings/step/v1";

  /** Sets this room's locks apart from those of others in the same database. */
  private static final int LOCK = 60;

  private final Door door;
  private final CaseKeys keys;
  private final People people;

  /**
   * Wires the store.
   *
   * @param door to the case tables
   * @param keys of the cases
   * @param people for names and public keys
   */
  public FindingStore(Door door, CaseKeys keys, People people) {
    this.door = door;
    this.keys = keys;
    this.people = people;
  }

  /**
   * A step before it is written.
   *
   * @param kind what is done
   * @param at when
   * @param document the document, for steps that write one; else null
   * @param digest digest of the document as it stands
   * @param reasons why; may be empty
   * @param note signed note; may be empty
   */
  public record NextStep(
      FindingStep.Kind kind,
      Instant at,
      @Nullable FindingDocument document,
      Digest digest,
      String reasons,
      String note) {}

  /** The columns in the clear. */
  private record Clear(
      CaseId caseId,
      FindingId finding,
      int seq,
      FindingStep.Kind kind,
      ActorId actor,
      long leaf,
      Instant at,
      Digest digest) {
    byte[] bound() {
      return Digest.ofFields(
              "finding-step",
              caseId.toString(),
              finding.toString(),
              Integer.toString(seq),
              kind.name(),
              actor.toString(),
              Long.toString(leaf),
              at.toString(),
              digest.hex())
          .bytes();
    }
  }

  /**
   * Begins a finding under the next number of the case.
   *
   * @param first its draft, once the number is known
   */
  public Finding begin(Act act, FindingId id, IntFunction<NextStep> first) {
    ValueCipher cipher = cipher(act);
    List<Row> rows =
        door.within(
            act,
            sql -> {
              NextStep draft = first.apply(nextNumber(sql.jdbc(), act.permit().caseId()));
              open(sql.jdbc(), act, Objects.requireNonNull(draft.document()));
              write(sql.jdbc(), act, cipher, id, 1, draft);
              return rows(sql.jdbc(), cipher, id);
            });
    return one(rows, id, names());
  }

  private static int nextNumber(JdbcClient jdbc, CaseId caseId) {
    return jdbc.sql(
            """
            insert into finding_counter (case_id, last) values (:case, 1)
            on conflict (case_id) do update set last = finding_counter.last + 1
            returning last
            """)
        .param("case", caseId.value())
        .query(Integer.class)
        .single();
  }

  private static void open(JdbcClient jdbc, Act act, FindingDocument draft) {
    jdbc.sql(
            """
            insert into finding (case_id, id, number, author, authority, begun_at)
            values (:case, :id, :number, :author, :authority, :at)
            """)
        .param("case", act.permit().caseId().value())
        .param("id", draft.id().value())
        .param("number", draft.number())
        .param("author", act.permit().actor().value())
        .param("authority", act.permit().authority().value())
        .param("at", OffsetDateTime.ofInstant(draft.frozen(), ZoneOffset.UTC))
        .update();
  }

  /**
   * Takes one more step. Two at a time are put in order; the second sees what the first did.
   *
   * @param next decides on the step from how the finding stands; may refuse by throwing
   */
  public Finding append(Act act, FindingId id, Function<Finding, NextStep> next) {
    ValueCipher cipher = cipher(act);
    Map<ActorId, Actor> names = names();
    List<Row> rows =
        door.within(
            act,
            sql -> {
              lock(sql.jdbc(), id.value());
              step(sql.jdbc(), act, cipher, one(rows(sql.jdbc(), cipher, id), id, names), next);
              return rows(sql.jdbc(), cipher, id);
            });
    return one(rows, id, names);
  }

  /**
   * Another finding that a step concerns. Whoever takes a step with the same other one waits until
   * this one is taken.
   *
   * @param other the other finding
   * @param all looks at all findings that the permit may see, once nobody else changes the other;
   *     may refuse by throwing
   * @param also decides on the other's step; null for none
   */
  public record Beside(
      FindingId other, Consumer<List<Finding>> all, Function<Finding, @Nullable NextStep> also) {}

  /**
   * Takes a step with one finding and, in the same transaction, one with another: both or none.
   *
   * @param next as for {@link #append(Act, FindingId, Function)}
   * @return the first finding
   */
  public Finding append(Act act, FindingId id, Function<Finding, NextStep> next, Beside beside) {
    FindingId other = beside.other();
    ValueCipher cipher = cipher(act);
    Map<ActorId, Actor> names = names();
    List<Row> rows =
        door.within(
            act,
            sql -> {
              // Locks are always taken in one order, so that two such steps never wait for each
              // other.
              Stream.of(id.value(), other.value()).sorted().forEach(each -> lock(sql.jdbc(), each));
              beside.all().accept(findings(rows(sql.jdbc(), cipher, null), names));
              step(sql.jdbc(), act, cipher, one(rows(sql.jdbc(), cipher, id), id, names), next);
              step(
                  sql.jdbc(),
                  act,
                  cipher,
                  one(rows(sql.jdbc(), cipher, other), other, names),
                  beside.also());
              return rows(sql.jdbc(), cipher, id);
            });
    return one(rows, id, names);
  }

  private static void step(
      JdbcClient jdbc,
      Act act,
      ValueCipher cipher,
      Finding stands,
      Function<Finding, ? extends @Nullable NextStep> next) {
    NextStep step = next.apply(stands);
    if (step != null) {
      write(jdbc, act, cipher, stands.id(), stands.last().seq() + 1, step);
    }
  }

  /** One finding. */
  public Finding finding(Act act, FindingId id) {
    ValueCipher cipher = cipher(act);
    return one(door.within(act, sql -> rows(sql.jdbc(), cipher, id)), id, names());
  }

  /** All findings that the permit may see, by number. */
  public List<Finding> all(Act act) {
    ValueCipher cipher = cipher(act);
    return findings(door.within(act, sql -> rows(sql.jdbc(), cipher, null)), names());
  }

  private static List<Finding> findings(List<Row> rows, Map<ActorId, Actor> names) {
    Map<FindingId, List<Row>> byFinding = new LinkedHashMap<>();
    rows.forEach(r -> byFinding.computeIfAbsent(r.clear.finding, f -> new ArrayList<>()).add(r));
    return byFinding.values().stream()
        .filter(FindingStore::shown)
        .map(own -> whole(own, names))
        .toList();
  }

  /* Read apart from the transaction on case tables, which holds a connection of its own. */
  private Map<ActorId, Actor> names() {
    Map<ActorId, Actor> names = new HashMap<>();
    people.all().forEach(person -> names.put(person.id(), person));
    return names;
  }

  private static void lock(JdbcClient jdbc, UUID what) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, :room))")
        .param("what", what.toString())
        .param("room", LOCK)
        .query((row, number) -> 0)
        .list();
  }

  /* Of a draft that was withdrawn before anybody else saw it, others see that step alone: nothing. */
  private static boolean shown(List<Row> rows) {
    return rows.stream().anyMatch(row -> row.body.get("document") != null);
  }

  private static Finding one(List<Row> rows, FindingId id, Map<ActorId, Actor> names) {
    if (!shown(rows) && rows.stream().allMatch(row -> row.clear.kind != FindingStep.Kind.DRAFTED)) {
      throw new FindingFault.NotFound("no such finding under this permit", id.toString());
    }
    return whole(rows, names);
  }

  private static Finding whole(List<Row> rows, Map<ActorId, Actor> names) {
    List<FindingStep> steps = new ArrayList<>();
    FindingDocument latest = null;
    for (Row row : rows) {
      FindingStep step = row.step(names);
      steps.add(step);
      latest = step.document() == null ? latest : step.document();
    }
    if (latest == null) {
      throw new FindingFault.Damaged("finding_step", "a finding without a document");
    }
    return new Finding(latest, steps);
  }

  private static void write(
      JdbcClient jdbc, Act act, ValueCipher cipher, FindingId id, int seq, NextStep step) {
    Clear clear =
        new Clear(
            act.permit().caseId(),
            id,
            seq,
            step.kind(),
            act.permit().actor(),
            act.intentLeaf(),
            step.at(),
            step.digest());
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    FindingDocument document = step.document();
    body.put("document", document == null ? null : document.json());
    body.put("reasons", step.reasons());
    body.put("note", step.note());
    restsOn(jdbc, document);
    jdbc.sql(
            """
            insert into finding_step (case_id, finding, seq, kind, actor, leaf, at, digest, body)
            values (:case, :finding, :seq, :kind, :actor, :leaf, :at, :digest, :body)
            """)
        .param("case", clear.caseId.value())
        .param("finding", id.value())
        .param("seq", seq)
        .param("kind", clear.kind.name())
        .param("actor", clear.actor.value())
        .param("leaf", clear.leaf)
        .param("at", OffsetDateTime.ofInstant(clear.at, ZoneOffset.UTC))
        .param("digest", clear.digest.hex())
        .param("body", cipher.seal(CanonicalJson.write(body), clear.bound()))
        .update();
  }

  /* A finding on records alone rests on their exhibits; one that shows a network or names entities
   * rests on all that was read, as they do. A step without a document adds nothing. */
  private static void restsOn(JdbcClient jdbc, @Nullable FindingDocument document) {
    if (document == null) {
      Door.restsOn(jdbc, List.of(), List.of());
      return;
    }
    CitedSnapshot snapshot = document.snapshot();
    List<UUID> things = snapshot == null ? List.of() : List.of(snapshot.id().value());
    boolean derived = snapshot != null || !document.entities().isEmpty();
    List<Digest> records =
        Stream.concat(document.supports().stream(), document.counterSupports().stream())
            .map(Support::record)
            .toList();
    Door.restsOn(jdbc, derived ? null : records, things);
  }

  /** A row as read. */
  private record Row(Clear clear, Map<String, @Nullable Object> body) {
    FindingStep step(Map<ActorId, Actor> names) {
      Actor actor = names.get(clear.actor);
      Object written = body.get("document");
      FindingDocument document =
          written == null ? null : FindingDocument.read(CanonicalJson.write(written));
      if (document != null && !document.digest().equals(clear.digest)) {
        throw new FindingFault.Damaged("finding_step.digest", clear.finding.toString());
      }
      String note = String.valueOf(body.get("note"));
      return new FindingStep(
          clear.seq,
          clear.kind,
          clear.actor,
          actor == null ? clear.actor.toString() : actor.name(),
          clear.at,
          clear.leaf,
          clear.digest,
          document,
          String.valueOf(body.get("reasons")),
          note,
          actor == null || note.isEmpty() ? "" : actor.vkey());
    }
  }

  private List<Row> rows(JdbcClient jdbc, ValueCipher cipher, @Nullable FindingId only) {
    return jdbc.sql(
            """
            select s.* from finding f
            join finding_step s on s.case_id = f.case_id and s.finding = f.id
            where cast(:only as uuid) is null or f.id = cast(:only as uuid)
            order by f.number, s.seq
            """)
        .param("only", only == null ? null : only.toString())
        .query((row, n) -> row(row, cipher))
        .list();
  }

  private static Row row(ResultSet row, ValueCipher cipher) throws SQLException {
    Clear clear =
        new Clear(
            new CaseId(row.getObject("case_id", UUID.class)),
            new FindingId(row.getObject("finding", UUID.class)),
            row.getInt("seq"),
            FindingStep.Kind.valueOf(row.getString("kind")),
            new ActorId(row.getObject("actor", UUID.class)),
            row.getLong("leaf"),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            new Digest(row.getString("digest")));
    byte[] body = cipher.open(row.getBytes("body"), clear.bound());
    return new Row(clear, CanonicalJson.readObject(body));
  }

  private ValueCipher cipher(Act act) {
    return new ValueCipher(keys.derive(act, USE));
  }
}
