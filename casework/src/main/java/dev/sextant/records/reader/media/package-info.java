/**
 * Pictures and other media as evidence of their own: what they are by their bytes, what the device
 * wrote into them, and a hash that finds copies.
 */
@NullMarked
package dev.sextant.records.reader.media;

import org.jspecify.annotations.NullMarked;
