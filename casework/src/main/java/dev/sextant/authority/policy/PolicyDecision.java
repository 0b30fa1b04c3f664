package dev.sextant.authority.policy;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whoever answers for the policies: forbid beats permit, unknown means no. */
public interface PolicyDecision {

  /** The answer; never throws for what is asked, since what cannot be decided is refused. */
  Ruling decide(Question question);

  /**
   * Whether any permit covers it, forbids left aside: tells what is not this person's part at all
   * from what is, but not now. Only for the wording of a refusal.
   */
  boolean covered(Question question);

  /** {@code CEDAR} or {@code REFERENCE}: which of the two this is. */
  String engine();

  /**
   * An answer.
   *
   * @param allowed whether it may be done
   * @param by identifiers of the policies that decided: the forbids that refused, else the permits
   *     that allowed; empty where nothing permits
   * @param failed true if something could not be evaluated, which is a no
   */
  record Ruling(boolean allowed, SortedSet<String> by, boolean failed) {
    /** Copies. */
    public Ruling {
      by = Collections.unmodifiableSortedSet(new TreeSet<>(by));
    }

    /** A no for what cannot be evaluated. */
    public static Ruling undecided() {
      return new Ruling(false, Collections.emptySortedSet(), true);
    }
  }
}
