package dev.sextant.kernels;

/* Whether the incubating vector module was added (--add-modules jdk.incubator.vector) and the
 * machine has registers wide enough that its code is machine code; else it would be interpreted
 * lane by lane and slower than plain loops. */
final class VectorSupport {
  /** Set to "true" to leave vector instructions out, as tests do to compare. */
  private static final String OFF = "dev.sextant.kernels.scalar";

  private VectorSupport() {}

  static boolean lanesOfEight() {
    return !Boolean.getBoolean(OFF)
        && ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
        && Width.DOUBLES >= 8;
  }

  /** Loaded only where the module is. */
  private static final class Width {
    static final int DOUBLES = jdk.incubator.vector.DoubleVector.SPECIES_PREFERRED.length();
  }
}
