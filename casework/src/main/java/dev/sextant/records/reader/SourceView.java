package dev.sextant.records.reader;

import dev.sextant.terms.Digest;
import java.time.ZoneId;
import java.util.Optional;

/** A source seen in another way: what is said of the whole is said of it. */
interface SourceView extends Source {
  /** The source itself. */
  Source whole();

  @Override
  default String name() {
    return whole().name();
  }

  @Override
  default Digest digest() {
    return whole().digest();
  }

  @Override
  default Limits limits() {
    return whole().limits();
  }

  @Override
  default Optional<ZoneId> zone() {
    return whole().zone();
  }
}
