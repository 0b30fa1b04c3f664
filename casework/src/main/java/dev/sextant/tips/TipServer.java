package dev.sextant.tips;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/* Of a request, the path, the method and the body are read; of its headers, Content-Type alone: the
 * language stands in the path. The other side's address is never asked for. */
/**
 * Takes tips over plain HTTP on the loopback address; an onion service or a TLS end stands before.
 */
public final class TipServer implements AutoCloseable {
  private static final int LONGEST_TEXT = 40_000;

  /** Argon2id takes memory: so many return codes are worked on at once, others wait. */
  private static final int CODES_AT_ONCE = 4;

  private final TipFolder folder;
  private final TipSettings settings;
  private final Clock clock;
  private final PublicKey desk;
  private final Stamps stamps;
  private final SecureRandom random = new SecureRandom();
  private final Semaphore codes = new Semaphore(CODES_AT_ONCE);
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer http;

  private TipServer(TipFolder folder, TipSettings settings, Clock clock) throws IOException {
    this.folder = folder.open();
    this.settings = settings;
    this.clock = clock;
    this.desk = TipKeys.readPublic(folder.deskKey());
    this.stamps = new Stamps(settings, clock);
    this.http =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 0);
    http.createContext("/", this::answer);
    http.setExecutor(workers);
    http.start();
  }

  /**
   * Starts; returns when the port answers.
   *
   * @throws TipFault {@code SX-TIPS-PRIVATE-KEY} if a private key lies in the folder, {@code
   *     SX-TIPS-DESK} if the desk's public key does not
   */
  public static TipServer start(TipFolder folder, TipSettings settings, Clock clock) {
    ReturnCode.bits();
    try {
      return new TipServer(folder, settings, clock);
    } catch (IOException e) {
      throw new TipFault(
          "SX-TIPS-PORT",
          "nothing can listen there",
          "127.0.0.1:" + settings.port(),
          e,
          "another program listens there: end it or give another port");
    }
  }

  /** The port that it listens on. */
  public int port() {
    return http.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      TipWords words = TipWords.of(path);
      TipPages pages = new TipPages(words);
      String route = exchange.getRequestMethod() + " " + words.bare(path);
      try {
        switch (route) {
          case "GET /" ->
              html(exchange, 200, pages.form(stamps.issue(), settings.shortestStay().toSeconds()));
          case "GET /style.css" -> send(exchange, 200, "text/css", TipPages.STYLE);
          case "POST /tip" -> html(exchange, 200, pages.sent(take(form(exchange))));
          case "GET /reply" -> html(exchange, 200, pages.ask());
          case "POST /reply" -> html(exchange, 200, pages.answers(look(form(exchange))));
          default -> html(exchange, 404, pages.unknown());
        }
      } catch (TipFault e) {
        html(exchange, 422, pages.refused(e));
      }
    }
  }

  private MultipartForm form(HttpExchange exchange) throws IOException {
    String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
    try (InputStream in = exchange.getRequestBody()) {
      byte[] body = in.readNBytes(settings.mostBytes() + 1);
      if (body.length > settings.mostBytes()) {
        throw new TipFault(
            "SX-TIPS-LONG",
            "more than fits into one tip",
            "form",
            settings.mostBytes() + " bytes at most",
            "send less at once");
      }
      return MultipartForm.read(type, body);
    }
  }

  /* The return code's words. */
  private String take(MultipartForm form) {
    String text = form.fields().getOrDefault("text", "").strip();
    if (text.length() > LONGEST_TEXT || (text.isEmpty() && form.files().isEmpty())) {
      throw new TipFault(
          "SX-TIPS-EMPTY", "there is nothing to send", "form", "", "write or attach something");
    }
    if (!stamps.accept(form.fields().getOrDefault("stamp", ""), form.fields().get("work"))) {
      throw new TipFault(
          "SX-TIPS-STAMP",
          "this form was used, is too old, or was sent too soon",
          "form",
          "",
          "open the page again, copy your words into it, and wait a little before sending");
    }
    ReturnCode code = ReturnCode.random(random);
    ReturnCode.Mailbox mailbox = mailbox(code);
    String day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    Tip tip =
        new Tip(
            day,
            text,
            form.files(),
            new Tip.Mailbox(
                mailbox.name(),
                Base64.getEncoder().encodeToString(mailbox.keys().getPublic().getEncoded())));
    byte[] sealed = Envelope.seal(desk, Envelope.TIP, Envelope.fields(tip));
    TipFolder.put(folder.queue(), TipFolder.QUEUED, sealed, clock.instant());
    return code.text();
  }

  private ReturnCode.Mailbox mailbox(ReturnCode code) {
    codes.acquireUninterruptibly();
    try {
      return code.mailbox(desk, settings.mailbox());
    } finally {
      codes.release();
    }
  }

  private List<String> look(MultipartForm form) {
    ReturnCode.Mailbox mailbox = mailbox(ReturnCode.typed(form.fields().getOrDefault("code", "")));
    List<String> answers = new ArrayList<>();
    for (Path file : TipFolder.messages(folder.mailbox(mailbox.name()), TipFolder.ANSWER)) {
      answers.add(
          Envelope.text(
              Envelope.open(mailbox.keys().getPrivate(), Envelope.REPLY, read(file)).get("text")));
    }
    return answers;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void html(HttpExchange exchange, int status, String body) throws IOException {
    send(exchange, status, "text/html; charset=utf-8", body);
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    Map.of(
            "Content-Type", type,
            "Cache-Control", "no-store",
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none';"
                    + " base-uri 'none'")
        .forEach(exchange.getResponseHeaders()::set);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    http.stop(0);
    workers.shutdownNow();
  }
}
