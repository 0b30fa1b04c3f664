/** Loads for linkage: invented persons with mistakes, and the truth about them. */
@NullMarked
package dev.sextant.linkage;

import org.jspecify.annotations.NullMarked;
