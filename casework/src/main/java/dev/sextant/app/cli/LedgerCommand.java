package dev.sextant.app.cli;

import dev.sextant.app.HomeFolder;
import dev.sextant.ledger.CheckReport;
import dev.sextant.ledger.LedgerChecker;
import dev.sextant.ledger.LedgerView;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.ledger.WitnessPolicy;
import dev.sextant.terms.Digest;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What can be asked of the log. */
@Command(
    name = "ledger",
    description = "Check the log of acts.",
    mixinStandardHelpOptions = true,
    subcommands = LedgerCommand.Check.class)
final class LedgerCommand extends CommandGroup {
  /** Recomputes everything from the raw tiles. */
  @Command(
      name = "check",
      description = "Recompute every hash of the log from its raw entries; verify signatures.",
      mixinStandardHelpOptions = true)
  static final class Check implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private HomeOption home = new HomeOption();

    @Option(names = "--key", description = "The log's public key, had from outside this home.")
    private @Nullable String key;

    @Option(names = "--without-witness", description = "Do not ask for a witness's cosignature.")
    private boolean withoutWitness;

    @Override
    public Integer call() {
      HomeFolder folder = home.withLog();
      List<VerifierKey> known = folder.readWitnesses();
      // One witness at least: a log that only its keeper has signed can be rewritten by its keeper.
      WitnessPolicy witnesses = new WitnessPolicy(known, Math.min(1, known.size()));
      VerifierKey log =
          key != null ? VerifierKey.parse(key) : folder.readLogVerifier().orElse(null);
      CheckReport report =
          new LedgerChecker(log, witnesses, folder.readRemembered())
              .check(LedgerView.open(folder.ledger()));
      List<String> lacking = new ArrayList<>();
      if (log == null) {
        lacking.add(
            "the log's key is missing, so its signature was not checked: give it with --key");
      }
      if (known.isEmpty() && !withoutWitness) {
        lacking.add("no witness's key is here: give --without-witness if there is none");
      }
      return print(report, lacking);
    }

    private int print(CheckReport report, List<String> lacking) {
      PrintWriter out = spec.commandLine().getOut();
      out.println("origin    " + report.origin());
      out.println("size      " + report.size());
      out.println("root      " + report.root().map(Digest::hex).orElse("not computed"));
      out.println("signed    " + (report.signed() ? "yes" : "not checked"));
      out.println(
          "cosigned  "
              + (report.cosigners().isEmpty()
                  ? "by nobody"
                  : String.join(", ", report.cosigners())));
      out.println("tiles     " + report.tiles() + " recomputed");
      report.flaws().forEach(flaw -> out.println("flaw      " + flaw.place() + ": " + flaw.what()));
      lacking.forEach(what -> out.println("lacking   " + what));
      boolean ok = report.ok() && lacking.isEmpty();
      out.println(ok ? "ok" : report.ok() ? "NOT PROVED" : "DAMAGED");
      out.flush();
      return ok ? ExitCode.OK : ExitCode.INVALID;
    }
  }
}
