package dev.sextant.app.cli;

import dev.sextant.identity.FileAdding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Adds records to a linked table, one by one. */
@Command(
    name = "add",
    description =
        "Link a table, then add later records to it one by one, without linking all again.",
    mixinStandardHelpOptions = true)
final class AddRecordsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--left", required = true, description = "Table of records (CSV, TSV).")
  private Path left = Path.of("");

  @Option(
      names = "--records",
      required = true,
      description = "Table of records that come later, with the same id column.")
  private Path records = Path.of("");

  @Option(
      names = "--profile",
      required = true,
      description = "How to link, in YAML; without constraints and sorted neighbourhoods.")
  private Path profile = Path.of("");

  @Option(
      names = "--out",
      required = true,
      description =
          "Where to write the pairs of later records: id, id, log2 odds, probability;"
              + " tab-separated.")
  private Path pairs = Path.of("");

  @Option(
      names = "--clusters",
      description = "Where to write the groups of all records: id, entity; tab-separated.")
  private @Nullable Path clusters;

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Override
  public Integer call() throws IOException {
    int most = threads.most();
    FileAdding.add(
        new FileAdding.Asked(left, records, profile, most),
        pairs,
        Optional.ofNullable(clusters),
        PrintedLinkage.of(spec, pairs, Optional.ofNullable(clusters)));
    return ExitCode.OK;
  }
}
