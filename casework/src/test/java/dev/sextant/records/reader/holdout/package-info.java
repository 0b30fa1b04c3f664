/**
 * Files made from the descriptions of formats by somebody who did not read the readers, with what
 * is true in them: who, what, when, which numbers. A reader that passes its own samples only has
 * been tested by its own misunderstanding.
 *
 * <p>Words that begin with {@code zz} stand in fields and sections that no description names: each
 * must be kept somewhere (a record, an unknown item, a fault), or the reader drops in silence.
 */
@NullMarked
package dev.sextant.records.reader.holdout;

import org.jspecify.annotations.NullMarked;
