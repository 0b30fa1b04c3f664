package dev.sextant.cluster;

import java.io.Serializable;

/**
 * What one block sends another.
 *
 * @param from the sending block's index
 * @param column primitive values
 */
record Parcel(int from, Object column) implements Serializable {
  private static final long serialVersionUID = 1;
}
