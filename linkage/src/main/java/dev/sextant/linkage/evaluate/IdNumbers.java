package dev.sextant.linkage.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers ids in order of first sight. With sides, the ids of the left and of the right table are
 * two name spaces: the same text on both is two records.
 */
public final class IdNumbers {
  private final Map<String, Integer> left = new HashMap<>();
  private final Map<String, Integer> right;
  private final List<String> names = new ArrayList<>();

  private IdNumbers(boolean sides) {
    this.right = sides ? new HashMap<>() : left;
  }

  /** Ids of one table, or of two that never use the same id for two records. */
  public static IdNumbers oneSpace() {
    return new IdNumbers(false);
  }

  /** Ids of two tables that may use the same id for two records: a pair is left, then right. */
  public static IdNumbers twoSpaces() {
    return new IdNumbers(true);
  }

  /** True if the two columns of a pair are two name spaces. */
  public boolean sided() {
    return left != right;
  }

  /** The number of an id of the first column; new if not seen before. */
  public int left(String id) {
    return number(left, id);
  }

  /** The number of an id of the second column; new if not seen before. */
  public int right(String id) {
    return number(right, id);
  }

  /** True if the first column has had this id. */
  boolean onLeft(String id) {
    return left.containsKey(id);
  }

  /** True if the second column has had this id. */
  boolean onRight(String id) {
    return right.containsKey(id);
  }

  private int number(Map<String, Integer> space, String id) {
    Integer known = space.get(id);
    if (known != null) {
      return known;
    }
    space.put(id, names.size());
    names.add(id);
    return names.size() - 1;
  }

  /** How many ids have a number. */
  public int size() {
    return names.size();
  }

  /** The id behind a number. */
  public String name(int number) {
    return names.get(number);
  }

  /** One number for a pair, whichever way round it is given. */
  static long key(int a, int b) {
    return a < b ? (long) a << 32 | b : (long) b << 32 | a;
  }
}
