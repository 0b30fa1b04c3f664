package dev.sextant.records.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.terms.Digest;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExhibitSourceTest {
  @TempDir Path folder;

  private Path zip(String... namesAndTexts) throws IOException {
    Path file = folder.resolve("made.zip");
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(file)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        out.putArchiveEntry(new ZipArchiveEntry(namesAndTexts[i]));
        out.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        out.closeArchiveEntry();
      }
    }
    return file;
  }

  private static List<String> paths(Source source) {
    return source.parts().stream().map(Source.Part::path).toList();
  }

  private static byte[] wholly(Source.Part part) throws IOException {
    try (InputStream in = part.open()) {
      return in.readAllBytes();
    }
  }

  private static String code(SetAside aside) {
    ReadFault fault = aside.fault();
    return fault == null ? "" : fault.code();
  }

  @Test
  void plainFileIsOnePartWithItsOwnDigest() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "héllo");
    try (ExhibitSource source = ExhibitSource.open(file, Limits.standard())) {
      assertThat(paths(source)).containsExactly("");
      assertThat(source.digest()).isEqualTo(Digest.of(Files.readAllBytes(file)));
      assertThat(source.parts().getFirst().head()).isEqualTo(Files.readAllBytes(file));
      assertThat(source.parts().getFirst().size()).isEqualTo(6);
      try (InputStream one = source.parts().getFirst().open();
          InputStream two = source.parts().getFirst().open()) {
        assertThat(one.read()).isEqualTo('h');
        assertThat(two.readNBytes(2)).isEqualTo(new byte[] {'h', (byte) 0xc3});
        assertThat(one.read()).isEqualTo(0xc3);
      }
    }
  }

  @Test
  void zipListsPartsSortedAndNoiseApart() throws IOException {
    Path file = zip("b/two.txt", "2", "a.txt", "1", "__MACOSX/._a.txt", "x", "b/.DS_Store", "y");
    try (ExhibitSource source = ExhibitSource.open(file, Limits.standard())) {
      assertThat(paths(source)).containsExactly("a.txt", "b/two.txt");
      assertThat(source.setAside())
          .extracting(SetAside::rule)
          .containsExactly("__MACOSX/", ".DS_Store");
      assertThat(source.parts().get(1).head()).isEqualTo(new byte[] {'2'});
    }
  }

  @Test
  void dangerousEntriesAreSetAsideWithAFault() throws IOException {
    Path file = folder.resolve("bad.zip");
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(file)) {
      for (String name : List.of("../up.txt", "/abs.txt", "C:/drive.txt", "same", "same", "good")) {
        out.putArchiveEntry(new ZipArchiveEntry(name));
        out.write(name.getBytes(StandardCharsets.UTF_8));
        out.closeArchiveEntry();
      }
      ZipArchiveEntry link = new ZipArchiveEntry("link");
      link.setUnixMode(UnixStat.LINK_FLAG | 0777);
      out.putArchiveEntry(link);
      out.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
      out.closeArchiveEntry();
    }
    try (ExhibitSource source = ExhibitSource.open(file, Limits.standard())) {
      assertThat(paths(source)).containsExactly("good");
      assertThat(source.setAside())
          .extracting(ExhibitSourceTest::code)
          .containsExactlyInAnyOrder(
              ReadFault.PATH,
              ReadFault.PATH,
              ReadFault.PATH,
              ReadFault.DUPLICATE,
              ReadFault.DUPLICATE,
              ReadFault.LINK);
    }
  }

  @Test
  void encryptedEntryIsSetAside() throws IOException {
    byte[] bytes = Files.readAllBytes(zip("secret.txt", "hidden"));
    // General purpose bit 0 in the local header (offset 6) and in the central one (offset 8).
    bytes[6] |= 1;
    bytes[find(bytes, 0x02014b50) + 8] |= 1;
    Path file = Files.write(folder.resolve("enc.zip"), bytes);
    try (ExhibitSource source = ExhibitSource.open(file, Limits.standard())) {
      assertThat(source.parts()).isEmpty();
      assertThat(code(source.setAside().getFirst())).isEqualTo(ReadFault.ENCRYPTED);
    }
  }

  private static int find(byte[] bytes, int signature) {
    for (int i = 0; i + 4 <= bytes.length; i++) {
      int here =
          (bytes[i] & 0xff)
              | (bytes[i + 1] & 0xff) << 8
              | (bytes[i + 2] & 0xff) << 16
              | (bytes[i + 3] & 0xff) << 24;
      if (here == signature) {
        return i;
      }
    }
    throw new AssertionError("no such header");
  }

  @Test
  void zipCutAnywhereIsATypedFault() throws IOException {
    byte[] whole = Files.readAllBytes(zip("a.txt", "some text", "b.txt", "more"));
    for (int length = 4; length < whole.length; length++) {
      Path file = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> ExhibitSource.open(file, Limits.standard()).close())
          .as("cut at %d", length)
          .isInstanceOfSatisfying(
              ReaderFault.class, f -> assertThat(f.code()).isEqualTo(ReadFault.TRUNCATED));
    }
  }

  @Test
  void bombIsRefusedBeforeItIsUnpacked() throws IOException {
    Path file = folder.resolve("bomb.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry("zeros.json"));
      byte[] block = new byte[1 << 20];
      for (int i = 0; i < 40; i++) {
        out.write(block);
      }
      out.closeEntry();
    }
    assertThatThrownBy(() -> ExhibitSource.open(file, Limits.standard()).close())
        .isInstanceOf(ReaderFault.Limit.class);
    assertThatThrownBy(
            () -> ExhibitSource.open(file, Limits.standard().withUnpacked(1000, 5000)).close())
        .isInstanceOf(ReaderFault.Limit.class);
    ExhibitSource.open(file, Limits.standard().withUnpacked(1L << 30, 5000)).close();
  }

  @Test
  void entryLongerThanItsDirectorySaysIsStopped() throws IOException {
    byte[] bytes = Files.readAllBytes(zip("a.txt", "x".repeat(1000)));
    int central = find(bytes, 0x02014b50);
    bytes[central + 24] = 10; // Unpacked size says 10 instead of 1000.
    bytes[central + 25] = 0;
    Path file = Files.write(folder.resolve("liar.zip"), bytes);
    try (ExhibitSource source = ExhibitSource.open(file, Limits.standard())) {
      assertThatThrownBy(() -> wholly(source.parts().getFirst()))
          .isInstanceOf(ReaderFault.Limit.class);
    }
  }

  @Test
  void entryWithAnotherChecksumIsStopped() throws IOException {
    CRC32 crc = new CRC32();
    crc.update(1);
    byte[] bytes = Files.readAllBytes(zip("a.txt", "some text"));
    bytes[find(bytes, 0x02014b50) + 16] ^= 1;
    Path file = Files.write(folder.resolve("sum.zip"), bytes);
    try (ExhibitSource source = ExhibitSource.open(file, Limits.standard())) {
      assertThatThrownBy(() -> wholly(source.parts().getFirst()))
          .isInstanceOfAny(ZipException.class, EOFException.class);
    }
  }

  /** Random damage anywhere in a zip: a typed refusal or a reconciled reading, nothing else. */
  @Test
  void damagedZipsGiveOnlyTypedOutcomes() throws IOException {
    byte[] whole =
        Files.readAllBytes(
            zip(
                "data/tweets.js",
                "window.YTD.tweets.part0 = [{\"tweet\":{\"id_str\":\"1\",\"full_text\":\"%s\"}}]"
                    .formatted("many words ".repeat(60)),
                "_chat.txt",
                "13/05/25, 09:05 - A: x\n".repeat(40),
                "result.json",
                "{\"type\":\"private_group\",\"messages\":[{\"type\":\"message\",\"date\":\"\"}]}"));
    long seed = 616L;
    Random random = new Random(seed);
    int refused = 0;
    for (int round = 0; round < 1500; round++) {
      byte[] bytes = whole.clone();
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      bytes[0] = 'P';
      bytes[1] = 'K';
      bytes[2] = 3;
      bytes[3] = 4;
      Path file = Files.write(folder.resolve("damaged.zip"), bytes);
      try (ExhibitSource source = ExhibitSource.open(file, Limits.standard())) {
        Tally tally = Readers.all().read(source, new SilentEvents()).tally();
        assertThat(tally.balanced()).as("seed %d round %d", seed, round).isTrue();
      } catch (ReaderFault e) {
        refused++;
      }
    }
    assertThat(refused).as("seed %d", seed).isPositive();
  }

  @Test
  void folderListsFilesAndItsDigestIsThatOfItsList() throws IOException {
    Path home = Files.createDirectory(folder.resolve("f"));
    Files.writeString(Files.createDirectory(home.resolve("sub")).resolve("b.txt"), "2");
    Files.writeString(home.resolve("a.txt"), "1");
    Files.createSymbolicLink(home.resolve("link"), Path.of("/etc/passwd"));
    String list =
        "[[\"a.txt\",\"%s\",1],[\"link\",\"link\",0],[\"sub/b.txt\",\"%s\",1]]"
            .formatted(Digest.of(new byte[] {'1'}), Digest.of(new byte[] {'2'}));
    try (ExhibitSource source = ExhibitSource.open(home, Limits.standard())) {
      assertThat(paths(source)).containsExactly("a.txt", "sub/b.txt");
      assertThat(source.digest()).isEqualTo(Digest.of(list.getBytes(StandardCharsets.UTF_8)));
      assertThat(code(source.setAside().getFirst())).isEqualTo(ReadFault.LINK);
    }
  }

  @Test
  void nestedZipOpensOnRequestAndItsPartsSayWhere() throws IOException {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(inner)) {
      out.putNextEntry(new ZipEntry("deep.txt"));
      out.write('d');
      out.closeEntry();
    }
    Path file = folder.resolve("outer.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry("inner.zip"));
      out.write(inner.toByteArray());
      out.closeEntry();
    }
    try (ExhibitSource source = ExhibitSource.open(file, Limits.standard());
        ExhibitSource nested = ExhibitSource.nested(source, source.parts().getFirst())) {
      assertThat(paths(source)).containsExactly("inner.zip");
      assertThat(nested.parts().getFirst().at(0, 1, "").toString())
          .isEqualTo("sha256:" + source.digest() + "!/inner.zip!/deep.txt@0-1");
    }
  }

  @Test
  void unknownContentIsCountedAsUnknown() throws IOException {
    Path file = zip("a.bin", "\u0001\u0002", "b.bin", "\u0003");
    try (ReadTrial trial = ReadTrial.of(file, new Readers(List.of()), Limits.standard())) {
      assertThat(trial.outcome().tally().unknown()).isEqualTo(2);
      assertThat(trial.outcome().stopped().orElseThrow().code()).isEqualTo("SX-READ-UNKNOWN");
    }
  }

  @Test
  void whatCouldNotBeOpenedIsToldBeforeThatNobodyKnowsTheRest() throws IOException {
    Path file = zip("a.bin", "\u0001\u0002", "result.json", "{}", "result.json", "{}");
    try (ReadTrial trial = ReadTrial.of(file)) {
      ReaderFault fault = trial.outcome().stopped().orElseThrow();
      assertThat(fault.code()).isEqualTo(ReadFault.DUPLICATE);
      assertThat(fault.place()).isEqualTo("made.zip!/result.json");
      assertThat(fault.value()).startsWith("2 entries");
    }
  }
}
