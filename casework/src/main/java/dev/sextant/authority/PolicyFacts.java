package dev.sextant.authority;

import dev.sextant.authority.AuthorityStore.Version;
import dev.sextant.authority.policy.Question;
import dev.sextant.authority.policy.Question.Fact;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import dev.sextant.terms.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Turns what is about to be done into a question to the policies, from the register as it stands
 * now and not from what the caller holds.
 */
final class PolicyFacts {
  /** A working day's permits of a large house; a version's bounds never change once submitted. */
  private static final int MOST_KEPT = 1000;

  private final People people;
  private final Books books;
  private final Rules rules;
  private final Map<String, Question.Bounds> bounds = new ConcurrentHashMap<>();
  private volatile @Nullable Lexicon lexicon;

  /** Whether a second person signed why protected activity is directly related to the offence. */
  interface Nexus {
    /**
     * @param questions what is asked, in clear
     */
    boolean signed(Permit permit, Set<String> questions);
  }

  /**
   * Where it looks things up.
   *
   * @param store authorities
   * @param nexus signed reasons for looking into protected activity
   * @param methods the ways of working that the pack lists
   */
  record Books(AuthorityStore store, Nexus nexus, Methods methods) {}

  private record Lexicon(JurisdictionPack pack, ProtectedTerms terms) {}

  PolicyFacts(People people, Books books, Rules rules) {
    this.people = people;
    this.books = books;
    this.rules = rules;
  }

  // ------------------------------------------------------------------ steps

  /**
   * The question whether a step may be taken; its permit was found alive.
   *
   * @param row the permit's authority and person, as they stand now
   */
  Question step(JdbcClient jdbc, ResultSet row, StepRule.Attempt attempt) throws SQLException {
    Permit permit = attempt.permit();
    Actor actor = people.read(row).orElse(null);
    Instant instructed = row.getTimestamp("instructed").toInstant();
    return new Question(
        person(permit.actor(), actor, instructed, attempt.at()),
        action(attempt.step()),
        standing(jdbc, row, permit),
        circumstances(attempt));
  }

  /* A deed of the register and a step of a case are both called REVIEW; the schema tells them
   * apart. */
  private static String action(Step step) {
    return step == Step.REVIEW ? "REVIEW_CLAIM" : step.name();
  }

  private Question.Authority standing(JdbcClient jdbc, ResultSet row, Permit permit)
      throws SQLException {
    String key = permit.authority() + " " + row.getString("digest");
    Question.Bounds known = bounds.get(key);
    if (known == null) {
      known = opened(jdbc, permit.authority(), permit.authorityVersion());
      keep(key, known);
    }
    return authority(permit.authority(), row, known);
  }

  private void keep(String key, Question.Bounds known) {
    if (bounds.size() >= MOST_KEPT) {
      bounds.clear();
    }
    bounds.put(key, known);
  }

  private static Question.Authority authority(AuthorityId id, ResultSet row, Question.Bounds bounds)
      throws SQLException {
    Set<String> team = new TreeSet<>();
    for (Object one : (Object[]) row.getArray("team").getArray()) {
      team.add(one.toString());
    }
    return new Question.Authority(
        id.toString(),
        row.getString("state"),
        new Question.People(row.getString("applicant"), team),
        row.getTimestamp("operation_from").toInstant(),
        earlier(row.getTimestamp("operation_to"), row.getTimestamp("live_until")),
        bounds);
  }

  private static Instant earlier(Timestamp one, Timestamp other) {
    return one.before(other) ? one.toInstant() : other.toInstant();
  }

  private Question.Bounds opened(JdbcClient jdbc, AuthorityId id, int version) {
    Version found =
        books.store().versions(jdbc, id).stream()
            .filter(one -> one.document().version() == version)
            .findFirst()
            .orElseThrow(() -> new UnknownInRegister("authority", id.toString()));
    return bounds(found.draft());
  }

  private static Question.Bounds bounds(AuthorityDraft draft) {
    Scope scope = draft.bounds().scope();
    return new Question.Bounds(
        scope.maxLevel(),
        draft.basis().businessCase().name(),
        scope.platforms().stream().map(Object::toString).collect(Collectors.toSet()),
        draft.bounds().methods());
  }

  private Question.Step circumstances(StepRule.Attempt attempt) {
    Permit permit = attempt.permit();
    Particulars inputs = attempt.inputs();
    Particulars.Said said = inputs.said();
    Set<String> asked = new TreeSet<>(said.words());
    inputs.selectors().forEach(selector -> asked.add(selector.value()));
    ProtectedTerms terms = terms();
    EnumSet<Fact> facts = EnumSet.of(Fact.QUOTA_LEFT);
    set(facts, Fact.ON_DUTY, onDuty(permit, attempt.at()));
    set(facts, Fact.SELECTORS_NAMED, named(inputs, permit.scope()));
    set(facts, Fact.CONTENT_IN_WINDOW, inside(said.content(), permit.scope().contentWindow()));
    if (terms.touches(asked)) {
      facts.add(Fact.PROTECTED_ACTIVITY);
      set(facts, Fact.NEXUS_SIGNED, books.nexus().signed(permit, asked));
    }
    set(facts, Fact.SPECIAL_CATEGORY, terms.looksByCategory(said.words()));
    set(facts, Fact.MACHINE_BASIS_ONLY, said.machineBasis());
    set(facts, Fact.LEGAL_REQUEST, inputs.value("legalRequest") != null);
    int level = Ladder.of(attempt.step(), inputs).number();
    return new Question.Step(
        attempt.at(), level, said.platforms(), books.methods().asked(attempt), facts);
  }

