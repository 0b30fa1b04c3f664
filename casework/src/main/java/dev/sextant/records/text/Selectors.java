package dev.sextant.records.text;

import java.util.List;
import java.util.Locale;

/**
 * Finds selectors in words. Each rule is a shape and, where the kind has one, a check; what is
 * found is a reading of the words and no statement about anybody.
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
    if (Shape.barren(some)) {
      return List.of();
    }
    Scan scan = new Scan(some);
    Shape shape = Shape.of(scan.text());
    if (shape.longestRun() >= ChainRules.SHORTEST) {
      ChainRules.look(scan, shape.longestRun());
    }
    WebRules.look(scan, shape);
    PlaceRules.look(scan, shape);
    NumberRules.look(scan, shape);
    if (shape.digits() >= PhoneRule.FEWEST_DIGITS) {
      phones.look(scan);
    }
    if (shape.digits() >= PlateRule.FEWEST_DIGITS) {
      plates.look(scan);
    }
    return scan.seen();
  }
}
