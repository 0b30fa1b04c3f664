package dev.sextant.linkage.link;

import dev.sextant.linkage.LinkageFault;
import dev.sextant.linkage.block.Blocking;
import dev.sextant.linkage.block.Columns;
import dev.sextant.linkage.block.Sides;
import dev.sextant.linkage.block.Workers;
import dev.sextant.linkage.compare.Comparisons;
import dev.sextant.linkage.model.Compared;
import dev.sextant.linkage.model.Comparer;
import dev.sextant.linkage.profile.BlockRule;
import dev.sextant.linkage.profile.Field;
import dev.sextant.linkage.profile.Profile;
import dev.sextant.linkage.profile.SourceRule;
import dev.sextant.linkage.table.Column;
import dev.sextant.linkage.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tables and profile made ready on one machine: values prepared, blocks built, the work cut into
 * pieces. The same on every machine that has the same tables and profile, so that machines can
 * share the pieces among them by number.
 */
public final class Site {
  private final List<Compared> fields;
  private final Blocking blocking;
  private final List<Blocking.Piece> pieces;
  private final int[] sources;
  private final Sides sides;

  /** A comparer remembers what it compared, and is one thread's. */
  private final ThreadLocal<Comparer> comparers;

  private Site(List<Compared> fields, Blocking blocking, int[] sources, Sides sides) {
    this.fields = fields;
    this.blocking = blocking;
    this.pieces = blocking.pieces();
    this.sources = sources;
    this.sides = sides;
    this.comparers = ThreadLocal.withInitial(() -> new Comparer(fields));
  }

  /**
   * Makes ready.
   *
   * @param threads any number gives the same
   */
  public static Site of(Table table, Profile profile, Comparisons comparisons, int threads) {
    try (Workers workers = new Workers(threads)) {
      return of(table, profile, comparisons, workers);
    }
  }

  static Site of(Table table, Profile profile, Comparisons comparisons, Workers workers) {
    List<Compared> fields = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (Field field : profile.fields()) {
      Compared compared = Compared.of(table, field, comparisons, profile.name(), workers);
      fields.add(compared);
      columns.addAll(compared.columns());
    }
    SourceRule rule = profile.source();
    int[] sources = sources(table, profile, rule);
    Sides sides = rule != null && rule.across() ? new Sides(sources, false) : Sides.files(table);
    List<BlockRule> rules =
        profile.rules().isEmpty()
            ? DerivedRules.of(table, Order.of(table).rows(), profile, comparisons, workers)
            : UsableRules.of(table, profile);
    Blocking blocking =
        Blocking.of(table, rules, Columns.telling(columns), profile.settings(), workers);
    return new Site(List.copyOf(fields), blocking, sources, sides);
  }

  /** Of blocks that are there. */
  static Site of(List<Compared> fields, Blocking blocking, Sides sides) {
    return new Site(fields, blocking, sides.sources(), sides);
  }

  /** How many pieces of work there are, of some tens of thousands of pairs each. */
  public int pieces() {
    return pieces.size();
  }

  /**
   * Finds the pairs of a piece and compares them. Safe from many threads.
   *
   * @param within pairs inside one source, instead of those that are linked
   */
  public ComparedPairs compare(int piece, boolean within) {
    ComparedPairs.Builder found = new ComparedPairs.Builder();
    Comparer comparer = comparers.get();
    Sides which = within ? sides.within() : sides;
    blocking.run(pieces.get(piece), which, (a, b) -> found.add(a, b, comparer.pattern(a, b)));
    return found.end();
  }

  List<Compared> fields() {
    return fields;
  }

  Blocking blocking() {
    return blocking;
  }

  int[] sources() {
    return sources;
  }

  Sides sides() {
    return sides;
  }

  private static int[] sources(Table table, Profile profile, @Nullable SourceRule rule) {
    int[] sources = new int[table.rows()];
    Arrays.fill(sources, -1);
    if (rule == null) {
      return sources;
    }
    if (rule.column() == null) {
      for (int i = 0; i < sources.length; i++) {
        sources[i] = !table.twoSided() ? -1 : i < table.left() ? 0 : 1;
      }
      return sources;
    }
    Column column = Columns.named(table, rule.column());
    if (column == null) {
      throw new LinkageFault(
          "SX-LINK-COLUMN",
          "no table has such a column",
          profile.name() + ", constraints.source",
          rule.column(),
          "use one of " + table.columns().keySet());
    }
    return column.codes().clone();
  }
}
