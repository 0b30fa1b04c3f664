package dev.sextant.disclosure;

import dev.sextant.authority.Cases;
import dev.sextant.authority.Cases.Logged;
import dev.sextant.authority.Permit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the entries of the log that concern what is released: every act whose inputs or outputs
 * name one of the things, intent and outcome both.
 */
final class RelevantActs {
  /** Entries read from the log at a time. */
  private static final int PAGE = 2_000;

  /** Fields of an entry that name things. */
  private static final List<String> NAMING = List.of("inputs", "outputs", "exhibits");

  private final Cases cases;
  private final Permit permit;

  RelevantActs(Cases cases, Permit permit) {
    this.cases = cases;
    this.permit = permit;
  }

  /**
   * The leaves, ascending.
   *
   * @param things identifiers and digests, as acts write them
   * @param always leaves that belong to it whatever they name
   */
  TreeSet<Long> leaves(Set<String> things, Collection<Long> always) {
    List<Logged> all = all();
    TreeSet<Long> leaves = new TreeSet<>(always);
    Set<Object> acts = new HashSet<>();
    for (Logged entry : all) {
      boolean named = NAMING.stream().anyMatch(field -> names(entry.entry().get(field), things));
      if (named || leaves.contains(entry.leaf())) {
        acts.add(String.valueOf(entry.entry().get("act")));
      }
    }
    for (Logged entry : all) {
      if (acts.contains(String.valueOf(entry.entry().get("act")))) {
        leaves.add(entry.leaf());
      }
    }
    return leaves;
  }

  private List<Logged> all() {
    List<Logged> all = new ArrayList<>();
    long from = 0;
    while (true) {
      List<Logged> page = cases.acts(permit.actor(), permit.caseId(), from, PAGE);
      all.addAll(page);
      if (page.size() < PAGE) {
        return all;
      }
      from = page.getLast().leaf() + 1;
    }
  }

  private static boolean names(@Nullable Object value, Set<String> things) {
    return switch (value) {
      case Map<?, ?> map -> map.values().stream().anyMatch(v -> names(v, things));
      case List<?> list -> list.stream().anyMatch(v -> names(v, things));
      case String text -> things.contains(text);
      case null, default -> false;
    };
  }
}
