package dev.sextant.records.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tape archives, plain and packed, as containers. */
@NullUnmarked // What is null where it must not be fails the test by itself.
class TarSourceTest {
  private static final String POSTS =
      "window.YTD.tweets.part0 = [{\"tweet\":{\"id_str\":\"1\",\"full_text\":\"hello\","
          + "\"created_at\":\"Sat Mar 01 10:00:00 +0000 2025\"}}]";

  @TempDir Path folder;

  /** An archive being made. */
  private static final class Made {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream out = new TarArchiveOutputStream(bytes);

    Made() {
      out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      out.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    Made gnu() {
      out.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
      return this;
    }

    Made file(String path, String text) {
      byte[] content = text.getBytes(StandardCharsets.UTF_8);
      TarArchiveEntry entry = new TarArchiveEntry(path, true);
      entry.setSize(content.length);
      return put(entry, content);
    }

    Made special(String path, byte type) {
      TarArchiveEntry entry = new TarArchiveEntry(path, type, true);
      entry.setLinkName("/etc/passwd");
      return put(entry, new byte[0]);
    }

    private Made put(TarArchiveEntry entry, byte[] content) {
      try {
        out.putArchiveEntry(entry);
        out.write(content);
        out.closeArchiveEntry();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return this;
    }

    byte[] done() {
      try {
        out.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes.toByteArray();
    }
  }

  private static byte[] packed(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  private ReadTrial read(byte[] bytes) throws IOException {
    return ReadTrial.of(Files.write(folder.resolve("archive"), bytes));
  }

  @Test
  void anArchiveIsReadAsItsFiles() throws IOException {
    byte[] plain = new Made().file("./data/tweets.js", POSTS).file("./data/._x", "noise").done();
    for (byte[] archive : List.of(plain, packed(plain))) {
      try (ReadTrial trial = read(archive)) {
        assertThat(trial.reader()).isEqualTo("x-archive");
        assertThat(trial.records).hasSize(1);
        assertThat(trial.records.getFirst().header().locator().part()).isEqualTo("data/tweets.js");
        assertThat(trial.text(trial.records.getFirst().header().locator())).contains("hello");
        assertThat(trial.ignored).hasSize(1);
        assertThat(trial.faults).isEmpty();
      }
    }
  }

  @Test
  void longNamesAreRead() throws IOException {
    String deep = "d".repeat(120) + "/" + "é".repeat(80) + "/tweets.js";
    for (byte[] archive :
        List.of(new Made().file(deep, POSTS).done(), new Made().gnu().file(deep, POSTS).done())) {
      try (ReadTrial trial = read(archive)) {
        assertThat(trial.records.getFirst().header().locator().part()).isEqualTo(deep);
      }
    }
  }

  @Test
  void whatLeadsOutIsALinkOrNoFileIsAFault() throws IOException {
    byte[] archive =
        new Made()
            .file("data/tweets.js", POSTS)
            .file("../../etc/cron", "x")
            .file("/etc/cron", "x")
            .file("twice.json", "{}")
            .file("twice.json", "[]")
            .special("link", TarConstants.LF_SYMLINK)
            .special("hard", TarConstants.LF_LINK)
            .special("device", TarConstants.LF_CHR)
            .special("pipe", TarConstants.LF_FIFO)
            .done();
    try (ReadTrial trial = read(archive)) {
      assertThat(trial.records).hasSize(1);
      assertThat(trial.faults)
          .extracting(f -> f.fault().code())
          .containsExactlyInAnyOrder(
              "SX-READ-PATH",
              "SX-READ-PATH",
              "SX-READ-DUPLICATE",
              "SX-READ-DUPLICATE",
              "SX-READ-LINK",
              "SX-READ-LINK",
              "SX-READ-MALFORMED",
              "SX-READ-MALFORMED");
    }
  }

  @Test
  void aCutArchiveTellsWhatIsMissing() throws IOException {
    byte[] plain =
        new Made().file("data/tweets.js", POSTS).file("data/like.js", "x".repeat(5000)).done();
    try (ReadTrial trial = read(Arrays.copyOf(plain, 3000))) {
      assertThat(trial.records).hasSize(1);
      assertThat(trial.faults).extracting(f -> f.fault().code()).containsOnly("SX-READ-TRUNCATED");
    }
  }

  @Test
  void tooManyTooLargeOrTooTightIsRefused() throws IOException {
    Made many = new Made();
    for (int i = 0; i < 20; i++) {
      many.file(i + ".json", "{}");
    }
    Path file = Files.write(folder.resolve("many.tar"), many.done());
    Limits few = new Limits(1 << 24, 10, 300, 2, 60, 1 << 20, Limits.standard().wallTime(), 9, 16);
    assertThatThrownBy(() -> ExhibitSource.open(file, few)).isInstanceOf(ReaderFault.Limit.class);
    byte[] zeros = new Made().file("a.json", " ".repeat(40 << 20)).done();
    Path tight = Files.write(folder.resolve("tight.tgz"), packed(zeros));
    assertThatThrownBy(() -> ExhibitSource.open(tight, Limits.standard()))
        .isInstanceOf(ReaderFault.Limit.class)
        .hasMessageContaining("tightly");
    Limits small = Limits.standard().withHeapMegabytes(16).withUnpacked(1L << 40, 100_000);
    assertThatThrownBy(() -> ExhibitSource.open(tight, small))
        .isInstanceOf(ReaderFault.Limit.class)
        .hasMessageContaining("too large");
  }

  @Test
  void damageGivesOnlyTypedOutcomes() throws IOException {
    byte[] plain =
        new Made().gnu().file("data/tweets.js", POSTS).file("n".repeat(200) + ".js", "[]").done();
    byte[] archive = Arrays.copyOf(plain, 6000);
    Battering.truncate(archive, "archive.tar");
    Battering.mutate(archive, "archive.tar", 29, 200);
    Battering.mutate(packed(archive), "archive.tgz", 31, 100);
    Random random = new Random(37);
    for (int i = 0; i < 200; i++) {
      byte[] hurt = archive.clone();
      // Sizes and types, where the walk could be led astray; the sum is made right again.
      int header = 512 * random.nextInt(3);
      hurt[header + 124 + random.nextInt(12)] = (byte) random.nextInt(256);
      hurt[header + 156] = (byte) "0125LxgSK7".charAt(random.nextInt(10));
      summed(hurt, header);
      Path file = Files.write(folder.resolve("hurt"), hurt);
      try (ExhibitSource source = ExhibitSource.open(file, Limits.standard())) {
        source.parts().forEach(part -> assertThat(part.size()).isLessThanOrEqualTo(hurt.length));
      } catch (ReaderFault e) {
        assertThat(e.code()).startsWith("SX-READ-");
      }
    }
  }

  private static void summed(byte[] archive, int header) {
    Arrays.fill(archive, header + 148, header + 156, (byte) ' ');
    int sum = 0;
    for (int i = header; i < header + 512; i++) {
      sum += archive[i] & 0xff;
    }
    byte[] digits = "%06o\0 ".formatted(sum).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(digits, 0, archive, header + 148, digits.length);
  }
}
