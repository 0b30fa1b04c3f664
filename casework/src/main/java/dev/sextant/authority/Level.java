package dev.sextant.authority;

/**
 * How deep a step reaches into somebody's life. An authority names the highest of its levels, 0 to
 * 3; levels 4 and 5 are recorded and bounded here and done by other process.
 */
public enum Level {
  /** Openly, as the agency, or within what is held already. */
  OVERT("openly and as the agency, or within what the agency lawfully holds already"),
  /** A public page, once. */
  ONE_LOOK("a public page or one person's card, looked at once"),
  /** Public research that is planned and goes on, without any contact. */
  RESEARCH("planned research in public sources and across held records, without any contact"),
  /** One person, again and again: what the law calls directed surveillance. */
  PROFILING("repeated viewing of one person, as in directed surveillance"),
  /**
   * A persona, a closed group, any contact. The program keeps a plan and its outcome; it has no
   * code that does it.
   */
  PERSONA("a persona or any contact: planned and recorded here, never done by this program"),
  /** Data that a provider must hand over. Rests on a legal request, not on this ladder. */
  COMPELLED("data that a provider is compelled to hand over, by legal process only");

  private final String meaning;

  Level(String meaning) {
    this.meaning = meaning;
  }

  /** 0 to 5. */
  public int number() {
    return ordinal();
  }

  /** What it allows, for people. */
  public String meaning() {
    return meaning;
  }

  /**
   * The level of a number.
   *
   * @param number 0 to 5
   */
  public static Level of(int number) {
    return values()[number];
  }
}
