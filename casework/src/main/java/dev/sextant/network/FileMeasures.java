package dev.sextant.network;

import dev.sextant.kernels.Answer;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.NamedMeasure;
import dev.sextant.kernels.catalogue.Catalogue;
import dev.sextant.kernels.doubt.Doubt;
import dev.sextant.kernels.doubt.Errors;
import dev.sextant.records.GraphTable;
import dev.sextant.terms.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Measures of a graph file that belongs to no case: for research and teaching. Needs no permit,
 * keeps nothing.
 */
public final class FileMeasures {
  /** Replicas where everything is measured: dozens of measures, of which few are looked at. */
  private static final int REPLICAS_OF_ALL = 200;

  private final List<String> labels;
  private final Csr graph;
  private final int loops;
  private final int merged;
  private final Map<String, Column> answers = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private boolean all;
  private @Nullable Intervals doubt;

  private FileMeasures(List<String> labels, Csr graph, int loops, int merged) {
    this.labels = labels;
    this.graph = graph;
    this.loops = loops;
    this.merged = merged;
  }

  /** Of a graph that is loaded already. */
  static FileMeasures of(List<String> labels, Csr graph, int loops, int merged) {
    return new FileMeasures(List.copyOf(labels), graph, loops, merged);
  }

  /**
   * A graph as a file gives it.
   *
   * @param labels of the nodes, in their order
   * @param from one end of each tie, a place in labels
   * @param to its other end
   * @param weight of each tie, above 0; null if the file gives none
   * @param directed whether ties have a direction
   */
  public record Drawn(
      List<String> labels, int[] from, int[] to, double @Nullable [] weight, boolean directed) {}

  /**
   * A graph as a reader gives it.
   *
   * @param table the file's nodes and ties
   * @param directed whether ties have a direction; the file's own word is {@code
   *     table.saysDirected()}. If so, ties that run both ways become one each way
   * @param weighted whether the file's numbers count; else every tie counts once
   */
  public static FileMeasures of(GraphTable table, boolean directed, boolean weighted) {
    int[] from = table.from();
    int[] to = table.to();
    double[] weight = table.weight();
    if (directed) {
      int[] back =
          IntStream.range(0, from.length)
              .filter(i -> table.bothWays()[i] && table.from()[i] != table.to()[i])
              .toArray();
      int arcs = Math.addExact(from.length, back.length);
      from = Arrays.copyOf(from, arcs);
      to = Arrays.copyOf(to, arcs);
      weight = Arrays.copyOf(weight, arcs);
      for (int i = 0; i < back.length; i++) {
        int at = table.edges() + i;
        from[at] = table.to()[back[i]];
        to[at] = table.from()[back[i]];
        weight[at] = table.weight()[back[i]];
      }
    }
    return of(new Drawn(List.of(table.labels()), from, to, weighted ? weight : null, directed));
  }

  /**
   * Takes a graph. Parallel ties become one with their weights added (without weights they
   * collapse); ties from a node to itself are left out; both are counted.
   *
   * @throws BadMeasuring {@code SX-NETWORK-GRAPH} if a weight is not above 0 or a place is wrong
   */
  public static FileMeasures of(Drawn drawn) {
    return Kernels.run(
        Progress.silent(),
        listener -> {
          int nodes = drawn.labels.size();
          CsrBuilder builder =
              drawn.directed
                  ? CsrBuilder.directed(nodes, CsrBuilder.Loops.DROP)
                  : CsrBuilder.undirected(nodes, CsrBuilder.Loops.DROP);
          double[] weight = drawn.weight;
          if (weight == null) {
            builder.edges(drawn.from, drawn.to);
          } else {
            builder.edges(drawn.from, drawn.to, weight);
          }
          CsrBuilder.Built built = builder.build();
          return of(drawn.labels, built.graph(), built.loops(), built.merged());
        });
  }

