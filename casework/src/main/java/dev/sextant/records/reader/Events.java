package dev.sextant.records.reader;

/** What a reading tells the one who asked for it: everything a sink hears, and who was chosen. */
public interface Events extends Sink {
  /** A reader was chosen; told before anything else. */
  default void chosen(ReaderCard card) {}
}
