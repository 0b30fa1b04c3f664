package dev.sextant.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.TestHouse;
import dev.sextant.authority.Permit;
import dev.sextant.custody.Exhibit;
import dev.sextant.findings.CaseEvidence;
import dev.sextant.findings.Citation;
import dev.sextant.findings.CitedRecords;
import dev.sextant.findings.Claim;
import dev.sextant.findings.Finding;
import dev.sextant.findings.Findings;
import dev.sextant.findings.ReviewDecision;
import dev.sextant.findings.Support;
import dev.sextant.identity.EntitiesOf;
import dev.sextant.identity.Entity;
import dev.sextant.identity.Identity;
import dev.sextant.identity.RecordStream;
import dev.sextant.identity.RecordsInScope;
import dev.sextant.ledger.SignerKey;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.ledger.Witness;
import dev.sextant.network.Measure;
import dev.sextant.network.Method;
import dev.sextant.network.Network;
import dev.sextant.network.Snapshot;
import dev.sextant.network.TieKind;
import dev.sextant.network.TieRule;
import dev.sextant.records.RecordQuery;
import dev.sextant.records.StoredRecord;
import dev.sextant.records.TelegramSample;
import dev.sextant.records.TelegramSample.Said;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Grade;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import dev.sextant.terms.Span;
import dev.sextant.terms.StatementType;
import dev.sextant.verify.BundleFiles;
import dev.sextant.verify.BundleReport;
import dev.sextant.verify.BundleVerifier;
import dev.sextant.verify.CanonicalZip;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** One case from sealed bytes to a verified bundle, with every room's own store. */
class WholeWayTest {
  private static final Instant DAY = Instant.parse("2026-03-01T10:00:00Z");

  private static byte[] export() {
    return new TelegramSample()
        .chat(
            200,
            new Said(100, DAY, "The van is in the yard, Grüße"),
            new Said(200, DAY.plusSeconds(60), "Bring the keys to the harbour"))
        .chat(
            300,
            new Said(300, DAY.plusSeconds(120), "Cleo speaks of her garden"),
            new Said(100, DAY.plusSeconds(180), "Anna answers Cleo about the van"))
        .bytes();
  }

