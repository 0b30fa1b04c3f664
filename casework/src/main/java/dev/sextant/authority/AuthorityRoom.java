package dev.sextant.authority;

import dev.sextant.ledger.Ledger;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/** The room, put together: what the composition root hands to the others. */
public final class AuthorityRoom {
  private final Authorities authorities;
  private final Urgent urgent;
  private final Voiding voiding;
  private final Protection protection;
  private final Recycling recycling;
  private final Overlap overlap;
  private final Alerts alerts;
  private final Operations operations;
  private final Cases cases;
  private final People people;
  private final Door door;
  private final CaseKeys keys;

  /**
   * What the room rests on.
   *
   * @param application the application's role, which owns nothing
   * @param ledger the log
   * @param agency the agency's key
   * @param clock the house's clock
   */
  public record Ground(DataSource application, Ledger ledger, AgencyKey agency, Clock clock) {}

  /**
   * @param ground what it rests on
   * @param rules the jurisdiction's numbers
   * @param program this program's name and version, for the log
   */
  public AuthorityRoom(Ground ground, Rules rules, String program) {
    ActLog log = new ActLog(ground.ledger(), ground.clock(), program);
    Register register = new Register(ground.application());
    Deeds deeds = new Deeds(register, log);
    this.keys = new CaseKeys(register, ground.agency());
    AuthorityStore store = new AuthorityStore(keys, rules::overseenWithin);
    this.people = new People(register, ground.agency(), deeds, rules);
    this.cases = new Cases(register, deeds, keys, ground.ledger(), people);
    this.door = new Door(ground.application());
    Signatures signatures = new Signatures(people, keys);
    HouseHash hash = new HouseHash(ground.agency());
    Lifecycle life = new Lifecycle(register, deeds, store, signatures, rules);
    this.alerts = new Alerts(register, log, people);
    this.protection = new Protection(register, store, life, keys, rules);
    this.recycling = new Recycling(register, deeds, store, life, keys, alerts);
    this.overlap = new Overlap(register, deeds, rules, hash, alerts, protection);
    Methods methods = new Methods(rules);
    // Asked before every step, in this order.
    List<StepRule> stepRules =
        List.of(
            methods,
            new LevelRule(),
            recycling,
            overlap,
            new RepetitionRule(register, rules, hash, alerts));
    Gate gate = new Gate(register, keys, log, stepRules);
    Keeper keeper = new Keeper(register, log, recycling);
    Permits permits =
        new Permits(
            store,
            signatures,
            keys,
            gate,
            rules,
            new Permits.Bounds(protection, recycling, keeper));
    Applications applications = new Applications(signatures, rules, methods, protection);
    this.authorities =
        new Authorities(
            register, deeds, store, permits, applications, life, new Similarity(rules), overlap);
    this.voiding = new Voiding(register, deeds, store, people, keys);
    this.urgent = new Urgent(deeds, store, signatures, life, applications, rules);
    this.operations = new Operations(register, store, life, keys);
  }

  /** Authorities and permits. */
  public Authorities authorities() {
    return authorities;
  }

  /** Leave by word of mouth. */
  public Urgent urgent() {
    return urgent;
  }

  /** What falls with an authority or an exhibit, and who must be told. */
  public Voiding voiding() {
    return voiding;
  }

  /** Protected activity, and what two people say of it. */
  public Protection protection() {
    return protection;
  }

  /** Handles that turned up at other accounts. */
  public Recycling recycling() {
    return recycling;
  }

  /** Lists of people whom nobody may work through. */
  public Overlap overlap() {
    return overlap;
  }

  /** What an overseer must see. */
  public Alerts alerts() {
    return alerts;
  }

  /** Plans and outcomes of work with a persona. */
  public Operations operations() {
    return operations;
  }

  /** Cases and their acts. */
  public Cases cases() {
    return cases;
  }

  /** People and their signatures. */
  public People people() {
    return people;
  }

  /** The way to case tables. */
  public Door door() {
    return door;
  }

  /** Keys for one use within a case. */
  public CaseKeys keys() {
    return keys;
  }
}
