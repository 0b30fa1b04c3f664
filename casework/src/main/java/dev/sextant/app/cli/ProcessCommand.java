package dev.sextant.app.cli;

import dev.sextant.authority.CaseFile;
import dev.sextant.helpdesk.Advice;
import dev.sextant.helpdesk.Ask;
import dev.sextant.helpdesk.DataField;
import dev.sextant.helpdesk.Deadline;
import dev.sextant.helpdesk.HelpDesk;
import dev.sextant.helpdesk.LegalRequest;
import dev.sextant.helpdesk.PaperKind;
import dev.sextant.helpdesk.RequestDraft;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.RequestId;
import dev.sextant.terms.Selector;
import dev.sextant.terms.Span;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Legal process from the command line: the same steps as over HTTP, by the same people. */
@Command(
    name = "process",
    description = "Legal process: advise, draft, list, due, print.",
    mixinStandardHelpOptions = true,
    subcommands = {
      ProcessCommand.Advise.class,
      ProcessCommand.DraftRequest.class,
      ProcessCommand.ListRequests.class,
      ProcessCommand.Due.class,
      ProcessCommand.Print.class
    })
final class ProcessCommand extends CommandGroup {
  /** What is wanted. */
  static final class Wish {
    /** Made by picocli. */
    Wish() {}

    @Option(names = "--authority", required = true, description = "The authority's id.")
    private String authority = "";

    @Option(names = "--provider", required = true, description = "Its playbook, such as meta.")
    private String provider = "";

    @Option(
        names = "--selector",
        required = true,
        description = "An account, as type@platform:value; repeatable.")
    private List<String> selectors = List.of();

    @Option(
        names = "--wanted",
        split = ",",
        description = "Kinds of data, such as NAME,LOGIN_HISTORY; none for keeping alone.")
    private List<String> wanted = List.of();

    @Option(names = "--from", description = "First day or moment; open if left out.")
    private @Nullable String from;

    @Option(names = "--to", description = "First day or moment after; open if left out.")
    private @Nullable String to;

    @Option(names = "--zone", defaultValue = "UTC", description = "In whose calendar days count.")
    private String zone = "UTC";

    @Option(names = "--danger", defaultValue = "", description = "For an emergency only.")
    private String danger = "";

    Ask ask() {
      ZoneId in;
      try {
        in = ZoneId.of(zone);
      } catch (DateTimeException e) {
        throw new BadValue("SX-CLI-ZONE", "--zone", zone, "name it as Europe/Berlin");
      }
      return new Ask(
          AuthorityId.parse(authority),
          provider,
          selectors.stream().map(Selector::parse).toList(),
          new Span(moment("--from", from, in), moment("--to", to, in)),
          in,
          wanted.stream().map(DataField::of).collect(Collectors.toSet()),
          danger);
    }

    private static @Nullable Instant moment(String option, @Nullable String text, ZoneId zone) {
      if (text == null) {
        return null;
      }
      try {
        return text.length() == 10
            ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
            : Instant.parse(text);
      } catch (DateTimeException e) {
        throw new BadValue(
            "SX-CLI-MOMENT", option, text, "write 2026-06-01 or 2026-06-01T08:00:00Z");
      }
    }
  }

  /** Which case and request. */
  static final class Which {
    /** Made by picocli. */
    Which() {}

    @Option(names = "--case", required = true, description = "The case's id.")
    private String caseId = "";

    @Option(names = "--request", required = true, description = "The request's id.")
    private String request = "";

    CaseId of() {
      return CaseId.parse(caseId);
    }

    RequestId id() {
      return RequestId.parse(request);
    }
  }

  /** Names the lowest instrument that suffices; with a case, takes the wish in. */
  @Command(
      name = "advise",
      description = "Name the lowest instrument that suffices; with --case, take the wish in.",
      mixinStandardHelpOptions = true)
  static final class Advise extends DeskCommand {
    @Mixin private Wish wish = new Wish();

    @Option(names = "--case", description = "Take it in as a request of this case.")
    private @Nullable String caseId;

