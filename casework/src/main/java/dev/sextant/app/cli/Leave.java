package dev.sextant.app.cli;

import picocli.CommandLine.Option;

/** Under which authority, and what for. */
final class Leave {
  /** Made by picocli. */
  Leave() {}

  @Option(names = "--authority", required = true, description = "The authority's id.")
  private String authority = "";

  @Option(
      names = "--purpose",
      required = true,
      description = "What for, in your words; it is logged by digest and kept with the permit.")
  private String purpose = "";

  String authority() {
    return authority;
  }

  String purpose() {
    return purpose;
  }
}
