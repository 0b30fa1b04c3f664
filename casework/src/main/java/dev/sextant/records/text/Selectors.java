package dev.sextant.records.text;

import java.util.List;
import java.util.Locale;

/**
 * Finds selectors in words. Each rule is a shape and, where the kind has one, a check; what is found
 * is a reading of the words and no statement about anybody.
 *
 * <p>Rules go from the surest to the weakest, and what one has read no later one reads otherwise: a
 * number inside an address on the web is no telephone number.
 */
public final class Selectors {
  /** Beyond this many characters a text is a document, and is looked through up to here. */
  private static final int MOST_CHARACTERS = 200_000;

  private final PhoneRule phones;
  private final PlateRule plates;

  /**
   * @param region country of numbers and plates written without one, in two letters (ISO 3166-1),
   *     or the empty text for none
   */
  public Selectors(String region) {
    String upper = region.toUpperCase(Locale.ROOT);
    this.phones = new PhoneRule(upper);
    this.plates = new PlateRule(upper);
  }

  /** What is seen in a text, in the order in which it stands. */
  public List<Sighting> in(String text) {
    String some = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
    Shape shape = Shape.of(some);
    if (!shape.anything()) {
      return List.of();
    }
    Scan scan = new Scan(some);
    if (shape.longRun()) {
      ChainRules.look(scan);
    }
    if (shape.marks()) {
      WebRules.look(scan);
      PlaceRules.look(scan);
    }
    if (shape.digits()) {
      NumberRules.look(scan);
      phones.look(scan);
      plates.look(scan);
    }
    return scan.seen();
  }

  /*
   * Most messages hold no selector at all. One pass over the characters tells which families of
   * rules can find nothing.
   */
  private record Shape(boolean longRun, boolean marks, boolean digits) {
    /** No address on a chain, no fingerprint in one piece is shorter. */
    private static final int SHORTEST_RUN = 25;

    private static final int FEWEST_DIGITS = 3;

    static Shape of(String text) {
      int run = 0;
      int longest = 0;
      int digits = 0;
      boolean marks = false;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        boolean digit = c >= '0' && c <= '9';
        if (c >= 0x80) {
          // Anything may be hidden behind wide characters and invisible ones.
          digits += Character.isDigit(c) ? 1 : 0;
          marks |= c == 0xff20 || c == 0xff1a || c == 0xff0e || c == 0xb0;
          continue;
        }
        digits += digit ? 1 : 0;
        run = letter || digit ? run + 1 : 0;
        longest = Math.max(longest, run);
        marks |= c == '@' || c == ':' || c == '[' || c == '(' || c == '+' || c == '{';
        marks |= c == '.' && i + 1 < text.length() && !Character.isWhitespace(text.charAt(i + 1));
      }
      return new Shape(longest >= SHORTEST_RUN, marks, digits >= FEWEST_DIGITS);
    }

    boolean anything() {
      return longRun || marks || digits;
    }
  }
}
