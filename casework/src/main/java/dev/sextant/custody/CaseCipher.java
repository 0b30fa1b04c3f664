package dev.sextant.custody;

import dev.sextant.authority.ValueCipher;

/**
 * Seals values that fit in memory under a key of the case: record bodies, snapshots, people's
 * words. XAES-256-GCM; each value grows by {@link ValueCipher#OVERHEAD_BYTES} bytes. Safe for many
 * threads.
 */
public final class CaseCipher {
  private final ValueCipher cipher;

  CaseCipher(byte[] key) {
    this.cipher = new ValueCipher(key);
  }

  /**
   * Seals a value.
   *
   * @param plain the value
   * @param aad what it is and where it belongs; opening must give the same
   */
  public byte[] seal(byte[] plain, byte[] aad) {
    return cipher.seal(plain, aad);
  }

  /**
   * Opens a sealed value.
   *
   * @throws dev.sextant.terms.Fault {@code SX-AUTH-SEALED-VALUE} if a byte was altered, it belongs
   *     elsewhere, or the case is another
   */
  public byte[] open(byte[] sealed, byte[] aad) {
    return cipher.open(sealed, aad);
  }
}
