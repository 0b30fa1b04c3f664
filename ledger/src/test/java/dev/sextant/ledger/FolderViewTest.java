package dev.sextant.ledger;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A view of the folder that a {@link Ledger} wrote, with the stages of several checkpoints. */
class FolderViewTest extends LedgerViewContract {
  @TempDir static Path folder;

  @BeforeAll
  static void fill() {
    try (Ledger ledger = Ledger.open(folder, LedgerTest.KEY, Clock.systemUTC())) {
      for (int i = 0; i < SIZE; i++) {
        ledger.append(LedgerTest.entry(i));
        if (i % 150 == 7) {
          ledger.checkpoint();
        }
      }
      ledger.checkpoint();
    }
  }

  @Override
  LedgerView view() {
    return LedgerView.open(folder);
  }
}
