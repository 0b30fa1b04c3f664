package dev.sextant.verify;

import dev.sextant.ledger.LedgerView;
import dev.sextant.terms.CanonicalJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a transparency report, made from the log alone (and, for kinds of authority, from
 * the signed documents): whoever holds a kit can make them again. Groups of counts by name.
 */
public final class Figures {
  /** Groups whose numbers count no persons or cases; small ones say nothing of anybody. */
  private static final Set<String> QUANTITIES = Set.of("collected", "log");

  private final TreeMap<String, TreeMap<String, Long>> groups = new TreeMap<>();
  private final Set<String> recipients = new HashSet<>();

  /** Nothing counted. */
  public Figures() {}

  /**
   * Counts a whole log, or what of it falls into a time.
   *
   * @param within whether an act of this moment is counted
   * @param texts what the granted authorities are
   */
  public static Figures of(LedgerView log, Predicate<Instant> within, AuthorityTexts texts) {
    Figures figures = new Figures();
    Map<String, Replay.Open> open = new HashMap<>();
    log.each(
        0,
        log.size(),
        (leaf, bytes) -> {
          Entry entry = new Entry(leaf, CanonicalJson.readObject(bytes));
          Instant at = entry.at();
          boolean counted = at != null && within.test(at);
          if (entry.is("intent")) {
            open.put(entry.text("act"), new Replay.Open(entry));
          }
          if (counted) {
            figures.take(entry, open.get(entry.text("act")), texts);
          }
          if (entry.is("outcome")) {
            open.remove(entry.text("act"));
          }
        });
    return figures;
  }

  private void take(Entry entry, Replay.@Nullable Open begun, AuthorityTexts texts) {
    if (entry.is("intent")) {
      intended(entry);
    } else if (entry.is("refusal")) {
      refused(entry);
    } else if (begun != null) {
      ended(begun, entry);
      moved(begun, entry, texts);
    }
  }

  private void count(String group, String name) {
    count(group, name, 1);
  }

  private void count(String group, String name, long by) {
    groups.computeIfAbsent(group, key -> new TreeMap<>()).merge(name, by, Long::sum);
  }

  /** All groups, each with its counts by name. */
  public Map<String, TreeMap<String, Long>> groups() {
    return groups;
  }

  /** One count; 0 if there is none. */
  public long of(String group, String name) {
    TreeMap<String, Long> counts = groups.get(group);
    return counts == null ? 0 : counts.getOrDefault(name, 0L);
  }

  void intended(Entry entry) {
    count("log", "acts");
    if (!entry.has("permit")) {
      return;
    }
    count("steps", entry.text("step"));
    count("operations", entry.text("class"));
    if (entry.text("step").equals("SEAL")) {
      count("sources", entry.input("how"));
    }
    if (entry.has("level")) {
      count("levels", "L" + entry.number("level"));
    }
  }

  void refused(Entry entry) {
    count("log", "refusals");
    count("denials", entry.text("code"));
    blocked(entry.text("code"));
  }

  private void blocked(String code) {
    if (code.contains("REPETITION") || code.contains("OVERLAP")) {
      count("repetition blocks", code);
    }
    if (code.contains("PROTECTED") || code.contains("CONFLICT")) {
      count("protections", code);
    }
  }

  void ended(Replay.Open begun, Entry outcome) {
    String how = outcome.text("outcome");
    if (how.equals("REFUSED")) {
      count("denials", outcome.text("code"));
      blocked(outcome.text("code"));
      return;
    }
    if (how.equals("FAILED")) {
      count("errors", outcome.text("code"));
      return;
    }
    switch (begun.step()) {
      case "SEAL" -> {
        count("collected", "exhibits");
        add(outcome, "bytes", "bytes");
      }
      case "READ" -> {
        add(outcome, "items", "items");
        add(outcome, "read", "items in scope");
        add(outcome, "sealed", "items sealed off");
        add(outcome, "faults", "items with faults");
        add(outcome, "unknown", "items of unknown kind");
      }
      case "DESTROY" -> count("erasures", "destroyed");
      case "HOLD" -> count("erasures", "holds");
      case "RELEASE", "EXPORT", "TRANSFER" -> {
        count("disclosures", begun.step());
        if (begun.entry().input("what").equals("recall")) {
          count("disclosures", "recalls");
        }
        if (!begun.entry().input("template").isEmpty()) {
          count("released in templates", begun.entry().input("template"));
        }
        String recipient = begun.entry().input("recipient");
        if (!recipient.isEmpty() && recipients.add(recipient)) {
          count("disclosures", "recipients");
        }
      }
      default -> {
        if (!begun.entry().has("permit")) {
          count("deeds", begun.step());
        }
      }
    }
  }

  private void add(Entry outcome, String output, String name) {
    long number = outcome.outputNumber(output);
    if (number > 0) {
      count("collected", name, number);
    }
  }

