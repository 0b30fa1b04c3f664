package dev.sextant.subjects.store;

import static dev.sextant.subjects.store.PersonStore.bound;
import static dev.sextant.subjects.store.PersonStore.utf8;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Door;
import dev.sextant.authority.ValueCipher;
import dev.sextant.subjects.Basis;
import dev.sextant.subjects.Fact;
import dev.sextant.subjects.Person;
import dev.sextant.subjects.PersonRole;
import dev.sextant.subjects.Suspicion;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.PersonId;
import dev.sextant.terms.StatementType;
import dev.sextant.terms.SuspicionId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads persons with their roles and suspicions within acts: however many they are, by one
 * statement a table.
 */
final class PersonRows {
  private final Door door;
  private final CaseKeys keys;

  /**
   * @param door to the case tables
   * @param keys of the cases
   */
  PersonRows(Door door, CaseKeys keys) {
    this.door = door;
    this.keys = keys;
  }

  /** A suspicion whose person is kept. */
  Optional<Suspicion> suspicion(Act act, SuspicionId id) {
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
  Optional<Person> one(Act act, PersonId id) {
    return read(act, "where p.id = ?", List.of(id.value())).stream().findFirst();
  }

  /** Everybody who is kept, by number. */
  List<Person> all(Act act) {
    return read(act, "", List.of());
  }

  private List<Person> read(Act act, String where, List<Object> params) {
    CaseKeys.ItemKeys items = keys.items(act);
    return door.within(
        act,
        sql -> {
          Map<UUID, Row> rows = new LinkedHashMap<>();
          sql.jdbc()
              .sql(
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
              .list()
              .forEach(row -> rows.put(row.id.value(), row));
          new Filling(sql.connection(), rows).fill();
          return rows.values().stream().map(Row::person).toList();
        });
  }

  private static Row row(CaseKeys.ItemKeys items, ResultSet row) throws SQLException {
    PersonId id = new PersonId(row.getObject("id", UUID.class));
    Timestamp valid = row.getTimestamp("valid_until");
    return new Row(
        id,
        row.getInt("number"),
        new ValueCipher(items.open(row.getBytes("wrapped"), PersonStore.use(id))),
        row.getTimestamp("kept_until").toInstant(),
        valid == null ? null : valid.toInstant());
  }

  private record Edit(String label, List<String> identifiers, Instant at) {}

  /* A person, and what was read of it so far. */
  private static final class Row {
    private final PersonId id;
    private final int number;
    private final ValueCipher cipher;
    private final Instant keptUntil;
    private final @Nullable Instant validUntil;
    private @Nullable Edit edit;
    private final List<Person.RoleGiven> given = new ArrayList<>();
    private final List<Suspicion> suspicions = new ArrayList<>();

    Row(
        PersonId id,
        int number,
        ValueCipher cipher,
        Instant keptUntil,
        @Nullable Instant validUntil) {
      this.id = id;
      this.number = number;
      this.cipher = cipher;
      this.keptUntil = keptUntil;
      this.validUntil = validUntil;
    }

    Person person() {
      Set<PersonRole> roles = new TreeSet<>();
      for (Person.RoleGiven one : given) {
        if (one.held()) {
          roles.add(one.role());
        } else {
          roles.remove(one.role());
        }
      }
      if (edit == null) {
        throw new IllegalStateException("a person is added with its first edit");
      }
      return new Person(
          id,
          number,
          edit.label,
          edit.identifiers,
          roles,
          given,
          suspicions,
          keptUntil,
          validUntil,
          edit.at);
    }
  }

  /* Reads what belongs to persons, table by table. */
  private record Filling(Connection connection, Map<UUID, Row> rows) {
    private interface Taker {
      void take(Row row, ResultSet r) throws SQLException;
    }

    void fill() throws SQLException {
      each(
          """
          select distinct on (person) person, seq, at, body from person_edit
          where person = any (?) order by person, seq desc
          """,
          (row, r) -> row.edit = edit(row, r));
      each(
          "select * from person_role where person = any (?) order by person, seq",
          (row, r) -> row.given.add(given(row, r)));
      Map<UUID, List<Fact>> facts = new HashMap<>();
      each(
          """
          select s.person, f.* from suspicion s
            join suspicion_fact f on f.case_id = s.case_id and f.suspicion = s.id
          where s.person = any (?) order by f.suspicion, f.number
          """,
          (row, r) ->
              facts
                  .computeIfAbsent(r.getObject("suspicion", UUID.class), s -> new ArrayList<>())
                  .add(fact(row, r)));
      each(
          """
          select s.*, r.reviewer, r.decision, r.at as decided_at, r.valid_until, r.body as reasons
          from suspicion s
            left join suspicion_review r on r.case_id = s.case_id and r.suspicion = s.id
          where s.person = any (?) order by s.at, s.id
          """,
          (row, r) -> row.suspicions.add(suspicion(row, r, facts)));
    }

    private void each(String select, Taker taker) throws SQLException {
      try (PreparedStatement query = connection.prepareStatement(select)) {
        query.setArray(1, connection.createArrayOf("uuid", rows.keySet().toArray()));
        try (ResultSet r = query.executeQuery()) {
          while (r.next()) {
            Row row = rows.get(r.getObject("person", UUID.class));
            if (row != null) {
              taker.take(row, r);
            }
          }
        }
      }
    }
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

  private static Suspicion suspicion(Row row, ResultSet r, Map<UUID, List<Fact>> facts)
      throws SQLException {
    SuspicionId id = new SuspicionId(r.getObject("id", UUID.class));
    byte[] relevance = row.cipher.open(r.getBytes("body"), utf8("suspicion " + id));
    return new Suspicion(
        id,
        row.id,
        r.getString("offence"),
        new String(relevance, StandardCharsets.UTF_8),
        facts.getOrDefault(id.value(), List.of()),
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

  private static Fact fact(Row row, ResultSet f) throws SQLException {
    SuspicionId id = new SuspicionId(f.getObject("suspicion", UUID.class));
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
}
