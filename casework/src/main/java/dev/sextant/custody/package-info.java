/**
 * Sealed evidence by digest: acquire, keep, open, verify, with every touch in the chain of custody.
 *
 * <p>Promises: an exhibit is whole or absent, whatever kills the program; it is never written
 * again; a byte altered on disk never reaches a reader; one chunk of 64 KiB is held in memory,
 * however long the exhibit. Bytes on disk are sealed under a key of the case.
 *
 * <pre>{@code
 * Exhibit exhibit = custody.seal(permit, acquisition, bytes, Progress.silent());
 * try (Act act = permit.begin(Step.VIEW, Particulars.none().id("exhibit", exhibit.id()));
 *     SeekableByteChannel opened = custody.open(act, exhibit.id())) {
 *   act.done(exhibit.digest());
 * }
 * }</pre>
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"terms", "authority"})
@NullMarked
package dev.sextant.custody;

import org.jspecify.annotations.NullMarked;
