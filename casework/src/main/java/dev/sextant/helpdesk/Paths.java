package dev.sextant.helpdesk;

import static dev.sextant.helpdesk.RequestState.ACKNOWLEDGED;
import static dev.sextant.helpdesk.RequestState.ADVISED;
import static dev.sextant.helpdesk.RequestState.CHALLENGED;
import static dev.sextant.helpdesk.RequestState.CLARIFY;
import static dev.sextant.helpdesk.RequestState.CLOSED;
import static dev.sextant.helpdesk.RequestState.DRAFT;
import static dev.sextant.helpdesk.RequestState.INTERPRETED;
import static dev.sextant.helpdesk.RequestState.ISSUED;
import static dev.sextant.helpdesk.RequestState.LEGAL_REVIEW;
import static dev.sextant.helpdesk.RequestState.NOTICE_DONE;
import static dev.sextant.helpdesk.RequestState.PARTIAL;
import static dev.sextant.helpdesk.RequestState.PRESERVED;
import static dev.sextant.helpdesk.RequestState.REFUSED;
import static dev.sextant.helpdesk.RequestState.RELEASED;
import static dev.sextant.helpdesk.RequestState.RETURNED;
import static dev.sextant.helpdesk.RequestState.SCOPE_CHECK;
import static dev.sextant.helpdesk.RequestState.SEALED_OVERPRODUCTION;
import static dev.sextant.helpdesk.RequestState.SERVED;
import static dev.sextant.helpdesk.RequestState.WITHDRAWN;

import java.util.EnumSet;
import java.util.Set;

/** Which state may follow which; the database holds the same table. */
final class Paths {
  private Paths() {}

  /** Whether one leads to the other. */
  static boolean lead(RequestState from, RequestState to) {
    return next(from).contains(to);
  }

  /** The states that may follow. */
  static Set<RequestState> next(RequestState from) {
    return switch (from) {
      case INTAKE -> EnumSet.of(ADVISED, WITHDRAWN);
      case ADVISED -> EnumSet.of(DRAFT, WITHDRAWN);
      case DRAFT -> EnumSet.of(LEGAL_REVIEW, WITHDRAWN);
      case LEGAL_REVIEW -> EnumSet.of(DRAFT, ISSUED, WITHDRAWN);
      case ISSUED -> EnumSet.of(SERVED, WITHDRAWN);
      case SERVED ->
          EnumSet.of(
              ACKNOWLEDGED, CLARIFY, REFUSED, CHALLENGED, PRESERVED, PARTIAL, RETURNED, WITHDRAWN);
      case ACKNOWLEDGED ->
          EnumSet.of(CLARIFY, REFUSED, CHALLENGED, PRESERVED, PARTIAL, RETURNED, WITHDRAWN);
      case CLARIFY ->
          EnumSet.of(ACKNOWLEDGED, REFUSED, CHALLENGED, PRESERVED, PARTIAL, RETURNED, WITHDRAWN);
      case CHALLENGED -> EnumSet.of(ACKNOWLEDGED, REFUSED, PARTIAL, RETURNED, WITHDRAWN);
      case PARTIAL -> EnumSet.of(PARTIAL, RETURNED, SCOPE_CHECK);
      case RETURNED -> EnumSet.of(SCOPE_CHECK);
      case SCOPE_CHECK -> EnumSet.of(PARTIAL, RETURNED, RELEASED, SEALED_OVERPRODUCTION);
      case RELEASED -> EnumSet.of(PARTIAL, RETURNED, INTERPRETED);
      case SEALED_OVERPRODUCTION -> EnumSet.of(PARTIAL, RETURNED, RELEASED);
      case INTERPRETED -> EnumSet.of(NOTICE_DONE);
      case NOTICE_DONE, REFUSED -> EnumSet.of(CLOSED);
      case PRESERVED -> EnumSet.of(PRESERVED, CLOSED);
      case CLOSED, WITHDRAWN -> EnumSet.noneOf(RequestState.class);
    };
  }
}
