/** The tables of readings and records, within acts. Internal to the room. */
@NullMarked
package dev.sextant.records.store;

import org.jspecify.annotations.NullMarked;
