/**
 * Legal process: requests to providers from intake to close, the least intrusive instrument that
 * suffices, the papers it is asked with, the clocks that run, and what each return may be read for.
 *
 * <p>Promises: an instrument that may not reach a kind of data, or that its issuer may not issue,
 * cannot be written down ({@link dev.sextant.helpdesk.Instrument} has no such value); nobody issues
 * what he drafted alone; a return is read by the terms of the request that it answers, whoever
 * reads it. Transmission is not done here: papers are printed, and people or the official system
 * send them.
 *
 * <pre>{@code
 * RequestId id = desk.intake(officer, caseId, ask);
 * Advice advice = desk.advise(officer, caseId, id);
 * desk.draft(officer, caseId, id, draft.with(advice.proposed()));
 * byte[] pdf = desk.paper(officer, caseId, id, PaperKind.WARRANT_ATTACHMENTS);
 * List<Deadline> due = desk.due(officer, caseId);
 * }</pre>
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"terms", "authority", "press"})
@NullMarked
package dev.sextant.helpdesk;

import org.jspecify.annotations.NullMarked;
