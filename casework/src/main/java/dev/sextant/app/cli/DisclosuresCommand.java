package dev.sextant.app.cli;

import dev.sextant.app.HomeFolder;
import dev.sextant.ledger.LedgerView;
import dev.sextant.verify.DisclosureReplay;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What was released, from the log alone. */
@Command(
    name = "disclosures",
    description = "The register of disclosures.",
    mixinStandardHelpOptions = true,
    subcommands = DisclosuresCommand.RegisterOfLog.class)
final class DisclosuresCommand extends CommandGroup {
  /** Reads the log's entries and nothing else: no database, no key. */
  @Command(
      name = "register",
      description =
          "Print what was released or handed out, when, by whom, to which recipient, and how it ended:"
              + " from the log alone, by identifiers.",
      mixinStandardHelpOptions = true)
  static final class RegisterOfLog implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private HomeOption home = new HomeOption();

    @Override
    public Integer call() {
      HomeFolder folder = home.withLog();
      LedgerView log = LedgerView.open(folder.ledger());
      PrintWriter out = spec.commandLine().getOut();
      out.print(DisclosureReplay.text(DisclosureReplay.of(log)));
      out.flush();
      return ExitCode.OK;
    }
  }
}
