package dev.sextant.network;

import dev.sextant.kernels.Answer;
import dev.sextant.kernels.Betweenness;
import dev.sextant.kernels.Components;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Degree;
import dev.sextant.kernels.KCore;
import dev.sextant.kernels.Leiden;
import dev.sextant.kernels.NamedMeasure;
import dev.sextant.kernels.PageRank;
import dev.sextant.kernels.Partition;
import dev.sextant.kernels.Progress;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/** From a method to its kernel. */
final class Measuring {
  private static final double RESOLUTION = 1.0;

  private Measuring() {}

  /**
   * One value a node, and what there is to say about them.
   *
   * @param values by node
   * @param parameters the kernel's name and version and its parameters
   * @param summary of the whole
   */
  record Computed(
      double[] values, SortedMap<String, String> parameters, SortedMap<String, String> summary) {}

  static Computed compute(Csr graph, Method method, long seed, Progress progress) {
    return switch (method) {
      case DEGREE -> {
        Degree.Result result = Degree.counted().compute(graph, progress);
        yield ranking(graph, result::total, "degree/1");
      }
      case COMPONENTS ->
          grouping(Components.weak().compute(graph, progress), "components-weak/1", "components");
      case BETWEENNESS -> {
        Betweenness.Result result = Betweenness.byHops().compute(graph, progress);
        Computed computed = ranking(graph, result::score, "betweenness-brandes/1");
        computed.parameters.put("normalised", "no");
        computed.parameters.put("lengths", "every tie is one step");
        yield computed;
      }
      case PAGERANK -> pageRank(graph, progress);
      case KCORE -> {
        KCore.Result result = KCore.peeling().compute(graph, progress);
        yield ranking(graph, result::coreness, "kcore-peeling/1");
      }
      case COMMUNITY -> community(graph, seed, progress);
      default -> catalogued(graph, method, seed, progress);
    };
  }

  private static Computed catalogued(Csr graph, Method method, long seed, Progress progress) {
    NamedMeasure named = Objects.requireNonNull(method.named(), "a kernel or the catalogue's");
    String kernel = named.name() + "/1";
    if (graph.nodes() == 0) {
      return new Computed(new double[0], parameters(kernel), new TreeMap<>());
    }
    boolean weighted = method.weighted() && graph.weighted();
    NamedMeasure.Setting setting = new NamedMeasure.Setting(1, seed, weighted);
    Computed computed =
        switch (named.method().measure(graph, setting, progress)) {
          case Answer.Scores scores -> ranking(graph, v -> scores.values()[v], kernel);
          case Answer.Groups groups -> grouping(groups, kernel);
          default -> throw new IllegalStateException("a method ranks or groups");
        };
    computed.parameters.put("weights", weighted ? "counted" : "ignored");
    return computed;
  }

  private static Computed grouping(Answer.Groups groups, String kernel) {
    double[] values = Arrays.stream(groups.groups()).asDoubleStream().toArray();
    TreeMap<String, String> summary = new TreeMap<>();
    summary.put("groups", Long.toString(Arrays.stream(values).distinct().count()));
    groups.summary().forEach((name, value) -> summary.put(name, shown(value)));
    return new Computed(values, parameters(kernel), summary);
  }

  private static Computed pageRank(Csr graph, Progress progress) {
    PageRank.Result result = PageRank.standard().compute(graph, progress);
    Computed computed = ranking(graph, result::score, "pagerank-equations/2");
    computed.parameters.put("damping", Double.toString(PageRank.DAMPING));
    computed.parameters.put("tolerance", Double.toString(PageRank.TOLERANCE));
    computed.summary.put("iterations", Integer.toString(result.iterations()));
    computed.summary.put("errorBound", Double.toString(result.errorBound()));
    return computed;
  }

  private static Computed community(Csr graph, long seed, Progress progress) {
    Leiden.Result result = Leiden.modularity(RESOLUTION, seed).compute(graph, progress);
    Computed computed = grouping(result.communities(), "leiden/1", "communities");
    computed.parameters.put("resolution", Double.toString(RESOLUTION));
    computed.summary.put("modularity", shown(result.modularity()));
    computed.summary.put("rounds", Integer.toString(result.rounds()));
    return computed;
  }

  private static Computed ranking(Csr graph, IntToDoubleFunction value, String kernel) {
    double[] values = new double[graph.nodes()];
    Arrays.setAll(values, value);
    TreeMap<String, String> summary = new TreeMap<>();
    double[] defined = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    summary.put("most", shown(Arrays.stream(defined).max().orElse(0)));
    summary.put("mean", shown(Arrays.stream(defined).average().orElse(0)));
    if (defined.length < values.length) {
      summary.put("notDefined", Integer.toString(values.length - defined.length));
    }
    return new Computed(values, parameters(kernel), summary);
  }

  private static Computed grouping(Partition partition, String kernel, String what) {
    double[] values = new double[partition.nodes()];
    Arrays.setAll(values, partition::groupOf);
    TreeMap<String, String> summary = new TreeMap<>();
    summary.put(what, Integer.toString(partition.groups()));
    summary.put("largest", Integer.toString(partition.groups() == 0 ? 0 : partition.size(0)));
    return new Computed(values, parameters(kernel), summary);
  }

  private static TreeMap<String, String> parameters(String kernel) {
    TreeMap<String, String> parameters = new TreeMap<>();
    parameters.put("kernel", kernel);
    return parameters;
  }

  /** Six digits, whatever the language of the machine. */
  private static String shown(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }
}
