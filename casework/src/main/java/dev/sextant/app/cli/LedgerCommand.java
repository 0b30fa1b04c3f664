package dev.sextant.app.cli;

import dev.sextant.app.HomeFolder;
import dev.sextant.ledger.CheckReport;
import dev.sextant.ledger.LedgerChecker;
import dev.sextant.ledger.LedgerView;
import dev.sextant.ledger.WitnessPolicy;
import dev.sextant.terms.Digest;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What can be asked of the log. */
@Command(
    name = "ledger",
    description = "Check the log of acts.",
    mixinStandardHelpOptions = true,
    subcommands = LedgerCommand.Check.class)
final class LedgerCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCode.USAGE;
  }

  /** Recomputes everything from the raw tiles. */
  @Command(
      name = "check",
      description = "Recompute every hash of the log from its raw entries; verify signatures.",
      mixinStandardHelpOptions = true)
  static final class Check implements Callable<Integer> {
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
      WitnessPolicy witnesses = new WitnessPolicy(folder.readWitnesses(), 0);
      CheckReport report =
          new LedgerChecker(folder.readLogVerifier().orElse(null), witnesses, List.of())
              .check(LedgerView.open(folder.ledger()));
      return print(report);
    }

    private int print(CheckReport report) {
      PrintWriter out = spec.commandLine().getOut();
      out.println("origin    " + report.origin());
      out.println("size      " + report.size());
      out.println("root      " + report.root().map(Digest::hex).orElse("not computed"));
      out.println("signed    " + (report.signed() ? "yes" : "not checked: no key in this home"));
      out.println(
          "cosigned  "
              + (report.cosigners().isEmpty()
                  ? "by nobody"
                  : String.join(", ", report.cosigners())));
      out.println("tiles     " + report.tiles() + " recomputed");
      report.flaws().forEach(flaw -> out.println("flaw      " + flaw.place() + ": " + flaw.what()));
      out.println(report.ok() ? "ok" : "DAMAGED");
      out.flush();
      return report.ok() ? ExitCode.OK : ExitCode.INVALID;
    }
  }
}