  @Test
  void fromSealedBytesToAVerifiedBundle() throws Exception {
    try (TestHouse house = TestHouse.start();
        Witness witness =
            Witness.open(
                house.home().resolve("witness"),
                SignerKey.generate(
                    "overseer.test/witness", VerifierKey.Kind.COSIGNATURE, new SecureRandom()),
                List.of(house.ledger().verifier()),
                house.clock())) {
      house.ledger().attach(witness);
      Permit author =
          house.permit(
              Set.of(Selector.parse("platform_id@telegram:100")),
              Set.of(Platform.TELEGRAM),
              TestHouse.WIDE);
      Permit reviewer = house.permit(house.secondAnalyst(), author.authority());
      byte[] bytes = export();
      Exhibit exhibit = house.seal(author, "result.json", bytes);
      assertThat(house.records().read(author, exhibit.id(), Progress.silent()).counts().balanced())
          .isTrue();

      RecordStream stream = new RecordsInScope(house.records());
      Identity identity =
          new Identity(stream, house.door(), house.keys(), house.clock(), EntitiesOf.RULES);
      Network network = new Network(stream, identity, house.door(), house.keys(), house.clock());
      Findings findings =
          new Findings(
              new Findings.Ground(house.door(), house.keys(), house.people()),
              new CaseEvidence(
                  CitedRecords.of(house.records()),
                  house.custody(),
                  identity,
                  network,
                  new CaseEvidence.Register(house.cases(), house.people())),
              house.clock());
      Snapshot snapshot = network.freeze(author, TieRule.of(TieKind.MESSAGE), Span.always());
      Measure between = network.measure(author, snapshot.id(), Method.BETWEENNESS, 42);
      StoredRecord van =
          house.records().search(author, RecordQuery.of("yard")).found().getFirst().record();
      Entity anna =
          identity.entities(author).all().stream()
              .filter(e -> e.accounts().getFirst().key().equals("telegram/platform_id/100"))
              .findFirst()
              .orElseThrow();

      Finding draft = findings.draft(author, claim(van, snapshot, between, anna));
      findings.submit(author, draft.id());
      findings.review(reviewer, draft.id(), ReviewDecision.ACCEPT, "The message shows it.");
      Finding signed = findings.sign(author, draft.id());
      Support support = signed.document().supports().getFirst();
      byte[] cited =
          Arrays.copyOfRange(bytes, (int) support.locator().from(), (int) support.locator().to());
      assertThat(support.excerptDigest()).isEqualTo(Digest.of(cited));
      assertThat(support.excerpt()).isEqualTo(new String(cited, StandardCharsets.UTF_8));
      assertThat(support.words()).isEqualTo("The van is in the yard, Grüße");

      SignerKey key =
          SignerKey.generate("sextant.test/disclosure", VerifierKey.Kind.NOTE, new SecureRandom());
      Disclosures disclosures =
          new Disclosures(
              new Disclosures.Ground(
                  house.room(),
                  house.custody(),
                  findings,
                  dev.sextant.disclosure.EverybodyOther::of),
              new Proving(
                  house.ledger().view(),
                  house.ledger()::checkpoint,
                  house.ledger().verifier(),
                  List.of(witness.key()),
                  key),
              house.home().resolve("disclosures"),
              "Testland Harbour Police",
              house.clock());
      Recipient to =
          new Recipient("Paula Prosecutor", "Prosecution", "Charging decision", "MoU 7/2025");
      DisclosuresTest.registered(disclosures, house, to);
      Disclosure made =
          disclosures.release(author, List.of(signed.id()), to, "The van in the yard");
      BundleReport report =
          BundleVerifier.verify(made.bundle(), key.verifier(), house.ledger().verifier());
      assertThat(report.failure()).isEmpty();
      // Sealed, read, and opened for the draft and for its submission: each is an act of the log.
      assertThat(report.checked())
          .containsEntry("custody entries matched with acts", 4L)
          .containsEntry("custody entries whose act has no outcome yet", 0L);
      assertThat(disclosures.reprint(author, made.id()))
          .isEqualTo(disclosures.report(author, made.id()));
      try (PDDocument pdf = Loader.loadPDF(disclosures.report(author, made.id()))) {
        assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", ""))
            .contains("Thevanisintheyard,Grüße")
            .contains(exhibit.digest().hex())
            .contains(snapshot.digest().hex())
            .contains("Betweenness")
            .contains("arenotnamed");
      }
      // Who chatted with Anna and is not needed by the claim does not leave the house.
      try (CanonicalZip zip = CanonicalZip.open(made.bundle())) {
        for (String name : List.of(BundleFiles.FINDINGS, BundleFiles.NETWORK)) {
          assertThat(new String(zip.read(name, 1 << 24), StandardCharsets.UTF_8))
              .as(name)
              .contains("telegram/platform_id/100")
              .doesNotContain("telegram/platform_id/200")
              .doesNotContain("telegram/platform_id/300");
        }
      }
    }
  }

  private static Claim claim(StoredRecord van, Snapshot snapshot, Measure between, Entity anna) {
    return new Claim(
        "The account 100 wrote where the van was",
        "On 1 March 2026 the account 100 wrote that the van was in the yard.",
        StatementType.FACT,
        Grade.parse("UK-3x5x2", "1/A/P"),
        "Searched the export for the word yard and read the whole chat.",
        List.of(new Citation(van.id(), "names the place")),
        List.of(),
        "Looked for a denial in both chats; none found.",
        List.of(),
        snapshot.id(),
        List.of(between.id()),
        List.of(anna.key().toString()));
  }
}
