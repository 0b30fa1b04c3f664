package dev.sextant.records;

import dev.sextant.records.reader.ReadNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a reader tells of a list of pairs, for whoever reads the rest of the list in another way:
 * notes that count are of the part that the reader saw, and are counted anew.
 */
public final class PairNotes {
  private static final Set<String> KNOWN =
      Set.of("SX-NOTE-TABLE", ReadNote.DIRECTION_OPEN, "SX-NOTE-COUNT", "SX-NOTE-SELF-TIE");
  private static final String LIST =
      "Read as a list of ties, one a row: from column 1 to column 2; the first row is a tie, not a"
          + " heading.";
  private static final Pattern STATED = Pattern.compile("The heading states (\\d+) ties.*");

  private PairNotes() {}

  /** Whether a table was read as a list of pairs and nothing else was noticed. */
  public static boolean plain(GraphTable table) {
    boolean known = table.notes().stream().allMatch(note -> KNOWN.contains(note.code()));
    boolean list = table.notes().stream().anyMatch(note -> note.what().equals(LIST));
    // Ties that are said to run both ways become two if taken as directed; the reader knows how.
    boolean both = table.edges() > 0 && table.bothWays()[0];
    return known && list && !both;
  }

  /**
   * What the reader would have told of the whole list, a line each.
   *
   * @param beginning what it read
   * @param given ties in the whole list
   * @param loops those of them from a node to itself
   */
  public static List<String> of(GraphTable beginning, long given, long loops) {
    List<String> lines = new ArrayList<>();
    for (ReadNote note : beginning.notes()) {
      Matcher stated = STATED.matcher(note.what());
      if (note.code().equals("SX-NOTE-COUNT") && stated.matches()) {
        if (Long.parseLong(stated.group(1)) != given) {
          lines.add(
              note.code()
                  + ": The heading states "
                  + stated.group(1)
                  + " ties; the file has "
                  + given
                  + ".");
        }
      } else if (!note.code().equals("SX-NOTE-SELF-TIE")) {
        lines.add(note.code() + ": " + note.what());
      }
    }
    if (loops > 0) {
      lines.add("SX-NOTE-SELF-TIE: " + loops + " ties run from a node to itself.");
    }
    return lines;
  }
}
