package dev.sextant.authority;

import dev.sextant.ledger.SignerKey;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.terms.ActorId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * The people of the house: log-ins, roles, and the Ed25519 keys with which they sign. Private keys
 * lie wrapped by the agency's key and are unwrapped for one signature; an overseer's never comes
 * here: he brings a public key and signs elsewhere. A row whose seal ({@link ActorSeal}) does not
 * hold counts as nobody.
 */
public final class People {
  private static final int SHORTEST_PASSWORD = 12;

  /** Bcrypt reads no further. */
  private static final int LONGEST_PASSWORD_BYTES = 72;

  private final Register register;
  private final AgencyKey agency;
  private final Deeds deeds;
  private final BCryptPasswordEncoder passwords;
  private final ActorSeal seals;

  People(Register register, AgencyKey agency, Deeds deeds, Rules rules) {
    this.register = register;
    this.agency = agency;
    this.deeds = deeds;
    this.seals = new ActorSeal(agency);
    this.passwords = new BCryptPasswordEncoder(rules.passwordCost());
  }

  /**
   * What is needed to enrol a person.
   *
   * @param login 2 to 63 of a-z, 0-9, dot, underscore, hyphen
   * @param name as printed
   * @param roles the parts the person may take
   * @param password at least 12 characters, at most 72 bytes
   */
  public record Enrolment(String login, String name, Set<Role> roles, String password) {
    /** Never prints the password. */
    @Override
    public String toString() {
      return "Enrolment[login=" + login + ", roles=" + roles + "]";
    }
  }

  /**
   * Enrols the first administrator of an empty register.
   *
   * @throws Refused.Role if somebody is enrolled already
   */
  public Actor first(String login, String name, String password) {
    return deeds.run(
        "ENROL",
        null,
        Particulars.none(),
        entry -> {
          boolean somebody =
              entry.jdbc().sql("select 1 from actor limit 1").query().listOfRows().size() > 0;
          if (somebody) {
            throw new Refused.Role(
                "SX-AUTH-FIRST",
                "the register is not empty",
                "first administrator",
                login,
                "let an administrator enrol people");
          }
          return add(entry, new Enrolment(login, name, EnumSet.of(Role.ADMINISTRATOR), password));
        });
  }

  /**
   * Enrols a person and makes the person's key.
   *
   * @param by an administrator
   */
  public Actor enrol(ActorId by, Enrolment person) {
    return deeds.run(
        "ENROL",
        by,
        Particulars.none(),
        entry -> {
          require(find(entry.jdbc(), by), Role.ADMINISTRATOR, "enrol");
          return add(entry, person);
        });
  }

  /**
   * Enrols an overseer by the public key that he made where the agency is not ({@code
   * sextant-verify key new}). The house never holds the private half, so it cannot sign as him.
   *
   * @param by an administrator
   * @param person with the role {@link Role#OVERSEER} alone
   * @param key of kind {@link VerifierKey.Kind#NOTE}
   */
  public Actor enrolOverseer(ActorId by, Enrolment person, VerifierKey key) {
    return deeds.run(
        "ENROL",
        by,
        Particulars.none(),
        entry -> {
          require(find(entry.jdbc(), by), Role.ADMINISTRATOR, "enrol");
          check(person);
          if (!person.roles().contains(Role.OVERSEER) || key.kind() != VerifierKey.Kind.NOTE) {
            throw new Refused.Role(
                "SX-AUTH-OVERSEER-KEY",
                "a key from outside is an overseer's, and one for notes",
                "enrolment",
                person.roles() + " " + key.kind(),
                "make one with: sextant-verify key new FILE");
          }
          return insert(entry, person, new Keys(ActorId.random(), key, null));
        });
  }

  /** Whose keys: the private half is wrapped, and absent where it never came here. */
  private record Keys(ActorId id, VerifierKey verifier, byte @Nullable [] wrapped) {}

