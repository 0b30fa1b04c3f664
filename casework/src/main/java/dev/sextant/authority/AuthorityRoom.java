package dev.sextant.authority;

import dev.sextant.ledger.Ledger;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/** The room, put together: what the composition root hands to the others. */
public final class AuthorityRoom {
  private final Authorities authorities;
  private final Cases cases;
  private final People people;
  private final Door door;
  private final CaseKeys keys;
  private final Rules rules;
  private final Conflicts conflicts;
  private final Holds holds;
  private final Retention retention;

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
    this.rules = rules;
    this.keys = new CaseKeys(register, ground.agency());
    AuthorityStore store = new AuthorityStore(keys);
    this.people = new People(register, ground.agency(), deeds, rules);
    this.cases = new Cases(register, deeds, keys, ground.ledger(), people);
    this.door = new Door(ground.application());
    Signatures signatures = new Signatures(people, keys);
    this.conflicts = new Conflicts(register, deeds, people, ground.agency());
    StepRule conflictRule = new ConflictRule(conflicts);
    // Asked before every step, in this order.
    List<StepRule> stepRules = List.of(conflictRule);
    Gate gate = new Gate(register, keys, log, stepRules, conflictRule);
    Permits permits = new Permits(store, signatures, keys, gate, rules, conflicts);
    this.holds = new Holds(register, deeds, people, cases, keys);
    this.retention =
        new Retention(
            new Retention.Parts(register, deeds, people, cases, store), keys, rules);
    this.authorities = new Authorities(register, deeds, store, signatures, permits, rules);
  }

  /** Authorities and permits. */
  public Authorities authorities() {
    return authorities;
  }

  /** Cases and their acts. */
  public Cases cases() {
    return cases;
  }

  /** People and their signatures. */
  public People people() {
    return people;
  }

  /** Conflicts of interest. */
  public Conflicts conflicts() {
    return conflicts;
  }

  /** Duties to keep. */
  public Holds holds() {
    return holds;
  }

  /** Destruction by schedule and by order. */
  public Retention retention() {
    return retention;
  }

  /** The way to case tables. */
  public Door door() {
    return door;
  }

  /** The jurisdiction's numbers. */
  public Rules rules() {
    return rules;
  }

  /** Keys for one use within a case. */
  public CaseKeys keys() {
    return keys;
  }
}
