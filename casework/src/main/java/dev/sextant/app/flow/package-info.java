/** Flows over several rooms, and background work. */
@NullMarked
package dev.sextant.app.flow;

import org.jspecify.annotations.NullMarked;
