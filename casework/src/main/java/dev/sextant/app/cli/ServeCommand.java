package dev.sextant.app.cli;

import dev.sextant.app.HomeFolder;
import dev.sextant.app.House;
import dev.sextant.app.ServeSettings;
import dev.sextant.app.Server;
import dev.sextant.app.postgres.DatabaseAccess;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves a home. */
@Command(
    name = "serve",
    description = "Serve the screens and the HTTP API of a home.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--home",
      description = "The home folder (default: ./sextant-home).",
      defaultValue = "sextant-home")
  private Path home = Path.of("sextant-home");

  @Option(names = "--port", description = "Port (default: 8080).", defaultValue = "8080")
  private int port;

  @Option(
      names = "--address",
      description = "Address to listen on (default: 127.0.0.1).",
      defaultValue = "127.0.0.1")
  private String address = "127.0.0.1";

  @Option(
      names = "--database-settings",
      description =
          "A properties file with database.url, database.owner, database.owner-password, "
              + "database.app, database.app-password: a PostgreSQL 15 or newer instead of the "
              + "home's own.")
  private @Nullable Path databaseSettings;

  @Override
  public Integer call() throws InterruptedException {
    try (House house =
        House.open(new HomeFolder(home), external(databaseSettings), Clock.systemUTC())) {
      serve(house, new ServeSettings(address, port, false, List.of()), spec);
    }
    return ExitCode.OK;
  }

  static Optional<DatabaseAccess> external(@Nullable Path settings) {
    if (settings == null) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(settings)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> map =
        properties.stringPropertyNames().stream()
            .collect(Collectors.toMap(name -> name, name -> properties.getProperty(name, "")));
    return Optional.of(DatabaseAccess.external(map));
  }

  /** Serves until the process is told to end. */
  static void serve(House house, ServeSettings settings, CommandSpec spec)
      throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Thread ending =
        new Thread(() -> {
          over.countDown();
          try {
            closed.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    try (Server server = Server.start(house, settings)) {
      Runtime.getRuntime().addShutdownHook(ending);
      spec.commandLine()
          .getOut()
          .println(
              "serving  http://" + settings.address() + ":" + server.port() + "/  (Ctrl-C ends)");
      spec.commandLine().getOut().flush();
      over.await();
    } finally {
      // The hook lets the virtual machine go only after the house is closed as well.
      Thread.ofVirtual()
          .start(() -> {
            house.close();
            closed.countDown();
          })
          .join();
    }
  }
}
