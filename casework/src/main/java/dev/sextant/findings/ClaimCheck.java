package dev.sextant.findings;

import dev.sextant.terms.StatementType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

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

  /** A measure is never a role: centrality prints a position among the ties held, nothing more. */
  private static final Pattern ROLE =
      Pattern.compile(
          "\\b(ring)?leaders?(hip)?\\b|\\b(king|queen)pins?\\b|\\bmasterminds?\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** ICD 203 (2015) D.6.e.2.b: likelihood and confidence are not joined in one sentence. */
  private static final Pattern LIKELIHOOD =
      Pattern.compile(
          "\\b(almost no chance|remote|(very |highly )?(un)?likely|(im)?probabl[ey]|roughly even|"
              + "almost certain(ly)?|realistic possibility)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CONFIDENCE =
      Pattern.compile("\\b(low|moderate|medium|high)\\s+confidence\\b", Pattern.CASE_INSENSITIVE);

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
    check.wording();
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
        claim.type() == StatementType.ASSESSMENT && claim.alternatives().isEmpty(),
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
  }

  private static boolean repeats(List<Citation> citations) {
    return citations.stream().map(Citation::record).distinct().count() < citations.size();
  }

  private void wording() {
    String words = claim.title() + ". " + claim.text();
    warns(
        ROLE.matcher(words).find(),
        "SX-FIND-WARN-ROLE",
        "text",
        "a measure shows a position among the ties held, never a role; say what the records show");
    boolean joined =
        Pattern.compile("[.!?\\n]+")
            .splitAsStream(claim.text())
            .anyMatch(s -> LIKELIHOOD.matcher(s).find() && CONFIDENCE.matcher(s).find());
    warns(
        joined,
        "SX-FIND-WARN-ESTIMATE",
        "text",
        "likelihood and confidence are two judgements: give each its own sentence (ICD 203)");
  }
}
