package dev.sextant.custody;

import dev.sextant.authority.CaseFile;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.ExhibitId;

/**
 * Sealed bytes.
 *
 * @param id random identifier
 * @param caseId the case
 * @param authority the authority under which they were first sealed
 * @param number running number within the case, from 1
 * @param digest SHA-256 of the bytes
 * @param bytes their length
 * @param name the name they first came under
 * @param acquisition how they were first acquired
 */
public record Exhibit(
    ExhibitId id,
    CaseId caseId,
    AuthorityId authority,
    int number,
    Digest digest,
    long bytes,
    String name,
    Acquisition acquisition) {

  /** The exhibit number as printed: {@code C-12/E-7}. */
  public String printed(CaseFile of) {
    return of.shortName() + "/E-" + number;
  }
}
