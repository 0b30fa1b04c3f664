package dev.sextant.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerCheckerTest {
  private static final int SIZE = 66_000;

  @TempDir Path folder;
  private final List<Checkpoint> earlier = new ArrayList<>();
  private final SignerKey witnessKey =
      SignerKey.generate("w.example", VerifierKey.Kind.COSIGNATURE, new SecureRandom());

  @BeforeEach
  void fill() throws InterruptedException {
    try (Witness witness =
            Witness.open(
                folder.resolve("w"),
                witnessKey,
                List.of(LedgerTest.KEY.verifier()),
                Clock.systemUTC());
        Ledger ledger = Ledger.open(folder.resolve("log"), LedgerTest.KEY, Clock.systemUTC())) {
      ledger.attach(witness);
      earlier.add(ledger.checkpoint());
      // Three levels of tiles: 66,000 entries make 257 full tiles and one full tile of level 1.
      for (int to : new int[] {1, 255, 256, 257, 1000, 65_535, 65_536, 65_537, SIZE}) {
        Appending.append(ledger, to);
        earlier.add(ledger.checkpoint());
      }
    }
  }

  private CheckReport check(LedgerView view) {
    return new LedgerChecker(
            LedgerTest.KEY.verifier(),
            new WitnessPolicy(List.of(witnessKey.verifier()), 1),
            earlier)
        .check(view);
  }

  @Test
  void soundLogIsOkAndItsRootIsThatOfTheNaiveFold() throws IOException {
    LedgerView view = LedgerView.open(folder.resolve("log"));
    CheckReport report = check(view);
    assertThat(report.flaws()).isEmpty();
    assertThat(report.size()).isEqualTo(SIZE);
    assertThat(report.root()).contains(earlier.getLast().root());
    assertThat(report.earlier()).isEqualTo(earlier.size());
    assertThat(report.cosigners()).containsExactly("w.example");
    assertThat(report.signed()).isTrue();
    assertThat(report.tiles()).isEqualTo(258 + 2 + 1);
    // Partial tiles whose full tile stands are gone.
    assertThat(folder.resolve("log/tile/0/000.p")).doesNotExist();
    assertThat(folder.resolve("log/tile/entries/000.p")).doesNotExist();
  }

  @Test
  void anyAlteredFileIsFound() throws IOException {
    long seed = new SecureRandom().nextLong();
    System.err.println("LedgerCheckerTest seed " + seed);
    Random random = new Random(seed);
    List<Path> published = new ArrayList<>();
    Path log = folder.resolve("log");
    try (Stream<Path> files = Files.walk(log.resolve("tile"))) {
      // Stale partial tiles of earlier checkpoints are not part of the published tree.
      files
          .filter(Files::isRegularFile)
          .filter(f -> !f.toString().contains(".p/") || current(log.relativize(f).toString()))
          .forEach(published::add);
    }
    published.sort(null);
    List<Path> chosen = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      chosen.add(published.get(random.nextInt(published.size())));
    }
    chosen.add(log.resolve("tile/1/000"));
    chosen.add(log.resolve("tile/2/000.p/1"));
    chosen.add(log.resolve("tile/entries/257.p/208"));
    chosen.add(log.resolve("checkpoint"));
    for (Path file : chosen) {
      byte[] good = Files.readAllBytes(file);
      byte[] bad = good.clone();
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, bad);
      CheckReport report = check(LedgerView.of(log));
      assertThat(report.ok()).as("altered " + file).isFalse();
      Files.write(file, Arrays.copyOf(good, good.length - 1));
      assertThat(check(LedgerView.of(log)).ok()).as("cut " + file).isFalse();
      Files.delete(file);
      assertThat(check(LedgerView.of(log)).ok()).as("missing " + file).isFalse();
      Files.write(file, good);
    }
    assertThat(check(LedgerView.of(log)).ok()).isTrue();
  }

  private static boolean current(String name) {
    return List.of("tile/0/257.p/208", "tile/1/001.p/1", "tile/2/000.p/1", "tile/entries/257.p/208")
        .contains(name);
  }

  @Test
  void saysWhichEntryIsBad() throws IOException {
    // Callers ran side by side, so the entry may be anywhere in its batch, in another bundle even.
    LedgerView view = LedgerView.open(folder.resolve("log"));
    long index =
        LongStream.range(257, 1000)
            .filter(i -> Arrays.equals(view.entry(i), LedgerTest.entry(900)))
            .findFirst()
            .orElseThrow();
    Path bundle =
        folder.resolve("log/tile/entries").resolve(String.format(Locale.ROOT, "%03d", index / 256));
    byte[] bytes = Files.readAllBytes(bundle);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    bytes[text.indexOf("entry 900")] = 'E';
    Files.write(bundle, bytes);
    CheckReport report = check(view);
    assertThat(report.flaws()).singleElement().extracting(Flaw::place).isEqualTo("entry " + index);
  }

  @Test
  void rewrittenHistoryContradictsAnEarlierCheckpoint() throws InterruptedException {
    Path other = folder.resolve("other");
    try (Ledger ledger = Ledger.open(other, LedgerTest.KEY, Clock.systemUTC())) {
      ledger.append(new byte[] {1});
      Appending.append(ledger, 400);
      ledger.checkpoint();
    }
    List<Checkpoint> held = earlier.subList(2, 4);
    CheckReport report =
        new LedgerChecker(LedgerTest.KEY.verifier(), WitnessPolicy.NONE, held)
            .check(LedgerView.open(other));
    assertThat(report.flaws()).singleElement().asString().contains("altered or forked");
    CheckReport shrunk =
        new LedgerChecker(null, WitnessPolicy.NONE, earlier.subList(6, 7))
            .check(LedgerView.open(other));
    assertThat(shrunk.flaws()).singleElement().asString().contains("rolled back");
    assertThat(shrunk.signed()).isFalse();
  }

  @Test
  void missingCosignatureAndForeignKeyAreFlaws() {
    LedgerView view = LedgerView.open(folder.resolve("log"));
    SignerKey stranger =
        SignerKey.generate("x.example", VerifierKey.Kind.COSIGNATURE, new SecureRandom());
    assertThat(
            new LedgerChecker(
                    LedgerTest.KEY.verifier(),
                    new WitnessPolicy(List.of(stranger.verifier()), 1),
                    List.of())
                .check(view)
                .ok())
        .isFalse();
    assertThat(
            new LedgerChecker(
                    LedgerKey.generate("test.example/log", new SecureRandom()).verifier(),
                    WitnessPolicy.NONE,
                    List.of())
                .check(view)
                .ok())
        .isFalse();
  }

  @Test
  void proofsForEverySizeComeFromThePublishedTiles() {
    LedgerView view = LedgerView.open(folder.resolve("log"));
    Random random = new Random(7);
    for (Checkpoint old : earlier.subList(1, earlier.size())) {
      List<byte[]> path = view.consistency(old.size(), SIZE).stream().map(d -> d.bytes()).toList();
      assertThat(
              Merkle.consistent(
                  old.size(), SIZE, old.root().bytes(), earlier.getLast().root().bytes(), path))
          .isTrue();
      long index = random.nextLong(old.size());
      List<byte[]> audit = view.inclusion(index, old.size()).stream().map(d -> d.bytes()).toList();
      assertThat(
              Merkle.includes(
                  index, old.size(), Merkle.leafHash(view.entry(index)), audit, old.root().bytes()))
          .isTrue();
    }
  }
}
