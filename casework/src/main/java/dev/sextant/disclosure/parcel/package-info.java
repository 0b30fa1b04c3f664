/** Other shapes in which a released bundle travels: a bag for archives, one page for a browser. */
@NullMarked
package dev.sextant.disclosure.parcel;

import org.jspecify.annotations.NullMarked;
