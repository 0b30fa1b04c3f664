package dev.sextant.subjects.store;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Door;
import dev.sextant.authority.ValueCipher;
import dev.sextant.subjects.Basis;
import dev.sextant.subjects.Fact;
import dev.sextant.subjects.Person;
import dev.sextant.subjects.PersonDraft;
import dev.sextant.subjects.PersonRole;
import dev.sextant.subjects.Suspicion;
import dev.sextant.subjects.SuspicionDraft;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.PersonId;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import dev.sextant.terms.StatementType;
import dev.sextant.terms.SuspicionId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes and reads persons, roles and suspicions within acts. What people wrote is sealed under the
 * person's own key and bound to the row's place.
 */
public final class PersonStore {
  private final Door door;
  private final CaseKeys keys;

  /**
   * @param door to the case tables
   * @param keys of the cases
   */
  public PersonStore(Door door, CaseKeys keys) {
    this.door = door;
    this.keys = keys;
  }

  /** Adds a person with a key of its own and its first identifiers. */
  public void add(Act act, PersonId id, PersonDraft draft, Instant disposeAt) {
    CaseKeys.ItemKeys items = keys.items(act);
    byte[] wrapped = items.wrap(items.fresh(), use(id));
    UUID of = act.permit().caseId().value();
    door.within(
        act,
        sql -> {
          sql.jdbc()
              .sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
              .param("person " + of)
              .query()
              .singleRow();
          sql.jdbc()
              .sql(
                  """
                  insert into person (case_id, id, number, authority, author, leaf, begun_at, dispose_at)
                  values (?, ?, (select sextant.next_person_number()), ?, ?, ?, ?, ?)
                  """)
              .param(of)
              .param(id.value())
              .param(act.permit().authority().value())
              .param(act.permit().actor().value())
              .param(act.intentLeaf())
              .param(Timestamp.from(act.begun()))
              .param(Timestamp.from(disposeAt))
              .update();
          sql.jdbc()
              .sql("insert into person_key (case_id, person, wrapped) values (?, ?, ?)")
              .param(of)
              .param(id.value())
              .param(wrapped)
              .update();
          return id;
        });
    edit(act, id, draft);
  }

  /** Writes name and identifiers anew. */
  public void edit(Act act, PersonId id, PersonDraft draft) {
    ValueCipher cipher = cipher(act, id);
    Map<String, Object> body = Map.of("label", draft.label(), "identifiers", draft.identifiers());
    UnaryOperator<String> tag = keys.tags(act);
    Set<String> tags = new TreeSet<>();
    draft.identifiers().forEach(i -> forms(i).forEach(form -> tags.add(tag.apply(form))));
    door.within(
        act,
        sql -> {
          int seq = next(sql.jdbc(), "person_edit", id);
          sql.jdbc()
              .sql(
                  """
                  insert into person_edit (case_id, person, seq, actor, leaf, at, body)
                  values (?, ?, ?, ?, ?, ?, ?)
                  """)
              .params(place(act, id, seq))
              .param(cipher.seal(CanonicalJson.write(body), bound("edit", id, seq)))
              .update();
          for (String one : tags) {
            sql.jdbc()
                .sql(
                    "insert into person_identifier (case_id, person, seq, tag) values (?, ?, ?, ?)")
                .param(act.permit().caseId().value())
                .param(id.value())
                .param(seq)
                .param(one)
                .update();
          }
          return seq;
        });
  }

  private static List<Object> place(Act act, PersonId id, int seq) {
    return List.of(
        act.permit().caseId().value(),
        id.value(),
        seq,
        act.permit().actor().value(),
        act.intentLeaf(),
        Timestamp.from(act.begun()));
  }

  /* An identifier enters the log as a selector or as a word; each form has a key of its own there. */
  private static Set<String> forms(String identifier) {
    Set<String> forms = new TreeSet<>();
    forms.add(Selector.of(SelectorType.KEYWORD, identifier).toString());
    try {
      Selector selector = Selector.parse(identifier);
      forms.add(selector.toString());
      forms.add(Selector.of(SelectorType.KEYWORD, selector.value()).toString());
    } catch (BadValue e) {
      // An account key, platform/basis/key: what stands last is what people look for.
      String[] parts = identifier.split("/", 3);
      if (parts.length == 3 && !parts[2].isBlank()) {
        forms.add(Selector.of(SelectorType.KEYWORD, parts[2]).toString());
      }
    }
    return forms;
  }

