package dev.sextant.linkage.name;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which given names may stand for one another (Bill for William, Sasha for Aleksandr, Mohamed for
 * Muhammad). A name may belong to several families (Alex); two names go together where they share
 * one. Immutable.
 */
public final class Nicknames {
  private static final int[] NONE = {};

  private final Map<String, int[]> families = new HashMap<>();

  private Nicknames(List<List<String>> lines) {
    for (int family = 0; family < lines.size(); family++) {
      for (String name : new TreeSet<>(lines.get(family))) {
        int[] before = families.getOrDefault(name, NONE);
        int[] more = Arrays.copyOf(before, before.length + 1);
        more[before.length] = family;
        families.put(name, more);
      }
    }
  }

  /** The families shipped with the program. */
  public static Nicknames shipped() {
    return new Nicknames(WordList.lines(Nicknames.class, "nicknames.txt"));
  }

  /** Whether two folded names share a family; false for the same name where it is in none. */
  public boolean related(String a, String b) {
    return related(families(a), families(b));
  }

  /** The families of a folded name, ascending; empty where it is in none. */
  public int[] families(String name) {
    return families.getOrDefault(name, NONE);
  }

  /** Whether two lists of {@link #families} meet. */
  public static boolean related(int[] a, int[] b) {
    for (int x : a) {
      for (int y : b) {
        if (x == y) {
          return true;
        }
      }
    }
    return false;
  }

  /** All names, in order. */
  public TreeSet<String> names() {
    return new TreeSet<>(families.keySet());
  }
}
