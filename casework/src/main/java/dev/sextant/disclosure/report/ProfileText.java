package dev.sextant.disclosure.report;

import dev.sextant.findings.CitedEntity;
import dev.sextant.findings.CitedMeasure;
import dev.sextant.findings.CitedSnapshot;
import dev.sextant.press.Markup;
import dev.sextant.press.Markup.Fact;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Words what the findings hold of one entity: its accounts and who joined them, its role in the
 * case, and where each measure puts it, with the band of its rank when ties are missing. No score
 * of a person, no part in a group, nothing about what comes.
 */
final class ProfileText {
  private final Markup out;
  private final Report report;

  ProfileText(Markup out, Report report) {
    this.out = out;
    this.report = report;
  }

  void write() {
    String about = report.form().about();
    CitedEntity entity =
        report.findings().stream()
            .flatMap(f -> f.document().entities().stream())
            .filter(e -> e.key().equals(about))
            .findFirst()
            .orElse(null);
    if (entity == null) {
      return;
    }
    out.raw("<div class=\"chapter\" id=\"profile\">");
    out.heading(2, "Profile: " + entity.label() + report.persons().after(entity.key()));
    out.paragraph(
        "What the signed findings of this report hold of one entity. It is complete for these"
            + " findings and for nothing else; what speaks for the person stands in the findings too.");
    List<Fact> facts = new ArrayList<>();
    facts.add(
        Fact.of("Role in the case", report.persons().roles().getOrDefault(about, "not given")));
    facts.add(Fact.of("Accounts", Integer.toString(entity.accounts().size())));
    facts.add(Fact.of("Judgements that join them", Integer.toString(entity.judgements().size())));
    facts.add(Fact.of("Named in", String.join(", ", naming(about))));
    out.facts("Profile", facts);
    places(about);
    out.raw("</div>");
  }

  private List<String> naming(String about) {
    return report.findings().stream()
        .filter(f -> f.document().claim().entityKeys().contains(about))
        .map(f -> "F-" + f.document().number())
        .toList();
  }

  private void places(String about) {
    Set<CitedMeasure> measures = new LinkedHashSet<>();
    report.findings().forEach(f -> measures.addAll(f.document().measures()));
    List<List<String>> rows = new ArrayList<>();
    for (CitedMeasure m : measures) {
      m.values().stream()
          .filter(v -> v.entityKey().equals(about))
          .forEach(v ->
              rows.add(
                  List.of(
                      m.method().toLowerCase(Locale.ROOT).replace('_', ' '),
                      MeasureText.number(v.value()),
                      MeasureText.ranks(m, v),
                      Long.toString(nodes(m)))));
    }
    if (rows.isEmpty()) {
      out.paragraph("No measure that the findings rest on has a value for this entity.");
      return;
    }
    out.heading(3, "Where measures put it");
    out.paragraph(
        "A measure describes a place among the ties that were held. It says nothing of what a person"
            + " is or will do. The band says between which ranks the entity may lie if a tenth of"
            + " the ties is missing; each method's card stands under Measures.");
    out.table(
        "Where measures put it",
        List.of("Method", "Value", "Rank when ties are missing (5 to 95 %)", "Of entities"),
        rows);
  }

  private long nodes(CitedMeasure measure) {
    return report.findings().stream()
        .map(f -> f.document().snapshot())
        .filter(java.util.Objects::nonNull)
        .filter(s -> s.id().equals(measure.snapshot()))
        .mapToLong(CitedSnapshot::nodeCount)
        .findFirst()
        .orElse(measure.values().size());
  }
}
