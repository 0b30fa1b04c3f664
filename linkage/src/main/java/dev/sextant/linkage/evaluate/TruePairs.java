package dev.sextant.linkage.evaluate;

import dev.sextant.linkage.LinkageFault;
import dev.sextant.linkage.delimited.DelimitedRows;
import java.io.IOException;
import java.nio.file.Path;

/** The pairs that are known to be of one actor; every other pair is taken to be of two. */
public final class TruePairs {
  private final LongSet pairs = new LongSet();

  /** No pair yet. */
  public TruePairs() {}

  /**
   * Reads a comma-separated table with the columns id_a and id_b.
   *
   * @throws LinkageFault {@code SX-LINK-COLUMN} if a column is not there, {@code SX-LINK-SELF} if a
   *     pair is a record with itself
   */
  public static TruePairs read(Path file, IdNumbers ids) throws IOException {
    TruePairs truth = new TruePairs();
    try (DelimitedRows rows = DelimitedRows.table(file)) {
      int a = rows.column("id_a");
      int b = rows.column("id_b");
      while (rows.next()) {
        int left = ids.left(rows.cell(a));
        int right = ids.right(rows.cell(b));
        if (left == right) {
          throw new LinkageFault(
              "SX-LINK-SELF",
              "a true pair is a record with itself",
              rows.place(),
              rows.cell(a),
              "if the columns are ids of two tables, say so (--sides)");
        }
        truth.add(left, right);
      }
    }
    return truth;
  }

  /** Adds a pair of two records. */
  public void add(int a, int b) {
    pairs.add(IdNumbers.key(a, b));
  }

  /** True if the pair is of one actor. */
  public boolean same(int a, int b) {
    return pairs.contains(IdNumbers.key(a, b));
  }

  /** How many pairs. */
  public int size() {
    return pairs.size();
  }

  /** The pairs as keys: the smaller number in the upper half. */
  long[] keys() {
    return pairs.members();
  }
}
