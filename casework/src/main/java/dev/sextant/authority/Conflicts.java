package dev.sextant.authority;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.CaseId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The register of conflicts of interest. People of the house declare in confidence whom they must
 * not look at; only keyed hashes are kept. A step that names somebody declared is blocked without
 * saying whom it met, and the integrity unit is told: not the person's supervisor.
 */
public final class Conflicts {
  private static final int VALUE_MIN = 3;

  private final Register register;
  private final Deeds deeds;
  private final People people;
  private final ValueCipher cipher;
  private final byte[] key;

  Conflicts(Register register, Deeds deeds, People people, AgencyKey agency) {
    this.register = register;
    this.deeds = deeds;
    this.people = people;
    this.cipher = new ValueCipher(agency.derive("authority/conflict/v1"));
    this.key = agency.derive("authority/conflict-tag/v1");
  }

  /**
   * A declaration, without what was declared: nobody can read that back.
   *
   * @param id its identifier
   * @param actor who declared it
   * @param relation what the person meant is to the declarer
   * @param declared when
   * @param withdrawn when the integrity unit took it back, or null
   */
  public record Declared(
      UUID id, ActorId actor, Relation relation, Instant declared, @Nullable Instant withdrawn) {}

  /**
   * A step that was blocked.
   *
   * @param id its identifier
   * @param actor who asked for it
   * @param relation to whom
   * @param caseId in which case, or null
   * @param step which step
   * @param at when
   * @param seenBy who of the integrity unit looked into it, or null
   * @param seenAt when, or null
   * @param note what came of it; may be empty
   */
  public record Hit(
      UUID id,
      ActorId actor,
      Relation relation,
      @Nullable CaseId caseId,
      String step,
      Instant at,
      @Nullable ActorId seenBy,
      @Nullable Instant seenAt,
      String note) {}

  /**
   * Declares whom the person must not look at.
   *
   * @param value an identifier: number, address, handle, full name
   * @throws BadScope {@code SX-AUTH-CONFLICT-VALUE} if it is too short to mean somebody
   */
  public Declared declare(ActorId by, Relation relation, String value) {
    return deeds.run(
        "DECLARE_CONFLICT",
        by,
        Particulars.none(),
        entry -> {
          Actor actor = people.find(entry.jdbc(), by);
          if (!actor.enabled() || NamedText.bare(value).length() < VALUE_MIN) {
            throw new BadScope(
                "SX-AUTH-CONFLICT-VALUE",
                "too short to mean somebody",
                "value",
                NamedText.bare(value).length() + " characters",
                "give a number, an address, a handle or a full name");
          }
          UUID id = UUID.randomUUID();
          entry
              .jdbc()
              .sql("insert into conflict (id, actor, about, declared_at) values (?, ?, ?, ?)")
              .param(id)
              .param(by.value())
              .param(cipher.seal(CanonicalJson.write(Map.of("relation", relation.name())), aad(id)))
              .param(Timestamp.from(entry.at()))
              .update();
          for (String kept : NamedText.kept(value)) {
            entry
                .jdbc()
                .sql(
                    "insert into conflict_tag (conflict, tag) values (?, ?) on conflict do nothing")
                .param(id)
                .param(tag(by, kept))
                .update();
          }
          entry.note("conflict", id);
          return new Declared(id, by, relation, entry.at(), null);
        });
  }

  /* Bound to the declarer: one person's list says nothing about another's. */
  private String tag(ActorId actor, String text) {
    return CaseKeys.hmac(key, actor + "\n" + text);
  }

  private static byte[] aad(UUID id) {
    return ("conflict " + id).getBytes(StandardCharsets.UTF_8);
  }

  /** What a person declared, newest first. */
  public List<Declared> mine(ActorId of) {
    return register.within(
        "conflicts",
        jdbc ->
            jdbc.sql("select * from conflict where actor = ? order by declared_at desc")
                .param(of.value())
                .query((row, n) -> declared(row))
                .list());
  }

  /** What everybody declared, for the integrity unit. */
  public List<Declared> all(ActorId viewer) {
    return deeds.run(
        "VIEW_CONFLICTS",
        viewer,
        Particulars.none(),
        entry -> {
          integrity(entry.jdbc(), viewer, "look at conflicts");
          return entry
              .jdbc()
              .sql("select * from conflict order by declared_at desc")
              .query((row, n) -> declared(row))
              .list();
        });
  }

  private Declared declared(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    Timestamp withdrawn = row.getTimestamp("withdrawn_at");
    return new Declared(
        id,
        new ActorId(row.getObject("actor", UUID.class)),
        relation(id, row.getBytes("about")),
        row.getTimestamp("declared_at").toInstant(),
        withdrawn == null ? null : withdrawn.toInstant());
  }

  private Relation relation(UUID id, byte[] about) {
    return Relation.valueOf(
        String.valueOf(CanonicalJson.readObject(cipher.open(about, aad(id))).get("relation")));
  }

