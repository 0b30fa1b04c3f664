/** Classes that break each rule, so that the tests show that the rules find them. Never run. */
@NullMarked
package dev.sextant.capability.broken;

import org.jspecify.annotations.NullMarked;
