/** The data package that Discord gives to its users. */
@NullMarked
package dev.sextant.records.reader.archive.discord;

import org.jspecify.annotations.NullMarked;
