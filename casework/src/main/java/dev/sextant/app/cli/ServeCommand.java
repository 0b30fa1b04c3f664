package dev.sextant.app.cli;

import dev.sextant.app.HomeFolder;
import dev.sextant.app.House;
import dev.sextant.app.ServeSettings;
import dev.sextant.app.Server;
import dev.sextant.app.Witnesses;
import dev.sextant.app.flow.TrainingPeople;
import dev.sextant.app.postgres.DatabaseAccess;
import dev.sextant.authority.LawLag;
import dev.sextant.ledger.VerifierKey;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin private HomeOption home = new HomeOption();

  @Option(names = "--port", description = "Port (default: 8080).", defaultValue = "8080")
  private int port;

  @Option(
      names = "--address",
      description = "Address to listen on (default: 127.0.0.1).",
      defaultValue = "127.0.0.1")
  private String address = "127.0.0.1";

  @Option(
      names = {"--database-url", "--database-settings"},
      description =
          "A PostgreSQL 15 or newer instead of the home's own: its JDBC address, with the log-ins in "
              + "SEXTANT_DATABASE_OWNER, _OWNER_PASSWORD, _APP and _APP_PASSWORD; or a properties "
              + "file with database.url, .owner, .owner-password, .app, .app-password.")
  private @Nullable String database;

  @Option(
      names = "--behind-tls",
      description = "Listen beyond this machine: only behind something that speaks TLS.")
  private boolean behindTls;

  @Option(
      names = "--witness",
      description =
          "Address of a witness (sextant-verify witness) to trust from now on; its key is asked for "
              + "once and kept in witnesses.policy. Repeatable.")
  private List<URI> witnesses = List.of();

  @Override
  public Integer call() throws InterruptedException, IOException {
    HomeFolder folder = home.folder();
    boolean outside = !loopback(address);
    if (outside && (folder.training() || !behindTls)) {
      throw new CliFault(
          "SX-CLI-ADDRESS",
          folder.training()
              ? "a training home is not served beyond this machine: its passwords are published"
              : "passwords and evidence would cross the network in clear",
          "--address",
          address,
          "use 127.0.0.1, or put a TLS proxy in front and say --behind-tls");
    }
    if (!Files.isDirectory(folder.keys())) {
      throw new CliFault(
          "SX-CLI-HOME",
          "there is no such home",
          "--home",
          home.path().toString(),
          "make one with ./sextant people first --home ..., or play ./sextant demo");
    }
    requireFree(address, port);
    for (VerifierKey key : Witnesses.trust(folder, witnesses)) {
      spec.commandLine().getOut().println("witness  " + key.text());
      spec.commandLine()
          .getOut()
          .println("         compare with its holder: fingerprint " + key.fingerprint());
    }
    try (House house = House.open(folder, external(database), Clock.systemUTC())) {
      List<String> logins = folder.training() ? TrainingPeople.enrol(house).logins() : List.of();
      serve(house, new ServeSettings(address, port, folder.training(), logins, behindTls), spec);
    }
    return ExitCode.OK;
  }

  private static boolean loopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new CliFault(
          "SX-CLI-ADDRESS",
          "no such address on this machine",
          "--address",
          address,
          "use 127.0.0.1");
    }
  }

  /** A database elsewhere, by its address and the environment or by a file of settings. */
  static Optional<DatabaseAccess> external(@Nullable String database) {
    if (database == null) {
      return Optional.empty();
    }
    if (database.startsWith("jdbc:")) {
      Map<String, String> settings = new HashMap<>();
      settings.put("database.url", database);
      Map.of(
              "OWNER", "database.owner",
              "OWNER_PASSWORD", "database.owner-password",
              "APP", "database.app",
              "APP_PASSWORD", "database.app-password")
          .forEach((variable, setting) -> {
            String value = System.getenv("SEXTANT_DATABASE_" + variable);
            if (value != null) {
              settings.put(setting, value);
            }
          });
      return Optional.of(DatabaseAccess.external(settings));
    }
    Properties properties = new Properties();
    Path file = Path.of(database);
    if (!Files.isRegularFile(file)) {
      throw new CliFault(
          "SX-CLI-FILE",
          "there is no such file of settings",
          "--database-settings",
          database,
          "give a JDBC address (jdbc:postgresql://...) or a properties file");
    }
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> map =
        properties.stringPropertyNames().stream()
            .collect(Collectors.toMap(name -> name, name -> properties.getProperty(name, "")));
    return Optional.of(DatabaseAccess.external(map));
  }

  /** Refuses a port that is taken or cannot be, before anything is opened. */
  static void requireFree(String address, int port) throws IOException {
    if (port < 0 || port > 65535) {
      throw new CliFault(
          "SX-CLI-PORT", "not a port", "--port", Integer.toString(port), "give 0 to 65535");
    }
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getByName(address), port));
    } catch (BindException e) {
      throw new CliFault(
          "SX-CLI-PORT",
          "nothing can listen there",
          "--address, --port",
          address + ":" + port,
          "another program listens on that port, perhaps another Sextant: end it or give another");
    } catch (UnknownHostException e) {
      throw new CliFault(
          "SX-CLI-ADDRESS",
          "no such address on this machine",
          "--address",
          address,
          "use 127.0.0.1");
    }
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
    for (LawLag lag : house.authority().law().lags()) {
      spec.commandLine().getOut().println(lag.fault().line());
    }
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
