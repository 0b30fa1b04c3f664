package dev.sextant.app.cli;

import dev.sextant.app.House;
import dev.sextant.authority.Permit;
import dev.sextant.custody.Exhibit;
import dev.sextant.records.GenerationDiff;
import dev.sextant.records.ReadReport;
import dev.sextant.records.StoredRecord;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The readings of an exhibit, a further one, and what one says otherwise than another. */
@Command(
    name = "generations",
    description = "The readings of an exhibit; read it again; what a later one says otherwise.",
    mixinStandardHelpOptions = true)
final class GenerationsCommand extends PermitCommand {
  @Parameters(description = "The exhibit's number, such as E-3.")
  private String exhibit = "";

  @Option(names = "--read", description = "Read it again first, with this program's readers.")
  private boolean read;

  @Option(
      names = "--older",
      description = "Compare this generation (default: the last but one) ...")
  private @Nullable Integer older;

  @Option(names = "--newer", description = "... with this one (default: the last).")
  private @Nullable Integer newer;

  @Option(
      names = "--changes",
      description = "How many changes to print (default: ${DEFAULT-VALUE}).",
      defaultValue = "50")
  private int changes = 50;

  @Override
  public Integer call() throws IOException {
    return underPermit((house, permit, out) -> {
      Exhibit which = exhibit(house, permit);
      if (read) {
        try (ProgressBar bar = ProgressBar.on(spec())) {
          house.rooms().records().read(permit, which.id(), bar);
        }
      }
      List<ReadReport> all =
          house.rooms().records().readings(permit).stream()
              .filter(r -> r.exhibit().equals(which.id()))
              .toList();
      all.forEach(r ->
          out.printf(
              Locale.ROOT,
              "generation %d  %s  %s  %,d items = %,d read + %,d sealed off + %,d faults + %,d"
                  + " unknown%n",
              r.generation(),
              r.reader(),
              r.at(),
              r.counts().items(),
              r.counts().read(),
              r.counts().sealed(),
              r.counts().faults(),
              r.counts().unknown()));
      if (all.size() > 1) {
        int last = all.getLast().generation();
        int to = newer == null ? last : newer;
        int from = older == null ? to - 1 : older;
        print(out, house.rooms().records().compare(permit, which.id(), from, to, 0, changes));
      }
    });
  }

  private Exhibit exhibit(House house, Permit permit) {
    return house.rooms().custody().exhibits(permit).stream()
        .filter(e -> ("E-" + e.number()).equalsIgnoreCase(exhibit))
        .findFirst()
        .orElseThrow(() ->
            new CliFault(
                "SX-CLI-EXHIBIT",
                "there is no such exhibit under this authority",
                "case generations",
                exhibit,
                "give its number, such as E-3"));
  }

  private static void print(PrintWriter out, GenerationDiff diff) {
    out.printf(
        Locale.ROOT,
        "from %d (%s) to %d (%s): %,d same, %,d changed, %,d added, %,d removed%n",
        diff.older().generation(),
        diff.older().reader(),
        diff.newer().generation(),
        diff.newer().reader(),
        diff.same(),
        diff.changed(),
        diff.added(),
        diff.removed());
    if (diff.sealedSince() > 0) {
      out.printf(Locale.ROOT, "%,d more are sealed off since%n", diff.sealedSince());
    }
    for (GenerationDiff.RecordChange change : diff.changes()) {
      StoredRecord shown =
          Objects.requireNonNull(change.after() == null ? change.before() : change.after());
      Locator at = shown.record().header().locator();
      out.println(
          "  "
              + change.what().name().toLowerCase(Locale.ROOT)
              + "  "
              + shown.record().kind()
              + "  "
              + at.part()
              + "@"
              + at.from()
              + "  "
              + shown.id().hex().substring(0, 16));
      change
          .fields()
          .forEach(f ->
              out.println(
                  "      " + f.field() + ": " + said(f.before()) + " -> " + said(f.after())));
    }
  }

  private static String said(@Nullable String value) {
    return value == null ? "(nothing)" : value;
  }
}