  /**
   * What is asked of a file.
   *
   * @param names of the measures; empty for all that the network's size allows
   * @param uncertainty what may be wrong with the network; null for no intervals
   * @param seed of everything random in a measure
   * @param threads most threads to use; any number gives the same
   * @param watched labels of the people whose own ties were gathered, for the sensitivity to the
   *     data set's boundary; empty if everybody's were
   */
  public record Asked(
      List<String> names,
      @Nullable Uncertainty uncertainty,
      long seed,
      int threads,
      List<String> watched) {
    /** Everybody was watched. */
    public Asked(List<String> names, @Nullable Uncertainty uncertainty, long seed, int threads) {
      this(names, uncertainty, seed, threads, List.of());
    }

    /** Copies. */
    public Asked {
      names = List.copyOf(names);
      watched = List.copyOf(watched);
    }
  }

  /**
   * Measures. What is left out, and why, is in {@link #notes}.
   *
   * @throws BadMeasuring {@code SX-NETWORK-METHOD} for a name that is none; {@code
   *     SX-NETWORK-GRAPH} if a measure asked for by name refuses this network
   */
  public FileMeasures measure(Asked asked, Progress progress) {
    Catalogue catalogue = Catalogue.all();
    Affordable affordable = new Affordable(graph);
    all = asked.names.isEmpty();
    Map<String, NamedMeasure> wanted = new LinkedHashMap<>();
    if (all) {
      catalogue.measures().forEach(measure -> wanted.put(measure.name(), measure));
    }
    for (String name : asked.names) {
      wanted.put(name.strip().toLowerCase(Locale.ROOT), MeasureCard.measure(catalogue, name));
    }
    NamedMeasure.Setting setting =
        new NamedMeasure.Setting(asked.threads, asked.seed, graph.weighted());
    wanted.forEach((title, measure) -> {
      if (all && !affordable.unasked(measure)) {
        notes.add(
            "SX-NOTE-COST: "
                + title
                + " was left out: it "
                + affordable.why(measure)
                + "; ask for it by name, --measures "
                + title);
      } else if (all) {
        tried(title, measure, setting, progress);
      } else {
        answers.put(title, new Column(measure, answer(measure, setting, progress)));
      }
    });
    if (asked.uncertainty != null) {
      doubt(asked, asked.uncertainty, affordable, progress);
    }
    return this;
  }

  private void tried(
      String title, NamedMeasure measure, NamedMeasure.Setting setting, Progress progress) {
    try {
      answers.put(title, new Column(measure, answer(measure, setting, progress)));
    } catch (BadMeasuring e) {
      if (!e.code().equals("SX-NETWORK-GRAPH")) {
        throw e;
      }
      notes.add("SX-NOTE-REFUSED: " + title + " was left out: " + e.value());
    }
  }

  private Answer answer(NamedMeasure measure, NamedMeasure.Setting setting, Progress progress) {
    return Kernels.run(progress, listener -> measure.method().measure(graph, setting, listener));
  }

  private void doubt(Asked asked, Uncertainty given, Affordable affordable, Progress progress) {
    // Unasked, intervals are of what the table shows: chance models that draw networks themselves,
    // sets and curves have theirs if they are asked for by name.
    List<NamedMeasure> measures =
        answers.values().stream()
            .filter(column -> !all || column.values() != null)
            .map(Column::measure)
            .distinct()
            .toList();
    List<NamedMeasure> some = given.replicas() > 0 ? measures : affordable.replicable(measures);
    for (NamedMeasure measure : measures) {
      if (!some.contains(measure)) {
        notes.add(
            "SX-NOTE-COST: "
                + measure.name()
                + " has no intervals: replicas of it take long; ask"
                + " for some, --uncertainty replicas="
                + Affordable.FEWEST_REPLICAS);
      }
    }
    if (some.isEmpty() || graph.nodes() == 0) {
      return;
    }
    int usual = all ? REPLICAS_OF_ALL : Uncertainty.USUAL_REPLICAS;
    Doubt.Plan plan =
        given.plan(Math.min(usual, affordable.replicas(some)), asked.threads, graph.weighted());
    Errors errors = given.errors(watched(asked.watched), graph.nodes());
    Doubt.Result result =
        Kernels.run(progress, listener -> Doubt.of(some, errors, plan).compute(graph, listener));
    doubt = new Intervals(given, result);
    if (plan.replicas() < Uncertainty.USUAL_REPLICAS && given.replicas() == 0) {
      notes.add(
          "SX-NOTE-REPLICAS: "
              + plan.replicas()
              + " replicas instead of "
              + Uncertainty.USUAL_REPLICAS
              + ", which take long here; ask for more, --uncertainty"
              + " replicas="
              + Uncertainty.USUAL_REPLICAS);
    }
  }

