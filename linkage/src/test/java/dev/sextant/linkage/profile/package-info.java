@NullMarked
package dev.sextant.linkage.profile;

import org.jspecify.annotations.NullMarked;
