package dev.sextant.disclosure.template;

import dev.sextant.disclosure.DisclosureFault;
import dev.sextant.disclosure.Template;
import dev.sextant.findings.Claim;
import dev.sextant.findings.FindingDocument;
import dev.sextant.findings.Support;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether findings and an order fit a template; what does not fit is refused with its cure. */
public final class Fitting {
  private final Template template;

  /** Of a template. */
  public Fitting(Template template) {
    this.template = template;
  }

  /**
   * What is to be printed in it.
   *
   * @param title of the report
   * @param receiver in which capacity somebody receives it, or null if the order does not say
   * @param about key of the entity that a profile is about, or empty
   * @param subjects keys of those whose role is suspect or convicted
   * @param findings what is released
   */
  public record Matter(
      String title,
      Template.@Nullable Receiver receiver,
      String about,
      Set<String> subjects,
      List<FindingDocument> findings) {}

  /**
   * Requires that all fits.
   *
   * @throws DisclosureFault.NotReleasable {@code SX-DISC-TEMPLATE-RECEIVER}, {@code
   *     SX-DISC-TEMPLATE-NEEDS} or {@code SX-DISC-TEMPLATE-WORDS}
   */
  public void require(Matter matter) {
    if (matter.receiver() == null || !template.receivers().contains(matter.receiver())) {
      throw refused(
          "SX-DISC-TEMPLATE-RECEIVER",
          "this template is not for such a recipient",
          "receiver",
          String.valueOf(matter.receiver()),
          "say in which capacity the recipient receives it, one of "
              + template.receivers().stream().sorted().toList()
              + ", or choose another template");
    }
    template.needs().stream().sorted().forEach(need -> require(need, matter));
    words(matter);
  }

  private void require(Template.Need need, Matter matter) {
    List<FindingDocument> findings = matter.findings();
    boolean there =
        switch (need) {
          case FINDINGS -> !findings.isEmpty();
          case NETWORK -> findings.stream().anyMatch(f -> f.snapshot() != null);
          case MEASURE -> findings.stream().anyMatch(f -> !f.measures().isEmpty());
          case ABOUT_SUBJECT ->
              matter.subjects().contains(matter.about())
                  && findings.stream()
                      .anyMatch(f -> f.claim().entityKeys().contains(matter.about()));
          case MESSAGES -> supports(findings).anyMatch(Fitting::written);
          case EXHIBITS -> supports(findings).findAny().isPresent();
        };
    if (!there) {
      throw refused(
          "SX-DISC-TEMPLATE-NEEDS",
          "the template needs something that is not there",
          template.id(),
          need.name(),
          cure(need));
    }
  }

  private static String cure(Template.Need need) {
    return switch (need) {
      case FINDINGS -> "choose a signed finding";
      case NETWORK -> "choose a finding that rests on a frozen network";
      case MEASURE -> "choose a finding that rests on a measure of its network";
      case ABOUT_SUBJECT ->
          "say whom it is about: an entity that a chosen finding names and whose role is suspect or"
              + " convicted";
      case MESSAGES -> "choose a finding that cites a message or a post";
      case EXHIBITS -> "choose a finding that cites a record of an exhibit";
    };
  }

  private static Stream<Support> supports(List<FindingDocument> findings) {
    return findings.stream()
        .flatMap(f -> Stream.concat(f.supports().stream(), f.counterSupports().stream()));
  }

  private static boolean written(Support support) {
    return support.kindWord().equals("message") || support.kindWord().equals("post");
  }

  /* What people of the house wrote; what a source says is quoted as it is. */
  private void words(Matter matter) {
    List<String> own = new ArrayList<>(List.of(matter.title()));
    for (FindingDocument finding : matter.findings()) {
      Claim claim = finding.claim();
      own.addAll(List.of(claim.title(), claim.text(), claim.method(), claim.noCounterSupport()));
      own.addAll(claim.alternatives());
      supports(List.of(finding)).forEach(s -> own.add(s.note()));
    }
    for (String word : template.refused()) {
      Pattern pattern =
          Pattern.compile(
              "(?<!\\p{L})" + Pattern.quote(normal(word)) + "(?!\\p{L})", Pattern.UNICODE_CASE);
      for (String text : own) {
        if (pattern.matcher(normal(text)).find()) {
          throw refused(
              "SX-DISC-TEMPLATE-WORDS",
              "a profile gives nobody a part, a score or a future",
              template.id(),
              word,
              "word it as what was seen: a place among ties, a record, a judgement with its reason");
        }
      }
    }
  }

  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", " ");
  }

  private static DisclosureFault.NotReleasable refused(
      String code, String what, String place, String value, String cure) {
    return new DisclosureFault.NotReleasable(code, what, place, value, cure);
  }
}
