package dev.sextant.cluster;

/** Bad input or a bad setting: code, place, value and cure, as everywhere in this house. */
final class ClusterFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  ClusterFault(String code, String what, String place, String value, String cure) {
    super("%s: %s | at: %s | value: %s | cure: %s".formatted(code, what, place, value, cure));
  }
}
