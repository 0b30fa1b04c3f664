package dev.sextant.kernels.layout;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.SplitMix;
import java.util.ArrayList;
import java.util.List;

/* Springs and charges, from the smallest of a sequence of coarser graphs upwards: each level begins
 * where the one below left its nodes, so that only what is near has still to be sorted out. Nodes of
 * coarse graphs push by how many nodes they stand for. Charges far off are summed by a quadtree.
 * Every node sums its own forces in the order of its row and of the tree: threads change nothing. */
final class Multilevel {
  /** Below so many nodes, or when a step gathers less than a tenth, there is no coarser graph. */
  private static final int SMALLEST = 50;

  private static final double SHRINK = 0.9;

  /** A spring's length; only the drawing's size hangs on it. */
  private static final double LENGTH = 1;

  /** Charge over spring (Hu 2005). */
  private static final double CHARGE = 0.2;

  /** Pull of every node to the middle, a hundredth of a spring: pieces must not drift for ever. */
  private static final double GRAVITY = 0.01;

  private static final double THETA = 1.1;

  /** Nearer than this, squared, the push grows no more. */
  private static final double NEAREST = 1e-4;

  /** Steps shrink by this, and grow by its inverse after FIVE gains in a row (Hu 2005). */
  private static final double COOLING = 0.9;

  private static final int FIVE = 5;

  /** It has come to rest when nodes move by so little of a spring, on the mean. */
  private static final double REST = 2e-3;

  /** The finest level gets one in so many of the iterations that the coarsest gets. */
  private static final int SPARING = 8;

  private final Csr graph;
  private final Layout.Setting setting;
  private long done;

  Multilevel(Csr given, Layout.Setting setting) {
    this.graph = given.ignoringDirection();
    this.setting = setting;
  }

  /** One level: its graph, how many nodes each of its nodes stands for, and the way down. */
  private record Level(Csr graph, double[] mass, int[] of) {}

  Layout.Result compute(Layout.Watch watch) {
    if (setting.start() != null) {
      // Going on from places: nothing is gathered, since that would move what people have seen.
      Places places = new Places(graph, setting);
      places.fill(LENGTH);
      Places full = run(places, ones(places.n), setting.iterations(), LENGTH / 4, watch);
      return full.result((int) done);
    }
    List<Level> levels = levels();
    Places places = null;
    for (int l = levels.size() - 1; l >= 0; l--) {
      Level level = levels.get(l);
      Layout.Setting own = new Layout.Setting(0, setting.seed(), setting.threads(), true, null);
      Places here = new Places(level.graph, own);
      SplitMix random = new SplitMix(setting.seed() + 31L * l);
      boolean coarsest = places == null;
      if (places == null) {
        scatter(here, random);
      } else {
        spread(here, places, levels.get(l + 1).of, random);
      }
      int share =
          levels.size() == 1
              ? 1
              : 1 + (SPARING - 1) * (levels.size() - 1 - l) / (levels.size() - 1);
      int most = (setting.iterations() + share - 1) / share;
      places = run(here, level.mass, most, coarsest ? LENGTH : LENGTH / 3, watch(watch, l));
    }
    if (places == null) {
      throw new IllegalStateException("there is a level at least");
    }
    Pieces pieces = new Pieces(places.graph, setting.seed());
    new Packing(places, pieces).pack();
    places.tell(watch, done, done);
    return places.result((int) done);
  }

  /* Of coarse levels the caller sees steps alone: their nodes are not the caller's. */
  private Layout.Watch watch(Layout.Watch outer, int level) {
    double[] none = new double[0];
    return level == 0 ? outer : (at, total, x, y) -> outer.at(at, total, none, none);
  }

  private static double[] ones(int n) {
    double[] mass = new double[n];
    java.util.Arrays.fill(mass, 1);
    return mass;
  }

  private List<Level> levels() {
    List<Level> levels = new ArrayList<>();
    Csr now = setting.weighted() ? graph : graph.unweighted();
    levels.add(new Level(now, ones(now.nodes()), new int[0]));
    SplitMix random = new SplitMix(setting.seed());
    while (now.nodes() > SMALLEST) {
      Coarsening step = Coarsening.of(now, random);
      if (step.graph().nodes() > SHRINK * now.nodes()) {
        break;
      }
      double[] finer = levels.getLast().mass;
      double[] mass = new double[step.graph().nodes()];
      for (int v = 0; v < now.nodes(); v++) {
        mass[step.of()[v]] += finer[v];
      }
      now = step.graph();
      levels.add(new Level(now, mass, step.of()));
    }
    return levels;
  }

  private static void scatter(Places places, SplitMix random) {
    double side = LENGTH * Math.sqrt(places.n);
    for (int v = 0; v < places.n; v++) {
      places.x[v] = side * (random.unit() - 0.5);
      places.y[v] = side * (random.unit() - 0.5);
    }
  }

