package dev.sextant.records.reader.chat.line;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where names end in an export that parts them from the words by a blank, decided over the whole
 * file. All lines of one first word are taken together: what they share is the name, if what comes
 * after it differs as words do. Where two people share their first word, or somebody said too
 * little, nothing is decided.
 *
 * <p>First every line is shown to {@link #begins}, then every line to {@link #goesOn}.
 */
final class LineNames {
  /** Two lines share a word by chance too often. */
  private static final int FEWEST_LINES = 3;

  /** Of so many lines, one must go on in a way that no other does; and two in any case. */
  private static final int LINES_FOR_ONE = 5;

  private static final int FEWEST_OWN = 2;

  /** No chat has more speakers; what begins so differently are no names. */
  private static final int MOST_FIRST_WORDS = 100_000;

  /** No name has more characters on LINE, whose own limit is 20. */
  private static final int LONGEST = 60;

  /** The lines of one first word. */
  private static final class Group {
    private final Map<String, Integer> next = new HashMap<>();
    private String shared;
    private int lines;
    private @Nullable Boolean decided;

    Group(String shared) {
      this.shared = shared;
    }

    /* Asked for every line, but only when all have been seen. */
    boolean decides() {
      Boolean known = decided;
      if (known == null) {
        long own = next.values().stream().filter(n -> n == 1).count();
        known =
            lines >= FEWEST_LINES
                && own >= Math.max(FEWEST_OWN, lines / LINES_FOR_ONE)
                && shared.length() <= LONGEST;
        decided = known;
      }
      return known;
    }
  }

  private final Map<String, Group> groups = new HashMap<>();
  private final @Nullable String title;

  /**
   * @param title whom the export is with, or null: a name in any case
   */
  LineNames(@Nullable String title) {
    this.title = title == null || title.isBlank() ? null : title.strip();
  }

  private static String word(String text, int from) {
    int end = text.indexOf(' ', from);
    return end < 0 ? text.substring(from) : text.substring(from, end);
  }

  private boolean titled(String said) {
    String name = title;
    return name != null && (said.equals(name) || said.startsWith(name + " "));
  }

  /** Looks where a line begins. */
  void begins(String said) {
    String first = word(said, 0);
    if (first.isEmpty() || titled(said)) {
      return;
    }
    Group group = groups.get(first);
    if (group == null) {
      if (groups.size() < MOST_FIRST_WORDS) {
        group = new Group(said.length() > 2 * LONGEST ? said.substring(0, 2 * LONGEST) : said);
        group.lines = 1;
        groups.put(first, group);
      }
      return;
    }
    group.lines++;
    int same = 0;
    int end = 0;
    String shared = group.shared;
    while (same < shared.length()
        && same < said.length()
        && shared.charAt(same) == said.charAt(same)) {
      same++;
      boolean over =
          (same == shared.length() || shared.charAt(same) == ' ')
              && (same == said.length() || said.charAt(same) == ' ');
      end = over ? same : end;
    }
    group.shared = shared.substring(0, end);
  }

  /** Looks how a line goes on behind what its like share. */
  void goesOn(String said) {
    Group group = titled(said) ? null : groups.get(word(said, 0));
    if (group != null && said.length() > group.shared.length()) {
      group.next.merge(word(said, group.shared.length() + 1), 1, Integer::sum);
    }
  }

  /** The name that a line begins with, or null where it does not show. */
  @Nullable String name(String said) {
    if (titled(said)) {
      return title;
    }
    Group group = groups.get(word(said, 0));
    return group != null && group.decides() ? group.shared : null;
  }

  /** The names that were found. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    groups.values().stream().filter(Group::decides).forEach(g -> names.add(g.shared));
    return names;
  }
}