  private Actor add(Deeds.Entry entry, Enrolment person) {
    check(person);
    if (person.roles().contains(Role.OVERSEER)) {
      throw new Refused.Role(
          "SX-AUTH-OVERSEER-KEY",
          "an overseer brings a public key; the house does not make one for him",
          "enrolment",
          person.login(),
          "let him make one with: sextant-verify key new FILE, and enrol him by its public key");
    }
    ActorId id = ActorId.random();
    SignerKey key =
        SignerKey.generate("sextant/person/" + id, VerifierKey.Kind.NOTE, new SecureRandom());
    byte[] secret = key.secretText().getBytes(StandardCharsets.US_ASCII);
    byte[] wrapped = agency.wrap(secret, use(id));
    Arrays.fill(secret, (byte) 0);
    return insert(entry, person, new Keys(id, key.verifier(), wrapped));
  }

  private Actor insert(Deeds.Entry entry, Enrolment person, Keys keys) {
    ActorId id = keys.id();
    entry
        .jdbc()
        .sql(
            """
            insert into actor (id, login, name, roles, password_hash, vkey, sealed_key, seal, enrolled_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(id.value())
        .param(person.login())
        .param(person.name())
        .param(person.roles().stream().map(Role::name).toArray(String[]::new))
        .param(passwords.encode(person.password()))
        .param(keys.verifier().text())
        .param(keys.wrapped())
        .param(seals.of(id, person.roles(), keys.verifier().text()))
        .param(Timestamp.from(entry.at()))
        .update();
    entry.note("enrolled", id);
    entry.note("vkey", keys.verifier().fingerprint());
    entry.note(
        "roles",
        new TreeSet<>(person.roles()).stream().map(Role::name).collect(Collectors.joining("+")));
    return find(entry.jdbc(), id);
  }

  private static void check(Enrolment person) {
    if (!person.login().matches("[a-z0-9][a-z0-9._-]{1,62}") || person.name().isBlank()) {
      throw new BadScope(
          "SX-AUTH-LOGIN",
          "not a log-in and name",
          "enrolment",
          person.login(),
          "use 2 to 63 of a-z, 0-9, dot, underscore, hyphen, and a printed name");
    }
    boolean alone =
        person.roles().contains(Role.OVERSEER) || person.roles().contains(Role.ADMINISTRATOR);
    if (person.roles().isEmpty() || (alone && person.roles().size() > 1)) {
      throw new Refused.Role(
          "SX-AUTH-ROLES",
          "one person cannot take these parts",
          "enrolment",
          person.roles().toString(),
          "an overseer or administrator does nothing else");
    }
    int bytes = person.password().getBytes(StandardCharsets.UTF_8).length;
    if (person.password().length() < SHORTEST_PASSWORD || bytes > LONGEST_PASSWORD_BYTES) {
      throw new BadScope(
          "SX-AUTH-PASSWORD",
          "not a usable password",
          "enrolment",
          bytes + " bytes",
          "use 12 characters or more, up to 72 bytes");
    }
  }

  /**
   * Takes all leave from a person: no log-in, no signature, and every permit dies.
   *
   * @param by an administrator
   */
  public void disable(ActorId by, ActorId person) {
    deeds.run(
        "DISABLE",
        by,
        Particulars.none().id("person", person),
        entry -> {
          require(find(entry.jdbc(), by), Role.ADMINISTRATOR, "disable");
          entry
              .jdbc()
              .sql("update actor set disabled_at = ? where id = ? and disabled_at is null")
              .param(Timestamp.from(entry.at()))
              .param(person.value())
              .update();
          return person;
        });
  }

  /** The person of a log-in, if there is one. */
  public Optional<Actor> byLogin(String login) {
    return register.within(
        "people", jdbc -> sealed(jdbc.sql(SELECT + " where login = ?").param(login)).findFirst());
  }

  /**
   * The person of an identifier.
   *
   * @throws UnknownInRegister if there is none
   */
  public Actor actor(ActorId id) {
    return register.within("people", jdbc -> find(jdbc, id));
  }

  /** Everybody, by log-in. */
  public List<Actor> all() {
    return register.within("people", jdbc -> sealed(jdbc.sql(SELECT + " order by login")).toList());
  }

  /** The stored password hash (bcrypt), for a framework that compares by itself. */
  public String passwordHash(ActorId id) {
    return register.within(
        "people",
        jdbc ->
            jdbc.sql("select password_hash from actor where id = ?")
                .param(id.value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new UnknownInRegister("person", id.toString())));
  }

  /** Whether this is an enabled person's password. */
  public boolean passwordMatches(ActorId id, String password) {
    return actor(id).enabled() && passwords.matches(password, passwordHash(id));
  }

  /**
   * Signs a text with a person's key.
   *
   * @param text ends in a newline; says what it is in its first line
   * @return a signed note (c2sp.org/signed-note)
   * @throws Refused.Role if the person is disabled, or keeps the key outside
   */
  public byte[] sign(ActorId id, String text) {
    return register.within("people", jdbc -> sign(jdbc, id, text));
  }

  byte[] sign(JdbcClient jdbc, ActorId id, String text) {
    if (!find(jdbc, id).enabled()) {
      throw new Refused.Role(
          "SX-AUTH-DISABLED", "this person is disabled", "signature", id.toString(), "none");
    }
    byte[] sealed =
        jdbc.sql("select sealed_key from actor where id = ?")
            .param(id.value())
            .query((row, number) -> Optional.ofNullable(row.getBytes(1)))
            .single()
            .orElseThrow(() ->
                new Refused.Role(
                    "SX-AUTH-KEY-OUTSIDE",
                    "this person's key is not in the house",
                    "signature",
                    id.toString(),
                    "let the person sign elsewhere and give the signed note"));
    byte[] secret = agency.unwrap(sealed, use(id));
    SignerKey key = SignerKey.parse(new String(secret, StandardCharsets.US_ASCII));
    Arrays.fill(secret, (byte) 0);
    return key.sign(text).bytes();
  }

  /** The public key of a person's signatures. */
  public VerifierKey vkey(ActorId id) {
    return VerifierKey.parse(actor(id).vkey());
  }

  static Actor require(Actor actor, Role role, String deed) {
    if (!actor.is(role)) {
      throw new Refused.Role(
          "SX-AUTH-ROLE",
          "this person may not do that",
          deed,
          actor.roles() + (actor.enabled() ? "" : " disabled"),
          "ask a person with the role " + role);
    }
    return actor;
  }

  Actor find(JdbcClient jdbc, ActorId id) {
    return seek(jdbc, id).orElseThrow(() -> new UnknownInRegister("person", id.toString()));
  }

  /** The person of an identifier; nobody where the row's seal does not hold. */
  Optional<Actor> seek(JdbcClient jdbc, ActorId id) {
    return sealed(jdbc.sql(SELECT + " where id = ?").param(id.value())).findFirst();
  }

  /* The only way in which people are read: a row without a valid seal is nobody's. */
  private Stream<Actor> sealed(JdbcClient.StatementSpec select) {
    return select.query((row, number) -> read(row)).list().stream().flatMap(Optional::stream);
  }

  /** The person of a row of the register; nobody where its seal does not hold. */
  Optional<Actor> read(ResultSet row) throws SQLException {
    Actor actor =
        new Actor(
            new ActorId(row.getObject("id", UUID.class)),
            row.getString("login"),
            row.getString("name"),
            Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toSet()),
            row.getString("vkey"),
            row.getTimestamp("disabled_at") == null);
    return seals.holds(actor, row.getBytes("seal")) ? Optional.of(actor) : Optional.empty();
  }

  private static String use(ActorId id) {
    return "sextant/person-key/v1 " + id;
  }

  private static final String SELECT =
      "select id, login, name, roles, vkey, seal, disabled_at from actor";
}
