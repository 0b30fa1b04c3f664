/**
 * What leaves the agency can be verified by anybody, offline: the released bundle, its canonical
 * zip, and the log. The writer of bundles is here too, so that both follow one description ({@code
 * docs/formats/bundle.md}). Uses only {@code terms}, {@code ledger} and the JDK; packed alone as
 * {@code sextant-verify.jar}.
 *
 * <pre>{@code
 * new BundleWriter(disclosureId, caseId, created)
 *     .keys(keys).checkpoint(checkpoint).act(view, index, checkpoint.size())
 *     .exhibit("X/1", digest, bytes, acquisition).custody("X/1", chain)
 *     .finding(finding, List.of(BundleSignature.sign("author", finding, author), review))
 *     .file("report.pdf", pdf).file("network.json", network).write(zip, disclosureKey);
 * BundleReport report = BundleVerifier.verify(zip, disclosureKey.verifier(), null);
 * }</pre>
 */
@NullMarked
package dev.sextant.verify;

import org.jspecify.annotations.NullMarked;
