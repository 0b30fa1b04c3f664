package dev.sextant.app.cli;

import dev.sextant.identity.PairEvaluation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures scored pairs against a truth. */
@Command(
    name = "evaluate",
    description =
        "Measure scored pairs against a truth: pairs, groups, calibration; or estimate from pairs"
            + " that a person has judged.",
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      arity = "0..1",
      description = "Scored pairs, tab-separated: id_a, id_b, log2 odds, probability.")
  private @Nullable Path pairs;

  @Option(names = "--truth", description = "Pairs that are the same: a table with id_a, id_b.")
  private @Nullable Path truth;

  @Option(
      names = "--judged",
      description =
          "Instead of pairs and truth: a sample of `identity sample` with verdicts written in.")
  private @Nullable Path judged;

  @Option(names = "--clusters", description = "Groups to measure, tab-separated: id, entity.")
  private @Nullable Path clusters;

  @Option(
      names = "--records",
      description = "Table of the records, for subgroups; once more for the right table.")
  private List<Path> records = new ArrayList<>();

  @Option(names = "--by", description = "Column of the records to form subgroups by.")
  private @Nullable String by;

  @Option(
      names = "--prior",
      description =
          "Log2 odds that the scores include before any evidence. Default: the share of the same"
              + " among the scored pairs.")
  private @Nullable Double prior;

  @Option(
      names = "--sides",
      description = "The two columns are ids of two tables: equal ids are not one record.")
  private boolean sides;

  @Option(names = "--tippett", description = "Where to write the Tippett plot, as SVG.")
  private @Nullable Path tippett;

  @Option(names = "--format", description = "text or json.", defaultValue = "text")
  private Format format = Format.TEXT;

  /** The output's form. */
  enum Format {
    /** One figure a line. */
    TEXT,
    /** One JSON document. */
    JSON
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Path sample = judged;
    if (sample != null) {
      out.print(PairEvaluation.judged(sample));
      out.flush();
      return ExitCode.OK;
    }
    Path scored = pairs;
    Path known = truth;
    if (scored == null || known == null) {
      throw new ParameterException(
          spec.commandLine(), "give PAIRS.tsv and --truth, or --judged alone");
    }
    if (by != null && records.isEmpty() || records.size() > 2) {
      throw new ParameterException(
          spec.commandLine(), "--by needs --records, once or twice (left, right)");
    }
    PairEvaluation.Shown shown =
        PairEvaluation.against(
            new PairEvaluation.Asked(
                scored,
                known,
                Optional.ofNullable(clusters),
                records,
                Optional.ofNullable(by),
                Optional.ofNullable(prior),
                sides));
    Path plot = tippett;
    if (plot != null) {
      Files.writeString(plot, shown.tippett());
    }
    out.print(format == Format.JSON ? shown.json() + "\n" : shown.text());
    out.flush();
    return ExitCode.OK;
  }
}
