package dev.sextant.disclosure.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.authority.JurisdictionPack;
import dev.sextant.disclosure.Mark;
import dev.sextant.disclosure.ReasonCodes;
import dev.sextant.disclosure.report.ReportTextTest;
import dev.sextant.findings.AchMatrix;
import dev.sextant.findings.CitedNote;
import dev.sextant.findings.CitedPlace;
import dev.sextant.findings.Claim;
import dev.sextant.findings.EstimateScale;
import dev.sextant.findings.FindingDocument;
import dev.sextant.findings.MadeUpFinding;
import dev.sextant.findings.Reasoning;
import dev.sextant.findings.Support;
import dev.sextant.records.RecordKind;
import dev.sextant.records.Written;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.DisclosureId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where somebody was goes with what says so, and stays where nothing of it is taken out. */
class RewritingTest {
  private static final CitedPlace HARBOUR = new CitedPlace("52.5", "13.25", "30.0", "Harbour");

  private static Support support(int n, String words, CitedPlace place) {
    Support s = MadeUpFinding.support("C1/E-" + n, words, "");
    return new Support(
        Digest.ofFields("place", Integer.toString(n)),
        RecordKind.PLACE,
        s.platform(),
        s.exhibitNumber(),
        s.locator(),
        s.claimed(),
        s.acquired(),
        s.author(),
        s.authorKey(),
        s.words(),
        s.excerpt(),
        s.excerptWhole(),
        s.excerptDigest(),
        s.note(),
        place,
        List.of());
  }

  private static FindingDocument finding(List<Support> supports) {
    FindingDocument d = ReportTextTest.report(3).findings().getFirst().document();
    Claim c = d.claim();
    Claim claim =
        new Claim(
            c.title(),
            c.text(),
            c.type(),
            c.grade(),
            c.method(),
            supports.stream().map(Support::citation).toList(),
            List.of(),
            "None found.",
            c.alternatives(),
            c.snapshot(),
            c.measures(),
            c.entityKeys(),
            new Reasoning(EstimateScale.values()[0], matrix(supports)));
    return new FindingDocument(
        d.id(),
        d.number(),
        d.caseId(),
        d.authority(),
        d.authorityVersion(),
        d.author(),
        d.authorName(),
        d.frozen(),
        claim,
        supports,
        List.of(),
        d.snapshot(),
        d.measures(),
        d.entities());
  }

  private static AchMatrix matrix(List<Support> supports) {
    return new AchMatrix(
        List.of(
            new AchMatrix.Hypothesis("He was there", false),
            new AchMatrix.Hypothesis("Somebody had his telephone", true)),
        supports.stream()
            .map(s ->
                new AchMatrix.Row(
                    AchMatrix.RowKind.RECORD,
                    s.record(),
                    "shows " + s.words(),
                    AchMatrix.Level.MEDIUM,
                    AchMatrix.Level.HIGH,
                    List.of(AchMatrix.Cell.C, AchMatrix.Cell.N)))
            .toList(),
        1);
  }

  @Test
  void whatARecordShowsGoesWithTheRecord() {
    FindingDocument finding =
        finding(List.of(support(1, "the keys", HARBOUR), support(2, "the van", HARBOUR)));
    Rewriting rewriting = new Rewriting(Persons.of(List.of()), text -> text, digest -> digest);
    AchMatrix copy =
        Objects.requireNonNull(
            rewriting
                .of(finding, Map.of("supports/0", "[record: PRIVACY]"))
                .claim()
                .reasoning()
                .matrix());
    assertThat(copy.rows())
        .extracting(AchMatrix.Row::text)
        .containsExactly("[record: PRIVACY]", "shows the van");
  }

  private static List<@Nullable CitedPlace> places(
      UnaryOperator<String> text, Map<String, String> whole, FindingDocument finding) {
    Rewriting rewriting = new Rewriting(Persons.of(List.of()), text, digest -> digest);
    return rewriting.of(finding, whole).supports().stream().map(Support::place).toList();
  }

