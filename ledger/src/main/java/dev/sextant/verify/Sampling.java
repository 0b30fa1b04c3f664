package dev.sextant.verify;

import dev.sextant.verify.Irregularity.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/* Mechanism. Both samples are drawn by reservoir (Vitter's algorithm R) with the overseer's seed, which
 * the house cannot know when it writes the kit: exhibits from the inventory before the log is read, and
 * sealing leaves while it is. Memory: the two samples, and the identifiers of what was destroyed. */
/** Holds evidence and leaves against each other, both ways, on a sample that the overseer picks. */
final class Sampling {
  private final OversightKit kit;
  private final Irregularities found;
  private final SplittableRandom random;
  private final int wanted;
  private final Map<String, Held> inventory = new HashMap<>();
  private final List<Sealed> leaves = new ArrayList<>();
  private final Set<String> destroyed = new HashSet<>();
  private long held;
  private long sealed;

  private record Held(String exhibit, long bytes) {}

  private record Sealed(long leaf, String exhibit, long bytes) {}

  /**
   * @param seed the overseer's
   * @param wanted how many to draw each way
   */
  Sampling(OversightKit kit, Irregularities found, long seed, int wanted) {
    this.kit = kit;
    this.found = found;
    this.random = new SplittableRandom(seed);
    this.wanted = wanted;
  }

  /** Draws from the inventory; called before the log is read. */
  void draw() {
    List<Held> drawn = new ArrayList<>();
    kit.evidence(line -> {
      Held one = held(line);
      int place = place(held++, drawn.size());
      if (place == drawn.size()) {
        drawn.add(one);
      } else if (place >= 0) {
        drawn.set(place, one);
      }
    });
    drawn.forEach(one -> inventory.put(one.exhibit(), one));
  }

  private static Held held(Map<String, @Nullable Object> line) {
    return new Held(Entry.text(line, "exhibit"), Entry.number(line, "bytes"));
  }

  /* Where the next one of a stream goes: at the end, in another's place, or nowhere (-1). */
  private int place(long seen, int drawn) {
    if (drawn < wanted) {
      return drawn;
    }
    long at = random.nextLong(seen + 1);
    return at < wanted ? (int) at : -1;
  }

  void sealed(Replay.Open begun, Entry outcome) {
    Sealed one =
        new Sealed(begun.entry().leaf(), outcome.output("exhibit"), outcome.outputNumber("bytes"));
    Held match = inventory.remove(one.exhibit());
    if (match != null && match.bytes() != one.bytes()) {
      found.add(
          Kind.EVIDENCE,
          one.leaf(),
          "exhibit "
              + one.exhibit()
              + " is held with "
              + match.bytes()
              + " bytes, sealed with "
              + one.bytes());
    }
    int place = place(sealed++, leaves.size());
    if (place == leaves.size()) {
      leaves.add(one);
    } else if (place >= 0) {
      leaves.set(place, one);
    }
  }

  void destroyed(Replay.Open begun, Entry outcome) {
    for (String exhibit : List.of(begun.entry().input("exhibit"), outcome.output("exhibit"))) {
      if (!exhibit.isEmpty()) {
        destroyed.add(exhibit);
      }
    }
    outcome.list("exhibits").forEach(exhibit -> destroyed.add(String.valueOf(exhibit)));
  }

  /* Filter officers look at what was sealed off; the log names their step by its own inputs. */
  boolean otherPart(Entry entry) {
    return !entry.input("filter").isEmpty();
  }

  /** Says what did not match; called after the log was read. */
  void settle() {
    inventory
        .values()
        .forEach(one ->
            found.add(
                Kind.EVIDENCE,
                "evidence.jsonl",
                "exhibit " + one.exhibit() + " is held, and no leaf seals it"));
    Map<String, Sealed> missing = new HashMap<>();
    leaves.stream()
        .filter(one -> !destroyed.contains(one.exhibit()))
        .forEach(one -> missing.put(one.exhibit(), one));
    kit.evidence(line -> missing.remove(Entry.text(line, "exhibit")));
    missing
        .values()
        .forEach(one ->
            found.add(
                Kind.EVIDENCE,
                one.leaf(),
                "sealed exhibit " + one.exhibit() + ", which is neither held nor destroyed"));
  }

  /** How many of how many were looked at, in words. */
  String told() {
    return Math.min(held, wanted)
        + " of "
        + held
        + " exhibits held, "
        + leaves.size()
        + " of "
        + sealed
        + " sealings";
  }
}
