package dev.sextant.terms;

/**
 * The path from a record back to bytes: which exhibit, which part of it, which bytes of that part.
 *
 * @param exhibit digest of the exhibit's bytes
 * @param part path of the part inside the exhibit ({@code outer.zip!/inner.json} when nested);
 *     empty for an exhibit that is one file
 * @param from first byte of the range within the part (unpacked), from 0
 * @param to byte after the last; never before {@code from}
 * @param pointer where the format has names for places: a JSON pointer (RFC 6901) or {@code
 *     row:column}; else empty
 */
public record Locator(Digest exhibit, String part, long from, long to, String pointer) {
  /** Checks the range. */
  public Locator {
    if (from < 0 || to < from) {
      throw new BadValue("SX-TERMS-LOCATOR", "Locator", from + ".." + to, "give 0 <= from <= to");
    }
  }

  /** Length of the range in bytes. */
  public long length() {
    return to - from;
  }

  @Override
  public String toString() {
    return "sha256:"
        + exhibit.hex()
        + (part.isEmpty() ? "" : "!/" + part)
        + "@"
        + from
        + "-"
        + to
        + (pointer.isEmpty() ? "" : "#" + pointer);
  }
}
