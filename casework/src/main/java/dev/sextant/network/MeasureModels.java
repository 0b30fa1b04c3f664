package dev.sextant.network;

import dev.sextant.authority.Model;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Progress;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The measures as this program runs them. Each is run once on a fixed made-up network; its values,
 * to the last bit, and its parameters are its fingerprint.
 */
final class MeasureModels {
  private static final int NODES = 24;
  private static final long SEED = 20_260_101;

  private static final Map<Method, Model> ALL = make();

  private MeasureModels() {}

  static Model of(Method method) {
    Model model = ALL.get(method);
    if (model == null) {
      throw new IllegalStateException("every measure is made a model of");
    }
    return model;
  }

  private static Map<Method, Model> make() {
    EnumMap<Method, Model> all = new EnumMap<>(Method.class);
    for (Method method : Method.values()) {
      // Some measures only tell nodes apart where ties have a direction.
      Csr graph = method.named() == null ? reference() : directed();
      Measuring.Computed answer =
          Kernels.run(
              Progress.silent(), listener -> Measuring.compute(graph, method, SEED, listener));
      SortedMap<String, String> parameters = new TreeMap<>(answer.parameters());
      String kernel = String.valueOf(parameters.remove("kernel"));
      String id = "network-" + method.name().toLowerCase(Locale.ROOT).replace('_', '-');
      all.put(method, new Model(id, kernel, parameters, digest(answer)));
    }
    return all;
  }

  private static Digest digest(Measuring.Computed answer) {
    return Digest.of(
        CanonicalJson.write(
            Map.of(
                "values", Arrays.stream(answer.values()).mapToObj(Double::toHexString).toList(),
                "summary", answer.summary())));
  }

  /* Two dense parts, a bridge, a tail, a piece of its own and unequal weights: enough for every
   * measure to tell nodes apart. */
  static Csr reference() {
    return filled(CsrBuilder.undirected(NODES, CsrBuilder.Loops.DROP));
  }

  /** The same with each tie leading from the lower number to the higher. */
  static Csr directed() {
    return filled(CsrBuilder.directed(NODES, CsrBuilder.Loops.DROP));
  }

  private static Csr filled(CsrBuilder builder) {
    for (int i = 0; i < 8; i++) {
      for (int j = i + 1; j < 8; j += 1 + i % 2) {
        builder.edge(i, j, 1 + (i + j) % 3);
        builder.edge(8 + i, 8 + j, 1 + (i * j) % 2);
      }
    }
    builder.edge(3, 12, 1);
    for (int i = 16; i < 20; i++) {
      builder.edge(i - 1, i, 2);
    }
    builder.edge(21, 22, 1).edge(22, 23, 1);
    return builder.build().graph();
  }
}
