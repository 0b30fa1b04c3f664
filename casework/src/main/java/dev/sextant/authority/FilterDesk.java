package dev.sextant.authority;

import dev.sextant.authority.AuthorityStore.Version;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.PermitId;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Permits of a filter officer's own kind: to look at what was sealed off under an authority, and at
 * nothing else. They outlive the authority, for what it over-produced must be dealt with then too.
 */
public final class FilterDesk {
  private final Register register;
  private final Deeds deeds;
  private final People people;
  private final AuthorityStore store;
  private final Issue issue;

  /** What permits are made of. */
  record Issue(CaseKeys keys, Gate gate, Rules rules, Keeper keeper) {}

  FilterDesk(Register register, Deeds deeds, People people, AuthorityStore store, Issue issue) {
    this.register = register;
    this.deeds = deeds;
    this.people = people;
    this.store = store;
    this.issue = issue;
  }

  /**
   * What waits for a filter officer.
   *
   * @param caseId in which case
   * @param caseName its name
   * @param authority sealed off under which authority
   * @param byReason how many items by reason
   */
  public record Waiting(
      CaseId caseId, String caseName, AuthorityId authority, Map<String, Long> byReason) {}

  /** Cases and authorities under which something is sealed off; none in which the officer works. */
  public List<Waiting> waiting(ActorId officer) {
    return register.within(
        "filter",
        jdbc -> {
          People.require(people.find(jdbc, officer), Role.FILTER_OFFICER, "filter");
          Map<UUID, Waiting> all = new LinkedHashMap<>();
          jdbc.sql(
                  """
                  select w.*, c.name from sextant.filter_waiting(?) w
                    join casefile c on c.id = w.casefile order by c.number, w.authority, w.verdict
                  """)
              .param(officer.value())
              .query((row, n) -> {
                UUID authority = row.getObject("authority", UUID.class);
                Waiting known = all.get(authority);
                if (known == null) {
                  known =
                      new Waiting(
                          new CaseId(row.getObject("casefile", UUID.class)),
                          row.getString("name"),
                          new AuthorityId(authority),
                          new LinkedHashMap<>());
                  all.put(authority, known);
                }
                return known.byReason().put(row.getString("verdict"), row.getLong("items"));
              })
              .list();
          return new ArrayList<>(all.values());
        });
  }

  /**
   * Leave to filter what was sealed off under an authority.
   *
   * @throws Refused.Role {@code SX-AUTH-DISTINCT} if the officer works in the case
   */
  public Permit permit(ActorId officer, AuthorityId authority, Purpose purpose) {
    CaseId of =
        register
            .within("filter", jdbc -> AuthorityStore.caseOf(jdbc, authority))
            .orElseThrow(() -> new UnknownInRegister("authority", authority.toString()));
    return deeds.run(
        "FILTER_PERMIT",
        officer,
        Particulars.none().id("case", of).id("under", authority),
        entry -> {
          People.require(people.find(entry.jdbc(), officer), Role.FILTER_OFFICER, "filter");
          requireApart(entry, officer, of);
          Version version = store.versions(entry.jdbc(), authority).getFirst();
          PermitId id = PermitId.random();
          Instant expires = entry.at().plus(issue.rules().longestPermit());
          entry
              .jdbc()
              .sql(
                  """
                  insert into filter_permit (id, actor, casefile, authority, version, purpose,
                    issued_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?)
                  """)
              .param(id.value())
              .param(officer.value())
              .param(of.value())
              .param(authority.value())
              .param(version.document().version())
              .param(
                  issue
                      .keys()
                      .registerCipher(entry.jdbc(), of)
                      .seal(utf8(purpose.text()), utf8("filter-purpose " + id)))
              .param(Timestamp.from(entry.at()))
              .param(Timestamp.from(expires))
              .update();
          entry.note("permit", id);
          entry.note("expires", expires);
          entry.note("purpose", issue.keys().keyedHash(entry.jdbc(), of).of(purpose));
          return new Permit(
              id,
              officer,
              new Permit.AuthorityVersion(
                  of,
                  authority,
                  version.document().version(),
                  version.draft().bounds().scope(),
                  version.draft().bounds().quota(),
                  version.draft().bounds().methods(),
                  version.draft().bounds().hopLimit()),
              new Permit.PurposeUntil(purpose, expires, null),
              new Permit.Doors(issue.gate(), issue.keeper(), Permit.Kind.FILTER));
        });
  }

  /** Authorities in force in the case of an authority: what sealed-off items may be released to. */
  public List<AuthorityId> releasable(ActorId officer, AuthorityId authority) {
    return register.within(
        "filter",
        jdbc -> {
          People.require(people.find(jdbc, officer), Role.FILTER_OFFICER, "filter");
          return jdbc.sql(
                  """
                  select distinct o.authority from authority_version o join authority_version v
                    on v.casefile = o.casefile and v.authority = ?
                  where o.state in ('ACTIVE', 'ACTIVE_URGENT') and o.live_until > sextant.moment()
                  """)
              .param(authority.value())
              .query((row, n) -> new AuthorityId(row.getObject(1, UUID.class)))
              .list();
        });
  }

  private static void requireApart(Deeds.Entry entry, ActorId officer, CaseId of) {
    boolean works =
        entry
            .jdbc()
            .sql(
                """
                select exists (select 1 from authority_version where casefile = :case
                  and (applicant = :officer or :officer = any (team)))
                """)
            .param("case", of.value())
            .param("officer", officer.value())
            .query(Boolean.class)
            .single();
    if (works) {
      throw new Refused.Role(
          "SX-AUTH-DISTINCT",
          "nobody filters a case in which he works",
          "filter",
          officer.toString(),
          "let a filter officer do it who is on no team of the case");
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
