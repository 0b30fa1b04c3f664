package dev.sextant.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.app.HomeFolder;
import dev.sextant.app.House;
import dev.sextant.app.ServeSettings;
import dev.sextant.app.Server;
import dev.sextant.app.flow.Demo;
import dev.sextant.app.flow.TrainingPeople;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two analysts of one case, each in a window of their own, and what either is told of the other.
 */
@Tag("heavy")
@TestMethodOrder(OrderAnnotation.class) // The last one suspends the authority for good.
class LiveHttpTest {
  @TempDir static Path home;
  private static House house;
  private static Server server;
  private static TrainingPeople people;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @BeforeAll
  static void play() throws Exception {
    Files.writeString(new HomeFolder(home).trainingMark(), "");
    house = House.open(new HomeFolder(home), Optional.empty(), Clock.systemUTC());
    people = new Demo(house, line -> {}, Progress.silent()).play().people();
    server = Server.start(house, new ServeSettings("127.0.0.1", 0, true, people.logins()));
  }

  @AfterAll
  static void stop() {
    server.close();
    house.close();
  }

  /** A message of a stream. */
  private record Message(String name, String id, String data) {}

  /** An open stream, read by a thread of its own. */
  private static final class Stream implements AutoCloseable {
    private static final Message END = new Message("END", "", "");
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private final java.io.InputStream in;

    Stream(java.io.InputStream in) {
      this.in = in;
      Thread.ofVirtual().start(this::read);
    }

