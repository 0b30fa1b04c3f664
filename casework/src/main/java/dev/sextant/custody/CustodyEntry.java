package dev.sextant.custody;

import dev.sextant.terms.ActId;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.PermitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One touch of an exhibit.
 *
 * @param exhibit which
 * @param number place in the exhibit's chain, from 1
 * @param touch what was done
 * @param by under whose hand and leave
 * @param at when
 * @param acquisition for {@link Touch#SEALED} and {@link Touch#SEALED_AGAIN}: how; else null
 */
public record CustodyEntry(
    ExhibitId exhibit,
    int number,
    Touch touch,
    Hand by,
    Instant at,
    @Nullable Acquisition acquisition) {

  /** What was done with an exhibit. */
  public enum Touch {
    /** Bytes came in and were sealed. */
    SEALED,
    /** The same bytes came in once more. */
    SEALED_AGAIN,
    /** Opened for a person or a program to look into. */
    OPENED,
    /** Handed to a reader's process. */
    READ,
    /** Hashed anew as a whole, and found to be the same. */
    VERIFIED,
    /** Hashed anew, and found altered. */
    FAILED_VERIFICATION
  }

  /**
   * Who touched it, under what.
   *
   * @param actor who
   * @param authority under which authority
   * @param permit under which permit
   * @param act in which act
   * @param leaf where the act's intent lies in the log
   */
  public record Hand(ActorId actor, AuthorityId authority, PermitId permit, ActId act, long leaf) {}
}
