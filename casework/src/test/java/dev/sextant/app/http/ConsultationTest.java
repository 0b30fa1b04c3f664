package dev.sextant.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.app.HomeFolder;
import dev.sextant.app.House;
import dev.sextant.app.ServeSettings;
import dev.sextant.app.Server;
import dev.sextant.app.flow.Demo;
import dev.sextant.app.flow.TrainingPeople;
import dev.sextant.ledger.LedgerView;
import dev.sextant.terms.CanonicalJson;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Article 25 of Directive (EU) 2016/680, counted: whoever walks the whole API with an instrumented
 * client finds one entry in the log for each answer that holds data of a case, with the
 * justification, the person and the moment; and with the recipient where something is handed out.
 */
@Tag("heavy")
class ConsultationTest {
  /** Answers to these hold data of no case whatever is asked; each says why. */
  private static final Map<String, String> WITHOUT_CASE_DATA =
      Map.of(
          "/api/jobs/{id}", "states of work, by random identifiers",
          "/api/jobs/{id}/events", "the same, as they change",
          "/api/acts/{leaf}/proof", "the log holds no content",
          "/api/law/{kind}/{digest}", "texts of the house's law",
          "/api/filter/{authority}/releasable", "a filter officer's way: FilterTest has it");

  /** Streams that do not end by themselves, and hold identifiers only: LiveHttpTest has them. */
  private static final Set<String> STREAMS = Set.of("/api/cases/{id}/live");

  /** What nothing in the demo could be filled in for, and who asks it instead. */
  private static final Map<String, String> NOT_IN_THE_DEMO =
      Map.of(
          "/api/records/{id}/media/{medium}/bytes",
          "its exports hold no pictures: SamePictureTest opens one",
          "/api/timestamps/{id}/request",
          "nobody asks for a timestamp in it: ParcelsTest does",
          "/api/timestamps/{id}/answer",
          "the same",
          "/api/exhibits/{id}/picture",
          "none of its exhibits is a picture: RedactedReleaseTest copies one",
          "/api/records/{id}/media/{medium}/picture",
          "its exports hold no pictures: RedactedReleaseTest copies one out of an archive");

  /**
   * Names, handles, selectors and words of the demo's people: nobody at the agency is called so.
   */
  private static final List<String> MARKS =
      List.of("telegram:", "platform_id@", "instagram:", "phone:", "email:");

