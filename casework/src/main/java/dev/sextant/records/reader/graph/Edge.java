package dev.sextant.records.reader.graph;

import dev.sextant.terms.ClaimedTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tie as a file states it, before it becomes a record.
 *
 * @param from id of one end
 * @param to id of the other
 * @param label the file's word for the tie, or null
 * @param weight the file's number for it as written; null if it gives none
 * @param directed true if the file says that it runs from one to the other
 * @param extra whatever else the file says about it
 * @param time when it held or began, as the file claims
 */
record Edge(
    String from,
    String to,
    @Nullable String label,
    @Nullable String weight,
    boolean directed,
    Map<String, String> extra,
    ClaimedTime time) {
  /** A tie of which the file gives no time. */
  Edge(
      String from,
      String to,
      @Nullable String label,
      @Nullable String weight,
      boolean directed,
      Map<String, String> extra) {
    this(from, to, label, weight, directed, extra, ClaimedTime.none());
  }

  /** An edge without anything else. */
  static Edge plain(String from, String to, boolean directed) {
    return new Edge(from, to, null, null, directed, Map.of());
  }
}
