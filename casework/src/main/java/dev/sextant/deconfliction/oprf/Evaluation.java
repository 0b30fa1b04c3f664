package dev.sextant.deconfliction.oprf;

import java.util.List;

/**
 * What whoever holds the key answers to blinded elements.
 *
 * @param elements evaluated elements of 33 bytes, in the order asked
 * @param proof challenge and response, 64 bytes; empty in mode {@link Mode#OPRF}
 */
public record Evaluation(List<byte[]> elements, byte[] proof) {
  /** Copies the list. */
  public Evaluation {
    elements = List.copyOf(elements);
  }
}
