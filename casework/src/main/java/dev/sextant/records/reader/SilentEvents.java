package dev.sextant.records.reader;

import dev.sextant.records.Record;
import dev.sextant.terms.Locator;
import java.util.List;

/** Events that listen to nothing; override what matters. */
public class SilentEvents implements Events {
  @Override
  public void item() {
    // Counted by the framework.
  }

  @Override
  public void records(List<? extends Record> records) {
    // Not wanted.
  }

  @Override
  public void fault(Locator where, ReadFault fault) {
    // Not wanted.
  }

  @Override
  public void unknown(Locator where, String section) {
    // Not wanted.
  }

  @Override
  public void ignored(Locator where, String rule) {
    // Not wanted.
  }

  @Override
  public void note(ReadNote note) {
    // Not wanted.
  }
}
