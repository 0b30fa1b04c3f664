@NullMarked
package dev.sextant.linkage.group;

import org.jspecify.annotations.NullMarked;
