package dev.sextant.findings;

import dev.sextant.network.Measure;
import dev.sextant.network.NodeView;
import dev.sextant.network.RankInterval;
import dev.sextant.network.Robustness;
import dev.sextant.network.Snapshot;
import dev.sextant.network.TieRule;
import dev.sextant.network.TieView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Copies a snapshot and its measures into a finding, whole or the part around what it names. Whom
 * the finding does not need keeps its place, its ties and its numbers, and loses its name.
 */
final class NetworkCopy {
  /** More nodes make neither a picture nor a finding that a person reads. */
  static final int NODES_MAX = 300;

  private final Snapshot snapshot;
  private final boolean[] subject;
  private final boolean[] named;
  private final List<Integer> shown;

  /**
   * @param snapshot what to copy
   * @param needed whom the finding needs by name
   */
  NetworkCopy(Snapshot snapshot, Evidence.Needed needed) {
    this.snapshot = snapshot;
    int n = snapshot.legend().size();
    this.subject = new boolean[n];
    snapshot
        .legend()
        .forEach(v -> subject[v.index()] = needed.entities().contains(v.entity().toString()));
    this.named = named(needed.authors());
    this.shown = List.copyOf(chosen());
  }

  /* Those that the claim names, and of those tied to them the authors of what it cites: a quoted
   * message without its other end could not be read. Nobody else. */
  private boolean[] named(Set<String> authors) {
    boolean[] all = subject.clone();
    for (TieView tie : snapshot.ties()) {
      all[tie.from()] |= subject[tie.to()] && wrote(tie.from(), authors);
      all[tie.to()] |= subject[tie.from()] && wrote(tie.to(), authors);
    }
    // A child has no name in any copy, whoever claims it is needed.
    snapshot.legend().forEach(v -> all[v.index()] &= !v.masked());
    return all;
  }

  private boolean wrote(int index, Set<String> authors) {
    return snapshot.legend().get(index).accounts().stream().anyMatch(authors::contains);
  }

  /* All, if they are few. Else whom the claim names, then who else is named, then those tied to the
   * claim's, then the most tied of the rest; within each, the heavier first, then by place, so that
   * the choice is always the same. */
  private TreeSet<Integer> chosen() {
    int n = snapshot.legend().size();
    TreeSet<Integer> chosen = new TreeSet<>();
    if (n <= NODES_MAX) {
      snapshot.legend().forEach(node -> chosen.add(node.index()));
      return chosen;
    }
    double[] weight = new double[n];
    double[] toSubject = new double[n];
    for (TieView tie : snapshot.ties()) {
      weight[tie.from()] += tie.weight();
      weight[tie.to()] += tie.weight();
      toSubject[tie.from()] += subject[tie.to()] ? tie.weight() : 0;
      toSubject[tie.to()] += subject[tie.from()] ? tie.weight() : 0;
    }
    List<Integer> order = new ArrayList<>();
    snapshot.legend().forEach(node -> order.add(node.index()));
    order.sort(
        Comparator.comparing((Integer i) -> !subject[i])
            .thenComparing(i -> !named[i])
            .thenComparing(i -> -toSubject[i])
            .thenComparing(i -> -weight[i])
            .thenComparing(i -> i));
    chosen.addAll(order.subList(0, NODES_MAX));
    return chosen;
  }

  CitedSnapshot cited() {
    Map<Integer, Integer> place = new HashMap<>();
    List<CitedSnapshot.Node> nodes = new ArrayList<>();
    for (int index : shown) {
      place.put(index, nodes.size());
      nodes.add(node(index));
    }
    List<CitedSnapshot.Tie> ties = new ArrayList<>();
    for (TieView tie : snapshot.ties()) {
      Integer from = place.get(tie.from());
      Integer to = place.get(tie.to());
      if (from != null && to != null) {
        ties.add(tie(tie, from, to));
      }
    }
    return new CitedSnapshot(
        snapshot.id(),
        snapshot.digest(),
        rule(snapshot.rule()),
        snapshot.window(),
        snapshot.counts().used(),
        snapshot.counts().recordsNotUsed(),
        snapshot.legend().size(),
        snapshot.ties().size(),
        nodes,
        ties);
  }

