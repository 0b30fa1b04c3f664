package dev.sextant.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.authority.Act;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.custody.CustodyEntry.Touch;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustodyTest {
  private static final int CHUNK = SealedFormat.CHUNK_BYTES;

  private TestHouse house;
  private Permit permit;

  @BeforeAll
  void start() {
    house = TestHouse.start();
    permit = fresh();
  }

  @AfterAll
  void stop() {
    house.close();
  }

  private Permit fresh() {
    Selector email = Selector.of(SelectorType.EMAIL, "a@example.org");
    return house.permit(Set.of(email), Set.of(Platform.X), TestHouse.WIDE);
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 17})
  void whatGoesInComesOut(int length) throws IOException {
    byte[] bytes = bytes(length);
    Exhibit exhibit = house.seal(permit, "file-" + length, bytes);
    assertThat(exhibit.digest()).isEqualTo(Digest.of(bytes));
    assertThat(exhibit.bytes()).isEqualTo(length);
    try (Act act = permit.begin(Step.VIEW, Particulars.none());
        SeekableByteChannel in = house.custody().open(act, exhibit.id())) {
      ByteBuffer all = ByteBuffer.allocate(length + 1);
      while (all.hasRemaining() && in.read(all) >= 0) {}
      assertThat(all.position()).isEqualTo(length);
      assertThat(Arrays.copyOf(all.array(), length)).isEqualTo(bytes);
      act.done(exhibit.digest());
    }
    assertThat(house.custody().verify(permit, exhibit.id())).isEqualTo(exhibit.digest());
    assertThat(house.custody().exhibit(permit, exhibit.id())).isEqualTo(exhibit);
  }

  @Test
  void everyTouchIsInTheChainAndInTheLog() throws IOException {
    Exhibit exhibit =
        house.seal(permit, "chain.txt", "chain of custody".getBytes(StandardCharsets.UTF_8));
    try (Act act = permit.begin(Step.VIEW, Particulars.none())) {
      house.custody().open(act, exhibit.id()).close();
      house.custody().sealedFile(act, exhibit.id());
      act.done();
    }
    house.custody().verify(permit, exhibit.id());
    List<CustodyEntry> chain = house.custody().chain(permit, exhibit.id());
    assertThat(chain)
        .extracting(CustodyEntry::touch)
        .containsExactly(Touch.SEALED, Touch.OPENED, Touch.READ, Touch.VERIFIED);
    assertThat(chain).extracting(CustodyEntry::number).containsExactly(1, 2, 3, 4);
    assertThat(chain.getFirst().acquisition()).isEqualTo(exhibit.acquisition());
    for (CustodyEntry entry : chain) {
      assertThat(
              house.cases().acts(house.officer(), permit.caseId(), entry.by().leaf(), 1).getFirst())
          .satisfies(logged ->
              assertThat(logged.entry()).containsEntry("act", entry.by().act().toString()));
    }
  }

  @Test
  void theSameBytesAreKeptOnce() throws IOException {
    Permit own = fresh();
    Exhibit first = house.seal(own, "one.txt", "twice".getBytes(StandardCharsets.UTF_8));
    Exhibit second = house.seal(own, "two.txt", "twice".getBytes(StandardCharsets.UTF_8));
    assertThat(second).isEqualTo(first);
    assertThat(house.custody().exhibits(own)).containsExactly(first);
    List<CustodyEntry> chain = house.custody().chain(own, first.id());
    assertThat(chain)
        .extracting(CustodyEntry::touch)
        .containsExactly(Touch.SEALED, Touch.SEALED_AGAIN);
    assertThat(chain.getLast().acquisition())
        .satisfies(how -> assertThat(how).extracting("sourceName").isEqualTo("two.txt"));
    assertThat(files(own)).hasSize(1);
  }

  @Test
  void theSameBytesInTwoCasesShareNothing() throws IOException {
    Permit one = fresh();
    Permit two = fresh();
    Exhibit first = house.seal(one, "same.txt", "same bytes".getBytes(StandardCharsets.UTF_8));
    Exhibit second = house.seal(two, "same.txt", "same bytes".getBytes(StandardCharsets.UTF_8));
    assertThat(first.id()).isNotEqualTo(second.id());
    assertThat(first.digest()).isEqualTo(second.digest());
    Path a = files(one).getFirst();
    Path b = files(two).getFirst();
    assertThat(a.getFileName()).isNotEqualTo(b.getFileName());
    assertThat(Files.mismatch(a, b)).isNotEqualTo(-1);
    assertThatThrownBy(() -> house.custody().exhibit(two, first.id()))
        .isInstanceOf(CustodyFault.Unknown.class);
  }

  @Test
  void nothingOfTheBytesOrTheirNameLiesOpenOnDisk() throws IOException {
    Permit own = fresh();
    house.seal(
        own, "planted-name.txt", "planted-content".repeat(10).getBytes(StandardCharsets.UTF_8));
    for (Path file : files(own)) {
      assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
          .doesNotContain("planted");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("r--------");
    }
  }

  @Test
  void aBrokenStreamLeavesNothing() throws IOException {
    Permit own = fresh();
    InputStream broken =
        new SequenceInputStream(
            new ByteArrayInputStream(bytes(3 * CHUNK)),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("the source broke off");
              }
            });
    Acquisition how =
        new Acquisition("WITNESS", "usb/1", own.actor(), house.clock().instant(), "x.zip", null);
    assertThatThrownBy(() -> house.custody().seal(own, how, broken, Progress.silent()))
        .isInstanceOf(CustodyFault.Storage.class);
    assertThat(house.custody().exhibits(own)).isEmpty();
    assertThat(files(own)).isEmpty();
  }

  @Test
  void anAlteredFileIsFoundAndSaidInTheChain() throws IOException {
    Permit own = fresh();
    Exhibit exhibit = house.seal(own, "altered.bin", bytes(2 * CHUNK + 5));
    Path file = files(own).getFirst();
    byte[] sealed = Files.readAllBytes(file);
    sealed[SealedFormat.HEADER_BYTES + CHUNK / 2] ^= 1;
    Files.delete(file);
    Files.write(file, sealed);
    assertThatThrownBy(() -> house.custody().verify(own, exhibit.id()))
        .isInstanceOf(CustodyFault.Altered.class);
    assertThat(house.custody().chain(own, exhibit.id()).getLast().touch())
        .isEqualTo(Touch.FAILED_VERIFICATION);
  }

  private List<Path> files(Permit of) throws IOException {
    Path folder = house.home().resolve("exhibits").resolve(of.caseId().toString());
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
