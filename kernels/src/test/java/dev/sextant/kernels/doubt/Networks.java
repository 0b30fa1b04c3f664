package dev.sextant.kernels.doubt;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.NamedMeasure;
import dev.sextant.kernels.SplitMix;
import dev.sextant.kernels.catalogue.Catalogue;
import java.util.List;

/** Made-up networks. */
final class Networks {
  private Networks() {}

  static List<NamedMeasure> measures(String... names) {
    return Catalogue.all().named(List.of(names));
  }

  static Csr star(int leaves) {
    CsrBuilder builder = CsrBuilder.undirected(leaves + 1, CsrBuilder.Loops.DROP);
    for (int v = 1; v <= leaves; v++) {
      builder.edge(0, v);
    }
    return builder.build().graph();
  }

  /** Stars apart from each other. */
  static Csr stars(int many, int leaves) {
    CsrBuilder builder = CsrBuilder.undirected(many * (leaves + 1), CsrBuilder.Loops.DROP);
    for (int s = 0; s < many; s++) {
      for (int v = 1; v <= leaves; v++) {
        builder.edge(s, many + s * leaves + v - 1);
      }
    }
    return builder.build().graph();
  }

  /** Everybody on one side is tied to everybody on the other. */
  static Csr bipartite(int few, int many) {
    CsrBuilder builder = CsrBuilder.undirected(few + many, CsrBuilder.Loops.DROP);
    for (int u = 0; u < few; u++) {
      for (int v = few; v < few + many; v++) {
        builder.edge(u, v);
      }
    }
    return builder.build().graph();
  }

  /** Groups of equal size; within one, two are tied more often than between two. */
  static Csr blocks(int n, int groups, double within, double between, SplitMix random) {
    CsrBuilder builder = CsrBuilder.undirected(n, CsrBuilder.Loops.DROP);
    for (int u = 0; u < n; u++) {
      for (int w = u + 1; w < n; w++) {
        if (random.unit() < (u % groups == w % groups ? within : between)) {
          builder.edge(u, w);
        }
      }
    }
    return builder.build().graph();
  }

  /** Any two tied with the same probability. */
  static Csr random(int n, int edges, boolean directed, SplitMix random) {
    CsrBuilder builder =
        directed
            ? CsrBuilder.directed(n, CsrBuilder.Loops.DROP)
            : CsrBuilder.undirected(n, CsrBuilder.Loops.DROP);
    for (int i = 0; i < edges; i++) {
      builder.edge(random.below(n), random.below(n));
    }
    return builder.build().graph();
  }

  /** Newcomers tie to who has ties, and to one of their neighbours. */
  static Csr grown(int n, int each, double closing, SplitMix random) {
    CsrBuilder builder = CsrBuilder.undirected(n, CsrBuilder.Loops.DROP);
    int[] ends = new int[2 * n * each];
    int[][] near = new int[n][n];
    int[] degree = new int[n];
    int count = 0;
    for (int v = 1; v < n; v++) {
      int last = -1;
      for (int j = 0; j < each; j++) {
        int t =
            last >= 0 && random.unit() < closing
                ? near[last][random.below(degree[last])]
                : count == 0 || random.below(3) == 0 ? random.below(v) : ends[random.below(count)];
        if (t != v && degree[v] < n && degree[t] < n) {
          builder.edge(v, t);
          near[v][degree[v]++] = t;
          near[t][degree[t]++] = v;
          ends[count++] = v;
          ends[count++] = t;
          last = t;
        }
      }
    }
    return builder.build().graph();
  }

  /** What is recorded of a true network. */
  static Csr recorded(Csr truth, double missing, double spurious, SplitMix random) {
    int n = truth.nodes();
    CsrBuilder builder = CsrBuilder.undirected(n, CsrBuilder.Loops.DROP);
    double wrong = 0;
    for (int v = 0; v < n; v++) {
      for (int a = truth.first(v); a < truth.end(v); a++) {
        if (truth.target(a) > v && random.unit() >= missing) {
          builder.edge(v, truth.target(a));
          wrong += spurious / (1 - spurious);
        }
      }
    }
    while (wrong > random.unit()) {
      int u = random.below(n);
      int w = random.below(n);
      if (u != w && truth.arc(u, w) < 0) {
        builder.edge(u, w);
        wrong--;
      }
    }
    return builder.build().graph();
  }
}
