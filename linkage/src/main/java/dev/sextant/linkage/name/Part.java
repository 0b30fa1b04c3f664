package dev.sextant.linkage.name;

/**
 * One word of a name, prepared.
 *
 * @param text small Latin letters or digits
 * @param key how it sounds
 * @param loose how it sounds where its script leaves vowels or voice open; empty else
 * @param stem without the ending of a patronymic; the text else
 * @param bits how rare it is, whole bits
 * @param families of familiar forms, ascending
 * @param role what it does in the name
 * @param known whether it is a listed given name
 * @param codes Beider-Morse codes, sorted; empty where they were not asked for
 */
record Part(
    String text,
    String key,
    String loose,
    String stem,
    int bits,
    int[] families,
    Role role,
    boolean known,
    String[] codes) {
  /** What a word does in a name. */
  enum Role {
    /** Names its bearer. */
    NAME,
    /** A son's or daughter's word for the father: often left out. */
    PATRONYMIC,
    /** The first letter of a name. */
    INITIAL,
    /** A form of address. */
    TITLE,
    /** A small word that comes and goes. */
    PARTICLE,
    /** A figure. */
    NUMBER,
    /** A word that many organisations have. */
    GENERIC
  }

  boolean is(Role other) {
    return role == other;
  }

  /** Whether it may come and go without saying anything. */
  boolean light() {
    return role == Role.PARTICLE || role == Role.TITLE;
  }
}
