package dev.sextant.app.cli;

import dev.sextant.app.Program;
import dev.sextant.authority.Actor;
import dev.sextant.authority.AuthorityDraft;
import dev.sextant.authority.AuthorityFile;
import dev.sextant.authority.CaseFile;
import dev.sextant.custody.Acquisition;
import dev.sextant.custody.Exhibit;
import dev.sextant.network.Measure;
import dev.sextant.network.Method;
import dev.sextant.network.RankInterval;
import dev.sextant.network.Robustness;
import dev.sextant.records.Counts;
import dev.sextant.records.Page;
import dev.sextant.records.Record;
import dev.sextant.records.RecordQuery;
import dev.sextant.records.SameMedia;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Work on a case from the command line: the same flows as over HTTP, under the same permits. */
@Command(
    name = "case",
    description =
        "Work on a case: list, seal, read again, search, footprint, measure, removal, keyplayers.",
    mixinStandardHelpOptions = true,
    subcommands = {
      CaseCommand.ListCases.class,
      CaseCommand.Seal.class,
      GenerationsCommand.class,
      CaseCommand.Search.class,
      FootprintCommand.class,
      CaseCommand.MeasureCase.class,
      CaseInquiry.Removal.class,
      CaseInquiry.KeyPlayers.class
    })
final class CaseCommand extends CommandGroup {
  /** Cases and authorities that a person takes part in. */
  @Command(
      name = "list",
      description = "Cases, and their authorities with state and id.",
      mixinStandardHelpOptions = true)
  static final class ListCases extends DeskCommand {
    @Override
    public Integer call() throws IOException {
      return atDesk((house, out) -> {
        Actor person = desk().person(house);
        for (CaseFile file : house.authority().cases().cases(person.id())) {
          out.println(file.shortName() + "  " + file.name());
          for (AuthorityFile one :
              house.authority().authorities().authorities(person.id(), file.id())) {
            AuthorityDraft draft = one.document().draft();
            out.println(
                "    "
                    + one.document().id()
                    + "  version "
                    + one.document().version()
                    + "  "
                    + one.state()
                    + "  "
                    + draft.basis().instrument()
                    + " "
                    + draft.basis().number());
          }
        }
      });
    }
  }

  /** Seals files and reads them. */
  @Command(
      name = "seal",
      description = "Seal files as exhibits and read them.",
      mixinStandardHelpOptions = true)
  static final class Seal extends PermitCommand {
    @Parameters(arity = "1..*", description = "The files.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--how", description = "How they were acquired.", defaultValue = "UPLOAD")
    private Acquisition.How how = Acquisition.How.UPLOAD;

    @Option(names = "--seal-only", description = "Do not read them now.")
    private boolean sealOnly;

    @Override
    public Integer call() throws IOException {
      return underPermit((house, permit, out) -> {
        try (ProgressBar bar = ProgressBar.on(spec())) {
          for (Path file : files) {
            if (!Files.isRegularFile(file)) {
              throw CliFault.noFile("case seal", file);
            }
            Acquisition acquisition =
                new Acquisition(
                    how.name(),
                    Program.id(),
                    permit.actor(),
                    house.clock().instant(),
                    Objects.requireNonNull(file.getFileName()).toString(),
                    null);
            Exhibit exhibit;
            try (InputStream bytes = Files.newInputStream(file)) {
              exhibit = house.rooms().custody().seal(permit, acquisition, bytes, bar);
            }
            bar.close();
            out.println("E-" + exhibit.number() + "  " + exhibit.digest() + "  " + exhibit.name());
            if (!sealOnly) {
              Counts c = house.rooms().records().read(permit, exhibit.id(), bar).counts();
              bar.close();
              out.printf(
                  Locale.ROOT,
                  "    %,d items = %,d read + %,d sealed off + %,d faults + %,d unknown%n",
                  c.items(),
                  c.read(),
                  c.sealed(),
                  c.faults(),
                  c.unknown());
            }
            out.flush();
          }
        }
      });
    }
  }

  /** Searches records. */
  @Command(
      name = "search",
      description = "Search the case's records within the authority's scope.",
      mixinStandardHelpOptions = true)
  static final class Search extends PermitCommand {
    @Parameters(
        index = "0",
        arity = "0..1",
        description = "Words, \"a phrase\", begin*, -without, a OR b.")
    private String words = "";

    @Option(
        names = "--same-as",
        description = "Only records that carry this file, or a picture that looks the same.")
    private @Nullable Path sameAs;

    @Option(names = "--most", description = "How many at most.", defaultValue = "20")
    private int most;

    @Override
    public Integer call() throws IOException {
      String asked = sameAs == null ? words : (words + " (" + same(sameAs) + ")").strip();

      return underPermit((house, permit, out) -> {
        Page page = house.rooms().records().search(permit, RecordQuery.of(asked).page(0, most));
        for (Page.Found found : page.found()) {
          Record record = found.record().record();
          Instant at = record.header().claimed().instant();
          out.println(
              (at == null ? "no date" : at)
                  + "  "
                  + record.kind()
                  + "  "
                  + record.accounts().stream()
                      .findFirst()
                      .map(a -> a.shownAs())
                      .orElse("nobody named")
                  + ": "
                  + record.words().replaceAll("\\s+", " "));
          out.println("    " + record.header().locator());
        }
        out.println(page.total() + " found");
      });
    }
  }

  /* The file stays where it is: only its digest and its likeness are looked for. */
  private static String same(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new CliFault(
          "SX-CLI-FILE",
          "no such file",
          "--same-as",
          file.toString(),
          "name a picture or another file");
    }
    return SameMedia.words(SameMedia.known(file));
  }

  /** Freezes the network and measures it. */
  @Command(
      name = "measure",
      description = "Freeze the case's network and measure it.",
      mixinStandardHelpOptions = true)
  static final class MeasureCase extends CaseInquiry {
    @Option(names = "--method", description = "The measure.", defaultValue = "BETWEENNESS")
    private Method method = Method.BETWEENNESS;

    @Override
    Answer ask(Asked asked) {
      Measure measure =
          asked
              .network()
              .measure(asked.permit(), asked.snapshot().id(), method, asked.seed(), asked.bar());
      List<String> lines =
          new ArrayList<>(List.of("entity\tvalue\trank\t5-95% rank when ties are missing"));
      List<RankInterval> ranks = measure.robustness().ranks();
      for (int i = 0; i < asked.snapshot().legend().size(); i++) {
        lines.add(
            asked.names(List.of(i))
                + "\t"
                + measure.values().get(i)
                + (ranks.isEmpty()
                    ? "\t\t"
                    : "\t"
                        + ranks.get(i).rank()
                        + "\t"
                        + ranks.get(i).low()
                        + "-"
                        + ranks.get(i).high()));
      }
      return new Answer(lines, robustness(measure.robustness()) + measure.card());
    }

    private static String robustness(Robustness robustness) {
      Robustness.Order order = robustness.order();
      String kept =
          order == null || Double.isNaN(order.coefficient())
              ? ""
              : String.format(
                  Locale.ROOT,
                  "Robustness %.3f: share of pairs whose order stays when %s of the ties are missing"
                      + " (%d replicas).%n",
                  order.coefficient(),
                  robustness.removed(),
                  robustness.replicas());
      Robustness.Calibration calibration = robustness.calibration();
      if (calibration == null) {
        return kept;
      }
      String tried = calibration.words();
      return "%s%s%s.%n"
          .formatted(kept, Character.toUpperCase(tried.charAt(0)), tried.substring(1));
    }
  }
}
