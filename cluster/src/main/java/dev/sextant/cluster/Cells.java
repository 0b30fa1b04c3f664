package dev.sextant.cluster;

import java.lang.reflect.Array;

/**
 * Primitive arrays as columns: a value of {@code width} cells for each node. What a block keeps
 * between rounds and what travels between blocks.
 */
final class Cells {
  private Cells() {}

  /** Picks the values of some nodes, in their order. */
  static Object gather(Object column, int[] nodes, int width) {
    return switch (column) {
      case int[] ints when width == 1 -> {
        int[] out = new int[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
          out[i] = ints[nodes[i]];
        }
        yield out;
      }
      case double[] doubles when width == 1 -> {
        double[] out = new double[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
          out[i] = doubles[nodes[i]];
        }
        yield out;
      }
      default -> {
        Object out = Array.newInstance(column.getClass().getComponentType(), nodes.length * width);
        for (int i = 0; i < nodes.length; i++) {
          System.arraycopy(column, nodes[i] * width, out, i * width, width);
        }
        yield out;
      }
    };
  }

  /** A column with room for the block's own values, which are put in, and its guests'. */
  static Object widened(Object own, Block block, int width) {
    int size = (block.count() + block.guests().length) * width;
    Object out = Array.newInstance(own.getClass().getComponentType(), size);
    System.arraycopy(own, 0, out, 0, block.count() * width);
    return out;
  }
}
