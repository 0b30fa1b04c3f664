package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.MovableClock;
import dev.sextant.TestServer;
import dev.sextant.app.HomeFolder;
import dev.sextant.app.House;
import dev.sextant.app.ServeSettings;
import dev.sextant.app.Server;
import dev.sextant.app.cli.SextantCommand;
import dev.sextant.app.flow.TrainingOverseer;
import dev.sextant.app.flow.TrainingPeople;
import dev.sextant.app.postgres.Database;
import dev.sextant.app.postgres.DatabaseAccess;
import dev.sextant.authority.Decision;
import dev.sextant.authority.Principle;
import dev.sextant.ledger.CheckReport;
import dev.sextant.ledger.Checkpoint;
import dev.sextant.ledger.LedgerChecker;
import dev.sextant.ledger.LedgerView;
import dev.sextant.ledger.Merkle;
import dev.sextant.ledger.WitnessPolicy;
import dev.sextant.records.TelegramSample;
import dev.sextant.terms.Digest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One real house and its running server for one scenario: the training people enrolled, a database
 * and a log of its own, a clock that moves (the database's with it), and a protocol of everything
 * that is asked, answered and proved.
 *
 * <p>How a scenario is written: one class {@code AttackNNTest} with {@code @Attack(NN)}; each of
 * its tests takes a board. It fails if the defence is removed, for it asserts the refusal's code
 * (or the act) <em>and</em> that the log holds it.
 *
 * <pre>{@code
 * @Attack(13)
 * class Attack13Test {
 *   @Test
 *   void theFourthViewOfAProfileIsBlocked(Board board) {
 *     String authority = board.inForce(board.openCase("ana"), board.ask().level(1));
 *     Caller ben = board.as("ben").under(authority, "Look at the profile once more");
 *     Answer answer = ben.get("/api/records");
 *     board.refused(answer, "SX-AUTH-REPETITION").noResultsNoCounts("100");
 *     Leaf alert = board.leafOf(leaf -> leaf.field("step").equals("ALERT"));
 *   }
 * }
 * }</pre>
 *
 * <p>People: ana, ben (analysts), olga (authorising officer), otto (overseer), ada (administrator),
 * fay (filter), lena (legal process), ina (integrity). In {@link #ask()} ana and ben are the team.
 * {@link #sql} connects as the application's role or as the database's administrator. {@link #cli}
 * runs a command in this process; commands on the home need the server stopped ({@link #stopped}).
 * Files that an attacker edits lie under {@link #home()}; {@link #stopped} again.
 */
public final class Board implements AutoCloseable {
  /** Whose connection. */
  public enum SqlRole {
    /** The role that Sextant itself uses: owns nothing. */
    APPLICATION,
    /** The administrator of the database server, whom no policy binds. */
    ADMINISTRATOR
  }

  private final Scene scene;
  private final BoardHome home;
  private final MovableClock clock =
      new MovableClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
  private final Map<String, Caller> callers = new LinkedHashMap<>();
  private final long begun;
  private @Nullable House house;
  private @Nullable Server server;

  private Board(Scene scene, BoardHome home) {
    this.scene = scene;
    this.home = home;
    start();
    this.begun = house().ledger().size();
  }

  /** Opens a board for a scenario of this name. */
  static Board open(String name) {
    return new Board(new Scene(name), BoardHome.fresh());
  }

  /** Opens the house and serves it. */
  public void start() {
    House opened = House.open(home.folder(), Optional.of(home.database()), clock);
    this.house = opened;
    this.server =
        Server.start(opened, new ServeSettings("127.0.0.1", 0, true, List.of("training")));
  }

  /** Stops serving and closes the house, as an operator does; everybody must sign in again. */
  public void stop() {
    callers.values().forEach(Caller::close);
    callers.clear();
    Server running = server;
    House open = house;
    server = null;
    house = null;
    if (running != null) {
      running.close();
    }
    if (open != null) {
      open.close();
    }
  }

  /** Does something to the home while nothing runs on it, then starts again. */
  public void stopped(Runnable work) {
    stop();
    work.run();
    start();
  }

  /** The house, for what has no door outside; a scenario goes through HTTP where it can. */
  public House house() {
    House open = house;
    if (open == null) {
      throw new IllegalStateException("stopped");
    }
    return open;
  }

  /** Where its files lie. */
  public HomeFolder home() {
    return home.folder();
  }

  /** How its database is reached. */
  public DatabaseAccess database() {
    return home.database();
  }

  /** What time it is here. */
  public Instant now() {
    return clock.instant();
  }

  /** Lets time pass, for the database too. */
  public void advance(Duration by) {
    clock.advance(by);
    Database.keepTime(home.database(), clock);
    scene.say("The clock moves on by " + by + ", to " + clock.instant() + ".");
  }

  /** Where the server answers, as {@code http://127.0.0.1:port}. */
  public String base() {
    Server running = server;
    if (running == null) {
      throw new IllegalStateException("stopped");
    }
    return "http://127.0.0.1:" + running.port();
  }

  /** One of the training people at their browser, signed in; the same one each time. */
  public Caller as(String login) {
    return callers.computeIfAbsent(login, this::another);
  }

  /** A browser of its own for this person, signed in. */
  public Caller another(String login) {
    return new Caller(login, base(), scene).signIn(TrainingPeople.PASSWORD);
  }

  /** Puts a sentence into the dossier. */
  public void say(String text) {
    scene.say(text);
  }

  Scene scene() {
    return scene;
  }

  // Cases and authorities.

  /** Opens a case and gives its id. */
  public String openCase(String login) {
    return as(login).post("/api/cases", Map.of("name", "Operation Lantern")).requireOk().text("id");
  }

  /** A complete application by ana for ana and ben. */
  public Ask ask() {
    return new Ask(now(), List.of(as("ana").id(), as("ben").id()));
  }

  /** Drafts, signs and submits as ana; gives the authority's id. */
  public String submitted(String caseId, Ask ask) {
    Caller ana = as("ana");
    String id =
        ana.post("/api/cases/" + caseId + "/authorities", ask.form()).requireOk().text("id");
    signAndSubmit(ana, id);
    return id;
  }

  /** Signs the six principles of a draft and submits it. */
  public void signAndSubmit(Caller applicant, String authority) {
    for (Principle principle : Principle.values()) {
      applicant
          .post("/api/authorities/" + authority + "/principles/" + principle, Map.of())
          .requireOk();
    }
    move(applicant, authority, "submit", "").requireOk();
  }

  /** Makes a transition; decisions are of the document as it stands now. */
  public Answer move(Caller who, String authority, String transition, String reasons) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("reasons", reasons);
    body.put("digest", who.get("/api/authorities/" + authority).requireOk().text("digest"));
    if (transition.startsWith("oversee-")) {
      body.put("note", note(who, authority, transition, reasons));
    }
    return who.post("/api/authorities/" + authority + "/" + transition, body);
  }

  /* What an overseer does where his key is: reads the text that the server gives, and signs it. */
  private String note(Caller who, String authority, String transition, String reasons) {
    Decision decision =
        switch (transition) {
          case "oversee-approve" -> Decision.APPROVED;
          case "oversee-refuse" -> Decision.REFUSED;
          default -> Decision.RETURNED;
        };
    String text =
        who.get(
                "/api/authorities/"
                    + authority
                    + "/note?decision="
                    + decision
                    + "&reasons="
                    + Digest.ofFields(reasons))
            .requireOk()
            .text("text");
    return TrainingOverseer.open(home()).sign(text);
  }

  /** Applies, and has olga and, where he must, otto decide: an authority in force. */
  public String inForce(String caseId, Ask ask) {
    String id = submitted(caseId, ask);
    Answer decided =
        move(as("olga"), id, "approve", "The application is complete and argued.").requireOk();
    if (decided.text("state").equals("OVERSIGHT_PENDING")) {
      decided =
          move(as("otto"), id, "oversee-approve", "Confirmed from outside, with the bounds asked.")
              .requireOk();
    }
    assertThat(decided.text("state")).isEqualTo("ACTIVE");
    return id;
  }

  /**
   * A case that is ready: ana holds a permit, and a small Telegram export is sealed and read. Its
   * selector is the account 100; chat 200 is Anna's (100) with a customer and in scope, and so is
   * chat 300.
   *
   * @param caseId the case
   * @param authority its authority, level 2
   * @param exhibit the export
   */
  public record Ready(String caseId, String authority, String exhibit) {}

  /** Makes a case ready; see {@link Ready}. */
  public Ready ready() {
    return ready(ask());
  }

  /** Makes a case ready under an authority of one's own making. */
  public Ready ready(Ask ask) {
    String caseId = openCase("ana");
    String authority = inForce(caseId, ask);
    Caller ana = as("ana").under(authority, "Find out who placed the orders");
    Instant day = Instant.parse("2026-03-02T10:00:00Z");
    byte[] export =
        new TelegramSample()
            .chat(
                200,
                new TelegramSample.Said(100, day, "Two diggers on Friday, same yard"),
                new TelegramSample.Said(200, day.plusSeconds(60), "Price as last time?"))
            .chat(300, new TelegramSample.Said(300, day.plusSeconds(3600), "No, not with me"))
            .bytes();
    String exhibit = ana.seal("result.json", "USER_EXPORT", export, true);
    return new Ready(caseId, authority, exhibit);
  }

  // Raw SQL and the command line.

  /** A connection of one's own to the database, past the program. The caller closes it. */
  public Connection connect(SqlRole role) {
    try {
      DatabaseAccess access = home.database();
      return role == SqlRole.ADMINISTRATOR
          ? TestServer.one().administrator(access)
          : DriverManager.getConnection(
              access.url() + "?currentSchema=sextant",
              access.application().role(),
              access.application().password());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Runs one statement past the program; tables are named {@code sextant.table}.
   *
   * @return rows as text, or the number of rows changed; or the database's refusal as {@code
   *     SQLSTATE 42501}
   */
  public List<List<String>> sql(SqlRole role, String statement) {
    List<List<String>> rows = new ArrayList<>();
    String decision;
    try (Connection connection = connect(role);
        Statement sql = connection.createStatement()) {
      if (sql.execute(statement)) {
        try (ResultSet found = sql.getResultSet()) {
          int columns = found.getMetaData().getColumnCount();
          while (found.next()) {
            List<String> row = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
              row.add(String.valueOf(found.getString(i)));
            }
            rows.add(row);
          }
        }
        decision = rows.size() + " rows";
      } else {
        decision = sql.getUpdateCount() + " rows changed";
        rows.add(List.of(Integer.toString(sql.getUpdateCount())));
      }
    } catch (SQLException e) {
      decision = "refused by the database, SQLSTATE " + e.getSQLState();
      rows.add(List.of("SQLSTATE " + e.getSQLState()));
    }
    scene.request("SQL as " + role, statement, null, decision, rows.toString());
    return rows;
  }

  /**
   * What a command said.
   *
   * @param exit its exit code
   * @param out its standard output
   * @param err its error stream
   */
  public record Said(int exit, String out, String err) {}

  /** Runs {@code sextant} with these arguments in this process. */
  public Said cli(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = SextantCommand.run(args, new PrintWriter(out), new PrintWriter(err));
    scene.request(
        "command line", "sextant " + String.join(" ", args), null, "exit " + exit, out + "" + err);
    return new Said(exit, out.toString(), err.toString());
  }

  /**
   * Runs {@code sextant-verify} with these arguments in this process: it shares nothing with the
   * server but the log's code.
   */
  public Said verify(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = dev.sextant.verify.Main.run(args, new PrintWriter(out), new PrintWriter(err));
    scene.request(
        "outside checker",
        "sextant-verify " + String.join(" ", args),
        null,
        "exit " + exit,
        out + "" + err);
    return new Said(exit, out.toString(), err.toString());
  }

  /**
   * Starts {@code sextant} with these arguments as a process of its own; its output and errors go
   * into this file. The caller ends it.
   */
  public Process spawn(Path output, String... args) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.sextant.app.Main"));
    command.addAll(List.of(args));
    scene.request("command line", "sextant " + String.join(" ", args), null, "started", "");
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(output.toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The options with which a command finds this home and its database. */
  public List<String> homeOptions() {
    DatabaseAccess access = home.database();
    Path settings = home.folder().path().resolveSibling("database.properties");
    Path password = home.folder().path().resolveSibling("password");
    try {
      Files.writeString(
          settings,
          String.join(
              "\n",
              "database.url=" + access.url(),
              "database.owner=" + access.owner().role(),
              "database.owner-password=" + access.owner().password(),
              "database.app=" + access.application().role(),
              "database.app-password=" + access.application().password()));
      Files.writeString(password, TrainingPeople.PASSWORD);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.of(
        "--home", home.folder().path().toString(), "--database-settings", settings.toString());
  }

  /** The file with everybody's training password, after {@link #homeOptions()}. */
  public Path passwordFile() {
    return home.folder().path().resolveSibling("password");
  }

  // Proof.

  /** Requires a refusal with this code, whole, and that the log holds it; its proof is shown. */
  public Answer refused(Answer answer, String code) {
    assertThat(answer.ok()).as("refused: %s", answer.body()).isFalse();
    assertThat(answer.code()).as(answer.body()).isEqualTo(code);
    for (String field : List.of("what", "place", "cure")) {
      assertThat(answer.text(field)).as(field).isNotBlank();
    }
    leafOf(code);
    return answer;
  }

  /** The newest entry of this scenario with this code, proved; fails if there is none. */
  public Leaf leafOf(String code) {
    return newest("an entry with the code " + code, leaf -> leaf.field("code").equals(code));
  }

  /** The newest entry of this scenario of which this is true, proved; fails if there is none. */
  public Leaf leafOf(Predicate<Leaf> wanted) {
    return newest("such an entry", wanted);
  }

  /** Entries of this scenario of which this is true, oldest first, without proof. */
  public List<Leaf> leaves(Predicate<Leaf> wanted) {
    Checkpoint checkpoint = house().ledger().checkpoint();
    LedgerView log = house().ledger().view();
    List<Leaf> found = new ArrayList<>();
    for (long i = begun; i < checkpoint.size(); i++) {
      Leaf leaf = new Leaf(i, log.entry(i), checkpoint.size(), checkpoint.root(), List.of());
      if (wanted.test(leaf)) {
        found.add(leaf);
      }
    }
    return found;
  }

  private Leaf newest(String what, Predicate<Leaf> wanted) {
    List<Leaf> found = leaves(wanted);
    assertThat(found).as("the log holds %s", what).isNotEmpty();
    Leaf proved = prove(found.getLast());
    scene.proof(proved);
    return proved;
  }

  /* The path is checked against the signed root, and the ledger's own checker hashes the whole log
   * anew and verifies the log's key. */
  private Leaf prove(Leaf found) {
    LedgerView log = house().ledger().view();
    Checkpoint checkpoint = Checkpoint.parse(log.checkpoint());
    CheckReport report =
        new LedgerChecker(
                house().ledger().verifier(),
                new WitnessPolicy(home().readWitnesses(), 0),
                home().readRemembered())
            .check(log);
    assertThat(report.flaws()).isEmpty();
    assertThat(report.signed()).isTrue();
    List<Digest> path = log.inclusion(found.index(), checkpoint.size());
    assertThat(
            Merkle.includes(
                found.index(),
                checkpoint.size(),
                Merkle.leafHash(found.bytes()),
                path.stream().map(Digest::bytes).toList(),
                checkpoint.root().bytes()))
        .as("entry %d is in the tree of %d", found.index(), checkpoint.size())
        .isTrue();
    return new Leaf(found.index(), found.bytes(), checkpoint.size(), checkpoint.root(), path);
  }

  @Override
  public void close() {
    try {
      stop();
    } finally {
      home.delete();
    }
  }
}
