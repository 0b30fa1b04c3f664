/** Bluesky: answers of its programming interface as JSON, and repositories as CAR files. */
@NullMarked
package dev.sextant.records.reader.archive.bluesky;

import org.jspecify.annotations.NullMarked;
