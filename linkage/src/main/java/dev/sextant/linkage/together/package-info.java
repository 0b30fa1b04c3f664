/**
 * Relations between accounts that are not identity: acting together, playing on the same side,
 * sharing a key. Each is a lead with its error rate and with what would explain it innocently; none
 * is a reason to merge, and none is written where judgements are.
 */
@NullMarked
package dev.sextant.linkage.together;

import org.jspecify.annotations.NullMarked;
