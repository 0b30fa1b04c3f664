@NullMarked
package dev.sextant.kernels.layout;

import org.jspecify.annotations.NullMarked;
