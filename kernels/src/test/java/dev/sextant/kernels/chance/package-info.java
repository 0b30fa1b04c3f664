/** Tests, with the naive twins that kernels are compared with. */
@NullMarked
package dev.sextant.kernels.chance;

import org.jspecify.annotations.NullMarked;
