package dev.sextant.records.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import dev.sextant.authority.JurisdictionPack;
import dev.sextant.records.Record;
import dev.sextant.records.RecordCodec;
import dev.sextant.records.reader.mapping.BadProfile;
import dev.sextant.records.reader.mapping.MappingProfile;
import dev.sextant.terms.Locator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each attack of the readers' rules against the child process as it is really started: a typed
 * fault, nothing written, nothing fetched, what is sound still read, and the parent lives.
 */
class HostileEvidenceTest {
  private static final Reading READING = Reading.prepare();
  private static final String SECRET = "zzwordsofthehost";
  private static final String CHAT =
      "{\"name\":\"G\",\"type\":\"private_group\",\"id\":5,\"messages\":[{\"id\":1,\"type\":\"message\",\"date_unixtime\":\"1700000000\",\"from\":\"Ana\",\"from_id\":\"user1\",\"text\":\"sound\"}]}";

  @TempDir Path folder;

  /** Remembers all that is told. */
  private static final class Told extends SilentEvents {
    final List<Record> records = new ArrayList<>();
    final List<String> faults = new ArrayList<>();

    @Override
    public void records(List<? extends Record> read) {
      records.addAll(read);
    }

    @Override
    public void fault(Locator where, ReadFault fault) {
      faults.add(fault.code());
    }
  }

  private static Limits limits() {
    return Limits.standard().withWallTime(Duration.ofMinutes(3)).withHeapMegabytes(96);
  }

  private final Told told = new Told();

  /* The codes of what ended the reading and of all faults. */
  private List<String> codes(Path file, Limits limits) throws IOException {
    Reading.Finished finished = READING.run(Target.plain(file), limits, told);
    assertThat(finished.outcome().tally().balanced()).isTrue();
    List<String> codes = new ArrayList<>(told.faults);
    finished.outcome().stopped().ifPresent(f -> codes.add(f.code()));
    return codes;
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void assertSoundWasRead() {
    assertThat(told.records)
        .filteredOn(Record.Message.class::isInstance)
        .extracting(Record::words)
        .containsExactly("sound");
  }

  @Test
  void aZipBombIsRefused() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("result.json", utf8(CHAT));
    files.put("zeros.json", new byte[40 << 20]);
    assertThat(codes(write("bomb.zip", Battering.zip(files)), limits()))
        .containsExactly(ReadFault.LIMIT);
    assertThat(told.records).isEmpty();
  }

