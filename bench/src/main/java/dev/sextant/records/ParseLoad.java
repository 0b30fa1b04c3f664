package dev.sextant.records;

import dev.sextant.records.reader.ExhibitSource;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.Readers;
import dev.sextant.records.reader.SilentEvents;
import java.nio.file.Path;

public final class ParseLoad {
  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[1]);
    Path p = Path.of(args[0]);
    for (int i = 0; i < rounds; i++) {
      long s = System.nanoTime();
      try (var source = ExhibitSource.open(p, Limits.standard())) {
        double opened = (System.nanoTime() - s) / 1e9;
        Readers.all().read(source, new SilentEvents());
        double all = (System.nanoTime() - s) / 1e9;
        double mb = java.nio.file.Files.size(p) / 1e6;
        System.out.printf(
            "open %.2f s (%.0f MB/s), read %.2f s (%.0f MB/s)%n",
            opened, mb / opened, all - opened, mb / (all - opened));
      }
    }
  }
}
