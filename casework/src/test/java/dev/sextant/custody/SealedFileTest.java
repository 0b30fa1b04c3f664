package dev.sextant.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.custody.store.SealedFolder;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Progress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedFileTest {
  private static final int CHUNK = SealedFormat.CHUNK_BYTES;
  private static final int STRIDE = CHUNK + SealedFormat.TAG_BYTES;

  @TempDir Path temporary;
  private final byte[] caseKey = new byte[32];
  private SealedFolder folder;

  @BeforeEach
  void start() {
    new Random(1).nextBytes(caseKey);
    folder = new SealedFolder(temporary.resolve("exhibits"));
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private SealedFolder.Incoming seal(byte[] bytes) {
    return folder.write(
        CaseId.random(), caseKey, new ByteArrayInputStream(bytes), Progress.silent());
  }

  private byte[] key(Path file) {
    return SealedFormat.exhibitKey(caseKey, folder.salt(file));
  }

  private byte[] read(Path file) throws IOException {
    return read(file, key(file));
  }

  private static byte[] read(Path file, byte[] key) throws IOException {
    try (SeekableByteChannel in = SealedFile.open(file, key)) {
      ByteBuffer all = ByteBuffer.allocate((int) in.size());
      while (all.hasRemaining() && in.read(all) >= 0) {
        // Short reads are allowed; the loop makes them whole.
      }
      return all.array();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK - 1, 2 * CHUNK, 2 * CHUNK + 1})
  void roundTripAtChunkBorders(int length) throws IOException {
    byte[] bytes = bytes(length);
    SealedFolder.Incoming incoming = seal(bytes);
    assertThat(incoming.digest()).isEqualTo(Digest.of(bytes));
    assertThat(incoming.bytes()).isEqualTo(length);
    int chunks = Math.max(1, (length + CHUNK - 1) / CHUNK);
    assertThat(Files.size(incoming.file()))
        .isEqualTo(SealedFormat.HEADER_BYTES + length + (long) chunks * SealedFormat.TAG_BYTES);
    assertThat(read(incoming.file())).isEqualTo(bytes);
  }

  @Test
  void aStreamThatComesInDropsIsSealedAlike() throws IOException {
    byte[] bytes = bytes(2 * CHUNK + 99);
    InputStream drops =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] into, int from, int length) {
            return super.read(into, from, Math.min(length, 777));
          }
        };
    SealedFolder.Incoming incoming =
        folder.write(CaseId.random(), caseKey, drops, Progress.silent());
    assertThat(incoming.digest()).isEqualTo(Digest.of(bytes));
    assertThat(read(incoming.file())).isEqualTo(bytes);
  }

  @Test
  void anyFlippedByteIsDetected() throws IOException {
    Path file = seal(bytes(500)).file();
    byte[] sealed = Files.readAllBytes(file);
    byte[] key = key(file);
    Path copy = temporary.resolve("copy");
    for (int i = 0; i < sealed.length; i++) {
      byte[] altered = sealed.clone();
      altered[i] ^= (byte) (1 << (i % 8));
      Files.write(copy, altered);
      assertThatThrownBy(() -> read(copy, key))
          .as("byte %d", i)
          .isInstanceOf(CustodyFault.Altered.class);
    }
  }

  @Test
  void aFlippedByteInAnyChunkIsDetectedThereAndOnlyThere() throws IOException {
    byte[] bytes = bytes(3 * CHUNK + 10);
    Path file = seal(bytes).file();
    byte[] sealed = Files.readAllBytes(file);
    byte[] key = key(file);
    Path copy = temporary.resolve("copy");
    sealed[SealedFormat.HEADER_BYTES + STRIDE + 5] ^= 1;
    Files.write(copy, sealed);
    try (SeekableByteChannel in = SealedFile.open(copy, key)) {
      ByteBuffer some = ByteBuffer.allocate(CHUNK);
      assertThat(in.read(some)).isEqualTo(CHUNK);
      assertThat(some.array()).isEqualTo(Arrays.copyOf(bytes, CHUNK));
      assertThatThrownBy(() -> in.read(ByteBuffer.allocate(1)))
          .isInstanceOf(CustodyFault.Altered.class);
      in.position(2L * CHUNK);
      some.clear();
      assertThat(in.read(some)).isEqualTo(CHUNK);
      assertThat(some.array()).isEqualTo(Arrays.copyOfRange(bytes, 2 * CHUNK, 3 * CHUNK));
    }
  }

  @Test
  void aFileCutShortOrLengthenedDoesNotOpen() throws IOException {
    Path file = seal(bytes(2 * CHUNK)).file();
    byte[] sealed = Files.readAllBytes(file);
    byte[] key = key(file);
    Path copy = temporary.resolve("copy");
    int[] lengths = {
      0,
      10,
      63,
      64,
      70,
      80,
      SealedFormat.HEADER_BYTES + STRIDE,
      SealedFormat.HEADER_BYTES + STRIDE + 16,
      sealed.length - 1,
      sealed.length - 17,
      sealed.length + 1,
      sealed.length + 17
    };
    for (int length : lengths) {
      Files.write(copy, Arrays.copyOf(sealed, length));
      assertThatThrownBy(() -> SealedFile.open(copy, key).close())
          .as("length %d", length)
          .isInstanceOf(CustodyFault.Altered.class);
    }
  }

  @Test
  void chunksCannotBeSwappedOrLeftOut() throws IOException {
    byte[] sealed = Files.readAllBytes(seal(bytes(3 * CHUNK)).file());
    byte[] key = SealedFormat.exhibitKey(caseKey, SealedFormat.salt(sealed));
    Path copy = temporary.resolve("copy");
    byte[] swapped = sealed.clone();
    int first = SealedFormat.HEADER_BYTES;
    System.arraycopy(sealed, first, swapped, first + STRIDE, STRIDE);
    System.arraycopy(sealed, first + STRIDE, swapped, first, STRIDE);
    Files.write(copy, swapped);
    assertThatThrownBy(() -> read(copy, key)).isInstanceOf(CustodyFault.Altered.class);
    byte[] shorter = Arrays.copyOf(sealed, sealed.length - STRIDE);
    System.arraycopy(sealed, first + STRIDE, shorter, first, 2 * STRIDE);
    Files.write(copy, shorter);
    assertThatThrownBy(() -> read(copy, key)).isInstanceOf(CustodyFault.Altered.class);
  }

  @Test
  void anotherCasesKeyFailsAtOnce() {
    Path file = seal(bytes(10)).file();
    byte[] other = new byte[32];
    byte[] wrong = SealedFormat.exhibitKey(other, folder.salt(file));
    assertThatThrownBy(() -> SealedFile.open(file, wrong).close())
        .isInstanceOfSatisfying(
            CustodyFault.Altered.class, e -> assertThat(e.what()).contains("key"));
  }

  @Test
  void randomAccessEqualsTheNaiveWay() throws IOException {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    byte[] bytes = bytes(5 * CHUNK + 4321);
    Path file = seal(bytes).file();
    try (SeekableByteChannel in = SealedFile.open(file, key(file))) {
      for (int round = 0; round < 500; round++) {
        int from = random.nextInt(bytes.length + 100);
        int length = random.nextInt(2 * CHUNK);
        ByteBuffer some = ByteBuffer.allocate(length);
        in.position(from);
        int got = 0;
        for (int n = 0; some.hasRemaining() && n >= 0; got += Math.max(n, 0)) {
          n = in.read(some);
        }
        byte[] expected =
            from >= bytes.length
                ? new byte[0]
                : Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + length));
        assertThat(Arrays.copyOf(some.array(), got))
            .as("seed %d round %d", seed, round)
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void nobodyWritesThroughTheChannel() throws IOException {
    Path file = seal(bytes(10)).file();
    try (SeekableByteChannel in = SealedFile.open(file, key(file))) {
      assertThatThrownBy(() -> in.write(ByteBuffer.allocate(1)))
          .isInstanceOf(NonWritableChannelException.class);
      assertThatThrownBy(() -> in.truncate(1)).isInstanceOf(NonWritableChannelException.class);
    }
  }

  @Test
  void aPlaceIsTakenOnce() {
    CaseId of = CaseId.random();
    SealedFolder.Incoming first =
        folder.write(of, caseKey, new ByteArrayInputStream(bytes(10)), Progress.silent());
    SealedFolder.Incoming second =
        folder.write(of, caseKey, new ByteArrayInputStream(bytes(11)), Progress.silent());
    String name = "a".repeat(64);
    folder.settle(of, first, name);
    assertThatThrownBy(() -> folder.settle(of, second, name))
        .isInstanceOf(CustodyFault.Storage.class);
  }

  @Test
  @Tag("heavy")
  void fiveGigabytesPassInAnEighthOfAGigabyte() throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                BigSeal.class.getName(),
                temporary.toString(),
                Long.toString(5L << 30))
            .redirectErrorStream(true)
            .start();
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(child.waitFor()).as(said).isZero();
    assertThat(said).contains("same digest");
  }
}
