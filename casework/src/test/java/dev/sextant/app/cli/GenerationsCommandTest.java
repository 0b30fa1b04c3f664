package dev.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.app.HomeFolder;
import dev.sextant.app.House;
import dev.sextant.app.ServeSettings;
import dev.sextant.app.Server;
import dev.sextant.app.flow.Demo;
import dev.sextant.app.flow.TrainingPeople;
import dev.sextant.terms.Progress;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The readings of an exhibit, by command and over HTTP, in the demo's home. */
@Tag("heavy")
@NullUnmarked // What is null where it must not be fails the test by itself.
class GenerationsCommandTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;
  private String authority;
  private String exhibit;

  private Ran generations(String... more) throws Exception {
    Path password = folder.resolve("password");
    Files.writeString(password, TrainingPeople.PASSWORD + "\n");
    String[] args = {
      "case",
      "generations",
      "--home",
      home().toString(),
      "--as",
      "ana",
      "--password-file",
      password.toString(),
      "--authority",
      authority,
      "--purpose",
      "What a newer reader says"
    };
    String[] all = java.util.Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return Ran.of(all);
  }

  private Path home() {
    return folder.resolve("home");
  }

  @Test
  void readingsAreListedAndCompared() throws Exception {
    Files.createDirectories(home());
    Files.writeString(new HomeFolder(home()).trainingMark(), "");
    try (House house = House.open(new HomeFolder(home()), Optional.empty(), Clock.systemUTC())) {
      Demo.Played played = new Demo(house, line -> {}, Progress.silent()).play();
      over(
          house,
          played,
          http -> {
            JsonNode one = http.get("/api/exhibits").get(0);
            exhibit = one.get("number").asString();
            JsonNode readings =
                http.get("/api/exhibits/" + one.get("id").asString() + "/generations");
            assertThat(readings.size()).isEqualTo(1);
            assertThat(readings.get(0).get("counts").get("balanced").asBoolean()).isTrue();
          });
    }
    Ran again = generations(exhibit, "--read");
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.out())
        .contains("generation 1  ", "generation 2  ", " read + ")
        .containsPattern(
            "from 1 \\(.+/\\d+\\) to 2 \\(.+/\\d+\\): [\\d,]+ same, 0 changed, 0 added");
    Ran none = generations(exhibit, "--older", "1", "--newer", "9");
    assertThat(none.code()).isEqualTo(ExitCode.FAULT);
    assertThat(none.err()).startsWith("SX-").contains("generation 9").contains("cure: ");
    Ran absent = generations("E-99");
    assertThat(absent.code()).isEqualTo(ExitCode.FAULT);
    assertThat(absent.err()).startsWith("SX-CLI-EXHIBIT");
    try (House house = House.open(new HomeFolder(home()), Optional.empty(), Clock.systemUTC())) {
      over(house, null, this::compared);
    }
  }

  private void compared(Http http) throws Exception {
    String path = "/api/exhibits/" + http.get("/api/exhibits").get(0).get("id").asString();
    JsonNode readings = http.get(path + "/generations");
    assertThat(readings.size()).isEqualTo(2);
    assertThat(readings.get(1).get("generation").asInt()).isEqualTo(2);
    JsonNode diff = http.get(path + "/generations/diff?older=1&newer=2&from=0&size=5");
    assertThat(diff.get("same").asLong()).isPositive();
    assertThat(diff.get("changed").asLong() + diff.get("added").asLong()).isZero();
    assertThat(diff.get("olderReader").asString()).isEqualTo(diff.get("newerReader").asString());
    HttpResponse<String> none = http.ask(path + "/generations/diff?older=1&newer=9", true);
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(JSON.readTree(none.body()).get("code").asString()).startsWith("SX-");
    assertThat(http.ask(path + "/generations", false).statusCode()).isBetween(400, 403);
  }

  private interface Asking {
    void ask(Http http) throws Exception;
  }

  private void over(House house, Demo.Played played, Asking asking) throws Exception {
    TrainingPeople people = played == null ? TrainingPeople.enrol(house) : played.people();
    ServeSettings settings = new ServeSettings("127.0.0.1", 0, true, people.logins());
    try (Server server = Server.start(house, settings)) {
      CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
      try (HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build()) {
        Http http = new Http("http://127.0.0.1:" + server.port(), client, cookies);
        http.signIn();
        authority =
            JSON.readTree(http.ask("/api/cases", false).body())
                .get(0)
                .get("authorities")
                .get(0)
                .get("id")
                .asString();
        http.take(authority);
        asking.ask(http);
      }
    }
  }

  /** A browser of the analyst. */
  private static final class Http {
    private final String server;
    private final HttpClient client;
    private final CookieManager cookies;
    private String permit;

    Http(String server, HttpClient client, CookieManager cookies) {
      this.server = server;
      this.client = client;
      this.cookies = cookies;
    }

    void signIn() throws Exception {
      ask("/api/session", false);
      String form = "username=ana&password=" + TrainingPeople.PASSWORD;
      assertThat(post("/login", "application/x-www-form-urlencoded", form).statusCode())
          .isEqualTo(204);
      ask("/api/session", false);
    }

    void take(String authority) throws Exception {
      HttpResponse<String> answer =
          post(
              "/api/authorities/" + authority + "/permit",
              "application/json",
              "{\"purpose\": \"What a newer reader says\"}");
      permit = JSON.readTree(answer.body()).get("id").asString();
    }

    private HttpResponse<String> post(String path, String type, String body) throws Exception {
      String token =
          cookies.getCookieStore().getCookies().stream()
              .filter(c -> c.getName().equals("XSRF-TOKEN"))
              .map(HttpCookie::getValue)
              .findFirst()
              .orElse("");
      return client.send(
          HttpRequest.newBuilder(URI.create(server + path))
              .header("Content-Type", type)
              .header("X-XSRF-TOKEN", token)
              .POST(BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    }

    HttpResponse<String> ask(String path, boolean permitted) throws Exception {
      HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path)).GET();
      if (permitted) {
        request.header("X-Sextant-Permit", permit);
      }
      return client.send(request.build(), BodyHandlers.ofString());
    }

    JsonNode get(String path) throws Exception {
      HttpResponse<String> answer = ask(path, true);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return JSON.readTree(answer.body());
    }
  }
}
