package dev.sextant.authority;

import dev.sextant.ledger.Ledger;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The room, put together: what the composition root hands to the others. */
public final class AuthorityRoom {
  private final Authorities authorities;
  private final Urgent urgent;
  private final Voiding voiding;
  private final Cases cases;
  private final People people;
  private final Door door;
  private final CaseKeys keys;
  private final ReadOnly readOnly;
  private final Oversight oversight;
  private final Models models;
  private final Duty duty;
  private final Reconciliation reconciliation;
  private final HouseDeeds houseDeeds;
  private final JurisdictionPack pack;
  private final CasePapers papers;
  private final Rules rules;
  private final Law law;

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
    this.readOnly = new ReadOnly(ground.ledger(), ground.clock(), rules);
    PolicyGuard guard = new PolicyGuard();
    Judge judge = new Judge(log, guard);
    Deeds deeds = new Deeds(register, log, judge, readOnly);
    this.keys = new CaseKeys(register, ground.agency());
    AuthorityStore store = new AuthorityStore(keys, rules::overseenWithin);
    this.people = new People(register, ground.agency(), deeds, rules);
    this.cases = new Cases(register, deeds, keys, ground.ledger(), people);
    this.door = new Door(ground.application());
    this.models = new Models(register, deeds, people, ground.agency(), rules.pack());
    Signatures signatures = new Signatures(people, keys);
    this.houseDeeds = new HouseDeeds(register, deeds, people, ground.agency());
    this.pack = rules.pack();
    this.duty =
        new Duty(
            register, deeds, people, new Duty.Ground(ground.agency(), rules.pack(), ground.clock()));
    // Asked before every step, in this order.
    List<StepRule> stepRules =
        List.of(
            readOnly,
            new DutyRule(duty),
            new ApprovedModels(models),
            new ReleaseBars(register));
    Gate gate = new Gate(register, keys, log, judge, stepRules);
    this.reconciliation =
        new Reconciliation(register, deeds, people, new Reconciliation.Books(log, gate.account()));
    Permits permits = new Permits(store, signatures, keys, gate, rules);
    this.oversight = new Oversight(register, deeds, store, people);
    Applications applications = new Applications(signatures, rules);
    Lifecycle life = new Lifecycle(register, deeds, store, signatures, rules);
    this.authorities =
        new Authorities(register, deeds, store, permits, applications, life, new Similarity(rules));
    this.papers = new CasePapers(deeds, register, people, keys, store);
    this.rules = rules;
    this.voiding = new Voiding(register, deeds, store, people, keys);
    this.urgent = new Urgent(deeds, store, signatures, life, applications, rules);
    Law.Bench bench = new Law.Bench(guard, PolicyEngines.here());
    this.law = new Law(register, deeds, people, log, rules, bench);
    // Protected activity has no signed nexus unless somebody can say that it has.
    judge.informed(new PolicyFacts(people, store, rules, (permit, asked) -> false), law::settle);
    law.open();
  }

  /** What an overseer sees across all cases. */
  public Oversight oversight() {
    return oversight;
  }

  /** Why the house is read-only, if it is: witnesses have not stood by the log for too long. */
  public Optional<String> readOnly() {
    return readOnly.why();
  }

  /** Authorities and permits. */
  public Authorities authorities() {
    return authorities;
  }

  /** The offences that an application may cite. */
  public OffenceCatalogue offences() {
    return new OffenceCatalogue(rules.pack());
  }

  /** Leave by word of mouth. */
  public Urgent urgent() {
    return urgent;
  }

  /** What falls with an authority or an exhibit, and who must be told. */
  public Voiding voiding() {
    return voiding;
  }

  /** Cases and their acts. */
  public Cases cases() {
    return cases;
  }

  /** People and their signatures. */
  public People people() {
    return people;
  }

  /** Devices and duty sessions. */
  public Duty duty() {
    return duty;
  }

  /** Registers of the whole house. */
  public HouseDeeds houseDeeds() {
    return houseDeeds;
  }

  /** The jurisdiction's numbers. */
  public JurisdictionPack pack() {
    return pack;
  }

  /** Whether the database was read as the acts say. */
  public Reconciliation reconciliation() {
    return reconciliation;
  }

  /** The policies and the jurisdiction pack in force, and how they change. */
  public Law law() {
    return law;
  }

  /** The way to case tables. */
  public Door door() {
    return door;
  }

  /** The machine's methods and which of them are approved. */
  public Models models() {
    return models;
  }

  /** The jurisdiction's numbers. */
  public Rules rules() {
    return rules;
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
