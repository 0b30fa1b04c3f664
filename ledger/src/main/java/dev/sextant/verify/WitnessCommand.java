package dev.sextant.verify;

import dev.sextant.ledger.LedgerFault;
import dev.sextant.ledger.SignerKey;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.ledger.Witness;
import dev.sextant.ledger.WitnessDoor;
import dev.sextant.ledger.WitnessFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A witness as a process: its own folder, its own key, a door over HTTP. Run by whoever is not the
 * log's operator; needs nothing but this jar.
 */
final class WitnessCommand {
  static final String USAGE =
      """
        sextant-verify witness <folder> [--name NAME] [--log VKEY]... [--address A] [--port N]
                           [--with-parent]
      """;

  private static final int PORT = 8090;

  private final PrintWriter out;

  WitnessCommand(PrintWriter out) {
    this.out = out;
  }

  /** Serves until the process is told to end; null if it was called wrongly. */
  @Nullable Integer run(Options options) throws IOException {
    Long port = options.number("--port", PORT);
    if (port == null || port < 0 || port > 65535) {
      return null;
    }
    WitnessFolder folder = new WitnessFolder(Path.of(options.target()));
    SignerKey key = folder.key(options.text("--name"), new SecureRandom());
    for (String log : options.all("--log")) {
      folder.watch(VerifierKey.parse(log));
    }
    List<VerifierKey> logs = folder.logs();
    if (logs.isEmpty()) {
      throw new LedgerFault.BadNote(
          "a witness watches one log at least", "--log", folder.path().toString());
    }
    String address = options.text("--address");
    InetSocketAddress at =
        new InetSocketAddress(address == null ? "127.0.0.1" : address, port.intValue());
    try (Witness witness = Witness.open(folder.state(), key, logs, Clock.systemUTC());
        WitnessDoor door = WitnessDoor.open(witness, at)) {
      out.println("witness " + key.verifier().text());
      out.println("fingerprint " + key.verifier().fingerprint());
      logs.forEach(log -> out.println("watches " + log.text()));
      out.println("listening http://" + at.getHostString() + ":" + door.port() + "/");
      out.flush();
      wait(options.has("--with-parent"));
    }
    return 0;
  }

  /* Each checkpoint is on disk before it is answered, so the process may end at any moment. */
  private static void wait(boolean withParent) throws IOException {
    if (withParent) {
      // Whoever started it holds the other end: it closes when that process ends, however it ends.
      byte[] buffer = new byte[64];
      while (System.in.read(buffer) >= 0) {
        continue;
      }
      return;
    }
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
