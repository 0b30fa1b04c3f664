package dev.sextant.app;

import dev.sextant.ledger.HttpWitness;
import dev.sextant.ledger.Ledger;
import dev.sextant.ledger.LedgerFault;
import dev.sextant.ledger.TrustPolicy;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.ledger.WitnessFolder;
import dev.sextant.ledger.WitnessPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The witnesses of a home: those of its policy file ({@code witnesses.policy}), asked over HTTP; in
 * a training home a witness process of its own. A home in earnest without a policy has none, and
 * turns read-only when the pack's limit is over.
 */
public final class Witnesses implements AutoCloseable {
  /** A publication waits for each witness at most twice as long. */
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final @Nullable WitnessProcess training;

  private Witnesses(HomeFolder home, Ledger ledger) {
    Optional<TrustPolicy> policy = home.readTrust();
    boolean own = home.training() && policy.stream().noneMatch(Witnesses::reachable);
    if (own) {
      WitnessFolder folder = new WitnessFolder(home.witness());
      this.training = WitnessProcess.start(folder, ledger.verifier());
      opened.push(training);
      VerifierKey key = VerifierKey.parse(HomeFolder.read(folder.verifier()));
      if (policy.isEmpty()) {
        policy =
            Optional.of(
                write(home, List.of(new TrustPolicy.Party("training", key, Optional.empty()))));
      }
      attach(ledger, key, training.url());
    } else {
      this.training = null;
      for (TrustPolicy.Party party : policy.map(TrustPolicy::parties).orElse(List.of())) {
        party.url().ifPresent(url -> attach(ledger, party.key(), url));
      }
    }
    // Without a policy nobody is trusted, so nothing ever counts as cosigned.
    if (policy.isPresent()) {
      ledger.demand(policy.get());
    } else {
      ledger.demand(WitnessPolicy.NONE);
    }
  }

  private static boolean reachable(TrustPolicy policy) {
    return policy.parties().stream().anyMatch(party -> party.url().isPresent());
  }

  private void attach(Ledger ledger, VerifierKey key, URI url) {
    HttpWitness witness = new HttpWitness(key, url, ANSWER_WITHIN);
    opened.push(witness);
    ledger.attach(witness);
  }

  /** Attaches a home's witnesses to its log. */
  static Witnesses attach(HomeFolder home, Ledger ledger) {
    return new Witnesses(home, ledger);
  }

  /** The process of a training home's witness, if it has one. */
  public Optional<ProcessHandle> process() {
    return Optional.ofNullable(training).map(WitnessProcess::handle);
  }

  /**
   * Trusts the witnesses at these addresses from now on: asks each for its public key, once. All of
   * them must cosign, besides those trusted before; the policy's file can say otherwise.
   *
   * @return the keys that are new, whose fingerprints are to be compared with what the witnesses'
   *     holders say
   */
  public static List<VerifierKey> trust(HomeFolder home, List<URI> urls)
      throws IOException, InterruptedException {
    List<TrustPolicy.Party> all =
        new ArrayList<>(home.readTrust().map(TrustPolicy::parties).orElse(List.of()));
    List<VerifierKey> fresh = new ArrayList<>();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build()) {
      for (URI url : urls) {
        if (all.stream().anyMatch(party -> party.url().equals(Optional.of(url)))) {
          continue;
        }
        HttpResponse<String> answer =
            client.send(
                HttpRequest.newBuilder(url).timeout(ANSWER_WITHIN).build(),
                HttpResponse.BodyHandlers.ofString());
        VerifierKey key = key(url, answer.body());
        all.add(new TrustPolicy.Party("w" + (all.size() + 1), key, Optional.of(url)));
        fresh.add(key);
      }
    }
    if (!fresh.isEmpty()) {
      write(home, all);
    }
    return fresh;
  }

  private static VerifierKey key(URI url, String answer) {
    try {
      return VerifierKey.parse(answer.strip());
    } catch (LedgerFault.BadNote e) {
      throw new HomeFault(
          "SX-HOME-WITNESS",
          "no witness answers there",
          url.toString(),
          e.what(),
          "give the address that its holder gave you; it runs sextant-verify witness");
    }
  }

  private static TrustPolicy write(HomeFolder home, List<TrustPolicy.Party> parties) {
    StringBuilder text =
        new StringBuilder("# Who must have cosigned the log (c2sp.org/tlog-policy).\n");
    home.readLogVerifier().ifPresent(log -> text.append("log ").append(log.text()).append('\n'));
    StringBuilder names = new StringBuilder();
    for (TrustPolicy.Party party : parties) {
      text.append("witness ").append(party.name()).append(' ').append(party.key().text());
      party.url().ifPresent(url -> text.append(' ').append(url));
      text.append('\n');
      names.append(' ').append(party.name());
    }
    text.append("group trusted all").append(names).append("\nquorum trusted\n");
    TrustPolicy policy = TrustPolicy.parse(text.toString());
    try {
      Path file = home.witnessPolicy();
      Path aside = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(
          aside,
          text,
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return policy;
  }

  @Override
  public void close() {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
