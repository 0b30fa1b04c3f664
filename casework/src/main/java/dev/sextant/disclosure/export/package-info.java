/**
 * A released report in the field's own formats, so that whoever receives it can open the network in
 * their tool and load the findings into their system. Everything here is a pure function of the
 * {@link dev.sextant.disclosure.report.Report}: it says nothing that the signed findings do not
 * say, names nobody they do not name, and carries the authority and the handling in each file. The
 * files lie under {@code exports/} in the bundle and are covered by its manifest.
 */
@NullMarked
package dev.sextant.disclosure.export;

import org.jspecify.annotations.NullMarked;
