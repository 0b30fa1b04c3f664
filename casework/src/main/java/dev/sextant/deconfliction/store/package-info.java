/** The tables of deconfliction; nobody else reads or writes them. */
@NullMarked
package dev.sextant.deconfliction.store;

import org.jspecify.annotations.NullMarked;
