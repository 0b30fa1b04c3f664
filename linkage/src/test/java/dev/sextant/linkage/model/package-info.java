@NullMarked
package dev.sextant.linkage.model;

import org.jspecify.annotations.NullMarked;
