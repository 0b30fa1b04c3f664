package dev.sextant.records.text;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Base 58 as Bitcoin writes it, with a checksum of the first four bytes of double SHA-256, and as
 * Monero writes it, in blocks of eight bytes with a checksum of Keccak-256 (CryptoNote standard 7).
 */
final class Base58 {
  static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

  private static final int CHECK_BYTES = 4;
  private static final BigInteger BASE = BigInteger.valueOf(58);

  /** Characters that a last block of so many bytes takes. */
  private static final int[] BLOCK_CHARACTERS = {0, 2, 3, 5, 6, 7, 9, 10, 11};

  private Base58() {}

  /** The bytes, leading zeros included; null if a character is none of the alphabet's. */
  static byte @Nullable [] bytes(String text) {
    BigInteger value = BigInteger.ZERO;
    int zeros = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = ALPHABET.indexOf(text.charAt(i));
      if (digit < 0) {
        return null;
      }
      if (digit == 0 && zeros == i) {
        zeros++;
      }
      value = value.multiply(BASE).add(BigInteger.valueOf(digit));
    }
    byte[] number = value.signum() == 0 ? new byte[0] : value.toByteArray();
    int sign = number.length > 0 && number[0] == 0 ? 1 : 0;
    byte[] out = new byte[zeros + number.length - sign];
    System.arraycopy(number, sign, out, zeros, number.length - sign);
    return out;
  }

  /** Version and payload of a text whose checksum is right, else null. */
  static byte @Nullable [] checked(String text) {
    byte[] all = bytes(text);
    if (all == null || all.length <= CHECK_BYTES) {
      return null;
    }
    byte[] payload = Arrays.copyOf(all, all.length - CHECK_BYTES);
    return endsWith(all, sha256(sha256(payload))) ? payload : null;
  }

  /** Network byte and keys of a Monero address whose checksum is right, else null. */
  static byte @Nullable [] checkedBlocks(String text) {
    byte[] all = new byte[text.length() / 11 * 8 + 8];
    int length = 0;
    for (int at = 0; at < text.length(); at += 11) {
      String block = text.substring(at, Math.min(text.length(), at + 11));
      int wide = Arrays.binarySearch(BLOCK_CHARACTERS, block.length());
      byte[] part = wide < 0 ? null : block(block, wide);
      if (part == null) {
        return null;
      }
      System.arraycopy(part, 0, all, length, wide);
      length += wide;
    }
    if (length <= CHECK_BYTES) {
      return null;
    }
    byte[] payload = Arrays.copyOf(all, length - CHECK_BYTES);
    return endsWith(Arrays.copyOf(all, length), Keccak.of(payload)) ? payload : null;
  }

  private static byte @Nullable [] block(String text, int wide) {
    byte[] number = bytes(text);
    if (number == null) {
      return null;
    }
    int from = 0;
    while (from < number.length && number[from] == 0) {
      from++;
    }
    if (number.length - from > wide) {
      return null;
    }
    byte[] out = new byte[wide];
    System.arraycopy(number, from, out, wide - (number.length - from), number.length - from);
    return out;
  }

  private static boolean endsWith(byte[] all, byte[] digest) {
    return Arrays.equals(all, all.length - CHECK_BYTES, all.length, digest, 0, CHECK_BYTES);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("SHA-256 is in every JDK", e);
    }
  }
}
