/** JSON with one way to write each document: sorted keys, no spaces, so that it can be hashed. */
@NullMarked
package dev.sextant.linkage.canonical;

import org.jspecify.annotations.NullMarked;
