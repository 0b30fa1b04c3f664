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

  /** The entry is encrypted and no key is known. */
  public static final String ENCRYPTED = "SX-READ-ENCRYPTED";

  /** The entry's name leads out of the container. */
  public static final String PATH = "SX-READ-PATH";

  /** The entry is a link, which is never followed. */
  public static final String LINK = "SX-READ-LINK";

  /** Two entries have one name, so that nobody can say which is meant. */
  public static final String DUPLICATE = "SX-READ-DUPLICATE";

  /** A pipe, device or socket: opening it could wait for ever or change something. */
  public static final String NOT_A_FILE = "SX-READ-NOT-A-FILE";

  /** True if bytes were lost or misread, so that the whole cannot be taken as read. */
  boolean damage() {
    return switch (code) {
      case TRUNCATED, MALFORMED, CHARSET, LIMIT -> true;
      default -> false;
    };
  }

  /** What the one who reads can do about it. */
  String cure() {
    return switch (code) {
      case TRUNCATED -> "the copy is cut short: obtain it again from its source";
      case MALFORMED -> "the copy is damaged or was altered: obtain it again from its source";
      case CHARSET -> "convert a copy to UTF-8 and read that; keep the original";
      case LIMIT -> ReaderFault.SMALLER;
      case ENCRYPTED -> "unpack it with its password and read the folder";
      case PATH, LINK, DUPLICATE -> "unpack it, see which entry is meant, and read the folder";
      case NOT_A_FILE -> "copy its bytes into a file and read that";
      default -> "report this file's kind; the original is untouched";
    };
  }
}
