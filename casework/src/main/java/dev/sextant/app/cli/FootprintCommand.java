package dev.sextant.app.cli;

import dev.sextant.identity.Footprint;
import dev.sextant.identity.JudgementVerdict;
import dev.sextant.identity.Likeness;
import dev.sextant.network.VisibleText;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Where a screen name, an address or a number shows in a case, from the command line. */
@Command(
    name = "footprint",
    description = {
      "Where a screen name, an e-mail address or a number shows over all platforms of a case.",
      "Tab-separated: kind, chance, exact, platform, account or address, what was found. Kinds are"
          + " anchor, candidate, lead (a search tool's word; no account) and nobody."
    },
    mixinStandardHelpOptions = true)
final class FootprintCommand extends PermitCommand {
  @Parameters(
      paramLabel = "SELECTOR",
      description = "A screen name, an e-mail address, a number, or type:value.")
  private String selector = "";

  @Override
  public Integer call() throws IOException {
    return underPermit((house, permit, out) -> {
      print(house.rooms().identity().footprint(permit, selector), out);
    });
  }

  private static void print(Footprint footprint, PrintWriter out) {
    out.println(
        String.format(
            Locale.ROOT,
            "# rarity of the name: %.1f bits; accounts that bear exactly this: %d",
            footprint.rarity(),
            footprint.holders()));
    for (Footprint.Candidate one : footprint.candidates()) {
      boolean anchor = one.account().key().equals(footprint.anchor());
      line(
          out,
          anchor ? "anchor" : "candidate",
          chance(one.likeness()),
          one.exact() ? "exact" : "",
          one.account().platform().name(),
          one.account().key(),
          one.found() + judged(one.judged()));
    }
    footprint.leads().forEach(lead -> lead(out, "lead", lead));
    footprint.nobody().forEach(lead -> lead(out, "nobody", lead));
  }

  private static void lead(PrintWriter out, String kind, Footprint.Lead lead) {
    String url = lead.url();
    line(out, kind, "", "", lead.site(), url == null ? lead.name() : url, lead.status());
  }

  private static String judged(@Nullable JudgementVerdict verdict) {
    return verdict == null ? "" : "; judged " + verdict.name().toLowerCase(Locale.ROOT);
  }

  private static String chance(@Nullable Likeness likeness) {
    return likeness == null
        ? ""
        : String.format(Locale.ROOT, "%.3f", Likeness.probability(likeness.odds()));
  }

  private static void line(PrintWriter out, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      cells[i] = VisibleText.of(cells[i]);
    }
    out.println(String.join("\t", cells));
  }
}
