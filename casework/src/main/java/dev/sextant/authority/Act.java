package dev.sextant.authority;

import dev.sextant.terms.ActId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Selector;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/**
 * One logged step under a permit: its intent is already in the log, its outcome is written by
 * {@link #done} or, failing that, by {@link #close}. After a crash the intent stands alone and
 * shows.
 */
public final class Act implements AutoCloseable {
  /** What the log says of an act that was closed without an outcome of its own. */
  static final String UNFINISHED = "SX-AUTH-ACT-UNFINISHED";

  private final ActId id;
  private final Permit permit;
  private final Step step;
  private final Begun begun;
  private final Gate gate;
  private final AtomicBoolean over = new AtomicBoolean();
  private final LongAdder rows = new LongAdder();
  private volatile Particulars noted = Particulars.none();
  private final Set<String> exhibits = new ConcurrentSkipListSet<>();
  private volatile Instant asked;

  /**
   * When it began, where the log says so, the hash of selectors that it logs by, and what the
   * intent names.
   */
  record Begun(Instant at, long intentLeaf, CaseKeys.KeyedHash hash, Particulars inputs) {}

  Act(ActId id, Permit permit, Step step, Begun begun, Gate gate) {
    this.id = id;
    this.permit = permit;
    this.step = step;
    this.begun = begun;
    this.gate = gate;
    this.asked = begun.at();
  }

  /** Its identifier in the log. */
  public ActId id() {
    return id;
  }

  /** The permit it runs under. */
  public Permit permit() {
    return permit;
  }

  /** What is done. */
  public Step step() {
    return step;
  }

  /** Where its intent lies in the log. */
  public long intentLeaf() {
    return begun.intentLeaf();
  }

  Particulars inputs() {
    return begun.inputs();
  }

  CaseKeys.KeyedHash hash() {
    return begun.hash();
  }

  /** When it began, in microseconds. */
  public Instant begun() {
    return begun.at();
  }

  /**
   * Says that this act touches an exhibit, so that its outcome names it whatever else it says: the
   * log alone shows whose acts reached an exhibit.
   */
  public void touches(ExhibitId exhibit) {
    requireOpen();
    exhibits.add(exhibit.toString());
  }

  /**
   * Says whom this act meets, in clear; nothing of it is logged. An act that meets somebody whom
   * its person declared as a conflict of interest ends here.
   *
   * @throws Refused.Leave {@code SX-AUTH-CONFLICT}
   */
  public void meets(Collection<String> identifiers) {
    requireOpen();
    Particulars met = Particulars.none();
    for (String identifier : identifiers) {
      met = met.spoken(identifier);
    }
    gate.meets(this, met);
  }

  /**
   * Adds to what the outcome will say, whether it ends well or not: what was not known yet when the
   * intent was written, such as whom something goes to.
   */
  public void note(Particulars more) {
    requireOpen();
    noted = noted.and(more);
  }

  Particulars noted() {
    return noted;
  }

  /* Counted as the transaction ends, before it is committed: the database's own sum is never ahead
   * of ours by what an act has read. */
  void read(long more) {
    rows.add(more);
    gate.account().read(more);
  }

  long rows() {
    return rows.sum();
  }

  /**
   * Asked again and again while something long is under way: stops it once the permit is dead.
   *
   * @throws Refused.Leave {@code SX-AUTH-PERMIT-DEAD} if the authority has ended meanwhile
   */
  public void requireLiving() {
    requireOpen();
    asked = permit.keeper().requireLiving(permit, asked);
  }

  /* Asks the database whatever the clock says. */
  void requireAlive() {
    asked = permit.keeper().requireLiving(permit, Instant.MIN);
  }

  /**
   * Counts what was read in against the authority's quota, within the transaction that keeps it.
   *
   * @throws Refused.Leave {@code SX-AUTH-QUOTA-ITEMS} or {@code SX-AUTH-QUOTA-SUBJECTS}
   */
  public void takesIn(Door.Sql sql) {
    permit.keeper().takesIn(permit, sql);
  }

  /**
   * Says under which permanent numbers handles were found that the authority names. One that turns
   * up at another account is suspended until an officer decides.
   */
  public void sawHandles(Map<Selector, Set<String>> borneBy) {
    permit.keeper().sawHandles(this, borneBy);
  }

  /** Identifiers of the exhibits touched so far, in their text's order. */
  List<String> exhibits() {
    return List.copyOf(exhibits);
  }

  /**
   * Ends the act well.
   *
   * @throws Refused.Leave {@code SX-AUTH-ACT-OVER} if it is over already
   */
  public void done(Particulars outputs) {
    finish("DONE", "", outputs);
  }

  /** Ends the act well, naming what came out by digest. */
  public void done(Digest... outputs) {
    Particulars named = Particulars.none();
    for (int i = 0; i < outputs.length; i++) {
      named = named.digest(i == 0 ? "output" : "output-" + (i + 1), outputs[i]);
    }
    done(named);
  }

  /**
   * Ends the act as failed.
   *
   * @param code the fault's stable code
   */
  public void failed(String code) {
    finish("FAILED", code, Particulars.none());
  }

  private void finish(String outcome, String code, Particulars outputs) {
    if (!over.compareAndSet(false, true)) {
      throw over();
    }
    gate.end(this, outcome, code, outputs);
  }

  /** Writes the outcome FAILED if nothing was written yet. */
  @Override
  public void close() {
    if (over.compareAndSet(false, true)) {
      gate.end(this, "FAILED", UNFINISHED, Particulars.none());
    }
  }

  void requireOpen() {
    if (over.get()) {
      throw over();
    }
  }

  private Refused.Leave over() {
    return new Refused.Leave(
        "SX-AUTH-ACT-OVER",
        "this act is over",
        step.toString(),
        id.toString(),
        "begin another from the permit");
  }
}
