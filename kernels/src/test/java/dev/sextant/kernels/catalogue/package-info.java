@NullMarked
package dev.sextant.kernels.catalogue;

import org.jspecify.annotations.NullMarked;
