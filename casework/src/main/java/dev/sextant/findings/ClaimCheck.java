package dev.sextant.findings;

import dev.sextant.terms.Digest;
import dev.sextant.terms.StatementType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a claim as a strict colleague would before it goes to review. The rules are those of
 * intelligence tradecraft: support for facts, alternatives for assessments, a written answer to
 * what speaks against it, and no word that turns a number into a person's role.
 */
public final class ClaimCheck {
  /** Shorter titles and texts say nothing that can be reviewed; longer ones are documents. */
  private static final int TITLE_MIN = 3;

  private static final int TITLE_MAX = 200;
  private static final int TEXT_MIN = 10;
  private static final int TEXT_MAX = 10_000;
  private static final int METHOD_MIN = 10;
  private static final int ANSWER_MIN = 5;
  private static final int HYPOTHESIS_MAX = 500;

  /** More hypotheses than this are not weighed any more, they are listed. */
  private static final int HYPOTHESES_MAX = 12;

  private static final int ROWS_MAX = 200;

  private static final int BESIDE_MAX = 20;

  private final Claim claim;
  private final List<Remark> remarks = new ArrayList<>();

  private ClaimCheck(Claim claim) {
    this.claim = claim;
  }

  /** Everything there is to say about the claim, what blocks first. */
  public static List<Remark> of(Claim claim) {
    ClaimCheck check = new ClaimCheck(claim);
    check.fields();
    check.evidence();
    check.matrix();
    check.wording();
    check.remarks.sort(Comparator.comparing(remark -> !remark.blocks()));
    return List.copyOf(check.remarks);
  }

  /** Those remarks that keep the claim from review. */
  public static List<Remark> blocking(Claim claim) {
    return of(claim).stream().filter(Remark::blocks).toList();
  }

  private void blocks(boolean wrong, String code, String place, String what) {
    if (wrong) {
      remarks.add(new Remark(code, place, what, true));
    }
  }

  private void warns(boolean doubtful, String code, String place, String what) {
    if (doubtful) {
      remarks.add(new Remark(code, place, what, false));
    }
  }

  private static boolean outside(String text, int least, int most) {
    int length = text.strip().length();
    return length < least || length > most;
  }

  private void fields() {
    blocks(
        outside(claim.title(), TITLE_MIN, TITLE_MAX),
        "SX-FIND-TITLE",
        "title",
        "write a title of 3 to 200 characters");
    blocks(
        outside(claim.text(), TEXT_MIN, TEXT_MAX),
        "SX-FIND-TEXT",
        "text",
        "write the claim in 10 to 10,000 characters");
    blocks(
        outside(claim.method(), METHOD_MIN, TEXT_MAX),
        "SX-FIND-METHOD",
        "method",
        "say how you came to it, so that another can repeat it");
    blocks(
        claim.alternatives().stream().anyMatch(String::isBlank),
        "SX-FIND-ALTERNATIVE",
        "alternatives",
        "write each alternative out or remove it");
  }

  private void evidence() {
    boolean none = claim.supports().isEmpty();
    blocks(
        claim.type() == StatementType.MACHINE,
        "SX-FIND-MACHINE",
        "type",
        "a program makes no claim: a person states what its output means, as an assessment");
    blocks(
        none && claim.type() == StatementType.FACT,
        "SX-FIND-SUPPORT",
        "supports",
        "a fact needs at least one record that shows it");
    blocks(
        none && claim.type() == StatementType.REPORTED,
        "SX-FIND-SUPPORT",
        "supports",
        "a report needs the record in which it was said");
    blocks(
        none && claim.type() == StatementType.ASSESSMENT && claim.measures().isEmpty(),
        "SX-FIND-SUPPORT",
        "supports",
        "an assessment needs a record or a measure that it rests on");
    blocks(
        claim.type() == StatementType.ASSESSMENT
            && claim.alternatives().isEmpty()
            && claim.reasoning().matrix() == null,
        "SX-FIND-ALTERNATIVE",
        "alternatives",
        "an assessment names at least one other explanation");
    boolean unopposed = claim.counterSupports().isEmpty();
    blocks(
        unopposed && claim.noCounterSupport().strip().length() < ANSWER_MIN,
        "SX-FIND-COUNTER",
        "noCounterSupport",
        "cite what speaks against it, or write what you looked for and that none was found");
    blocks(
        !unopposed && !claim.noCounterSupport().isBlank(),
        "SX-FIND-COUNTER",
        "noCounterSupport",
        "it cites counter-support: leave the answer for none empty");
    blocks(
        !claim.measures().isEmpty() && claim.snapshot() == null,
        "SX-FIND-SNAPSHOT",
        "snapshot",
        "name the snapshot that the measures were made on");
    blocks(
        repeats(claim.supports()) || repeats(claim.counterSupports()),
        "SX-FIND-TWICE",
        "supports",
        "cite each record once: the same record twice is not corroboration");
    blocks(
        crowded(claim.supports()) || crowded(claim.counterSupports()),
        "SX-FIND-BESIDE",
        "supports",
        "show at most 20 notes and translations beside a record");
  }

