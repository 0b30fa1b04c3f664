package dev.sextant.authority;

import dev.sextant.terms.ActorId;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How other rooms keep registers of the whole house, which belong to no case: each change is a deed
 * by a person with a fitting role, logged before and after, in one transaction.
 */
public final class HouseDeeds {
  private final Register register;
  private final Deeds deeds;
  private final People people;
  private final AgencyKey agency;

  HouseDeeds(Register register, Deeds deeds, People people, AgencyKey agency) {
    this.register = register;
    this.deeds = deeds;
    this.people = people;
    this.agency = agency;
  }

  /** One deed under way. */
  public static final class Deed {
    private final Deeds.Entry entry;

    Deed(Deeds.Entry entry) {
      this.entry = entry;
    }

    /** This deed's transaction, on register tables. */
    public JdbcClient jdbc() {
      return entry.jdbc();
    }

    /** When it is done, in microseconds. */
    public Instant at() {
      return entry.at();
    }

    /** Where its intent lies in the log. */
    public long leaf() {
      return entry.leaf();
    }

    /** Adds to the outcome: identifiers, digests, words of ours. */
    public void note(String name, Object value) {
      entry.note(name, value);
    }
  }

  /**
   * Logs what is refused before any step or deed begins, and throws it.
   *
   * @param by who asked
   * @return never; so that callers can write {@code throw}
   */
  public Refused refuse(ActorId by, Refused.OfRoom refusal) {
    return deeds.run(
        "CONSULT",
        by,
        Particulars.none(),
        entry -> {
          throw refusal;
        });
  }

  /**
   * Does a deed.
   *
   * @param step its name in the log
   * @param by who does it; null for the clock
   * @param roles of which the person must have one; none asked for if empty
   * @throws Refused.Role if the person has none of them
   */
  public <T> T run(
      String step,
      @Nullable ActorId by,
      Set<Role> roles,
      Particulars inputs,
      Function<Deed, T> work) {
    return deeds.run(
        step,
        by,
        inputs,
        entry -> {
          if (by != null && !roles.isEmpty()) {
            Actor actor = people.find(entry.jdbc(), by);
            if (roles.stream().noneMatch(actor::is)) {
              People.require(actor, roles.iterator().next(), step);
            }
          }
          return work.apply(new Deed(entry));
        });
  }

  /** Reads from register tables, unlogged: they hold nothing of a case. */
  public <T> T read(String place, Function<JdbcClient, T> work) {
    return register.within(place, work::apply);
  }

  /** Writes a count to register tables within another step; the step is what the log knows. */
  public <T> T counted(Act act, Function<JdbcClient, T> work) {
    act.requireOpen();
    return register.within(act.step().name(), work::apply);
  }

  /**
   * Seals texts of a house's register.
   *
   * @param use a name of the room's own, such as {@code disclosure/recipients/v1}
   */
  public ValueCipher cipher(String use) {
    return new ValueCipher(agency.derive("house/" + use));
  }

  /**
   * A secret of the house for one use, such as the seed of a key pair.
   *
   * @param use a name of the room's own
   * @return 32 bytes, always the same for the same use
   */
  public byte[] seed(String use) {
    return agency.derive("house-seed/" + use);
  }

  /**
   * Asks for a person's password again, before something grave.
   *
   * @throws Refused.Role {@code SX-AUTH-STEP-UP} if it is wrong; logged
   */
  public void stepUp(ActorId actor, String password, String deed) {
    if (people.passwordMatches(actor, password)) {
      return;
    }
    deeds.run(
        "STEP_UP",
        actor,
        Particulars.none().token("what", deed),
        entry -> {
          throw new Refused.Role(
              "SX-AUTH-STEP-UP",
              "the password is wrong",
              deed,
              actor.toString(),
              "give your own password again: this step asks for it");
        });
  }

  /** A refusal by the house's rules, for rooms that keep registers. */
  public static Refused.Leave refusal(
      String code, String what, String place, String value, String cure) {
    return new Refused.Leave(code, what, place, value, cure);
  }
}
