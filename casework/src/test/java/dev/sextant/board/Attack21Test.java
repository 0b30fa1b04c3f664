package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** 21: a forged screenshot is uploaded as a capture. */
@Attack(21)
class Attack21Test {
  private static final Map<String, String> CERTIFIER =
      Map.of(
          "qualification",
          "Digital evidence examiner since 2015; trained in web capture, course of 2025.",
          "process",
          "The page was opened in the collector, scrolled to its end, stored as WARC and image, and hashed at once.");

  private static final String PAGE = "https://social.example/sxt_dealer";

  /* The page is named in the authority, and level 3 lets it be captured again and again. */
  private static Board.Ready ready(Board board) {
    return board.ready(
        board
            .ask()
            .level(3)
            .with("methods", List.of("export-reading", "PUBLIC_VIEW"))
            .selectors("platform_id@telegram:100", "url:" + PAGE));
  }

  @Test
  void aScreenshotAloneIsAnUploadAndIsNotCertified(Board board) throws Exception {
    ready(board);
    Caller ana = board.as("ana");
    String forged = ana.seal(PAGE, "PUBLIC_CAPTURE", png(), false);
    Answer origin = ana.get("/api/exhibits/" + forged + "/class").requireOk();
    assertThat(origin.text("words")).isEqualTo("UPLOADED, untested");
    assertThat(origin.json().get("missing").toString()).contains("SHEET");
    board.refused(certificate(ana, forged), "SX-CUSTODY-CERTIFICATE");
  }

  @Test
  void eachFieldIsNeededAndTheCollectorMustBeKnown(Board board) throws Exception {
    KeyPair collector = known(board);
    ready(board);
    Caller ana = board.as("ana");
    String whole = ana.seal(PAGE, "PUBLIC_CAPTURE", capture(collector, sheet()), false);
    assertThat(ana.get("/api/exhibits/" + whole + "/class").text("kind")).isEqualTo("CAPTURE");
    Answer certificate = certificate(ana, whole).requireOk();
    assertThat(certificate.text("text"))
        .contains("902(14)", "28 USC 1746", "NTP pool", "SHA-256", "Ana Alvarez");

    for (String field : List.of("url", "source", "context", "collector", "tool", "at", "clock")) {
      Map<String, Object> lacking = sheet();
      lacking.remove(field);
      requireUntested(ana, capture(collector, lacking), field);
    }
    for (String field : List.of("image", "warc", "media", "metadata")) {
      Map<String, Object> lacking = sheet();
      lacking.remove(field);
      requireUntested(ana, capture(collector, lacking), field);
    }
    requireUntested(ana, capture(keys(), sheet()), "a stranger's signature");
    Map<String, Object> swapped = sheet();
    swapped.put(
        "image",
        Map.of("part", "screenshot.png", "sha256", Digest.of(new byte[1]).hex(), "fullPage", true));
    requireUntested(ana, capture(collector, swapped), "another image");
    board.leafOf(leaf -> leaf.field("outputs.class").equals("UPLOADED"));
  }

  @Test
  void anAlteredByteIsNotCertified(Board board) throws Exception {
    KeyPair collector = known(board);
    Board.Ready ready = ready(board);
    String whole = board.as("ana").seal(PAGE, "PUBLIC_CAPTURE", capture(collector, sheet()), false);
    certificate(board.as("ana"), whole).requireOk();
    board.stopped(() -> flip(largestNewest(board.home().custody())));
    Caller ana = board.as("ana").under(ready.authority(), "Certify the capture for the court");
    board.refused(certificate(ana, whole), "SX-CUSTODY-ALTERED");
  }

  private static void requireUntested(Caller ana, byte[] bytes, String without) {
    String id = ana.seal(PAGE, "PUBLIC_CAPTURE", bytes, false);
    Answer origin = ana.get("/api/exhibits/" + id + "/class").requireOk();
    assertThat(origin.text("kind")).as("without %s", without).isEqualTo("UPLOADED");
    assertThat(certificate(ana, id).code()).isEqualTo("SX-CUSTODY-CERTIFICATE");
  }

  private static Answer certificate(Caller who, String exhibit) {
    return who.post("/api/exhibits/" + exhibit + "/certificate", CERTIFIER);
  }

  private static KeyPair keys() throws GeneralSecurityException {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  /** A collector whose public key the house holds. */
  private static KeyPair known(Board board) throws Exception {
    KeyPair keys = keys();
    board.stopped(() -> {
      try {
        Files.createDirectories(board.home().collectors());
        Files.writeString(
            board.home().collectors().resolve("desk.pub"),
            Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
    return keys;
  }

  private static byte[] png() {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(20, 60, BufferedImage.TYPE_INT_RGB), "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] warc() {
    return "WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static Map<String, Object> sheet() {
    Map<String, Object> sheet = new TreeMap<>();
    sheet.put("format", "sextant-capture/1");
    sheet.put("url", PAGE);
    sheet.put("source", "social.example");
    sheet.put("context", "Advert for a digger, seen on the profile's first page");
    sheet.put("collector", "Ana Alvarez");
    sheet.put("tool", "sextant-collector/0.1");
    sheet.put("at", "2026-03-02T10:00:00Z");
    sheet.put("clock", Map.of("source", "NTP pool", "offsetMs", 12L));
    sheet.put("metadata", Map.of("title", "Diggers", "http-status", "200"));
    sheet.put(
        "image",
        Map.of("part", "screenshot.png", "sha256", Digest.of(png()).hex(), "fullPage", true));
    sheet.put("warc", Map.of("part", "page.warc", "sha256", Digest.of(warc()).hex()));
    sheet.put("media", List.of());
    return sheet;
  }

  private static byte[] capture(KeyPair collector, Map<String, Object> sheet) throws Exception {
    byte[] json = CanonicalJson.write(sheet);
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(collector.getPrivate());
    signature.update(json);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "capture.json", json);
      put(zip, "capture.sig", Base64.getEncoder().encode(signature.sign()));
      put(zip, "screenshot.png", png());
      put(zip, "page.warc", warc());
    }
    return out.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private static Path largestNewest(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .max(java.util.Comparator.comparing(f -> f.toFile().lastModified()))
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void flip(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      file.toFile().setWritable(true);
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
