package dev.sextant.helpdesk;

import static dev.sextant.helpdesk.DeskCase.draft;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.authority.JurisdictionPack;
import dev.sextant.helpdesk.LegalRequest.Moments;
import dev.sextant.helpdesk.LegalRequest.People;
import dev.sextant.helpdesk.RequestDraft.IssuerDraft;
import dev.sextant.helpdesk.RequestDraft.IssuerPart;
import dev.sextant.helpdesk.RequestDraft.Secrecy;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.RequestId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each paper against the text that it is known to print. Write new ones with {@code
 * -Dsextant.golden=write} and read them before committing.
 */
class PapersTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/papers");
  private static final UUID NOBODY = new UUID(0, 1);
  private static final Map<PaperKind, InstrumentKind> OF = new EnumMap<>(PaperKind.class);

  static {
    OF.put(PaperKind.PRESERVATION_LETTER, InstrumentKind.PRESERVATION_LETTER);
    OF.put(PaperKind.SUBPOENA, InstrumentKind.SUBPOENA);
    OF.put(PaperKind.ORDER_APPLICATION, InstrumentKind.COURT_ORDER);
    OF.put(PaperKind.ORDER_PROPOSED, InstrumentKind.COURT_ORDER);
    OF.put(PaperKind.WARRANT_ATTACHMENTS, InstrumentKind.SEARCH_WARRANT);
    OF.put(PaperKind.EMERGENCY_REQUEST, InstrumentKind.EMERGENCY_DISCLOSURE);
    OF.put(PaperKind.EPOC, InstrumentKind.EPOC_CONTENT);
    OF.put(PaperKind.EPOC_PR, InstrumentKind.EPOC_PR);
  }

  private static LegalRequest request(InstrumentKind kind) {
    IssuerPart part =
        switch (kind) {
          case SUBPOENA, EPOC_PR -> IssuerPart.PROSECUTOR;
          case PRESERVATION_LETTER, EMERGENCY_DISCLOSURE -> IssuerPart.AGENCY;
          default -> IssuerPart.JUDGE;
        };
    String office =
        switch (part) {
          case JUDGE ->
              kind.european()
                  ? "Amtsgericht Musterstadt"
                  : "United States District Court for the District of Testland";
          case PROSECUTOR ->
              kind.european()
                  ? "Staatsanwaltschaft Musterstadt"
                  : "United States Attorney's Office, District of Testland";
          default -> "Testland Police, Organised Crime Unit";
        };
    Set<DataField> wanted =
        DataField.all()
            .filter(f -> kind.reaches().contains(f.category()))
            .collect(Collectors.toSet());
    Ask ask =
        new Ask(
            new AuthorityId(NOBODY),
            "meta",
            List.of(dev.sextant.terms.Selector.parse("platform_id@facebook:100001234567890")),
            DeskCase.RANGE,
            kind.european() ? ZoneId.of("Europe/Berlin") : DeskCase.ZONE,
            wanted,
            kind == InstrumentKind.EMERGENCY_DISCLOSURE
                ? "A kidnapped driver is held by the account's user; his log-ins would say where."
                : "");
    RequestDraft plain = draft(kind, part);
    RequestDraft written =
        new RequestDraft(
            kind,
            plain.grounds(),
            new IssuerDraft(part, "Jane Example", office, IssuerPart.NONE, "", "", "26-mj-00042"),
            new Secrecy("18 U.S.C. § 2705(b)", Instant.parse("2026-09-01T04:00:00Z"), ""),
            plain.privilege(),
            null);
    return new LegalRequest(
        new RequestId(NOBODY),
        new CaseId(NOBODY),
        3,
        RequestState.DRAFT,
        ask,
        kind,
        written,
        new People(new ActorId(NOBODY), null),
        Digest.of("a request".getBytes(StandardCharsets.UTF_8)),
        new Moments(Instant.parse("2026-06-01T08:00:00Z"), null, null),
        null,
        List.of(),
        List.of());
  }

  private static byte[] print(PaperKind kind) {
    InstrumentKind instrument = java.util.Objects.requireNonNull(OF.get(kind));
    String pack = instrument.european() ? "eu-led" : "us-federal";
    return Papers.print(
        kind,
        request(instrument),
        Playbooks.shipped().of("meta"),
        new ProcessLaw(JurisdictionPack.shipped(pack)));
  }

  @ParameterizedTest
  @EnumSource(PaperKind.class)
  void printsWhatItIsKnownToPrint(PaperKind kind) throws IOException {
    byte[] pdf = print(kind);
    String text;
    try (PDDocument document = Loader.loadPDF(pdf)) {
      text = new PDFTextStripper().getText(document).replace("\r\n", "\n");
    }
    Path golden = GOLDEN.resolve(kind.file() + ".txt");
    if ("write".equals(System.getProperty("sextant.golden"))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, text);
      Path folder = Path.of("target/papers");
      Files.createDirectories(folder);
      Files.write(folder.resolve(kind.file() + ".pdf"), pdf);
    }
    assertThat(text).isEqualTo(Files.readString(golden));
    assertThat(print(kind)).as("the same request prints the same bytes").isEqualTo(pdf);
  }
}
