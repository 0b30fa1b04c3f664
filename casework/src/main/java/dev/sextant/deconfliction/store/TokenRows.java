package dev.sextant.deconfliction.store;

import dev.sextant.authority.NamedSelectors.Standing;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.ExhibitId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which cases know which tokens. */
public final class TokenRows {
  /* An authority in force; a token that a version names lives with that version. What records hold
   * lives, besides, while one of their exhibits may be used. */
  private static final String LIVING =
      """
      v.authority = t.authority and v.state in ('ACTIVE', 'ACTIVE_URGENT')
        and v.operation_from <= sextant.moment() and v.live_until > sextant.moment()
        and (t.version is null or t.version = v.version)
      """;

  private TokenRows() {}

  /**
   * A case that knows a token.
   *
   * @param caseId which
   * @param authority under which authority in force
   * @param covered whether it answers nobody
   */
  public record Match(CaseId caseId, AuthorityId authority, boolean covered) {}

  /** What was entered of an authority. */
  public record Entered(int version, int marks) {}

  /** Which authorities were entered. */
  public static Map<UUID, Entered> entered(JdbcClient jdbc) {
    Map<UUID, Entered> all = new TreeMap<>();
    jdbc.sql("select authority, version, marks from deconflict_entered")
        .query(row -> {
          all.put(
              row.getObject("authority", UUID.class),
              new Entered(row.getInt("version"), row.getInt("marks")));
        });
    return all;
  }

  /** Puts what a version names in place of what its authority named before. */
  public static void named(
      JdbcClient jdbc, Standing standing, Collection<String> tokens, Instant at) {
    UUID authority = standing.authority().value();
    jdbc.sql("delete from deconflict_token where authority = ? and origin = 'AUTHORITY'")
        .param(authority)
        .update();
    jdbc.sql("delete from deconflict_entered where authority = ?").param(authority).update();
    jdbc.sql(
            """
            insert into deconflict_token (token, casefile, authority, origin, version, entered_at)
            select unnest(:tokens::text[]), :case, :authority, 'AUTHORITY', :version, :at
            """)
        .param("tokens", tokens.toArray(String[]::new))
        .param("case", standing.caseId().value())
        .param("authority", authority)
        .param("version", standing.version())
        .param("at", Timestamp.from(at))
        .update();
    jdbc.sql(
            "insert into deconflict_entered (authority, version, marks, entered_at)"
                + " values (?, ?, ?, ?)")
        .param(authority)
        .param(standing.version())
        .param(standing.marks())
        .param(Timestamp.from(at))
        .update();
  }

  /**
   * Adds what records hold. A token that is there already rests on further exhibits from now on.
   *
   * @param tokens in which exhibits each stands, one at least
   * @return how many were new
   */
  public static int ofRecords(
      JdbcClient jdbc, Standing standing, Map<String, Set<ExhibitId>> tokens, Instant at) {
    List<String> each = new ArrayList<>();
    List<UUID> exhibits = new ArrayList<>();
    tokens.forEach((token, in) ->
        in.forEach(exhibit -> {
          each.add(token);
          exhibits.add(exhibit.value());
        }));
    // Rows that were there already carry the number of the transaction that locked them.
    return jdbc.sql(
            """
            with put as (
              insert into deconflict_token as t (token, casefile, authority, origin, exhibits, entered_at)
              select p.token, :case, :authority, 'RECORDS', array_agg(distinct p.exhibit), :at
                from unnest(:tokens::text[], :exhibits::uuid[]) p (token, exhibit) group by p.token order by p.token
              on conflict (token, authority, origin) do update
                set exhibits = (select array_agg(distinct e) from unnest(t.exhibits || excluded.exhibits) e)
                where not t.exhibits @> excluded.exhibits
              returning t.xmax = 0 as fresh)
            select count(*) from put where fresh
            """)
        .param("tokens", each.toArray(String[]::new))
        .param("exhibits", exhibits.toArray(UUID[]::new))
        .param("case", standing.caseId().value())
        .param("authority", standing.authority().value())
        .param("at", Timestamp.from(at))
        .query(Integer.class)
        .single();
  }

  /** Whether an authority whose time is over still has anything here. */
  public static boolean stale(JdbcClient jdbc) {
    return jdbc.sql("select exists (" + STALE.formatted("select 1") + ")")
        .query(Boolean.class)
        .single();
  }

  /* Suspended ones may go on; what has ended does not. */
  private static final String STALE =
      """
      %s from deconflict_entered e where not exists (select 1 from authority_version v
        where v.authority = e.authority and v.state in ('ACTIVE', 'ACTIVE_URGENT', 'SUSPENDED')
          and v.operation_to > sextant.moment())
      """;

  /**
   * Takes out what authorities left whose time is over.
   *
   * @return how many authorities those were
   */
  public static int sweep(JdbcClient jdbc) {
    List<UUID> over = jdbc.sql(STALE.formatted("select e.authority")).query(UUID.class).list();
    for (UUID authority : over) {
      jdbc.sql("delete from deconflict_token where authority = ?").param(authority).update();
      jdbc.sql("delete from deconflict_entered where authority = ?").param(authority).update();
    }
    return over.size();
  }

  /** Other cases that know a token under an authority in force, each once. */
  public static List<Match> others(JdbcClient jdbc, String token, CaseId but) {
    return jdbc.sql(
            """
            select distinct on (t.casefile) t.casefile, t.authority, c.id is not null as covered
            from deconflict_token t join authority_version v on %s
              left join deconflict_cover c on c.casefile = t.casefile and c.lifted_at is null
            where t.token = :token and t.casefile <> :but
              and (t.origin = 'AUTHORITY' or sextant.deconflict_rests(t.casefile, t.exhibits))
            order by t.casefile, t.authority
            """
                .formatted(LIVING))
        .param("token", token)
        .param("but", but.value())
        .query((row, number) ->
            new Match(
                new CaseId(row.getObject("casefile", UUID.class)),
                new AuthorityId(row.getObject("authority", UUID.class)),
                row.getBoolean("covered")))
        .list();
  }

  /** Every token that a case knows which answers, for other houses. */
  public static List<String> answering(JdbcClient jdbc) {
    return jdbc.sql(
            """
            with resting as materialized (select x.casefile, x.exhibits
              from (select distinct casefile, exhibits from deconflict_token where origin = 'RECORDS') x
              where sextant.deconflict_rests(x.casefile, x.exhibits))
            select distinct t.token from deconflict_token t join authority_version v on %s
            where not exists (select 1 from deconflict_cover c
                where c.casefile = t.casefile and c.lifted_at is null)
              and (t.origin = 'AUTHORITY' or (t.casefile, t.exhibits) in (select casefile, exhibits from resting))
            order by 1
            """
                .formatted(LIVING))
        .query(String.class)
        .list();
  }
}
