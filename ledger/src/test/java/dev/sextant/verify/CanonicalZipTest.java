package dev.sextant.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanonicalZipTest {
  @TempDir Path folder;

  private static void write(Path zip, Map<String, byte[]> contents) {
    Map<String, CanonicalZip.Source> sources = new LinkedHashMap<>();
    contents.forEach((name, bytes) -> sources.put(name, () -> new ByteArrayInputStream(bytes)));
    CanonicalZip.write(zip, sources);
  }

  @Provide
  Arbitrary<Map<String, byte[]>> contents() {
    Arbitrary<String> names =
        Arbitraries.strings()
            .withChars("abz09-_ äß漢/")
            .ofMinLength(1)
            .ofMaxLength(12)
            .filter(name ->
                List.of(name.split("/", -1)).stream()
                    .noneMatch(p -> p.isEmpty() || p.equals(".") || p.equals("..")));
    Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(200);
    return Arbitraries.maps(names, bytes).ofMaxSize(8);
  }

  @Property(tries = 200)
  void readsBackAndOtherProgramsReadItToo(@ForAll("contents") Map<String, byte[]> contents)
      throws IOException {
    Path zip = Files.createTempFile("canonical", ".zip");
    try {
      write(zip, contents);
      byte[] once = Files.readAllBytes(zip);
      try (CanonicalZip open = CanonicalZip.open(zip)) {
        assertThat(open.names()).containsExactlyInAnyOrderElementsOf(contents.keySet());
        for (String name : open.names()) {
          assertThat(open.read(name, 1000)).isEqualTo(contents.get(name));
        }
      }
      if (!contents.isEmpty()) {
        try (ZipFile jdk = new ZipFile(zip.toFile(), UTF_8)) {
          assertThat(jdk.size()).isEqualTo(contents.size());
          for (Map.Entry<String, byte[]> one : contents.entrySet()) {
            ZipEntry entry = jdk.getEntry(one.getKey());
            assertThat(entry).isNotNull();
            try (InputStream in = jdk.getInputStream(entry)) {
              assertThat(in.readAllBytes()).isEqualTo(one.getValue());
            }
          }
        }
      }
      // The order in which contents are given makes no difference.
      write(zip, new TreeMap<>(contents).descendingMap());
      assertThat(Files.readAllBytes(zip)).isEqualTo(once);
    } finally {
      Files.delete(zip);
    }
  }

  @Test
  void sameContentsInAnySpellingOfOthersAreRefused() throws IOException {
    Path zip = folder.resolve("other.zip");
    Files.write(zip, ordinaryZip(ZipEntry.DEFLATED));
    assertThatThrownBy(() -> CanonicalZip.open(zip)).isInstanceOf(VerifyFault.BadZip.class);
    Files.write(zip, ordinaryZip(ZipEntry.STORED));
    assertThatThrownBy(() -> CanonicalZip.open(zip))
        .isInstanceOfSatisfying(
            VerifyFault.BadZip.class, e -> assertThat(e.place()).startsWith("byte "));
  }

  private static byte[] ordinaryZip(int method) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] content = "content".getBytes(UTF_8);
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      ZipEntry entry = new ZipEntry("a.txt");
      entry.setMethod(method);
      if (method == ZipEntry.STORED) {
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
      }
      out.putNextEntry(entry);
      out.write(content);
      out.closeEntry();
    }
    return bytes.toByteArray();
  }

  @Test
  void namesThatAreNoPlainRelativePathsAreRefused() {
    for (String name :
        List.of("", "/a", "a/", "a//b", "../a", "a/../b", "./a", "a\\b", "c:a", "a\nb", "a\0")) {
      assertThatThrownBy(() -> write(folder.resolve("x.zip"), Map.of(name, new byte[1])))
          .as(name)
          .isInstanceOf(VerifyFault.BadZip.class);
    }
    assertThatThrownBy(() -> write(folder.resolve("x.zip"), Map.of("a\uD800", new byte[1])))
        .isInstanceOf(VerifyFault.BadZip.class);
  }

  @Test
  void swappedOrDoubledRecordsAreRefused() throws IOException {
    Path zip = folder.resolve("two.zip");
    write(zip, Map.of("a", new byte[] {1, 2, 3}, "b", new byte[] {4, 5, 6}));
    byte[] good = Files.readAllBytes(zip);
    int local = 30 + 1 + 3;
    byte[] swapped = good.clone();
    System.arraycopy(good, local, swapped, 0, local);
    System.arraycopy(good, 0, swapped, local, local);
    Files.write(zip, swapped);
    assertThatThrownBy(() -> CanonicalZip.open(zip)).isInstanceOf(VerifyFault.BadZip.class);
    byte[] both = good.clone();
    both[30] = 'b';
    both[2 * local + 46] = 'b';
    Files.write(zip, both);
    assertThatThrownBy(() -> CanonicalZip.open(zip))
        .isInstanceOfSatisfying(
            VerifyFault.BadZip.class, e -> assertThat(e.what()).contains("twice"));
  }

  @Test
  void everyFlippedBitIsFound() throws IOException {
    Path zip = folder.resolve("bits.zip");
    write(zip, Map.of("a/b.txt", "hello".getBytes(UTF_8), "ä", new byte[0]));
    byte[] good = Files.readAllBytes(zip);
    for (int bit = 0; bit < good.length * 8; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << (bit % 8));
      Files.write(zip, bad);
      assertThatThrownBy(() -> CanonicalZip.open(zip))
          .as("bit " + bit)
          .isInstanceOf(VerifyFault.BadZip.class);
    }
  }

  @Test
  void garbageNeverRaisesAnythingElse() throws IOException {
    Path zip = folder.resolve("garbage.zip");
    java.util.Random random = new java.util.Random(42);
    write(zip, Map.of("a", new byte[] {1}, "b", new byte[] {2}));
    byte[] good = Files.readAllBytes(zip);
    for (int i = 0; i < 3000; i++) {
      byte[] bad = Arrays.copyOf(good, good.length - random.nextInt(3));
      for (int n = 1 + random.nextInt(4); n > 0; n--) {
        int at = Math.max(0, bad.length - 1 - random.nextInt(bad.length));
        bad[at] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt(256));
      }
      if (Arrays.equals(bad, good)) {
        continue;
      }
      Files.write(zip, bad);
      assertThatThrownBy(() -> CanonicalZip.open(zip)).isInstanceOf(VerifyFault.BadZip.class);
    }
  }
}
