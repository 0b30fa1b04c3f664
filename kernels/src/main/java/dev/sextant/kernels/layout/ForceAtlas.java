package dev.sextant.kernels.layout;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;

/* ForceAtlas2, from its paper's formulas. Every node sums its own forces, in the order of its row
 * and of the tree, so threads change nothing. */
final class ForceAtlas {
  /** The authors' constants: how much a node's speed is of the whole's, and how far it may go. */
  private static final double SPEED = 0.1;

  private static final double MOST_SPEED = 10;

  /** Swinging that is put up with, as a share of traction. */
  private static final double TOLERANCE = 1;

  /** The whole's speed may rise by half in an iteration. */
  private static final double RISE = 1.5;

  /** Overlapping nodes push each other so much harder. */
  private static final double OVERLAP = 100;

  private final Places places;
  private final Layout.Setting setting;
  private final Layout.Forces forces;
  private final double[] mass;
  private final double[] forceX;
  private final double[] forceY;
  private final double[] beforeX;
  private final double[] beforeY;
  private final double[] swing;
  private final double[] radii;
  private final QuadTree tree;

  ForceAtlas(Csr graph, Layout.Setting setting, Layout.Forces forces) {
    this.places = new Places(graph, setting);
    this.setting = setting;
    this.forces = forces;
    int n = places.n;
    this.mass = new double[n];
    this.forceX = new double[n];
    this.forceY = new double[n];
    this.beforeX = new double[n];
    this.beforeY = new double[n];
    this.swing = new double[n];
    double[] given = forces.radii();
    if (given != null && given.length != n) {
      throw new BadGraph(given.length + " radii for " + n + " nodes");
    }
    this.radii = given == null ? new double[0] : given;
    this.tree = new QuadTree(n);
    for (int v = 0; v < n; v++) {
      mass[v] = 1 + places.graph.end(v) - places.graph.first(v);
    }
  }

  Layout.Result compute(Layout.Watch watch) {
    if (setting.start() == null) {
      begin();
    } else {
      places.fill(1);
    }
    double speed = 1;
    int total = setting.iterations();
    for (int i = 0; i < total; i++) {
      places.tell(watch, i, total);
      if (places.n > 0) {
        speed = step(speed);
      }
    }
    places.tell(watch, total, total);
    return places.result(total);
  }

  /* From pivot MDS round the middle, about as large as forces will make it: forces alone take
   * long to unfold what begins as a heap. */
  private void begin() {
    Pieces pieces = new Pieces(places.graph, setting.seed());
    new PivotScaling(places, pieces, setting.seed()).place();
    new Packing(places, pieces).pack();
    double middleX = 0;
    double middleY = 0;
    for (int v = 0; v < places.n; v++) {
      middleX += places.x[v] / places.n;
      middleY += places.y[v] / places.n;
    }
    double larger = 5 * Math.sqrt(forces.scaling());
    for (int v = 0; v < places.n; v++) {
      places.x[v] = larger * (places.x[v] - middleX);
      places.y[v] = larger * (places.y[v] - middleY);
    }
  }

  private double step(double before) {
    tree.build(places.x, places.y, mass);
    places.each(this::force);
    double swinging = 0;
    double traction = 0;
    for (int v = 0; v < places.n; v++) {
      if (places.fixed[v]) {
        continue;
      }
      double dx = forceX[v] - beforeX[v];
      double dy = forceY[v] - beforeY[v];
      swing[v] = Math.sqrt(dx * dx + dy * dy);
      double sx = forceX[v] + beforeX[v];
      double sy = forceY[v] + beforeY[v];
      swinging += mass[v] * swing[v];
      traction += mass[v] * Math.sqrt(sx * sx + sy * sy) / 2;
    }
    double wanted = swinging == 0 ? before * RISE : TOLERANCE * traction / swinging;
    double speed = Math.min(wanted, before * RISE);
    places.each(v -> move(v, speed));
    return speed;
  }

