package dev.sextant.helpdesk;

import dev.sextant.terms.CaseId;
import dev.sextant.terms.RequestId;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A moment by which something must have happened.
 *
 * @param caseId of which case
 * @param request of which request
 * @param shortName the request's short name
 * @param kind which clock
 * @param due when it runs out
 * @param zone in whose calendar it was counted
 * @param urgency how near it is
 * @param what what is to be done, in a sentence
 * @param source where the clock comes from
 */
public record Deadline(
    CaseId caseId,
    RequestId request,
    String shortName,
    Kind kind,
    Instant due,
    ZoneId zone,
    Urgency urgency,
    String what,
    String source) {

  /** Which clock runs. */
  public enum Kind {
    /** The provider stops keeping. */
    PRESERVATION_ENDS,
    /** The provider must have answered. */
    ANSWER,
    /** The overseer must have reviewed an emergency. */
    EMERGENCY_REVIEW,
    /** An emergency order must have been validated. */
    VALIDATION,
    /** The enforcing State's time to object ends. */
    OBJECTION_ENDS,
    /** A filter officer must have decided on what was sealed; the overseer sees it meanwhile. */
    FILTER_DECISION,
    /** The provider's duty of silence ends. */
    NONDISCLOSURE_ENDS,
    /** The user must be told. */
    USER_NOTICE,
    /** Why the user is not told must be looked at again. */
    NOTICE_REVIEW,
    /** The authority under which it runs ends. */
    AUTHORITY_ENDS
  }

  /** How near it is. */
  public enum Urgency {
    /** Far. */
    CALM,
    /** Within the pack's time of warning. */
    NEAR,
    /** Past. */
    OVERDUE
  }
}
