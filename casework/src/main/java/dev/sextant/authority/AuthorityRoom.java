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
  private final CasePapers papers;
  private final Models models;
  private final JurisdictionPack pack;

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
    this.pack = rules.pack();
    ActLog log = new ActLog(ground.ledger(), ground.clock(), program);
    Register register = new Register(ground.application());
    Deeds deeds = new Deeds(register, log);
    this.keys = new CaseKeys(register, ground.agency());
    AuthorityStore store = new AuthorityStore(keys);
    this.people = new People(register, ground.agency(), deeds, rules);
    this.cases = new Cases(register, deeds, keys, ground.ledger(), people);
    this.door = new Door(ground.application());
    this.models = new Models(register, deeds, people, ground.agency(), rules.pack());
    Signatures signatures = new Signatures(people, keys);
    // Asked before every step, in this order.
    List<StepRule> stepRules = List.of(new ApprovedModels(models), new ReleaseBars(register));
    Gate gate = new Gate(register, keys, log, stepRules);
    Permits permits = new Permits(store, signatures, keys, gate, rules);
    this.papers = new CasePapers(deeds, register, people, keys, store);
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

  /** The way to case tables. */
  public Door door() {
    return door;
  }

  /** The machine's methods and which of them are approved. */
  public Models models() {
    return models;
  }

  /** The jurisdiction's pack in force. */
  public JurisdictionPack pack() {
    return pack;
  }

  /** Keys for one use within a case. */
  public CaseKeys keys() {
    return keys;
  }

  /** Deeds on papers of a case, for rooms whose people hold no permit. */
  public CasePapers papers() {
    return papers;
  }
}
