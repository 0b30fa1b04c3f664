/** The command line over the same flows. */
@NullMarked
package dev.sextant.app.cli;

import org.jspecify.annotations.NullMarked;
