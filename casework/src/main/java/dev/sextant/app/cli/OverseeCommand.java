package dev.sextant.app.cli;

import dev.sextant.app.House;
import dev.sextant.app.flow.KitExport;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.verify.Figures;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What an overseer asks of a house. */
@Command(
    name = "oversee",
    description = "For overseers: take a kit home, or make the figures of a transparency report.",
    mixinStandardHelpOptions = true,
    subcommands = {OverseeCommand.Export.class, OverseeCommand.FiguresOf.class})
final class OverseeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCode.USAGE;
  }

  /** Writes a kit. */
  @Command(
      name = "export",
      description = "Write an overseer kit: log, documents, keys, checkpoints; no evidence.",
      mixinStandardHelpOptions = true)
  static final class Export implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Desk desk = new Desk();

    @Option(names = "--out", required = true, description = "The kit's folder; made.")
    private Path out = Path.of("kit");

    @Override
    public Integer call() {
      if (Files.exists(out)) {
        throw new CliFault(
            "SX-CLI-FILE",
            "there is something already",
            "--out",
            out.toString(),
            "give another name");
      }
      try (House house = desk.open()) {
        new KitExport(house).toFolder(desk.person(house).id(), out);
      }
      PrintWriter said = spec.commandLine().getOut();
      said.println("kit      " + out.toAbsolutePath());
      said.println("check it where the agency is not: sextant-verify oversight " + out);
      said.flush();
      return ExitCode.OK;
    }
  }

  /** Prints the figures. */
  @Command(
      name = "figures",
      description = "Print the figures that the log gives, as they may be published.",
      mixinStandardHelpOptions = true)
  static final class FiguresOf implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Desk desk = new Desk();

    @Option(names = "--from", description = "Count acts from this moment on (ISO 8601).")
    private @Nullable Instant from;

    @Option(names = "--to", description = "Count acts before this moment.")
    private @Nullable Instant to;

    @Option(names = "--whole", description = "Small counts too: not to be published.")
    private boolean whole;

    @Override
    public Integer call() {
      try (House house = desk.open()) {
        Figures figures =
            house
                .authority()
                .oversight()
                .overseeing(
                    desk.person(house).id(),
                    "OVERSEE_LOOK",
                    () -> new KitExport(house).figures(at -> within(at)));
        long smallest = house.authority().rules().smallestCell();
        TreeMap<String, Object> shown =
            whole ? new TreeMap<>(figures.groups()) : new TreeMap<>(figures.published(smallest));
        spec.commandLine().getOut().println(CanonicalJson.text(shown));
        spec.commandLine().getOut().flush();
      }
      return ExitCode.OK;
    }

    private boolean within(Instant at) {
      Instant begin = from;
      Instant end = to;
      return (begin == null || !at.isBefore(begin)) && (end == null || at.isBefore(end));
    }
  }
}
