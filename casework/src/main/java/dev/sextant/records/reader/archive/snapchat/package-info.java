/** The data that Snapchat gives to its users. */
@NullMarked
package dev.sextant.records.reader.archive.snapchat;

import org.jspecify.annotations.NullMarked;
