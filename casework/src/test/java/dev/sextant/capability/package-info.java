/** What the program must never be able to do, looked for in its classes and libraries. */
@NullMarked
package dev.sextant.capability;

import org.jspecify.annotations.NullMarked;
