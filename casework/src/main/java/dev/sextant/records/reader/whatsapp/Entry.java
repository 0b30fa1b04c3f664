package dev.sextant.records.reader.whatsapp;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One message as it stands in the text: its stamp, whose it is, its words over one or more lines.
 *
 * @param stamp date and time
 * @param author name or number before the colon, without marks; null for a note of WhatsApp
 * @param words what follows, lines joined by LF
 * @param line number of its first line
 * @param from first byte
 * @param to byte after the last
 */
record Entry(Stamp stamp, @Nullable String author, String words, long line, long from, long to) {
  /** WhatsApp allows 25 characters for a subject of one's own and 100 in an address book. */
  private static final int LONGEST_NAME = 120;

  private static final Pattern AUTHORED =
      Pattern.compile("^(.{1,140}?):(?: |\\.?$|$)", Pattern.DOTALL);

  private static final List<String> QUOTES = List.of("\"", "“", "”", "«", "»", "„");

  /**
   * Finds whose a line is: the part before the first colon and space, unless it cannot be a name.
   */
  static @Nullable String authorOf(String rest) {
    Matcher m = AUTHORED.matcher(rest);
    if (!m.find()) {
      return null;
    }
    String name = Stamp.withoutMarks(m.group(1)).strip();
    boolean quoted = QUOTES.stream().anyMatch(name::contains);
    // A changed subject is quoted in WhatsApp's own notes and may hold a colon.
    return name.isEmpty() || quoted || name.length() > LONGEST_NAME ? null : name;
  }

  /** The words after the author. */
  static String wordsOf(String rest, @Nullable String author) {
    if (author == null) {
      return rest;
    }
    String words = rest.substring(rest.indexOf(':', lastOf(rest)) + 1);
    return words.startsWith(" ") ? words.substring(1) : words;
  }

  private static int lastOf(String rest) {
    Matcher m = AUTHORED.matcher(rest);
    return m.find() ? m.group(1).length() : 0;
  }
}
