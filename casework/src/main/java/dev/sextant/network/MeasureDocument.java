package dev.sextant.network;

import dev.sextant.kernels.Answer;
import dev.sextant.kernels.doubt.Spread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/* Measures as one document. Fractions are strings, so that no reader rounds them on the way in;
 * what is not defined is null. */
final class MeasureDocument {
  private final FileMeasures file;

  MeasureDocument(FileMeasures file) {
    this.file = file;
  }

  Map<String, Object> content() {
    Map<String, Object> measures = new LinkedHashMap<>();
    Map<String, Object> summaries = new LinkedHashMap<>();
    Map<String, Object> answers = new LinkedHashMap<>();
    Map<String, Object> spreads = new LinkedHashMap<>();
    file.columns()
        .forEach((title, column) -> {
          double[] values = column.values();
          if (values == null) {
            answers.put(title, answer(column.answer()));
          } else {
            measures.put(title, numbers(values));
            summaries.put(title, byName(file.summary(title)));
          }
          Intervals intervals = file.intervals();
          Spread spread = intervals == null ? null : intervals.of(column.measure().name());
          if (spread != null) {
            spreads.put(title, spread(spread));
          }
        });
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("nodes", file.labels());
    content.put("ties", file.ties());
    content.put("measures", measures);
    content.put("summaries", summaries);
    content.put("answers", answers);
    content.put("notes", file.notes());
    Intervals intervals = file.intervals();
    if (intervals != null) {
      content.put("uncertainty", uncertainty(intervals, spreads));
    }
    return content;
  }

  private static Map<String, Object> uncertainty(Intervals intervals, Map<String, Object> spreads) {
    Uncertainty assumed = intervals.assumed();
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("missing", number(assumed.missing()));
    content.put("model", assumed.model());
    content.put("spurious", number(assumed.spurious()));
    content.put("unseen", number(assumed.unseen()));
    content.put("boundary", number(assumed.boundary()));
    content.put("replicas", intervals.result().plan().replicas());
    content.put("seed", assumed.seed());
    content.put("level", number(assumed.level()));
    content.put("spreads", spreads);
    return content;
  }

  private static Map<String, Object> answer(Answer answer) {
    Map<String, Object> content = new LinkedHashMap<>();
    switch (answer) {
      case Answer.Whole whole -> content.put("whole", byName(whole.values()));
      case Answer.Pairs pairs ->
          content.put(
              "pairs",
              rows(
                  pairs.values().length,
                  i -> row(pairs.from()[i], pairs.to()[i], number(pairs.values()[i]))));
      case Answer.Sets sets -> {
        List<Object> all = new ArrayList<>();
        for (int s = 0; s < sets.sets().size(); s++) {
          all.add(
              row(number(sets.values()[s]), Arrays.stream(sets.sets().get(s)).boxed().toList()));
        }
        content.put("sets", all);
      }
      case Answer.Curves curves -> {
        Map<String, Object> y = new LinkedHashMap<>();
        curves.y().forEach((name, values) -> y.put(name, numbers(values)));
        content.put("x", numbers(curves.x()));
        content.put("curves", y);
      }
      case Answer.Scores scores -> content.put("scores", numbers(scores.values()));
      case Answer.Groups groups ->
          content.put("groups", Arrays.stream(groups.groups()).boxed().toList());
    }
    return content;
  }

  private static Map<String, Object> spread(Spread spread) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("replicas", spread.replicas());
    switch (spread) {
      case Spread.Ranks ranks -> {
        content.put("rank", Arrays.stream(ranks.rank()).boxed().toList());
        content.put("equal", Arrays.stream(ranks.equal()).boxed().toList());
        content.put("low", Arrays.stream(ranks.low()).boxed().toList());
        content.put("high", Arrays.stream(ranks.high()).boxed().toList());
        content.put("expected", numbers(ranks.expected()));
        content.put("top", numbers(ranks.top()));
        content.put("k", ranks.k());
        content.put("robustness", number(ranks.robustness()));
        content.put("tau", number(ranks.tau()));
        content.put("overlap", number(ranks.overlap()));
        content.put("calibration", calibration(ranks.calibration()));
      }
      case Spread.Grouping grouping -> {
        content.put("stability", numbers(grouping.stability()));
        content.put("adjustedRand", number(grouping.agreement()));
        content.put("groups", interval(grouping.groups()));
        content.put("numbers", intervals(grouping.numbers()));
      }
      case Spread.Numbers numbers -> content.put("numbers", intervals(numbers.numbers()));
      case Spread.Pairs pairs -> {
        content.put("present", numbers(pairs.present()));
        content.put("values", rows(pairs.values().length, i -> interval(pairs.values()[i])));
      }
      case Spread.Sets sets -> {
        content.put("inBest", numbers(sets.member()));
        content.put("likeness", number(sets.likeness()));
        content.put("best", interval(sets.best()));
      }
      case Spread.Bands bands -> {
        Map<String, Object> all = new LinkedHashMap<>();
        bands
            .bands()
            .forEach((name, band) -> all.put(name, rows(band.length, i -> interval(band[i]))));
        content.put("bands", all);
      }
    }
    return content;
  }

  private static Map<String, Object> calibration(Spread.Calibration calibration) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("state", Robustness.Calibration.of(calibration).state().word());
    content.put("trials", calibration.trials());
    if (calibration.trials() > 0) {
      content.put("held", number(calibration.held()));
    }
    content.put("below", number(calibration.below()));
    content.put("above", number(calibration.above()));
    return content;
  }

  private static Map<String, Object> intervals(Map<String, Spread.Interval> given) {
    Map<String, Object> all = new LinkedHashMap<>();
    given.forEach((name, interval) -> all.put(name, interval(interval)));
    return all;
  }

  private static Map<String, Object> interval(Spread.Interval interval) {
    Map<String, Object> content = new LinkedHashMap<>();
    put(content, "value", interval.value());
    put(content, "low", interval.low());
    put(content, "mean", interval.mean());
    put(content, "high", interval.high());
    return content;
  }

  private static void put(Map<String, Object> content, String name, double value) {
    Object number = number(value);
    if (number != null) {
      content.put(name, number);
    }
  }

  private static Map<String, Object> byName(Map<String, Double> values) {
    Map<String, Object> all = new LinkedHashMap<>();
    values.forEach((name, value) -> put(all, name, value));
    return all;
  }

  private static List<Object> rows(int count, IntFunction<Object> row) {
    List<Object> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(row.apply(i));
    }
    return rows;
  }

  private static List<@Nullable Object> row(@Nullable Object... cells) {
    return Arrays.asList(cells);
  }

  private static List<@Nullable Object> numbers(double[] values) {
    List<@Nullable Object> all = new ArrayList<>();
    for (double value : values) {
      all.add(number(value));
    }
    return all;
  }

  private static @Nullable Object number(double value) {
    return Double.isNaN(value)
        ? null
        : value == Math.rint(value) && Math.abs(value) < 1e15
            ? (Object) (long) value
            : Double.toString(value);
  }
}
