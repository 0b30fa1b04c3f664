package dev.sextant.identity;

import dev.sextant.linkage.LinkageFault;
import dev.sextant.linkage.compare.Comparisons;
import dev.sextant.linkage.link.Linked;
import dev.sextant.linkage.link.Linker;
import dev.sextant.linkage.link.LiveIndex;
import dev.sextant.linkage.link.PairWriter;
import dev.sextant.linkage.profile.Profile;
import dev.sextant.linkage.profile.ProfileReader;
import dev.sextant.linkage.table.Column;
import dev.sextant.linkage.table.Table;
import dev.sextant.linkage.table.TableReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Links a table once, then adds later records to it one by one, none of which makes the whole be
 * linked again: for research, without a case. Scores and groups are the same in whatever order the
 * records come, and those of all grouped at once ({@link LiveIndex}).
 */
public final class FileAdding {
  private FileAdding() {}

  /**
   * What is linked, and what is added.
   *
   * @param table linked at first
   * @param records added to it: a table with the same id column
   * @param profile in YAML, without constraints and sorted neighbourhoods
   * @param threads for the linking; any number gives the same
   */
  public record Asked(Path table, Path records, Path profile, int threads) {}

  /**
   * Links, adds, and writes what came of the added records.
   *
   * @param pairs written: pairs of added records, the added one first, as {@link FileLinkage} does
   * @param clusters written if present: the groups of all records afterwards
   * @param said is told what came of each record as it is added, and how long adding took
   * @throws BadLinkage where a table or the profile cannot be used
   */
  public static void add(Asked asked, Path pairs, Optional<Path> clusters, FileLinkage.Said said)
      throws IOException {
    Steps steps = new Steps(said, System::nanoTime);
    try {
      PairWriter.probe(pairs);
      clusters.ifPresent(PairWriter::probe);
      Profile profile = ProfileReader.read(asked.profile());
      Table table = TableReader.read(asked.table(), null, profile.id());
      Table records = TableReader.read(asked.records(), null, profile.id());
      requireOthers(asked, table, records);
      try (Linker linker = new Linker(table, profile, Comparisons.standard())) {
        Linked linked = linker.link(asked.threads(), steps);
        LiveIndex live = new LiveIndex(linked);
        List<String> added = List.of(records.ids());
        long[] nanos = new long[records.rows()];
        for (int row = 0; row < nanos.length; row++) {
          String id = records.ids()[row];
          Map<String, String> cells = cells(records, row);
          long from = System.nanoTime();
          LiveIndex.Added came = live.add(id, cells);
          nanos[row] = System.nanoTime() - from;
          said.text(told(id, came));
        }
        long written = PairWriter.added(live, added, profile, pairs);
        if (clusters.isPresent()) {
          PairWriter.groups(table, added, live, clusters.get());
        }
        said.text(summary(table, written, nanos));
      }
    } catch (LinkageFault e) {
      throw new BadLinkage(e);
    } catch (OutOfMemoryError e) {
      throw new BadLinkage(FileLinkage.tooLarge(asked.table(), e));
    }
  }

  /* Before anything is linked: linking takes long, and what was told of earlier records would stand. */
  private static void requireOthers(Asked asked, Table table, Table records) {
    Set<String> first = new HashSet<>(List.of(table.ids()));
    for (String id : records.ids()) {
      if (first.contains(id)) {
        throw new LinkageFault(
            "SX-LINK-TWICE",
            "a later record has the id of one in the table it is added to",
            asked.records().toString(),
            id,
            "give it an id of its own, or leave it out if it is there already");
      }
    }
  }

  private static Map<String, String> cells(Table records, int row) {
    Map<String, String> cells = new HashMap<>();
    for (Column column : records.columns().values()) {
      cells.put(column.name(), column.cell(row));
    }
    return cells;
  }

  private static String told(String id, LiveIndex.Added came) {
    StringBuilder text = new StringBuilder(id);
    text.append(came.group().size() > 1 ? ": possibly one actor with" : ": on its own");
    came.group().stream()
        .filter(other -> !other.equals(id))
        .forEach(other -> text.append(' ').append(other));
    text.append(String.format(Locale.ROOT, " (%d compared", came.pairs().size()));
    if (!came.pairs().isEmpty()) {
      int best = came.pairs().getFirst().score();
      text.append(String.format(Locale.ROOT, ", likeliest %.4f", PairWriter.probability(best)));
    }
    if (came.leftOut() > 0) {
      text.append(", ").append(came.leftOut()).append(" blocks too large to look at");
    }
    return text.append(")\n").toString();
  }

  private static String summary(Table table, long written, long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    String text =
        String.format(
            Locale.ROOT,
            "records    %d, then %d added%nwritten    %d pairs%n",
            table.rows(),
            nanos.length,
            written);
    return sorted.length == 0
        ? text
        : text
            + String.format(
                Locale.ROOT,
                "time       half of them within %.2f ms each, 99 of 100 within %.2f ms%n",
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6);
  }
}
