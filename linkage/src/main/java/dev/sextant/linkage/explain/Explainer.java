package dev.sextant.linkage.explain;

import dev.sextant.linkage.LinkageFault;
import dev.sextant.linkage.canonical.Json;
import dev.sextant.linkage.group.Partition;
import dev.sextant.linkage.link.Linked;
import dev.sextant.linkage.metric.Bits;
import dev.sextant.linkage.model.Compared;
import dev.sextant.linkage.model.Comparer;
import dev.sextant.linkage.model.Decoys;
import dev.sextant.linkage.model.Dependence;
import dev.sextant.linkage.model.LabelCalibration;
import dev.sextant.linkage.model.Pattern;
import dev.sextant.linkage.model.Rarity;
import dev.sextant.linkage.model.Relatives;
import dev.sextant.linkage.model.Rivals;
import dev.sextant.linkage.model.Scorer;
import dev.sextant.linkage.model.Weights;
import dev.sextant.linkage.table.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Explains pairs of linked tables, whether or not a run brought them together.
 *
 * <pre>{@code
 * Linked linked = new Linker(table, profile, comparisons).link(2);
 * Explanation why = new Explainer(linked, provenance).pair("rec-1-org", "rec-1-dup-0");
 * String json = ExplanationJson.write(why);
 * }</pre>
 */
public final class Explainer {
  private final Linked linked;
  private final Provenance provenance;
  private final Scorer scorer;
  private final Comparer comparer;

  /**
   * An explainer of one run.
   *
   * @param provenance of the run; its model's hash is worked out here
   */
  public Explainer(Linked linked, Provenance provenance) {
    this.linked = linked;
    this.provenance =
        new Provenance(
            provenance.inputs(), provenance.profile(), model(linked.weights()), provenance.code());
    this.scorer =
        new Scorer(linked.fields(), linked.weights(), linked.rarity(), linked.profile().caps());
    this.comparer = new Comparer(linked.fields());
  }

  /**
   * Explains two records.
   *
   * @param left id in the left table, or in the only one
   * @param right id in the right table, or in the only one
   * @throws LinkageFault {@code SX-LINK-ID} if a table has no such id, {@code SX-LINK-SELF} if both
   *     are one record
   */
  public Explanation pair(String left, String right) {
    return pair(left, right, List.of());
  }

  /** Explains two records that persons have judged. */
  public Explanation pair(String left, String right, List<Explanation.Bound> judgements) {
    Table table = linked.table();
    int a = row(table, left, false);
    int b = row(table, right, table.twoSided());
    if (a == b) {
      throw new LinkageFault(
          "SX-LINK-SELF",
          "a record is paired with itself",
          "the pair to explain",
          left,
          "give the ids of two records");
    }
    long pattern = comparer.pattern(a, b);
    List<Evidence> evidence = new ArrayList<>();
    for (int f = 0; f < linked.fields().size(); f++) {
      evidence.add(evidence(f, Pattern.level(pattern, f), a, b));
    }
    Dependence dependence = linked.weights().dependence();
    List<Explanation.Cap> caps = Sums.caps(caps(evidence), evidence, dependence);
    int prior = linked.weights().priorBits();
    Optional<Relatives> relatives = relatives(linked.weights());
    int direct = Sums.direct(prior, evidence, caps, relatives, dependence);
    int scored = scorer.score(a, b, pattern);
    if (direct != scored) {
      throw new IllegalStateException(
          "the explanation adds up to " + direct + ", the score is " + scored);
    }
    Optional<Decoys.Told> decoys =
        linked.decoys().learned() ? Optional.of(linked.decoys().told()) : Optional.empty();
    Optional<Rivals.Told> rivals = linked.rivals(a, b, scorer);
    List<Explanation.Rule> rules = rules(a, b);
    boolean own = linked.looks(a, b) && rules.stream().anyMatch(Explanation.Rule::met);
    Optional<Explanation.Together> together = together(a, b, own);
    Optional<LabelCalibration.Told> calibration = linked.calibration().map(LabelCalibration::told);
    return new Explanation(
        left,
        right,
        provenance,
        linked.weights().prior(),
        prior,
        evidence,
        caps,
        relatives,
        dependence,
        direct,
        decoys,
        rivals,
        together,
        calibration,
        Sums.score(prior, Sums.alone(direct, decoys, rivals), together, calibration),
        0,
        linked.looks(a, b),
        rules,
        judgements);
  }

