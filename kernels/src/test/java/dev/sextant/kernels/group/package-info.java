/** Tests of the kernels, with the naive twins that they are compared with. */
@NullMarked
package dev.sextant.kernels.group;

import org.jspecify.annotations.NullMarked;
