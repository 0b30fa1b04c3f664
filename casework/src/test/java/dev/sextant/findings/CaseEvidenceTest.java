package dev.sextant.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.Sample;
import dev.sextant.TestHouse;
import dev.sextant.authority.Permit;
import dev.sextant.custody.Exhibit;
import dev.sextant.identity.EntitiesOf;
import dev.sextant.identity.Entity;
import dev.sextant.identity.EntityKey;
import dev.sextant.identity.Identity;
import dev.sextant.identity.JudgementVerdict;
import dev.sextant.identity.Pair;
import dev.sextant.identity.RecordStream;
import dev.sextant.network.Measure;
import dev.sextant.network.Method;
import dev.sextant.network.Network;
import dev.sextant.network.Snapshot;
import dev.sextant.network.TieKind;
import dev.sextant.network.TieRule;
import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Grade;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.Span;
import dev.sextant.terms.StatementType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Judges, freezes and measures made-up records in a real house, and cites what came out. */
class CaseEvidenceTest {
  private static final byte[] BYTES = "{\"text\":\"Pier 7\"}".getBytes(StandardCharsets.UTF_8);
  private static final AccountRef ANNA = Sample.id("1");
  private static final AccountRef ANNAS_SECOND = Sample.id("2");
  private static final AccountRef BEN = Sample.id("3");
  private static final AccountRef CLEO = Sample.id("4");

  private final Sample sample = new Sample();
  private TestHouse house;
  private Permit author;
  private Permit reviewer;
  private Exhibit exhibit;
  private Identity identity;
  private Network network;
  private Findings findings;

  @BeforeEach
  void start() {
    house = TestHouse.start();
    author =
        house.permit(
            Set.of(Selector.parse("platform_id@telegram:1")),
            Set.of(Platform.TELEGRAM),
            TestHouse.WIDE);
    reviewer = house.permit(house.secondAnalyst(), author.authority());
    exhibit = house.seal(author, "one.json", "one".getBytes(StandardCharsets.UTF_8));
    sample
        .message(Sample.direct("a"), ANNA, List.of(BEN), "1", null, List.of())
        .message(Sample.direct("b"), BEN, List.of(CLEO), "1", null, List.of())
        .message(Sample.direct("c"), ANNAS_SECOND, List.of(CLEO), "1", null, List.of());
    RecordStream stream = (act, taker) -> sample.each(taker::take);
    identity = new Identity(stream, house.door(), house.keys(), house.clock(), EntitiesOf.RULES);
    network = new Network(stream, identity, house.door(), house.keys(), house.clock());
    CitedRecords records =
        (act, id) ->
            sample.records().stream()
                .filter(r -> r.id(0).equals(id))
                .map(this::stored)
                .findFirst()
                .orElseThrow(() -> new FindingFault.NotFound("no such record", id.hex()));
    findings =
        new Findings(
            new Findings.Ground(house.door(), house.keys(), house.people()),
            new CaseEvidence(
                records,
                house.custody(),
                identity,
                network,
                new CaseEvidence.Register(house.cases(), house.people())),
            house.clock());
  }

  private CitedRecords.Stored stored(Record record) {
    return new CitedRecords.Stored(
        exhibit.id(), record, exhibit.acquisition().at(), BYTES, true, Digest.of(BYTES));
  }

  @AfterEach
  void stop() {
    house.close();
  }

  private Claim claim(Snapshot snapshot, List<Measure> measures, List<String> entities) {
    return new Claim(
        "Two accounts of one actor wrote to both others",
        "The accounts 1 and 2 wrote to the accounts 3 and 4.",
        StatementType.ASSESSMENT,
        Grade.parse("ADMIRALTY", "B2"),
        "Read all three messages.",
        List.of(
            new Citation(sample.records().getFirst().id(0), "the first of them"),
            new Citation(sample.records().get(1).id(0), "passed on")),
        List.of(),
        "Looked for messages in the other direction; none found.",
        List.of("Two people share a telephone."),
        snapshot.id(),
        measures.stream().map(Measure::id).toList(),
        entities);
  }

