@NullMarked
package dev.sextant.linkage.table;

import org.jspecify.annotations.NullMarked;
