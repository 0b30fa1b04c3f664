package dev.sextant.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  @TempDir Path home;

  @Test
  void startsDurablyStopsAndStartsAgain() throws Exception {
    int port;
    try (EmbeddedPostgres server = EmbeddedPostgres.start(home);
        Database database = Database.open(server.access(), Clock.systemUTC())) {
      port = server.port();
      assertThat(Files.readString(home.resolve("postgres/port"))).isEqualTo("" + port);
      for (Map.Entry<String, String> setting :
          Map.of(
                  "fsync", "on",
                  "synchronous_commit", "on",
                  "full_page_writes", "on",
                  "data_checksums", "on",
                  "password_encryption", "scram-sha-256",
                  "listen_addresses", "127.0.0.1")
              .entrySet()) {
        assertThat(show(database, setting.getKey()))
            .as(setting.getKey())
            .isEqualTo(setting.getValue());
      }
      try (var files = Files.list(home.resolve("keys"))) {
        for (Path key : files.toList()) {
          assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
              .isEqualTo("rw-------");
        }
      }
      DatabaseAccess.Login wrong =
          new DatabaseAccess.Login(server.access().application().role(), "wrong");
      assertThatThrownBy(() ->
              DriverManager.getConnection(server.access().url(), wrong.role(), wrong.password()))
          .isInstanceOf(SQLException.class);
      try (EmbeddedPostgres second = EmbeddedPostgres.start(home)) {
        assertThat(second.owned()).isFalse();
        assertThat(second.port()).isEqualTo(port);
      }
      assertThat(show(database, "fsync")).as("the second's end stops nothing").isEqualTo("on");
    }
    assertThat(Files.exists(home.resolve("postgres/cluster/postmaster.pid"))).isFalse();
    try (EmbeddedPostgres again = EmbeddedPostgres.start(home)) {
      assertThat(again.owned()).isTrue();
      assertThat(tables(again)).isGreaterThan(10);
    }
  }

  @Test
  void comesBackAfterItsProcessAndTheServerWereKilled() throws Exception {
    Process house = house();
    String port = house.inputReader().readLine();
    assertThat(port).matches("[0-9]+");
    house.destroyForcibly().waitFor();
    long postmaster = pid();
    assertThat(ProcessHandle.of(postmaster)).as("the server outlives its starter").isPresent();
    try (EmbeddedPostgres taken = EmbeddedPostgres.start(home)) {
      assertThat(taken.owned()).isTrue();
      assertThat(tables(taken)).isGreaterThan(10);
    }

    Process other = house();
    assertThat(other.inputReader().readLine()).matches("[0-9]+");
    ProcessHandle.of(pid()).orElseThrow().destroyForcibly();
    other.destroyForcibly().waitFor();
    try (EmbeddedPostgres recovered = EmbeddedPostgres.start(home)) {
      assertThat(tables(recovered)).isGreaterThan(10);
    }
  }

  private Process house() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            StartAndWait.class.getName(),
            home.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private long pid() throws IOException {
    return Long.parseLong(
        Files.readAllLines(home.resolve("postgres/cluster/postmaster.pid")).getFirst().strip());
  }

  /** Starts a house's server, says its port and waits to be killed. */
  static final class StartAndWait {
    private StartAndWait() {}

    public static void main(String[] arguments) throws InterruptedException {
      EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(arguments[0]));
      Database.migrate(server.access());
      System.out.println(server.port());
      Thread.sleep(Duration.ofMinutes(5));
    }
  }

  private static String show(Database database, String setting) throws SQLException {
    try (Connection connection = database.application().getConnection();
        ResultSet row =
            connection
                .createStatement()
                .executeQuery("select current_setting('" + setting + "')")) {
      row.next();
      return row.getString(1);
    }
  }

  private static long tables(EmbeddedPostgres server) throws SQLException {
    DatabaseAccess access = server.access();
    try (Connection connection =
            DriverManager.getConnection(
                access.url(), access.owner().role(), access.owner().password());
        ResultSet row =
            connection
                .createStatement()
                .executeQuery(
                    "select count(*) from information_schema.tables where table_schema = 'sextant'")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void anExternalDatabaseNeedsTwoRoles() {
    Map<String, String> settings =
        Map.of(
            "database.url", "jdbc:postgresql://db.example/sextant",
            "database.owner", "one",
            "database.owner-password", "p",
            "database.app", "one",
            "database.app-password", "p");
    assertThatThrownBy(() -> DatabaseAccess.external(settings))
        .isInstanceOfSatisfying(
            DatabaseFault.class, e -> assertThat(e.code()).isEqualTo("SX-DB-ROLES"));
    assertThatThrownBy(() -> DatabaseAccess.external(Map.of()))
        .isInstanceOfSatisfying(
            DatabaseFault.class, e -> assertThat(e.code()).isEqualTo("SX-DB-SETTING"));
    assertThat(new DatabaseAccess.Login("a", "secret").toString()).doesNotContain("secret");
  }

  @Test
  void aRoleThatCouldSwitchRowSecurityOffIsRefused() throws SQLException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(home)) {
      DatabaseAccess good = server.access();
      Database.migrate(good);
      String superuser = new Secrets(home.resolve("keys")).password("postgres-superuser");
      for (String strength : List.of("bypassrls", "nobypassrls superuser")) {
        try (Connection connection =
            DriverManager.getConnection(good.url(), "postgres", superuser)) {
          connection.createStatement().execute("alter role sextant_app " + strength);
        }
        assertThatThrownBy(() -> Database.open(good, Clock.systemUTC()).close())
            .isInstanceOfSatisfying(
                DatabaseFault.class, e -> assertThat(e.code()).isEqualTo("SX-DB-ROLE-STRONG"));
      }
      try (Connection connection = DriverManager.getConnection(good.url(), "postgres", superuser)) {
        connection
            .createStatement()
            .execute("alter role sextant_app nosuperuser; grant sextant_owner to sextant_app");
      }
      assertThatThrownBy(() -> Database.open(good, Clock.systemUTC()).close())
          .isInstanceOfSatisfying(
              DatabaseFault.class, e -> assertThat(e.code()).isEqualTo("SX-DB-ROLE-STRONG"));
    }
  }
}
