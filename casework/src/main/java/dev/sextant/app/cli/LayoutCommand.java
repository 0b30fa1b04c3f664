package dev.sextant.app.cli;

import dev.sextant.network.FileLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Draws a graph file. */
@Command(
    name = "layout",
    description =
        "Place the nodes in the plane: force (ForceAtlas2), stress (distances along ties) or multilevel"
            + " (for 10,000 nodes and more). Nearness in a drawing is no evidence.",
    mixinStandardHelpOptions = true)
final class LayoutCommand extends GraphAsk {
  /** The output's form. */
  enum Format {
    /** {@code node x y}, a line a node. */
    TSV,
    /** A picture. */
    SVG
  }

  @Option(names = "--method", description = "force, stress or multilevel.", defaultValue = "force")
  private String method = "force";

  @Option(names = "--iterations", description = "Most iterations.", defaultValue = "300")
  private int iterations;

  @Option(names = "--weighted", description = "The file's numbers count as strengths.")
  private boolean weighted;

  @Option(
      names = "--pinned",
      description =
          "A table that this command printed earlier (node, x, y): those nodes stay where they are,"
              + " new ones are placed among them.")
  private @Nullable Path pinned;

  @Option(names = "--format", description = "tsv or svg.", defaultValue = "tsv")
  private Format format = Format.TSV;

  @Override
  String answer(Given given, ProgressBar bar) throws IOException {
    Map<String, double[]> places = Map.of();
    if (pinned != null) {
      checkThere(pinned);
      places = PinnedPlaces.read(pinned);
    }
    FileLayout.Drawn drawn =
        FileLayout.of(given.graph())
            .draw(
                new FileLayout.Wanted(method.strip(), iterations, weighted, places),
                given.seed(),
                given.threads(),
                bar);
    return format == Format.TSV ? drawn.tsv() : drawn.svg();
  }
}