  private CitedSnapshot.Node node(int index) {
    NodeView node = snapshot.legend().get(index);
    return named[index]
        ? new CitedSnapshot.Node(index + 1, node.entity().toString(), node.label(), node.accounts())
        : CitedSnapshot.Node.unnamed(index + 1);
  }

  private static Map<String, String> rule(TieRule rule) {
    Map<String, String> words = new TreeMap<>();
    words.put(
        "kinds", rule.kinds().stream().map(Enum::name).sorted().collect(Collectors.joining(", ")));
    words.put("minimumRecords", Integer.toString(rule.minimumRecords()));
    words.put("directed", Boolean.toString(rule.directed()));
    words.put("maxGroupSize", Integer.toString(rule.maxGroupSize()));
    return words;
  }

  /* Records would lead whoever holds the exhibits to an unnamed end. */
  private CitedSnapshot.Tie tie(TieView tie, int from, int to) {
    Map<String, Long> kinds = new TreeMap<>();
    tie.kinds().forEach((kind, count) -> kinds.put(kind.name(), count.longValue()));
    return new CitedSnapshot.Tie(
        from,
        to,
        Double.toString(tie.weight()),
        kinds,
        moment(tie.first()),
        moment(tie.last()),
        named[tie.from()] && named[tie.to()] ? tie.examples() : List.of());
  }

  private static String moment(@Nullable Instant at) {
    return at == null ? "" : at.toString();
  }

  CitedMeasure cited(Measure measure) {
    boolean groups = measure.method().groups();
    List<RankInterval> ranks = measure.robustness().ranks();
    List<CitedMeasure.Value> values = new ArrayList<>();
    Comparator<Integer> byValue = Comparator.comparing(i -> measure.values().get(i));
    List<Integer> order = new ArrayList<>(shown);
    order.sort((groups ? byValue : byValue.reversed()).thenComparing(i -> i));
    for (int index : order) {
      NodeView node = snapshot.legend().get(index);
      if (node.masked()) {
        continue;
      }
      RankInterval rank = ranks.isEmpty() ? null : ranks.get(index);
      values.add(
          new CitedMeasure.Value(
              index + 1,
              named[index] ? node.entity().toString() : "",
              named[index] ? node.label() : "",
              Double.toString(measure.values().get(index)),
              rank == null ? 0 : rank.low(),
              rank == null ? 0 : rank.high()));
    }
    Map<String, String> parameters = new TreeMap<>(measure.parameters());
    Map<String, String> summary = new TreeMap<>(measure.summary());
    summary.put("digest", measure.digest().hex());
    Robustness.Order firmness = measure.robustness().order();
    String replicas = Integer.toString(measure.robustness().replicas());
    String share = Double.toString(measure.robustness().removed());
    if (firmness == null) {
      summary.put("replicas with ties removed", replicas);
      summary.put("share of ties removed", share);
    } else {
      summary.put("replicas with missing ties put back", replicas);
      summary.put("share of ties taken to be missing", share);
      if (!Double.isNaN(firmness.coefficient())) {
        summary.put("robustness", Double.toString(firmness.coefficient()));
      }
    }
    Robustness.Calibration calibration = measure.robustness().calibration();
    if (calibration != null) {
      summary.put(CitedMeasure.CALIBRATION, calibration.state().word());
      summary.put("rank intervals", calibration.words());
    }
    Double agreement = measure.robustness().agreement();
    if (agreement != null) {
      summary.put("agreement when ties are missing", Double.toString(agreement));
    }
    return new CitedMeasure(
        measure.id(),
        measure.snapshot(),
        measure.method().name(),
        measure.seed(),
        parameters,
        summary,
        measure.card(),
        values);
  }
}
