package dev.sextant.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.ledger.LedgerFault.Refused.Reason;
import dev.sextant.terms.Digest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final LedgerKey log = LedgerKey.generate("log.example", RANDOM);
  private final SignerKey key =
      SignerKey.generate("witness.example/w", VerifierKey.Kind.COSIGNATURE, RANDOM);

  @TempDir Path folder;

  private Witness witness() {
    return Witness.open(folder.resolve("witness"), key, List.of(log.verifier()), CLOCK);
  }

  private Ledger ledger(String name) {
    return Ledger.open(folder.resolve(name), log, CLOCK);
  }

  private static void append(Ledger ledger, String prefix, int n) {
    for (int i = 0; i < n; i++) {
      ledger.append((prefix + i).getBytes(UTF_8));
    }
  }

  private static WitnessRequest request(Ledger ledger, long old, Checkpoint checkpoint) {
    return new WitnessRequest(old, ledger.view().consistency(old, checkpoint.size()), checkpoint);
  }

  private static void assertRefused(Witness witness, WitnessRequest request, Reason reason) {
    assertThatThrownBy(() -> witness.addCheckpoint(request))
        .isInstanceOfSatisfying(
            LedgerFault.Refused.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @Test
  void cosignsGrowthAndRemembersAcrossOpenings() {
    try (Ledger ledger = ledger("log")) {
      append(ledger, "a", 5);
      Checkpoint five = ledger.checkpoint();
      try (Witness witness = witness()) {
        NoteSignature signature = witness.addCheckpoint(request(ledger, 0, five));
        assertThat(witness.key().verifies(five.note().text(), signature)).isTrue();
        assertThat(signature.timestamp()).isEqualTo(NOW.getEpochSecond());
      }
      append(ledger, "b", 300);
      Checkpoint more = ledger.checkpoint();
      try (Witness witness = witness()) {
        assertThat(witness.latest("log.example").orElseThrow().size()).isEqualTo(5);
        assertThatThrownBy(() -> witness.addCheckpoint(request(ledger, 0, more)))
            .isInstanceOfSatisfying(
                LedgerFault.Refused.class,
                e -> {
                  assertThat(e.reason().status()).isEqualTo(409);
                  assertThat(e.size()).isEqualTo(5);
                });
        witness.addCheckpoint(request(ledger, 5, more));
        assertThat(witness.latest("log.example").orElseThrow().size()).isEqualTo(305);
        // Asked again about the same tree it says so again.
        witness.addCheckpoint(request(ledger, 305, more));
      }
    }
  }

  /** The statuses that c2sp.org/tlog-witness gives, over a real connection. */
  @Test
  void saysSoOverHttp() throws Exception {
    try (Ledger ledger = ledger("log");
        Ledger other = ledger("other");
        Witness witness = witness();
        WitnessDoor door = WitnessDoor.open(witness, new InetSocketAddress("127.0.0.1", 0));
        HttpClient client = HttpClient.newHttpClient()) {
      append(ledger, "a", 10);
      append(other, "x", 10);
      Checkpoint ten = ledger.checkpoint();
      assertThat(post(client, door, request(ledger, 0, ten).bytes()).statusCode()).isEqualTo(200);
      HttpResponse<String> forked =
          post(client, door, request(other, 10, other.checkpoint()).bytes());
      assertThat(forked.statusCode()).isEqualTo(422);
      append(other, "x", 10);
      assertThat(post(client, door, request(other, 10, other.checkpoint()).bytes()).statusCode())
          .isEqualTo(422);
      append(ledger, "b", 10);
      HttpResponse<String> late =
          post(client, door, request(ledger, 5, ledger.checkpoint()).bytes());
      assertThat(late.statusCode()).isEqualTo(409);
      assertThat(late.body()).isEqualTo("10\n");
      assertThat(post(client, door, "nonsense".getBytes(UTF_8)).statusCode()).isEqualTo(400);
      assertThat(witness.latest("log.example").orElseThrow().size()).isEqualTo(10);
    }
  }

  private static HttpResponse<String> post(HttpClient client, WitnessDoor door, byte[] body)
      throws Exception {
    URI to = URI.create("http://127.0.0.1:" + door.port() + "/add-checkpoint");
    return client.send(
        HttpRequest.newBuilder(to).POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void refusesEachWayOfDeceivingIt() {
    try (Ledger ledger = ledger("log");
        Ledger other = ledger("other");
        Witness witness = witness()) {
      append(ledger, "a", 10);
      Checkpoint ten = ledger.checkpoint();
      witness.addCheckpoint(request(ledger, 0, ten));
      append(other, "x", 10);
      Checkpoint forked = other.checkpoint();
      assertRefused(witness, request(other, 10, forked), Reason.BAD_PROOF);
      append(other, "x", 10);
      Checkpoint longer = other.checkpoint();
      assertRefused(witness, request(other, 10, longer), Reason.BAD_PROOF);
      append(ledger, "b", 10);
      Checkpoint twenty = ledger.checkpoint();
      List<Digest> proof = ledger.view().consistency(10, 20);
      assertRefused(
          witness,
          new WitnessRequest(10, proof.subList(1, proof.size()), twenty),
          Reason.BAD_PROOF);
      assertRefused(witness, new WitnessRequest(21, List.of(), twenty), Reason.MALFORMED);
      assertRefused(witness, new WitnessRequest(5, List.of(), twenty), Reason.CONFLICT);
      SignedNote unsigned =
          LedgerKey.generate("log.example", RANDOM).signer().sign(twenty.note().text());
      assertRefused(
          witness,
          new WitnessRequest(10, proof, Checkpoint.parse(unsigned.bytes())),
          Reason.UNSIGNED);
      LedgerKey stranger = LedgerKey.generate("stranger.example", RANDOM);
      assertRefused(
          witness,
          new WitnessRequest(0, List.of(), Checkpoint.sign(stranger, 20, twenty.root())),
          Reason.UNKNOWN_LOG);
      assertThat(witness.latest("log.example").orElseThrow().size()).isEqualTo(10);
      witness.addCheckpoint(new WitnessRequest(10, proof, twenty));
    }
  }

  @Test
  void requestReadsBackAsItWasWritten() {
    try (Ledger ledger = ledger("log")) {
      append(ledger, "a", 7);
      WitnessRequest request = request(ledger, 3, ledger.checkpoint());
      byte[] body = request.bytes();
      assertThat(WitnessRequest.parse(body)).isEqualTo(request);
      assertThat(new String(body, UTF_8)).startsWith("old 3\n");
      assertThatThrownBy(() -> WitnessRequest.parse("old 03\n\nx".getBytes(UTF_8)))
          .isInstanceOf(LedgerFault.BadNote.class);
    }
  }

  @Test
  void attachedWitnessesCosignEachCheckpointAndThePolicyCounts() {
    SignerKey second =
        SignerKey.generate("witness.example/two", VerifierKey.Kind.COSIGNATURE, RANDOM);
    try (Ledger ledger = ledger("log");
        Witness one = witness();
        Witness two = Witness.open(folder.resolve("two"), second, List.of(log.verifier()), CLOCK)) {
      WitnessPolicy both = new WitnessPolicy(List.of(one.key(), two.key()), 2);
      ledger.attach(one);
      append(ledger, "a", 3);
      Checkpoint first = ledger.checkpoint();
      assertThat(both.cosigners(first)).containsExactly(one.key());
      assertThatThrownBy(() -> both.check(first)).isInstanceOf(LedgerFault.BadSignature.class);
      ledger.attach(two);
      append(ledger, "b", 3);
      Checkpoint next = ledger.checkpoint();
      assertThat(both.check(next)).isEqualTo(NOW);
      assertThat(ledger.outages()).isEmpty();
      assertThat(Checkpoint.parse(ledger.view().checkpoint())).isEqualTo(next);
      two.close();
      Checkpoint third = ledger.checkpoint();
      assertThat(both.cosigners(third)).containsExactly(one.key());
      assertThat(ledger.outages())
          .singleElement()
          .extracting(Outage::witness)
          .isEqualTo("witness.example/two");
    }
  }

  @Test
  void logThatWasRolledBackIsFoundOutAndPublishesNothing() throws IOException {
    Path copy = folder.resolve("copy");
    try (Ledger ledger = ledger("log");
        Witness witness = witness()) {
      append(ledger, "a", 10);
      ledger.checkpoint();
      copyFolder(folder.resolve("log"), copy);
      ledger.attach(witness);
      append(ledger, "b", 10);
      ledger.checkpoint();
    }
    try (Ledger rolledBack = ledger("copy");
        Witness witness = witness()) {
      rolledBack.attach(witness);
      append(rolledBack, "c", 3);
      assertThatThrownBy(rolledBack::checkpoint).isInstanceOf(LedgerFault.Forked.class);
      append(rolledBack, "c", 30);
      assertThatThrownBy(rolledBack::checkpoint).isInstanceOf(LedgerFault.Forked.class);
      assertThat(rolledBack.published().size()).isEqualTo(10);
      assertThat(rolledBack.view().size()).isEqualTo(10);
    }
  }

  @Test
  void oneKeyUnderTwoNamesIsOneWitness() {
    VerifierKey twin =
        new VerifierKey("twin", VerifierKey.Kind.COSIGNATURE, key.verifier().keyHex());
    assertThatThrownBy(() -> new WitnessPolicy(List.of(key.verifier(), twin), 2))
        .isInstanceOf(LedgerFault.BadNote.class);
  }

  static void copyFolder(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        String name = from.relativize(file).toString();
        if (!name.startsWith("writer-") && !name.equals("lock")) {
          Files.copy(file, to.resolve(name));
        }
      }
    }
  }
}
