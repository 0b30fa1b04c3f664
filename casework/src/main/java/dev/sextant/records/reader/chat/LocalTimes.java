package dev.sextant.records.reader.chat;

import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Sink;
import dev.sextant.terms.ClaimedTime;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Local times of one file, with a count of those that a change of the clock makes doubtful: an hour
 * that the declared zone had twice, or never had.
 */
public final class LocalTimes {
  private final Optional<ZoneId> zone;
  private long twice;
  private long never;

  /** Times in the zone that the analyst declared, if any. */
  public LocalTimes(Optional<ZoneId> zone) {
    this.zone = zone;
  }

  /** The claimed time of a local one. */
  public ClaimedTime claimed(LocalDateTime local, String text, ClaimedTime.Precision precision) {
    switch (clock(local)) {
      case "twice" -> twice++;
      case "never" -> never++;
      default -> {
        // An hour like any other.
      }
    }
    return ClaimedTimes.ofLocal(local, text, zone, precision);
  }

  /** {@code twice} or {@code never} for an hour that a change of the clock makes so, else empty. */
  public String clock(LocalDateTime local) {
    return zone.map(z -> z.getRules().getValidOffsets(local).size())
        .map(n -> n == 0 ? "never" : n > 1 ? "twice" : "")
        .orElse("");
  }

  /** Tells what the analyst should know of the zone and of doubtful hours. */
  public void tell(Sink sink) {
    if (zone.isEmpty()) {
      sink.note(
          new ReadNote(
              "SX-NOTE-ZONE",
              "times are those of the device that made the export, whose zone the file does not"
                  + " say; read as if UTC, declare the zone to place them"));
      return;
    }
    if (twice > 0) {
      sink.note(
          new ReadNote(
              "SX-NOTE-TIME",
              twice
                  + " times fall into an hour that the declared zone had twice; the earlier is taken"));
    }
    if (never > 0) {
      sink.note(
          new ReadNote(
              "SX-NOTE-TIME",
              never
                  + " times fall into an hour that the declared zone left out: its clock or the zone"
                  + " is not the right one"));
    }
  }
}
