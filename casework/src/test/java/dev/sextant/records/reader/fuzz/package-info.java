/**
 * Readers driven by a coverage-guided fuzzer (Jazzer). The seeds are the hold-outs; what was found
 * once stays as a seed. Plain tests run the seeds; {@code fuzz/run} fuzzes.
 */
@NullMarked
package dev.sextant.records.reader.fuzz;

import org.jspecify.annotations.NullMarked;
