/**
 * The composition root: builds every room from one home folder and serves them over HTTP and the
 * command line. Spring's container lives here alone; the rooms inside are plain Java.
 */
@NullMarked
package dev.sextant.app;

import org.jspecify.annotations.NullMarked;
