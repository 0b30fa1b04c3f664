package dev.sextant.linkage.link;

import dev.sextant.linkage.block.Blocking;
import dev.sextant.linkage.block.Columns;
import dev.sextant.linkage.block.RuleReport;
import dev.sextant.linkage.block.Sides;
import dev.sextant.linkage.block.Workers;
import dev.sextant.linkage.compare.Comparisons;
import dev.sextant.linkage.model.Compared;
import dev.sextant.linkage.profile.BlockRule;
import dev.sextant.linkage.profile.Field;
import dev.sextant.linkage.profile.KeyFunction;
import dev.sextant.linkage.profile.Profile;
import dev.sextant.linkage.table.Column;
import dev.sextant.linkage.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Blocking rules from the fields alone, where a profile gives none: single columns and pairs of
 * columns, whole, by prefix and by sound. On a sample of records all of them are tried; then,
 * greedily, the rule that meets the most likely pairs not yet met by two others is taken, per
 * thousand pairs looked at, until hardly any are left.
 */
final class DerivedRules {
  private static final int SAMPLE = 20_000;

  /** Rules that are tried: as many as a mask has bits. */
  private static final int MOST_TRIED = 60;

  private static final int MOST_RULES = 12;

  /** A rule that adds fewer than this share of the likely pairs is not worth its pairs. */
  private static final double LEAST_GAIN = 0.002;

  /** Pairs a record that a rule may make on the whole table. */
  private static final double BUDGET = 40;

  private DerivedRules() {}

  static List<BlockRule> of(
      Table table, int[] byRank, Profile profile, Comparisons comparisons, Workers workers) {
    Table sample = sample(table, byRank);
    double scale = (double) table.rows() / Math.max(1, sample.rows());
    List<BlockRule> tried = affordable(sample, tried(sample, profile), profile, scale, workers);
    if (tried.isEmpty()) {
      return tried;
    }
    List<Compared> fields = new ArrayList<>();
    for (Field field : profile.fields()) {
      fields.add(Compared.of(sample, field, comparisons, profile.name(), workers));
    }
    Blocking blocking = blocking(sample, tried, profile, workers);
    Sides sides = Sides.files(sample);
    int[] ranks = Order.of(sample).rows();
    Preview preview =
        Preview.of(
            Site.of(fields, blocking, sides),
            RandomPairs.draw(sample, ranks, sides, fields, profile.settings().seed(), workers),
            sides.pairs(sample.rows()),
            profile.settings(),
            workers);
    return cover(tried, blocking.reports(), preview.likely());
  }

  private static Table sample(Table table, int[] byRank) {
    if (table.rows() <= SAMPLE) {
      return table;
    }
    int step = table.rows() / SAMPLE;
    int[] rows = new int[SAMPLE];
    for (int i = 0; i < SAMPLE; i++) {
      rows[i] = byRank[i * step];
    }
    Arrays.sort(rows);
    int left = 0;
    String[] ids = new String[SAMPLE];
    for (int i = 0; i < SAMPLE; i++) {
      ids[i] = table.ids()[rows[i]];
      left += rows[i] < table.left() ? 1 : 0;
    }
    Map<String, Column> columns = new LinkedHashMap<>();
    table
        .columns()
        .forEach((name, column) -> {
          int[] codes = new int[SAMPLE];
          for (int i = 0; i < SAMPLE; i++) {
            codes[i] = column.codes()[rows[i]];
          }
          columns.put(name, new Column(name, column.values(), codes));
        });
    return new Table(table.names(), ids, left, columns, table.headers());
  }

  private static List<BlockRule> tried(Table table, Profile profile) {
    Set<String> names = new LinkedHashSet<>();
    profile.fields().forEach(field -> names.addAll(field.columns()));
    names.removeIf(name -> Columns.named(table, name) == null);
    List<BlockRule.Key> whole = new ArrayList<>();
    List<BlockRule.Key> parts = new ArrayList<>();
    List<BlockRule> rules = new ArrayList<>();
    for (String name : names) {
      BlockRule.Key key = key(name, KeyFunction.EXACT);
      whole.add(key);
      parts.add(key(name, KeyFunction.PREFIX));
      rules.add(rule(key));
      rules.add(rule(key(name, KeyFunction.RARE_WORDS)));
    }
    for (int i = 0; i < whole.size(); i++) {
      for (int j = i + 1; j < whole.size(); j++) {
        rules.add(rule(whole.get(i), whole.get(j)));
        rules.add(rule(parts.get(i), parts.get(j)));
      }
    }
    return rules;
  }

  private static BlockRule.Key key(String column, KeyFunction function) {
    return new BlockRule.Key(List.of(column), function.word(), function.defaults());
  }

  private static BlockRule rule(BlockRule.Key... keys) {
    List<String> texts = Arrays.stream(keys).map(BlockRule.Key::toString).toList();
    return new BlockRule(String.join(" & ", texts), List.of(keys), 0);
  }

  private static Blocking blocking(
      Table table, List<BlockRule> rules, Profile profile, Workers workers) {
    List<Column> columns = new ArrayList<>(table.columns().values());
    return Blocking.of(table, rules, Columns.telling(columns), profile.settings(), workers);
  }

  /* Pairs grow with the square of the records, so those of the sample tell those of the table. */
  private static List<BlockRule> affordable(
      Table sample, List<BlockRule> rules, Profile profile, double scale, Workers workers) {
    List<RuleReport> reports = blocking(sample, rules, profile, workers).reports();
    List<BlockRule> kept = new ArrayList<>();
    for (int i = 0; i < rules.size() && kept.size() < MOST_TRIED; i++) {
      RuleReport report = reports.get(i);
      if (report.pairs() > 0
          && report.subKeyed() == 0
          && report.pairs() * scale <= BUDGET * sample.rows()) {
        kept.add(rules.get(i));
      }
    }
    return kept;
  }

  private static List<BlockRule> cover(
      List<BlockRule> tried, List<RuleReport> reports, List<Long> likely) {
    List<BlockRule> chosen = new ArrayList<>();
    int[] met = new int[likely.size()];
    Set<Integer> taken = new LinkedHashSet<>();
    while (chosen.size() < MOST_RULES) {
      int best = -1;
      double bestWorth = 0;
      for (int rule = 0; rule < tried.size(); rule++) {
        double gain = taken.contains(rule) ? 0 : gain(likely, met, 1L << rule);
        double worth = gain / (1000 + reports.get(rule).pairs());
        if (gain > LEAST_GAIN * likely.size() && worth > bestWorth) {
          bestWorth = worth;
          best = rule;
        }
      }
      if (best < 0) {
        break;
      }
      taken.add(best);
      chosen.add(tried.get(best));
      for (int i = 0; i < met.length; i++) {
        met[i] += (likely.get(i) >>> best & 1) == 1 ? 1 : 0;
      }
    }
    return chosen;
  }

  /* A pair met once is half covered: with a mistake in that one key it would be lost. */
  private static double gain(List<Long> likely, int[] met, long bit) {
    double gain = 0;
    for (int i = 0; i < met.length; i++) {
      if ((likely.get(i) & bit) != 0) {
        gain += met[i] == 0 ? 1 : met[i] == 1 ? 0.25 : 0;
      }
    }
    return gain;
  }
}
