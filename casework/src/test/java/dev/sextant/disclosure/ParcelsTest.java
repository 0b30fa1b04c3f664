package dev.sextant.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Scope;
import dev.sextant.custody.Acquisition;
import dev.sextant.disclosure.parcel.NaiveBag;
import dev.sextant.findings.Finding;
import dev.sextant.findings.FindingDocument;
import dev.sextant.findings.Findings;
import dev.sextant.findings.MadeUpFinding;
import dev.sextant.findings.ReviewDecision;
import dev.sextant.findings.SampleEvidence;
import dev.sextant.ledger.SignerKey;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.ledger.Witness;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.DisclosureId;
import dev.sextant.terms.Fault;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A release in its other shapes, and stamped by an outside authority. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParcelsTest {
  private static final Recipient TO =
      new Recipient("Paula Prosecutor", "Testland prosecution", "Charging decision", "MoU 7/2025");
  private static final Scope SCOPE =
      new Scope(
          Set.of(Selector.parse("platform_id@telegram:777001")),
          Set.of(Platform.TELEGRAM),
          TestHouse.WIDE,
          2);
  private static final Instant STAMPED = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir Path folder;

  private final MadeUpAuthority authority = MadeUpAuthority.sound();
  private TestHouse house;
  private Witness witness;
  private Disclosures disclosures;
  private Permit author;
  private Disclosure made;

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
    FindingDocument sample = MadeUpFinding.document(1, 8);
    Findings findings =
        new Findings(
            new Findings.Ground(house.door(), house.keys(), house.people()),
            new SampleEvidence(sample),
            house.clock());
    disclosures =
        new Disclosures(
            new Disclosures.Ground(house.room(), house.custody(), findings, EverybodyOther::of),
            new Proving(
                house.ledger().view(),
                house.ledger()::checkpoint,
                house.ledger().verifier(),
                List.of(witness.key()),
                SignerKey.generate("sextant.test/disclosure", VerifierKey.Kind.NOTE, random),
                () -> new TrustedAuthorities(List.of(authority.root()))),
            house.home().resolve("disclosures"),
            "Testland Harbour Police",
            house.clock());
    DisclosuresTest.registered(disclosures, house, TO);
    CaseId caseId = house.openCase();
    AuthorityId basis = house.authority(caseId, SCOPE);
    author = house.permit(house.analyst(), basis);
    Permit reviewer = house.permit(house.secondAnalyst(), basis);
    sample
        .supports()
        .forEach(s ->
            house
                .custody()
                .seal(
                    author,
                    new Acquisition(
                        "USER_EXPORT",
                        "telegram/5.1",
                        author.actor(),
                        house.clock().instant(),
                        "e.zip",
                        null),
                    new ByteArrayInputStream(s.exhibitNumber().getBytes(StandardCharsets.UTF_8)),
                    Progress.silent()));
    Finding draft = findings.draft(author, sample.claim());
    findings.submit(author, draft.id());
    findings.review(reviewer, draft.id(), ReviewDecision.ACCEPT, "The messages show it.");
    findings.sign(author, draft.id());
    made = disclosures.release(author, List.of(draft.id()), TO, "Deliveries at Pier 7");
  }

  @AfterAll
  void stop() {
    witness.close();
    house.close();
  }

  private byte[] bag() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    disclosures.parcels().bag(author, made.id()).to(out);
    return out.toByteArray();
  }

  private Path unpacked(Map<String, byte[]> files) throws IOException {
    Path root = Files.createTempDirectory(folder, "bag");
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    return root;
  }

  private static String verify(Path bag) {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    int code = dev.sextant.verify.Main.run(new String[] {"bag", bag.toString()}, out, out);
    return code + " " + said;
  }

  private static void refuses(String code, Runnable step) {
    assertThatThrownBy(step::run)
        .isInstanceOfSatisfying(Fault.class, f -> assertThat(f.code()).isEqualTo(code));
  }

  @Test
  void aBagIsCompleteAndValidAndHoldsTheBundleItself() throws Exception {
    byte[] zip = bag();
    Map<String, byte[]> files = NaiveBag.unpacked(zip);
    assertThat(NaiveBag.faults(files)).isEmpty();
    Map<String, String> info = NaiveBag.info(files);
    assertThat(info)
        .containsEntry("Source-Organization", "Testland Harbour Police")
        .containsEntry("External-Identifier", made.id().toString())
        .containsEntry("Bundle-SHA256", made.digest().hex())
        .containsKeys("Authority", "Handling", "Bagging-Date", "Recipient", "Copy-Mark");
    Path file = folder.resolve("bag.zip");
    Files.write(file, zip);
    assertThat(verify(file)).startsWith("0 VALID").contains("bundle sha256 " + made.digest().hex());
    assertThat(verify(unpacked(files))).startsWith("0 VALID");
    // The same disclosure packed again on the same day is the same bag but for stamps that came.
    assertThat(NaiveBag.unpacked(bag()).keySet()).containsAll(files.keySet());
  }

  @Test
  void thePageLiesInTheBundleAndSaysTheSameWhenHandedOutAnew() throws Exception {
    try (var zip = dev.sextant.verify.CanonicalZip.open(made.bundle())) {
      String within = new String(zip.read("portable.html", 1 << 24), StandardCharsets.UTF_8);
      assertThat(within).contains("None came with this copy");
      assertThat(within).contains("id=\"ledger/acts.json\">[{\"entry\"");
      String anew =
          new String(disclosures.parcels().portable(author, made.id()), StandardCharsets.UTF_8);
      String stamps = "Timestamps by an outside authority";
      assertThat(anew.substring(0, anew.indexOf(stamps)))
          .isEqualTo(within.substring(0, within.indexOf(stamps)));
    }
  }

  /** The Library of Congress's rules: nothing missing, nothing altered, nothing extra. */
  @Test
  @Tag("heavy")
  void whateverIsMissingAlteredOrExtraIsFound() throws Exception {
    Map<String, byte[]> sound = NaiveBag.unpacked(bag());
    List<String> paths = List.copyOf(sound.keySet());
    long seed = 20261122;
    System.out.println("ParcelsTest damages bags with seed " + seed);
    Random random = new Random(seed);
    for (String path : paths) {
      Map<String, byte[]> less = new TreeMap<>(sound);
      less.remove(path);
      // One tag manifest less is still a bag (RFC 8493, section 2.2.1), as is one payload
      // manifest that no tag manifest lists; ours list it.
      if (!path.startsWith("tagmanifest-")) {
        assertThat(verify(unpacked(less))).as("without " + path).startsWith("1 INVALID");
        assertThat(NaiveBag.faults(less)).as("without " + path).isNotEmpty();
      }
      Map<String, byte[]> other = new TreeMap<>(sound);
      byte[] bytes = Objects.requireNonNull(sound.get(path)).clone();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      other.put(path, bytes);
      assertThat(verify(unpacked(other))).as("altered " + path).startsWith("1 INVALID");
    }
    for (String extra : List.of("data/extra.txt", "data/exports/more.csv", "notes.txt")) {
      Map<String, byte[]> more = new TreeMap<>(sound);
      more.put(extra, new byte[] {'x'});
      assertThat(verify(unpacked(more))).as("with " + extra).startsWith("1 INVALID");
    }
    Map<String, byte[]> fetched = new TreeMap<>(sound);
    fetched.put("fetch.txt", "https://example.org/x 1 data/x\n".getBytes(StandardCharsets.UTF_8));
    assertThat(verify(unpacked(fetched))).startsWith("1 INVALID").contains("elsewhere");
  }

  /** The Library of Congress's own program, where this machine has it. */
  @Test
  void bagitPythonFindsItValid() throws Exception {
    Path python = Path.of("/usr/bin/python3");
    Assumptions.assumeTrue(Files.isExecutable(python), "skipped: no python3 here");
    Path root = unpacked(NaiveBag.unpacked(bag()));
    String program =
        """
        import sys
        try:
            import bagit
        except ImportError:
            print("absent"); sys.exit(0)
        print("valid", bagit.Bag(sys.argv[1]).is_valid())
        """;
    Process process =
        new ProcessBuilder(python.toString(), "-c", program, root.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    Assumptions.assumeFalse(said.startsWith("absent"), "skipped: no bagit-python here");
    assertThat(said).endsWith("valid True\n");
  }

  @Test
  void aTimestampIsAskedForCarriedAndKept() throws Exception {
    Timestamps stamps = disclosures.timestamps();
    Timestamps.Stamp asked = stamps.request(author, made.id());
    assertThat(asked.request().digest()).isEqualTo(made.digest());
    byte[] answer = authority.answer(asked.request().der(), STAMPED);
    Timestamps.Stamp kept = stamps.receive(author, made.id(), answer);
    assertThat(kept.id()).isEqualTo(asked.id());
    Timestamps.Answer told = Objects.requireNonNull(stamps.stamp(author, asked.id()).answer());
    assertThat(told.token().at()).isEqualTo(STAMPED);
    assertThat(told.token().anchor()).contains("Made-up root");
    assertThat(told.bytes()).isEqualTo(answer);
    assertThat(stamps.all(author)).extracting(Timestamps.Stamp::id).contains(asked.id());
    refuses("SX-STAMP-NONCE", () -> stamps.receive(author, made.id(), answer));
    Map<String, byte[]> files = NaiveBag.unpacked(bag());
    assertThat(files).containsEntry("timestamps/" + asked.id() + ".tsr", answer);
    assertThat(NaiveBag.faults(files)).isEmpty();
    assertThat(verify(unpacked(files))).startsWith("0 VALID");
    String page =
        new String(disclosures.parcels().portable(author, made.id()), StandardCharsets.UTF_8);
    assertThat(page).contains("2026-11-22T12:00:00Z").contains("CN=Made-up timestamps");
    Path reports = Files.createDirectories(Path.of("target", "reports"));
    Files.writeString(reports.resolve("portable.html"), page);
    List<?> acts = house.room().cases().acts(author.actor(), author.caseId(), 0, 10_000);
    assertThat(acts.toString())
        .contains("TIMESTAMP")
        .contains("stampedAt=2026-11-22T12:00:00Z")
        .contains("SX-STAMP-NONCE");
  }

  @Test
  void anAnswerToAnotherOrFromAStrangerIsNotKept() {
    Timestamps stamps = disclosures.timestamps();
    Timestamps.Stamp asked = stamps.request(author, made.id());
    byte[] strange = MadeUpAuthority.sound().answer(asked.request().der(), STAMPED);
    refuses("SX-STAMP-UNTRUSTED", () -> stamps.receive(author, made.id(), strange));
    refuses("SX-STAMP-FORM", () -> stamps.receive(author, made.id(), new byte[] {1, 2, 3}));
    refuses("SX-DISC-NOT-FOUND", () -> stamps.request(author, DisclosureId.random()));
    assertThat(stamps.stamp(author, asked.id()).answer()).isNull();
    byte[] sound = authority.answer(asked.request().der(), STAMPED);
    assertThat(stamps.receive(author, made.id(), sound).answer()).isNotNull();
  }
}
