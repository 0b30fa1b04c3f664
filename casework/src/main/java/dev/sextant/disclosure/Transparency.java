package dev.sextant.disclosure;

import dev.sextant.disclosure.report.TransparencyText;
import dev.sextant.press.Typeface;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A transparency report: counts of the house's log as they may be published, and nothing else.
 *
 * @param agency the house's name
 * @param from counts from this moment, in words
 * @param to counts before this moment, in words
 * @param smallest the smallest count that is told
 * @param emergencyPercent of urgent among authorities that came into force; -1 where one of the two
 *     is too small to be told
 * @param groups counts as they may be published, by group and name
 * @param log name of the log
 * @param size its entries at the checkpoint
 * @param at when it was made
 */
public record Transparency(
    String agency,
    String from,
    String to,
    long smallest,
    long emergencyPercent,
    Map<String, TreeMap<String, String>> groups,
    String log,
    long size,
    Instant at) {
  /** Copies. */
  public Transparency {
    groups = Collections.unmodifiableMap(new TreeMap<>(groups));
  }

  /** As PDF/A-3a; equal reports give equal bytes. */
  public byte[] pdf() {
    return TransparencyText.print(this, Typeface.load());
  }

  /** As a page without scripts. */
  public String html() {
    return TransparencyText.html(this, Typeface.load());
  }

  /** As canonical JSON. */
  public byte[] json() {
    return TransparencyText.json(this);
  }
}
