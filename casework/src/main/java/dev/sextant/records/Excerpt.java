package dev.sextant.records;

import dev.sextant.terms.Digest;
import java.util.List;

/**
 * Original bytes at and around a record. Bytes that belong to no record in scope are masked, but
 * for blanks, commas and brackets between records: what stands beside a message may be sealed off.
 *
 * @param part path of the part within the exhibit; empty for an exhibit that is one file
 * @param partBytes length of the part, unpacked
 * @param from first byte of the record within the part
 * @param to byte after its last
 * @param contextFrom where {@link #bytes} begins within the part
 * @param contextTo where it ends; before {@code to} if the record is longer than {@value
 *     #MOST_BYTES} bytes
 * @param bytes the bytes, masked ones replaced by {@link #MASK} so that every offset holds
 * @param masked the masked ranges, within the part, in order
 * @param digest SHA-256 of all the record's original bytes, {@code from} to {@code to}
 */
public record Excerpt(
    String part,
    long partBytes,
    long from,
    long to,
    long contextFrom,
    long contextTo,
    byte[] bytes,
    List<Range> masked,
    Digest digest) {
  /** More than anybody reads; the whole is in the exhibit. */
  public static final int MOST_BYTES = 1 << 20;

  /** The most context on each side, in bytes. */
  public static final int MOST_CONTEXT = 1 << 16;

  /** What stands in place of a masked byte: an asterisk. */
  public static final byte MASK = '*';

  /** Copies the list. */
  public Excerpt {
    masked = List.copyOf(masked);
  }

  /** The record's own bytes, as far as they are here. */
  public byte[] own() {
    return java.util.Arrays.copyOfRange(
        bytes, (int) (from - contextFrom), (int) (Math.min(to, contextTo) - contextFrom));
  }

  /** True if all of the record's own bytes are here and none is masked. */
  public boolean whole() {
    return contextTo >= to && masked.stream().noneMatch(m -> m.from() < to && m.to() > from);
  }

  /**
   * Bytes from one place (included) to another (excluded).
   *
   * @param from first
   * @param to after the last
   */
  public record Range(long from, long to) {}
}
