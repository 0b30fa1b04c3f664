package dev.sextant.kernels.layout;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Cancelled;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.SplitMix;
import dev.sextant.kernels.Stripes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Places of nodes while they are drawn, and what both ways of drawing share. */
final class Places {
  /** Nodes that one thread takes at a time; depends on nothing but the graph. */
  private static final int PART = 2048;

  final Csr graph;
  final int n;
  final double[] x;
  final double[] y;
  final boolean[] fixed;
  private final Layout.Setting setting;

  Places(Csr given, Layout.Setting setting) {
    this.graph = given.ignoringDirection();
    this.n = graph.nodes();
    this.setting = setting;
    this.x = new double[n];
    this.y = new double[n];
    this.fixed = new boolean[n];
    Layout.Start start = setting.start();
    if (start != null) {
      if (start.x().length != n) {
        throw new BadGraph("start: places of " + start.x().length + " nodes for " + n);
      }
      System.arraycopy(start.x(), 0, x, 0, n);
      System.arraycopy(start.y(), 0, y, 0, n);
      System.arraycopy(start.fixed(), 0, fixed, 0, n);
    }
  }

  /** Neighbours' strength, 1 if weights do not count. */
  double strength(int arc) {
    return setting.weighted() ? graph.weight(arc) : 1;
  }

  /* Nodes without a place get one beside the mean of their placed neighbours, from the placed ones
   * outwards; those that no tie joins to a placed one stand in a ring round all. */
  void fill(double apart) {
    SplitMix random = new SplitMix(setting.seed());
    boolean[] placed = new boolean[n];
    int[] queue = new int[n];
    int size = 0;
    double far = 0;
    for (int v = 0; v < n; v++) {
      placed[v] = !Double.isNaN(x[v]) && !Double.isNaN(y[v]);
      if (placed[v]) {
        queue[size++] = v;
        far = Math.max(far, Math.max(Math.abs(x[v]), Math.abs(y[v])));
      }
    }
    for (int head = 0; head < size; head++) {
      for (int a = graph.first(queue[head]); a < graph.end(queue[head]); a++) {
        int t = graph.target(a);
        if (!placed[t]) {
          beside(t, placed, apart, random);
          placed[t] = true;
          queue[size++] = t;
        }
      }
    }
    for (int v = 0; v < n; v++) {
      if (!placed[v]) {
        double angle = 2 * Math.PI * random.unit();
        double r = far * 1.5 + apart * Math.sqrt(n) * (0.5 + random.unit());
        x[v] = r * StrictMath.cos(angle);
        y[v] = r * StrictMath.sin(angle);
      }
    }
  }

  private void beside(int v, boolean[] placed, double apart, SplitMix random) {
    double sumX = 0;
    double sumY = 0;
    int count = 0;
    for (int a = graph.first(v); a < graph.end(v); a++) {
      int t = graph.target(a);
      if (placed[t]) {
        sumX += x[t];
        sumY += y[t];
        count++;
      }
    }
    double angle = 2 * Math.PI * random.unit();
    x[v] = sumX / count + apart * StrictMath.cos(angle);
    y[v] = sumY / count + apart * StrictMath.sin(angle);
  }

  /** Does something for each node, on the setting's threads; nobody's work may touch another's. */
  void each(IntConsumer work) {
    List<Stripes.Work<Places>> parts = new ArrayList<>();
    for (int first = 0; first < n; first += PART) {
      int from = first;
      parts.add((space, ticker) -> {
        int end = Math.min(n, from + PART);
        for (int v = from; v < end; v++) {
          work.accept(v);
        }
      });
    }
    Stripes.run(parts, () -> this, setting.threads(), done -> {});
  }

  void tell(Layout.Watch watch, long done, long total) {
    if (!watch.at(done, total, x, y)) {
      throw new Cancelled(done, total);
    }
  }

  Layout.Result result(int iterations) {
    return new Layout.Result(x, y, iterations);
  }
}