  @Test
  void aPlaceStaysOnlyWhereItsBytesStay() {
    CitedPlace home = new CitedPlace("52.0", "13.0", "", "Zorica at home");
    FindingDocument finding =
        finding(
            List.of(
                support(1, "seen at the harbour", HARBOUR),
                support(2, "Zorica was here", HARBOUR),
                support(3, "seen at home", home)));
    assertThat(places(text -> text, Map.of(), finding)).containsExactly(HARBOUR, HARBOUR, home);
    assertThat(places(text -> text.replace("Zorica", "[X]"), Map.of(), finding))
        .containsExactly(HARBOUR, null, null);
    assertThat(places(text -> text, Map.of("supports/0", "[record]"), finding))
        .containsExactly(null, HARBOUR, home);
  }

  private static CitedNote noted(Written.Kind kind, String text, String original) {
    return new CitedNote(
        new UUID(1, text.length()),
        1,
        kind,
        "en",
        text,
        original,
        "",
        "",
        "Ana",
        Instant.parse("2026-05-01T00:00:00Z"));
  }

  private static Support with(Support s, List<CitedNote> beside) {
    return new Support(
        s.record(),
        s.kind(),
        s.platform(),
        s.exhibitNumber(),
        s.locator(),
        s.claimed(),
        s.acquired(),
        s.author(),
        s.authorKey(),
        s.words(),
        s.excerpt(),
        s.excerptWhole(),
        s.excerptDigest(),
        s.note(),
        s.place(),
        beside);
  }

  @Test
  void aStretchThatCutsWhatIsTakenOutInTwoGoesWithItsTranslation() {
    Support support =
        with(
            support(1, "leva tudo à Rua Nova 12 amanhã", HARBOUR),
            List.of(
                noted(Written.Kind.TRANSLATION, "New street 12 tomorrow", "Nova 12 amanhã"),
                noted(Written.Kind.NOTE, "the day before the raid", "Nova 12 amanhã"),
                noted(Written.Kind.TRANSLATION, "take it all", "leva tudo")));
    FindingDocument finding = finding(List.of(support));
    Rewriting rewriting =
        new Rewriting(
            Persons.of(List.of()), text -> text.replace("Rua Nova 12", "[A]"), digest -> digest);
    List<CitedNote> copies = rewriting.of(finding, Map.of()).supports().getFirst().beside();
    assertThat(copies)
        .extracting(CitedNote::text)
        .containsExactly("[withheld]", "the day before the raid", "take it all");
    assertThat(copies)
        .extracting(CitedNote::original)
        .containsExactly("[withheld]", "[withheld]", "leva tudo");
  }

  @Test
  void aTranslationThatGoesIsQuotedNowhereEither() {
    Support support =
        with(
            support(1, "as chaves tem a Zorica", HARBOUR),
            List.of(noted(Written.Kind.TRANSLATION, "the girl has the keys", "")));
    FindingDocument finding =
        finding(List.of(support, support(2, "He said: the girl has the keys!", HARBOUR)));
    Mark mark =
        new Mark(
            new UUID(1, 1),
            Mark.Kind.WORDS,
            finding.id().value(),
            Digest.ofFields("finding"),
            "supports/0/words",
            "as chaves tem a ".length(),
            "as chaves tem a Zorica".length(),
            0,
            0,
            "PRIVACY",
            new ActorId(new UUID(1, 2)),
            Instant.parse("2026-05-01T00:00:00Z"),
            1,
            null);
    Redactor redactor =
        new Redactor(
            List.of(finding),
            new Redactor.Orders(List.of(mark), null),
            new ReasonCodes(JurisdictionPack.shipped("us-federal")),
            by -> "Ana",
            new Commitments(new byte[32], DisclosureId.random()));
    FindingDocument copy = redactor.copy(finding);
    assertThat(copy.supports().getFirst().beside().getFirst().text()).isEqualTo("[withheld]");
    assertThat(copy.supports().get(1).words()).isEqualTo("He said: [withheld]!");
  }
}
