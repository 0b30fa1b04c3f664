/** What runs inside the sandbox, and nothing else does. */
@NullMarked
package dev.sextant.tips.disarm;

import org.jspecify.annotations.NullMarked;
