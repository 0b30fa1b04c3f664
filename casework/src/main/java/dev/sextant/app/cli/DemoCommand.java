package dev.sextant.app.cli;

import dev.sextant.app.HomeFolder;
import dev.sextant.app.House;
import dev.sextant.app.ServeSettings;
import dev.sextant.app.flow.Demo;
import dev.sextant.app.flow.TrainingPeople;
import dev.sextant.app.postgres.DatabaseAccess;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays the demo case and serves it. */
@Command(
    name = "demo",
    description = "Play the fictional demo case in a home of its own, and serve it.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private HomeOption home = new HomeOption();

  @Option(names = "--once", description = "Play the case, print where the bundle lies, and end.")
  private boolean once;

  @Option(
      names = {"--database-url", "--database-settings"},
      description = "As for serve: a PostgreSQL elsewhere instead of the home's own.")
  private @Nullable String database;

  @Option(names = "--port", description = "Port (default: 8080).", defaultValue = "8080")
  private int port;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Optional<DatabaseAccess> external = ServeCommand.external(database);
    HomeFolder folder = home.folder();
    if (Files.isDirectory(folder.ledger()) && !folder.training()) {
      throw new CliFault(
          "SX-CLI-EARNEST",
          "this home is in earnest; the demo case does not belong in it",
          "--home",
          home.path().toString(),
          "give another folder");
    }
    if (!once) {
      ServeCommand.requireFree("127.0.0.1", port);
    }
    Files.createDirectories(folder.path());
    Files.writeString(
        folder.trainingMark(), "Nobody in this home is real; its passwords are published.\n");
    try (House house = House.open(folder, external, Clock.systemUTC())) {
      Demo.Played played;
      try (ProgressBar bar = ProgressBar.on(spec)) {
        played =
            new Demo(
                    house,
                    line -> {
                      bar.close();
                      out.println(line);
                      out.flush();
                    },
                    bar)
                .play();
      }
      if (!once) {
        out.println();
        out.println("log-ins  " + String.join(", ", played.people().logins()));
        out.println("password " + TrainingPeople.PASSWORD);
        out.println("released " + played.bundle());
        out.flush();
        ServeCommand.serve(
            house, new ServeSettings("127.0.0.1", port, true, played.people().logins()), spec);
        return ExitCode.OK;
      }
      out.println("released: " + played.bundle());
      out.flush();
    }
    return ExitCode.OK;
  }
}