  private void move(int v, double speed) {
    if (!places.fixed[v]) {
      double size = Math.sqrt(forceX[v] * forceX[v] + forceY[v] * forceY[v]);
      double own = SPEED * speed / (1 + speed * Math.sqrt(swing[v]));
      if (size > 0) {
        own = Math.min(own, MOST_SPEED / size);
      }
      places.x[v] += forceX[v] * own;
      places.y[v] += forceY[v] * own;
    }
    beforeX[v] = forceX[v];
    beforeY[v] = forceY[v];
  }

  private void force(int v) {
    if (places.fixed[v]) {
      return;
    }
    double px = places.x[v];
    double py = places.y[v];
    double fromMiddle = Math.sqrt(px * px + py * py);
    double pull =
        forces.strongGravity()
            ? forces.gravity() * mass[v]
            : fromMiddle == 0 ? 0 : forces.gravity() * mass[v] / fromMiddle;
    forceX[v] = -pull * px;
    forceY[v] = -pull * py;
    attract(v, px, py);
    repel(v, px, py);
  }

  private void attract(int v, double px, double py) {
    Csr graph = places.graph;
    double sumX = 0;
    double sumY = 0;
    for (int a = graph.first(v); a < graph.end(v); a++) {
      int t = graph.target(a);
      double dx = places.x[t] - px;
      double dy = places.y[t] - py;
      double distance = Math.sqrt(dx * dx + dy * dy);
      double gap = radii.length == 0 ? distance : distance - radii[v] - radii[t];
      if (distance > 0 && gap > 0) {
        double force = places.strength(a) * (forces.linLog() ? StrictMath.log1p(gap) : gap);
        sumX += dx / distance * force;
        sumY += dy / distance * force;
      }
    }
    double share = forces.dissuadeHubs() ? 1 / mass[v] : 1;
    forceX[v] += sumX * share;
    forceY[v] += sumY * share;
  }

  private void repel(int v, double px, double py) {
    double strength = forces.scaling() * mass[v];
    double near = forces.theta() * forces.theta();
    double sumX = 0;
    double sumY = 0;
    int cells = tree.cells();
    for (int cell = 0; cell < cells; ) {
      double dx = px - tree.x[cell];
      double dy = py - tree.y[cell];
      double square = dx * dx + dy * dy;
      double size = tree.size[cell];
      if (size * size < square * near * 0.25) {
        double force = tree.mass[cell] / square;
        sumX += dx * force;
        sumY += dy * force;
        cell = tree.skip[cell];
      } else if (tree.leaf[cell]) {
        for (int i = tree.first[cell]; i < tree.end[cell]; i++) {
          int u = tree.point[i];
          if (u != v) {
            double force = push(v, u, px - places.x[u], py - places.y[u]);
            sumX += force * apart(v, u, px - places.x[u], 0);
            sumY += force * apart(v, u, py - places.y[u], 1);
          }
        }
        cell = tree.skip[cell];
      } else {
        cell++;
      }
    }
    forceX[v] += strength * sumX;
    forceY[v] += strength * sumY;
  }

  /* Two nodes on one spot are taken to be a little apart, in a direction that hangs on their numbers
   * and is opposite for the other. */
  private static double apart(int v, int u, double difference, int axis) {
    if (difference != 0) {
      return difference;
    }
    long mixed = (Math.min(v, u) * 0x9e3779b97f4a7c15L) ^ (Math.max(v, u) * 0xbf58476d1ce4e5b9L);
    double small = ((mixed >>> (axis == 0 ? 20 : 40) & 0xff) + 1) * 1e-6;
    return v < u ? small : -small;
  }

  private double push(int v, int u, double dx, double dy) {
    double square = Math.max(1e-9, dx * dx + dy * dy);
    if (radii.length == 0) {
      return mass[u] / square;
    }
    double distance = Math.sqrt(square);
    double gap = distance - radii[v] - radii[u];
    // Beyond touching as before, with the gap for the distance; within, hard and without a limit.
    return gap > 0
        ? mass[u] / (distance * Math.max(gap, 1e-3 * distance))
        : OVERLAP * mass[u] / distance;
  }
}
