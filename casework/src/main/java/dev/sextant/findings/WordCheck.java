package dev.sextant.findings;

import dev.sextant.findings.Remark.Quote;
import dev.sextant.findings.WordList.Hit;
import dev.sextant.findings.WordList.Kind;
import dev.sextant.findings.WordList.Tongue;
import dev.sextant.terms.StatementType;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the wording of a claim in English, Spanish, Portuguese or French: estimative words from one
 * declared scale, one to a sentence and none beside a level of confidence (ICD 203, D.6.e.2); words
 * that say nothing; and words that no finding uses: a role read off a number, guilt before a court
 * has found it (Directive (EU) 2016/343, Article 4), a person's future offence (Regulation (EU)
 * 2024/1689, Article 5(1)(d)). What stands within quotation marks is somebody else's word: it is
 * not estimated, and forbidden words in it only draw a warning.
 */
public final class WordCheck {
  /** Each kind of mark is closed by its own, within one paragraph. */
  private static final Pattern QUOTED =
      Pattern.compile("\"[^\"\\n]*\"|“[^”\\n]*”|„[^“”\\n]*[“”]|«[^»\\n]*»");

  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?…])\\s+|\\n+");

  private final EstimateScale scale;
  private final StatementType type;
  private final Tongue tongue;
  private final List<Remark> remarks = new ArrayList<>();

  private WordCheck(EstimateScale scale, StatementType type, Tongue tongue) {
    this.scale = scale;
    this.type = type;
    this.tongue = tongue;
  }

  /** All that is to be said of a claim's words, field by field; within a field in its order. */
  public static List<Remark> of(Claim claim) {
    WordCheck check =
        new WordCheck(
            claim.reasoning().scale(),
            claim.type(),
            WordList.tongue(composed(claim.title() + ". " + claim.text())));
    check.claims("title", claim.title());
    check.claims("text", claim.text());
    check.forbidden("method", claim.method());
    check.notes("supports", claim.supports());
    check.notes("counterSupports", claim.counterSupports());
    check.forbidden("noCounterSupport", claim.noCounterSupport());
    for (int i = 0; i < claim.alternatives().size(); i++) {
      check.forbidden("alternatives[" + i + "]", claim.alternatives().get(i));
    }
    AchMatrix matrix = claim.reasoning().matrix();
    if (matrix != null) {
      check.matrix(matrix);
    }
    return List.copyOf(check.remarks);
  }

  /**
   * All that is to be said of a text that is no claim yet. Places are within the text as it is
   * after Unicode's canonical composition (NFC).
   *
   * @param place its name
   */
  public static List<Remark> of(
      String place, String text, EstimateScale scale, StatementType type) {
    WordCheck check = new WordCheck(scale, type, WordList.tongue(composed(text)));
    check.claims(place, text);
    return List.copyOf(check.remarks);
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private void matrix(AchMatrix matrix) {
    for (int i = 0; i < matrix.hypotheses().size(); i++) {
      forbidden("matrix.hypotheses[" + i + "]", matrix.hypotheses().get(i).text());
    }
    for (int i = 0; i < matrix.rows().size(); i++) {
      forbidden("matrix.rows[" + i + "]", matrix.rows().get(i).text());
    }
  }

  private void notes(String place, List<Citation> citations) {
    for (int i = 0; i < citations.size(); i++) {
      forbidden(place + "[" + i + "].note", citations.get(i).note());
    }
  }

  /* A field in which something is claimed. */
  private void claims(String place, String text) {
    Field field = new Field(place, composed(text));
    List<Remark> found = new ArrayList<>(refused(field));
    found.addAll(estimates(field));
    for (Hit hit : longest(WordList.hits(field.folded, tongue, Kind.WEASEL))) {
      if (!field.quotes(hit)) {
        found.add(
            field.remark(
                "SX-FIND-WORD-WEASEL",
                "it says nothing that can be checked: say what the records show, or estimate it in"
                    + " a word of the declared scale",
                false,
                hit));
      }
    }
    add(found);
  }

  /* A field that only must not say certain things. */
  private void forbidden(String place, String text) {
    add(refused(new Field(place, composed(text))));
  }

  private void add(List<Remark> found) {
    found.sort(Comparator.comparingInt(r -> r.quote().from()));
    remarks.addAll(found);
  }

  /** A text with what of it is quoted. */
  private static final class Field {
    private final String place;
    private final String text;
    private final String folded;
    private final List<int[]> quoted = new ArrayList<>();
    private @Nullable List<Hit> estimates;

    Field(String place, String text) {
      this.place = place;
      this.text = text;
      this.folded = WordList.folded(text);
      Matcher marks = QUOTED.matcher(text);
      while (marks.find()) {
        quoted.add(new int[] {marks.start(), marks.end()});
      }
    }

    /** Estimative words, of any scale or none; found once. */
    List<Hit> estimates(Tongue tongue) {
      List<Hit> found = estimates;
      if (found == null) {
        found = WordList.hits(folded, tongue, Kind.ICD_203, Kind.PHIA, Kind.LOOSE);
        estimates = found;
      }
      return found;
    }

    boolean quotes(Hit hit) {
      return quoted.stream().anyMatch(q -> q[0] < hit.from() && hit.to() < q[1]);
    }

    Remark remark(String code, String cure, boolean blocks, Hit hit) {
      return remark(code, cure, blocks, hit.from(), hit.to());
    }

    Remark remark(String code, String cure, boolean blocks, int from, int to) {
      return new Remark(code, place, cure, blocks, new Quote(text.substring(from, to), from, to));
    }

    /** Where sentences begin; the last number is the text's end. */
    List<Integer> sentences() {
      List<Integer> starts = new ArrayList<>(List.of(0));
      Matcher ends = SENTENCE.matcher(text);
      while (ends.find()) {
        starts.add(ends.end());
      }
      starts.add(text.length());
      return starts;
    }
  }

  /* Role, guilt and future crime: the claim's own language, and English, whose words travel. */
  private List<Remark> refused(Field field) {
    Set<Hit> hits = new LinkedHashSet<>();
    for (Tongue each : EnumSet.of(Tongue.EN, tongue)) {
      hits.addAll(
          WordList.hits(
              field.folded,
              each,
              Kind.ROLE,
              Kind.ROLE_LOOSE,
              Kind.GUILT,
              Kind.GUILT_LOOSE,
              Kind.FUTURE));
    }
    List<Remark> found = new ArrayList<>();
    for (Hit hit : longest(List.copyOf(hits))) {
      Kind kind = hit.entry().kind();
      boolean firm = kind == Kind.ROLE || kind == Kind.GUILT || kind == Kind.FUTURE;
      boolean quoted = field.quotes(hit);
      String cure =
          quoted
              ? "it is quoted: name whose word it is, in which record, and claim nothing by it"
              : refusal(kind);
      found.add(field.remark(code(kind), cure, firm && !quoted, hit));
    }
    return found;
  }

  private static String code(Kind kind) {
    return switch (kind) {
      case ROLE, ROLE_LOOSE -> "SX-FIND-WORD-ROLE";
      case GUILT, GUILT_LOOSE -> "SX-FIND-WORD-GUILT";
      default -> "SX-FIND-WORD-FUTURE";
    };
  }

  private static String refusal(Kind kind) {
    return switch (kind) {
      case ROLE, ROLE_LOOSE ->
          "a measure shows a position among the ties held, never a role: say what the records show"
              + " that the person said or did";
      case GUILT, GUILT_LOOSE ->
          "only a court finds guilt: say what the records show that the person did";
      default ->
          "a person's future offence is not predicted: say what the records show was said, planned"
              + " or done";
    };
  }

  private List<Remark> estimates(Field field) {
    List<Hit> words =
        longest(field.estimates(tongue)).stream().filter(hit -> !field.quotes(hit)).toList();
    List<Hit> confidence =
        longest(WordList.hits(field.folded, tongue, Kind.CONFIDENCE)).stream()
            .filter(hit -> !field.quotes(hit))
            .toList();
    List<Remark> found = new ArrayList<>();
    Set<Integer> told = new HashSet<>();
    for (Hit hit : words) {
      if (told.add(hit.from())) {
        remark(field, hit).ifPresent(found::add);
      }
    }
    if (type == StatementType.ASSESSMENT) {
      rows(field, words).ifPresent(found::add);
      found.addAll(bySentence(field, words, confidence));
    }
    return found;
  }

  /* Words that lie within longer ones of the same kind are no words of their own: "likely" in "very likely",
   * and of scales that share a word, each is kept. */
  private static List<Hit> longest(List<Hit> hits) {
    return hits.stream().filter(hit -> hits.stream().noneMatch(o -> o.covers(hit))).toList();
  }

  private Optional<Remark> remark(Field field, Hit hit) {
    if (type == StatementType.FACT) {
      return Optional.of(
          field.remark(
              "SX-FIND-WORD-FACT",
              "a fact is not estimated: say what the records show, or make it an assessment",
              true,
              hit));
    }
    if (type != StatementType.ASSESSMENT) {
      return Optional.of(
          field.remark(
              "SX-FIND-WORD-REPORTED",
              "what is reported is not estimated: quote whose estimate it is, or make it an"
                  + " assessment",
              false,
              hit));
    }
    if (scale == EstimateScale.NONE) {
      return Optional.of(
          field.remark(
              "SX-FIND-WORD-UNDECLARED",
              "it estimates: declare one scale (ICD 203 or the PHIA yardstick) and use its words",
              true,
              hit));
    }
    return fits(field, hit, scale) ? Optional.empty() : Optional.of(outside(field, hit));
  }

  private Remark outside(Field field, Hit hit) {
    EstimateScale other = scale == EstimateScale.PHIA ? EstimateScale.ICD_203 : EstimateScale.PHIA;
    return fits(field, hit, other)
        ? field.remark(
            "SX-FIND-WORD-MIXED",
            "it is a word of the other scale, "
                + other.title()
                + ": one finding uses one scale, here "
                + scale.title(),
            true,
            hit)
        : field.remark(
            "SX-FIND-WORD-SCALE",
            "it is not a word of the declared scale, "
                + scale.title()
                + ": use one of its terms, or say what the records show",
            true,
            hit);
  }

  /* Of the scale if the scale has just these words; two scales may share them. */
  private boolean fits(Field field, Hit hit, EstimateScale of) {
    Kind kind = of == EstimateScale.PHIA ? Kind.PHIA : Kind.ICD_203;
    return field.estimates(tongue).stream()
        .anyMatch(o -> o.entry().kind() == kind && o.from() == hit.from() && o.to() == hit.to());
  }

  private Optional<Remark> rows(Field field, List<Hit> words) {
    if (scale != EstimateScale.ICD_203) {
      return Optional.empty();
    }
    List<Hit> own = words.stream().filter(h -> h.entry().kind() == Kind.ICD_203).toList();
    return own.stream()
        .filter(h -> row(h) != row(own.getFirst()))
        .findFirst()
        .map(h ->
            field.remark(
                "SX-FIND-WORD-ROWS",
                "ICD 203 has two rows of terms and asks not to mix them: keep to that of"
                    + " the first term",
                false,
                h));
  }

  private static char row(Hit hit) {
    return hit.entry().group().charAt(hit.entry().group().length() - 1);
  }

  private static List<Remark> bySentence(Field field, List<Hit> words, List<Hit> confidence) {
    List<Remark> found = new ArrayList<>();
    List<Integer> starts = field.sentences();
    for (int s = 0; s + 1 < starts.size(); s++) {
      int from = starts.get(s);
      int to = starts.get(s + 1);
      List<Integer> places =
          words.stream().map(Hit::from).filter(at -> at >= from && at < to).distinct().toList();
      List<Hit> sure = confidence.stream().filter(h -> h.from() >= from && h.from() < to).toList();
      if (!places.isEmpty() && !sure.isEmpty()) {
        found.add(
            field.remark(
                "SX-FIND-WORD-CONFIDENCE",
                "likelihood and confidence are two judgements: give each its own sentence",
                true,
                sure.getFirst()));
      }
      if (places.size() > 1) {
        int second = places.get(1);
        Hit hit = words.stream().filter(h -> h.from() == second).findFirst().orElseThrow();
        found.add(
            field.remark(
                "SX-FIND-WORD-TWO",
                "one estimative term for one judgement: give each judgement its own sentence",
                true,
                hit));
      }
    }
    return found;
  }
}
