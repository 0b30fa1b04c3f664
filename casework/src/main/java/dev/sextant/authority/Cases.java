package dev.sextant.authority;

import dev.sextant.ledger.Ledger;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.CaseId;
import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases, and what the log says was done in them. */
public final class Cases {
  /** Entries a bundle of the log holds at most (c2sp.org/tlog-tiles). */
  private static final int BUNDLE = 256;

  private final Register register;
  private final Deeds deeds;
  private final CaseKeys keys;
  private final Ledger ledger;
  private final People people;

  Cases(Register register, Deeds deeds, CaseKeys keys, Ledger ledger, People people) {
    this.register = register;
    this.deeds = deeds;
    this.keys = keys;
    this.ledger = ledger;
    this.people = people;
  }

  /**
   * Opens a case: its key, its row, its partitions in every room.
   *
   * @param by an analyst or officer
   * @param name a cover name of 1 to 200 characters that says nothing of its persons
   */
  public CaseId open(ActorId by, String name) {
    CaseId id = CaseId.random();
    return deeds.run(
        "OPEN_CASE",
        by,
        Particulars.none().id("case", id),
        entry -> {
          Actor actor = people.find(entry.jdbc(), by);
          if (!actor.is(Role.ANALYST)) {
            People.require(actor, Role.AUTHORISING_OFFICER, "open a case");
          }
          if (name.isBlank() || name.length() > 200) {
            throw new BadScope(
                "SX-AUTH-CASE-NAME",
                "not a case name",
                "case",
                name.length() + " characters",
                "give 1 to 200 characters");
          }
          entry
              .jdbc()
              .sql("insert into casefile (id, name, opened_by, opened_at) values (?, ?, ?, ?)")
              .param(id.value())
              .param(name.strip())
              .param(by.value())
              .param(Timestamp.from(entry.at()))
              .update();
          entry
              .jdbc()
              .sql("insert into case_key (casefile, wrapped) values (?, ?)")
              .param(id.value())
              .param(keys.fresh(id))
              .update();
          entry.jdbc().sql("select sextant.open_case(?)").param(id.value()).query().singleValue();
          return id;
        });
  }

