package dev.sextant.kernels;
final class RankSolver {
  static PageRank.Result compute(Csr graph, double damping, double tolerance, Progress progress) {
    return PowerIteration.compute(graph, damping, tolerance, 1000, progress);
  }
}
