package dev.sextant.authority;

/** The two texts that make the law of a house. */
public enum LawKind {
  /** The policy bundle: who may do what under which circumstances. */
  POLICY("policy"),
  /** The jurisdiction pack: what differs by country. */
  PACK("pack");

  private final String field;

  LawKind(String field) {
    this.field = field;
  }

  /** Its name in every entry of the log, and of its folder in a home. */
  public String field() {
    return field;
  }

  /** The name of a deed on it. */
  String deed(String what) {
    return name() + "_" + what;
  }
}