  /**
   * One case.
   *
   * @throws UnknownInRegister if there is none that the viewer takes part in
   */
  public CaseFile file(ActorId viewer, CaseId id) {
    return cases(viewer).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new UnknownInRegister("case", id.toString()));
  }

  /** A case by its identifier, for rooms that hold a permit of it. */
  public CaseFile file(Permit permit) {
    return register.within(
        "case",
        jdbc ->
            jdbc.sql(SELECT + " where c.id = ?")
                .param(permit.caseId().value())
                .query(CASE)
                .single());
  }

  /**
   * The cases that a person takes part in: opened, applies or works in. Officers, overseers,
   * legal-process officers and administrators see all (names, not contents).
   */
  public List<CaseFile> cases(ActorId viewer) {
    return register.within(
        "cases",
        jdbc -> {
          Actor actor = people.find(jdbc, viewer);
          boolean all =
              actor.is(Role.AUTHORISING_OFFICER)
                  || actor.is(Role.OVERSEER)
                  || actor.is(Role.LEGAL_PROCESS_OFFICER)
                  || actor.is(Role.ADMINISTRATOR);
          return jdbc.sql(
                  SELECT
                      + """
                       where :enabled and (:all or c.opened_by = :viewer or exists (
                         select 1 from authority_version a where a.casefile = c.id
                           and (a.applicant = :viewer or :viewer = any (a.team))))
                       order by c.number
                      """)
              .param("enabled", actor.enabled())
              .param("all", all)
              .param("viewer", viewer.value())
              .query(CASE)
              .list();
        });
  }

  /**
   * One entry of the log.
   *
   * @param leaf its index
   * @param entry its fields, as docs/formats/acts.md says
   */
  public record Logged(long leaf, Map<String, @Nullable Object> entry) {}

  /**
   * What the log says was done in a case, oldest first.
   *
   * @param viewer who takes part in the case, an officer or an overseer
   * @param from the first leaf wanted
   * @param most how many at most
   */
  public List<Logged> acts(ActorId viewer, CaseId id, long from, int most) {
    file(viewer, id);
    return register.within(
        "acts",
        jdbc -> {
          catchUp(jdbc);
          List<Long> leaves =
              jdbc.sql(
                      """
                      select leaf from act_leaf where casefile = ? and leaf >= ?
                      order by leaf limit ?
                      """)
                  .param(id.value())
                  .param(from)
                  .param(most)
                  .query(Long.class)
                  .list();
          Actor person = people.find(jdbc, viewer);
          return leaves.stream()
              .map(leaf -> new Logged(leaf, CanonicalJson.readObject(ledger.view().entry(leaf))))
              .filter(logged -> mayKnow(person, logged.entry()))
              .toList();
        });
  }

  /**
   * The newest of a case's entries that this person may know, newest first. What is read is about
   * as much as is asked for, however long the log is.
   *
   * @param before only entries in front of this leaf; below zero for the end of the log
   */
  public List<Logged> newest(ActorId viewer, CaseId id, long before, int most) {
    file(viewer, id);
    return register.within(
        "acts",
        jdbc -> {
          catchUp(jdbc);
          Actor person = people.find(jdbc, viewer);
          List<Logged> found = new ArrayList<>();
          long end = before < 0 ? Long.MAX_VALUE : before;
          // What may not be known leaves gaps, which another page of leaves fills.
          for (boolean more = true; more && found.size() < most; ) {
            List<Long> leaves = leavesBefore(jdbc, id, end, most);
            for (long leaf : leaves) {
              Logged logged = new Logged(leaf, CanonicalJson.readObject(ledger.view().entry(leaf)));
              if (found.size() < most && mayKnow(person, logged.entry())) {
                found.add(logged);
              }
              end = leaf;
            }
            more = leaves.size() == most;
          }
          return List.copyOf(found);
        });
  }

  private static List<Long> leavesBefore(JdbcClient jdbc, CaseId id, long end, int most) {
    return jdbc.sql(
            """
            select leaf from act_leaf where casefile = ? and leaf < ?
            order by leaf desc limit ?
            """)
        .param(id.value())
        .param(end)
        .param(most)
        .query(Long.class)
        .list();
  }

  /* Of a conflict of interest the integrity unit and the overseer learn, and who met it: not the
   * supervisor. */
  private static boolean mayKnow(Actor viewer, Map<String, @Nullable Object> entry) {
    return !"SX-AUTH-CONFLICT".equals(entry.get("code"))
        || viewer.is(Role.INTEGRITY_OFFICER)
        || viewer.is(Role.OVERSEER)
        || viewer.id().toString().equals(entry.get("actor"));
  }

  /** Whether a person who may see a case's acts may see this one of them. */
  public boolean mayKnow(ActorId viewer, Map<String, @Nullable Object> entry) {
    return mayKnow(people.actor(viewer), entry);
  }

  /* The index follows the log and never leads: whatever it lacks is read from the log now. */
  private void catchUp(JdbcClient jdbc) {
    if (ledger.view().size() < ledger.size()) {
      ledger.checkpoint();
    }
    long size = ledger.view().size();
    long next =
        jdbc.sql("select coalesce(max(leaf) + 1, 0) from act_leaf").query(Long.class).single();
    while (next < size) {
      long bundle = next / BUNDLE;
      int width = (int) Math.min(BUNDLE, size - bundle * BUNDLE);
      ByteBuffer bytes = ByteBuffer.wrap(ledger.view().entries(bundle, width));
      List<byte[]> entries = new ArrayList<>(width);
      while (bytes.hasRemaining()) {
        byte[] entry = new byte[Short.toUnsignedInt(bytes.getShort())];
        bytes.get(entry);
        entries.add(entry);
      }
      for (; next < bundle * BUNDLE + width; next++) {
        index(jdbc, next, CanonicalJson.readObject(entries.get((int) (next % BUNDLE))));
      }
    }
  }

  private static void index(JdbcClient jdbc, long leaf, Map<String, @Nullable Object> entry) {
    Object of = entry.get("case");
    jdbc.sql(
            """
            insert into act_leaf (leaf, casefile, act) values (:leaf, :casefile, :act)
            on conflict do nothing
            """)
        .param("leaf", leaf)
        .param("casefile", of == null ? null : UUID.fromString((String) of), java.sql.Types.OTHER)
        .param("act", UUID.fromString(String.valueOf(entry.get("act"))))
        .update();
  }

  private static final String SELECT =
      "select c.id, c.number, c.name, c.opened_by, c.opened_at from casefile c";

  private static final RowMapper<CaseFile> CASE =
      (row, number) ->
          new CaseFile(
              new CaseId(row.getObject("id", UUID.class)),
              row.getLong("number"),
              row.getString("name"),
              new ActorId(row.getObject("opened_by", UUID.class)),
              row.getTimestamp("opened_at").toInstant());
}
