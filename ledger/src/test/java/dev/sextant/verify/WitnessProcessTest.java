package dev.sextant.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.ledger.Checkpoint;
import dev.sextant.ledger.CheckpointArchive;
import dev.sextant.ledger.HttpWitness;
import dev.sextant.ledger.Ledger;
import dev.sextant.ledger.LedgerFault;
import dev.sextant.ledger.LedgerKey;
import dev.sextant.ledger.TrustPolicy;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.ledger.WitnessFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A witness as a process of its own, asked over HTTP, and killed. */
class WitnessProcessTest {
  @TempDir private Path folder;
  private final LedgerKey logKey = LedgerKey.generate("test/log", new SecureRandom());
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() {
    started.forEach(Process::destroyForcibly);
  }

  private record Running(Process process, URI url) {}

  private Running start() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.sextant.verify.Main",
                "witness",
                folder.resolve("witness").toString(),
                "--name",
                "test/witness",
                "--log",
                logKey.verifier().text(),
                "--port",
                "0",
                "--with-parent")
            .redirectErrorStream(true)
            .start();
    started.add(process);
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder said = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("listening ")) {
        return new Running(process, URI.create(line.substring("listening ".length())));
      }
      said.append(line).append('\n');
    }
    throw new AssertionError("the witness said " + said);
  }

  private HttpWitness asked(Running running) throws IOException {
    VerifierKey key =
        VerifierKey.parse(
            Files.readString(new WitnessFolder(folder.resolve("witness")).verifier()).strip());
    return new HttpWitness(key, running.url(), Duration.ofMinutes(1));
  }

  private static void append(Ledger ledger, int from, int to) {
    for (int i = from; i < to; i++) {
      ledger.append(("entry " + i).getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void remembersThroughKillAndRefusesTheRolledBackLog() throws Exception {
    Running first = start();
    Checkpoint grown;
    try (Ledger ledger = Ledger.open(folder.resolve("log"), logKey, Clock.systemUTC());
        HttpWitness witness = asked(first)) {
      ledger.attach(witness);
      for (int n = 0; n < 20; n++) {
        append(ledger, n * 3, n * 3 + 3);
        ledger.checkpoint();
      }
      grown = ledger.checkpoint();
      assertThat(ledger.outages()).isEmpty();
      assertThat(grown.note().signatures()).hasSize(2);
      // kill -9: whatever was answered must be there afterwards.
      first.process().destroyForcibly().waitFor();
      append(ledger, 60, 61);
      ledger.checkpoint();
      assertThat(ledger.outages()).hasSize(1);
    }
    Running second = start();
    List<Long> sizes = new ArrayList<>();
    CheckpointArchive.each(
        folder.resolve("witness/state/archive"),
        file -> sizes.add(Long.parseLong(file.getFileName().toString())));
    assertThat(sizes).hasSize(20).contains(60L).isSorted();
    try (HttpWitness witness = asked(second)) {
      Path copy = folder.resolve("rolled-back");
      try (Ledger other = Ledger.open(copy, logKey, Clock.systemUTC())) {
        append(other, 0, 10);
        other.attach(witness);
        assertThatThrownBy(other::checkpoint).isInstanceOf(LedgerFault.Forked.class);
        append(other, 100, 200);
        assertThatThrownBy(other::checkpoint).isInstanceOf(LedgerFault.Forked.class);
      }
      try (Ledger ledger = Ledger.open(folder.resolve("log"), logKey, Clock.systemUTC())) {
        ledger.attach(witness);
        assertThat(ledger.checkpoint().note().signatures()).hasSize(2);
      }
    }
  }

  @Test
  void speaksTheProtocol() throws Exception {
    Running running = start();
    try (HttpClient client = HttpClient.newHttpClient();
        Ledger ledger = Ledger.open(folder.resolve("log"), logKey, Clock.systemUTC())) {
      append(ledger, 0, 5);
      String body = "old 3\n\n" + new String(ledger.checkpoint().bytes(), StandardCharsets.UTF_8);
      HttpResponse<String> conflict = post(client, running, body);
      assertThat(conflict.statusCode()).isEqualTo(409);
      assertThat(conflict.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
      assertThat(conflict.body()).isEqualTo("0\n");
      assertThat(post(client, running, body.replace("old 3", "old 9")).statusCode()).isEqualTo(400);
      assertThat(post(client, running, "nonsense").statusCode()).isEqualTo(400);
      assertThat(post(client, running, body.replace("test/log", "other/log")).statusCode())
          .isEqualTo(404);
      String forged = body.replaceFirst("old 3", "old 0").replaceFirst("(?m)^5$", "6");
      assertThat(post(client, running, forged).statusCode()).isEqualTo(403);
      assertThat(post(client, running, body.replace("old 3", "old 0")).statusCode()).isEqualTo(200);
      assertThat(post(client, running, "x".repeat(70_000)).statusCode()).isEqualTo(400);
    }
  }

  private static HttpResponse<String> post(HttpClient client, Running running, String body)
      throws Exception {
    return client.send(
        HttpRequest.newBuilder(running.url().resolve("add-checkpoint"))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void theLogKnowsSinceWhenNoQuorumStoodByIt() throws Exception {
    Running running = start();
    Instant later = Instant.parse("2030-01-01T00:00:00Z");
    try (HttpWitness witness = asked(running)) {
      TrustPolicy policy = TrustPolicy.parse("witness w " + witness.key().text() + "\nquorum w\n");
      try (Ledger ledger = Ledger.open(folder.resolve("log"), logKey, Clock.systemUTC())) {
        ledger.demand(policy);
        Instant waiting = ledger.cosignedAt().orElseThrow();
        append(ledger, 0, 5);
        ledger.checkpoint();
        assertThat(ledger.cosignedAt()).contains(waiting);
        ledger.attach(witness);
        ledger.checkpoint();
        assertThat(ledger.cosignedAt().orElseThrow()).isAfter(waiting);
        assertThat(ledger.archive().at("test/log", 5)).isPresent();
      }
      try (Ledger ledger =
          Ledger.open(folder.resolve("log"), logKey, Clock.fixed(later, ZoneOffset.UTC))) {
        ledger.demand(policy);
        assertThat(ledger.cosignedAt().orElseThrow()).isBefore(later);
        append(ledger, 5, 6);
        ledger.checkpoint();
        assertThat(ledger.cosignedAt().orElseThrow()).isBefore(later);
      }
    }
  }
}