  private static int row(Table table, String id, boolean right) {
    int row = table.row(id, right);
    if (row < 0) {
      throw new LinkageFault(
          "SX-LINK-ID",
          "no record has this id",
          right ? "the right table" : "the left table",
          id,
          "give an id of the table's id column");
    }
    return row;
  }

  private List<Explanation.Rule> rules(int a, int b) {
    long met = linked.blocking().rulesOf(Math.min(a, b), Math.max(a, b));
    List<Explanation.Rule> rules = new ArrayList<>();
    for (int i = 0; i < linked.rules().size(); i++) {
      rules.add(new Explanation.Rule(linked.rules().get(i).rule(), (met >>> i & 1) == 1));
    }
    return rules;
  }

  private Optional<Explanation.Together> together(int a, int b, boolean own) {
    if (!linked.profile().settings().grouped()) {
      return Optional.empty();
    }
    int height = linked.groups().height(a, b);
    boolean same = linked.groups().group(a) == linked.groups().group(b);
    return Optional.of(
        new Explanation.Together(
            own,
            same,
            height == Partition.UNTIED ? Optional.empty() : Optional.of(height),
            linked.groups().pairs(a, b),
            linked.groups().scatter(a, b),
            linked.groups().scatter(),
            linked.lone(a, b)));
  }

  private List<Explanation.Cap> caps(List<Evidence> evidence) {
    Map<String, Explanation.Cap> caps = new TreeMap<>();
    for (Evidence each : evidence) {
      each.group()
          .ifPresent(group -> {
            double most = linked.profile().caps().getOrDefault(group, 100.0);
            caps.put(group, new Explanation.Cap(group, Bits.of(most), 0, 0));
          });
    }
    return List.copyOf(caps.values());
  }

  private Evidence evidence(int f, int level, int a, int b) {
    Compared compared = linked.fields().get(f);
    Weights.FieldWeights weights = linked.weights().fields().get(f);
    List<Evidence.Level> levels = new ArrayList<>();
    for (int l = 0; l < compared.levels().size(); l++) {
      levels.add(new Evidence.Level(compared.levels().get(l), weights.m()[l], weights.u()[l]));
    }
    Optional<Evidence.Said> said = Optional.empty();
    if (level != Pattern.MISSING) {
      List<Rarity.Told> rarity =
          compared.fixed()
              ? List.of()
              : linked
                  .rarity()
                  .told(compared, f, level, compared.valueOf()[a], compared.valueOf()[b]);
      said =
          Optional.of(
              new Evidence.Said(
                  level,
                  compared.fixed(),
                  compared.fixed()
                      ? compared.weight(compared.valueOf()[a], compared.valueOf()[b])
                      : levels.get(level).bits(),
                  rarity,
                  Sums.rarity(rarity)));
    }
    return new Evidence(
        compared.field().name(),
        compared.field().comparison(),
        Optional.ofNullable(compared.field().group()),
        compared.columns().stream().map(column -> column.name()).toList(),
        compared.cells(a),
        compared.cells(b),
        levels,
        said);
  }

  private static Optional<Relatives> relatives(Weights weights) {
    return weights.relatives().any() ? Optional.of(weights.relatives()) : Optional.empty();
  }

  /**
   * SHA-256 of a model's canonical JSON: prior, m and u by field and level, fields that hang
   * together where any do, and relatives where the profile knows any.
   */
  public static String model(Weights weights) {
    List<List<Evidence.Level>> fields = new ArrayList<>();
    for (Weights.FieldWeights field : weights.fields()) {
      List<Evidence.Level> levels = new ArrayList<>();
      for (int l = 0; l < field.m().length; l++) {
        levels.add(new Evidence.Level("", field.m()[l], field.u()[l]));
      }
      fields.add(levels);
    }
    return model(weights.prior(), fields, relatives(weights), weights.dependence());
  }

  /** The same from what an explanation holds: it lists every field with every level. */
  static String model(
      double prior,
      List<List<Evidence.Level>> fields,
      Optional<Relatives> relatives,
      Dependence dependence) {
    Map<String, Object> all = new LinkedHashMap<>();
    if (!dependence.edges().isEmpty()) {
      all.put("dependence", ModelJson.dependence(dependence));
    }
    relatives.ifPresent(of -> all.put("relatives", ModelJson.relatives(of)));
    all.put("prior", Double.toString(prior));
    all.put(
        "fields",
        fields.stream()
            .map(levels ->
                levels.stream()
                    .map(l -> List.of(Double.toString(l.m()), Double.toString(l.u())))
                    .toList())
            .toList());
    return sha256(Json.write(all).getBytes(StandardCharsets.UTF_8));
  }

  /** SHA-256 of bytes, hexadecimal. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