  /** Writes a role given or taken back; what protects shows in other cases too. */
  public void role(
      Act act, PersonId id, PersonRole role, boolean held, Instant disposeAt, String reason) {
    ValueCipher cipher = cipher(act, id);
    door.within(
        act,
        sql -> {
          int seq = next(sql.jdbc(), "person_role", id);
          sql.jdbc()
              .sql(
                  """
                  insert into person_role (case_id, person, seq, actor, leaf, at, role, held, dispose_at, body)
                  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                  """)
              .params(place(act, id, seq))
              .param(role.name())
              .param(held)
              .param(Timestamp.from(disposeAt))
              .param(cipher.seal(utf8(reason), bound("role", id, seq)))
              .update();
          return seq;
        });
    Set<PersonRole> now = one(act, id).orElseThrow().roles();
    protectAgain(act, id, now);
  }

  /** Makes the protecting roles that other cases see those that are held now. */
  public void protectAgain(Act act, PersonId id, Set<PersonRole> held) {
    Person person = one(act, id).orElseThrow();
    UnaryOperator<String> tag = keys.houseTags(act);
    door.within(
        act,
        sql -> {
          sql.jdbc()
              .sql("delete from protecting_role where casefile = ? and person = ?")
              .param(act.permit().caseId().value())
              .param(id.value())
              .update();
          for (String identifier : person.identifiers()) {
            for (PersonRole role : held) {
              if (role.protects()) {
                sql.jdbc()
                    .sql(
                        """
                        insert into protecting_role (tag, casefile, person, role) values (?, ?, ?, ?)
                        on conflict do nothing
                        """)
                    .param(tag.apply(identifier))
                    .param(act.permit().caseId().value())
                    .param(id.value())
                    .param(role.name())
                    .update();
              }
            }
          }
          return id;
        });
  }

  /** Protecting roles that other cases give to these accounts. */
  public Map<String, Set<PersonRole>> elsewhere(Act act, Collection<String> accounts) {
    Map<String, String> byTag = new HashMap<>();
    UnaryOperator<String> tag = keys.houseTags(act);
    accounts.forEach(account -> byTag.put(tag.apply(account), account));
    Map<String, Set<PersonRole>> roles = new TreeMap<>();
    door.within(
        act,
        sql ->
            sql.jdbc()
                .sql("select tag, role from sextant.protecting_roles(?)")
                .param(byTag.keySet().toArray(String[]::new))
                .query((row, n) -> {
                  String account = byTag.get(row.getString("tag"));
                  return account != null
                      && roles
                          .computeIfAbsent(account, a -> new TreeSet<>())
                          .add(PersonRole.valueOf(row.getString("role")));
                })
                .list());
    return roles;
  }

  /** Writes a suspicion with its facts; it waits for a second person. */
  public void suspect(Act act, SuspicionId id, PersonId person, SuspicionDraft draft) {
    ValueCipher cipher = cipher(act, person);
    UUID of = act.permit().caseId().value();
    door.within(
        act,
        sql -> {
          sql.jdbc()
              .sql(
                  """
                  insert into suspicion (case_id, id, person, authority, author, offence, leaf, at, body)
                  values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                  """)
              .param(of)
              .param(id.value())
              .param(person.value())
              .param(act.permit().authority().value())
              .param(act.permit().actor().value())
              .param(draft.offence())
              .param(act.intentLeaf())
              .param(Timestamp.from(act.begun()))
              .param(cipher.seal(utf8(draft.relevance().strip()), utf8("suspicion " + id)))
              .update();
          int number = 0;
          for (Fact fact : draft.facts()) {
            number++;
            byte[] body = CanonicalJson.write(Map.of("text", fact.text(), "source", fact.source()));
            sql.jdbc()
                .sql(
                    """
                    insert into suspicion_fact (case_id, suspicion, number, type, basis, body)
                    values (?, ?, ?, ?, ?, ?)
                    """)
                .param(of)
                .param(id.value())
                .param(number)
                .param(fact.type().name())
                .param(fact.basis().name())
                .param(cipher.seal(body, utf8("fact " + id + " " + number)))
                .update();
          }
          return number;
        });
  }

