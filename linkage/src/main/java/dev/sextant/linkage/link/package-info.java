/** The whole way from tables to scored pairs and groups. */
@NullMarked
package dev.sextant.linkage.link;

import org.jspecify.annotations.NullMarked;
