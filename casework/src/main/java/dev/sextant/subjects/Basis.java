package dev.sextant.subjects;

/** What a fact rests on. */
public enum Basis {
  /** A record that was read: its id is the source. */
  RECORD(true),
  /** An exhibit as a whole: its identifier is the source. */
  EXHIBIT(true),
  /** What somebody saw or said outside the evidence: who and when is the source. */
  STATEMENT(true),
  /** Who is tied to whom: a follow, a membership, a tie, a measure. */
  NETWORK(false),
  /** What a program computed about a person or account. */
  SCORE(false);

  private final boolean independent;

  Basis(boolean independent) {
    this.independent = independent;
  }

  /** True if it is neither a tie nor a program's output. */
  public boolean independent() {
    return independent;
  }
}
