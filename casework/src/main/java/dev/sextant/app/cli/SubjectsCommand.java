package dev.sextant.app.cli;

import dev.sextant.app.House;
import dev.sextant.app.flow.SubjectCsv;
import dev.sextant.authority.Permit;
import dev.sextant.subjects.Person;
import dev.sextant.terms.Fault;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Persons and subjects of a case from the command line. */
@Command(
    name = "subjects",
    description = "Persons of a case: propose subjects from a table.",
    mixinStandardHelpOptions = true,
    subcommands = {SubjectsCommand.Import.class})
final class SubjectsCommand extends CommandGroup {
  /** Proposes the persons of a table. */
  @Command(
      name = "import",
      description = {
        "Propose subjects from a CSV table, one line a fact; they wait for a second person.",
        "Columns: person,label,identifiers,offence,relevance,type,basis,text,source."
      },
      mixinStandardHelpOptions = true)
  static final class Import implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Desk desk = new Desk();

    @Option(names = "--authority", required = true, description = "The authority's id.")
    private String authority = "";

    @Option(names = "--purpose", required = true, description = "What for, in your words.")
    private String purpose = "";

    @Parameters(paramLabel = "FILE", description = "The table, in UTF-8.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
      String csv;
      try {
        csv = Files.readString(file, StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      try (House house = desk.open()) {
        Permit permit = desk.permit(house, authority, purpose);
        List<SubjectCsv.Outcome> outcomes =
            new SubjectCsv(house.rooms().subjects()).propose(permit, csv);
        PrintWriter out = spec.commandLine().getOut();
        boolean all = true;
        for (SubjectCsv.Outcome outcome : outcomes) {
          Person proposed = outcome.proposed();
          Fault fault = outcome.fault();
          String what =
              proposed != null
                  ? "P-" + proposed.number() + " in quarantine"
                  : fault == null ? "" : fault.line();
          out.println("line " + outcome.line() + "  " + outcome.person() + "  " + what);
          all &= fault == null;
        }
        out.flush();
        return all ? ExitCode.OK : ExitCode.FAULT;
      }
    }
  }
}
