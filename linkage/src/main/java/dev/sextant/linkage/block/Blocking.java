package dev.sextant.linkage.block;

import dev.sextant.linkage.profile.BlockRule;
import dev.sextant.linkage.profile.Profile;
import dev.sextant.linkage.table.Column;
import dev.sextant.linkage.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * The pairs of a table that are looked at: those that share a block of some rule. A pair belongs to
 * the first rule it meets, so none is seen twice.
 */
public final class Blocking {
  /** Pairs in a piece of work: a few milliseconds, so that threads end together. */
  private static final long PIECE = 1 << 16;

  private final List<RuleIndex> rules;
  private final List<RuleReport> reports;
  private boolean settled;

  private Blocking(List<RuleIndex> rules) {
    this.rules = rules;
    this.reports = rules.stream().map(RuleIndex::report).toList();
  }

  /**
   * Builds all blocks.
   *
   * @param rules in order
   * @param telling the compared columns, the most telling first: what oversized blocks are keyed by
   */
  public static Blocking of(
      Table table,
      List<BlockRule> rules,
      List<Column> telling,
      Profile.Settings settings,
      Workers workers) {
    List<Callable<RuleIndex>> work = new ArrayList<>();
    for (BlockRule rule : rules) {
      List<List<Column>> columns = new ArrayList<>();
      for (BlockRule.Key key : rule.keys()) {
        columns.add(
            key.columns().stream()
                .map(name -> Objects.requireNonNull(Columns.named(table, name)))
                .toList());
      }
      work.add(() -> RuleIndex.of(table, rule, columns, telling, settings));
    }
    return new Blocking(workers.all(work));
  }

  /** What each rule announces. */
  public List<RuleReport> reports() {
    return reports;
  }

  /** The work in pieces, in an order that depends on nothing but the table and the rules. */
  public List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    for (int rule = 0; rule < rules.size(); rule++) {
      RuleIndex index = rules.get(rule);
      int from = 0;
      long pairs = 0;
      for (int block = 0; block < index.blocks(); block++) {
        pairs += index.pairsOfBlock(block);
        if (pairs >= PIECE) {
          pieces.add(new Piece(rule, from, block + 1));
          from = block + 1;
          pairs = 0;
        }
      }
      if (from < index.blocks()) {
        pieces.add(new Piece(rule, from, index.blocks()));
      }
    }
    return pieces;
  }

  /** Shows the pairs of a piece whose first rule it is; the smaller row first. */
  public void run(Piece piece, Sides sides, Pairs seen) {
    RuleIndex index = rules.get(piece.rule);
    Pairs fresh =
        piece.rule == 0
            ? seen
            : (a, b) -> {
              for (int earlier = 0; earlier < piece.rule; earlier++) {
                if (rules.get(earlier).share(a, b)) {
                  return;
                }
              }
              seen.pair(a, b);
            };
    for (int block = piece.from; block < piece.to; block++) {
      index.pairs(block, sides, fresh);
    }
  }

  /** All rules that a pair meets, bit by bit from the first. */
  public long rulesOf(int a, int b) {
    long met = 0;
    for (int rule = 0; rule < rules.size(); rule++) {
      if (rules.get(rule).share(a, b)) {
        met |= 1L << rule;
      }
    }
    return met;
  }

  /** Whether a rule makes records meet by their place in an order. */
  public boolean windowed() {
    return rules.stream().anyMatch(RuleIndex::windowed);
  }

  /**
   * Says that no record comes later: lets go of keys, by which {@link #meeting} finds rows. Pairs
   * need none.
   */
  public void settle() {
    rules.forEach(RuleIndex::settle);
    settled = true;
  }

  /** Whether no record can come later any more. */
  public boolean settled() {
    return settled;
  }

  /**
   * The rows that share a key with a record that is in no table.
   *
   * @param cell of a column by its name; empty where there is none
   * @param seen takes each key, by its rule's number, and rows that have it; a row may come twice
   * @return keys whose blocks are keyed further, and show no rows
   * @throws IllegalStateException after {@link #settle}
   */
  public int meeting(Function<String, String> cell, Meeting seen) {
    if (settled) {
      throw new IllegalStateException("the keys were let go");
    }
    int split = 0;
    for (int rule = 0; rule < rules.size(); rule++) {
      RuleIndex index = rules.get(rule);
      for (long key : index.keysOf(cell)) {
        seen.key(rule, key);
        if (index.split(key)) {
          split++;
        } else {
          index.rows(key, seen::row);
        }
      }
    }
    return split;
  }

  /** Takes keys of a record and rows that share them. */
  public interface Meeting {
    /** A key of the record. */
    void key(int rule, long key);

    /** A row that has the last key. */
    void row(int row);
  }

  /** Takes pairs of rows. */
  @FunctionalInterface
  public interface Pairs {
    /** Takes one pair; {@code a < b}. */
    void pair(int a, int b);
  }

  /**
   * A piece of work.
   *
   * @param rule number
   * @param from first block
   * @param to behind the last
   */
  public record Piece(int rule, int from, int to) {}
}
