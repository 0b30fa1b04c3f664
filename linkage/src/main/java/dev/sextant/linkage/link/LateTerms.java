package dev.sextant.linkage.link;

import dev.sextant.linkage.model.Compared;
import dev.sextant.linkage.model.Rarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How rare the terms of records are that came after a run, by the counts of that run. */
final class LateTerms {
  private final List<Compared> fields;
  private final Rarity rarity;
  private final List<Map<String, Integer>> numbers = new ArrayList<>();

  LateTerms(List<Compared> fields, Rarity rarity) {
    this.fields = fields;
    this.rarity = rarity;
    for (int f = 0; f < fields.size(); f++) {
      numbers.add(rarity.numbers(fields.get(f), f));
    }
  }

  /** What rarity adds where two prepared values meet at a level, in 1/65536 bit. */
  int bits(int field, int level, Object x, Object y) {
    if (!rarity.says(field, level)) {
      return 0;
    }
    String a = fields.get(field).comparison().term(x, level);
    String b = fields.get(field).comparison().term(y, level);
    if (a == null || b == null) {
      return 0;
    }
    int one = term(field, a);
    return a.equals(b) ? one : Rarity.unlike(one, term(field, b));
  }

  private int term(int field, String text) {
    Integer number = numbers.get(field).get(text);
    return number == null ? rarity.unseen(field) : rarity.term(field, number);
  }

  /**
   * The cell of a column, or the first filled one of {@code "title|name"}; empty if there is none.
   */
  static String cell(Map<String, String> cells, String name) {
    for (String each : name.split("\\|", -1)) {
      String cell = cells.getOrDefault(each.strip(), "").strip();
      if (!cell.isEmpty()) {
        return cell;
      }
    }
    return "";
  }
}