  private static void set(Set<Fact> facts, Fact fact, boolean holds) {
    if (holds) {
      facts.add(fact);
    }
  }

  /* A permit is one working day's leave. */
  private boolean onDuty(Permit permit, Instant now) {
    Instant began = permit.expires().minus(rules.longestPermit());
    return now.isBefore(permit.expires()) && !now.isBefore(began);
  }

  private static boolean named(Particulars inputs, Scope scope) {
    return inputs.selectors().stream()
        .filter(selector -> selector.type() != SelectorType.KEYWORD)
        .allMatch((Selector selector) -> scope.selectors().contains(selector));
  }

  private static boolean inside(Span inner, Span outer) {
    Instant from = inner.from();
    Instant to = inner.to();
    Instant first = outer.from();
    Instant last = outer.to();
    boolean begins = from == null || first == null || !from.isBefore(first);
    boolean ends = to == null || last == null || !to.isAfter(last);
    return begins && ends;
  }

  private ProtectedTerms terms() {
    Lexicon known = lexicon;
    JurisdictionPack pack = rules.pack();
    if (known == null || known.pack() != pack) {
      known = new Lexicon(pack, new ProtectedTerms(pack));
      lexicon = known;
    }
    return known.terms();
  }

  // ------------------------------------------------------------------ people

  private Question.Person person(JdbcClient jdbc, ActorId id, Instant now) {
    Instant instructed =
        jdbc.sql(
                """
                select greatest(a.enrolled_at, max(t.given_at)) from actor a
                left join training t on t.person = a.id where a.id = ? group by a.enrolled_at
                """)
            .param(id.value())
            .query((row, number) -> row.getTimestamp(1).toInstant())
            .optional()
            .orElse(Instant.MIN);
    return person(id, people.seek(jdbc, id).orElse(null), instructed, now);
  }

  /* A person whose row is not sealed, or who is not there, has no part in anything. */
  private Question.Person person(
      ActorId id, @Nullable Actor actor, Instant instructed, Instant now) {
    return actor == null
        ? new Question.Person(id.toString(), Set.of(), false, false)
        : new Question.Person(
            id.toString(),
            actor.roles().stream().map(Role::name).collect(Collectors.toSet()),
            actor.enabled(),
            now.isBefore(instructed.plus(rules.trainedFor())));
  }

  // ------------------------------------------------------------------ deeds

  /** The question whether a deed may be done. */
  Question deed(
      JdbcClient jdbc, String deed, @Nullable ActorId by, Particulars inputs, Instant now) {
    Question.Who who = by == null ? new Question.Clock() : person(jdbc, by, now);
    boolean narrowing = Long.valueOf(1).equals(inputs.value("narrowing"));
    return new Question(
        who,
        deed,
        on(jdbc, deed, inputs, now),
        new Question.Deed(now, narrowing, inputs.said().machineBasis()));
  }

  private Question.On on(JdbcClient jdbc, String deed, Particulars inputs, Instant now) {
    if (inputs.value("change") instanceof String change) {
      return change(jdbc, change);
    }
    if (inputs.value("authority") instanceof String id) {
      return authority(jdbc, deed, AuthorityId.parse(id), now);
    }
    return new Question.House();
  }

  private static Question.Change change(JdbcClient jdbc, String id) {
    UUID change = UUID.fromString(id);
    Set<String> approvers =
        Set.copyOf(
            jdbc.sql("select actor::text from law_signature where change = ?")
                .param(change)
                .query(String.class)
                .list());
    return jdbc.sql("select proposer::text as proposer from law_change where id = ?")
        .param(change)
        .query((row, number) -> new Question.Change(id, row.getString("proposer"), approvers))
        .optional()
        .orElseGet(() -> new Question.Change(id, null, Set.of()));
  }

  /* The version that the deed is about: the one that is alive or ended last for leave to act, else
   * the newest. What the columns tell is enough; the document is opened only where the policies ask
   * for something that stands in it, so that what was altered or lost can still be stopped. */
  private Question.On authority(JdbcClient jdbc, String deed, AuthorityId id, Instant now) {
    boolean leave = deed.equals("PERMIT");
    return jdbc.sql(
            """
            select version, state, applicant, team, operation_from, operation_to, live_until
            from authority_version where authority = ?
            order by (:leave and state in ('ACTIVE', 'ACTIVE_URGENT', 'SUSPENDED')) desc, version desc
            limit 1
            """
                .replace(":leave", leave ? "true" : "false"))
        .param(id.value())
        .query((row, number) -> {
          boolean asks = leave || deed.equals("APPROVE");
          Question.Bounds known = asks ? opened(jdbc, id, row.getInt("version")) : unasked();
          Question.Authority stored = authority(id, row, known);
          return new Question.Authority(
              stored.id(),
              byNow(AuthorityState.valueOf(stored.state()), row, now).name(),
              stored.people(),
              stored.from(),
              stored.until(),
              known);
        })
        .optional()
        .orElseGet(() -> absent(id, now));
  }

  private static AuthorityState byNow(AuthorityState stored, ResultSet row, Instant now)
      throws SQLException {
    if (stored.ticking() && !now.isBefore(row.getTimestamp("operation_to").toInstant())) {
      return AuthorityState.EXPIRED;
    }
    boolean due = !now.isBefore(row.getTimestamp("live_until").toInstant());
    return stored.living() && due ? AuthorityState.SUSPENDED : stored;
  }

  private static Question.Authority absent(AuthorityId id, Instant now) {
    return new Question.Authority(
        id.toString(), "ABSENT", new Question.People(null, Set.of()), now, now, unasked());
  }

  private static Question.Bounds unasked() {
    return new Question.Bounds(0, "", Set.of(), Set.of());
  }
}
