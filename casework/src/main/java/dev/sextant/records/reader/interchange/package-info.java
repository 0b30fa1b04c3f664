/** What other systems exchange: threat intelligence, investigations, charts. */
@NullMarked
package dev.sextant.records.reader.interchange;

import org.jspecify.annotations.NullMarked;
