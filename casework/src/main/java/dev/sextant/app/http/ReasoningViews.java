package dev.sextant.app.http;

import dev.sextant.authority.JurisdictionPack;
import dev.sextant.findings.AchMatrix;
import dev.sextant.findings.AchMatrix.Cell;
import dev.sextant.findings.AchMatrix.Hypothesis;
import dev.sextant.findings.AchMatrix.Level;
import dev.sextant.findings.AchMatrix.Row;
import dev.sextant.findings.AchMatrix.RowKind;
import dev.sextant.findings.AchReading;
import dev.sextant.findings.AchScore;
import dev.sextant.findings.Correction;
import dev.sextant.findings.EstimateScale;
import dev.sextant.findings.Reasoning;
import dev.sextant.findings.Remark;
import dev.sextant.terms.Digest;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How a claim weighs what it rests on, as it is sent: scale, matrix, what is said of its words. */
final class ReasoningViews {
  private ReasoningViews() {}

  /** One explanation. */
  record HypothesisDraft(String text, boolean innocent) {}

  /** One row of the matrix, a cell for each hypothesis. */
  record MatrixRowDraft(
      String kind,
      @Nullable String record,
      String text,
      String credibility,
      String relevance,
      List<String> cells) {}

  /** Competing hypotheses; {@code held} is the number of the one that the claim states, or 0. */
  record MatrixDraft(List<HypothesisDraft> hypotheses, List<MatrixRowDraft> rows, int held) {}

  /** What a row does. */
  record RowReadingView(
      String diagnosticity,
      String leftOut,
      List<Integer> ranksLeftOut,
      String reversed,
      List<Integer> ranksReversed) {}

  /** What a matrix yields. Scores count what speaks against; they are no probabilities. */
  record ReadingView(
      List<String> scores,
      List<Integer> ranks,
      List<RowReadingView> rows,
      List<Integer> linchpins,
      List<Integer> mostDiagnostic) {}

  /** What is to be said of a field, and of which words of it. */
  record RemarkView(
      String code, String place, String value, int from, int to, String cure, boolean blocks) {}

  /** Which finding another takes the place of. */
  record CorrectsView(String finding, int number, int version, String reason) {}

  /**
   * The scale with which new findings begin, and the law of the house that says so.
   *
   * @param scale by its name
   * @param pack the pack in force, by name
   * @param version of it
   * @param digest of its text
   */
  record ChosenScaleView(String scale, String pack, long version, String digest) {}

  static ChosenScaleView chosen(JurisdictionPack pack) {
    return new ChosenScaleView(
        EstimateScale.chosen(pack).name(), pack.name(), pack.version(), pack.digest().hex());
  }

  /**
   * @param otherwise the scale of a claim that names none
   */
  static Reasoning reasoning(
      @Nullable String scale, @Nullable MatrixDraft matrix, Supplier<EstimateScale> otherwise) {
    return new Reasoning(
        scale == null
            ? otherwise.get()
            : FindingsHttp.choice(EstimateScale.values(), "scale", scale),
        matrix == null ? null : matrix(matrix));
  }

  private static AchMatrix matrix(MatrixDraft draft) {
    return new AchMatrix(
        draft.hypotheses().stream().map(h -> new Hypothesis(h.text(), h.innocent())).toList(),
        draft.rows().stream().map(ReasoningViews::row).toList(),
        draft.held());
  }

  private static Row row(MatrixRowDraft row) {
    String record = row.record();
    return new Row(
        FindingsHttp.choice(RowKind.values(), "matrix row", row.kind()),
        record == null ? null : new Digest(record),
        row.text(),
        FindingsHttp.choice(Level.values(), "credibility", row.credibility()),
        FindingsHttp.choice(Level.values(), "relevance", row.relevance()),
        row.cells().stream()
            .map(cell -> FindingsHttp.choice(Cell.values(), "cell", cell))
            .toList());
  }

  static @Nullable MatrixDraft draft(@Nullable AchMatrix matrix) {
    return matrix == null
        ? null
        : new MatrixDraft(
            matrix.hypotheses().stream()
                .map(h -> new HypothesisDraft(h.text(), h.innocent()))
                .toList(),
            matrix.rows().stream().map(ReasoningViews::draft).toList(),
            matrix.held());
  }

  private static MatrixRowDraft draft(Row row) {
    Digest record = row.record();
    return new MatrixRowDraft(
        row.kind().name(),
        record == null ? null : record.hex(),
        row.text(),
        row.credibility().name(),
        row.relevance().name(),
        row.cells().stream().map(Cell::name).toList());
  }

  static @Nullable ReadingView reading(@Nullable AchMatrix matrix) {
    if (matrix == null || !matrix.judged()) {
      return null;
    }
    AchReading reading = AchReading.of(matrix);
    return new ReadingView(
        reading.scores().stream().map(AchScore::text).toList(),
        reading.ranks(),
        reading.rows().stream()
            .map(r ->
                new RowReadingView(
                    r.diagnosticity().text(),
                    r.leftOut().name(),
                    r.ranksLeftOut(),
                    r.reversed().name(),
                    r.ranksReversed()))
            .toList(),
        reading.linchpins(),
        reading.mostDiagnostic());
  }

  static List<RemarkView> remarks(List<Remark> remarks) {
    return remarks.stream()
        .map(r ->
            new RemarkView(
                r.code(),
                r.place(),
                r.quote().words(),
                r.quote().from(),
                r.quote().to(),
                r.what(),
                r.blocks()))
        .toList();
  }

  static @Nullable CorrectsView corrects(@Nullable Correction corrects) {
    return corrects == null
        ? null
        : new CorrectsView(
            corrects.finding().toString(),
            corrects.number(),
            corrects.version(),
            corrects.reason());
  }
}
