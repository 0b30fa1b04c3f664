/** The only classes that write sealed files and custody's tables. */
@NullMarked
package dev.sextant.custody.store;

import org.jspecify.annotations.NullMarked;
