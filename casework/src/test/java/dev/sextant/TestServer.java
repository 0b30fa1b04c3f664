package dev.sextant;

import dev.sextant.app.postgres.Database;
import dev.sextant.app.postgres.DatabaseAccess;
import dev.sextant.app.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One real PostgreSQL a test run, with a migrated database that each house copies. */
public final class TestServer {
  private final Path home;
  private final EmbeddedPostgres server;
  private final AtomicInteger houses = new AtomicInteger();

  private TestServer(Path home, EmbeddedPostgres server) {
    this.home = home;
    this.server = server;
  }

  /* Started at first use and stopped with the test run: a start takes seconds, a copy of the
   * template takes a tenth of one. */
  private static final class Holder {
    static final TestServer ONE = start();
  }

  /** The run's one server. */
  public static TestServer one() {
    return Holder.ONE;
  }

  private static TestServer start() {
    try {
      Path home = Files.createTempDirectory("sextant-test-server");
      EmbeddedPostgres server = EmbeddedPostgres.start(home);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> {
                server.closeAtOnce();
                delete(home);
              }));
      server.createDatabase("template_house", null);
      Database.migrate(server.access("template_house"));
      return new TestServer(home, server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  DatabaseAccess fresh() {
    return copy("template_house");
  }

  /** A database of its own, copied from one to which nobody is connected. */
  public DatabaseAccess copy(String template) {
    return named("house_" + houses.incrementAndGet(), template);
  }

  /** A database of this name, copied from one to which nobody is connected. */
  public DatabaseAccess named(String name, String template) {
    server.createDatabase(name, template);
    return server.access(name);
  }

  /** A connection as the administrator of the whole database server, whom no policy binds. */
  public Connection administrator(DatabaseAccess access) throws SQLException {
    try {
      String password = Files.readString(home.resolve("keys/postgres-superuser")).strip();
      return DriverManager.getConnection(access.url(), "postgres", password);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes a folder and all that is in it. */
  public static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