  private boolean @Nullable [] watched(List<String> names) {
    if (names.isEmpty()) {
      return null;
    }
    boolean[] watched = new boolean[graph.nodes()];
    Map<String, Integer> places = new HashMap<>();
    for (int v = 0; v < labels.size(); v++) {
      places.put(labels.get(v), v);
    }
    for (String name : names) {
      Integer at = places.get(name);
      if (at == null) {
        throw new BadMeasuring(
            "SX-NETWORK-NODE",
            "the file has no node of this label",
            "--watched",
            VisibleText.of(name),
            "give labels as the file has them, letter by letter");
      }
      watched[at] = true;
    }
    return watched;
  }

  /** Number of nodes. */
  public int nodes() {
    return graph.nodes();
  }

  /** Number of ties, parallel ones counted once. */
  public int ties() {
    return graph.edges();
  }

  /** Ties from a node to itself, left out. */
  public int loops() {
    return loops;
  }

  /** Ties that became part of a parallel one. */
  public int merged() {
    return merged;
  }

  /** What was left out and what was assumed, a line each, with a code. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** Titles of what was measured, as asked for. */
  public List<String> titles() {
    return List.copyOf(answers.keySet());
  }

  /**
   * The values of a measure by node.
   *
   * @throws IllegalStateException if it was not measured, or has no number for each node
   */
  public double[] values(String title) {
    Column column = answers.get(title);
    double[] values = column == null ? null : column.values();
    if (values == null) {
      throw new IllegalStateException(title + " has no values");
    }
    return values;
  }

  /** Numbers of the whole that came with a measure. */
  public Map<String, Double> summary(String title) {
    Column column = answers.get(title);
    return column != null && column.answer instanceof Answer.Groups groups
        ? Map.copyOf(groups.summary())
        : Map.of();
  }

  /**
   * Titles of what the table has no place for: measures without a number for each node that nobody
   * asked for by name.
   */
  public List<String> notInTable() {
    return answers.entrySet().stream()
        .filter(entry -> all && entry.getValue().values() == null)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Tab-separated, as {@code docs/formats/network.md} has it. */
  public String tsv() {
    return new MeasureSheet(this).text();
  }

  /** One document for canonical JSON, as {@code docs/formats/network.md} has it. */
  public Map<String, Object> document() {
    return new MeasureDocument(this).content();
  }

  /** How each measure stands when the network is wrong as assumed; a line each, for people. */
  public List<String> robustness() {
    return doubt == null ? List.of() : doubt.lines();
  }

  List<String> labels() {
    return labels;
  }

  Map<String, Column> columns() {
    return answers;
  }

  @Nullable Intervals intervals() {
    return doubt;
  }

  /** An answer beside its measure. */
  record Column(NamedMeasure measure, Answer answer) {
    /** A number for each node, or null if it has none. */
    double @Nullable [] values() {
      return switch (answer) {
        case Answer.Scores scores -> scores.values();
        case Answer.Groups groups -> Arrays.stream(groups.groups()).asDoubleStream().toArray();
        default -> null;
      };
    }
  }
}
