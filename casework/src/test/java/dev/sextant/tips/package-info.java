/** Tests of the tip process's parts; the whole is played by the board's attacks 24 and 25. */
@NullMarked
package dev.sextant.tips;

import org.jspecify.annotations.NullMarked;
