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
  private final Protection protection;
  private final Recycling recycling;
  private final Overlap overlap;
  private final Alerts alerts;
  private final Operations operations;
  private final Cases cases;
  private final People people;
  private final Door door;
  private final DoneActs doneActs;
  private final CaseKeys keys;
  private final Law law;
  private final Training training;
  private final ReadOnly readOnly;
  private final Oversight oversight;
  private final Models models;
  private final Duty duty;
  private final Reconciliation reconciliation;
  private final HouseDeeds houseDeeds;
  private final CasePapers papers;
  private final Rules rules;
  private final Conflicts conflicts;
  private final Holds holds;
  private final FilterDesk filterDesk;
  private final Retention retention;
  private final NamedSelectors namedSelectors;

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
    PolicyGuard guard = new PolicyGuard();
    Judge judge = new Judge(guard);
    this.rules = rules;
    this.readOnly = new ReadOnly(ground.ledger(), ground.clock(), rules);
    Deeds deeds = new Deeds(register, log, judge, readOnly);
    this.keys = new CaseKeys(register, ground.agency());
    AuthorityStore store = new AuthorityStore(keys, rules::overseenWithin);
    this.people = new People(register, ground.agency(), deeds, rules);
    this.cases = new Cases(register, deeds, keys, ground.ledger(), people);
    this.door = new Door(ground.application());
    this.models = new Models(register, deeds, people, ground.agency(), rules);
    Signatures signatures = new Signatures(people, keys);
    this.conflicts = new Conflicts(register, deeds, people, ground.agency());
    StepRule conflictRule = new ConflictRule(conflicts);
    this.holds = new Holds(register, deeds, people, cases, keys);
    this.retention =
        new Retention(new Retention.Parts(register, deeds, people, cases, store), keys, rules);
    this.houseDeeds = new HouseDeeds(register, deeds, people, ground.agency());
    this.duty =
        new Duty(register, deeds, people, new Duty.Ground(ground.agency(), rules, ground.clock()));
    HouseHash hash = new HouseHash(ground.agency());
    Lifecycle life = new Lifecycle(register, deeds, store, signatures, rules);
    this.alerts = new Alerts(register, log, people);
    this.protection = new Protection(register, store, life, keys, rules);
    this.recycling = new Recycling(register, deeds, store, life, keys, alerts);
    this.overlap = new Overlap(register, deeds, rules, hash, alerts, protection);
    this.namedSelectors = new NamedSelectors(register, store, protection, recycling);
    Methods methods = new Methods(rules);
    // Asked before every step, in this order.
    List<StepRule> stepRules =
        List.of(
            readOnly,
            conflictRule,
            new DutyRule(duty),
            new ApprovedModels(models),
            new ReleaseBars(register),
            methods,
            new LevelRule(),
            recycling,
            overlap,
            new RepetitionRule(register, rules, hash, alerts),
            new DeconflictionPace(register, rules, hash, alerts));
    Gate gate = new Gate(register, keys, log, judge, new Gate.StepRules(stepRules, conflictRule));
    this.doneActs = gate.doneActs();
    this.reconciliation =
        new Reconciliation(register, deeds, people, new Reconciliation.Books(log, gate.account()));
    this.oversight = new Oversight(register, deeds, store, people);
    Keeper keeper = new Keeper(register, log, recycling, duty);
    Permits permits =
        new Permits(
            store,
            signatures,
            keys,
            gate,
            rules,
            new Permits.Bounds(protection, recycling, conflicts, keeper));
    this.filterDesk =
        new FilterDesk(
            register, deeds, people, store, new FilterDesk.Issue(keys, gate, rules, keeper));
    Applications applications = new Applications(signatures, rules, methods, protection);
    this.authorities =
        new Authorities(
            register,
            deeds,
            store,
            permits,
            applications,
            life,
            new Similarity(rules),
            overlap,
            new OverseerNotes(signatures, rules));
    this.papers = new CasePapers(deeds, register, people, keys, store);
    this.voiding = new Voiding(register, deeds, store, people, keys);
    this.urgent = new Urgent(deeds, store, signatures, life, applications, rules);
    this.operations = new Operations(register, store, life, keys);
    this.training = new Training(register, deeds, people, rules);
    Law.Bench bench = new Law.Bench(guard, PolicyEngines.here(), () -> readOnly.why().isPresent());
    this.law = new Law(register, deeds, people, log, rules, bench);
    PolicyFacts facts =
        new PolicyFacts(people, new PolicyFacts.Books(store, protection::signed, methods), rules);
    judge.informed(facts, alerts, law::settle);
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

  /** Who was instructed when. */
  public Training training() {
    return training;
  }

  /** Conflicts of interest. */
  public Conflicts conflicts() {
    return conflicts;
  }

  /** Permits of filter officers. */
  public FilterDesk filterDesk() {
    return filterDesk;
  }

  /** Duties to keep. */
  public Holds holds() {
    return holds;
  }

  /** Destruction by schedule and by order. */
  public Retention retention() {
    return retention;
  }

  /** What authorities in force name. */
  public NamedSelectors namedSelectors() {
    return namedSelectors;
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
    return rules.pack();
  }

  /** Whether the database was read as the acts say. */
  public Reconciliation reconciliation() {
    return reconciliation;
  }

  /** The policies and the jurisdiction pack in force, and how they change. */
  public Law law() {
    return law;
  }

  /** Tells of acts that ended well. */
  public DoneActs doneActs() {
    return doneActs;
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
