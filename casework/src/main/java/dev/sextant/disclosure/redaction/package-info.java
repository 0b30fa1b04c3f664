/**
 * Takes words and persons out of a report before it is printed, and proves that they are gone from
 * every byte of the bundle. Knows reports and findings' documents; decides nothing: persons mark,
 * the template says whom it names.
 */
@NullMarked
package dev.sextant.disclosure.redaction;

import org.jspecify.annotations.NullMarked;