  /**
   * Writes a decision.
   *
   * @param until when an accepted suspicion ends, or null if it is refused
   */
  public void decide(Act act, SuspicionId id, @Nullable Instant until, String reasons) {
    PersonId person = suspicion(act, id).orElseThrow().person();
    ValueCipher cipher = cipher(act, person);
    door.within(
        act,
        sql ->
            sql.jdbc()
                .sql(
                    """
                    insert into suspicion_review
                      (case_id, suspicion, reviewer, decision, leaf, at, valid_until, body)
                    values (:case, :suspicion, :reviewer, :decision, :leaf, :at, :until, :body)
                    """)
                .param("case", act.permit().caseId().value())
                .param("suspicion", id.value())
                .param("reviewer", act.permit().actor().value())
                .param("decision", until == null ? "REFUSED" : "ACCEPTED")
                .param("leaf", act.intentLeaf())
                .param("at", Timestamp.from(act.begun()))
                .param(
                    "until", until == null ? null : Timestamp.from(until), java.sql.Types.TIMESTAMP)
                .param("body", cipher.seal(utf8(reasons), utf8("review " + id)))
                .update());
  }

  // ---------------------------------------------------------------- reading

  /** A suspicion whose person is kept. */
  public Optional<Suspicion> suspicion(Act act, SuspicionId id) {
    return door.within(
            act,
            sql ->
                sql.jdbc()
                    .sql(
                        """
                        select s.person from suspicion s join person p
                          on p.case_id = s.case_id and p.id = s.person where s.id = ?
                        """)
                    .param(id.value())
                    .query(UUID.class)
                    .optional())
        .flatMap(person -> one(act, new PersonId(person)))
        .flatMap(p -> p.suspicions().stream().filter(s -> s.id().equals(id)).findFirst());
  }

  /** One person, if it is kept. */
  public Optional<Person> one(Act act, PersonId id) {
    return read(act, "where p.id = ?", List.of(id.value())).stream().findFirst();
  }

  /** Everybody who is kept, by number. */
  public List<Person> all(Act act) {
    return read(act, "", List.of());
  }

  private List<Person> read(Act act, String where, List<Object> params) {
    CaseKeys.ItemKeys items = keys.items(act);
    return door.within(
        act,
        sql -> {
          JdbcClient jdbc = sql.jdbc();
          List<Person> all = new ArrayList<>();
          List<Row> rows =
              jdbc.sql(
                      """
                      select p.id, p.number, k.wrapped,
                        sextant.person_until(p.case_id, p.id) as kept_until,
                        sextant.suspicion_until(p.case_id, p.id) as valid_until
                      from person p join person_key k on k.case_id = p.case_id and k.person = p.id
                      """
                          + where
                          + " order by p.number")
                  .params(params)
                  .query((row, n) -> row(items, row))
                  .list();
          for (Row row : rows) {
            all.add(person(jdbc, row));
          }
          return all;
        });
  }

  private record Row(
      PersonId id,
      int number,
      ValueCipher cipher,
      Instant keptUntil,
      @Nullable Instant validUntil) {}

  private static Row row(CaseKeys.ItemKeys items, ResultSet row) throws SQLException {
    PersonId id = new PersonId(row.getObject("id", UUID.class));
    Timestamp valid = row.getTimestamp("valid_until");
    return new Row(
        id,
        row.getInt("number"),
        new ValueCipher(items.open(row.getBytes("wrapped"), use(id))),
        row.getTimestamp("kept_until").toInstant(),
        valid == null ? null : valid.toInstant());
  }

  private record Edit(String label, List<String> identifiers, Instant at) {}

  private static Person person(JdbcClient jdbc, Row row) {
    Edit edit =
        jdbc.sql("select seq, at, body from person_edit where person = ? order by seq desc limit 1")
            .param(row.id.value())
            .query((r, n) -> edit(row, r))
            .single();
    List<Person.RoleGiven> given =
        jdbc.sql("select * from person_role where person = ? order by seq")
            .param(row.id.value())
            .query((r, n) -> given(row, r))
            .list();
    Set<PersonRole> roles = new TreeSet<>();
    for (Person.RoleGiven one : given) {
      if (one.held()) {
        roles.add(one.role());
      } else {
        roles.remove(one.role());
      }
    }
    return new Person(
        row.id,
        row.number,
        edit.label,
        edit.identifiers,
        roles,
        given,
        suspicions(jdbc, row),
        row.keptUntil,
        row.validUntil,
        edit.at);
  }

