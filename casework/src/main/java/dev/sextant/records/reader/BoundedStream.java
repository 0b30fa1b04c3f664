package dev.sextant.records.reader;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops bytes at a bound: those of whoever says more than he may. */
final class BoundedStream extends FilterInputStream {
  /** What happens beyond the bound. */
  interface Overrun {
    /** Throws. */
    void stop() throws IOException;
  }

  private final Overrun overrun;
  private long left;

  /**
   * @param most bytes that may come
   * @param overrun called when one more has come
   */
  BoundedStream(InputStream in, long most, Overrun overrun) {
    super(in);
    this.left = most;
    this.overrun = overrun;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int n = super.read(into, from, length);
    left -= Math.max(0, n);
    if (left < 0) {
      overrun.stop();
    }
    return n;
  }
}
