/**
 * Claims with support, counter-support, method, grade and alternatives; reviewed by a second
 * person; signed by both. May use authority, custody, records, identity and network. Promises that
 * a signed finding carries all it rests on, so that it reprints byte for byte, and that nothing is
 * signed which a second person has not accepted.
 *
 * <pre>{@code
 * Finding draft = findings.draft(permit, claim);
 * Finding frozen = findings.submit(permit, draft.id());
 * findings.review(colleaguesPermit, frozen.id(), ReviewDecision.ACCEPT, "the records show it");
 * Finding signed = findings.sign(permit, frozen.id());
 * byte[] document = signed.document().bytes();
 * }</pre>
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "terms",
      "authority",
      "custody",
      "records",
      "identity",
      "network",
      "subjects"
    })
@NullMarked
package dev.sextant.findings;

import org.jspecify.annotations.NullMarked;