    @Override
    public Integer call() throws IOException {
      return atDesk((house, out) -> {
        ActorId by = desk().person(house).id();
        HelpDesk help = house.rooms().helpDesk();
        Ask ask = wish.ask();
        Advice advice;
        if (caseId == null) {
          advice = help.advise(ask, house.clock().instant());
        } else {
          RequestId id = help.intake(by, CaseId.parse(caseId), ask);
          advice = help.advise(by, CaseId.parse(caseId), id);
          out.println("request    " + id);
        }
        out.println("proposed   " + advice.proposed() + "  " + advice.proposed().words());
        for (Advice.Rung rung : advice.rungs()) {
          out.println("  " + rung.fit() + "  " + rung.instrument() + "  " + rung.why());
        }
        advice.warnings().forEach(warning -> out.println("warning    " + warning));
      });
    }
  }

  /** Writes a request from a form. */
  @Command(
      name = "draft",
      description = "Write a request that was taken in, from a form in YAML.",
      mixinStandardHelpOptions = true)
  static final class DraftRequest extends DeskCommand {
    @Mixin private Which which = new Which();

    @Option(
        names = "--form",
        required = true,
        description =
            "Instrument, grounds, issuer and the rest; see docs/formats/legal-process.md.")
    private Path form = Path.of("form.yaml");

    @Option(names = "--submit", description = "Hand it to legal review at once.")
    private boolean submit;

    @Override
    public Integer call() throws IOException {
      RequestDraft draft = RequestDraft.parse(Files.readString(form));

      return atDesk((house, out) -> {
        ActorId by = desk().person(house).id();
        HelpDesk help = house.rooms().helpDesk();
        help.draft(by, which.of(), which.id(), draft);
        if (submit) {
          help.submit(by, which.of(), which.id());
        }
        line(out, help.request(by, which.of(), which.id()));
      });
    }
  }

  private static void line(PrintWriter out, LegalRequest request) {
    RequestDraft draft = request.draft();
    out.println(
        request.shortName()
            + "  "
            + request.id()
            + "  "
            + request.state()
            + "  "
            + request.ask().provider()
            + "  "
            + (draft == null ? "no instrument yet" : draft.instrument()));
  }

  /** The requests of a case. */
  @Command(name = "list", description = "The requests of a case.", mixinStandardHelpOptions = true)
  static final class ListRequests extends DeskCommand {
    @Option(names = "--case", required = true, description = "The case's id.")
    private String caseId = "";

    @Override
    public Integer call() throws IOException {
      return atDesk((house, out) -> {
        ActorId by = desk().person(house).id();
        house
            .rooms()
            .helpDesk()
            .requests(by, CaseId.parse(caseId))
            .forEach(request -> line(out, request));
      });
    }
  }

  /** The clocks that run. */
  @Command(
      name = "due",
      description = "The clocks that run, soonest first, in all cases that you may see.",
      mixinStandardHelpOptions = true)
  static final class Due extends DeskCommand {
    @Override
    public Integer call() throws IOException {
      return atDesk((house, out) -> {
        ActorId by = desk().person(house).id();
        List<CaseId> cases =
            house.authority().cases().cases(by).stream().map(CaseFile::id).toList();
        for (Deadline deadline : house.rooms().helpDesk().due(by, cases)) {
          out.println(
              deadline.due().atZone(deadline.zone())
                  + "  "
                  + deadline.urgency()
                  + "  "
                  + deadline.shortName()
                  + "  "
                  + deadline.kind()
                  + "  "
                  + deadline.what());
        }
      });
    }
  }

  /** Prints a paper. */
  @Command(
      name = "print",
      description = "Print a request's paper as PDF.",
      mixinStandardHelpOptions = true)
  static final class Print extends DeskCommand {
    @Mixin private Which which = new Which();

    @Option(names = "--paper", required = true, description = "Such as SUBPOENA or EPOC.")
    private String paper = "";

    @Option(names = "--out", required = true, description = "Where to write it.")
    private Path target = Path.of("paper.pdf");

    @Override
    public Integer call() throws IOException {
      return atDesk((house, out) -> {
        ActorId by = desk().person(house).id();
        byte[] pdf =
            house.rooms().helpDesk().paper(by, which.of(), which.id(), PaperKind.named(paper));
        Files.write(target, pdf);
        out.println("written    " + target + "  " + pdf.length + " bytes");
      });
    }
  }
}
