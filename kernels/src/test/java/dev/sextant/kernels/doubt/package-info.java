@NullMarked
package dev.sextant.kernels.doubt;

import org.jspecify.annotations.NullMarked;