  private static boolean crowded(List<Citation> citations) {
    return citations.stream().anyMatch(citation -> citation.beside().size() > BESIDE_MAX);
  }

  private static boolean repeats(List<Citation> citations) {
    return citations.stream().map(Citation::record).distinct().count() < citations.size();
  }

  private void matrix() {
    AchMatrix matrix = claim.reasoning().matrix();
    boolean assessed = claim.type() == StatementType.ASSESSMENT;
    if (matrix == null) {
      warns(
          assessed,
          "SX-FIND-WARN-ACH",
          "matrix",
          "weigh the other explanations against the evidence in a matrix of competing hypotheses");
      return;
    }
    blocks(
        !assessed,
        "SX-FIND-ACH-TYPE",
        "matrix",
        "hypotheses are weighed in an assessment: make it one, or take the matrix out");
    hypotheses(matrix.hypotheses());
    rows(matrix);
    if (matrix.judged()) {
      reading(matrix);
    }
  }

  private void hypotheses(List<AchMatrix.Hypothesis> all) {
    blocks(
        all.size() < 2 || all.size() > HYPOTHESES_MAX,
        "SX-FIND-ACH-HYPOTHESES",
        "matrix.hypotheses",
        "weigh 2 to 12 hypotheses that exclude each other");
    blocks(
        all.stream().noneMatch(AchMatrix.Hypothesis::innocent),
        "SX-FIND-ACH-INNOCENT",
        "matrix.hypotheses",
        "add at least one explanation in which nobody did wrong, and mark it innocent");
    blocks(
        all.stream().anyMatch(h -> outside(h.text(), ANSWER_MIN, HYPOTHESIS_MAX)),
        "SX-FIND-ACH-TEXT",
        "matrix.hypotheses",
        "write each hypothesis out in 5 to 500 characters");
    blocks(
        all.stream().map(h -> h.text().strip().toLowerCase(Locale.ROOT)).distinct().count()
            < all.size(),
        "SX-FIND-ACH-TWICE",
        "matrix.hypotheses",
        "two hypotheses say the same: take one out");
  }

  private void rows(AchMatrix matrix) {
    blocks(
        matrix.rows().isEmpty() || matrix.rows().size() > ROWS_MAX,
        "SX-FIND-ACH-ROWS",
        "matrix.rows",
        "weigh 1 to 200 rows of evidence");
    blocks(
        matrix.rows().stream().anyMatch(r -> outside(r.text(), TITLE_MIN, HYPOTHESIS_MAX)),
        "SX-FIND-ACH-TEXT",
        "matrix.rows",
        "say in 3 to 500 characters what each row shows");
    blocks(
        matrix.rows().stream().anyMatch(r -> r.cells().contains(AchMatrix.Cell.OPEN)),
        "SX-FIND-ACH-OPEN",
        "matrix.rows",
        "judge every cell: CC, C, N, I, II or NA");
    List<Digest> cited =
        Stream.concat(claim.supports().stream(), claim.counterSupports().stream())
            .map(Citation::record)
            .toList();
    List<Digest> weighed =
        matrix.rows().stream().map(AchMatrix.Row::record).filter(Objects::nonNull).toList();
    blocks(
        !weighed.containsAll(cited),
        "SX-FIND-ACH-LEFT-OUT",
        "matrix.rows",
        "weigh every record that the claim cites, what speaks against it above all");
    blocks(
        !cited.containsAll(weighed),
        "SX-FIND-ACH-UNCITED",
        "matrix.rows",
        "a row weighs a record that the claim does not cite: cite it, or take the row out");
    blocks(
        Set.copyOf(weighed).size() < weighed.size(),
        "SX-FIND-ACH-TWICE",
        "matrix.rows",
        "a record is weighed twice: keep one row");
  }

  private void reading(AchMatrix matrix) {
    AchReading reading = AchReading.of(matrix);
    warns(
        reading.mostDiagnostic().isEmpty(),
        "SX-FIND-WARN-ACH-FLAT",
        "matrix.rows",
        "no row tells one hypothesis from another: the evidence decides nothing");
    warns(
        matrix.held() > 0 && !reading.first().contains(matrix.held()),
        "SX-FIND-WARN-ACH-HELD",
        "matrix.held",
        "less speaks against another hypothesis than against the one that the claim states");
  }

  private void wording() {
    remarks.addAll(WordCheck.of(claim));
  }
}
