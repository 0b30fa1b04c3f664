package dev.sextant.app.cli;

import dev.sextant.app.flow.KitExport;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.verify.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What an overseer asks of a house. */
@Command(
    name = "oversee",
    description = "For overseers: take a kit home, or make the figures of a transparency report.",
    mixinStandardHelpOptions = true,
    subcommands = {OverseeCommand.Export.class, OverseeCommand.FiguresOf.class})
final class OverseeCommand extends CommandGroup {
  /** Writes a kit. */
  @Command(
      name = "export",
      description = "Write an overseer kit: log, documents, keys, checkpoints; no evidence.",
      mixinStandardHelpOptions = true)
  static final class Export extends DeskCommand {
    @Option(names = "--out", required = true, description = "The kit's folder; made.")
    private Path out = Path.of("kit");

    @Override
    public Integer call() throws IOException {
      if (Files.exists(out)) {
        throw new CliFault(
            "SX-CLI-FILE",
            "there is something already",
            "--out",
            out.toString(),
            "give another name");
      }
      return atDesk((house, said) -> {
        new KitExport(house).toFolder(desk().person(house).id(), out);
        said.println("kit      " + out.toAbsolutePath());
        said.println("check it where the agency is not: sextant-verify oversight " + out);
      });
    }
  }

  /** Prints the figures. */
  @Command(
      name = "figures",
      description = "Print the figures that the log gives, as they may be published.",
      mixinStandardHelpOptions = true)
  static final class FiguresOf extends DeskCommand {
    @Option(names = "--from", description = "Count acts from this moment on (ISO 8601).")
    private @Nullable Instant from;

    @Option(names = "--to", description = "Count acts before this moment.")
    private @Nullable Instant to;

    @Option(names = "--whole", description = "Small counts too: not to be published.")
    private boolean whole;

    @Override
    public Integer call() throws IOException {
      return atDesk((house, out) -> {
        Figures figures =
            house
                .authority()
                .oversight()
                .overseeing(
                    desk().person(house).id(),
                    "OVERSEE_LOOK",
                    () -> new KitExport(house).figures(at -> within(at)));
        long smallest = house.authority().rules().smallestCell();
        TreeMap<String, Object> shown =
            whole ? new TreeMap<>(figures.groups()) : new TreeMap<>(figures.published(smallest));
        out.println(CanonicalJson.text(shown));
        out.flush();
      });
    }

    private boolean within(Instant at) {
      Instant begin = from;
      Instant end = to;
      return (begin == null || !at.isBefore(begin)) && (end == null || at.isBefore(end));
    }
  }
}
