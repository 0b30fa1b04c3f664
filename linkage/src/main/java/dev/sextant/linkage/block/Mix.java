package dev.sextant.linkage.block;

/** 64-bit hashes of keys: equal keys meet, and two different ones of a table do not in practice. */
final class Mix {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Mix() {}

  /** A text's hash, never 0. */
  static long text(CharSequence text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return some(spread(hash + text.length()));
  }

  /** Two hashes' hash in this order, never 0. */
  static long both(long a, long b) {
    return some(spread(a * GOLDEN + Long.rotateLeft(b, 29) + 0x632BE59BD9B4E019L));
  }

  /** Stafford's thirteenth variant of the finisher of MurmurHash3. */
  static long spread(long x) {
    x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }

  private static long some(long hash) {
    return hash == 0 ? GOLDEN : hash;
  }
}
