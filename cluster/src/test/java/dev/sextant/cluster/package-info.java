@NullMarked
package dev.sextant.cluster;

import org.jspecify.annotations.NullMarked;
