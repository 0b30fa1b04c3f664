package dev.sextant.kernels.catalogue;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.NamedMeasure;
import dev.sextant.kernels.centrality.CentralityMeasures;
import dev.sextant.kernels.chance.ChanceMeasures;
import dev.sextant.kernels.covert.CovertMeasures;
import dev.sextant.kernels.group.GroupMeasures;
import dev.sextant.kernels.path.PathMeasures;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Measures by name. Names are unique; the order is that of the packages' lists. A few names that
 * people also use lead to the same measure ({@code kcore} to {@code k-core}).
 */
public final class Catalogue {
  /** Other spellings, each of a name that is in the catalogue. */
  private static final Map<String, String> ALSO =
      Map.of("kcore", "k-core", "component", "components", "communities", "community");

  private final Map<String, NamedMeasure> byName;

  private Catalogue(Map<String, NamedMeasure> byName) {
    this.byName = byName;
  }

  /** Every measure of this library. */
  public static Catalogue all() {
    return joined(
        List.of(
            RootMeasures.all(),
            PathMeasures.all(),
            CentralityMeasures.all(),
            GroupMeasures.all(),
            CovertMeasures.all(),
            ChanceMeasures.all()));
  }

  /* Where two lists have a name, the earlier one's entry stands. */
  static Catalogue joined(List<List<NamedMeasure>> lists) {
    Map<String, NamedMeasure> byName = new LinkedHashMap<>();
    for (List<NamedMeasure> list : lists) {
      list.forEach(measure -> byName.putIfAbsent(measure.name(), measure));
    }
    return new Catalogue(byName);
  }

  /** All of them, in order. */
  public List<NamedMeasure> measures() {
    return List.copyOf(byName.values());
  }

  /** Their names, in order. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** The measure of a name, in any case; empty if there is none. */
  public Optional<NamedMeasure> find(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    NamedMeasure found = byName.get(wanted);
    return Optional.ofNullable(found == null ? byName.get(ALSO.getOrDefault(wanted, "")) : found);
  }

  /**
   * The measure of a name, in any case.
   *
   * @throws BadGraph if there is none; says which names are near
   */
  public NamedMeasure named(String name) {
    return find(name)
        .orElseThrow(() ->
            new BadGraph(
                "no measure is called '"
                    + name
                    + "'; near to it: "
                    + String.join(", ", near(name))));
  }

  /** Those of certain names, once each, in the order asked for. */
  public List<NamedMeasure> named(Collection<String> names) {
    return names.stream().map(this::named).distinct().toList();
  }

  /** Up to five names that are spelt most like one, best first. */
  public List<String> near(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    List<String> names = new ArrayList<>(byName.keySet());
    names.sort(
        java.util.Comparator.comparingInt((String known) -> distance(wanted, known))
            .thenComparing(String::compareTo));
    return names.subList(0, Math.min(5, names.size()));
  }

  /* Changes of single letters (Levenshtein), of which the letters that one name has and the other
   * lacks at its end count for little, so that "close" is near to "closeness". */
  private static int distance(String one, String other) {
    if (!one.isEmpty() && (other.contains(one) || one.contains(other))) {
      return 1;
    }
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
