@NullMarked
package dev.sextant.app.live;

import org.jspecify.annotations.NullMarked;
