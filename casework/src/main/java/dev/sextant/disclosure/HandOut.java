package dev.sextant.disclosure;

import dev.sextant.authority.Act;
import dev.sextant.authority.Particulars;
import dev.sextant.terms.Digest;

/**
 * An export that is under way: its intent is in the log and it is counted. Whoever writes it closes
 * it; one that breaks off stays visible as unfinished.
 */
public final class HandOut implements AutoCloseable {
  private final Act act;

  HandOut(Act act) {
    this.act = act;
  }

  /** The act under which it is written. */
  public Act act() {
    return act;
  }

  /**
   * All was written.
   *
   * @param records how many
   * @param digest of the bytes written
   */
  public void done(long records, Digest digest) {
    act.done(Particulars.none().number("records", records).digest("output", digest));
  }

  @Override
  public void close() {
    act.close();
  }
}