  /* A node begins where the one that stood for it ended, a little to the side; all is drawn larger
   * as the square root of how many more nodes there are, since each takes its own room. */
  private static void spread(Places fine, Places coarse, int[] of, SplitMix random) {
    double larger = Math.sqrt((double) fine.n / coarse.n);
    for (int v = 0; v < fine.n; v++) {
      fine.x[v] = larger * coarse.x[of[v]] + LENGTH * (random.unit() - 0.5) / 2;
      fine.y[v] = larger * coarse.y[of[v]] + LENGTH * (random.unit() - 0.5) / 2;
    }
  }

  private Places run(Places places, double[] mass, int most, double first, Layout.Watch watch) {
    QuadTree tree = new QuadTree(places.n);
    double[] forceX = new double[places.n];
    double[] forceY = new double[places.n];
    double step = first;
    double energy = Double.POSITIVE_INFINITY;
    int gains = 0;
    for (int i = 0; i < most && places.n > 0; i++) {
      places.tell(watch, done++, -1);
      tree.build(places.x, places.y, mass);
      places.each(v -> force(places, tree, mass, v, forceX, forceY));
      double now = 0;
      double moved = 0;
      for (int v = 0; v < places.n; v++) {
        double square = forceX[v] * forceX[v] + forceY[v] * forceY[v];
        now += square;
        if (!places.fixed[v] && square > 0) {
          double size = Math.sqrt(square);
          // Never farther than the step, and less where little pulls: so that nodes come to rest.
          double way = Math.min(step, size);
          places.x[v] += forceX[v] / size * way;
          places.y[v] += forceY[v] / size * way;
          moved += way;
        }
      }
      gains = now < energy ? gains + 1 : 0;
      step = now >= energy ? step * COOLING : gains >= FIVE ? step / COOLING : step;
      gains = gains >= FIVE ? 0 : gains;
      energy = now;
      if (moved < REST * LENGTH * places.n) {
        break;
      }
    }
    return places;
  }

  private void force(
      Places places, QuadTree tree, double[] mass, int v, double[] forceX, double[] forceY) {
    double px = places.x[v];
    double py = places.y[v];
    double sumX = -GRAVITY * px;
    double sumY = -GRAVITY * py;
    Csr own = places.graph;
    double weights = 0;
    double pullX = 0;
    double pullY = 0;
    for (int a = own.first(v); a < own.end(v); a++) {
      int t = own.target(a);
      double dx = places.x[t] - px;
      double dy = places.y[t] - py;
      double pull = Math.sqrt(dx * dx + dy * dy) / LENGTH;
      double w = places.strength(a);
      weights += w;
      pullX += w * pull * dx;
      pullY += w * pull * dy;
    }
    double near = THETA * THETA;
    double pushX = 0;
    double pushY = 0;
    int cells = tree.cells();
    for (int cell = 0; cell < cells; ) {
      double dx = px - tree.x[cell];
      double dy = py - tree.y[cell];
      double square = dx * dx + dy * dy;
      double size = tree.size[cell];
      if (size * size < square * near * 0.25) {
        pushX += dx / square * tree.mass[cell];
        pushY += dy / square * tree.mass[cell];
        cell = tree.skip[cell];
      } else if (tree.leaf[cell]) {
        for (int i = tree.first[cell]; i < tree.end[cell]; i++) {
          int u = tree.point[i];
          if (u != v) {
            double ux = apart(v, u, px - places.x[u], 20);
            double uy = apart(v, u, py - places.y[u], 40);
            double apart = Math.max(NEAREST, ux * ux + uy * uy);
            pushX += ux / apart * mass[u];
            pushY += uy / apart * mass[u];
          }
        }
        cell = tree.skip[cell];
      } else {
        cell++;
      }
    }
    double strength = CHARGE * LENGTH * LENGTH * mass[v];
    // By how stiff all its springs are together: hubs would swing to and fro else.
    double stiff = 1 + weights;
    forceX[v] = (sumX + pullX + strength * pushX) / stiff;
    forceY[v] = (sumY + pullY + strength * pushY) / stiff;
  }

  /* Two nodes on one spot are taken to be a little apart, in a direction that hangs on their numbers
   * and is opposite for the other. */
  private static double apart(int v, int u, double difference, int shift) {
    if (difference != 0) {
      return difference;
    }
    long mixed = Math.min(v, u) * 0x9e3779b97f4a7c15L ^ Math.max(v, u) * 0xbf58476d1ce4e5b9L;
    double small = ((mixed >>> shift & 0xff) + 1) * 1e-4 * LENGTH;
    return v < u ? small : -small;
  }
}
