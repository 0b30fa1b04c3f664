package dev.sextant.records.reader;

/**
 * Why an item could not be read.
 *
 * @param code stable, such as {@code SX-READ-TRUNCATED}
 * @param what in a few words; never evidence content
 */
public record ReadFault(String code, String what) {
  /** The bytes end in the middle. */
  public static final String TRUNCATED = "SX-READ-TRUNCATED";

  /** The bytes do not follow the format. */
  public static final String MALFORMED = "SX-READ-MALFORMED";

  /** The text is not in the character set it should be in. */
  public static final String CHARSET = "SX-READ-CHARSET";

  /** A limit on size, depth, time or output was met. */
  public static final String LIMIT = "SX-READ-LIMIT";

  /** A field that the item cannot do without is missing. */
  public static final String MISSING = "SX-READ-MISSING";
}
