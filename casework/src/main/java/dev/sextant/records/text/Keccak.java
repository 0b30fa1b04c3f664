package dev.sextant.records.text;

import java.util.Arrays;

/**
 * Keccak-256 with the padding of before the standard (0x01), as Ethereum and Monero use it; with
 * the standard's (0x06) it is SHA3-256 (FIPS 202). Bytes in memory only; no secret passes here.
 */
final class Keccak {
  private static final int RATE = 136;
  private static final int ROUNDS = 24;

  /** Step iota, FIPS 202, 3.2.5: made from the shift register that the standard gives. */
  private static final long[] CONSTANTS = constants();

  private Keccak() {}

  private static long[] constants() {
    long[] all = new long[ROUNDS];
    int register = 1;
    for (int round = 0; round < ROUNDS; round++) {
      for (int bit = 0; bit < 7; bit++) {
        if ((register & 1) != 0) {
          all[round] |= 1L << ((1 << bit) - 1);
        }
        register <<= 1;
        register ^= (register >> 8) * 0x171;
      }
    }
    return all;
  }

  /** Keccak-256 of some bytes. */
  static byte[] of(byte[] bytes) {
    return hash(bytes, (byte) 0x01);
  }

  /** The sponge, with the first byte of its padding. */
  static byte[] hash(byte[] bytes, byte padding) {
    long[] state = new long[25];
    byte[] padded = Arrays.copyOf(bytes, (bytes.length / RATE + 1) * RATE);
    padded[bytes.length] = padding;
    padded[padded.length - 1] |= (byte) 0x80;
    for (int block = 0; block < padded.length; block += RATE) {
      for (int i = 0; i < RATE; i++) {
        state[i / 8] ^= (padded[block + i] & 0xffL) << (8 * (i % 8));
      }
      permute(state);
    }
    byte[] out = new byte[32];
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) (state[i / 8] >>> (8 * (i % 8)));
    }
    return out;
  }

  private static void permute(long[] a) {
    long[] column = new long[5];
    long[] row = new long[5];
    for (int round = 0; round < ROUNDS; round++) {
      for (int x = 0; x < 5; x++) {
        column[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
      }
      for (int x = 0; x < 5; x++) {
        long mixed = column[(x + 4) % 5] ^ Long.rotateLeft(column[(x + 1) % 5], 1);
        for (int y = 0; y < 25; y += 5) {
          a[y + x] ^= mixed;
        }
      }
      // Rho and pi walk the lanes in one cycle of 24.
      int x = 1;
      int y = 0;
      long moving = a[1];
      for (int step = 0; step < 24; step++) {
        int next = (2 * x + 3 * y) % 5;
        x = y;
        y = next;
        long kept = a[x + 5 * y];
        a[x + 5 * y] = Long.rotateLeft(moving, (step + 1) * (step + 2) / 2 % 64);
        moving = kept;
      }
      for (int line = 0; line < 25; line += 5) {
        System.arraycopy(a, line, row, 0, 5);
        for (int i = 0; i < 5; i++) {
          a[line + i] = row[i] ^ (~row[(i + 1) % 5] & row[(i + 2) % 5]);
        }
      }
      a[0] ^= CONSTANTS[round];
    }
  }
}