  /* Authorities by what became of them; granted ones also by what they are. */
  void moved(Replay.Open begun, Entry outcome, AuthorityTexts texts) {
    if (!outcome.done() || begun.authority().isEmpty() || begun.entry().has("permit")) {
      return;
    }
    String to = outcome.output("to");
    switch (begun.step()) {
      case "SUBMIT" -> count("authorities", "applied for");
      case "RENEW" -> count("authorities", "renewals");
      case "OVERSEE" -> count("overseer", outcome.output("decision"));
      default -> {
        if (to.isEmpty()) {
          return;
        }
      }
    }
    boolean granting = Set.of("APPROVE", "OVERSEE").contains(begun.step()) && to.equals("ACTIVE");
    boolean fresh =
        !outcome.output("from").equals("ACTIVE") && !outcome.output("from").equals("SUSPENDED");
    if (granting && fresh) {
      count("authorities", "granted");
      granted(begun, outcome, texts);
    }
    switch (to) {
      case "REFUSED" -> count("authorities", "refused");
      case "RETURNED" -> count("authorities", "returned");
      case "CANCELLED" -> count("authorities", "cancelled");
      case "SUSPENDED" -> count("authorities", "suspended");
      case "EXPIRED" -> count("authorities", "expired");
      case "QUASHED" -> count("authorities", "quashed");
      case "LAPSED" -> count("authorities", "urgent, lapsed");
      case "ACTIVE_URGENT" -> count("authorities", "urgent");
      default -> {
        return;
      }
    }
  }

  /** Where a document's words can be had. */
  public interface AuthorityTexts {
    /** What the figures need of a version. */
    Kinds of(String authority, long version);
  }

  /**
   * What a granted authority is.
   *
   * @param instrument legal instrument
   * @param jurisdiction where
   * @param businessCase for which of the five purposes
   * @param flags what it may touch
   */
  public record Kinds(
      String instrument, String jurisdiction, String businessCase, List<String> flags) {
    /** Copies. */
    public Kinds {
      flags = List.copyOf(flags);
    }
  }

  private void granted(Replay.Open begun, Entry outcome, AuthorityTexts texts) {
    Kinds kinds = texts.of(begun.authority(), outcome.outputNumber("version"));
    count("granted by instrument", kinds.instrument());
    count("granted by jurisdiction", kinds.jurisdiction());
    count("granted by business case", kinds.businessCase());
    kinds.flags().forEach(flag -> count("granted that may touch", flag));
  }

  /** Percent of urgent among all that came into force, rounded down; 0 if there were none. */
  public long emergencyPercent() {
    long urgent = of("authorities", "urgent");
    long all = urgent + of("authorities", "granted");
    return all == 0 ? 0 : 100 * urgent / all;
  }

  /**
   * The figures as they may be published: counts below a size are not told, nor is any other from
   * which one could be worked out (complementary suppression). 0 is told: nobody is in it.
   *
   * @param smallest the smallest count that is told
   */
  public Map<String, TreeMap<String, String>> published(long smallest) {
    TreeMap<String, TreeMap<String, String>> all = new TreeMap<>();
    groups.forEach((group, counts) ->
        all.put(group, QUANTITIES.contains(group) ? plain(counts) : suppressed(counts, smallest)));
    return all;
  }

  private static TreeMap<String, String> plain(Map<String, Long> counts) {
    TreeMap<String, String> shown = new TreeMap<>();
    counts.forEach((name, count) -> shown.put(name, Long.toString(count)));
    return shown;
  }

  /* The hidden ones together must not be worked out to a small number either: as long as they are
   * fewer than two, or sum to less than the limit, the next smallest is withheld with them; where
   * nothing is left to withhold, so is the total. */
  private static TreeMap<String, String> suppressed(Map<String, Long> counts, long smallest) {
    List<Map.Entry<String, Long>> sorted = new ArrayList<>(counts.entrySet());
    sorted.sort(Comparator.comparingLong(Map.Entry<String, Long>::getValue));
    TreeMap<String, String> shown = new TreeMap<>();
    long total = 0;
    long hidden = 0;
    int cells = 0;
    for (Map.Entry<String, Long> cell : sorted) {
      long count = cell.getValue();
      total += count;
      boolean small = count > 0 && count < smallest;
      boolean complementary = !small && cells > 0 && (cells < 2 || hidden < smallest);
      if (small || complementary) {
        shown.put(cell.getKey(), small ? "<" + smallest : "withheld");
        hidden += count;
        cells++;
      } else {
        shown.put(cell.getKey(), Long.toString(count));
      }
    }
    boolean safe = cells == 0 || (cells > 1 && hidden >= smallest);
    shown.put("total", safe ? Long.toString(total) : "withheld");
    return shown;
  }
}
