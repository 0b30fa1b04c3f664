/**
 * Readers turn one format's bytes into records. They see a {@link
 * dev.sextant.records.reader.Source}, speak into a {@link dev.sextant.records.reader.Sink}, run in
 * a child process with limits, and never fetch or execute anything that evidence names.
 *
 * <pre>{@code
 * Reader reader = Readers.all().choose(source).reader();
 * reader.read(source, sink);
 * }</pre>
 */
@NamedInterface("reader")
@NullMarked
package dev.sextant.records.reader;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