  @Test
  void citesRecordsJudgementsNetworkAndMeasures() {
    identity.judge(
        author,
        new Pair(ANNA.accountKey(), ANNAS_SECOND.accountKey()),
        JudgementVerdict.SAME,
        "Both give the same number.");
    Entity anna =
        identity.entities(author).all().stream()
            .filter(e -> e.accounts().size() == 2)
            .findFirst()
            .orElseThrow();
    Snapshot snapshot = network.freeze(author, TieRule.of(TieKind.MESSAGE), Span.always());
    Measure degree = network.measure(author, snapshot.id(), Method.DEGREE, 7);
    Measure groups = network.measure(author, snapshot.id(), Method.COMMUNITY, 7);
    Finding draft =
        findings.draft(
            author, claim(snapshot, List.of(groups, degree), List.of(anna.key().toString())));
    FindingDocument document = findings.submit(author, draft.id()).document();

    Support support = document.supports().getFirst();
    assertThat(support.exhibitNumber()).isEqualTo("C-1/E-1");
    assertThat(support.locator().exhibit()).isEqualTo(exhibit.digest());
    assertThat(support.excerptDigest()).isEqualTo(Digest.of(BYTES));
    assertThat(support.author()).isEqualTo("Name 1");

    CitedEntity entity = document.entities().getFirst();
    assertThat(entity.accounts()).hasSize(2);
    assertThat(entity.judgements()).hasSize(1);
    assertThat(entity.judgements().getFirst().by()).isEqualTo("Ann Analyst");
    assertThat(entity.judgements().getFirst().reason()).isEqualTo("Both give the same number.");

    CitedSnapshot cited = Objects.requireNonNull(document.snapshot());
    assertThat(cited.digest()).isEqualTo(snapshot.digest());
    assertThat(cited.nodes()).hasSize(3);
    assertThat(cited.recordsUsed()).isEqualTo(3);
    // Anna is named by the claim, Ben wrote a cited record and is tied to her; Cleo is needed by
    // nobody, and nothing in the whole document says who she is.
    assertThat(cited.namedCount()).isEqualTo(2);
    assertThat(new String(document.bytes(), StandardCharsets.UTF_8))
        .contains(BEN.accountKey())
        .doesNotContain(CLEO.accountKey())
        .doesNotContain("Name 4")
        .doesNotContain(EntityKey.of(CLEO.accountKey()).toString());

    assertThat(document.measures())
        .extracting(CitedMeasure::method)
        .containsExactly("COMMUNITY", "DEGREE");
    CitedMeasure numbers = document.measures().get(1);
    assertThat(numbers.values()).hasSize(3).allMatch(v -> v.value().equals("2.0"));
    assertThat(numbers.values()).allMatch(v -> v.rankLow() >= 1 && v.rankHigh() >= v.rankLow());
    assertThat(numbers.card()).contains("When ties are missing");

    assertThat(findings.finding(reviewer, draft.id()).document()).isEqualTo(document);
    assertThat(FindingDocument.read(document.bytes())).isEqualTo(document);
  }

  @Test
  void aFrozenFindingKeepsWhatWasJudgedThen() {
    var judged =
        identity.judge(
            author,
            new Pair(ANNA.accountKey(), ANNAS_SECOND.accountKey()),
            JudgementVerdict.SAME,
            "Both give the same number.");
    Snapshot snapshot = network.freeze(author, TieRule.of(TieKind.MESSAGE), Span.always());
    String key =
        identity.entities(author).all().stream()
            .filter(e -> e.accounts().size() == 2)
            .findFirst()
            .orElseThrow()
            .key()
            .toString();
    Finding frozen =
        findings.submit(
            author, findings.draft(author, claim(snapshot, List.of(), List.of(key))).id());
    identity.withdraw(author, judged.id(), "The number was sold on.");
    Finding later = findings.finding(author, frozen.id());
    assertThat(later.document().bytes()).isEqualTo(frozen.document().bytes());
    assertThat(later.document().entities().getFirst().accounts()).hasSize(2);
    findings.review(
        reviewer, frozen.id(), ReviewDecision.RETURN, "A judgement behind it was withdrawn.");
    Finding amended = findings.amend(author, frozen.id(), claim(snapshot, List.of(), List.of(key)));
    assertThat(amended.document().entities().getFirst().accounts()).hasSize(1);
  }

  @Test
  void whatIsNotThereCannotBeCited() {
    Snapshot snapshot = network.freeze(author, TieRule.of(TieKind.MESSAGE), Span.always());
    Snapshot other = network.freeze(author, TieRule.of(TieKind.REPLY), Span.always());
    Measure ofOther = network.measure(author, other.id(), Method.DEGREE, 7);
    assertThatThrownBy(() -> findings.draft(author, claim(snapshot, List.of(ofOther), List.of())))
        .isInstanceOf(FindingFault.NotFound.class);
    String nobody = Digest.ofFields("nobody").hex();
    assertThatThrownBy(() -> findings.draft(author, claim(snapshot, List.of(), List.of(nobody))))
        .isInstanceOf(FindingFault.NotFound.class);
  }
}
