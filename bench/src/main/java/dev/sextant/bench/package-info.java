/** Benchmarks, run by hand: {@code java -cp ... org.openjdk.jmh.Main}. Never part of the tests. */
@NullMarked
package dev.sextant.bench;

import org.jspecify.annotations.NullMarked;
