package dev.sextant.records.reader.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.Record;
import dev.sextant.records.reader.Battering;
import dev.sextant.records.reader.Golden;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.records.reader.Readers;
import dev.sextant.records.reader.capture.web.Wacz;
import dev.sextant.records.reader.capture.web.Warc;
import dev.sextant.records.reader.media.PictureSamples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebCaptureTest {
  @TempDir Path folder;

  private static final String PAGE =
      "<!doctype html><html><head><title>Anna &amp; Ben</title><style>p{}</style>"
          + "<meta property=\"og:site_name\" content=\"Sample\"></head>"
          + "<body><script>hidden()</script><p>First  line</p><p>Second line</p></body></html>";

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] record(String type, String headers, byte[] block) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        utf8(
            "WARC/1.1\r\nWARC-Type: %s\r\nWARC-Date: 2024-05-01T10:00:00Z\r\n%s"
                    .formatted(type, headers)
                + "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-%012x>\r\nContent-Length: %d\r\n\r\n"
                    .formatted(block.length, block.length)));
    out.writeBytes(block);
    out.writeBytes(utf8("\r\n\r\n"));
    return out.toByteArray();
  }

  private static String sealed(byte[] block) {
    return "WARC-Block-Digest: sha256:%s\r\n"
        .formatted(HexFormat.of().formatHex(digest("SHA-256", block)));
  }

  private static byte[] response(String url, String type, byte[] body, String more) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.writeBytes(utf8("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n\r\n"));
    block.writeBytes(body);
    return record(
        "response",
        "WARC-Target-URI: "
            + url
            + "\r\nContent-Type: application/http; msgtype=response\r\n"
            + sealed(block.toByteArray())
            + more,
        block.toByteArray());
  }

  private static byte[] chunked() {
    String body = Integer.toHexString(PAGE.length()) + "\r\n" + PAGE + "\r\n0\r\n\r\n";
    byte[] block =
        utf8(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
                + body);
    String payload = HexFormat.of().formatHex(digest("SHA-1", utf8(PAGE)));
    return record(
        "response",
        "WARC-Target-URI: https://t.me/s/sample/7\r\nContent-Type: application/http\r\n"
            + "WARC-Payload-Digest: sha1:"
            + payload
            + "\r\n",
        block);
  }

  private static List<byte[]> all() {
    byte[] picture = PictureSamples.bytes(PictureSamples.drawn(9, 60, 40), "png");
    return List.of(
        record(
            "warcinfo", "Content-Type: application/warc-fields\r\n", utf8("software: Tool 1\r\n")),
        record(
            "request", "WARC-Target-URI: https://example.org/\r\n", utf8("GET / HTTP/1.1\r\n\r\n")),
        response("https://example.org/", "text/html; charset=utf-8", utf8(PAGE), ""),
        chunked(),
        response("https://example.org/p.png", "image/png", picture, ""),
        record(
            "resource",
            "WARC-Target-URI: urn:text\r\nContent-Type: text/plain\r\n",
            utf8("as text")),
        record("revisit", "WARC-Target-URI: https://example.org/again\r\n", utf8("")),
        record("metadata", "WARC-Target-URI: https://example.org/\r\n", utf8("outlink: x\r\n")),
        record("continuation", "WARC-Target-URI: https://example.org/c\r\n", utf8("more")));
  }

  private static byte[] plain(List<byte[]> records) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    records.forEach(out::writeBytes);
    return out.toByteArray();
  }

  private static byte[] packed(List<byte[]> records) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] one : records) {
      ByteArrayOutputStream member = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(member)) {
        gzip.write(one);
      }
      out.writeBytes(member.toByteArray());
    }
    return out.toByteArray();
  }

  @Test
  void everyRecordOfAWarcIsToldWithItsBytes() throws IOException {
    Path file = Files.write(folder.resolve("a.bin"), plain(all()));
    try (ReadTrial trial = ReadTrial.of(file)) {
      assertThat(trial.reader()).isEqualTo("warc");
      Golden.check("capture/warc", trial);
      Record.Post page = trial.of(Record.Post.class).getFirst();
      assertThat(page.text()).isEqualTo("Anna & Ben\n\nFirst line\nSecond line");
      assertThat(page.author()).isNull();
      assertThat(page.header().claimed().instant()).isNull();
      assertThat(page.header().extra())
          .containsEntry("captured", "2024-05-01T10:00:00Z")
          .containsEntry("url", "https://example.org/")
          .containsEntry("digest check", "good");
      assertThat(trial.text(page.header().locator())).startsWith("WARC/1.1").contains(PAGE);
      Record.Post telegram = trial.of(Record.Post.class).get(1);
      assertThat(telegram.header().platform().name()).isEqualTo("telegram");
      assertThat(telegram.header().extra()).containsEntry("digest check", "good");
      assertThat(trial.of(Record.Post.class).get(2).media().getFirst().likeness()).isNotNull();
      assertThat(trial.ignored).hasSize(2);
      assertThat(trial.unknowns).hasSize(1);
    }
  }

  @Test
  void packedRecordsGiveTheSame() throws IOException {
    Path one = Files.write(folder.resolve("a"), plain(all()));
    Path two = Files.write(folder.resolve("b"), packed(all()));
    try (ReadTrial plain = ReadTrial.of(one);
        ReadTrial packed = ReadTrial.of(two)) {
      assertThat(packed.records).hasSameSizeAs(plain.records);
      for (int i = 0; i < plain.records.size(); i++) {
        assertThat(packed.records.get(i).words()).isEqualTo(plain.records.get(i).words());
        assertThat(packed.bytes(packed.records.get(i).header().locator())).startsWith(0x1f, 0x8b);
      }
    }
  }

  @Test
  void anAlteredCaptureIsAFaultAndTheNextIsRead() throws IOException {
    byte[] bytes = plain(all());
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    bytes[text.indexOf("First")] = 'X';
    Path file = Files.write(folder.resolve("a.warc"), bytes);
    try (ReadTrial trial = ReadTrial.of(file)) {
      assertThat(trial.faults).hasSize(1);
      assertThat(trial.text(trial.faults.getFirst().where())).contains("Xirst");
      assertThat(trial.of(Record.Post.class)).hasSize(4);
    }
  }

  @Test
  void readingGoesOnBehindDamage() throws IOException {
    byte[] bytes = plain(all());
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int at = text.indexOf("WARC/1.1", text.indexOf("Second"));
    bytes[at + 20] = 0;
    bytes[at + 1] = 0;
    Path file = Files.write(folder.resolve("a.warc"), bytes);
    try (ReadTrial trial = ReadTrial.of(file)) {
      assertThat(trial.faults).isNotEmpty();
      assertThat(trial.of(Record.Activity.class)).hasSize(1);
      assertThat(trial.unknowns).hasSize(1);
    }
  }

  private static Map<String, byte[]> wacz(boolean signed) throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("archive/data.warc.gz", packed(all()));
    files.put(
        "pages/pages.jsonl",
        utf8(
            "{\"format\":\"json-pages-1.0\",\"id\":\"pages\",\"title\":\"All\"}\n"
                + "{\"id\":\"1\",\"url\":\"https://example.org/\",\"ts\":\"2024-05-01T10:00:00Z\",\"title\":\"Anna\",\"text\":\"words\"}\n"));
    files.put("indexes/index.cdx", utf8("org,example)/ 20240501100000 {}\n"));
    StringBuilder list =
        new StringBuilder(
            "{\"profile\":\"data-package\",\"wacz_version\":\"1.2.0\",\"resources\":[");
    String comma = "";
    for (Map.Entry<String, byte[]> one : files.entrySet()) {
      list.append(comma)
          .append(
              "{\"name\":\"x\",\"path\":\"%s\",\"hash\":\"sha256:%s\",\"bytes\":%d}"
                  .formatted(
                      one.getKey(),
                      HexFormat.of().formatHex(digest("SHA-256", one.getValue())),
                      one.getValue().length));
      comma = ",";
    }
    files.put("datapackage.json", utf8(list.append("]}").toString()));
    String hash =
        "sha256:" + HexFormat.of().formatHex(digest("SHA-256", files.get("datapackage.json")));
    String seal = "{\"path\":\"datapackage.json\",\"hash\":\"" + hash + "\"";
    if (signed) {
      KeyPairGenerator maker = KeyPairGenerator.getInstance("EC");
      maker.initialize(384);
      KeyPair pair = maker.generateKeyPair();
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(pair.getPrivate());
      signature.update(utf8(hash));
      seal +=
          ",\"signedData\":{\"hash\":\"%s\",\"created\":\"2024-05-01T10:00:00Z\",\"software\":\"t\",\"signature\":\"%s\",\"publicKey\":\"%s\"}"
              .formatted(
                  hash,
                  Base64.getEncoder().encodeToString(signature.sign()),
                  Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
    }
    files.put("datapackage-digest.json", utf8(seal + "}"));
    return files;
  }

  private Path zip(Map<String, byte[]> files) throws IOException {
    Path file = Files.createTempFile(folder, "s", ".zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> one : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(one.getKey()));
        zip.write(one.getValue());
      }
    }
    return file;
  }

  @Test
  void aSealedAndSignedWaczIsReadWhole() throws Exception {
    try (ReadTrial trial = ReadTrial.of(zip(wacz(true)))) {
      assertThat(trial.reader()).isEqualTo("wacz");
      assertThat(trial.faults).isEmpty();
      assertThat(trial.notes.stream().map(n -> n.what()))
          .anyMatch(n -> n.startsWith("3 files are as datapackage.json seals them, 0 are not"))
          .anyMatch(n -> n.contains("verifies with the key it carries"));
      assertThat(trial.of(Record.Post.class)).hasSize(6);
    }
  }

  @Test
  void whatIsNotAsSealedIsAFault() throws Exception {
    Map<String, byte[]> files = wacz(true);
    files.put("pages/pages.jsonl", utf8("{\"url\":\"https://example.org/forged\"}\n"));
    try (ReadTrial trial = ReadTrial.of(zip(files))) {
      assertThat(trial.faults).hasSize(1);
      assertThat(trial.faults.getFirst().where().part()).isEqualTo("pages/pages.jsonl");
    }
    files.put(
        "datapackage.json",
        utf8(new String(files.get("datapackage.json"), StandardCharsets.UTF_8) + " "));
    try (ReadTrial trial = ReadTrial.of(zip(files))) {
      assertThat(trial.faults).hasSize(2);
    }
  }

  @Test
  void damagedArchivesEndInBalance() throws Exception {
    Readers only = new Readers(List.of(new Warc(), new Wacz()));
    byte[] small = plain(all().subList(0, 4));
    Battering.truncate(only, small, "a.warc");
    Battering.mutate(only, small, "a.warc", 11, 200);
    Battering.mutate(only, packed(all().subList(0, 4)), "a.warc.gz", 12, 200);
    Battering.mutateEntry(wacz(false), "datapackage.json", 13, 40);
  }

  @Test
  void realArchivesAreRead() {
    try (ReadTrial trial = ReadTrial.of(ReadTrial.realData("warc/cc.warc.gz"))) {
      assertThat(trial.of(Record.Post.class).getFirst().header().extra())
          .containsEntry("digest check", "good");
    }
    try (ReadTrial trial = ReadTrial.of(ReadTrial.realData("warc/valid_example_1.wacz"))) {
      assertThat(trial.faults).isEmpty();
      assertThat(trial.of(Record.Post.class)).hasSize(2);
    }
  }
}
