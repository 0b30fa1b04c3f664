package dev.sextant.linkage.name;

import java.util.Locale;

/** Whose name it is; decides which tables and weights are used. */
public enum Kind {
  /** A human being. */
  PERSON,
  /** A company, authority, association, vessel: whatever has words and a legal form for a name. */
  ORGANISATION;

  /**
   * The kind of an entity of a schema as FollowTheMoney and others name it ("Person", "Company").
   *
   * @param schema in any case; person where it is empty
   */
  public static Kind ofSchema(String schema) {
    String word = schema.strip().toLowerCase(Locale.ROOT);
    return word.isEmpty() || word.equals("person") || word.equals("human") ? PERSON : ORGANISATION;
  }
}
