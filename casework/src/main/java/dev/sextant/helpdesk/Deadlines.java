package dev.sextant.helpdesk;

import dev.sextant.helpdesk.Deadline.Kind;
import dev.sextant.helpdesk.Deadline.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes the clocks of a request from its steps and the pack; nothing is stored, no job runs. */
final class Deadlines {
  private final ProcessLaw law;
  private final LegalRequest request;
  private final Instant now;
  private final List<Deadline> out = new ArrayList<>();

  private Deadlines(ProcessLaw law, LegalRequest request, Instant now) {
    this.law = law;
    this.request = request;
    this.now = now;
  }

  /**
   * Every clock that runs, soonest first.
   *
   * @param authorityUntil when the authority stops by itself, or null if it lives no longer
   */
  static List<Deadline> of(
      ProcessLaw law, LegalRequest request, Instant now, @Nullable Instant authorityUntil) {
    if (request.state().over() || request.draft() == null) {
      return List.of();
    }
    Deadlines deadlines = new Deadlines(law, request, now);
    deadlines.compute(authorityUntil);
    deadlines.out.sort(Comparator.comparing(Deadline::due));
    return List.copyOf(deadlines.out);
  }

  private void compute(@Nullable Instant authorityUntil) {
    RequestDraft draft = request.written();
    InstrumentKind kind = draft.instrument();
    Instant served = request.moments().served();
    if (served != null) {
      answer(kind, served);
      preservation(kind, served);
      emergency(kind, served);
    }
    Instant silence = draft.secrecy().until();
    if (silence != null && request.moments().issued() != null) {
      add(
          Kind.NONDISCLOSURE_ENDS,
          silence,
          "The provider may tell the user from then on; have it extended if the reason still holds.",
          draft.secrecy().basis());
    }
    objection();
    filter();
    notice(draft);
    if (authorityUntil != null && request.moments().served() == null) {
      add(
          Kind.AUTHORITY_ENDS,
          authorityUntil,
          "The request is issued and served under an authority in force: serve it before.",
          "authority " + request.ask().authority());
    }
  }

  private void answer(InstrumentKind kind, Instant served) {
    boolean waits =
        switch (request.state()) {
          case SERVED, ACKNOWLEDGED, CLARIFY, PARTIAL -> true;
          default -> false;
        };
    if (kind.preserves() || !waits) {
      return;
    }
    String name =
        request.ask().emergency() && law.clock(kind, "emergencyWithin").isPresent()
            ? "emergencyWithin"
            : "answerWithin";
    law.clock(kind, name)
        .ifPresent(within ->
            add(
                Kind.ANSWER,
                ProcessLaw.after(served, within, zone()),
                "The provider's answer is due; ask after it.",
                law.source(kind)));
  }

  private void preservation(InstrumentKind kind, Instant served) {
    if (!kind.preserves()) {
      return;
    }
    add(
        Kind.PRESERVATION_ENDS,
        kept(law, request, kind, served),
        renewals(request) < law.number(kind, "renewals")
            ? "The provider keeps the data until then; renew, or ask for production, before."
            : "The provider keeps the data until then, and it cannot be renewed again: ask for"
                + " production before.",
        law.source(kind));
  }

  /** Until when a preservation holds, with its renewals. */
  static Instant kept(ProcessLaw law, LegalRequest request, InstrumentKind kind, Instant served) {
    ZoneId zone = request.ask().zone();
    Instant until = ProcessLaw.after(served, law.clock(kind, "keeps").orElse(Duration.ZERO), zone);
    Duration renewal = law.clock(kind, "renewal").orElse(Duration.ZERO);
    for (long i = 0; i < renewals(request); i++) {
      until = ProcessLaw.after(until, renewal, zone);
    }
    return until;
  }

  static long renewals(LegalRequest request) {
    return request.history().stream().filter(s -> s.deed().equals("PROCESS_RENEW")).count();
  }

