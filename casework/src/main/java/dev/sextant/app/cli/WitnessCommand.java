package dev.sextant.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a witness with the code of the offline verifier, which can do so by itself too. */
@Command(
    name = "witness",
    description =
        "Run a witness: its own folder and key, cosigning the checkpoints of the logs it watches.",
    mixinStandardHelpOptions = true)
final class WitnessCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", description = "The witness's folder; made if absent.")
  private Path folder = Path.of("witness");

  @Option(names = "--name", description = "The new key's name, such as overseer.example/witness.")
  private @Nullable String name;

  @Option(
      names = "--log",
      description = "Public key of a log to watch (keys/ledger.vkey of a home). Repeatable.")
  private List<String> logs = List.of();

  @Option(
      names = "--address",
      description = "Address to listen on (default: 127.0.0.1).",
      defaultValue = "127.0.0.1")
  private String address = "127.0.0.1";

  @Option(names = "--port", description = "Port (default: 8090).", defaultValue = "8090")
  private int port;

  @Override
  public Integer call() {
    List<String> args = new ArrayList<>(List.of("witness", folder.toString()));
    if (name != null) {
      args.addAll(List.of("--name", name));
    }
    logs.forEach(log -> args.addAll(List.of("--log", log)));
    args.addAll(List.of("--address", address, "--port", Integer.toString(port)));
    return dev.sextant.verify.Main.run(
        args.toArray(String[]::new), spec.commandLine().getOut(), spec.commandLine().getErr());
  }
}
