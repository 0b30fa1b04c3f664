package dev.sextant.authority;

import dev.sextant.authority.Deeds.Entry;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.CaseId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Duties to keep. A hold binds from the moment that one person places it, for keeping harms nothing
 * that cannot be mended; a second person confirms it, and two people lift it.
 */
public final class Holds {
  private final Register register;
  private final Deeds deeds;
  private final People people;
  private final Cases cases;
  private final ValueCipher cipher;

  Holds(Register register, Deeds deeds, People people, Cases cases, CaseKeys keys) {
    this.register = register;
    this.deeds = deeds;
    this.people = people;
    this.cases = cases;
    this.cipher = keys.houseCipher();
  }

  /**
   * Places a hold; it binds at once.
   *
   * @param by who takes part in the case, or an officer or overseer
   */
  public Hold place(ActorId by, CaseId of, Hold.Kind kind, Thing thing, String reasons) {
    cases.file(by, of);
    Particulars about =
        Particulars.none()
            .id("case", of)
            .token("kind", kind.name())
            .token("thing", thing.kind().name())
            .id("held", thing.id());
    return deeds.run(
        "PLACE_HOLD",
        by,
        about,
        entry -> {
          Lifecycle.requireReasons(reasons);
          UUID id = UUID.randomUUID();
          entry
              .jdbc()
              .sql(
                  """
                  insert into hold (id, casefile, kind, thing, of_id, placed_by, placed_at, reasons)
                  values (?, ?, ?, ?, ?, ?, ?, ?)
                  """)
              .param(id)
              .param(of.value())
              .param(kind.name())
              .param(thing.kind().name())
              .param(thing.id())
              .param(by.value())
              .param(Timestamp.from(entry.at()))
              .param(seal(id, reasons))
              .update();
          entry.note("hold", id);
          return find(entry.jdbc(), id);
        });
  }

  private byte[] seal(UUID id, String text) {
    return cipher.seal(text.strip().getBytes(StandardCharsets.UTF_8), aad(id));
  }

  private static byte[] aad(UUID id) {
    return ("hold " + id).getBytes(StandardCharsets.UTF_8);
  }

  /** Confirms a hold that somebody else placed. */
  public Hold confirm(ActorId by, UUID hold) {
    return change(
        "CONFIRM_HOLD",
        by,
        hold,
        (entry, held) -> {
          requireOther(held.placedBy(), by, "confirm a hold");
          set(entry, hold, "confirmed_by", "confirmed_at", by);
        });
  }

  /** Asks to lift a hold; an officer or the overseer asks, and the other of them lifts. */
  public Hold askLift(ActorId by, UUID hold, String reasons) {
    return change(
        "ASK_LIFT_HOLD",
        by,
        hold,
        (entry, held) -> {
          Lifecycle.requireReasons(reasons);
          decider(entry, by, "lift a hold");
          set(entry, hold, "lift_by", "lift_at", by);
          entry
              .jdbc()
              .sql("update hold set lift_reasons = ? where id = ?")
              .param(seal(hold, reasons))
              .param(hold)
              .update();
        });
  }

  /**
   * Lifts a hold that somebody else asked to lift.
   *
   * @throws Refused.Role {@code SX-AUTH-DISTINCT} if one person does both; {@code SX-AUTH-ROLE} if
   *     what speaks for a person is to be let go without the overseer
   */
  public Hold lift(ActorId by, UUID hold) {
    return change(
        "LIFT_HOLD",
        by,
        hold,
        (entry, held) -> {
          Actor second = decider(entry, by, "lift a hold");
          ActorId first = held.liftBy();
          if (first == null) {
            throw new Refused.Path(
                "SX-AUTH-HOLD-STATE",
                "nobody asked to lift it",
                "hold",
                hold.toString(),
                "ask to lift it, with reasons; another person then lifts it");
          }
          requireOther(first, by, "lift a hold");
          boolean overseer =
              second.is(Role.OVERSEER) || people.find(entry.jdbc(), first).is(Role.OVERSEER);
          if (held.kind() == Hold.Kind.EXCULPATORY && !overseer) {
            throw new Refused.Role(
                "SX-AUTH-ROLE",
                "what speaks for a person is let go only with the overseer",
                "lift a hold",
                second.roles().toString(),
                "let the overseer be one of the two");
          }
          set(entry, hold, "lifted_by", "lifted_at", by);
        });
  }

