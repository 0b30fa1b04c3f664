package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.MovableClock;
import dev.sextant.authority.Act;
import dev.sextant.authority.JurisdictionPack;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Purpose;
import dev.sextant.authority.Step;
import dev.sextant.custody.Exhibit;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.tips.Tip;
import dev.sextant.tips.TipDesk;
import dev.sextant.tips.TipFolder;
import dev.sextant.tips.TipKeys;
import dev.sextant.tips.TipServer;
import dev.sextant.tips.TipSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A tip process with its desk, as tips reach a case of a board. */
final class TipPost implements AutoCloseable {
  static final String PLANTED_AGENT = "PlantedAgent/7.31";
  static final String PLANTED_FORWARD = "203.0.113.77";
  static final String PLANTED_ADDRESS = "127.0.0.77";

  private static final Pattern STAMP = Pattern.compile("name=\"stamp\" value=\"([0-9a-f]+)\"");
  private static final Pattern CODE = Pattern.compile("class=\"code\">([a-z ]+)<");

  private final Board board;
  private final String authority;
  private final Path keys;
  private final Path vault;
  private final TipFolder folder;
  private final MovableClock clock;
  private final TipServer server;
  private final HttpClient client;
  private final List<HttpResponse<String>> answers = new ArrayList<>();

  private TipPost(Board board, String authority, Path temp) throws IOException {
    this.board = board;
    this.authority = authority;
    this.keys = temp.resolve("desk");
    this.vault = temp.resolve("vault");
    this.folder = new TipFolder(temp.resolve("tips"));
    assertThat(board.cli("tips", "desk", "keys", "--out", keys.toString()).exit()).isZero();
    Files.createDirectories(folder.path());
    Files.copy(keys.resolve("desk.pub"), folder.deskKey());
    this.clock = new MovableClock(board.now());
    this.server = TipServer.start(folder, settings(), clock);
    this.client =
        HttpClient.newBuilder().localAddress(InetAddress.getByName(PLANTED_ADDRESS)).build();
  }

  /** Opens one, with an authority of level 1 in force for the tips' case. */
  static TipPost open(Board board, Path temp) throws IOException {
    String authority = board.inForce(board.openCase("ana"), board.ask().level(1));
    return new TipPost(board, authority, temp);
  }

  /* As the pack says, with cheaper mailboxes: what is tried here is not how slow they are. */
  static TipSettings settings() {
    JurisdictionPack pack = JurisdictionPack.shipped("us-federal");
    return new TipSettings(
        0,
        new TipSettings.Argon(1024, 1),
        new TipSettings.Argon(64, 1),
        (int) pack.number("tips.stampBits"),
        pack.duration("tips.shortestStay"),
        (int) pack.number("tips.hourlyWithoutStamp"),
        (int) pack.number("tips.mostBytes"));
  }

  TipFolder folder() {
    return folder;
  }

  Path keys() {
    return keys;
  }

  String authority() {
    return authority;
  }

  /** Everything that the process answered, with its headers. */
  List<HttpResponse<String>> answers() {
    return List.copyOf(answers);
  }

  HttpResponse<String> get(String path) {
    return exchange(request(path).GET());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .header("User-Agent", PLANTED_AGENT)
        .header("X-Forwarded-For", PLANTED_FORWARD)
        .header("Forwarded", "for=" + PLANTED_FORWARD)
        .header("Cookie", "track=" + PLANTED_FORWARD);
  }

  private HttpResponse<String> exchange(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      answers.add(response);
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> post(String path, Map<String, String> fields, Map<String, byte[]> files) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    String mark = "----mark4711";
    fields.forEach((name, value) ->
        body.writeBytes(
            ("--"
                    + mark
                    + "\r\nContent-Disposition: form-data; name=\""
                    + name
                    + "\"\r\n\r\n"
                    + value
                    + "\r\n")
                .getBytes(StandardCharsets.UTF_8)));
    new TreeMap<>(files)
        .forEach((name, bytes) -> {
          body.writeBytes(
              ("--"
                      + mark
                      + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
                      + name
                      + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                  .getBytes(StandardCharsets.UTF_8));
          body.writeBytes(bytes);
          body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        });
    body.writeBytes(("--" + mark + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return exchange(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + mark)
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  String stamp() {
    Matcher stamp = STAMP.matcher(get("/").body());
    assertThat(stamp.find()).isTrue();
    return stamp.group(1);
  }

  /** Sends a tip as a browser without scripts does, and gives the return code. */
  String send(String text, Map<String, byte[]> files) {
    String stamp = stamp();
    clock.advance(Duration.ofSeconds(20));
    HttpResponse<String> sent = post("/tip", Map.of("text", text, "stamp", stamp), files);
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
    Matcher code = CODE.matcher(sent.body());
    assertThat(code.find()).as(sent.body()).isTrue();
    return code.group(1);
  }

  /** Brings the queue into the case, at the desk, and has ana hold a permit again. */
  Board.Said importAll() {
    Board.Said[] said = new Board.Said[1];
    board.stopped(() -> {
      List<String> command = new ArrayList<>(List.of("tips", "desk", "import"));
      command.addAll(board.homeOptions());
      command.addAll(List.of("--as", "ana", "--password-file", board.passwordFile().toString()));
      command.addAll(List.of("--authority", authority, "--purpose", "Look at what came in"));
      command.addAll(List.of("--queue", folder.queue().toString()));
      command.addAll(List.of("--key", keys.resolve("desk.key").toString()));
      command.addAll(List.of("--vault", vault.toString()));
      command.addAll(List.of("--vault-key", keys.resolve("vault.pub").toString()));
      said[0] = board.cli(command.toArray(String[]::new));
    });
    assertThat(said[0].err()).isEmpty();
    assertThat(said[0].exit()).isZero();
    board.as("ana").under(authority, "Look at what came in");
    return said[0];
  }

  /** What the vault's keeper finds in it. */
  List<Tip.Attachment> vault() throws IOException {
    try (Stream<Path> files = Files.list(vault)) {
      return files
          .map(f -> TipDesk.original(TipKeys.readPrivate(keys.resolve("vault.key")), f))
          .toList();
    }
  }

  /** An exhibit's bytes, as Latin-1. */
  String exhibit(String name) {
    return custody(exhibit -> exhibit.name().equals(name)).getFirst();
  }

  /** All exhibits' bytes, as Latin-1. */
  String everythingInCustody() {
    return String.join("", exhibits(""));
  }

  /** The bytes of exhibits whose names begin so, as Latin-1. */
  List<String> exhibits(String beginning) {
    return custody(exhibit -> exhibit.name().startsWith(beginning));
  }

  private List<String> custody(java.util.function.Predicate<Exhibit> wanted) {
    Permit permit =
        board
            .house()
            .authority()
            .authorities()
            .permit(
                ActorId.parse(board.as("ana").id()),
                AuthorityId.parse(authority),
                new Purpose("Look at what came in"));
    List<String> all = new ArrayList<>();
    for (Exhibit exhibit : board.house().rooms().custody().exhibits(permit)) {
      if (wanted.test(exhibit)) {
        try (Act act = permit.begin(Step.VIEW, Particulars.none().id("exhibit", exhibit.id()));
            InputStream in =
                Channels.newInputStream(board.house().rooms().custody().open(act, exhibit.id()))) {
          all.add(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
          act.done(exhibit.digest());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    assertThat(all).isNotEmpty();
    return all;
  }

  @Override
  public void close() {
    client.shutdownNow();
    server.close();
  }
}
