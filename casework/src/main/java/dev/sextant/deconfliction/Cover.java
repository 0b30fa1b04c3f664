package dev.sextant.deconfliction;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.CaseId;
import java.time.Instant;

/**
 * A case that answers nobody.
 *
 * @param caseId which
 * @param by the officer who said so
 * @param since when
 * @param reasons why
 */
public record Cover(CaseId caseId, ActorId by, Instant since, String reasons) {}
