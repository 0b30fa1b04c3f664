package dev.sextant.linkage.compare;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Two keys that only their owner can use: OpenPGP fingerprints (RFC 9580: 40 or 64 hexadecimal
 * digits, or the 16 of a key id) and wallets. Cells: key as found. A Bitcoin address must have its
 * checksum (Base58Check; Bech32 and Bech32m, BIP 173 and 350), else it is a slip and says nothing;
 * Ethereum addresses are taken in any case of letters.
 */
public final class Keys implements Comparison<String> {
  private static final List<String> LEVELS =
      List.of("same key", "same key by its short id", "different");

  private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int BECH32M = 0x2bc830a3;

  private Keys() {}

  /** No options. */
  static Keys of(Options options, Corpus corpus) {
    return new Keys();
  }

  @Override
  public List<String> levels() {
    return LEVELS;
  }

  @Override
  public @Nullable String prepare(List<String> cells) {
    return normal(String.join("", cells));
  }

  /** A key in its one form, under its kind; null where it is none or its checksum does not hold. */
  static @Nullable String normal(String found) {
    String text = found.replaceAll("[\\s:-]+", "");
    String small = text.toLowerCase(Locale.ROOT);
    if (small.matches("0x[0-9a-f]{40}")) {
      return "ethereum " + small;
    }
    String hex = small.startsWith("0x") ? small.substring(2) : small;
    if (hex.matches("[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{16}")) {
      return "openpgp " + hex;
    }
    boolean oneCase = text.equals(small) || text.equals(text.toUpperCase(Locale.ROOT));
    if (oneCase && small.matches("(bc|tb|ltc)1[02-9ac-hj-np-z]{11,87}")) {
      return bech32(small) ? "bech32 " + small : null;
    }
    boolean base58 = text.length() >= 26 && text.length() <= 35 && base58(text);
    return base58 ? "base58 " + text : null;
  }

  private static boolean bech32(String address) {
    int one = address.lastIndexOf('1');
    int[] values = new int[address.length() + one];
    for (int i = 0; i < one; i++) {
      values[i] = address.charAt(i) >> 5;
      values[one + 1 + i] = address.charAt(i) & 31;
    }
    for (int i = one + 1; i < address.length(); i++) {
      values[one + i] = BECH32.indexOf(address.charAt(i));
    }
    int rest = polymod(values);
    return rest == 1 || rest == BECH32M;
  }

  /* The generator of BIP 173. */
  private static int polymod(int[] values) {
    int[] generator = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    int rest = 1;
    for (int value : values) {
      int top = rest >>> 25;
      rest = (rest & 0x1ffffff) << 5 ^ value;
      for (int i = 0; i < 5; i++) {
        rest ^= (top >>> i & 1) == 0 ? 0 : generator[i];
      }
    }
    return rest;
  }

  private static boolean base58(String address) {
    BigInteger number = BigInteger.ZERO;
    for (int i = 0; i < address.length(); i++) {
      int digit = BASE58.indexOf(address.charAt(i));
      if (digit < 0) {
        return false;
      }
      number = number.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(digit));
    }
    /* 1 byte of version, 20 of hash, 4 of checksum. */
    byte[] digits = number.toByteArray();
    byte[] bytes = new byte[25];
    int from = digits[0] == 0 && digits.length > 1 ? 1 : 0;
    int length = digits.length - from;
    if (length > 25) {
      return false;
    }
    System.arraycopy(digits, from, bytes, 25 - length, length);
    byte[] hash = sha256(sha256(Arrays.copyOf(bytes, 21)));
    return Arrays.equals(Arrays.copyOf(hash, 4), Arrays.copyOfRange(bytes, 21, 25));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException none) {
      throw new IllegalStateException("every Java runtime has SHA-256", none);
    }
  }

  @Override
  public int level(String a, String b) {
    if (a.equals(b)) {
      return 0;
    }
    return shortOf(a, b) || shortOf(b, a) ? 1 : 2;
  }

  /* The key id is the end of a fingerprint of version 4 and the beginning of one of version 6. */
  private static boolean shortOf(String id, String key) {
    int start = "openpgp ".length();
    if (id.length() != start + 16 || !id.startsWith("openpgp ") || !key.startsWith("openpgp ")) {
      return false;
    }
    String digits = id.substring(start);
    return key.length() == start + 40 && key.endsWith(digits)
        || key.length() == start + 64 && key.startsWith(digits, start);
  }

  @Override
  public @Nullable String term(String value, int level) {
    return level == 0 ? value : null;
  }
}
