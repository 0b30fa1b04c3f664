package dev.sextant.linkage.evaluate;

import dev.sextant.linkage.canonical.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An evaluation as lines for a reader and as JSON for a program. */
public final class EvaluationText {
  private final StringBuilder out = new StringBuilder();

  private EvaluationText() {}

  /** As text: one figure a line, its name first. */
  public static String text(Evaluation evaluation) {
    EvaluationText text = new EvaluationText();
    text.pairs(evaluation);
    text.groups("closure of pairs at log2 odds 0", evaluation.closure());
    evaluation.groups().ifPresent(groups -> text.groups("clusters as given", groups));
    text.calibration(evaluation.calibration());
    text.tippett(evaluation.tippett());
    text.subgroups(evaluation.subgroups());
    return text.out.toString();
  }

  private void line(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private void pairs(Evaluation e) {
    line("pairs scored            %d", e.scored());
    line("true pairs              %d", e.truePairs());
    line("  never scored          %d  (missed at every threshold)", e.neverScored());
    if (e.impliedTrue() > 0) {
      line(
          "  implied by the others %d  (counted in clusters only: the truth is not closed)",
          e.impliedTrue());
    }
    if (e.unlike() > 0) {
      line("note: %d pairs have another probability than their log2 odds say", e.unlike());
    }
    counts("decision at log2 odds 0", e.decided());
    e.thresholds()
        .bestF1()
        .ifPresent(best ->
            line(
                "  best F1 (truth-tuned)  %.4f at log2 odds %.4f",
                best.counts().f1(), best.log2Odds()));
    e.thresholds()
        .widestSure()
        .ifPresentOrElse(
            sure ->
                line(
                    "  recall at P >= .99     %.4f at log2 odds %.4f (truth-tuned)",
                    sure.counts().recall(), sure.log2Odds()),
            () -> line("  recall at P >= .99     0: no threshold has it"));
  }

  private void counts(String name, Counts c) {
    line("%s", name);
    line("  precision              %.4f", c.precision());
    line("  recall                 %.4f", c.recall());
    line("  F1                     %.4f", c.f1());
    line("  right, wrong, missed   %d, %d, %d", c.right(), c.wrong(), c.missed());
  }

  private void groups(String name, GroupMeasures g) {
    counts(name, g.pairs());
    line(
        "  B-cubed                P %.4f R %.4f F1 %.4f over %d records",
        g.bCubedPrecision(), g.bCubedRecall(), g.bCubedF1(), g.records());
    line(
        "  groups of two and more found %d, true %d, exactly found %d",
        g.foundGroups(), g.trueGroups(), g.exactGroups());
    line("  largest                found %d, true %d", g.largestFound(), g.largestTrue());
  }

  private void calibration(Calibration c) {
    line("calibration");
    line("  ECE                    %.4f in %d bins of equal number", c.ece(), c.bins().size());
    line(
        "  Cllr                   %.4f (minimum %.4f, calibration loss %.4f; prior 2^%.3f taken off)",
        c.cllr(), c.cllrMinimum(), c.calibrationLoss(), c.priorLog2Odds());
    line("  Cllr of the scores     %.4f (prior left in)", c.cllrOfScores());
    line("  reliability            pairs  claimed    found");
    for (Calibration.Bin bin : c.bins()) {
      line("  %28d %8.4f %8.4f", bin.pairs(), bin.claimed(), bin.found());
    }
    c.sure()
        .ifPresent(sure ->
            line(
                "  p >= .99               %d pairs, %.1f errors claimed, %d made (%.2f times; share"
                    + " %.5f to %.5f)",
                sure.pairs(),
                sure.claimedErrors(),
                sure.errors(),
                sure.ratio(),
                sure.errorShare().low(),
                sure.errorShare().high()));
  }

  private void tippett(Tippett tippett) {
    line("Tippett: share with at least this log10 likelihood ratio");
    line("  log10 LR     same different");
    for (Tippett.Row row : tippett.rows()) {
      if (row.log10Ratio() % 1 == 0) {
        line("  %8.1f %8.4f %8.4f", row.log10Ratio(), row.same(), row.different());
      }
    }
  }

  private void subgroups(List<Subgroups.Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    line("subgroups at log2 odds 0");
    for (Subgroups.Row row : rows) {
      line(
          "  %s %s: scored %d, true %d, P %.4f R %.4f F1 %.4f%s",
          row.by(),
          row.group().replaceAll("\\p{Cntrl}+", " "),
          row.scored(),
          row.counts().right() + row.counts().missed(),
          row.counts().precision(),
          row.counts().recall(),
          row.counts().f1(),
          row.few() ? " (fewer than " + Subgroups.FEW + " true pairs: says little)" : "");
    }
  }

  /** As one JSON document. */
  public static String json(Evaluation e) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("scored", e.scored());
    all.put("truePairs", e.truePairs());
    all.put("neverScored", e.neverScored());
    all.put("probabilityUnlikeOdds", e.unlike());
    all.put("default", tree(e.decided()));
    e.thresholds().bestF1().ifPresent(best -> all.put("bestF1TruthTuned", tree(best)));
    all.put(
        "recallAtPrecision99TruthTuned",
        e.thresholds().widestSure().map(c -> tree(c)).orElse(null));
    all.put("closure", tree(e.closure()));
    e.groups().ifPresent(groups -> all.put("clusters", tree(groups)));
    all.put("calibration", tree(e.calibration()));
    List<Object> tippett = new ArrayList<>();
    for (Tippett.Row row : e.tippett().rows()) {
      tippett.add(
          numbers(
              "log10Ratio", row.log10Ratio(), "same", row.same(), "different", row.different()));
    }
    all.put("tippett", tippett);
    all.put("misleadingSame", Json.decimal(e.tippett().misleadingSame()));
    all.put("misleadingDifferent", Json.decimal(e.tippett().misleadingDifferent()));
    List<Object> groups = new ArrayList<>();
    for (Subgroups.Row row : e.subgroups()) {
      Map<String, @Nullable Object> one = tree(row.counts());
      one.put("by", row.by());
      one.put("group", row.group());
      one.put("scored", row.scored());
      one.put("few", row.few());
      groups.add(one);
    }
    all.put("subgroups", groups);
    return Json.write(all);
  }

