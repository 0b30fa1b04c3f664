package dev.sextant.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.app.MediaInScope;
import dev.sextant.authority.Act;
import dev.sextant.authority.Permit;
import dev.sextant.custody.Exhibit;
import dev.sextant.findings.CaseEvidence;
import dev.sextant.findings.Citation;
import dev.sextant.findings.CitedRecords;
import dev.sextant.findings.Claim;
import dev.sextant.findings.Finding;
import dev.sextant.findings.Findings;
import dev.sextant.findings.ReviewDecision;
import dev.sextant.identity.EntitiesOf;
import dev.sextant.identity.Entity;
import dev.sextant.identity.Identity;
import dev.sextant.identity.RecordStream;
import dev.sextant.identity.RecordsInScope;
import dev.sextant.ledger.Checkpoint;
import dev.sextant.ledger.SignerKey;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.ledger.Witness;
import dev.sextant.network.Measure;
import dev.sextant.network.Method;
import dev.sextant.network.Network;
import dev.sextant.network.Snapshot;
import dev.sextant.network.TieKind;
import dev.sextant.network.TieRule;
import dev.sextant.records.RecordFault;
import dev.sextant.records.RecordQuery;
import dev.sextant.records.StoredRecord;
import dev.sextant.records.TelegramSample;
import dev.sextant.records.TelegramSample.Said;
import dev.sextant.records.Written;
import dev.sextant.subjects.PersonRole;
import dev.sextant.subjects.RoleBook;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Fault;
import dev.sextant.terms.FindingId;
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
import dev.sextant.verify.DisclosureReplay;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What is taken out is nowhere in the bundle; the test looks for itself, not with our own check.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedactedReleaseTest {
  private static final Instant DAY = Instant.parse("2026-03-01T10:00:00Z");
  private static final Recipient TO =
      new Recipient("Paula Prosecutor", "Prosecution", "Charging decision", "MoU 7/2025");

  /** Who is asked for in the yard; nobody has a role, since nobody's account says this name. */
  private static final String GONE = "Zorica Petrović";

  /** It says who is asked for without her name, so that no search for the name finds it. */
  private static final String GERMAN = "Der Lieferwagen steht im Hof, frag Pjotrs Tochter";

  private static final String THIRD = "990200";

  /**
   * Names of pictures in an archive; the one that is released is named so that its path would give
   * away a word.
   */
  private static final String IN_ARCHIVE = "zorica-doorway";

  private static final String SEALED = "garden";

  /** The same bytes under a second path of the archive. */
  private static final String TWIN = "forwarded";

  /** A picture that the third party sent. */
  private static final String OF_THIRD = "harbour-wall";

  private TestHouse house;
  private Witness witness;
  private SignerKey key;
  private Permit author;
  private Permit reviewer;
  private Findings findings;
  private Disclosures disclosures;
  private Exhibit picture;
  private Exhibit archive;
  private Finding finding;
  private Finding ofPictures;

  @BeforeAll
  void play() throws IOException {
    house = TestHouse.start();
    SecureRandom random = new SecureRandom();
    witness =
        Witness.open(
            house.home().resolve("witness"),
            SignerKey.generate("overseer.test/witness", VerifierKey.Kind.COSIGNATURE, random),
            List.of(house.ledger().verifier()),
            house.clock());
    house.ledger().attach(witness);
    author =
        house.permit(
            Set.of(Selector.parse("platform_id@telegram:100")),
            Set.of(Platform.TELEGRAM),
            TestHouse.WIDE);
    reviewer = house.permit(house.secondAnalyst(), author.authority());
    byte[] export =
        new TelegramSample()
            .chat(
                Long.parseLong(THIRD),
                new Said(100, DAY, "The van is in the yard, ask " + GONE + " for the keys"),
                new Said(Long.parseLong(THIRD), DAY.plusSeconds(60), "Bring them to the harbour"))
            .chat(300, new Said(300, DAY.plusSeconds(90), "Cleo speaks of her garden"))
            .bytes();
    Exhibit exhibit = house.seal(author, "chat of " + GONE + ".json", export);
    picture = house.seal(author, "yard.png", png("yard"));
    house.records().read(author, exhibit.id(), Progress.silent());
    archive = house.seal(author, "second.zip", archive());
    house.records().read(author, archive.id(), Progress.silent());
    RecordStream stream = new RecordsInScope(house.records());
    Identity identity =
        new Identity(stream, house.door(), house.keys(), house.clock(), EntitiesOf.RULES);
    Network network = new Network(stream, identity, house.door(), house.keys(), house.clock());
    findings =
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
    key = SignerKey.generate("sextant.test/disclosure", VerifierKey.Kind.NOTE, random);
    disclosures = disclosures(house.ledger()::checkpoint);
    DisclosuresTest.registered(disclosures, house, TO);
    finding = signed(identity, snapshot, between);
    ofPictures =
        signed(
            new Claim(
                "Pictures were sent to the account 100",
                "Two pictures of a door and one of a wall were sent.",
                StatementType.FACT,
                Grade.parse("UK-3x5x2", "1/A/P"),
                "Looked through all media of the archive.",
                List.of(
                    new Citation(carried(TWIN).record(), "", List.of()),
                    new Citation(carried(OF_THIRD).record(), "", List.of())),
                List.of(),
                "Looked for other pictures; none found.",
                List.of(),
                null,
                List.of(),
                List.of()));
  }

  private Disclosures disclosures(Supplier<Checkpoint> publish) {
    return disclosures(publish, new MediaInScope(house.records()));
  }

  private Disclosures disclosures(Supplier<Checkpoint> publish, CarriedMedia media) {
    return new Disclosures(
        new Disclosures.Ground(
            house.room(),
            house.custody(),
            findings,
            RedactedReleaseTest::roles,
            RedactedReleaseTest::dots,
            media),
        new Proving(
            house.ledger().view(), publish, house.ledger().verifier(), List.of(witness.key()), key),
        house.home().resolve("disclosures"),
        "Testland Harbour Police",
        house.clock());
  }

  @AfterAll
  void stop() {
    witness.close();
    house.close();
  }

  private Finding signed(Identity identity, Snapshot snapshot, Measure between) {
    List<String> entities =
        identity.entities(author).all().stream()
            .filter(e ->
                e.accounts().stream()
                    .anyMatch(a ->
                        a.key().equals("telegram/platform_id/100")
                            || a.key().equals("telegram/platform_id/" + THIRD)))
            .map(Entity::key)
            .map(Object::toString)
            .toList();
    assertThat(entities).hasSize(2);
    Claim claim =
        new Claim(
            "The account 100 wrote where the van was",
            "The account 100 wrote that the van was in the yard, and that zorica  petrović, or Petrović as"
                + " she is called, had the keys.",
            StatementType.FACT,
            Grade.parse("UK-3x5x2", "1/A/P"),
            "Searched the export for the word yard and read the whole chat.",
            List.of(
                new Citation(
                    record("yard"),
                    "names the place and " + decomposed(),
                    List.of(
                        beside("yard", Written.Kind.TRANSLATION, GERMAN),
                        beside("yard", Written.Kind.NOTE, "The north yard, by " + GONE))),
                new Citation(
                    record("harbour"),
                    "",
                    List.of(beside("harbour", Written.Kind.TRANSLATION, "Bring sie zum Hafen"))),
                new Citation(carried(IN_ARCHIVE).record(), "", List.of())),
            List.of(),
            "Looked for a denial in both chats; none found.",
            List.of(),
            snapshot.id(),
            List.of(between.id()),
            entities);
    return signed(claim);
  }

  private Finding signed(Claim claim) {
    Finding draft = findings.draft(author, claim);
    findings.submit(author, draft.id());
    findings.review(reviewer, draft.id(), ReviewDecision.ACCEPT, "The message shows " + GONE + ".");
    return findings.sign(author, draft.id());
  }

  private UUID beside(String word, Written.Kind kind, String text) {
    boolean translation = kind == Written.Kind.TRANSLATION;
    return house
        .records()
        .notes()
        .write(author, record(word), new Written(kind, text, translation ? "de" : "", 0, 0, "", ""))
        .id();
  }

  private static String decomposed() {
    return Normalizer.normalize(GONE, Normalizer.Form.NFD).toUpperCase(Locale.ROOT);
  }

  private Digest record(String word) {
    StoredRecord found =
        house.records().search(author, RecordQuery.of(word)).found().getFirst().record();
    return found.id();
  }

  private static RoleBook roles(Act act, Collection<String> accounts) {
    return new RoleBook(
        accounts.stream()
            .distinct()
            .collect(
                Collectors.toMap(
                    a -> a,
                    a -> Set.of(a.endsWith("/100") ? PersonRole.SUSPECT : PersonRole.WITNESS))),
        Map.of());
  }

  /**
   * In this process, for the test's own picture; the house's way is a process without a network.
   */
  private static Optional<BufferedImage> dots(byte[] bytes) {
    try {
      return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /* White, with a text chunk that says who lives there, and bytes behind its end that say it too. */
  private static byte[] png(String of) throws IOException {
    BufferedImage image = new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB);
    Graphics2D draw = image.createGraphics();
    draw.setColor(Color.WHITE);
    draw.fillRect(0, 0, 80, 60);
    draw.dispose();
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    ImageIO.write(image, "png", plain);
    byte[] whole = plain.toByteArray();
    byte[] said = ("tEXtComment\0" + GONE + " " + of).getBytes(StandardCharsets.UTF_8);
    CRC32 crc = new CRC32();
    crc.update(said);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DataOutputStream to = new DataOutputStream(out)) {
      int header = 33;
      to.write(whole, 0, header);
      to.writeInt(said.length - 4);
      to.write(said);
      to.writeInt((int) crc.getValue());
      to.write(whole, header, whole.length - header);
      to.write(("<x:xmpmeta>" + GONE + "</x:xmpmeta>").getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private Mark words(String place, String text) {
    String in =
        disclosures.redactions().markable(author, finding.id()).texts().stream()
            .filter(t -> t.place().equals(place))
            .findFirst()
            .orElseThrow()
            .text();
    int from = in.indexOf(text);
    return disclosures
        .redactions()
        .mark(
            author,
            new Redactions.Draft(
                Mark.Kind.WORDS,
                finding.id().value(),
                place,
                from,
                from + text.length(),
                0,
                0,
                "PRIVACY"));
  }

  private ReleaseOrder order(String template, Template.Receiver receiver, boolean pictures) {
    return new ReleaseOrder(
        List.of(finding.id()),
        TO,
        "The van of " + GONE + " in the yard",
        Handling.NONE,
        "",
        new ReleaseOrder.Shape(
            template,
            receiver,
            "",
            true,
            pictures
                ? List.of(new Pictured.OfExhibit(picture.id()), carried("doorway"))
                : List.of()));
  }

  /** The picture of this name, which a record of the archive carries. */
  private Pictured.OfRecord carried(String name) {
    return new Pictured.OfRecord(
        house.records().search(author, RecordQuery.all().page(0, 1000)).found().stream()
            .map(found -> found.record())
            .filter(r -> r.record().media().stream().anyMatch(m -> m.name().contains(name)))
            .map(StoredRecord::id)
            .findFirst()
            .orElseThrow(),
        0);
  }

  /* The account in scope sent one picture to somebody; the other lies in a chat that is not in scope. */
  private byte[] archive() throws IOException {
    String message =
        """
        {"id": %d, "type": "message", "date_unixtime": "%d", "from": "U", "from_id": "user%d",
         "photo": "photos/%s.png", "text": ""}\
        """;
    long at = DAY.getEpochSecond();
    String json =
        """
        {"about": "Here is the data you requested.",
         "personal_information": {"user_id": 500, "first_name": "Dora"},
         "chats": {"list": [
          {"name": "A", "type": "personal_chat", "id": 100, "messages": [%s]},
          {"name": "B", "type": "personal_chat", "id": 700, "messages": [%s]}]}}\
        """
            .formatted(
                String.join(
                    ",",
                    message.formatted(1, at, 100, IN_ARCHIVE),
                    message.formatted(3, at + 1, 100, TWIN),
                    message.formatted(4, at + 2, Long.parseLong(THIRD), OF_THIRD)),
                message.formatted(2, at, 700, SEALED));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry :
          Map.of(
                  "result.json",
                  json.getBytes(StandardCharsets.UTF_8),
                  "photos/" + IN_ARCHIVE + ".png",
                  png("door"),
                  "photos/" + TWIN + ".png",
                  png("door"),
                  "photos/" + OF_THIRD + ".png",
                  png("wall"),
                  "photos/" + SEALED + ".png",
                  png("garden"))
              .entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static void refuses(String code, Runnable step) {
    assertThatThrownBy(step::run)
        .isInstanceOfSatisfying(Fault.class, f -> assertThat(f.code()).isEqualTo(code));
  }

  /* All that anybody could read out of a bundle: files as they are, entries of the log out of their
   * base64, a PDF's text and its streams unpacked. */
  private static Map<String, String> read(Path bundle) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (CanonicalZip zip = CanonicalZip.open(bundle)) {
      for (String name : zip.names()) {
        byte[] bytes = zip.read(name, 1 << 26);
        all.put(name, new String(bytes, StandardCharsets.UTF_8));
        all.put(name + " latin", new String(bytes, StandardCharsets.ISO_8859_1));
        all.put(name + " 16", new String(bytes, StandardCharsets.UTF_16BE));
        if (name.endsWith(".pdf")) {
          pdf(all, name, bytes);
        }
      }
      StringBuilder acts = new StringBuilder();
      Object read = CanonicalJson.read(zip.read(BundleFiles.ACTS, 1 << 26));
      for (Object act : (List<?>) Objects.requireNonNull(read)) {
        String entry = String.valueOf(((Map<?, ?>) act).get("entry"));
        acts.append(new String(Base64.getDecoder().decode(entry), StandardCharsets.UTF_8));
      }
      all.put("acts, decoded", acts.toString());
    }
    return all;
  }

  private static void pdf(Map<String, String> all, String name, byte[] bytes) throws IOException {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      String text = new PDFTextStripper().getText(document);
      all.put(name + " text", text);
      all.put(name + " text, close", text.replaceAll("\\s+", ""));
      int streams = 0;
      for (COSObjectKey at : document.getDocument().getXrefTable().keySet()) {
        if (document.getDocument().getObjectFromPool(at).getObject() instanceof COSStream stream) {
          try (var in = stream.createInputStream()) {
            byte[] plain = in.readAllBytes();
            all.put(name + " stream " + at, new String(plain, StandardCharsets.UTF_8));
            streams++;
          }
        }
      }
      assertThat(streams).isGreaterThan(3);
    }
  }

  private static void holdsNothing(Map<String, String> files, List<String> words) {
    assertThat(files).hasSizeGreaterThan(20);
    files.forEach((name, text) -> {
      String composed = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
      for (String word : words) {
        assertThat(composed.contains(word.toLowerCase(Locale.ROOT)))
            .as(name + ": " + word)
            .isFalse();
      }
    });
  }

  @Test
  void whatIsTakenOutIsNowhereInTheBundle() throws IOException {
    Mark name = words("supports/0/words", "Zorica Petrovi");
    assertThat(name.to() - name.from()).as("widened to whole words").isEqualTo(GONE.length());
    Mark last = words("text", "Petrović as");
    // The record that carries a picture is cited, and its bytes say the picture's name.
    Mark first = words("text", "zorica");
    List<Mark> marks = new ArrayList<>(List.of(name, last, first));
    marks.add(
        disclosures
            .redactions()
            .mark(
                author,
                new Redactions.Draft(
                    Mark.Kind.AREA, picture.id().value(), "", 10, 20, 30, 25, "PRIVACY")));
    marks.add(
        disclosures
            .redactions()
            .mark(
                author,
                new Redactions.Draft(
                    Mark.Kind.AREA,
                    archive.id().value(),
                    carried("doorway").toString(),
                    10,
                    20,
                    30,
                    25,
                    "PRIVACY")));
    ReleaseOrder order = order("evidential-bundle", Template.Receiver.PROSECUTION, true);
    refuses("SX-DISC-SECOND-PERSON", () -> disclosures.release(author, order));
    Disclosures.Preview preview = disclosures.preview(author, order);
    // A page's own policy refuses styles within markup.
    assertThat(preview.html()).doesNotContain("<style").doesNotContain(" style=\"");
    assertThat(preview.css()).contains("#picture-1 { width: ");
    assertThat(preview.ownMarks()).isEqualTo(5);
    assertThat(preview.html()).doesNotContain("Petrovi").contains("[PRIVACY]").contains("DRAFT");

    Disclosure made = disclosures.release(reviewer, order);
    BundleReport report =
        BundleVerifier.verify(made.bundle(), key.verifier(), house.ledger().verifier());
    assertThat(report.failure()).isEmpty();
    assertThat(report.checked()).containsEntry("findings given as copies with redactions", 1L);
    assertThat(made.redacted()).isEqualTo(6);
    Map<String, String> files = read(made.bundle());
    holdsNothing(
        files,
        List.of(
            "zorica",
            "lieferwagen",
            "pjotrs tochter",
            "petrović",
            "petrovi",
            "\\u0107",
            THIRD,
            "user " + THIRD,
            finding.document().salt(),
            "excerptSha256\":\"" + finding.document().supports().getFirst().excerptDigest().hex()));
    assertThat(files.get(BundleFiles.FINDINGS))
        .contains("copySha256")
        .contains(finding.digest().hex())
        .contains("telegram/platform_id/100")
        .contains("withheld/1");
    assertThat(files.get("report.pdf text"))
        .contains("THIRD-PARTY")
        .contains("PRIVACY")
        .contains("This is no certificate")
        .contains("Areas drawn over")
        .contains("The north yard, by [PRIVACY]")
        .contains("Bring sie zum Hafen")
        .contains("[withheld]");
    assertThat(disclosures.reprint(reviewer, made.id()))
        .isEqualTo(disclosures.report(reviewer, made.id()));
    drawnOver(made.bundle(), "pictures/E-" + picture.number() + ".png");
    drawnOver(made.bundle(), inArchive());
    assertThat(files.get("report.pdf text")).contains("SHA-256 of the picture");
    holdsNothing(files, List.of(IN_ARCHIVE, SEALED));
    holdsNothingInParcels(made);
    sameRegister();

    marks.forEach(mark -> disclosures.redactions().withdraw(author, mark.id()));
    refuses("SX-DISC-MARK", () -> disclosures.redactions().withdraw(author, name.id()));
    assertThat(disclosures.preview(author, order).html())
        .contains("Petrović")
        .contains(GERMAN)
        .contains("Translation into de, version 1, a person's work");
    assertThat(disclosures.reprint(reviewer, made.id()))
        .as("what was released keeps its redactions")
        .isEqualTo(disclosures.report(reviewer, made.id()));
  }

  /**
   * What the scope does not reach is neither shown to be marked nor copied; nor is what is no
   * picture, or not there.
   */
  @Test
  void onlyPicturesInScopeAreOpened() throws IOException {
    BufferedImage shown =
        ImageIO.read(
            new ByteArrayInputStream(
                disclosures.redactions().picture(author, carried("doorway")).png()));
    assertThat(List.of(shown.getWidth(), shown.getHeight())).containsExactly(80, 60);
    assertThat(house.records().search(author, RecordQuery.all().page(0, 1000)).found())
        .noneMatch(found ->
            found.record().record().media().stream().anyMatch(m -> m.name().contains(SEALED)));
    Pictured.OfRecord second = new Pictured.OfRecord(carried("doorway").record(), 1);
    refuses("SX-DISC-PICTURE", () -> disclosures.redactions().picture(author, second));
    Pictured.OfRecord unknown = new Pictured.OfRecord(Digest.ofFields("no such record"), 0);
    refuses("SX-RECORD-NOT-FOUND", () -> disclosures.redactions().picture(author, unknown));
    Pictured.OfExhibit text = new Pictured.OfExhibit(archive.id());
    refuses("SX-DISC-PICTURE", () -> disclosures.redactions().picture(author, text));
    long before = disclosures.redactions().all(author).size();
    refuses("SX-DISC-MARK", () -> area(picture, carried("doorway").toString(), 10, 10));
    refuses("SX-DISC-MARK", () -> area(archive, carried("doorway").toString(), 71, 10));
    assertThat(disclosures.redactions().all(author)).hasSize(Math.toIntExact(before));
  }

  private String inArchive() throws IOException {
    String digest = Digest.of(png("door")).hex();
    return "pictures/E-" + archive.number() + "-" + digest.substring(0, 12) + ".png";
  }

  private ReleaseOrder pictures(List<Finding> of, Pictured... pictures) {
    return new ReleaseOrder(
        of.stream().map(Finding::id).toList(),
        TO,
        "Pictures of the yard",
        Handling.NONE,
        "",
        new ReleaseOrder.Shape(
            "evidential-bundle", Template.Receiver.PROSECUTION, "", true, List.of(pictures)));
  }

  private static List<String> copies(Disclosure made) throws IOException {
    try (CanonicalZip zip = CanonicalZip.open(made.bundle())) {
      return zip.names().stream().filter(name -> name.startsWith("pictures/")).toList();
    }
  }

  private Mark drawn(String carried) {
    return disclosures
        .redactions()
        .mark(
            author,
            new Redactions.Draft(
                Mark.Kind.AREA,
                archive.id().value(),
                carried(carried).toString(),
                10,
                20,
                30,
                25,
                "PRIVACY"));
  }

  @Test
  void aMarkedPictureIsDrawnOverUnderEveryPathOfItsBytes() throws IOException {
    Exhibit loose = house.seal(author, "again.png", png("door"));
    Mark mark = drawn(IN_ARCHIVE);
    List<Finding> both = List.of(finding, ofPictures);
    Pictured.OfExhibit alone = new Pictured.OfExhibit(loose.id());
    for (Pictured one : List.of(carried(TWIN), alone)) {
      ReleaseOrder order = pictures(both, one);
      refuses("SX-DISC-SECOND-PERSON", () -> disclosures.release(author, order));
      Disclosure made = disclosures.release(reviewer, order);
      String path = one == alone ? "pictures/E-" + loose.number() + ".png" : inArchive();
      assertThat(copies(made)).containsExactly(path);
      drawnOver(made.bundle(), path);
      assertThat(made.redacted()).as("the area, and third parties").isEqualTo(2);
    }
    Disclosure made =
        disclosures.release(reviewer, pictures(both, carried(IN_ARCHIVE), carried(TWIN), alone));
    assertThat(copies(made)).as("the same bytes once").containsExactly(inArchive());
    drawnOver(made.bundle(), inArchive());
    disclosures.redactions().withdraw(author, mark.id());
  }

  @Test
  void aMarkOnAnotherPictureOfTheArchiveIsNotOfThisRelease() throws IOException {
    Mark other = drawn(OF_THIRD);
    ReleaseOrder order = pictures(List.of(finding), carried(IN_ARCHIVE));
    assertThat(disclosures.preview(author, order).ownMarks()).isZero();
    Disclosure made = disclosures.release(author, order);
    assertThat(made.redacted()).as("third parties").isEqualTo(1);
    assertThat(copies(made)).containsExactly(inArchive());
    disclosures.redactions().withdraw(author, other.id());
  }

  @Test
  void aPictureGoesWithARecordThatGoes() {
    ReleaseOrder uncited = pictures(List.of(finding), carried(TWIN));
    refuses("SX-DISC-PICTURE-UNCITED", () -> disclosures.preview(reviewer, uncited));
    refuses("SX-DISC-PICTURE-UNCITED", () -> disclosures.release(reviewer, uncited));
    ReleaseOrder withheld = pictures(List.of(ofPictures), carried(OF_THIRD));
    refuses("SX-DISC-PICTURE-WITHHELD", () -> disclosures.release(reviewer, withheld));
    ReleaseOrder cited = pictures(List.of(ofPictures), carried(TWIN));
    assertThat(disclosures.preview(reviewer, cited).html()).contains("picture-1");
    Mark whole = recordTakenOut();
    refuses("SX-DISC-PICTURE-WITHHELD", () -> disclosures.preview(reviewer, cited));
    disclosures.redactions().withdraw(author, whole.id());
  }

  /** The record that carries the twin is taken out whole. */
  private Mark recordTakenOut() {
    return disclosures
        .redactions()
        .mark(
            author,
            new Redactions.Draft(
                Mark.Kind.RECORD, ofPictures.id().value(), "supports/0", 0, 0, 0, 0, "PRIVACY"));
  }

  /** What the page offers is what a release lets go. */
  @Test
  void onlyPicturesThatWouldGoAreOffered() {
    List<FindingId> both = List.of(finding.id(), ofPictures.id());
    ReleaseOrder.Shape shape = pictures(List.of(ofPictures), carried(TWIN)).shape();
    assertThat(offered(both, ReleaseOrder.Shape.PLAIN))
        .contains("photos/" + TWIN + ".png", "photos/" + OF_THIRD + ".png");
    assertThat(offered(both, shape))
        .as("whoever sent the third is withheld by the template's rule")
        .contains("photos/" + TWIN + ".png")
        .doesNotContain("photos/" + OF_THIRD + ".png");
    assertThat(offered(List.of(finding.id()), shape)).doesNotContain("photos/" + TWIN + ".png");
    for (Redactions.Carried one : disclosures.going(reviewer, both, shape)) {
      disclosures.preview(reviewer, pictures(List.of(finding, ofPictures), one.picture()));
    }
    Mark whole = recordTakenOut();
    assertThat(offered(both, shape)).doesNotContain("photos/" + TWIN + ".png");
    disclosures.redactions().withdraw(author, whole.id());
    String third =
        disclosures.redactions().markable(author, ofPictures.id()).persons().stream()
            .map(Redactions.Named::key)
            .filter(key -> key.contains(THIRD))
            .findFirst()
            .orElseThrow();
    Mark person =
        disclosures
            .redactions()
            .mark(
                author,
                new Redactions.Draft(
                    Mark.Kind.PERSON, ofPictures.id().value(), third, 0, 0, 0, 0, "PRIVACY"));
    assertThat(offered(both, ReleaseOrder.Shape.PLAIN))
        .as("nobody else carries it")
        .doesNotContain("photos/" + OF_THIRD + ".png")
        .contains("photos/" + TWIN + ".png");
    disclosures.redactions().withdraw(author, person.id());
    refuses(
        "SX-DISC-TEMPLATE-UNKNOWN",
        () ->
            disclosures.going(
                reviewer,
                both,
                new ReleaseOrder.Shape(
                    "none-such", Template.Receiver.COURT, "", false, List.of())));
  }

  private List<String> offered(List<FindingId> findings, ReleaseOrder.Shape shape) {
    return disclosures.going(reviewer, findings, shape).stream()
        .map(Redactions.Carried::part)
        .toList();
  }

  /** A mark is shown by every path of the bytes that it is of. */
  @Test
  void aPictureSaysOfWhichBytesItIs() throws IOException {
    Redactions redactions = disclosures.redactions();
    Digest one = redactions.picture(author, carried(IN_ARCHIVE)).original();
    assertThat(one).isEqualTo(Digest.of(png("door")));
    assertThat(redactions.picture(author, carried(TWIN)).original()).isEqualTo(one);
    assertThat(redactions.picture(author, new Pictured.OfExhibit(picture.id())).original())
        .isEqualTo(picture.digest())
        .isNotEqualTo(one);
    Mark mark = drawn(IN_ARCHIVE);
    assertThat(mark.digest()).isEqualTo(one);
    redactions.withdraw(author, mark.id());
  }

  /** What an altered store says is not that a record carries nothing. */
  @Test
  void anAlteredRecordIsAFault() {
    CarriedMedia media =
        new CarriedMedia() {
          private final CarriedMedia whole = new MediaInScope(house.records());

          @Override
          public List<Medium> of(Act act, Digest record) {
            throw new RecordFault.Altered("a row differs", record.hex());
          }

          @Override
          public List<Medium> ifThere(Act act, Digest record) {
            return of(act, record);
          }

          @Override
          public byte[] bytes(Act act, Digest record, int medium) {
            return whole.bytes(act, record, medium);
          }
        };
    Redactions altered = disclosures(house.ledger()::checkpoint, media).redactions();
    refuses("SX-RECORD-ALTERED", () -> altered.markable(author, ofPictures.id()));
    assertThat(disclosures.redactions().markable(author, ofPictures.id()).pictures()).hasSize(2);
  }

  private Mark area(Exhibit of, String place, int x, int width) {
    return disclosures
        .redactions()
        .mark(
            author,
            new Redactions.Draft(
                Mark.Kind.AREA, of.id().value(), place, x, 0, width, 10, "PRIVACY"));
  }

  @Test
  void aPictureOfAnExhibitThatTheCaseDoesNotHoldIsRefused() {
    for (Pictured unknown :
        List.of(
            new Pictured.OfExhibit(ExhibitId.random()),
            new Pictured.OfRecord(Digest.ofFields("no such record"), 0))) {
      ReleaseOrder order =
          new ReleaseOrder(
              List.of(finding.id()),
              TO,
              "The van in the yard",
              Handling.NONE,
              "",
              new ReleaseOrder.Shape("", Template.Receiver.COURT, "", true, List.of(unknown)));
      String code =
          unknown instanceof Pictured.OfExhibit ? "SX-DISC-PICTURE-UNKNOWN" : "SX-RECORD-NOT-FOUND";
      refuses(code, () -> disclosures.release(reviewer, order));
      refuses(code, () -> disclosures.preview(reviewer, order));
    }
  }

  /* The other shapes of a bundle say no more than it does, least of all beside it. */
  private void holdsNothingInParcels(Disclosure made) throws IOException {
    ByteArrayOutputStream bag = new ByteArrayOutputStream();
    disclosures.parcels().bag(reviewer, made.id()).to(bag);
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bag.toByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    byte[] page = disclosures.parcels().portable(reviewer, made.id());
    files.put("portable", new String(page, StandardCharsets.UTF_8));
    assertThat(files.keySet()).anyMatch(name -> name.endsWith("/bag-info.txt"));
    holdsNothing(files, List.of("zorica", "petrovi", THIRD, finding.document().salt()));
  }

  private void drawnOver(Path bundle, String path) throws IOException {
    byte[] copy;
    try (CanonicalZip zip = CanonicalZip.open(bundle)) {
      copy = zip.read(path, 1 << 20);
    }
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(copy));
    for (int y = 0; y < 60; y++) {
      for (int x = 0; x < 80; x++) {
        boolean in = x >= 10 && x < 40 && y >= 20 && y < 45;
        assertThat(image.getRGB(x, y) & 0xFFFFFF).isEqualTo(in ? 0 : 0xFFFFFF);
      }
    }
    String chunks = new String(copy, StandardCharsets.ISO_8859_1);
    for (String chunk : List.of("tEXt", "iTXt", "zTXt", "eXIf", "iCCP", "xmpmeta")) {
      assertThat(chunks).doesNotContain(chunk);
    }
    assertThat(chunks).endsWith("IEND" + chunks.substring(chunks.length() - 4));
  }

  /* The house's register and the one that the log alone gives say the same. */
  private void sameRegister() {
    house.ledger().checkpoint();
    List<DisclosureReplay.Line> log =
        DisclosureReplay.of(house.ledger().view()).stream()
            .filter(line -> line.step().equals("RELEASE") && line.done())
            .toList();
    List<Disclosure> register = disclosures.register(author);
    assertThat(log).hasSameSizeAs(register);
    for (int i = 0; i < log.size(); i++) {
      DisclosureReplay.Line line = log.get(i);
      Disclosure made = register.get(i);
      assertThat(
              Arrays.asList(
                  line.leaf(),
                  line.disclosure(),
                  line.actor(),
                  line.recipient(),
                  line.bundle(),
                  line.template(),
                  line.redacted(),
                  line.findings()))
          .isEqualTo(
              Arrays.asList(
                  made.leaf(),
                  made.id().toString(),
                  made.by().toString(),
                  made.recipientId(),
                  made.digest().hex(),
                  made.template(),
                  made.redacted(),
                  made.findings().stream().map(Object::toString).toList()));
    }
    String text = DisclosureReplay.text(log);
    assertThat(text).doesNotContain("Prosecutor").contains("evidential-bundle");
    assertThat(DisclosureReplay.json(log)).contains(register.getFirst().id().toString());
  }

  @Test
  void aTemplateSaysWhatItLacks() {
    refuses(
        "SX-DISC-TEMPLATE-RECEIVER",
        () ->
            disclosures.release(
                reviewer, order("evidential-bundle", Template.Receiver.VICTIM, false)));
    refuses(
        "SX-DISC-TEMPLATE-NEEDS",
        () ->
            disclosures.release(
                reviewer, order("subject-profile", Template.Receiver.COURT, false)));
    refuses(
        "SX-DISC-TEMPLATE-UNKNOWN",
        () -> disclosures.release(reviewer, order("rumour", Template.Receiver.COURT, false)));
    ReleaseOrder titled =
        new ReleaseOrder(
            List.of(finding.id()),
            TO,
            "The leader of the yard",
            Handling.NONE,
            "",
            new ReleaseOrder.Shape(
                "network-profile", Template.Receiver.COURT, "", false, List.of()));
    refuses("SX-DISC-TEMPLATE-WORDS", () -> disclosures.release(reviewer, titled));
  }

  @Test
  void whatIsMarkedWhileABundleIsMadeStopsIt() {
    List<Mark> late = new ArrayList<>();
    Disclosures slow =
        disclosures(() -> {
          late.add(words("text", "Petrović as"));
          return house.ledger().checkpoint();
        });
    int before = disclosures.register(author).size();
    ReleaseOrder order = order("evidential-bundle", Template.Receiver.PROSECUTION, false);
    refuses("SX-DISC-MARK", () -> slow.release(reviewer, order));
    assertThat(late).hasSize(1);
    assertThat(disclosures.register(author)).hasSize(before);
    late.forEach(mark -> disclosures.redactions().withdraw(author, mark.id()));
  }

  @Test
  void aMarkHasAReasonAndAPlace() {
    Redactions redactions = disclosures.redactions();
    refuses(
        "SX-DISC-REASON-CODE",
        () -> redactions.mark(author, draft(Mark.Kind.RECORD, "supports/0", 0, 0, "BECAUSE")));
    refuses(
        "SX-DISC-MARK",
        () -> redactions.mark(author, draft(Mark.Kind.RECORD, "supports/9", 0, 0, "PRIVACY")));
    refuses(
        "SX-DISC-MARK",
        () -> redactions.mark(author, draft(Mark.Kind.WORDS, "text", 5, 100_000, "PRIVACY")));
    refuses(
        "SX-DISC-MARK",
        () -> redactions.mark(author, draft(Mark.Kind.PERSON, "telegram/x/1", 0, 0, "PRIVACY")));
  }

  private Redactions.Draft draft(Mark.Kind kind, String place, int from, int to, String code) {
    return new Redactions.Draft(kind, finding.id().value(), place, from, to, 0, 0, code);
  }
}
