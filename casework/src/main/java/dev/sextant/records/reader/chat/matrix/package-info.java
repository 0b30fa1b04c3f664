/** Events of Matrix, as clients export them and servers answer. */
@NullMarked
package dev.sextant.records.reader.chat.matrix;

import org.jspecify.annotations.NullMarked;
