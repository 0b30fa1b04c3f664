/** Tests of the command line. */
@NullMarked
package dev.sextant.app.cli;

import org.jspecify.annotations.NullMarked;
