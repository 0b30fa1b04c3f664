package dev.sextant.records;

import dev.sextant.records.reader.ReaderFault;
import dev.sextant.records.reader.Sniffed;
import java.util.Optional;

/**
 * Which reader would read an exhibit.
 *
 * @param seen the reader and what it looked at; empty if none knows the content
 * @param refusal why none does; empty if one does
 */
public record ReaderLook(Optional<Sniffed> seen, Optional<ReaderFault> refusal) {}
