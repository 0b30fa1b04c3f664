package dev.sextant.records.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of content that has to be unpacked or opened elsewhere first. */
class WrappingTest {
  @TempDir Path folder;

  private static ReaderFault refused(Path path) {
    try (ReadTrial trial = ReadTrial.of(path)) {
      return trial.outcome().stopped().orElseThrow();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a.json.gz, 1f8b0800, gzip, unpack it",
    "a.bz2, 425a6839, bzip2, unpack it",
    "a.xz, fd377a585a00, xz, unpack it",
    "a.7z, 377abcaf271c0004, 7z, unpack it",
    "a.rar, 526172211a070100, RAR, unpack it",
    "msgstore.db, 53514c69746520666f726d6174203300, SQLite, UFDR",
    "mail.pst, 2142444e, Outlook, mbox",
    "a.msg, d0cf11e0a1b11ae1, Outlook message, eml",
    "a.plist, 62706c6973743030, property list, JSON",
    "msgstore.db.crypt15, 0102030405, sealed backup of WhatsApp, key"
  })
  void saysWhatItIsAndWhatToDo(String name, String start, String what, String cure)
      throws IOException {
    byte[] bytes = Arrays.copyOf(HexFormat.of().parseHex(start), 300);
    ReaderFault fault = refused(Files.write(folder.resolve(name), bytes));
    assertThat(fault.code()).isEqualTo("SX-READ-UNKNOWN");
    assertThat(fault.what()).contains(what);
    assertThat(fault.cure()).contains(cure);
  }

  @Test
  void aZipWithinAZip() throws IOException {
    Path zip = folder.resolve("out.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("in.zip"));
      out.write(HexFormat.of().parseHex("504b030414000000"));
      out.closeEntry();
    }
    ReaderFault fault = refused(zip);
    assertThat(fault.what()).isEqualTo("a zip within the exhibit");
    assertThat(fault.place()).endsWith("!/in.zip");
  }

  @Test
  void nothingAtAll() throws IOException {
    assertThat(refused(Files.createFile(folder.resolve("empty.json"))).what())
        .isEqualTo("there is not one byte in it");
    assertThat(refused(Files.createDirectory(folder.resolve("none"))).what())
        .isEqualTo("there is no file in it");
  }
}
