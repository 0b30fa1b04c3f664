@NullMarked
package dev.sextant.linkage.link;

import org.jspecify.annotations.NullMarked;
