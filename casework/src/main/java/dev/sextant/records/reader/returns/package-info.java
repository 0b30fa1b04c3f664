/** What providers answer to legal process. */
@NullMarked
package dev.sextant.records.reader.returns;

import org.jspecify.annotations.NullMarked;
