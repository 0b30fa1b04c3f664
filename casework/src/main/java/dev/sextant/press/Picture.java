package dev.sextant.press;

import java.util.List;

/**
 * A drawing of dots and lines with words round it, in units of its own with y downwards.
 *
 * @param width of the drawing; what lies outside is cut off
 * @param height of the drawing
 * @param lines drawn first
 * @param dots drawn over the lines
 * @param title above it
 * @param legend what shapes and colours mean
 * @param foot lines below it, whole sentences
 */
public record Picture(
    double width,
    double height,
    List<Line> lines,
    List<Dot> dots,
    String title,
    List<Key> legend,
    List<String> foot) {
  /** Copies. */
  public Picture {
    lines = List.copyOf(lines);
    dots = List.copyOf(dots);
    legend = List.copyOf(legend);
    foot = List.copyOf(foot);
  }

  /** What a dot looks like, so that no meaning hangs on colour alone. */
  public enum Shape {
    /** Round. */
    CIRCLE,
    /** Standing on its side. */
    SQUARE,
    /** Standing on its corner. */
    DIAMOND
  }

  /** What a line looks like. */
  public enum Stroke {
    /** Without gaps. */
    WHOLE,
    /** Long pieces. */
    DASHED,
    /** Short pieces. */
    DOTTED
  }

  /**
   * A dot.
   *
   * @param size its radius
   * @param colour red, green and blue, a byte each
   * @param label beside it; empty for none
   * @param ringed whether a dark ring is round it
   */
  public record Dot(
      double x, double y, double size, int colour, String label, boolean ringed, Shape shape) {}

  /**
   * A line.
   *
   * @param size its width
   * @param colour as a dot's
   * @param arrow whether it ends in an arrow, so far from its end as {@code gap} says
   * @param gap radius of what it leads to
   */
  public record Line(
      double x1,
      double y1,
      double x2,
      double y2,
      double size,
      int colour,
      Stroke stroke,
      boolean arrow,
      double gap) {}

  /** What one look means. */
  public record Key(int colour, Shape shape, Stroke stroke, boolean line, String words) {}
}
