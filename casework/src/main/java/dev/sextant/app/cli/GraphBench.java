package dev.sextant.app.cli;

import dev.sextant.network.KernelBench;
import dev.sextant.terms.BadValue;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Times the kernels on one file. */
@Command(
    name = "bench",
    description =
        "Time the kernels on a plain edge list (two whole numbers a line, nodes from 0); prints"
            + " library, kernel, seconds, check-value, threads, cpu_s.",
    mixinStandardHelpOptions = true)
final class GraphBench implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", description = "The edge list.")
  private Path file = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      description = "Comma-separated kernels (load, pagerank, components, ...); all without it.",
      defaultValue = "")
  private String kernels = "";

  @Option(
      names = "--all-pairs-up-to",
      description =
          "Kernels over all pairs run where nodes times edges is no more than this; default"
              + " ${DEFAULT-VALUE}, or the variable APLIMIT.",
      defaultValue = "${env:APLIMIT:-2e10}")
  private double mostPairs = 2e10;

  @Override
  public Integer call() throws IOException {
    if (!Files.isReadable(file)) {
      throw CliFault.noFile("graph bench", file);
    }
    PrintWriter out = spec.commandLine().getOut();
    new KernelBench(
            file,
            asked(),
            mostPairs,
            line -> {
              out.println(line);
              out.flush();
            })
        .run();
    return ExitCode.OK;
  }

  private Set<String> asked() {
    Set<String> asked = new LinkedHashSet<>();
    if (!kernels.isBlank()) {
      for (String name : kernels.split(",", -1)) {
        asked.add(name.strip());
      }
      Set<String> known = new LinkedHashSet<>(KernelBench.names());
      for (String name : asked) {
        if (!known.contains(name)) {
          throw new BadValue(
              "SX-CLI-KERNEL", "kernel", name, "use some of " + Arrays.toString(known.toArray()));
        }
      }
    }
    return asked;
  }
}