  /** One change of a hold that binds. */
  private interface Change {
    void make(Entry entry, Hold held);
  }

  private Hold change(String deed, ActorId by, UUID hold, Change change) {
    Hold before = register.within("hold", jdbc -> find(jdbc, hold));
    cases.file(by, before.caseId());
    return deeds.run(
        deed,
        by,
        Particulars.none().id("case", before.caseId()).id("hold", hold),
        entry -> {
          Hold now = find(entry.jdbc(), hold);
          if (!now.binds()) {
            throw new Refused.Path(
                "SX-AUTH-HOLD-STATE", "it was lifted", "hold", hold.toString(), "place another");
          }
          change.make(entry, now);
          return find(entry.jdbc(), hold);
        });
  }

  private static void set(Entry entry, UUID hold, String who, String when, ActorId by) {
    entry
        .jdbc()
        .sql("update hold set " + who + " = ?, " + when + " = ? where id = ?")
        .param(by.value())
        .param(Timestamp.from(entry.at()))
        .param(hold)
        .update();
  }

  private Actor decider(Entry entry, ActorId by, String deed) {
    Actor actor = people.find(entry.jdbc(), by);
    return actor.is(Role.OVERSEER) ? actor : People.require(actor, Role.AUTHORISING_OFFICER, deed);
  }

  static void requireOther(ActorId first, ActorId second, String deed) {
    if (first.equals(second)) {
      throw new Refused.Role(
          "SX-AUTH-DISTINCT",
          "two people do this, not one",
          deed,
          second.toString(),
          "let somebody else be the second");
    }
  }

  /** The holds of a case, newest first. */
  public List<Hold> holds(ActorId viewer, CaseId of) {
    cases.file(viewer, of);
    return register.within(
        "holds",
        jdbc ->
            jdbc.sql("select * from hold where casefile = ? order by placed_at desc")
                .param(of.value())
                .query((row, n) -> read(row))
                .list());
  }

  /** Attempts to destroy what is held in a case, oldest first: for the defence. */
  public List<Hold.Attempt> attempts(ActorId viewer, CaseId of) {
    cases.file(viewer, of);
    return attempts(of);
  }

  /** As {@link #attempts(ActorId, CaseId)}, for a release under a permit. */
  public List<Hold.Attempt> attempts(Permit permit) {
    return attempts(permit.caseId());
  }

  private List<Hold.Attempt> attempts(CaseId of) {
    return register.within(
        "attempts",
        jdbc ->
            jdbc.sql("select * from destruction_refused where casefile = ? order by at, id")
                .param(of.value())
                .query((row, n) -> {
                  UUID by = row.getObject("actor", UUID.class);
                  return new Hold.Attempt(
                      thing(row),
                      by == null ? null : new ActorId(by),
                      row.getTimestamp("at").toInstant(),
                      row.getString("code"),
                      row.getLong("leaf"));
                })
                .list());
  }

  static Thing thing(ResultSet row) throws SQLException {
    return new Thing(
        Thing.Kind.valueOf(row.getString("thing")), row.getObject("of_id", UUID.class));
  }

  private Hold find(JdbcClient jdbc, UUID id) {
    return jdbc.sql("select * from hold where id = ?")
        .param(id)
        .query((row, n) -> read(row))
        .optional()
        .orElseThrow(() -> new UnknownInRegister("hold", id.toString()));
  }

  private Hold read(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    Timestamp lifted = row.getTimestamp("lifted_at");
    return new Hold(
        id,
        new CaseId(row.getObject("casefile", UUID.class)),
        Hold.Kind.valueOf(row.getString("kind")),
        thing(row),
        new ActorId(row.getObject("placed_by", UUID.class)),
        row.getTimestamp("placed_at").toInstant(),
        new String(cipher.open(row.getBytes("reasons"), aad(id)), StandardCharsets.UTF_8),
        actor(row, "confirmed_by"),
        actor(row, "lift_by"),
        actor(row, "lifted_by"),
        lifted == null ? null : lifted.toInstant());
  }

  static @Nullable ActorId actor(ResultSet row, String column) throws SQLException {
    UUID id = row.getObject(column, UUID.class);
    return id == null ? null : new ActorId(id);
  }
}
