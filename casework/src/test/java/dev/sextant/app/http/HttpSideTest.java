package dev.sextant.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.app.HomeFolder;
import dev.sextant.app.House;
import dev.sextant.app.ServeSettings;
import dev.sextant.app.Server;
import dev.sextant.app.flow.TrainingPeople;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP side as somebody from outside meets it, on a real house. */
class HttpSideTest {
  private static final String NOWHERE = "00000000-0000-0000-0000-000000000000";

  @TempDir static Path home;
  private static House house;
  private static Server server;
  private static TrainingPeople people;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @BeforeAll
  static void open() throws IOException {
    Files.writeString(new HomeFolder(home).trainingMark(), "");
    house = House.open(new HomeFolder(home), Optional.empty(), Clock.systemUTC());
    people = TrainingPeople.enrol(house);
    server = Server.start(house, new ServeSettings("127.0.0.1", 0, true, people.logins()));
  }

  @AfterAll
  static void close() {
    server.close();
    house.close();
  }

  /** A browser of one person. */
  private static final class Browser implements AutoCloseable {
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

    static Browser signedIn(String login) throws IOException, InterruptedException {
      Browser browser = new Browser();
      assertThat(browser.signIn(login, TrainingPeople.PASSWORD)).isEqualTo(204);
      return browser;
    }

    int signIn(String login, String password) throws IOException, InterruptedException {
      send("GET", "/api/session", null, Map.of());
      String form =
          "username="
              + URLEncoder.encode(login, StandardCharsets.UTF_8)
              + "&password="
              + URLEncoder.encode(password, StandardCharsets.UTF_8);
      int status =
          client
              .send(
                  HttpRequest.newBuilder(uri("/login"))
                      .header("Content-Type", "application/x-www-form-urlencoded")
                      .header("X-XSRF-TOKEN", token())
                      .POST(BodyPublishers.ofString(form))
                      .build(),
                  BodyHandlers.ofString())
              .statusCode();
      send("GET", "/api/session", null, Map.of());
      return status;
    }

    String token() {
      return cookies.getCookieStore().getCookies().stream()
          .filter(c -> c.getName().equals("XSRF-TOKEN"))
          .map(HttpCookie::getValue)
          .findFirst()
          .orElse("");
    }

    HttpResponse<String> send(
        String method,
        String path,
        @org.jspecify.annotations.Nullable String body,
        Map<String, String> headers)
        throws IOException, InterruptedException {
      HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
      request.method(
          method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
      if (body != null) {
        request.header("Content-Type", "application/json");
      }
      headers.forEach(request::header);
      return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
      return send("POST", path, body, Map.of("X-XSRF-TOKEN", token()));
    }

    private static URI uri(String path) {
      return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    @Override
    public void close() {
      client.close();
    }
  }

  private record Route(String method, String path) {}

  private static List<Route> routes(Browser browser) throws IOException, InterruptedException {
    HttpResponse<String> docs = browser.send("GET", "/v3/api-docs", null, Map.of());
    assertThat(docs.statusCode()).isEqualTo(200);
    List<Route> routes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : JSON.readTree(docs.body()).get("paths").properties()) {
      path.getValue()
          .propertyNames()
          .forEach(method ->
              routes.add(
                  new Route(
                      method.toUpperCase(java.util.Locale.ROOT),
                      path.getKey().replaceAll("\\{[^}]+}", NOWHERE))));
    }
    assertThat(routes).hasSizeGreaterThan(30);
    return routes;
  }

  @Test
  void nobodyGetsAnythingUnsigned() throws Exception {
    try (Browser ana = Browser.signedIn("ana");
        Browser nobody = new Browser()) {
      for (Route route : routes(ana)) {
        if (route.path().equals("/api/session")) {
          continue;
        }
        nobody.send("GET", "/api/session", null, Map.of());
        int status =
            nobody
                .send(
                    route.method(),
                    route.path(),
                    route.method().equals("GET") ? null : "{}",
                    Map.of("X-XSRF-TOKEN", nobody.token()))
                .statusCode();
        assertThat(status).as("%s", route).isEqualTo(401);
      }
    }
  }

