package dev.sextant.records;

import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.ReaderFault;
import dev.sextant.terms.Locator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Remembers where a file breaks off or overruns a limit. Such a fault is not one lost item: all
 * that follows may be lost with it, and no measure of what is left describes the file.
 */
final class BreakOff {
  private static final Set<String> CODES = Set.of(ReadFault.TRUNCATED, ReadFault.LIMIT);

  private @Nullable Place first;
  private @Nullable Place last;
  private boolean readOn;
  private long places;

  private record Place(Locator at, ReadFault fault) {
    String shown() {
      return "byte " + at.from() + (at.part().isEmpty() ? "" : " of part " + at.part());
    }
  }

  /** True if a fault with this code is such a place. */
  static boolean is(String code) {
    return CODES.contains(code);
  }

  void fault(Locator where, ReadFault fault) {
    if (is(fault.code())) {
      last = new Place(where, fault);
      first = first == null ? last : first;
      readOn = false;
      places++;
    }
  }

  /** Something was read at this place: if it stands behind the last fault, reading went on. */
  void readOn(Locator at) {
    Place before = last;
    readOn |=
        before != null && before.at().part().equals(at.part()) && at.from() >= before.at().to();
  }

  /** The fault of a file that must be whole; null if it is. */
  @Nullable ReaderFault refusal(String name) {
    Place place = first;
    return place == null
        ? null
        : new ReaderFault.Container(
            place.fault().code(),
            "the file cannot be read whole: " + place.fault().what(),
            name + ", " + place.shown(),
            places + (places == 1 ? " such place" : " such places"),
            "get the whole file, or give --partial to measure what could be read");
  }

  /** What is missing from a graph that is taken in part; null if nothing. */
  @Nullable ReadNote missing() {
    Place place = first;
    Place end = last;
    if (place == null || end == null) {
      return null;
    }
    return new ReadNote(
        "SX-NOTE-PARTIAL",
        "The file could not be read whole ("
            + place.fault().code()
            + " at "
            + place.shown()
            + (places > 1 ? ", " + (places - 1) + " more places" : "")
            + "): "
            + (readOn
                ? "what stands at such places is missing from the graph."
                : "everything after " + end.shown() + " is missing from the graph."));
  }
}