  /** Takes a declaration back; the integrity unit alone does. */
  public void withdraw(ActorId by, UUID conflict) {
    deeds.run(
        "WITHDRAW_CONFLICT",
        by,
        Particulars.none().id("conflict", conflict),
        entry -> {
          integrity(entry.jdbc(), by, "take back a conflict");
          int changed =
              entry
                  .jdbc()
                  .sql(
                      """
                      update conflict set withdrawn_at = ?, withdrawn_by = ?
                      where id = ? and withdrawn_at is null
                      """)
                  .param(Timestamp.from(entry.at()))
                  .param(by.value())
                  .param(conflict)
                  .update();
          if (changed != 1) {
            throw new UnknownInRegister("conflict", conflict.toString());
          }
          return conflict;
        });
  }

  private Actor integrity(JdbcClient jdbc, ActorId by, String deed) {
    return People.require(people.find(jdbc, by), Role.INTEGRITY_OFFICER, deed);
  }

  /** Steps that were blocked, newest first; for the integrity unit. */
  public List<Hit> hits(ActorId viewer) {
    return deeds.run(
        "VIEW_CONFLICTS",
        viewer,
        Particulars.none(),
        entry -> {
          integrity(entry.jdbc(), viewer, "look at conflicts");
          return entry
              .jdbc()
              .sql(
                  """
                  select h.*, c.about from conflict_hit h join conflict c on c.id = h.conflict
                  order by h.hit_at desc
                  """)
              .query((row, n) -> hit(row))
              .list();
        });
  }

  private Hit hit(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    UUID of = row.getObject("casefile", UUID.class);
    UUID seen = row.getObject("seen_by", UUID.class);
    Timestamp seenAt = row.getTimestamp("seen_at");
    byte[] note = row.getBytes("note");
    return new Hit(
        id,
        new ActorId(row.getObject("actor", UUID.class)),
        relation(row.getObject("conflict", UUID.class), row.getBytes("about")),
        of == null ? null : new CaseId(of),
        row.getString("step"),
        row.getTimestamp("hit_at").toInstant(),
        seen == null ? null : new ActorId(seen),
        seenAt == null ? null : seenAt.toInstant(),
        note == null ? "" : new String(cipher.open(note, aad(id)), StandardCharsets.UTF_8));
  }

  /** Notes what came of a blocked step. */
  public void see(ActorId by, UUID hit, String note) {
    deeds.run(
        "SEE_CONFLICT",
        by,
        Particulars.none().id("hit", hit),
        entry -> {
          integrity(entry.jdbc(), by, "look into a conflict");
          Lifecycle.requireReasons(note);
          int changed =
              entry
                  .jdbc()
                  .sql("update conflict_hit set seen_by = ?, seen_at = ?, note = ? where id = ?")
                  .param(by.value())
                  .param(Timestamp.from(entry.at()))
                  .param(cipher.seal(note.strip().getBytes(StandardCharsets.UTF_8), aad(hit)))
                  .param(hit)
                  .update();
          if (changed != 1) {
            throw new UnknownInRegister("conflict hit", hit.toString());
          }
          return hit;
        });
  }

  /**
   * Blocks a step that names somebody whom the actor declared, and tells the integrity unit.
   *
   * @throws Refused.Leave {@code SX-AUTH-CONFLICT}; it does not say whom the step met
   */
  void require(ActorId actor, @Nullable CaseId of, String step, Collection<String> named) {
    if (named.isEmpty()) {
      return;
    }
    Set<String> tags =
        named.stream().map(n -> tag(actor, n)).collect(java.util.stream.Collectors.toSet());
    Optional<UUID> met =
        register.within(
            "conflicts",
            jdbc ->
                jdbc.sql(
                        """
                        select c.id from conflict c join conflict_tag t on t.conflict = c.id
                        where c.actor = ? and c.withdrawn_at is null and t.tag = any (?) limit 1
                        """)
                    .param(actor.value())
                    .param(tags.toArray(String[]::new))
                    .query(UUID.class)
                    .optional());
    if (met.isEmpty()) {
      return;
    }
    register.within(
        "conflicts",
        jdbc ->
            jdbc.sql(
                    """
                    insert into conflict_hit (id, actor, conflict, casefile, step, hit_at)
                    values (:id, :actor, :conflict, :case, :step, :at)
                    """)
                .param("id", UUID.randomUUID())
                .param("actor", actor.value())
                .param("conflict", met.get())
                .param("case", of == null ? null : of.value(), java.sql.Types.OTHER)
                .param("step", step)
                .param("at", Timestamp.from(deeds.now()))
                .update());
    throw new Refused.Leave(
        "SX-AUTH-CONFLICT",
        "this step is not yours to take",
        "step " + step,
        "withheld",
        "leave it to a colleague; the integrity unit was told and will speak to you");
  }
}
