/**
 * The only way out: releases signed findings to a named recipient as a bundle that anybody can
 * verify offline, and keeps the register of what was released, to whom, when, why. May use
 * authority, custody, findings and a reader's view of the ledger. Promises that nothing unsigned
 * leaves, that each bundle was verified before it was registered, and that the same disclosure
 * prints the same bytes.
 *
 * <pre>{@code
 * Recipient to = new Recipient("P. Prosecutor", "Prosecution service", "Charging decision", "MoU 7/2025");
 * Disclosure made = disclosures.release(permit, List.of(finding.id()), to, "Deliveries at Pier 7");
 * Path bundle = made.bundle();
 * byte[] pdf = disclosures.report(permit, made.id());
 * List<Disclosure> register = disclosures.register(permit);
 * }</pre>
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "terms",
      "authority",
      "custody",
      "findings",
      "subjects",
      "network",
      "ledger",
      "verify",
      "press"
    })
@NullMarked
package dev.sextant.disclosure;

import org.jspecify.annotations.NullMarked;
