package dev.sextant.authority;

import dev.sextant.authority.AuthorityStore.Version;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.ExhibitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What an overseer sees across all cases: every version of every authority in clear with the notes
 * signed over it, and what evidence there is (not what it says). Each look is a deed in the log.
 */
public final class Oversight {
  private final Register register;
  private final Deeds deeds;
  private final AuthorityStore store;
  private final People people;

  Oversight(Register register, Deeds deeds, AuthorityStore store, People people) {
    this.register = register;
    this.deeds = deeds;
    this.store = store;
    this.people = people;
  }

  /**
   * A version of an authority.
   *
   * @param document as it is signed
   * @param digest of its bytes
   * @param state now
   * @param liveUntil when it stops by itself, if it lives
   * @param beforehand whether an overseer must decide before it lives
   * @param confirmed whether an overseer's last word on it is yes
   * @param notes signed notes over it: principles, then decisions
   */
  public record Overseen(
      AuthorityDocument document,
      Digest digest,
      AuthorityState state,
      Instant liveUntil,
      boolean beforehand,
      boolean confirmed,
      List<String> notes) {
    /** Copies the notes. */
    public Overseen {
      notes = List.copyOf(notes);
    }
  }

  /**
   * An exhibit that is held.
   *
   * @param caseId of which case
   * @param exhibit its identifier
   * @param file its sealed file's name in the case's folder
   * @param bytes how long it is, unsealed
   * @param sealed when it came in
   */
  public record Held(CaseId caseId, ExhibitId exhibit, String file, long bytes, Instant sealed) {}

  /**
   * Does something that only an overseer may: looks or takes a copy. It is a deed in the log, and
   * so is its refusal.
   *
   * @param deed {@code OVERSEE_LOOK} or {@code OVERSEE_EXPORT}
   * @throws Refused.Role if this is no overseer
   */
  public <T> T overseeing(ActorId by, String deed, Supplier<T> work) {
    deeds.run(
        deed,
        by,
        Particulars.none(),
        entry ->
            People.require(people.find(entry.jdbc(), by), Role.OVERSEER, "look over all cases"));
    return work.get();
  }

  /** Every version of every authority whose document opens, oldest authority first. */
  public List<Overseen> versions() {
    Instant now = deeds.now();
    return register.within(
        "oversight",
        jdbc -> {
          List<Overseen> all = new ArrayList<>();
          List<UUID> ids =
              jdbc.sql(
                      """
                      select authority from authority_version where version = 1
                      order by created_at, authority
                      """)
                  .query(UUID.class)
                  .list();
          for (UUID id : ids) {
            read(jdbc, new AuthorityId(id), now, all);
          }
          return all;
        });
  }

  private void read(JdbcClient jdbc, AuthorityId id, Instant now, List<Overseen> into) {
    List<Version> versions;
    try {
      versions = store.versions(jdbc, id);
    } catch (RegisterFault | UnknownInRegister e) {
      return; // Its key is gone or it was altered: the replay names every act that lacks its
      // document.
    }
    Signatures signatures = new Signatures(people, store.keys());
    for (Version version : versions.reversed()) {
      into.add(
          new Overseen(
              version.document(),
              version.digest(),
              version.state(now),
              version.liveUntil(),
              version.needsOversight(),
              signatures.granted(jdbc, version, Role.OVERSEER),
              notes(jdbc, version)));
    }
  }

  private static List<String> notes(JdbcClient jdbc, Version version) {
    List<String> notes = new ArrayList<>();
    for (String sql :
        List.of(
            "select note from principle_signature where authority = ? and version = ? order by principle, signed_at",
            "select note from approval where authority = ? and version = ? order by decided_at, id")) {
      notes.addAll(
          jdbc.sql(sql)
              .param(version.document().id().value())
              .param(version.document().version())
              .query(String.class)
              .list());
    }
    return notes;
  }

  /** What evidence is held, over all cases. */
  public List<Held> held() {
    return register.within(
        "oversight",
        jdbc ->
            jdbc.sql("select * from inventory order by sealed_at, exhibit")
                .query((row, number) ->
                    new Held(
                        new CaseId(row.getObject("casefile", UUID.class)),
                        new ExhibitId(row.getObject("exhibit", UUID.class)),
                        row.getString("file"),
                        row.getLong("bytes"),
                        row.getTimestamp("sealed_at").toInstant()))
                .list());
  }
}