  private static Edit edit(Row row, ResultSet r) throws SQLException {
    Map<String, @Nullable Object> body =
        CanonicalJson.readObject(
            row.cipher.open(r.getBytes("body"), bound("edit", row.id, r.getInt("seq"))));
    List<String> identifiers = new ArrayList<>();
    if (body.get("identifiers") instanceof List<?> list) {
      list.forEach(one -> identifiers.add(String.valueOf(one)));
    }
    return new Edit(
        String.valueOf(body.get("label")), identifiers, r.getTimestamp("at").toInstant());
  }

  private static Person.RoleGiven given(Row row, ResultSet r) throws SQLException {
    byte[] reason = row.cipher.open(r.getBytes("body"), bound("role", row.id, r.getInt("seq")));
    return new Person.RoleGiven(
        PersonRole.valueOf(r.getString("role")),
        r.getBoolean("held"),
        new String(reason, StandardCharsets.UTF_8),
        new ActorId(r.getObject("actor", UUID.class)),
        r.getTimestamp("at").toInstant());
  }

  private static List<Suspicion> suspicions(JdbcClient jdbc, Row row) {
    return jdbc.sql(
            """
            select s.*, r.reviewer, r.decision, r.at as decided_at, r.valid_until, r.body as reasons
            from suspicion s
              left join suspicion_review r on r.case_id = s.case_id and r.suspicion = s.id
            where s.person = ? order by s.at, s.id
            """)
        .param(row.id.value())
        .query((r, n) -> suspicion(jdbc, row, r))
        .list();
  }

  private static Suspicion suspicion(JdbcClient jdbc, Row row, ResultSet r) throws SQLException {
    SuspicionId id = new SuspicionId(r.getObject("id", UUID.class));
    List<Fact> facts =
        jdbc.sql("select * from suspicion_fact where suspicion = ? order by number")
            .param(id.value())
            .query((f, n) -> fact(row, id, f))
            .list();
    byte[] relevance = row.cipher.open(r.getBytes("body"), utf8("suspicion " + id));
    return new Suspicion(
        id,
        row.id,
        r.getString("offence"),
        new String(relevance, StandardCharsets.UTF_8),
        facts,
        new ActorId(r.getObject("author", UUID.class)),
        new AuthorityId(r.getObject("authority", UUID.class)),
        r.getTimestamp("at").toInstant(),
        r.getLong("leaf"),
        decided(row, id, r));
  }

  private static Suspicion.@Nullable Decided decided(Row row, SuspicionId id, ResultSet r)
      throws SQLException {
    String decision = r.getString("decision");
    if (decision == null) {
      return null;
    }
    Timestamp until = r.getTimestamp("valid_until");
    byte[] reasons = row.cipher.open(r.getBytes("reasons"), utf8("review " + id));
    return new Suspicion.Decided(
        new ActorId(r.getObject("reviewer", UUID.class)),
        decision.equals("ACCEPTED"),
        new String(reasons, StandardCharsets.UTF_8),
        r.getTimestamp("decided_at").toInstant(),
        until == null ? null : until.toInstant());
  }

  private static Fact fact(Row row, SuspicionId id, ResultSet f) throws SQLException {
    byte[] sealed = f.getBytes("body");
    Map<String, @Nullable Object> body =
        CanonicalJson.readObject(
            row.cipher.open(sealed, utf8("fact " + id + " " + f.getInt("number"))));
    return new Fact(
        StatementType.valueOf(f.getString("type")),
        Basis.valueOf(f.getString("basis")),
        String.valueOf(body.get("text")),
        String.valueOf(body.get("source")));
  }

  // ---------------------------------------------------------------- keys

  private ValueCipher cipher(Act act, PersonId id) {
    byte[] wrapped =
        door.within(
            act,
            sql ->
                sql.jdbc()
                    .sql("select wrapped from person_key where person = ?")
                    .param(id.value())
                    .query(byte[].class)
                    .single());
    return new ValueCipher(keys.items(act).open(wrapped, use(id)));
  }

  private static int next(JdbcClient jdbc, String table, PersonId id) {
    return jdbc.sql("select coalesce(max(seq), 0) + 1 from " + table + " where person = ?")
        .param(id.value())
        .query(Integer.class)
        .single();
  }

  private static String use(PersonId id) {
    return "subjects/person/v1 " + id;
  }

  private static byte[] bound(String what, PersonId id, int seq) {
    return utf8(what + " " + id + " " + seq);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
