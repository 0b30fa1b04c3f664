package dev.sextant.app.cli;

import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.Readers;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists what can be read. */
@Command(
    name = "readers",
    description =
        "List the readers: version, what each covers, what it does not, what real files confirmed.",
    mixinStandardHelpOptions = true)
final class ReadersCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Readers.all().list().stream()
        .map(Reader::card)
        .sorted(Comparator.comparing(card -> card.name()))
        .forEach(card -> {
          out.printf("%-24s %s%n", card.id(), card.title());
          card.covers().forEach(c -> out.println("    reads  " + c));
          card.gaps().forEach(g -> out.println("    not    " + g));
          card.confirmed().forEach(c -> out.println("    real   " + c));
        });
    out.flush();
    return ExitCode.OK;
  }
}
