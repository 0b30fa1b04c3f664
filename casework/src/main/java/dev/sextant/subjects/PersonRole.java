package dev.sextant.subjects;

/**
 * What a person is in one case (Directive (EU) 2016/680, Article 6); several at once are possible.
 * Not guilt: a role says why the person is in the case.
 */
public enum PersonRole {
  /** There are grounds to suspect an offence: a subject with an accepted suspicion. */
  SUSPECT("suspect", false),
  /** Convicted of an offence. */
  CONVICTED("convicted", false),
  /** Wronged, or may have been. */
  VICTIM("victim", true),
  /** May be called to testify. */
  WITNESS("witness", true),
  /** A contact, an informant, somebody who is merely there. */
  OTHER("other", false),
  /** A minor: masked, never ranked, kept briefly. */
  CHILD("child", true);

  /** What is printed for a person nobody has given a role; such a person is not disseminated. */
  public static final String UNCATEGORISED = "uncategorised";

  private final String title;
  private final boolean protects;

  PersonRole(String title, boolean protects) {
    this.title = title;
    this.protects = protects;
  }

  /** For people, one word. */
  public String title() {
    return title;
  }

  /** True if the role shows in other cases too, where none was given. */
  public boolean protects() {
    return protects;
  }
}
