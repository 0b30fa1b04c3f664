package dev.sextant.linkage.together;

import dev.sextant.linkage.LinkageFault;
import dev.sextant.linkage.delimited.DelimitedRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Accounts that show or use the same value that few share: a PGP key, a wallet, a device. A lead,
 * never a merge. Keys are compared by fingerprint ({@link PgpKey}), so that the same key in another
 * wrapping is the same.
 */
public final class SharedKeys {
  /** A value on more accounts than this is a market's, a shop's or an exchange's. */
  public static final int FEW = 5;

  /** Value by kind and value, with its accounts. */
  private final Map<String, TreeSet<String>> holders = new TreeMap<>();

  /** Nothing yet. */
  public SharedKeys() {}

  /**
   * Two accounts with a value in common.
   *
   * @param a the account whose name comes first
   * @param b the other
   * @param kind such as pgp, wallet, device
   * @param value that both have; of a key its fingerprint
   * @param holders how many accounts have it
   */
  public record Pair(String a, String b, String kind, String value, int holders) {}

  /**
   * What was found.
   *
   * @param pairs by kind, value and names
   * @param notes values that too many accounts have
   */
  public record Found(List<Pair> pairs, List<String> notes) {
    /** Copies the lists. */
    public Found {
      pairs = List.copyOf(pairs);
      notes = List.copyOf(notes);
    }
  }

  /**
   * Reads a comma-separated table with the columns account, kind and value.
   *
   * @throws LinkageFault {@code SX-LINK-COLUMN} if a column is not there, {@code SX-LINK-PGP} if a
   *     value of kind pgp is no key
   */
  public static SharedKeys read(Path file) throws IOException {
    SharedKeys keys = new SharedKeys();
    try (DelimitedRows rows = DelimitedRows.table(file)) {
      int account = rows.column("account");
      int kind = rows.column("kind");
      int value = rows.column("value");
      while (rows.next()) {
        if (!rows.cell(account).isBlank() && !rows.cell(value).isBlank()) {
          keys.add(rows.cell(account), rows.cell(kind), rows.cell(value), rows.place());
        }
      }
    }
    return keys;
  }

  /**
   * Adds a value.
   *
   * @param place of the value, for a fault
   */
  public void add(String account, String kind, String value, String place) {
    String same = kind.equals("pgp") ? PgpKey.fingerprint(value, place) : value.strip();
    holders.computeIfAbsent(kind + "\n" + same, k -> new TreeSet<>()).add(account);
  }

  /** Pairs of accounts with a value that at most {@link #FEW} have. */
  public Found found() {
    List<Pair> pairs = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    holders.forEach((key, accounts) -> {
      String kind = key.substring(0, key.indexOf('\n'));
      String value = key.substring(key.indexOf('\n') + 1);
      if (accounts.size() > FEW) {
        notes.add(
            kind + " " + value + " is on " + accounts.size() + " accounts and makes no pairs");
        return;
      }
      List<String> names = List.copyOf(accounts);
      for (int i = 0; i < names.size(); i++) {
        for (String other : names.subList(i + 1, names.size())) {
          pairs.add(new Pair(names.get(i), other, kind, value, names.size()));
        }
      }
    });
    pairs.sort(
        Comparator.comparing(Pair::kind)
            .thenComparing(Pair::value)
            .thenComparing(Pair::a)
            .thenComparing(Pair::b));
    return new Found(pairs, notes);
  }
}
