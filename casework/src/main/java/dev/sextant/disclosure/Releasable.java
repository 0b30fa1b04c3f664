package dev.sextant.disclosure;

import dev.sextant.authority.Act;
import dev.sextant.authority.Permit;
import dev.sextant.disclosure.store.ScopeNote;
import dev.sextant.findings.Finding;
import dev.sextant.findings.FindingState;
import dev.sextant.terms.FindingId;

/** Which findings may leave under an authority as it stands, and how it wants them handled. */
final class Releasable {
  private final Disclosures.Ground ground;

  Releasable(Disclosures.Ground ground) {
    this.ground = ground;
  }

  /**
   * A finding that may be released.
   *
   * @throws DisclosureFault.NotReleasable {@code SX-DISC-UNSIGNED}, {@code SX-DISC-SCOPE}
   */
  Finding finding(Act act, FindingId id) {
    Finding finding = ground.findings().finding(act, id);
    requireSigned(finding, "have it reviewed and signed, or leave it out");
    requireCovered(act.permit(), finding);
    return finding;
  }

  /**
   * Refuses a finding that nobody else has signed.
   *
   * @throws DisclosureFault.NotReleasable {@code SX-DISC-UNSIGNED}, with this cure
   */
  static void requireSigned(Finding finding, String cure) {
    if (finding.state() != FindingState.SIGNED) {
      throw new DisclosureFault.NotReleasable(
          "SX-DISC-UNSIGNED",
          "only signed findings are released",
          "finding F-" + finding.number(),
          finding.state().name(),
          cure);
    }
  }

  /* A signed finding carries what the scope of its day let be seen. */
  private void requireCovered(Permit permit, Finding finding) {
    int version = finding.document().authorityVersion();
    boolean covered =
        version == permit.authorityVersion()
            || ground
                .authority()
                .authorities()
                .authority(permit.actor(), permit.authority())
                .stream()
                .filter(file -> file.document().version() == version)
                .map(file -> ScopeNote.of(file.document().draft().bounds().scope()))
                .anyMatch(note -> note.coveredBy(permit.scope()));
    if (!covered) {
      throw new DisclosureFault.NotReleasable(
          "SX-DISC-SCOPE",
          "the authority was narrowed since this finding was written",
          "finding F-" + finding.number(),
          "version " + version + ", now " + permit.authorityVersion(),
          "write the finding anew under the authority as it stands, or leave it out");
    }
  }

  /** How the authority wants handled what leaves under it; empty if it says nothing. */
  String instruction(Permit permit) {
    return ground.authority().authorities().authority(permit.actor(), permit.authority()).stream()
        .filter(file -> file.document().version() == permit.authorityVersion())
        .map(file -> file.document().draft().duties().handling())
        .findFirst()
        .orElse("");
  }
}
