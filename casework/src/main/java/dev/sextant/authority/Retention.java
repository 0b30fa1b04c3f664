package dev.sextant.authority;

import dev.sextant.authority.Deeds.Entry;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * When a purge is due, who confirms it, and that nothing held is destroyed. The rows and keys go
 * here; what lies outside the database is removed by who holds it, and reported by {@link
 * #cleared}.
 */
public final class Retention {
  private final Register register;
  private final Deeds deeds;
  private final People people;
  private final Cases cases;
  private final AuthorityStore store;
  private final ValueCipher cipher;
  private final Rules rules;

  /** What the class asks of the room. */
  record Parts(Register register, Deeds deeds, People people, Cases cases, AuthorityStore store) {}

  Retention(Parts parts, CaseKeys keys, Rules rules) {
    this.register = parts.register();
    this.deeds = parts.deeds();
    this.people = parts.people();
    this.cases = parts.cases();
    this.store = parts.store();
    this.cipher = keys.houseCipher();
    this.rules = rules;
  }

  // ------------------------------------------------------------------ the schedule

  /** A person whose rows were destroyed, by the clock. */
  public record PurgedPerson(CaseId caseId, UUID person) {}

  /** Destroys the persons whose time is over and who are not held. */
  public List<PurgedPerson> purgePersons() {
    List<PurgedPerson> over =
        register.within(
            "persons",
            jdbc ->
                jdbc.sql("select case_id, id from sextant.persons_over()")
                    .query((row, n) ->
                        new PurgedPerson(
                            new CaseId(row.getObject("case_id", UUID.class)),
                            row.getObject("id", UUID.class)))
                    .list());
    for (PurgedPerson one : over) {
      deeds.run(
          "ERASE",
          null,
          Particulars.none().id("case", one.caseId()).id("person", one.person()),
          entry ->
              entry
                  .jdbc()
                  .sql("select 1 from sextant.purge_person(?, ?)")
                  .param(one.caseId().value())
                  .param(one.person())
                  .query()
                  .listOfRows());
    }
    return over;
  }

  private record Ended(AuthorityId id, CaseId caseId) {}

  /**
   * Proposes to destroy what is kept under authorities that ended so long ago that their retention
   * is over; each once.
   */
  public List<Destruction> propose() {
    List<Ended> ended =
        register.within(
            "retention",
            jdbc ->
                jdbc.sql(
                        """
                        select distinct a.authority, a.casefile from authority_version a
                        where not exists (select 1 from destruction d
                            where d.thing = 'AUTHORITY' and d.of_id = a.authority)
                          and not exists (select 1 from authority_version o
                            where o.authority = a.authority and o.operation_to > sextant.moment()
                              and o.state not in ('CANCELLED', 'CLOSING', 'CLOSED', 'QUASHED', 'LAPSED', 'REFUSED'))
                        """)
                    .query((row, n) ->
                        new Ended(
                            new AuthorityId(row.getObject("authority", UUID.class)),
                            new CaseId(row.getObject("casefile", UUID.class))))
                    .list());
    List<Destruction> proposed = new ArrayList<>();
    for (Ended one : ended) {
      Optional<Instant> end =
          register.within("retention", jdbc -> Optional.ofNullable(due(jdbc, one.id())));
      if (end.isPresent() && !deeds.now().isBefore(end.get())) {
        Instant due = end.get();
        Thing thing = new Thing(Thing.Kind.AUTHORITY, one.id().value());
        String why = "The authority's retention is over since " + due + ".";
        proposed.add(add("PROPOSE_DESTRUCTION", null, one.caseId(), thing, new Why(due, why)));
      }
    }
    return proposed;
  }

  /* The latest version that was ever in force says how long; time counts from when it could last be
   * used. */
  private @Nullable Instant due(JdbcClient jdbc, AuthorityId id) {
    Instant due = null;
    for (AuthorityStore.Version version : store.versions(jdbc, id)) {
      Instant end = version.operationTo();
      for (AuthorityFile.Transition step : store.history(jdbc, version)) {
        if (!step.to().living() && step.from().living() && step.at().isBefore(end)) {
          end = step.at();
        }
      }
      Instant until = end.plus(version.draft().duties().retention());
      due = due == null || until.isAfter(due) ? until : due;
    }
    return due;
  }

  // ------------------------------------------------------------------ orders and confirmations

  private record Why(Instant due, String reasons) {}

  /**
   * Orders a destruction before its time, as when a court demands it. Two people confirm it; who
   * orders it may be one of them.
   *
   * @throws Refused.Leave {@code SX-AUTH-HELD} if it must be kept; the attempt is kept for the
   *     defence
   */
  public Destruction order(ActorId by, CaseId of, Thing thing, String reasons) {
    cases.file(by, of);
    if (thing.kind() == Thing.Kind.CASE) {
      throw new BadScope(
          "SX-AUTH-DESTRUCTION",
          "a case is not destroyed as one",
          "thing",
          thing.toString(),
          "order the destruction of its authorities, each on its own");
    }
    return add("ORDER_DESTRUCTION", by, of, thing, new Why(deeds.now(), reasons));
  }

  private Destruction add(String deed, @Nullable ActorId by, CaseId of, Thing thing, Why why) {
    return deeds.run(
        deed,
        by,
        about(of, thing),
        entry -> {
          if (by != null) {
            Lifecycle.requireReasons(why.reasons());
            requireNotHeld(entry, by, of, thing);
          }
          UUID id = UUID.randomUUID();
          entry
              .jdbc()
              .sql(
                  """
                  insert into destruction (id, casefile, thing, of_id, cause, due_at, proposed_by,
                    proposed_at, reasons, automatic)
                  values (:id, :case, :thing, :of, :cause, :due, :by, :at, :reasons, :automatic)
                  """)
              .param("id", id)
              .param("case", of.value())
              .param("thing", thing.kind().name())
              .param("of", thing.id())
              .param("cause", by == null ? "SCHEDULE" : "ORDER")
              .param("due", Timestamp.from(why.due()))
              .param("by", by == null ? null : by.value(), java.sql.Types.OTHER)
              .param("at", Timestamp.from(entry.at()))
              .param("reasons", cipher.seal(utf8(why.reasons().strip()), aad(id)))
              .param("automatic", by == null && rules.pack().number("retention.confirmations") == 0)
              .update();
          entry.note("destruction", id);
          return find(entry.jdbc(), id);
        });
  }

  private static Particulars about(CaseId of, Thing thing) {
    return Particulars.none()
        .id("case", of)
        .token("thing", thing.kind().name())
        .id("destroyed", thing.id());
  }

  /**
   * Confirms; an officer or the overseer, each once.
   *
   * @throws Refused.Role {@code SX-AUTH-DISTINCT} if one person confirms twice
   * @throws Refused.Leave {@code SX-AUTH-HELD} if it must be kept
   */
  public Destruction confirm(ActorId by, UUID destruction) {
    Destruction before = one(destruction);
    return deeds.run(
        "CONFIRM_DESTRUCTION",
        by,
        about(before.caseId(), before.thing()).id("destruction", destruction),
        entry -> {
          Actor actor = people.find(entry.jdbc(), by);
          if (!actor.is(Role.OVERSEER)) {
            People.require(actor, Role.AUTHORISING_OFFICER, "confirm a destruction");
          }
          Destruction now = find(entry.jdbc(), destruction);
          requireOpen(now);
          requireNotHeld(entry, by, now.caseId(), now.thing());
          ActorId first = now.firstBy();
          if (first != null) {
            Holds.requireOther(first, by, "confirm a destruction");
          }
          String column = first == null ? "first" : "second";
          entry
              .jdbc()
              .sql(
                  "update destruction set "
                      + column
                      + "_by = ?, "
                      + column
                      + "_at = ? where id = ?")
              .param(by.value())
              .param(Timestamp.from(entry.at()))
              .param(destruction)
              .update();
          return find(entry.jdbc(), destruction);
        });
  }

  private static void requireOpen(Destruction destruction) {
    if (destruction.doneAt() != null || destruction.secondBy() != null) {
      throw new Refused.Path(
          "SX-AUTH-DESTRUCTION-STATE",
          "two people confirmed it already",
          "destruction",
          destruction.id().toString(),
          "it is destroyed at the next run of the schedule");
    }
  }

  private void requireNotHeld(Entry entry, @Nullable ActorId by, CaseId of, Thing thing) {
    boolean held =
        entry
            .jdbc()
            .sql("select sextant.held(?, ?, ?)")
            .param(of.value())
            .param(thing.kind().name())
            .param(thing.id())
            .query(Boolean.class)
            .single();
    if (!held) {
      return;
    }
    // In a transaction of its own: what is refused is rolled back, the attempt is not.
    register.within(
        "attempt",
        jdbc ->
            jdbc.sql(
                    """
                    insert into destruction_refused (id, casefile, thing, of_id, actor, at, code, leaf)
                    values (:id, :case, :thing, :of, :by, :at, 'SX-AUTH-HELD', :leaf)
                    """)
                .param("id", UUID.randomUUID())
                .param("case", of.value())
                .param("thing", thing.kind().name())
                .param("of", thing.id())
                .param("by", by == null ? null : by.value(), java.sql.Types.OTHER)
                .param("at", Timestamp.from(entry.at()))
                .param("leaf", entry.leaf())
                .update());
    throw new Refused.Leave(
        "SX-AUTH-HELD",
        "this must be kept",
        thing.kind().name(),
        thing.id().toString(),
        "a hold binds it: two people lift it first; this attempt is shown to the defence");
  }

  // ------------------------------------------------------------------ the deed

  /** Confirmed and due, and not done yet. */
  public List<Destruction> ready() {
    return register.within(
        "destructions",
        jdbc ->
            jdbc.sql(
                    """
                    select * from destruction where done_at is null and due_at <= sextant.moment()
                      and (automatic or (first_by is not null and second_by is not null))
                    order by due_at
                    """)
                .query((row, n) -> read(row))
                .list());
  }

  /**
   * Destroys what was confirmed: rows, keys and keyed hashes. The files are the caller's to remove.
   *
   * @throws Refused.Leave {@code SX-AUTH-HELD} if a hold was placed meanwhile
   */
  public Destruction destroy(UUID destruction) {
    Destruction before = one(destruction);
    ActorId second = before.secondBy();
    return deeds.run(
        "ERASE",
        second,
        about(before.caseId(), before.thing()).id("destruction", destruction),
        entry -> {
          requireNotHeld(entry, second, before.caseId(), before.thing());
          Destruction done =
              entry
                  .jdbc()
                  .sql("select * from sextant.destroy(?)")
                  .param(destruction)
                  .query((row, n) -> read(row))
                  .single();
          entry.note("files", done.files().size());
          entry.note("bundles", done.bundles().size());
          return done;
        });
  }

  /** Done in the database, and its files not yet removed: a crash came between. */
  public List<Destruction> uncleared() {
    return register.within(
        "destructions",
        jdbc ->
            jdbc.sql("select * from destruction where done_at is not null and cleared_at is null")
                .query((row, n) -> read(row))
                .list());
  }

  /** Notes that the files are gone too. */
  public void cleared(UUID destruction) {
    register.within(
        "destruction",
        jdbc ->
            jdbc.sql("update destruction set cleared_at = ? where id = ?")
                .param(Timestamp.from(deeds.now()))
                .param(destruction)
                .update());
  }

  // ------------------------------------------------------------------ looking

  /** Destructions of the cases that somebody takes part in, newest first. */
  public List<Destruction> list(ActorId viewer) {
    Map<UUID, CaseFile> seen = new TreeMap<>();
    cases.cases(viewer).forEach(file -> seen.put(file.id().value(), file));
    return register.within(
        "destructions",
        jdbc ->
            jdbc.sql("select * from destruction where casefile = any (?) order by proposed_at desc")
                .param(uuids(seen.keySet()))
                .query((row, n) -> read(row))
                .list());
  }

  private static UUID[] uuids(Collection<UUID> ids) {
    return ids.toArray(UUID[]::new);
  }

  /** One destruction. */
  public Destruction one(UUID id) {
    return register.within("destruction", jdbc -> find(jdbc, id));
  }

  private Destruction find(JdbcClient jdbc, UUID id) {
    return jdbc.sql("select * from destruction where id = ?")
        .param(id)
        .query((row, n) -> read(row))
        .optional()
        .orElseThrow(() -> new UnknownInRegister("destruction", id.toString()));
  }

  private Destruction read(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    Timestamp done = row.getTimestamp("done_at");
    Timestamp cleared = row.getTimestamp("cleared_at");
    return new Destruction(
        id,
        new CaseId(row.getObject("casefile", UUID.class)),
        Holds.thing(row),
        Destruction.Cause.valueOf(row.getString("cause")),
        row.getTimestamp("due_at").toInstant(),
        Holds.actor(row, "proposed_by"),
        new String(cipher.open(row.getBytes("reasons"), aad(id)), StandardCharsets.UTF_8),
        row.getBoolean("automatic"),
        Holds.actor(row, "first_by"),
        Holds.actor(row, "second_by"),
        done == null ? null : done.toInstant(),
        texts(row, "files"),
        texts(row, "bundles"),
        cleared == null ? null : cleared.toInstant());
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }

  private static byte[] aad(UUID id) {
    return utf8("destruction " + id);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
