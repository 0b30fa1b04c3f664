package dev.sextant.subjects.store;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Door;
import dev.sextant.authority.ValueCipher;
import dev.sextant.subjects.Fact;
import dev.sextant.subjects.Person;
import dev.sextant.subjects.PersonDraft;
import dev.sextant.subjects.PersonRole;
import dev.sextant.subjects.Suspicion;
import dev.sextant.subjects.SuspicionDraft;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.PersonId;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import dev.sextant.terms.SuspicionId;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
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
  private final PersonRows rows;

  /**
   * @param door to the case tables
   * @param keys of the cases
   */
  public PersonStore(Door door, CaseKeys keys) {
    this.door = door;
    this.keys = keys;
    this.rows = new PersonRows(door, keys);
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

  /** A suspicion whose person is kept. */
  public Optional<Suspicion> suspicion(Act act, SuspicionId id) {
    return rows.suspicion(act, id);
  }

  /** One person, if it is kept. */
  public Optional<Person> one(Act act, PersonId id) {
    return rows.one(act, id);
  }

  /** Everybody who is kept, by number. */
  public List<Person> all(Act act) {
    return rows.all(act);
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

  static String use(PersonId id) {
    return "subjects/person/v1 " + id;
  }

  static byte[] bound(String what, PersonId id, int seq) {
    return utf8(what + " " + id + " " + seq);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
