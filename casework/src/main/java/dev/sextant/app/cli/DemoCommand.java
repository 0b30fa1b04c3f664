package dev.sextant.app.cli;

import dev.sextant.app.HomeFolder;
import dev.sextant.app.House;
import dev.sextant.app.ServeSettings;
import dev.sextant.app.flow.Demo;
import dev.sextant.app.flow.TrainingPeople;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

  @Option(
      names = "--home",
      description = "The home folder (default: ./sextant-home).",
      defaultValue = "sextant-home")
  private Path home = Path.of("sextant-home");

  @Option(names = "--once", description = "Play the case, print where the bundle lies, and end.")
  private boolean once;

  @Option(names = "--port", description = "Port (default: 8080).", defaultValue = "8080")
  private int port;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    try (House house = House.open(new HomeFolder(home), Optional.empty(), Clock.systemUTC())) {
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
