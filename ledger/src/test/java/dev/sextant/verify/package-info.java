/** Tests of the verifier. */
@NullMarked
package dev.sextant.verify;

import org.jspecify.annotations.NullMarked;
