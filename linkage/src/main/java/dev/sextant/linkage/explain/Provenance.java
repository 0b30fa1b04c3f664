package dev.sextant.linkage.explain;

import java.util.List;

/**
 * What an explanation was made from.
 *
 * @param inputs tables, in order
 * @param profile the profile
 * @param model SHA-256 of the model: prior, m and u of every field and level; hexadecimal
 * @param code version of the program
 */
public record Provenance(List<Input> inputs, Input profile, String model, String code) {
  /** Copies the list. */
  public Provenance {
    inputs = List.copyOf(inputs);
  }

  /**
   * A file, or what stands for one in a case.
   *
   * @param name for the reader
   * @param sha256 of its bytes, hexadecimal
   */
  public record Input(String name, String sha256) {}
}
