/**
 * What a team published, told to those of it who look on. Told are identifiers and kinds, never
 * content; whoever wants to see fetches it under a permit, which is an act.
 */
@NullMarked
package dev.sextant.app.live;

import org.jspecify.annotations.NullMarked;
