package dev.sextant.kernels;

import java.util.List;
import java.util.Map;

/**
 * What a measure of the {@link NamedMeasure catalogue} yields. Arrays belong to the answer: who
 * changes them changes the answer. A value that is not defined is {@code NaN}, never 0.
 */
public sealed interface Answer {
  /** A number for each node; more means more of what the measure's name says. */
  record Scores(double[] values) implements Answer {}

  /**
   * A group for each node, numbered from 0 by size and then by smallest member.
   *
   * @param groups by node; -1 for a node in no group
   * @param summary of the whole, by name (modularity, number of groups)
   */
  record Groups(int[] groups, Map<String, Double> summary) implements Answer {}

  /**
   * A number for each edge, or for pairs that are no edges (link prediction).
   *
   * @param from one end of each
   * @param to the other end, or the head of the arc
   */
  record Pairs(int[] from, int[] to, double[] values) implements Answer {}

  /**
   * Sets of nodes, best first.
   *
   * @param sets ascending node numbers
   * @param values of each set: what was maximised
   */
  record Sets(List<int[]> sets, double[] values) implements Answer {}

  /** Numbers that describe the whole graph, by name, in a fixed order. */
  record Whole(Map<String, Double> values) implements Answer {}

  /**
   * Curves over a common axis, such as what is left of a network as nodes are taken away.
   *
   * @param x the axis, ascending
   * @param y by name of the curve, as long as x
   */
  record Curves(double[] x, Map<String, double[]> y) implements Answer {}
}
