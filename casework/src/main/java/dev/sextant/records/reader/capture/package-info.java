/**
 * What tools capture or extract: web archives, scrapers' tables, leads, phone extractions, call
 * records.
 */
@NullMarked
package dev.sextant.records.reader.capture;

import org.jspecify.annotations.NullMarked;
