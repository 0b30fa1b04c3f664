/**
 * Groups of records that are possibly one actor: average-link agglomeration on log odds under
 * judgements and constraints.
 */
@NullMarked
package dev.sextant.linkage.group;

import org.jspecify.annotations.NullMarked;
