package dev.sextant.authority;

/** What can be done with a case's evidence. Searching and viewing are steps too. */
public enum Step {
  /** Bytes become an exhibit. */
  SEAL(LogClass.COLLECTION),
  /** An exhibit becomes records. */
  READ(LogClass.COLLECTION),
  /** Records are looked for. */
  SEARCH(LogClass.CONSULTATION),
  /** Something is shown to a person: a row, a preview, original bytes. */
  VIEW(LogClass.CONSULTATION),
  /** A machine proposes that accounts are one actor. */
  SUGGEST(LogClass.COMBINATION),
  /** A person judges whether accounts are one actor. */
  JUDGE(LogClass.COMBINATION),
  /** Ties are frozen into a snapshot. */
  FREEZE(LogClass.COMBINATION),
  /** A snapshot is measured. */
  MEASURE(LogClass.COMBINATION),
  /** A person gets a role, identifiers or a suspicion, or is decided upon as a subject. */
  CATEGORISE(LogClass.ALTERATION),
  /** A filter officer looks at what was sealed off. */
  UNSEAL(LogClass.CONSULTATION),
  /** A filter officer decides what becomes of what was sealed off. */
  FILTER(LogClass.ALTERATION),
  /** A claim is drafted or amended. */
  CLAIM(LogClass.ALTERATION),
  /** A second person decides on a claim. */
  REVIEW(LogClass.ALTERATION),
  /** What one person worked on is shown to the team. */
  PUBLISH(LogClass.ALTERATION),
  /** A finding is signed. */
  SIGN(LogClass.ALTERATION),
  /** Findings leave the house. */
  RELEASE(LogClass.DISCLOSURE),
  /** Something else leaves the house. */
  EXPORT(LogClass.DISCLOSURE),
  /** A timestamp of what was released is asked for, or an answer is taken in. */
  TIMESTAMP(LogClass.ALTERATION),
  /** An exhibit passes to another holder. */
  TRANSFER(LogClass.DISCLOSURE),
  /** An exhibit must be kept. */
  HOLD(LogClass.ALTERATION),
  /** Bytes and keys are destroyed. */
  DESTROY(LogClass.ERASURE),
  /** A mapping profile is kept: what the columns of a table mean. */
  MAP(LogClass.ALTERATION),
  /** Somebody asks whether another case knows a selector; no content answers. */
  DECONFLICT(LogClass.CONSULTATION),
  /** Strong selectors of a case's records go into the deconfliction index, each as a token. */
  ENTER(LogClass.COMBINATION),
  /** Somebody decides what is taken out of what is released, or takes that back. */
  REDACT(LogClass.ALTERATION),
  /** A person writes a note or a translation beside a record, or takes one back. */
  NOTE(LogClass.ALTERATION);

  /** The six operations that Article 25 of Directive (EU) 2016/680 wants logged. */
  public enum LogClass {
    /** Data come in. */
    COLLECTION,
    /** Data are changed or added to. */
    ALTERATION,
    /** Data are looked at. */
    CONSULTATION,
    /** Data are given away. */
    DISCLOSURE,
    /** Data are joined. */
    COMBINATION,
    /** Data are destroyed. */
    ERASURE
  }

  private final LogClass logClass;

  Step(LogClass logClass) {
    this.logClass = logClass;
  }

  /** The class of operation under Article 25. */
  public LogClass logClass() {
    return logClass;
  }
}
