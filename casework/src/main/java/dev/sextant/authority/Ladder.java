package dev.sextant.authority;

/**
 * Which level of intrusiveness a step reaches: a property of what is done, never of who asks. Work
 * on what is held already is level 0; what shows one person is level 1; what joins and measures
 * people is level 2; bytes that a provider was compelled to hand over are level 5.
 */
final class Ladder {
  private static final String CAPTURE = "PUBLIC_CAPTURE";
  private static final String RETURN = "PROVIDER_RETURN";

  private Ladder() {}

  /**
   * @param step what is about to be done
   * @param inputs with {@code how} for a sealing, and {@code series} where a capture is one of many
   */
  static Level of(Step step, Particulars inputs) {
    return switch (step) {
      case SEAL -> sealing(inputs);
      case SUGGEST, JUDGE, FREEZE, MEASURE -> Level.RESEARCH;
      case SEARCH, VIEW -> Subjects.named(inputs).isEmpty() ? Level.OVERT : Level.ONE_LOOK;
      // That another case knows somebody is told of one person.
      case DECONFLICT -> Level.ONE_LOOK;
      default -> Level.OVERT;
    };
  }

  private static Level sealing(Particulars inputs) {
    Object how = inputs.value("how");
    if (RETURN.equals(how)) {
      return Level.COMPELLED;
    }
    if (CAPTURE.equals(how)) {
      return inputs.value("series") == null ? Level.ONE_LOOK : Level.RESEARCH;
    }
    return Level.OVERT;
  }
}
