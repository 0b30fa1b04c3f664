package dev.sextant.app.cli;

import dev.sextant.identity.FileLinkage;
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

/** Links one table or two. */
@Command(
    name = "link",
    description =
        "Link records of one table, or of two: scored pairs, and groups of possibly one actor.",
    mixinStandardHelpOptions = true)
final class LinkCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--left", required = true, description = "Table of records (CSV, TSV).")
  private Path left = Path.of("");

  @Option(
      names = "--right",
      description = "A second table: only pairs across the two are looked at.")
  private @Nullable Path right;

  @Option(names = "--profile", required = true, description = "How to link, in YAML.")
  private Path profile = Path.of("");

  @Option(
      names = "--out",
      required = true,
      description = "Where to write pairs: id_a, id_b, log2 odds, probability; tab-separated.")
  private Path pairs = Path.of("");

  @Option(names = "--clusters", description = "Where to write groups: id, entity; tab-separated.")
  private @Nullable Path clusters;

  @Option(
      names = "--labels",
      description =
          "Pairs that persons judged, to learn and calibrate by: id_a, id_b, 1 (one actor) or 0;"
              + " tab-separated.")
  private @Nullable Path labels;

  @Option(
      names = "--spill",
      description =
          "Folder in which compared pairs are kept instead of in memory; the same result.")
  private @Nullable Path spill;

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Override
  public Integer call() throws IOException {
    int most = threads.most();
    FileLinkage.link(
        new FileLinkage.Asked(
            left,
            Optional.ofNullable(right),
            profile,
            Optional.ofNullable(labels),
            Optional.ofNullable(spill),
            most),
        pairs,
        Optional.ofNullable(clusters),
        PrintedLinkage.of(spec, pairs, Optional.ofNullable(clusters)));
    return ExitCode.OK;
  }
}