  private void emergency(InstrumentKind kind, Instant served) {
    if (!request.ask().emergency()) {
      return;
    }
    if (request.emergencyUpheld() == null) {
      add(
          Kind.EMERGENCY_REVIEW,
          served.plus(law.reviewWithin()),
          "The overseer reviews whether there was an emergency; without it nobody may ask in one.",
          "jurisdiction pack " + law.pack().name());
    }
    if (request.instrument() != null
        && awaitsValidation(request)
        && law.clock(kind, "validationWithin").isPresent()) {
      add(
          Kind.VALIDATION,
          validationDue(law, request, kind, served),
          "A judge or prosecutor validates the order; otherwise what came back is sealed off.",
          law.source(kind));
    }
  }

  static Instant validationDue(
      ProcessLaw law, LegalRequest request, InstrumentKind kind, Instant served) {
    Instant issued = request.moments().issued();
    return (issued == null ? served : issued)
        .plus(law.clock(kind, "validationWithin").orElse(Duration.ZERO));
  }

  /** Whether the order went out unvalidated and still is. */
  static boolean awaitsValidation(LegalRequest request) {
    Instrument instrument = request.instrument();
    return instrument != null
        && instrument.issuer() instanceof Issuer.ValidationSought
        && request.history().stream().noneMatch(s -> s.deed().equals("PROCESS_VALIDATE"));
  }

  private void objection() {
    for (ProviderReturn one : request.returns()) {
      Instant until = one.provisionalUntil();
      if (until != null && one.provisional(now) && one.objectedAt() == null) {
        add(
            Kind.OBJECTION_ENDS,
            until,
            "The enforcing State may object until then: what came back is provisional and leaves the"
                + " house for nobody.",
            law.source(request.written().instrument()));
      }
    }
  }

  private void filter() {
    if (request.state() != RequestState.SEALED_OVERPRODUCTION) {
      return;
    }
    ProviderReturn.Check newest = null;
    for (ProviderReturn one : request.returns()) {
      ProviderReturn.Check check = one.check();
      if (check != null
          && check.sealed() > 0
          && (newest == null || check.at().isAfter(newest.at()))) {
        newest = check;
      }
    }
    if (newest != null) {
      add(
          Kind.FILTER_DECISION,
          ProcessLaw.after(newest.at(), law.filterWithin(), zone()),
          newest.sealed()
              + " records lay outside what was ordered and are sealed: a filter officer outside the"
              + " team decides on them.",
          "jurisdiction pack " + law.pack().name());
    }
  }

  private void notice(RequestDraft draft) {
    if (draft.instrument().preserves() || request.returns().isEmpty()) {
      return;
    }
    if (request.history().stream().anyMatch(s -> s.to() == RequestState.NOTICE_DONE)) {
      return;
    }
    Instant received = request.returns().getFirst().receivedAt();
    Instant deferred = null;
    for (RequestStep step : request.history()) {
      if (step.deed().equals("PROCESS_DEFER_NOTICE")) {
        deferred = step.at();
      }
    }
    if (deferred == null && draft.secrecy().noticeDeferral().isBlank()) {
      add(
          Kind.USER_NOTICE,
          ProcessLaw.after(received, law.noticeWithin(), zone()),
          "The user is told that data were asked for, or a lawful reason for waiting is written down.",
          law.noticeSource());
      return;
    }
    add(
        Kind.NOTICE_REVIEW,
        ProcessLaw.after(deferred == null ? received : deferred, law.deferralAtMost(), zone()),
        "The reason for not telling the user is looked at again; it lapses otherwise.",
        law.noticeSource());
  }

  private void add(Kind kind, Instant due, String what, String source) {
    Urgency urgency =
        !now.isBefore(due)
            ? Urgency.OVERDUE
            : now.isBefore(due.minus(law.warnBefore())) ? Urgency.CALM : Urgency.NEAR;
    out.add(
        new Deadline(
            request.caseId(),
            request.id(),
            request.shortName(),
            kind,
            due,
            zone(),
            urgency,
            what,
            source));
  }

  private ZoneId zone() {
    return request.ask().zone();
  }
}
