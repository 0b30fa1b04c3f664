package dev.sextant.authority;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.Selector;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts together what is asked apart: over all people, cases and authorities of the house, how many
 * members of one protected list were searched for or applied for within the window. Whoever asks
 * for one too many is stopped, however innocent the single question looks.
 */
public final class Overlap implements StepRule {
  private static final int SHORTEST_LIST = 3;

  private final Register register;
  private final Deeds deeds;
  private final Rules rules;
  private final HouseHash hash;
  private final Alerts alerts;
  private final Protection protection;

  Overlap(
      Register register,
      Deeds deeds,
      Rules rules,
      HouseHash hash,
      Alerts alerts,
      Protection protection) {
    this.register = register;
    this.deeds = deeds;
    this.rules = rules;
    this.hash = hash;
    this.alerts = alerts;
    this.protection = protection;
  }

  /**
   * Protects a list of people from being worked through, such as the signatories of a petition or
   * the members of a newsroom. Only keyed hashes are kept.
   *
   * @param overseer who protects it
   * @param title what it is, for overseers
   * @param members at least three identifiers
   * @return the list's identifier
   */
  public UUID protect(ActorId overseer, String title, Set<Selector> members) {
    UUID id = UUID.randomUUID();
    return deeds.run(
        "PROTECT_LIST",
        overseer,
        Particulars.none().id("list", id).number("members", members.size()),
        entry -> {
          People.require(
              protection.people().find(entry.jdbc(), overseer), Role.OVERSEER, "protect a list");
          if (members.size() < SHORTEST_LIST || title.isBlank()) {
            throw new Refused.Application(
                "SX-AUTH-LIST",
                "a protected list has a title and members",
                "members",
                members.size() + " given",
                "give at least " + SHORTEST_LIST);
          }
          keep(entry, id, overseer, null, title, members);
          return id;
        });
  }

  /* Tells the overseer of an application for protected activity. What was refused in one piece must
   * not be had in ten: its persons become a protected list. */
  void refused(AuthorityStore.Version version, ActorId applicant, String code) {
    alerts.raise(
        Alerts.Kind.PROTECTED,
        code,
        new Alerts.About(version.caseId(), version.document().id(), applicant),
        version.draft().bounds().scope().selectors().size(),
        0);
    rememberRefused(version);
  }

  private void rememberRefused(AuthorityStore.Version version) {
    Set<Selector> members = new LinkedHashSet<>(version.draft().bounds().scope().selectors());
    members.removeIf(selector -> selector.type().broad());
    if (members.size() < rules.pack().number("overlap.listOf")) {
      return; // A few named persons are subjects of a case, not a list.
    }
    UUID id = UUID.randomUUID();
    deeds.run(
        "PROTECT_LIST",
        null,
        Particulars.none()
            .id("list", id)
            .id("authority", version.document().id())
            .number("members", members.size()),
        entry -> {
          keep(entry, id, null, version.document().id(), "refused application", members);
          return id;
        });
  }

  private void keep(
      Deeds.Entry entry,
      UUID id,
      @Nullable ActorId by,
      @Nullable AuthorityId authority,
      String title,
      Set<Selector> members) {
    TreeSet<String> hashes = new TreeSet<>();
    members.forEach(one -> hashes.add(hash.term(Subjects.bare(one.value()))));
    entry
        .jdbc()
        .sql(
            """
            insert into protected_list (id, made_by, authority, size, leaf, at, title)
            values (:id, :by, :authority, :size, :leaf, :at, :title)
            """)
        .param("id", id)
        .param("by", by == null ? null : by.value(), java.sql.Types.OTHER)
        .param("authority", authority == null ? null : authority.value(), java.sql.Types.OTHER)
        .param("size", hashes.size())
        .param("leaf", entry.leaf())
        .param("at", Timestamp.from(entry.at()))
        .param(
            "title",
            protection
                .keys()
                .houseCipher()
                .seal(
                    title.getBytes(StandardCharsets.UTF_8),
                    ("protected-list/v1 " + id).getBytes(StandardCharsets.UTF_8)))
        .update();
    for (String member : hashes) {
      entry
          .jdbc()
          .sql("insert into protected_member (list, member) values (?, ?)")
          .param(id)
          .param(member)
          .update();
    }
  }

