package dev.sextant.linkage.name;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * How rare names are in general, where no table says better: shares of people who bear a given name
 * or a surname, as whole bits (-log2 of the share). Source: United States Census Bureau, names of
 * the census of 1990 (public domain), and a short list of names that many bear elsewhere. Any other
 * name counts as {@value #UNLISTED} bits, which is too much at home: a table's own counts, where
 * there are any, come first. Immutable.
 */
public final class NameRarity {
  /** Of a name on neither list: about one bearer in 130,000. */
  public static final int UNLISTED = 17;

  private final Map<String, Integer> given = new HashMap<>();
  private final Map<String, Integer> surnames = new HashMap<>();
  private final Map<String, Integer> elsewhere = new HashMap<>();

  private NameRarity() {
    read("given-names.txt", given);
    read("surnames.txt", surnames);
    read("common-elsewhere.txt", elsewhere);
  }

  /** The lists shipped with the program. */
  public static NameRarity shipped() {
    return new NameRarity();
  }

  private static void read(String file, Map<String, Integer> bits) {
    for (List<String> line : WordList.lines(NameRarity.class, file)) {
      int each = Integer.parseInt(line.getFirst());
      line.subList(1, line.size()).forEach(name -> bits.merge(name, each, Math::min));
    }
  }

  /** Bits of a folded word as either kind of name, the more usual one; {@link #UNLISTED} else. */
  public int bits(String word) {
    return Math.min(given.getOrDefault(word, UNLISTED), surnames.getOrDefault(word, UNLISTED));
  }

  /** Whether a folded word is on either list. */
  public boolean listed(String word) {
    return given.containsKey(word) || surnames.containsKey(word) || elsewhere.containsKey(word);
  }

  /** Whether a folded word is a listed given name. */
  public boolean given(String word) {
    return given.containsKey(word);
  }

  /** All listed names, in order. */
  public TreeSet<String> names() {
    TreeSet<String> names = new TreeSet<>(given.keySet());
    names.addAll(surnames.keySet());
    names.addAll(elsewhere.keySet());
    return names;
  }
}
