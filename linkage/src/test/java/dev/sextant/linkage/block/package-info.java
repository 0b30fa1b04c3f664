@NullMarked
package dev.sextant.linkage.block;

import org.jspecify.annotations.NullMarked;
