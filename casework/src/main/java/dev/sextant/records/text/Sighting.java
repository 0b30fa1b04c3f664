package dev.sextant.records.text;

/**
 * A selector seen in a text.
 *
 * @param kind of which kind
 * @param rule the rule that found it
 * @param from first character in the original text
 * @param to one past the last
 * @param value in the form in which equal ones are equal; a payment card masked
 * @param check what its check digits said
 */
public record Sighting(
    SelectorKind kind, String rule, int from, int to, String value, Check check) {
  /** True if it counts when records are found by kind of selector. */
  public boolean counts() {
    return check != Check.FAILED;
  }
}