  @Test
  void everyChangeNeedsItsToken() throws Exception {
    try (Browser ana = Browser.signedIn("ana")) {
      int changes = 0;
      for (Route route : routes(ana)) {
        if (!route.method().equals("GET")) {
          changes++;
          assertThat(ana.send(route.method(), route.path(), "{}", Map.of()).statusCode())
              .as("%s without a token", route)
              .isEqualTo(403);
        }
      }
      assertThat(changes).isGreaterThan(12);
    }
  }

  @Test
  void caseDataNeedsAPermitOfOnesOwn() throws Exception {
    try (Browser ana = Browser.signedIn("ana")) {
      for (String path :
          List.of(
              "/api/exhibits",
              "/api/records",
              "/api/accounts",
              "/api/suggestions",
              "/api/judgements",
              "/api/entities",
              "/api/snapshots",
              "/api/findings",
              "/api/disclosures")) {
        HttpResponse<String> none = ana.send("GET", path, null, Map.of());
        assertThat(none.statusCode()).as(path).isEqualTo(403);
        assertThat(JSON.readTree(none.body()).get("code").asString())
            .isEqualTo("SX-AUTH-PERMIT-NONE");
        HttpResponse<String> invented =
            ana.send("GET", path, null, Map.of(PermitDesk.HEADER, NOWHERE));
        assertThat(invented.statusCode()).as(path).isEqualTo(403);
      }
    }
  }

  @Test
  void aWrongPasswordAndAnUnknownLogInLookAlike() throws Exception {
    try (Browser browser = new Browser()) {
      assertThat(browser.signIn("ana", "not the password")).isEqualTo(401);
      assertThat(browser.signIn("nobody", "not the password")).isEqualTo(401);
    }
  }

  @Test
  void pagesLoadNothingFromElsewhere() throws Exception {
    try (Browser browser = new Browser()) {
      HttpResponse<String> page = browser.send("GET", "/api/session", null, Map.of());
      assertThat(page.headers().firstValue("Content-Security-Policy"))
          .hasValueSatisfying(policy ->
              assertThat(policy)
                  .contains("default-src 'self'", "frame-ancestors 'none'")
                  .doesNotContain("http:", "https:", "unsafe-eval", "unsafe-inline", "*"));
      assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
      assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }
  }

  @Test
  void faultsSayCodePlaceValueAndCure() throws Exception {
    try (Browser ana = Browser.signedIn("ana")) {
      HttpResponse<String> refused =
          ana.post(
              "/api/authorities/" + NOWHERE + "/permit", "{\"purpose\":\"to look around a bit\"}");
      JsonNode body = JSON.readTree(refused.body());
      assertThat(refused.statusCode()).isBetween(400, 499);
      for (String field : List.of("code", "what", "place", "value", "cure")) {
        assertThat(body.has(field)).as(field).isTrue();
      }
      HttpResponse<String> unreadable = ana.post("/api/cases", "{\"name\":");
      assertThat(unreadable.statusCode()).isEqualTo(400);
      assertThat(JSON.readTree(unreadable.body()).get("code").asString()).isEqualTo("SX-HTTP-BODY");
    }
  }

  @Test
  void actsOfAllCasesAreTheOverseersAlone() throws Exception {
    try (Browser ana = Browser.signedIn("ana");
        Browser otto = Browser.signedIn("otto")) {
      assertThat(ana.send("GET", "/api/acts", null, Map.of()).statusCode()).isEqualTo(403);
      HttpResponse<String> all = otto.send("GET", "/api/acts", null, Map.of());
      assertThat(all.statusCode()).isEqualTo(200);
      assertThat(JSON.readTree(all.body()).size()).isPositive();
    }
  }

  @Test
  void aCaseIsOpenedByThoseWhoMay() throws Exception {
    try (Browser otto = Browser.signedIn("otto");
        Browser ana = Browser.signedIn("ana")) {
      assertThat(otto.post("/api/cases", "{\"name\":\"Not an overseer's to open\"}").statusCode())
          .isEqualTo(403);
      HttpResponse<String> opened = ana.post("/api/cases", "{\"name\":\"Opened over HTTP\"}");
      assertThat(opened.statusCode()).isEqualTo(200);
      assertThat(JSON.readTree(opened.body()).get("name").asString()).isEqualTo("Opened over HTTP");
    }
  }
}
