package dev.sextant.authority;

/**
 * The six principles that an application must meet (after Omand and Phythian, Principled Spying,
 * 2018). Each is written and signed apart; each has a refusal code of its own.
 */
public enum Principle {
  /** There is sufficient, sustainable cause. */
  CAUSE("SX-AUTH-CAUSE"),
  /** The motive is what it is said to be. */
  MOTIVE("SX-AUTH-MOTIVE"),
  /** The means are necessary, proportionate, and harm to others is bounded. */
  NECESSITY("SX-AUTH-NECESSITY"),
  /** The right authority decides, and somebody outside validates. */
  RIGHT("SX-AUTH-RIGHT"),
  /** Less intrusive means were tried or cannot work. */
  LAST_RESORT("SX-AUTH-LASTRESORT"),
  /** There is a reasonable prospect of success, and it is said when to stop. */
  PROSPECT("SX-AUTH-PROSPECT");

  private final String code;

  Principle(String code) {
    this.code = code;
  }

  /** The code of a refusal for want of it. */
  public String code() {
    return code;
  }
}
