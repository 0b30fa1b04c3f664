package dev.sextant.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.terms.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a real writing process with SIGKILL at random moments, over and over on one folder, and
 * checks after each that nothing acknowledged is lost or moved and nothing published contradicted.
 */
class KillTest {
  /** What a process ends with that was killed with SIGKILL: 128 + 9. */
  private static final int KILLED = 137;

  @TempDir Path folder;

  private final LedgerKey key = LedgerKey.generate("kill.example/log", new SecureRandom());
  private final Map<Long, String> acknowledged = new HashMap<>();
  private final TreeMap<Long, Checkpoint> published = new TreeMap<>();

  @Test
  void survivesTenKills() throws Exception {
    rounds(10);
  }

  @Test
  @Tag("heavy")
  void survivesTwoHundredKills() throws Exception {
    rounds(200);
  }

  private void rounds(int rounds) throws Exception {
    long seed = new SecureRandom().nextLong();
    System.err.println("KillTest seed " + seed);
    Random random = new Random(seed);
    int silent = 0;
    int round = 0;
    // On a machine so slow that most are killed before they said enough, more of them are killed.
    for (; round < rounds || little(rounds) && round < 20 * rounds; round++) {
      int before = acknowledged.size();
      runAndKill(random);
      silent += acknowledged.size() == before ? 1 : 0;
      if (Files.exists(folder.resolve("log/checkpoint"))) {
        remember(Files.readAllBytes(folder.resolve("log/checkpoint")));
      }
      // In half of the rounds the next child meets the folder as the kill left it.
      if (random.nextBoolean() || round >= rounds - 1) {
        verify("seed " + seed + " round " + round);
      }
    }
    System.err.printf(
        "KillTest: %d kills, %d before any answer, %d entries acknowledged, %d checkpoints%n",
        round, silent, acknowledged.size(), published.size());
    assertThat(acknowledged.size()).isGreaterThan(rounds);
    assertThat(published.size()).isGreaterThan(rounds / 2);
  }

  private boolean little(int rounds) {
    return acknowledged.size() <= rounds || published.size() <= rounds / 2;
  }

  @Test
  void secondProcessIsRefusedWhileTheFirstLives() throws Exception {
    Process child = start(List.of(), 1);
    try (InputStream out = child.getInputStream()) {
      assertThat(out.read()).isNotNegative();
      assertThatThrownBy(() -> Ledger.open(folder.resolve("log"), key, Clock.systemUTC()))
          .isInstanceOf(LedgerFault.Locked.class);
      assertThat(child.toHandle().destroyForcibly()).isTrue();
      assertThat(child.waitFor()).isEqualTo(KILLED);
    }
    Ledger.open(folder.resolve("log"), key, Clock.systemUTC()).close();
  }

  @Test
  void diskThatRefusesInMidWriteLosesNothingAcknowledged() throws Exception {
    Path shell = Path.of("/bin/sh");
    Assumptions.assumeTrue(Files.isExecutable(shell), "skipped: no /bin/sh to set a limit with");
    // A file may grow to 1 MiB (2048 blocks of 512 bytes); the write beyond it fails half-way.
    Process child = start(List.of(shell.toString(), "-c", "ulimit -f 2048; exec \"$0\" \"$@\""), 2);
    try (InputStream out = child.getInputStream()) {
      String said = new String(out.readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(child.waitFor()).isEqualTo(1);
      assertThat(Files.readString(folder.resolve("errors"))).contains("LedgerFault$Storage");
      hear(said);
    }
    assertThat(acknowledged).isNotEmpty();
    verify("after the disk refused");
  }

  private Process start(List<String> before, long seed) throws Exception {
    List<String> command = new ArrayList<>(before);
    command.addAll(
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Xmx256m",
            "-cp",
            classes(Ledger.class) + System.getProperty("path.separator") + classes(KillChild.class),
            KillChild.class.getName(),
            folder.resolve("log").toString(),
            key.signer().secretText(),
            Long.toString(seed)));
    return new ProcessBuilder(command).redirectError(folder.resolve("errors").toFile()).start();
  }