    private void read() {
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        String name = "";
        String id = "";
        String data = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("event:")) {
            name = line.substring(6);
          } else if (line.startsWith("id:")) {
            id = line.substring(3);
          } else if (line.startsWith("data:")) {
            data = line.substring(5);
          } else if (line.isEmpty() && !name.isEmpty()) {
            messages.add(new Message(name, id, data));
            name = "";
          }
        }
      } catch (IOException e) {
        // Closed by this side or the other: the end either way.
      }
      messages.add(END);
    }

    Message next() throws InterruptedException {
      Message message = messages.poll(30, TimeUnit.SECONDS);
      assertThat(message).as("nothing came in half a minute").isNotNull();
      return java.util.Objects.requireNonNull(message);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  /** A browser of one person. */
  private static final class Browser implements AutoCloseable {
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    private String permit = "";
    private String authority = "";

    static Browser of(String login) throws Exception {
      Browser browser = new Browser();
      browser.get("/api/session");
      int status =
          browser
              .client
              .send(
                  HttpRequest.newBuilder(uri("/login"))
                      .header("Content-Type", "application/x-www-form-urlencoded")
                      .header("X-XSRF-TOKEN", browser.token())
                      .POST(
                          BodyPublishers.ofString(
                              "username=" + login + "&password=" + TrainingPeople.PASSWORD))
                      .build(),
                  BodyHandlers.ofString())
              .statusCode();
      assertThat(status).isEqualTo(204);
      browser.get("/api/session");
      return browser;
    }

    private String token() {
      return cookies.getCookieStore().getCookies().stream()
          .filter(c -> c.getName().equals("XSRF-TOKEN"))
          .map(HttpCookie::getValue)
          .findFirst()
          .orElse("");
    }

    JsonNode get(String path) throws Exception {
      HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).GET();
      if (!permit.isEmpty()) {
        request.header(PermitDesk.HEADER, permit);
      }
      return JSON.readTree(client.send(request.build(), BodyHandlers.ofString()).body());
    }

    JsonNode post(String path, String body) throws Exception {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(uri(path))
              .header("Content-Type", "application/json")
              .header("X-XSRF-TOKEN", token())
              .POST(BodyPublishers.ofString(body));
      if (!permit.isEmpty()) {
        request.header(PermitDesk.HEADER, permit);
      }
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    String permitted() throws Exception {
      JsonNode first = get("/api/cases").get(0);
      authority = first.get("authorities").get(0).get("id").asString();
      permit =
          post("/api/authorities/" + authority + "/permit", "{\"purpose\": \"To look on\"}")
              .get("id")
              .asString();
      return first.get("id").asString();
    }

    HttpResponse<java.io.InputStream> follow(String caseId, @Nullable String after)
        throws Exception {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(uri("/api/cases/" + caseId + "/live"))
              .header(PermitDesk.HEADER, permit)
              .header("Accept", "text/event-stream");
      if (after != null) {
        request.header("Last-Event-ID", after);
      }
      return client.send(request.build(), BodyHandlers.ofInputStream());
    }

    Stream stream(String caseId, @Nullable String after) throws Exception {
      HttpResponse<java.io.InputStream> answer = follow(caseId, after);
      assertThat(answer.statusCode()).isEqualTo(200);
      return new Stream(answer.body());
    }

    @Override
    public void close() {
      client.shutdownNow();
    }
  }

  private static URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private static String published(Browser browser, String name) throws Exception {
    String draft =
        browser
            .post(
                "/api/views",
                "{\"name\":\"" + name + "\",\"view\":\"{}\",\"draftOf\":null,\"base\":0}")
            .get("id")
            .asString();
    return browser.post("/api/views/" + draft + "/publish", "{}").get("id").asString();
  }

  @Test
  @Order(1)
  void whatOnePublishesTheOtherIsToldAndNothingOfADraft() throws Exception {
    try (Browser ana = Browser.of("ana");
        Browser ben = Browser.of("ben")) {
      String caseId = ana.permitted();
      ben.permitted();
      long before = house.ledger().size();
      try (Stream stream = ben.stream(caseId, null)) {
        Message open = stream.next();
        assertThat(open.name()).isEqualTo("open");
        assertThat(house.ledger().size()).as("following is no act").isEqualTo(before);
        String view = published(ana, "Dockside words");
        Message told = stream.next();
        assertThat(told.name()).isEqualTo("change");
        JsonNode change = JSON.readTree(told.data());
        assertThat(change.get("kind").asString()).isEqualTo("view");
        assertThat(change.get("id").asString()).isEqualTo(view);
        assertThat(change.get("mine").asBoolean()).isFalse();
        assertThat(told.data()).as("no content").doesNotContain("Dockside");
        assertThat(change.properties()).hasSize(5);
        published(ben, "His own");
        assertThat(JSON.readTree(stream.next().data()).get("mine").asBoolean()).isTrue();
        String other = published(ana, "Another");
        assertThat(stream.next().data()).contains(other);
        // Who comes again is told what came since.
        try (Stream again = ben.stream(caseId, told.id())) {
          assertThat(again.next().name()).isEqualTo("open");
          assertThat(JSON.readTree(again.next().data()).get("mine").asBoolean()).isTrue();
          assertThat(again.next().data()).contains(other);
        }
        try (Stream lost = ben.stream(caseId, "another-run.7")) {
          assertThat(lost.next().name()).isEqualTo("gap");
        }
      }
    }
  }

  /**
   * The second analyst listens while the first begins a finding and drops it before anybody saw it.
   */
  @Test
  @Order(2)
  void aDraftThatIsDroppedIsToldToNobody() throws Exception {
    try (Browser ana = Browser.of("ana");
        Browser ben = Browser.of("ben")) {
      String caseId = ana.permitted();
      ben.permitted();
      try (Stream stream = ben.stream(caseId, null)) {
        assertThat(stream.next().name()).isEqualTo("open");
        String draft =
            ana.post(
                    "/api/findings",
                    """
                    {"title":"Tried and dropped","text":"To be seen whether anything comes of it.",
                     "type":"FACT","gradeScheme":"ADMIRALTY","gradeCode":"F6","method":"Read",
                     "supports":[],"counterSupports":[],"noCounterSupport":"","alternatives":[],
                     "snapshot":null,"measures":[],"entities":[],"scale":"NONE","matrix":null}
                    """)
                .get("id")
                .asString();
        String dropped =
            ana.post(
                    "/api/findings/" + draft + "/withdraw", "{\"reasons\":\"It came to nothing.\"}")
                .get("state")
                .asString();
        assertThat(dropped).isEqualTo("WITHDRAWN");
        String view = published(ana, "What is told next");
        Message told = stream.next();
        assertThat(told.data()).contains(view).doesNotContain(draft);
        // A finding of the demo was seen by the team: its withdrawal is told.
        JsonNode signed = ana.get("/api/findings").get(0);
        JsonNode withdrawn =
            ana.post(
                "/api/findings/" + signed.get("id").asString() + "/withdraw",
                "{\"reasons\":\"The export was forged.\"}");
        assertThat(withdrawn.path("state").asString())
            .as(withdrawn::toString)
            .isEqualTo("WITHDRAWN");
        assertThat(stream.next().data()).contains(signed.get("id").asString());
      }
    }
  }

  @Test
  @Order(3)
  void aHundredWindowsFollowAndAnotherCaseIsRefused() throws Exception {
    try (Browser ana = Browser.of("ana");
        Browser ben = Browser.of("ben")) {
      String caseId = ana.permitted();
      ben.permitted();
      List<Stream> streams = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        streams.add(ana.stream(caseId, null));
        streams.add(ben.stream(caseId, null));
      }
      for (Stream stream : streams) {
        assertThat(stream.next().name()).isEqualTo("open");
      }
      String view = published(ana, "Seen by a hundred");
      for (Stream stream : streams) {
        assertThat(stream.next().data()).contains(view);
      }
      for (Stream stream : streams) {
        stream.close();
      }
      assertThat(ana.follow("00000000-0000-0000-0000-000000000000", null).statusCode())
          .isEqualTo(403);
      ana.permit = "";
      assertThat(ana.follow(caseId, null).statusCode()).isEqualTo(403);
    }
  }

  @Test
  @Order(4)
  void aStreamEndsWithTheSessionAndWithTheAuthority() throws Exception {
    try (Browser ana = Browser.of("ana");
        Browser ben = Browser.of("ben")) {
      String caseId = ana.permitted();
      ben.permitted();
      try (Stream hers = ana.stream(caseId, null);
          Stream his = ben.stream(caseId, null)) {
        assertThat(hers.next().name()).isEqualTo("open");
        assertThat(his.next().name()).isEqualTo("open");
        ana.post("/logout", "");
        published(ben, "After she left");
        assertThat(his.next().name()).isEqualTo("change");
        Message over = hers.next();
        assertThat(over.name()).isEqualTo("over");
        assertThat(over.data()).contains("SX-AUTH-SIGNED-OUT");
        assertThat(hers.next()).isEqualTo(Stream.END);
        AuthorityId authority = AuthorityId.parse(ben.authority);
        house
            .authority()
            .authorities()
            .suspend(people.officer().id(), authority, "To be looked into");
        Message ended = his.next();
        assertThat(ended.name()).isEqualTo("over");
        assertThat(ended.data()).contains("SX-AUTH-PERMIT-DEAD");
        assertThat(his.next()).isEqualTo(Stream.END);
        assertThat(ben.follow(caseId, null).statusCode()).isEqualTo(403);
      }
    }
  }
}