  private static Map<String, @Nullable Object> numbers(Object... namesAndValues) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      map.put((String) namesAndValues[i], value instanceof Double d ? Json.decimal(d) : value);
    }
    return map;
  }

  private static Map<String, @Nullable Object> tree(Counts c) {
    return numbers(
        "precision",
        c.precision(),
        "recall",
        c.recall(),
        "f1",
        c.f1(),
        "right",
        c.right(),
        "wrong",
        c.wrong(),
        "missed",
        c.missed());
  }

  private static Map<String, @Nullable Object> tree(Thresholds.Choice choice) {
    Map<String, @Nullable Object> map = tree(choice.counts());
    map.put("log2Odds", Json.decimal(choice.log2Odds()));
    return map;
  }

  private static Map<String, @Nullable Object> tree(GroupMeasures g) {
    Map<String, @Nullable Object> map = numbers("bCubedPrecision", g.bCubedPrecision());
    map.putAll(numbers("bCubedRecall", g.bCubedRecall(), "bCubedF1", g.bCubedF1()));
    map.putAll(numbers("records", g.records(), "foundGroups", g.foundGroups()));
    map.putAll(numbers("trueGroups", g.trueGroups(), "exactGroups", g.exactGroups()));
    map.putAll(numbers("largestFound", g.largestFound(), "largestTrue", g.largestTrue()));
    map.put("pairs", tree(g.pairs()));
    return map;
  }

  private static Map<String, @Nullable Object> tree(Calibration c) {
    Map<String, @Nullable Object> map = numbers("ece", c.ece(), "cllr", c.cllr());
    map.putAll(numbers("cllrMinimum", c.cllrMinimum(), "calibrationLoss", c.calibrationLoss()));
    map.putAll(numbers("cllrOfScores", c.cllrOfScores(), "priorLog2Odds", c.priorLog2Odds()));
    List<Object> bins = new ArrayList<>();
    for (Calibration.Bin bin : c.bins()) {
      bins.add(numbers("pairs", bin.pairs(), "claimed", bin.claimed(), "found", bin.found()));
    }
    map.put("bins", bins);
    c.sure()
        .ifPresent(sure -> {
          Map<String, @Nullable Object> one = numbers("pairs", sure.pairs());
          one.putAll(numbers("claimedErrors", sure.claimedErrors(), "errors", sure.errors()));
          one.putAll(numbers("ratio", sure.ratio(), "low", sure.errorShare().low()));
          one.putAll(numbers("high", sure.errorShare().high()));
          map.put("sure", one);
        });
    return map;
  }
}
