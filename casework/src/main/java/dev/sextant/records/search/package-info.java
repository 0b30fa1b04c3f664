/** The search index of each case, under the scope of a permit. Internal to the room. */
@NullMarked
package dev.sextant.records.search;

import org.jspecify.annotations.NullMarked;
