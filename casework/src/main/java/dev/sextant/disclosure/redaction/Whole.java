package dev.sextant.disclosure.redaction;

import dev.sextant.disclosure.Redactions;
import dev.sextant.findings.FindingDocument;
import java.lang.Character.UnicodeScript;
import java.util.List;

/**
 * Marked words, widened to whole words: half a word could not be found elsewhere, and what is left
 * of it would tell the rest.
 *
 * @param from first UTF-16 unit
 * @param to unit after the last
 */
public record Whole(int from, int to) {
  /** Widens. */
  public static Whole around(String text, int from, int to) {
    int first = from;
    int last = to;
    while (first < last && Character.isWhitespace(text.codePointAt(first))) {
      first += Character.charCount(text.codePointAt(first));
    }
    while (last > first && Character.isWhitespace(text.codePointBefore(last))) {
      last -= Character.charCount(text.codePointBefore(last));
    }
    while (first > 0
        && first < last
        && joins(text.codePointBefore(first), text.codePointAt(first))) {
      first -= Character.charCount(text.codePointBefore(first));
    }
    while (last < text.length()
        && last > first
        && joins(text.codePointBefore(last), text.codePointAt(last))) {
      last += Character.charCount(text.codePointAt(last));
    }
    return new Whole(first, last);
  }

  private static boolean joins(int left, int right) {
    if (Character.isLetterOrDigit(left) && Character.isLetterOrDigit(right)) {
      return Spelled.spaced(UnicodeScript.of(left)) || Character.isDigit(left);
    }
    int type = Character.getType(right);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** Whether what is marked of a text can be looked for. */
  public boolean findable(String text) {
    return from < to && Spelled.findable(text.substring(from, to));
  }

  /** The persons of a finding, each by one of its keys. */
  public static List<Redactions.Named> persons(FindingDocument finding) {
    return Persons.of(List.of(finding)).named();
  }

  /** Whether a finding names a person by this key. */
  public static boolean names(FindingDocument finding, String key) {
    return Persons.of(List.of(finding)).knows(key);
  }
}
