package dev.sextant.app.cli;

import dev.sextant.app.HomeFolder;
import dev.sextant.ledger.LedgerView;
import dev.sextant.verify.DisclosureReplay;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What was released, from the log alone. */
@Command(
    name = "disclosures",
    description = "The register of disclosures.",
    mixinStandardHelpOptions = true,
    subcommands = DisclosuresCommand.RegisterOfLog.class)
final class DisclosuresCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCode.USAGE;
  }

  /** Reads the log's entries and nothing else: no database, no key. */
  @Command(
      name = "register",
      description =
          "Print what was released or handed out, when, by whom, to which recipient, and how it ended:"
              + " from the log alone, by identifiers.",
      mixinStandardHelpOptions = true)
  static final class RegisterOfLog implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
        names = "--home",
        description = "The home folder (default: ./sextant-home).",
        defaultValue = "sextant-home")
    private Path home = Path.of("sextant-home");

    @Override
    public Integer call() {
      HomeFolder folder = new HomeFolder(home);
      if (!Files.isDirectory(folder.ledger())) {
        throw new CliFault(
            "SX-CLI-HOME",
            "there is no log in this home",
            folder.ledger().toString(),
            home.toString(),
            "give the folder that ./sextant demo or serve made, with --home");
      }
      LedgerView log = LedgerView.open(folder.ledger());
      PrintWriter out = spec.commandLine().getOut();
      out.print(DisclosureReplay.text(DisclosureReplay.of(log)));
      out.flush();
      return ExitCode.OK;
    }
  }
}
