package dev.sextant.records.reader.capture.cdr;

/**
 * An antenna of a table beside the calls.
 *
 * @param place latitude and longitude in degrees; belongs to the antenna
 * @param sector where it beams to
 */
record Antenna(double[] place, Sector sector) {}
