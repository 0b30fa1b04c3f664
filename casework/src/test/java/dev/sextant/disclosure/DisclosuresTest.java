package dev.sextant.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.authority.Act;
import dev.sextant.authority.AuthorityDraft;
import dev.sextant.authority.Decision;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Principle;
import dev.sextant.authority.Scope;
import dev.sextant.authority.Step;
import dev.sextant.custody.Acquisition;
import dev.sextant.custody.Exhibit;
import dev.sextant.findings.Finding;
import dev.sextant.findings.FindingDocument;
import dev.sextant.findings.Findings;
import dev.sextant.findings.MadeUpFinding;
import dev.sextant.findings.ReviewDecision;
import dev.sextant.findings.SampleEvidence;
import dev.sextant.findings.Support;
import dev.sextant.ledger.SignerKey;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.ledger.Witness;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.DisclosureId;
import dev.sextant.terms.Fault;
import dev.sextant.terms.FindingId;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import dev.sextant.verify.BundleFiles;
import dev.sextant.verify.BundleReport;
import dev.sextant.verify.BundleVerifier;
import dev.sextant.verify.CanonicalZip;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisclosuresTest {
  private static final Recipient TO =
      new Recipient(
          "Paula Prosecutor", "Testland prosecution service", "Charging decision", "MoU 7/2025");
  private static final Selector NAMED = Selector.parse("platform_id@telegram:777001");
  private static final Scope SCOPE =
      new Scope(Set.of(NAMED), Set.of(Platform.TELEGRAM), TestHouse.WIDE, 2);

  private final FindingDocument sample = MadeUpFinding.document(1, 8);
  private TestHouse house;
  private Witness witness;
  private SignerKey disclosureKey;
  private Findings findings;
  private Disclosures disclosures;
  private Permit author;
  private Permit reviewer;
  private List<Exhibit> exhibits;

  @BeforeAll
  void start() {
    house = TestHouse.start();
    SecureRandom random = new SecureRandom();
    witness =
        Witness.open(
            house.home().resolve("witness"),
            SignerKey.generate("overseer.test/witness", VerifierKey.Kind.COSIGNATURE, random),
            List.of(house.ledger().verifier()),
            house.clock());
    house.ledger().attach(witness);
    disclosureKey = SignerKey.generate("sextant.test/disclosure", VerifierKey.Kind.NOTE, random);
    findings =
        new Findings(
            new Findings.Ground(house.door(), house.keys(), house.people()),
            new SampleEvidence(sample),
            house.clock());
    disclosures =
        new Disclosures(
            new Disclosures.Ground(
                house.room(), house.custody(), findings, dev.sextant.disclosure.EverybodyOther::of),
            new Proving(
                house.ledger().view(),
                house.ledger()::checkpoint,
                house.ledger().verifier(),
                List.of(witness.key()),
                disclosureKey),
            house.home().resolve("disclosures"),
            "Testland Harbour Police",
            house.clock());
    registered(disclosures, house, TO);
  }

  /** Has the officer register a recipient under an agreement of a year. */
  static Registered registered(Disclosures disclosures, TestHouse house, Recipient to) {
    Agreement agreement =
        disclosures
            .recipients()
            .agree(
                house.officer(),
                new Recipients.Terms(
                    to.agreement(),
                    to.organisation(),
                    true,
                    house.clock().instant().plus(Duration.ofDays(365))));
    return disclosures.recipients().register(house.officer(), agreement.id(), to.name(), to.need());
  }

  @AfterAll
  void stop() {
    witness.close();
    house.close();
  }

  @BeforeEach
  void newCase() {
    CaseId caseId = house.openCase();
    AuthorityId authority = house.authority(caseId, SCOPE);
    author = house.permit(house.analyst(), authority);
    reviewer = house.permit(house.secondAnalyst(), authority);
    exhibits = sample.supports().stream().map(this::seal).toList();
  }

  private Exhibit seal(Support support) {
    byte[] bytes = support.exhibitNumber().getBytes(StandardCharsets.UTF_8);
    Acquisition how =
        new Acquisition(
            "USER_EXPORT", "telegram/5.1", author.actor(), house.clock().instant(), "e.zip", null);
    Exhibit exhibit =
        house.custody().seal(author, how, new ByteArrayInputStream(bytes), Progress.silent());
    assertThat(exhibit.digest()).isEqualTo(support.locator().exhibit());
    return exhibit;
  }

  private Finding signed() {
    Finding draft = findings.draft(author, sample.claim());
    findings.submit(author, draft.id());
    findings.review(reviewer, draft.id(), ReviewDecision.ACCEPT, "The messages show it.");
    return findings.sign(author, draft.id());
  }

  private static void refuses(String code, Runnable step) {
    assertThatThrownBy(step::run)
        .isInstanceOfSatisfying(Fault.class, f -> assertThat(f.code()).isEqualTo(code));
  }

  private List<Path> files() throws IOException {
    try (var all = Files.list(Files.createDirectories(house.home().resolve("disclosures")))) {
      return all.sorted().toList();
    }
  }

  @Test
  void whatIsReleasedVerifiesAndAnyFlippedByteDoesNot() throws IOException {
    Finding finding = signed();
    Disclosure made =
        disclosures.release(author, List.of(finding.id()), TO, "Deliveries at Pier 7");
    VerifierKey key = disclosureKey.verifier();
    BundleReport report = BundleVerifier.verify(made.bundle(), key, house.ledger().verifier());
    assertThat(report.failure()).isEmpty();
    assertThat(report.valid()).isTrue();
    assertThat(report.sha256()).isEqualTo(made.digest().hex());
    assertThat(report.text()).contains("witness cosignatures");
    assertThat(report.checked().get("witness cosignatures")).isEqualTo(1L);
    assertThat(report.checked().get("findings' signatures")).isEqualTo(2L);

    byte[] whole = Files.readAllBytes(made.bundle());
    long seed = System.nanoTime();
    System.out.println("DisclosuresTest flips bytes with seed " + seed);
    Random random = new Random(seed);
    Path flipped = house.home().resolve("flipped.zip");
    for (int i = 0; i < 60; i++) {
      int at = random.nextInt(whole.length);
      whole[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(flipped, whole);
      assertThat(BundleVerifier.verify(flipped, key, null).valid()).as("byte " + at).isFalse();
      System.arraycopy(Files.readAllBytes(made.bundle()), 0, whole, 0, whole.length);
    }
  }

  @Test
  void theReportNamesEachExhibitAndReprintsTheSame() throws IOException {
    Finding finding = signed();
    Disclosure made =
        disclosures.release(author, List.of(finding.id()), TO, "Deliveries at Pier 7");
    byte[] pdf = disclosures.report(author, made.id());
    String text;
    try (PDDocument document = Loader.loadPDF(pdf)) {
      text = new PDFTextStripper().getText(document).replaceAll("\\s+", "");
    }
    for (Exhibit exhibit : exhibits) {
      assertThat(text).contains(exhibit.digest().hex()).contains("E-" + exhibit.number());
    }
    assertThat(text)
        .contains("TestlandHarbourPolice")
        .contains("PaulaProsecutor")
        .contains("PO-2026-1")
        .contains("BobAnalyst")
        .contains("Themessagesshowit.")
        .contains("overseer.test/witness")
        .contains(disclosureKey.verifier().fingerprint().hex())
        .contains(finding.digest().hex());
    house.advance(Duration.ofMinutes(3));
    assertThat(disclosures.reprint(author, made.id())).isEqualTo(pdf);
  }

  @Test
  void theBundleProvesTheActsBehindTheFinding() throws IOException {
    Finding finding = signed();
    Disclosure made =
        disclosures.release(author, List.of(finding.id()), TO, "Deliveries at Pier 7");
    Object acts;
    try (CanonicalZip zip = CanonicalZip.open(made.bundle())) {
      acts = CanonicalJson.read(zip.read(BundleFiles.ACTS, 1 << 24));
    }
    List<Map<?, ?>> entries =
        ((List<?>) Objects.requireNonNull(acts))
            .stream()
                .map(a -> ((Map<?, ?>) a).get("entry"))
                .<Map<?, ?>>map(
                    e -> CanonicalJson.readObject(Base64.getDecoder().decode(String.valueOf(e))))
                .toList();
    Set<String> steps =
        entries.stream()
            .filter(e -> "intent".equals(e.get("kind")))
            .map(e -> String.valueOf(e.get("step")))
            .collect(Collectors.toSet());
    assertThat(steps).contains("SEAL", "CLAIM", "REVIEW", "SIGN", "RELEASE", "APPROVE");
    assertThat(entries)
        .filteredOn(e -> "outcome".equals(e.get("kind")) && "SIGN".equals(e.get("step")))
        .hasSize(1);
    assertThat(entries).noneMatch(e -> e.toString().contains("Prosecutor"));
  }

  @Test
  void theRegisterSaysWhatToWhomWhenWhyAndTheLogHoldsIt() {
    Finding finding = signed();
    Disclosure made =
        disclosures.release(author, List.of(finding.id()), TO, "Deliveries at Pier 7");
    assertThat(disclosures.register(reviewer)).containsExactly(made);
    assertThat(made.recipient()).isEqualTo(TO);
    assertThat(made.findings()).containsExactly(finding.id());
    assertThat(made.at()).isEqualTo(house.clock().instant());
    house.ledger().checkpoint();
    Map<String, ?> intent = CanonicalJson.readObject(house.ledger().view().entry(made.leaf()));
    assertThat(intent.get("step")).isEqualTo("RELEASE");
    assertThat(String.valueOf(intent.get("inputs")))
        .contains(made.id().toString())
        .contains(finding.id().toString())
        .contains(made.recipientDigest().hex())
        .doesNotContain("Prosecutor");
  }

  @Test
  void nothingUnsignedLeaves() throws IOException {
    List<Path> before = files();
    Finding draft = findings.draft(author, sample.claim());
    refuses(
        "SX-DISC-UNSIGNED",
        () -> disclosures.release(author, List.of(draft.id()), TO, "Deliveries at Pier 7"));
    Finding signed = signed();
    findings.withdraw(author, signed.id(), "The export turned out to be forged.");
    refuses(
        "SX-DISC-UNSIGNED",
        () -> disclosures.release(author, List.of(signed.id()), TO, "Deliveries at Pier 7"));
    assertThat(files()).isEqualTo(before);
    assertThat(disclosures.register(author)).isEmpty();
  }

  @Test
  void aLapsedPermitReleasesNothing() throws IOException {
    Finding finding = signed();
    List<Path> before = files();
    house.advance(Duration.ofHours(9));
    refuses(
        "SX-AUTH-PERMIT-DEAD",
        () -> disclosures.release(author, List.of(finding.id()), TO, "Deliveries at Pier 7"));
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void anExhibitThatTheCaseDoesNotHoldStopsTheRelease() throws IOException {
    CaseId empty = house.openCase();
    AuthorityId authority = house.authority(empty, SCOPE);
    Permit one = house.permit(house.analyst(), authority);
    Permit two = house.permit(house.secondAnalyst(), authority);
    Finding draft = findings.draft(one, sample.claim());
    findings.submit(one, draft.id());
    findings.review(two, draft.id(), ReviewDecision.ACCEPT, "The messages show it.");
    findings.sign(one, draft.id());
    List<Path> before = files();
    refuses(
        "SX-DISC-EXHIBIT",
        () -> disclosures.release(one, List.of(draft.id()), TO, "Deliveries at Pier 7"));
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void aReleaseNamesItsFindingsOnceAndItsRecipientWhole() {
    Finding finding = signed();
    FindingId id = finding.id();
    refuses("SX-DISC-FINDINGS", () -> disclosures.release(author, List.of(), TO, "Deliveries"));
    refuses(
        "SX-DISC-FINDINGS", () -> disclosures.release(author, List.of(id, id), TO, "Deliveries"));
    refuses("SX-DISC-TITLE", () -> disclosures.release(author, List.of(id), TO, " "));
    refuses("SX-DISC-RECIPIENT", () -> new Recipient("P", "Prosecution", "Charging", "MoU 7"));
    refuses("SX-DISC-NOT-FOUND", () -> disclosures.disclosure(author, DisclosureId.random()));
  }

  private void opensNothing(Permit permit, DisclosureId id) {
    assertThat(disclosures.register(permit)).isEmpty();
    refuses("SX-DISC-NOT-FOUND", () -> disclosures.disclosure(permit, id));
    refuses("SX-DISC-NOT-FOUND", () -> disclosures.bundle(permit, id));
    refuses("SX-DISC-NOT-FOUND", () -> disclosures.report(permit, id));
    refuses("SX-DISC-NOT-FOUND", () -> disclosures.reprint(permit, id));
    refuses("SX-DISC-NOT-FOUND", () -> disclosures.verify(permit, id));
  }

  @Test
  void anotherAuthorityOfTheSameCaseOpensNothing() {
    Disclosure made =
        disclosures.release(author, List.of(signed().id()), TO, "Deliveries at Pier 7");
    Permit other = house.permit(house.analyst(), house.authority(author.caseId(), SCOPE));
    assertThat(other.caseId()).isEqualTo(author.caseId());
    opensNothing(other, made.id());
    assertThat(lines(author)).isEqualTo(1);
    assertThat(lines(other)).as("the database itself").isZero();
    assertThat(disclosures.register(reviewer)).containsExactly(made);
  }

  private long lines(Permit permit) {
    try (Act act = permit.begin(Step.VIEW, Particulars.none())) {
      long lines =
          house
              .door()
              .within(
                  act,
                  sql ->
                      sql.jdbc().sql("select count(*) from disclosure").query(Long.class).single());
      act.done();
      return lines;
    }
  }

  @Test
  void aNarrowedAuthorityOpensOnlyWhatItStillCovers() throws IOException {
    Selector second = Selector.parse("platform_id@telegram:777002");
    Scope both = new Scope(Set.of(NAMED, second), SCOPE.platforms(), TestHouse.WIDE, 2);
    AuthorityId authority = renewed(author.authority(), both, "as a second seller is known");
    author = house.permit(house.analyst(), authority);
    reviewer = house.permit(house.secondAnalyst(), authority);
    Finding finding = signed();
    Disclosure made =
        disclosures.release(author, List.of(finding.id()), TO, "Deliveries at Pier 7");

    Permit same = house.permit(house.analyst(), renewed(authority, both, "as both still sell"));
    assertThat(disclosures.register(same)).containsExactly(made);
    assertThat(disclosures.bundle(same, made.id())).isEqualTo(made.bundle());

    Permit narrow =
        house.permit(house.analyst(), renewed(authority, SCOPE, "as one sells no more"));
    assertThat(narrow.authority()).isEqualTo(made.authority());
    opensNothing(narrow, made.id());
    List<Path> before = files();
    refuses(
        "SX-FIND-NOT-FOUND",
        () -> disclosures.release(narrow, List.of(finding.id()), TO, "Deliveries at Pier 7"));
    assertThat(files()).isEqualTo(before);
  }

  private AuthorityId renewed(AuthorityId authority, Scope scope, String argued) {
    AuthorityDraft same = house.draft(author.caseId(), scope);
    AuthorityDraft draft =
        new AuthorityDraft(
            same.caseId(),
            same.basis(),
            TestHouse.principles(argued),
            same.bounds(),
            same.duties());
    house
        .authorities()
        .renew(
            house.analyst(),
            authority,
            draft,
            "The first export showed who places the orders; the second is still to be read.");
    for (Principle principle : Principle.values()) {
      house.authorities().signPrinciple(house.analyst(), authority, principle);
    }
    house.authorities().submit(house.analyst(), authority);
    house.authorities().approve(house.officer(), authority, "Argued anew and complete.");
    if (draft.needsOversight()) {
      house.oversee(authority, Decision.APPROVED, "Agreed.");
    }
    return authority;
  }

  @Test
  void anAlteredBundleIsNotHandedOut() throws IOException {
    Finding finding = signed();
    Disclosure made =
        disclosures.release(author, List.of(finding.id()), TO, "Deliveries at Pier 7");
    byte[] bytes = Files.readAllBytes(made.bundle());
    bytes[bytes.length / 2] ^= 1;
    Files.write(made.bundle(), bytes);
    refuses("SX-DISC-BUNDLE", () -> disclosures.report(author, made.id()));
    refuses("SX-DISC-BUNDLE", () -> disclosures.bundle(author, made.id()));
    Files.delete(made.bundle());
    refuses("SX-DISC-BUNDLE", () -> disclosures.reprint(author, made.id()));
  }
}