  @TempDir static Path home;
  private static House house;
  private static Server server;
  private static HttpClient client;
  private static CookieManager cookies;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @BeforeAll
  static void play() throws Exception {
    // Nobody in it is real: such a home brings its own witness.
    Files.writeString(new HomeFolder(home).trainingMark(), "");
    house = House.open(new HomeFolder(home), Optional.empty(), Clock.systemUTC());
    Demo.Played played = new Demo(house, line -> {}, Progress.silent()).play();
    server = Server.start(house, new ServeSettings("127.0.0.1", 0, true, played.people().logins()));
    cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    client = HttpClient.newBuilder().cookieHandler(cookies).build();
    get("/api/session", null);
    int signedIn =
        client
            .send(
                HttpRequest.newBuilder(uri("/login"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("X-XSRF-TOKEN", token())
                    .POST(
                        BodyPublishers.ofString("username=ana&password=" + TrainingPeople.PASSWORD))
                    .build(),
                BodyHandlers.ofString())
            .statusCode();
    assertThat(signedIn).isEqualTo(204);
    get("/api/session", null);
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
    house.close();
  }

  private static URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private static String token() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(c -> c.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  private record Answer(int status, String body, List<Map<String, @Nullable Object>> entries) {
    List<Map<String, @Nullable Object>> intents(Set<String> classes) {
      return entries.stream()
          .filter(e -> "intent".equals(e.get("kind")))
          .filter(e -> classes.contains(classOf(e)))
          .toList();
    }

    boolean shows() {
      return status == 200 && MARKS.stream().anyMatch(body::contains);
    }
  }

  private static String classOf(Map<String, @Nullable Object> entry) {
    Object own = entry.get("class");
    Object given = entry.get("inputs") instanceof Map<?, ?> inputs ? inputs.get("class") : null;
    return String.valueOf(own != null ? own : given);
  }

  private static Answer get(String path, @Nullable String permit) throws Exception {
    long before = house.ledger().size();
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).GET();
    if (permit != null) {
      request.header(PermitDesk.HEADER, permit);
    }
    return answer(request.build(), before);
  }

  /** Asked by POST since it takes a list, and a look all the same. */
  private static Answer post(String path, String body, @Nullable String permit) throws Exception {
    long before = house.ledger().size();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .header("X-XSRF-TOKEN", token())
            .POST(BodyPublishers.ofString(body));
    if (permit != null) {
      request.header(PermitDesk.HEADER, permit);
    }
    return answer(request.build(), before);
  }

  private static Answer answer(HttpRequest request, long before) throws Exception {
    HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
    house.ledger().checkpoint();
    LedgerView log = house.ledger().view();
    List<Map<String, @Nullable Object>> entries = new ArrayList<>();
    for (long leaf = before; leaf < log.size(); leaf++) {
      entries.add(CanonicalJson.readObject(log.entry(leaf)));
    }
    return new Answer(
        response.statusCode(), new String(response.body(), StandardCharsets.UTF_8), entries);
  }

  private static Map<String, Boolean> routes() throws Exception {
    Map<String, Boolean> gets = new LinkedHashMap<>();
    JsonNode paths = JSON.readTree(get("/v3/api-docs", null).body()).get("paths");
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      if (path.getValue().has("get") && !STREAMS.contains(path.getKey())) {
        gets.put(path.getKey(), true);
      }
    }
    assertThat(gets).hasSizeGreaterThan(20);
    return gets;
  }

  private String firstAuthority() throws Exception {
    return JSON.readTree(get("/api/cases", null).body())
        .get(0)
        .get("authorities")
        .get(0)
        .get("id")
        .asString();
  }

  private String permit(String authority) throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(uri("/api/authorities/" + authority + "/permit"))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", token())
                .POST(BodyPublishers.ofString("{\"purpose\": \"Walk through all that there is\"}"))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body()).get("id").asString();
  }

  /* Each place is filled with the id of something that the list before it names. */
  private static @Nullable String filled(String path, String permit) throws Exception {
    int open = path.indexOf('{');
    if (open < 0) {
      return path;
    }
    String list = path.substring(0, open - 1);
    String id;
    if (list.equals("/api/authorities")) {
      JsonNode cases = JSON.readTree(get("/api/cases", null).body());
      id = cases.get(0).get("authorities").get(0).get("id").asString();
    } else if (list.endsWith("/papers")) {
      id = "PRESERVATION_LETTER";
    } else {
      Answer answer = get(list, permit);
      if (answer.status() != 200) {
        return null;
      }
      JsonNode all = JSON.readTree(answer.body());
      JsonNode items = all.has("items") ? all.get("items") : all;
      if (!items.isArray() || items.isEmpty() || !items.get(0).has("id")) {
        return null;
      }
      id = items.get(0).get("id").asString();
    }
    return filled(path.replaceFirst("\\{[^}]+}", id), permit);
  }

  private static String parameters(String route, String permit) throws Exception {
    return switch (route) {
      case "/api/account" -> {
        JsonNode accounts = JSON.readTree(get("/api/accounts", permit).body());
        yield "?key=" + accounts.get(0).get("key").asString();
      }
      case "/api/footprint" -> "?asked=anna";
      case "/api/entity" -> {
        JsonNode entities = JSON.readTree(get("/api/entities", permit).body());
        yield "?key=" + entities.get(0).get("key").asString();
      }
      case "/api/entity-path" -> {
        JsonNode accounts = JSON.readTree(get("/api/accounts", permit).body());
        yield "?a="
            + accounts.get(0).get("key").asString()
            + "&b="
            + accounts.get(1).get("key").asString();
      }
      case "/api/judgement-preview" -> {
        JsonNode judgements = JSON.readTree(get("/api/judgements", permit).body());
        yield "?withdraw=" + judgements.get(0).get("id").asString();
      }
      case "/api/view-versions" -> "?view=00000000-0000-0000-0000-000000000000";
      case "/api/authorities/{id}/diff" -> "?before=1&after=1";
      case "/api/authorities/{id}/note" -> "?decision=APPROVED&reasons=" + "0".repeat(64);
      case "/api/exhibits/{id}/generations/diff" -> "?older=1&newer=1";
      case "/api/records/export" -> "?format=ndjson";
      default -> "";
    };
  }

  @Test
  void viewsAreLeaves() throws Exception {
    String permit = permit(firstAuthority());
    String ana = house.authority().people().byLogin("ana").orElseThrow().id().toString();
    int views = 0;
    int leaves = 0;
    Set<String> walked = new TreeSet<>();
    Set<String> unfilled = new TreeSet<>();
    for (String route : routes().keySet()) {
      String path = filled(route, permit);
      if (path == null) {
        unfilled.add(route);
        continue;
      }
      path += parameters(route, permit);
      Answer without = get(path, null);
      Answer with = get(path, permit);
      // A route that is not understood would pass as one without case data.
      assertThat(List.of(without.status(), with.status())).as(path).doesNotContain(400, 404, 500);
      boolean caseData = without.status() == 403 && with.status() == 200;
      if (!caseData) {
        // Nothing personal without a permit, unless the log says who looked and what for.
        int told = without.intents(Set.of("CONSULTATION")).size();
        assertThat(without.shows() ? 1 : 0)
            .as(route + " shows " + without.body())
            .isLessThanOrEqualTo(told);
        continue;
      }
      walked.add(route);
      views++;
      List<Map<String, @Nullable Object>> intents =
          with.intents(Set.of("CONSULTATION", "DISCLOSURE"));
      assertThat(intents).as(route + " is one consultation: " + with.entries()).hasSize(1);
      leaves += intents.size();
      Map<String, @Nullable Object> intent = intents.getFirst();
      assertThat(intent.get("actor")).as(route).isEqualTo(ana);
      assertThat(Instant.parse(String.valueOf(intent.get("at")))).isBefore(Instant.now());
      String why =
          intent.get("purpose") != null
              ? String.valueOf(intent.get("purpose"))
              : String.valueOf(
                  ((Map<?, ?>) Objects.requireNonNull(intent.get("inputs"))).get("purpose"));
      assertThat(why).as(route + " says why").matches("hmac:[0-9a-f]{64}|application");
      if ("DISCLOSURE".equals(intent.get("class"))) {
        assertThat(with.entries().toString()).as(route).contains("recipientId");
      }
      assertThat(with.entries().stream().filter(e -> "outcome".equals(e.get("kind"))))
          .as(route)
          .allMatch(e -> "DONE".equals(e.get("outcome")));
    }
    assertThat(leaves).isEqualTo(views);
    System.out.println("ConsultationTest walked " + walked);
    assertThat(walked)
        .contains(
            "/api/exhibits",
            "/api/exhibits/{id}",
            "/api/exhibits/{id}/chain",
            "/api/exhibits/{id}/reader",
            "/api/exhibits/{id}/generations",
            "/api/exhibits/{id}/generations/diff",
            "/api/records",
            "/api/records/{id}",
            "/api/records/{id}/bytes",
            "/api/records/{id}/notes",
            "/api/records/{id}/rows",
            "/api/records/{id}/same",
            "/api/records/export",
            "/api/records/lines",
            "/api/searches",
            "/api/accounts",
            "/api/suggestions",
            "/api/judgements",
            "/api/entities",
            "/api/entity",
            "/api/footprint",
            "/api/entity-changes",
            "/api/entity-path",
            "/api/judgement-preview",
            "/api/snapshots",
            "/api/snapshots/{id}",
            "/api/snapshots/{id}/chart",
            "/api/snapshots/{id}/measures",
            "/api/views",
            "/api/view-versions",
            "/api/findings",
            "/api/findings/{id}",
            "/api/disclosures",
            "/api/disclosures/{id}/bundle",
            "/api/disclosures/{id}/report",
            "/api/disclosures/{id}/bag",
            "/api/disclosures/{id}/portable",
            "/api/timestamps",
            "/api/recalls",
            "/api/account",
            "/api/subjects",
            "/api/findings/{id}/origins",
            "/api/findings/{id}/published",
            "/api/exhibits/{id}/class",
            "/api/permit");
    unfilled.removeAll(NOT_IN_THE_DEMO.keySet());
    assertThat(unfilled).isSubsetOf(WITHOUT_CASE_DATA.keySet());
  }

  @Test
  void picturesThatWouldLeaveAreALook() throws Exception {
    String permit = permit(firstAuthority());
    JsonNode findings = JSON.readTree(get("/api/findings", permit).body());
    String asked =
        "{\"findings\": [\"%s\"], \"template\": \"intelligence-report\", \"withhold\": true}"
            .formatted(findings.get(0).get("id").asString());

    Answer without = post("/api/disclosures/pictures", asked, null);
    assertThat(without.status()).isEqualTo(403);
    assertThat(without.shows()).isFalse();
    assertThat(without.intents(Set.of("CONSULTATION"))).isEmpty();

    Answer with = post("/api/disclosures/pictures", asked, permit);
    assertThat(with.status()).as(with.body()).isEqualTo(200);
    assertThat(JSON.readTree(with.body()).isArray()).isTrue();
    List<Map<String, @Nullable Object>> intents =
        with.intents(Set.of("CONSULTATION", "DISCLOSURE"));
    assertThat(intents).as("one look: " + with.entries()).hasSize(1);
    assertThat(intents.getFirst())
        .containsEntry("step", "VIEW")
        .containsEntry(
            "actor", house.authority().people().byLogin("ana").orElseThrow().id().toString());
    assertThat(String.valueOf(intents.getFirst().get("purpose"))).matches("hmac:[0-9a-f]{64}");

    // A finding that is not of the case is refused, and the log has the look that failed.
    Answer foreign =
        post(
            "/api/disclosures/pictures",
            "{\"findings\": [\"00000000-0000-0000-0000-000000000000\"], \"template\": \"\", \"withhold\": false}",
            permit);
    assertThat(foreign.status()).isBetween(400, 499);
    assertThat(foreign.intents(Set.of("CONSULTATION"))).hasSize(1);
    assertThat(foreign.entries().toString()).contains("FAILED");
  }

  @Test
  void anApplicationsSelectorsAreConsultedToo() throws Exception {
    String authority = firstAuthority();
    Answer answer = get("/api/authorities/" + authority, null);
    assertThat(answer.shows()).isTrue();
    assertThat(answer.intents(Set.of("CONSULTATION"))).hasSize(1);
  }
}
