package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One person at the running server, as their browser speaks: cookies, a CSRF token, JSON, and the
 * permit they hold. Everything asked and answered goes into the dossier.
 */
public final class Caller implements AutoCloseable {
  /** Five minutes and more: a reading begins with a process of its own. */
  private static final int JOB_POLLS = 15_000;

  private final String login;
  private final String base;
  private final Scene scene;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final Map<String, String> headers = new LinkedHashMap<>();

  Caller(String login, String base, Scene scene) {
    this.login = login;
    this.base = base;
    this.scene = scene;
  }

  /** Who this is. */
  public String login() {
    return login;
  }

  /** This person's identifier. */
  public String id() {
    return quiet("GET", "/api/session").text("actor/id");
  }

  /** A header sent from now on; null for no longer. */
  public Caller header(String name, @Nullable String value) {
    if (value == null) {
      headers.remove(name);
    } else {
      headers.put(name, value);
    }
    return this;
  }

  /** Signs in. */
  Caller signIn(String password) {
    quiet("GET", "/api/session");
    String form =
        "username="
            + URLEncoder.encode(login, StandardCharsets.UTF_8)
            + "&password="
            + URLEncoder.encode(password, StandardCharsets.UTF_8);
    Answer answer =
        exchange(
            HttpRequest.newBuilder(URI.create(base + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-XSRF-TOKEN", token())
                .POST(BodyPublishers.ofString(form)));
    assertThat(answer.status()).as("%s signs in", login).isEqualTo(204);
    quiet("GET", "/api/session");
    return this;
  }

  /** The cookie of this person's session, for a scenario in which somebody else uses it. */
  public String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(c -> c.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  private String token() {
    return cookie("XSRF-TOKEN");
  }

  /** Asks for a permit and holds it: what is asked from now on names it. */
  public Caller under(String authority, String purpose) {
    Answer permit = permit(authority, purpose).requireOk();
    return header("X-Sextant-Permit", permit.text("id"));
  }

  /** Asks for a permit; refused perhaps, and not held. */
  public Answer permit(String authority, String purpose) {
    return post("/api/authorities/" + authority + "/permit", Map.of("purpose", purpose));
  }

  /** Reads. */
  public Answer get(String path) {
    return send("GET", path, null);
  }

  /** Sends JSON; what is given is a map, a list or a record. */
  public Answer post(String path, Object json) {
    return send("POST", path, json);
  }

  /** Sends JSON in the place of what is there. */
  public Answer put(String path, Object json) {
    return send("PUT", path, json);
  }

  /** Any request with a body of JSON, or none. */
  public Answer send(String method, String path, @Nullable Object json) {
    String body = json == null ? null : Answer.JSON.writeValueAsString(json);
    HttpRequest.Builder request =
        request(path)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    return told(method + " " + path, body, exchange(request));
  }

  /** Sends bytes as they are. */
  public Answer bytes(String path, byte[] body) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(body));
    return told("POST " + path, body.length + " bytes", exchange(request));
  }

  /** Sends bytes as they come from a stream. */
  public Answer stream(String path, java.util.function.Supplier<java.io.InputStream> body) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofInputStream(body));
    return told("POST " + path, "a stream of bytes", exchange(request));
  }

  /** The bytes that a path answers with, whatever they are. */
  public byte[] download(String path) {
    try {
      HttpResponse<byte[]> response =
          client.send(request(path).GET().build(), BodyHandlers.ofByteArray());
      told(
          "GET " + path,
          null,
          new Answer(response.statusCode(), response.body().length + " bytes"));
      assertThat(response.statusCode()).as(path).isBetween(200, 299);
      return response.body();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Seals bytes as an exhibit and reads it where asked; waits for the end and gives its id. */
  public String seal(String name, String how, byte[] bytes, boolean read) {
    return finished(offer(name, how, bytes, read).requireOk()).text("result");
  }

  /** Offers bytes to be sealed, which may be refused. */
  public Answer offer(String name, String how, byte[] bytes) {
    return offer(name, how, bytes, false);
  }

  private Answer offer(String name, String how, byte[] bytes, boolean read) {
    return bytes(
        "/api/exhibits?name="
            + URLEncoder.encode(name, StandardCharsets.UTF_8)
            + "&how="
            + how
            + "&read="
            + read,
        bytes);
  }

  /** Waits until the work that an answer began has ended well. */
  public Answer finished(Answer begun) {
    Answer ended = ended(begun);
    assertThat(ended.text("state")).as(ended.body()).isEqualTo("DONE");
    return ended;
  }

  /** Waits until the work that an answer began has ended, well or not. */
  public Answer ended(Answer begun) {
    String path = "/api/jobs/" + begun.text("id");
    Answer job = begun;
    for (int i = 0; i < JOB_POLLS && job.text("state").equals("RUNNING"); i++) {
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
      job = quiet("GET", path);
    }
    assertThat(job.text("state")).as(job.body()).isNotEqualTo("RUNNING");
    return told("GET " + path, null, job);
  }

  private Answer quiet(String method, String path) {
    return exchange(request(path).method(method, BodyPublishers.noBody()));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).header("X-XSRF-TOKEN", token());
    headers.forEach(request::header);
    return request;
  }

  private Answer told(String what, @Nullable String sent, Answer answer) {
    String decision = answer.status() + (answer.code().isEmpty() ? "" : " " + answer.code());
    scene.request(login, what, sent, decision, answer.body());
    return answer;
  }

  private Answer exchange(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException(e);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
