package dev.sextant.records;

import java.util.IllformedLocaleException;
import java.util.Locale;

/**
 * What a person writes beside a record: a note on it, or a translation of its words or of a stretch
 * of them. Machines translate nothing here; a tool that somebody used elsewhere is named.
 *
 * @param kind note or translation
 * @param text what is written, 1 to {@value #MOST_TEXT} characters
 * @param language of the text, as BCP 47 has it (RFC 5646); of a note it may be empty
 * @param from first character of the record's words that it is of, in UTF-16 units
 * @param to after the last; equal to {@code from}, both 0, for the record as a whole
 * @param translator who translated, if that was not whoever writes it down; may be empty
 * @param tool by what the translation was made, if by any; may be empty
 */
public record Written(
    Kind kind, String text, String language, int from, int to, String translator, String tool) {
  /** Longer ones are reports, and belong in a finding. */
  public static final int MOST_TEXT = 20_000;

  /** A name and a post, or a product and its version. */
  public static final int MOST_NAME = 200;

  /** RFC 5646 advises to allow for 35 characters. */
  private static final int MOST_TAG = 35;

  /** What is written. */
  public enum Kind {
    /** Something to know of the record. */
    NOTE,
    /** The record's words in another language. */
    TRANSLATION
  }

  /**
   * Trims, and checks what can be checked without the record.
   *
   * @throws RecordFault.BadNote {@code SX-RECORD-NOTE}
   */
  public Written {
    text = text.strip();
    language = language.strip();
    translator = translator.strip();
    tool = tool.strip();
    if (text.isEmpty() || text.length() > MOST_TEXT) {
      throw new RecordFault.BadNote(
          "nothing is written, or too much",
          "text",
          text.length() + " characters",
          "write 1 to " + MOST_TEXT + " characters; divide a longer text by its stretches");
    }
    if (kind == Kind.TRANSLATION || !language.isEmpty()) {
      language = checkedTag(language);
    }
    if (kind == Kind.NOTE && !(translator.isEmpty() && tool.isEmpty())) {
      throw new RecordFault.BadNote(
          "a note has no translator and no tool",
          "kind",
          kind.name(),
          "write a translation, or leave both empty");
    }
    if (translator.length() > MOST_NAME || tool.length() > MOST_NAME) {
      throw new RecordFault.BadNote(
          "the name of a translator or a tool is too long",
          translator.length() > MOST_NAME ? "translator" : "tool",
          Math.max(translator.length(), tool.length()) + " characters",
          "name it in at most " + MOST_NAME + " characters");
    }
    if (from < 0 || to < from || (to == from && from != 0)) {
      throw new RecordFault.BadNote(
          "no such stretch of words",
          "from, to",
          from + "-" + to,
          "give a first character and a later one to end before, or 0 and 0 for the whole record");
    }
  }

  private static String checkedTag(String tag) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag).build();
      if (!locale.getLanguage().isEmpty() && tag.length() <= MOST_TAG) {
        return locale.toLanguageTag();
      }
    } catch (IllformedLocaleException e) {
      // Said below, as for a tag without a language.
    }
    throw new RecordFault.BadNote(
        "not the name of a language",
        "language",
        tag.length() + " characters",
        "give a tag of BCP 47, such as es, pt-BR or zh-Hant");
  }

  /** Whether it is of the record as a whole. */
  public boolean whole() {
    return to == 0;
  }

  /**
   * The words of a record that it is of.
   *
   * @param words all of them
   * @throws RecordFault.BadNote if they have no such stretch, or it would cut a character in two
   */
  String of(String words) {
    if (whole()) {
      return words;
    }
    if (to > words.length() || cuts(words, from) || cuts(words, to)) {
      throw new RecordFault.BadNote(
          "the record's words have no such stretch",
          "from, to",
          from + "-" + to + " of " + words.length(),
          "mark the stretch in the record's words again");
    }
    return words.substring(from, to);
  }

  private static boolean cuts(String words, int at) {
    return at > 0
        && at < words.length()
        && Character.isHighSurrogate(words.charAt(at - 1))
        && Character.isLowSurrogate(words.charAt(at));
  }
}
