package dev.sextant.linkage.explain;

import dev.sextant.linkage.group.GroupSizes;
import dev.sextant.linkage.group.Scatter;
import dev.sextant.linkage.metric.Bits;
import dev.sextant.linkage.model.Decoys;
import dev.sextant.linkage.model.Dependence;
import dev.sextant.linkage.model.LabelCalibration;
import dev.sextant.linkage.model.Rarity;
import dev.sextant.linkage.model.Relatives;
import dev.sextant.linkage.model.Rivals;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An explanation written by hand, with every kind of thing that one can hold. */
final class Made {
  private Made() {}

  static Explanation explanation() {
    Evidence.Level same = new Evidence.Level("same", 0.5, 0.0078125);
    Evidence.Level near = new Evidence.Level("one edit apart", 0.25, 0.0625);
    Evidence.Level none = new Evidence.Level("different", 0.25, 0.9296875);
    List<Evidence.Level> levels = List.of(same, near, none);
    Rarity.Told smith = new Rarity.Told("smith", 40, 1000, 0.02);
    Rarity.Told smyth = new Rarity.Told("smyth", 3, 1000, 0.02);
    List<Evidence> evidence =
        List.of(
            field("surname", "smith", "smyth", levels, 1, List.of(smith, smyth)),
            field("given", "anna <b>&\n", "anna", levels, 0, List.of(smith)),
            grouped("handle", "anna.smith", "anna.smith", levels, 0),
            grouped("mail", "anna.smith@x", "anna.smith@x", levels, 0),
            field("born", "1980", "1990", levels, 2, List.of()),
            silent("phone", List.of("phone"), List.of("+4420"), List.of("")),
            silent("wallet", List.of(), List.of(), List.of()));
    Explanation.Cap open = new Explanation.Cap("names", Bits.of(9), 0, 0);
    double prior = 1.0 / 1024;
    Explanation bare =
        new Explanation(
            "a-1",
            "b-\"2\"",
            new Provenance(
                List.of(
                    new Provenance.Input("left.csv", "00".repeat(32)),
                    new Provenance.Input("right.csv", "11".repeat(32))),
                new Provenance.Input("profile.yaml", "22".repeat(32)),
                "",
                "test"),
            prior,
            0,
            evidence,
            List.of(open),
            Optional.of(new Relatives(0.0625, new double[] {0.5, 0.125, 0, 0, 0, 0, 0})),
            new Dependence(
                List.of(
                    new Dependence.Edge(0, 1, table(3, 3, 2), table(3, 3, 4)),
                    new Dependence.Edge(4, 5, table(3, 2, 8), table(3, 2, 0.5)))),
            0,
            Optional.of(
                new Decoys.Told(
                    List.of(Bits.of(2), Bits.of(6)), List.of(-Bits.of(0.5), -Bits.of(1.5)))),
            Optional.of(new Rivals.Told(0, 0.5, 0.25, 0.125, 0.75)),
            Optional.of(
                new Explanation.Together(
                    true,
                    true,
                    Optional.of(Bits.of(12)),
                    3,
                    Bits.of(9),
                    new Scatter(12, 93),
                    Optional.of(new GroupSizes.Lone(4, 100, 20, 16, 0, Optional.of(Bits.of(3)))))),
            Optional.of(
                new LabelCalibration.Told(
                    LabelCalibration.Kind.BI_GAUSSIAN,
                    40,
                    60,
                    List.of(-15.0, 15.0),
                    List.of(-12.0, 12.0))),
            0,
            0,
            true,
            List.of(new Explanation.Rule("phone", false), new Explanation.Rule("surname", false)),
            List.of(new Explanation.Bound("same", "analyst 7", "same photograph; both reviewed")));
    return Recomputation.recomputed(bare);
  }

  /** The same with other things said by the groups. */
  static Explanation with(Explanation.Together together) {
    return with(explanation().evidence(), Optional.of(together));
  }

  /** The same with other evidence, the rest recomputed. */
  static Explanation with(List<Evidence> evidence, Optional<Explanation.Together> together) {
    Explanation of = explanation();
    return Recomputation.recomputed(
        new Explanation(
            of.left(),
            of.right(),
            of.provenance(),
            of.prior(),
            of.priorBits(),
            evidence,
            of.caps(),
            of.relatives(),
            of.dependence(),
            of.direct(),
            of.decoys(),
            of.rivals(),
            together,
            of.calibration(),
            of.score(),
            of.decision(),
            of.looked(),
            of.rules(),
            of.judgements()));
  }

  /** Two records whose groups stayed apart, one of which has others. */
  static Explanation.Together apart(Optional<Integer> height, int others) {
    return new Explanation.Together(
        true,
        false,
        height,
        3,
        Bits.of(9),
        new Scatter(12, 93),
        Optional.of(new GroupSizes.Lone(others, 10, 20, 16, 0, Optional.empty())));
  }

  /* Half a time as often, but for the second level of the first field with the first. */
  private static double[][] table(int rows, int columns, double both) {
    double[][] table = new double[rows][columns];
    for (double[] row : table) {
      Arrays.fill(row, 0.5);
    }
    table[1][0] = both;
    return table;
  }

  private static Evidence field(
      String name,
      String left,
      String right,
      List<Evidence.Level> levels,
      int level,
      List<Rarity.Told> rarity) {
    return new Evidence(
        name,
        "text",
        Optional.empty(),
        List.of(name),
        List.of(left),
        List.of(right),
        levels,
        Optional.of(new Evidence.Said(level, false, levels.get(level).bits(), rarity, 0)));
  }

  private static Evidence grouped(
      String name, String left, String right, List<Evidence.Level> levels, int level) {
    Evidence apart = field(name, left, right, levels, level, List.of());
    return new Evidence(
        name,
        "text",
        Optional.of("names"),
        apart.columns(),
        apart.left(),
        apart.right(),
        levels,
        apart.said());
  }

  private static Evidence silent(
      String name, List<String> columns, List<String> left, List<String> right) {
    return new Evidence(
        name,
        "exact",
        Optional.empty(),
        columns,
        left,
        right,
        List.of(
            new Evidence.Level("same", 0.9, 0.001), new Evidence.Level("different", 0.1, 0.999)),
        Optional.empty());
  }
}
