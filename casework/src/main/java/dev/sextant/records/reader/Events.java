package dev.sextant.records.reader;

import dev.sextant.records.reader.mapping.RowsRound;
import dev.sextant.records.reader.mapping.TableSurvey;

/** What a reading tells the one who asked for it: everything a sink hears, and who was chosen. */
public interface Events extends Sink {
  /** A reader was chosen; told before anything else. */
  default void chosen(ReaderCard card) {}

  /**
   * The source was opened; told before its first item, where the one who asked does not know.
   *
   * @param unpackedBytes unpacked bytes of all its parts
   */
  default void opened(long unpackedBytes) {}

  /** The tables of the source were looked at, where that was asked for. */
  default void surveyed(TableSurvey survey) {}

  /** The rows of a table round a place were looked at, where that was asked for. */
  default void rows(RowsRound rows) {}

  /** Whether whoever asked wants no more: the child is ended then. Asked from another thread. */
  default boolean stopped() {
    return false;
  }

  /** A reader was found that knows the source, where only that was asked for. */
  default void sniffed(Sniffed seen) {}
}
