package dev.sextant;

import dev.sextant.app.postgres.Database;
import dev.sextant.app.postgres.DatabaseAccess;
import dev.sextant.app.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One real PostgreSQL a test run, with a migrated database that each house copies. */
final class TestServer {
  private final EmbeddedPostgres server;
  private final AtomicInteger houses = new AtomicInteger();

  private TestServer(EmbeddedPostgres server) {
    this.server = server;
  }

  /* Started at first use and stopped with the test run: a start takes seconds, a copy of the
   * template takes a tenth of one. */
  private static final class Holder {
    static final TestServer ONE = start();
  }

  static TestServer one() {
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
      return new TestServer(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  DatabaseAccess fresh() {
    String name = "house_" + houses.incrementAndGet();
    server.createDatabase(name, "template_house");
    return server.access(name);
  }

  static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
