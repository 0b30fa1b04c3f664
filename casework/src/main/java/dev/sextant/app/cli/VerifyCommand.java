package dev.sextant.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies a released bundle with the code of the offline verifier. */
@Command(
    name = "verify",
    description = "Verify a released bundle, offline.",
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", description = "The bundle (zip).")
  private String bundle = "";

  @Option(
      names = "--key",
      description = "The agency's disclosure key, had from outside the bundle.")
  private @Nullable String key;

  @Option(names = "--log-key", description = "The log's key, had from outside the bundle.")
  private @Nullable String logKey;

  @Option(
      names = "--without-witness",
      description = "Accept a checkpoint that no witness has cosigned.")
  private boolean withoutWitness;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    List<String> args = new ArrayList<>(List.of("bundle", bundle));
    if (key != null) {
      args.addAll(List.of("--key", key));
    }
    if (logKey != null) {
      args.addAll(List.of("--log-key", logKey));
    }
    if (withoutWitness) {
      args.add("--without-witness");
    }
    if (json) {
      args.add("--json");
    }
    return dev.sextant.verify.Main.run(
        args.toArray(String[]::new), spec.commandLine().getOut(), spec.commandLine().getErr());
  }
}
