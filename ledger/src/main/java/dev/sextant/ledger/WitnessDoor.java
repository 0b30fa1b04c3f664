package dev.sextant.ledger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A witness's door: {@code POST /add-checkpoint} of c2sp.org/tlog-witness, and {@code GET /} with
 * the public key. It needs no TLS of its own: requests are signed by the log and answers by the
 * witness.
 */
public final class WitnessDoor implements AutoCloseable {
  /** A request is 63 lines of proof and a note; more is not one. */
  private static final int MOST_BYTES = 64 * 1024;

  /** Seconds after which a request that has not come in whole is given up. */
  private static final String MOST_REQUEST_SECONDS = "10";

  private final Witness witness;
  private final HttpServer server;
  private final ExecutorService workers;

  private WitnessDoor(Witness witness, HttpServer server, ExecutorService workers) {
    this.witness = witness;
    this.server = server;
    this.workers = workers;
  }

  /**
   * Opens the door.
   *
   * @param address where to listen; port 0 takes any free one
   * @throws LedgerFault.Storage if nothing can listen there
   */
  public static WitnessDoor open(Witness witness, InetSocketAddress address) {
    try {
      if (System.getProperty("sun.net.httpserver.maxReqTime") == null) {
        // The JDK's server waits for ever otherwise, and reads this once, when it is first made.
        System.setProperty("sun.net.httpserver.maxReqTime", MOST_REQUEST_SECONDS);
      }
      HttpServer server = HttpServer.create(address, 0);
      ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
      WitnessDoor door = new WitnessDoor(witness, server, workers);
      server.setExecutor(workers);
      server.createContext("/", door::answer);
      server.start();
      return door;
    } catch (IOException e) {
      throw new LedgerFault.Storage("witness's door " + address, e);
    }
  }

  /** The port that it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String route = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      switch (route) {
        case "POST /add-checkpoint" -> add(exchange);
        case "GET /" -> say(exchange, 200, "text/plain", witness.key().text() + "\n");
        default -> say(exchange, 404, "text/plain", "POST /add-checkpoint\n");
      }
    }
  }

  private void add(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
    try {
      if (body.length > MOST_BYTES) {
        throw new LedgerFault.BadNote("request too long", "witness request", "" + body.length);
      }
      NoteSignature cosignature = witness.addCheckpoint(WitnessRequest.parse(body));
      say(exchange, 200, "text/plain; charset=utf-8", cosignature.line() + "\n");
    } catch (LedgerFault.Refused e) {
      boolean conflict = e.reason() == LedgerFault.Refused.Reason.CONFLICT;
      say(
          exchange,
          e.reason().status(),
          conflict ? "text/x.tlog.size" : "text/plain; charset=utf-8",
          conflict ? e.size() + "\n" : e.line() + "\n");
    } catch (LedgerFault.BadNote e) {
      say(exchange, 400, "text/plain; charset=utf-8", e.line() + "\n");
    } catch (LedgerFault e) {
      // Its own disk or folder: the log asks again with its next checkpoint.
      say(exchange, 500, "text/plain; charset=utf-8", e.code() + "\n");
    }
  }

  private static void say(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  /** Closes the door, after what is being answered; the witness stays open. */
  @Override
  public void close() {
    server.stop(1);
    workers.close();
  }
}