  @Override
  public void require(Attempt attempt) {
    Set<String> terms = Subjects.terms(attempt);
    if (terms.isEmpty()) {
      return;
    }
    Permit permit = attempt.permit();
    Covered covered =
        covered(
            terms,
            new Asking(permit.id().value(), permit.authority(), permit.actor(), attempt.at()),
            term -> protection.named(permit, term));
    if (covered.tooMany()) {
      alerts.raise(
          Alerts.Kind.OVERLAP,
          "SX-AUTH-OVERLAP",
          Alerts.About.of(permit),
          covered.members(),
          covered.allowed());
      throw new Refused.Leave(CODE, WHAT, "authority " + permit.authority(), covered.said(), CURE);
    }
  }

  /** The same for what is applied for. */
  void requireApplied(AuthorityStore.Version version, ActorId applicant, Instant at) {
    AuthorityId id = version.document().id();
    TreeSet<String> terms = new TreeSet<>();
    version.draft().bounds().scope().selectors().stream()
        .filter(selector -> !protection.signed(version, selector))
        .forEach(selector -> terms.add(Subjects.bare(selector.value())));
    Covered covered = covered(terms, new Asking(id.value(), id, applicant, at), term -> false);
    if (covered.tooMany()) {
      alerts.raise(
          Alerts.Kind.OVERLAP,
          "SX-AUTH-OVERLAP",
          new Alerts.About(version.caseId(), id, applicant),
          covered.members(),
          covered.allowed());
      throw new Refused.Application(CODE, WHAT, "selectors", covered.said(), CURE);
    }
  }

  private static final String CODE = "SX-AUTH-OVERLAP";
  private static final String WHAT =
      "together with other questions this works through a protected list";
  private static final String CURE =
      "the overseer was told; each person needs a signed nexus to the offence";

  /** Who asks, under what: a permit, or an application by its authority. */
  private record Asking(UUID source, AuthorityId authority, ActorId actor, Instant at) {}

  /** Whether a term is exempt. */
  private interface Exempt {
    boolean is(String term);
  }

  /** The fullest list: how many of its members were asked for, and how many may be. */
  private record Covered(long members, long allowed) {
    boolean tooMany() {
      return members >= allowed && allowed > 0;
    }

    String said() {
      return members + " members asked for, fewer than " + allowed + " allowed";
    }
  }

  private Covered covered(Set<String> terms, Asking asking, Exempt exempt) {
    Map<String, String> byHash = new TreeMap<>();
    terms.forEach(term -> byHash.put(hash.term(term), term));
    Set<String> members = register.within("overlap", jdbc -> members(jdbc, byHash.keySet()));
    members.removeIf(member -> exempt.is(Objects.requireNonNull(byHash.get(member))));
    return register.within(
        "overlap",
        jdbc -> {
          // What is not of a list today may be of one tomorrow.
          remember(jdbc, byHash.keySet(), asking);
          Instant since = asking.at().minus(rules.pack().duration("overlap.window"));
          return members.isEmpty() ? new Covered(0, 0) : worst(jdbc, members, since);
        });
  }

  private static void remember(JdbcClient jdbc, Collection<String> hashes, Asking asking) {
    jdbc.sql(
            """
            insert into asked_term (term, source, authority, actor, at)
            select unnest(:terms::text[]), :source, :authority, :actor, :at on conflict do nothing
            """)
        .param("terms", hashes.toArray(String[]::new))
        .param("source", asking.source())
        .param("authority", asking.authority().value())
        .param("actor", asking.actor().value())
        .param("at", Timestamp.from(asking.at()))
        .update();
  }

  private static Set<String> members(JdbcClient jdbc, Collection<String> hashes) {
    return new TreeSet<>(
        jdbc.sql("select distinct member from protected_member where member = any (:terms::text[])")
            .param("terms", hashes.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  private Covered worst(JdbcClient jdbc, Collection<String> hashes, Instant since) {
    long members = rules.pack().number("overlap.members");
    long share = rules.pack().number("overlap.sharePercent");
    Covered worst = new Covered(0, 0);
    for (Covered one :
        jdbc.sql(
                """
                select l.size, (select count(distinct m.member) from protected_member m
                    join asked_term a on a.term = m.member and a.at > :since where m.list = l.id) as asked
                from protected_list l
                where l.id in (select list from protected_member where member = any (:terms::text[]))
                """)
            .param("since", Timestamp.from(since))
            .param("terms", hashes.toArray(String[]::new))
            .query((row, number) ->
                new Covered(
                    row.getLong("asked"), Math.max(members, row.getLong("size") * share / 100)))
            .list()) {
      if (one.tooMany() || one.members() > worst.members()) {
        worst = one.tooMany() || !worst.tooMany() ? one : worst;
      }
    }
    return worst;
  }
}
