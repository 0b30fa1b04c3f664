package dev.sextant.authority;

import dev.sextant.authority.AuthorityStore.Version;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deeds on the papers of a case by people who hold no permit, because they see no evidence: who
 * drafts and serves legal process, who reviews it, who oversees it. Each is logged like every deed
 * of the register; its tables are closed to transactions that do not name the case.
 */
public final class CasePapers {
  private final Deeds deeds;
  private final Register register;
  private final People people;
  private final CaseKeys keys;
  private final AuthorityStore store;

  CasePapers(Deeds deeds, Register register, People people, CaseKeys keys, AuthorityStore store) {
    this.deeds = deeds;
    this.register = register;
    this.people = people;
    this.keys = keys;
    this.store = store;
  }

  /**
   * What is done with papers.
   *
   * @param <T> what comes out
   */
  public interface Work<T> {
    /** Runs in one transaction; must neither commit nor roll back. */
    T run(Desk desk);
  }

  /**
   * An authority in force, as far as papers under it need to know.
   *
   * @param id the authority
   * @param version its living version
   * @param digest of that version's document
   * @param draft what was granted
   * @param applicant who applied
   * @param until when it stops by itself
   */
  public record InForce(
      AuthorityId id,
      int version,
      Digest digest,
      AuthorityDraft draft,
      ActorId applicant,
      Instant until) {
    /** Whether a person applied for it or works under it. */
    public boolean involves(ActorId person) {
      return applicant.equals(person) || draft.duties().team().contains(person);
    }
  }

  /** One transaction on papers. */
  public final class Desk {
    private final JdbcClient jdbc;
    private final @Nullable CaseId caseId;
    private final Deeds.@Nullable Entry entry;

    private Desk(JdbcClient jdbc, @Nullable CaseId caseId, Deeds.@Nullable Entry entry) {
      this.jdbc = jdbc;
      this.caseId = caseId;
      this.entry = entry;
      jdbc.sql("select set_config('sextant.papers', ?, true)")
          .param(caseId == null ? "" : caseId.toString())
          .query(String.class)
          .single();
    }

    /** The transaction. */
    public JdbcClient jdbc() {
      return jdbc;
    }

    /** The moment, in the database's precision. */
    public Instant at() {
      return entry == null ? deeds.now() : entry.at();
    }

    /** Where the deed's intent lies in the log; -1 where papers are only read. */
    public long leaf() {
      return entry == null ? -1 : entry.leaf();
    }

    /** Adds to the deed's outcome: identifiers, digests, numbers, words of ours. */
    public void note(String name, Object value) {
      if (entry != null) {
        entry.note(name, value);
      }
    }

    /**
     * A person of the house.
     *
     * @throws UnknownInRegister if there is none
     */
    public Actor person(ActorId id) {
      return people.find(jdbc, id);
    }

    /**
     * A person who must have one of these parts.
     *
     * @param deed what for, in a few words
     * @throws Refused.Role if the person has none of them
     */
    public Actor require(ActorId id, Set<Role> any, String deed) {
      Actor actor = person(id);
      if (any.stream().noneMatch(actor::is)) {
        throw new Refused.Role(
            "SX-AUTH-ROLE",
            "this person may not do that",
            deed,
            actor.roles() + (actor.enabled() ? "" : " disabled"),
            "ask a person with one of the roles " + any);
      }
      return actor;
    }

    /** Seals and opens a room's papers of the case: a key for this use alone. */
    public ValueCipher cipher(String use) {
      CaseId of = caseOfDesk();
      return keys.papersCipher(jdbc, of, use);
    }

    /**
     * The living version of an authority of this case.
     *
     * @throws Refused.Leave {@code SX-AUTH-NOT-LIVING} if none is in force now
     * @throws UnknownInRegister if the case has no such authority
     */
    public InForce inForce(AuthorityId id) {
      return living(id)
          .orElseThrow(() ->
              new Refused.Leave(
                  "SX-AUTH-NOT-LIVING",
                  "the authority is not in force",
                  "authority " + id,
                  "no living version",
                  "papers are drafted, issued and served under an authority in force only"));
    }

    /** The same, or nothing if none is in force. */
    public Optional<InForce> living(AuthorityId id) {
      Instant now = at();
      return store.versions(jdbc, id).stream()
          .filter(version -> version.caseId().equals(caseOfDesk()))
          .filter(version -> version.state(now).living())
          .findFirst()
          .map(CasePapers::inForce);
    }

    /** Whether a person applied for or works under any version of an authority of this case. */
    public boolean involved(AuthorityId id, ActorId person) {
      return store.versions(jdbc, id).stream()
          .filter(version -> version.caseId().equals(caseOfDesk()))
          .anyMatch(version -> Lifecycle.takesPart(version, person));
    }

    /**
     * Bars everything from leaving the house under an authority until a moment.
     *
     * @param code why, one of the room's stable codes
     */
    public void barRelease(AuthorityId id, Instant until, String code) {
      jdbc.sql(
              """
              insert into release_bar (id, casefile, authority, code, until, set_at)
              values (?, ?, ?, ?, ?, ?)
              """)
          .param(UUID.randomUUID())
          .param(caseOfDesk().value())
          .param(id.value())
          .param(code)
          .param(Timestamp.from(until))
          .param(Timestamp.from(at()))
          .update();
    }

    private CaseId caseOfDesk() {
      if (caseId == null) {
        throw new IllegalStateException("papers of the house belong to no case");
      }
      return caseId;
    }
  }

  private static InForce inForce(Version version) {
    return new InForce(
        version.document().id(),
        version.document().version(),
        version.digest(),
        version.draft(),
        version.document().applicant(),
        version.liveUntil());
  }

  /**
   * Does a deed on a case's papers: its intent is in the log before, its outcome after, a refusal
   * as a refusal.
   *
   * @param step its name in the log
   * @param by who
   * @param of the case
   * @param inputs particulars; no selectors
   */
  public <T> T deed(String step, ActorId by, CaseId of, Particulars inputs, Work<T> work) {
    return deeds.run(
        step, by, inputs.id("case", of), entry -> work.run(new Desk(entry.jdbc(), of, entry)));
  }

  /** Does a deed on papers of the house, which belong to no case. */
  public <T> T deed(String step, @Nullable ActorId by, Particulars inputs, Work<T> work) {
    return deeds.run(step, by, inputs, entry -> work.run(new Desk(entry.jdbc(), null, entry)));
  }

  /** Reads a case's papers. */
  public <T> T read(CaseId of, Work<T> work) {
    return register.within("papers", jdbc -> work.run(new Desk(jdbc, of, null)));
  }

  /** Reads papers of the house. */
  public <T> T read(Work<T> work) {
    return register.within("papers", jdbc -> work.run(new Desk(jdbc, null, null)));
  }
}