  @Test
  void tooManyEntriesAreRefused() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < 50; i++) {
      files.put("f" + i + "/result.json", utf8(CHAT));
    }
    Limits of = limits();
    Limits few =
        new Limits(
            of.unpackedBytes(),
            40,
            of.ratio(),
            of.containerDepth(),
            of.nesting(),
            of.itemBytes(),
            of.wallTime(),
            of.outputBytes(),
            of.heapMegabytes());
    assertThat(codes(write("many.zip", Battering.zip(files)), few))
        .containsExactly(ReadFault.LIMIT);
  }

  @Test
  void aBombWithinAnArchiveWithinAnArchiveIsAFaultAndTheRestIsRead() throws IOException {
    byte[] bomb = Battering.zip(Map.of("sxt_ana - IP Data.csv", new byte[40 << 20]));
    byte[] middle = Battering.zip(Map.of("TikTok/inner.zip", bomb));
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("TikTok/middle.zip", middle);
    files.put("result.json", utf8(CHAT));
    codes(write("nested.zip", Battering.zip(files)), limits());
    assertSoundWasRead();
  }

  @Test
  void archivesWithinArchivesHaveADepth() throws IOException {
    byte[] zip = Battering.zip(Map.of("a.txt", utf8("x")));
    for (int i = 0; i < 4; i++) {
      zip = Battering.zip(Map.of("in.zip", zip));
    }
    try (ExhibitSource one = ExhibitSource.open(write("deep.zip", zip), Limits.standard());
        ExhibitSource two = ExhibitSource.nested(one, one.parts().getFirst());
        ExhibitSource three = ExhibitSource.nested(two, two.parts().getFirst())) {
      assertThatThrownBy(() -> ExhibitSource.nested(three, three.parts().getFirst()).close())
          .isInstanceOf(ReaderFault.Limit.class)
          .hasMessageContaining("deeper than 2");
    }
  }

  @Test
  void aPackedStreamIsStoppedAtTheRatio() throws IOException {
    byte[] packed = Zstd.compress(utf8("{\"id\":\"a\",\"body\":\"" + "x".repeat(64 << 20)));
    try (ExhibitSource source = ExhibitSource.open(write("RC.zst", packed), Limits.standard())) {
      assertThatThrownBy(() -> ExhibitSource.nested(source, source.parts().getFirst()).close())
          .isInstanceOf(ReaderFault.Limit.class);
    }
    assertThat(codes(folder.resolve("RC.zst"), limits())).isNotEmpty();
    assertThat(told.records).isEmpty();
  }

  @Test
  void aPackedCaptureOfZerosEndsTyped() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(
          utf8(
              "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://example.org/\r\nWARC-Date: 2025-05-13T09:05:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nContent-Type: text/html\r\nContent-Length: 99000000\r\n\r\n"));
      for (int i = 0; i < 99; i++) {
        out.write(new byte[1_000_000]);
      }
      out.write(utf8("\r\n\r\n"));
    }
    // Read within its memory, or refused with a type: the process must not die of it.
    Limits small = limits().withItemBytes(4 << 20);
    assertThat(codes(write("z.warc.gz", bytes.toByteArray()), small))
        .doesNotContain("SX-READ-HEAP", "SX-READ-CRASH", "SX-READ-TIME", "SX-READ-PROTOCOL");
  }

  @Test
  void pathsThatLeadOutAndLinksAreFaultsAndNothingIsWritten() throws IOException {
    Path file = Files.createDirectory(folder.resolve("in")).resolve("bad.zip");
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(file)) {
      for (String name : List.of("../up.json", "/abs.json", "a/../../up.json", "C:/d.json")) {
        out.putArchiveEntry(new ZipArchiveEntry(name));
        out.write(utf8(CHAT));
        out.closeArchiveEntry();
      }
      ZipArchiveEntry link = new ZipArchiveEntry("photos/link.json");
      link.setUnixMode(UnixStat.LINK_FLAG | 0777);
      out.putArchiveEntry(link);
      out.write(utf8("/etc/passwd"));
      out.closeArchiveEntry();
      out.putArchiveEntry(new ZipArchiveEntry("result.json"));
      out.write(utf8(CHAT));
      out.closeArchiveEntry();
    }
    assertThat(codes(file, limits()))
        .containsExactlyInAnyOrder(
            ReadFault.PATH, ReadFault.PATH, ReadFault.PATH, ReadFault.PATH, ReadFault.LINK);
    assertSoundWasRead();
    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).containsExactly(file);
    }
  }

  @Test
  void linksInAFolderAreFaultsAndNotFollowed() throws IOException {
    Path secret = write("secret.json", utf8(CHAT.replace("sound", SECRET)));
    Path home = Files.createDirectory(folder.resolve("export"));
    Files.writeString(home.resolve("result.json"), CHAT);
    Files.createSymbolicLink(home.resolve("more.json"), secret);
    assertThat(codes(home, limits())).containsExactly(ReadFault.LINK);
    assertSoundWasRead();
  }

  @Test
  void aTarWithALinkIsNotFollowed() throws IOException {
    Path file = folder.resolve("a.tar");
    try (TarArchiveOutputStream out =
        new TarArchiveOutputStream(Files.newOutputStream(file), "UTF-8")) {
      TarArchiveEntry link = new TarArchiveEntry("../link", TarConstants.LF_SYMLINK);
      link.setLinkName("/etc/passwd");
      out.putArchiveEntry(link);
      out.closeArchiveEntry();
    }
    assertThat(codes(file, limits())).containsOnly(ReadFault.PATH);
    assertThat(told.records).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE graphml [<!ENTITY x SYSTEM \"%s\">]>",
        "<!DOCTYPE graphml [<!ENTITY %% p SYSTEM \"%s\"> %%p;<!ENTITY x \"y\">]>",
        "<!DOCTYPE graphml [<!ENTITY a \"%s\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\"><!ENTITY x \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\">]>"
      })
  void entitiesAreNeverExpandedOrFetched(String type) throws IOException {
    Path secret = write("secret.txt", utf8(SECRET));
    String graph =
        "<graphml><graph edgedefault=\"directed\"><node id=\"n1\"><data key=\"k\">&x;</data></node></graph></graphml>";
    String text = "<?xml version=\"1.0\"?>" + type.formatted(secret.toUri()) + graph;
    assertThat(codes(write("x.graphml", utf8(text)), limits()))
        .containsExactly(ReadFault.MALFORMED);
    for (Record record : told.records) {
      assertThat(new String(RecordCodec.bytes(record), StandardCharsets.UTF_8))
          .doesNotContain(SECRET);
    }
  }

  @Test
  void textsOfTheUnitHaveNoLaughsEither() {
    String laughs =
        "a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b]\npack: *c\nprofile: *c\n";
    assertThatThrownBy(() -> MappingProfile.parse(laughs)).isInstanceOf(BadProfile.class);
    assertThatThrownBy(() -> JurisdictionPack.parse(laughs)).hasMessageContaining("YAML");
  }

  /* Long enough that whoever keeps the line whole dies: 200 MB against a heap of 96. */
  @ParameterizedTest
  @ValueSource(strings = {"json", "ndjson", "csv", "txt", "graphml", "html", "mbox", "bytes"})
  @Tag("heavy")
  void oneEndlessLineCostsConstantMemory(String form) throws IOException {
    endless(form, 200);
  }

  /* The gigabyte of the rule itself, for the two ways of meeting it: a text in JSON, and a line. */
  @ParameterizedTest
  @ValueSource(strings = {"json", "txt"})
  @Tag("heavy")
  void oneLineOfAGigabyteCostsConstantMemory(String form) throws IOException {
    endless(form, 1024);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "csv"})
  void oneLineLargerThanTheHeapIsAFaultOfItsOwn(String form) throws IOException {
    endless(form, 100);
  }

  private void endless(String form, int megabytes) throws IOException {
    String[] around =
        switch (form) {
          case "json" ->
              new String[] {
                CHAT.replaceFirst("sound\"}]}", "sound\"},{\"id\":2,\"text\":\""), "\"}]}"
              };
          case "ndjson" ->
              new String[] {
                "{\"item_id\":\"1\",\"nav_index\":\"1\",\"source_platform\":\"tiktok.com\",\"timestamp_collected\":1,\"data\":{\"desc\":\"",
                "\"}}\n"
              };
          case "csv" -> new String[] {"source,target\na,b\nc,", "\nd,e\n"};
          case "txt" ->
              new String[] {
                "13/05/25, 09:05 - Ana: sound\n13/05/25, 09:06 - Ben: ",
                "\n13/05/25, 09:07 - Ana: end\n"
              };
          case "graphml" ->
              new String[] {
                "<graphml><graph><node id=\"a\"/><node id=\"", "\"/></graph></graphml>"
              };
          case "html" ->
              new String[] {
                "<!DOCTYPE html><html><head><title>Exported Data</title></head><body><div class=\"page_wrap\"><div class=\"history\"><div class=\"message default\" id=\"message1\"><div class=\"text\">",
                "</div></div></div></div></body></html>"
              };
          case "mbox" ->
              new String[] {
                "From a@example.org Tue May 13 09:05:00 2025\nFrom: a@example.org\nTo: b@example.org\nDate: Tue, 13 May 2025 09:05:00 +0000\nSubject: s\n\n",
                "\n\n"
              };
          default -> new String[] {"", ""};
        };
    Path file = folder.resolve("endless." + form);
    byte[] block = new byte[1 << 20];
    Arrays.fill(block, (byte) (form.equals("bytes") ? 0 : 'x'));
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(utf8(around[0]));
      for (int i = 0; i < megabytes; i++) {
        out.write(block);
      }
      out.write(utf8(around[1]));
    }
    List<String> codes = codes(file, limits().withItemBytes(4 << 20));
    assertThat(codes)
        .doesNotContain("SX-READ-HEAP", "SX-READ-CRASH", "SX-READ-TIME", "SX-READ-PROTOCOL");
    // A mail's record says itself that it was cut; everything else is a fault.
    boolean cut = told.records.stream().anyMatch(r -> r.header().extra().containsKey("cut"));
    assertThat(cut || !codes.isEmpty()).as("what was passed over is told").isTrue();
    Files.delete(file);
  }

  @Test
  void badBytesOfTextStayWithinTheirItem() throws IOException {
    byte[] bytes =
        utf8(
            CHAT.replace("sound", "a@b")
                .replaceFirst(
                    "}]}",
                    "},{\"id\":2,\"type\":\"message\",\"date_unixtime\":\"1700000000\",\"from\":\"Ana\",\"from_id\":\"user1\",\"text\":\"sound\"}]}"));
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '@') {
        bytes[i] = (byte) 0xff;
      }
    }
    codes(write("bad.json", bytes), limits());
    assertThat(told.records).extracting(Record::words).contains("sound");
  }

  /* Asked of the process that reads, while it reads: the system's own word, not the command's. */
  @Test
  void theProcessThatReadsHasItsOwnNetworkAndNothingOfTheEnvironment() throws IOException {
    Path own = Path.of("/proc/self/ns/net");
    Assumptions.assumeTrue(
        READING.networkDenied() && Files.exists(own), "skipped: no such system here");
    List<String> networks = new ArrayList<>();
    List<Integer> environment = new ArrayList<>();
    // So much that the child still waits for its answer to be taken.
    String message = CHAT.substring(CHAT.indexOf('[') + 1, CHAT.indexOf(']'));
    String many = CHAT.replace("[", "[" + (message + ",").repeat(5000));
    READING.run(
        Target.plain(write("result.json", utf8(many))),
        limits(),
        new SilentEvents() {
          @Override
          public void records(List<? extends Record> read) {
            if (networks.isEmpty()) {
              ProcessHandle.current().descendants().forEach(this::look);
            }
          }

          private void look(ProcessHandle process) {
            Path proc = Path.of("/proc", Long.toString(process.pid()));
            try {
              if (Files.readString(proc.resolve("cmdline")).contains(ReaderChild.class.getName())) {
                networks.add(Files.readSymbolicLink(proc.resolve("ns/net")).toString());
                environment.add(Files.readAllBytes(proc.resolve("environ")).length);
              }
            } catch (IOException e) {
              return; // Another process, which ended meanwhile.
            }
          }
        });
    assertThat(networks).isNotEmpty().doesNotContain(Files.readSymbolicLink(own).toString());
    assertThat(environment).containsOnly(0);
  }
}