  private void runAndKill(Random random) throws Exception {
    Path errors = folder.resolve("errors");
    Process child = start(List.of(), random.nextLong());
    try (InputStream out = child.getInputStream()) {
      boolean afterAnswer = random.nextInt(4) != 0;
      int delay = afterAnswer ? random.nextInt(150) : random.nextInt(500);
      CompletableFuture<byte[]> said = new CompletableFuture<>();
      CompletableFuture<Void> first = new CompletableFuture<>();
      Thread.ofPlatform().start(() -> listen(out, first, said));
      if (afterAnswer) {
        first.get(60, TimeUnit.SECONDS);
      }
      Thread.sleep(delay);
      // Through the handle: Process.destroyForcibly would also close the pipe, and with it lose
      // answers that were given before the kill.
      assertThat(child.toHandle().destroyForcibly()).isTrue();
      assertThat(child.waitFor()).as(Files.readString(errors)).isEqualTo(KILLED);
      hear(new String(said.get(60, TimeUnit.SECONDS), StandardCharsets.US_ASCII));
    }
  }

  private static void listen(
      InputStream out, CompletableFuture<Void> first, CompletableFuture<byte[]> said) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    try {
      for (int n = out.read(buffer); n >= 0; n = out.read(buffer)) {
        all.write(buffer, 0, n);
        first.complete(null);
      }
      // A child that ends without a word must not hang the test.
      first.complete(null);
      said.complete(all.toByteArray());
    } catch (IOException e) {
      first.completeExceptionally(e);
      said.completeExceptionally(e);
    }
  }

  private void hear(String said) {
    // A last line without its end was cut by the kill.
    String whole = said.substring(0, said.lastIndexOf('\n') + 1);
    for (String line : whole.split("\n")) {
      String[] words = line.split(" ");
      if (words[0].equals("ack")) {
        String former = acknowledged.put(Long.parseLong(words[1]), words[2]);
        assertThat(former).as("index " + words[1] + " given twice").isNull();
      } else if (words[0].equals("cp")) {
        remember(Base64.getDecoder().decode(words[1]));
      }
    }
  }

  private void remember(byte[] bytes) {
    Checkpoint checkpoint = Checkpoint.parse(bytes).verify(key.verifier());
    Checkpoint former = published.put(checkpoint.size(), checkpoint);
    if (former != null) {
      assertThat(checkpoint.root())
          .as("two roots at " + checkpoint.size())
          .isEqualTo(former.root());
    }
  }

  private void verify(String when) {
    Path log = folder.resolve("log");
    try (Ledger ledger = Ledger.open(log, key, Clock.systemUTC())) {
      remember(ledger.checkpoint().bytes());
    }
    LedgerView view = LedgerView.open(log);
    CheckReport report =
        new LedgerChecker(null, WitnessPolicy.NONE, List.copyOf(published.values())).check(view);
    assertThat(report.flaws()).as(when).isEmpty();
    assertThat(report.earlier()).as(when).isEqualTo(published.size());
    Map<Long, String> found = new HashMap<>();
    for (long bundle = 0; bundle * 256 < report.size(); bundle++) {
      int width = (int) Math.min(256, report.size() - bundle * 256);
      ByteBuffer in = ByteBuffer.wrap(view.entries(bundle, width));
      for (int i = 0; i < width; i++) {
        byte[] entry = new byte[Short.toUnsignedInt(in.getShort())];
        in.get(entry);
        found.put(bundle * 256 + i, Digest.of(entry).hex());
      }
    }
    assertThat(found).as(when).containsAllEntriesOf(acknowledged);
  }

  private static String classes(Class<?> of) throws URISyntaxException {
    return Path.of(of.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }
}
