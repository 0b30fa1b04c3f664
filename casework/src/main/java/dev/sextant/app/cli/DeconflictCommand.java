package dev.sextant.app.cli;

import dev.sextant.app.House;
import dev.sextant.authority.Actor;
import dev.sextant.deconfliction.Answer;
import dev.sextant.deconfliction.Exchange;
import dev.sextant.deconfliction.Notice;
import dev.sextant.deconfliction.OtherHouse;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Selector;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether another case knows a selector, in this house or in another. */
@Command(
    name = "deconflict",
    description = {
      "Ask whether another case knows a selector; no content answers, and both leads are told.",
      "Another house is asked by files: ask --to, answer there, finish here, told there."
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      DeconflictCommand.Ask.class,
      DeconflictCommand.AnswerQuestion.class,
      DeconflictCommand.Finish.class,
      DeconflictCommand.Told.class,
      DeconflictCommand.Card.class,
      DeconflictCommand.Admit.class,
      DeconflictCommand.Enter.class,
      DeconflictCommand.Notices.class
    })
final class DeconflictCommand extends CommandGroup {
  private static final String LIST = ".list";

  private static byte[] read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw CliFault.noFile("deconflict", file);
    }
    return Files.readAllBytes(file);
  }

  private static void say(PrintWriter out, Answer answer) {
    out.println(
        answer.known()
            ? "known: another case knows it; both leads are told whom to speak to"
            : "not known: no other case says that it knows it");
    out.println("question: " + answer.question());
    out.flush();
  }

  /** Asks. */
  @Command(
      name = "ask",
      description = "Ask this house's other cases, or write a question to another house.",
      mixinStandardHelpOptions = true)
  static final class Ask extends PermitCommand {
    @Parameters(index = "0", description = "type:value or type@platform:value.")
    private String selector = "";

    @Option(names = "--to", description = "Another house: its name or number.")
    private @Nullable String to;

    @Option(names = "--out", description = "The question's file, with --to.")
    private @Nullable Path file;

    @Override
    public Integer call() throws IOException {
      Selector about = Selector.parse(selector);
      String other = to;
      Path question = file;
      if ((other == null) != (question == null)) {
        throw new CliFault(
            "SX-CLI-OPTIONS",
            "a question to another house needs both",
            "deconflict ask",
            "--to, --out",
            "give both or none");
      }

      return underPermit((house, permit, out) -> {
        if (other == null || question == null) {
          say(out, house.rooms().deconfliction().ask(permit, about));
          house.rooms().deconfliction().courier().deliver();
          return;
        }
        OtherHouse asked = find(house, other);
        Files.write(question, house.rooms().exchange().ask(permit, about, asked.id()));
        out.println("written: " + question + ", for " + asked.contact());
      });
    }

    private static OtherHouse find(House house, String named) {
      return house.rooms().exchange().houses().all().stream()
          .filter(one -> one.name().equals(named) || one.id().toString().equals(named))
          .findFirst()
          .orElseThrow(() ->
              new CliFault(
                  "SX-CLI-HOUSE",
                  "no such house is admitted",
                  "--to",
                  named,
                  "an officer admits it by its card: deconflict admit"));
    }
  }

  /** Answers another house. */
  @Command(
      name = "answer",
      description =
          "Evaluate another house's question; writes the answer and, beside it, the list.",
      mixinStandardHelpOptions = true)
  static final class AnswerQuestion extends DeskCommand {
    @Option(names = "--in", required = true, description = "The question's file.")
    private Path in = Path.of("");

    @Option(names = "--out", required = true, description = "The answer's file.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
      byte[] question = read(in);

      return atDesk((house, out) -> {
        ActorId officer = desk().person(house).id();
        Exchange.Reply reply = house.rooms().exchange().answer(officer, question);
        Files.write(file, reply.message());
        Files.write(beside(file), reply.list());
        out.println("written: " + file + " and " + beside(file));
      });
    }
  }

  private static Path beside(Path answer) {
    return answer.resolveSibling(answer.getFileName() + LIST);
  }

  /** Takes an answer. */
  @Command(
      name = "finish",
      description =
          "Take another house's answer; writes a notice to it where it knows the selector.",
      mixinStandardHelpOptions = true)
  static final class Finish extends PermitCommand {
    @Option(names = "--in", required = true, description = "The answer's file; its list beside it.")
    private Path in = Path.of("");

    @Option(names = "--out", required = true, description = "The notice's file, if there is one.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
      Exchange.Reply reply = new Exchange.Reply(read(in), read(beside(in)));

      return underPermit((house, permit, out) -> {
        Exchange.Finished finished = house.rooms().exchange().finish(permit, reply);
        byte[] notice = finished.notice();
        if (notice != null) {
          Files.write(file, notice);
          out.println("written: " + file);
        }
        say(out, finished.answer());
        house.rooms().deconfliction().courier().deliver();
      });
    }
  }

  /** Takes a notice. */
  @Command(
      name = "told",
      description =
          "Take another house's notice: the leads of cases that know the selector are told.",
      mixinStandardHelpOptions = true)
  static final class Told extends DeskCommand {
    @Option(names = "--in", required = true, description = "The notice's file.")
    private Path in = Path.of("");

    @Override
    public Integer call() throws IOException {
      byte[] notice = read(in);

      return atDesk((house, out) -> {
        int told = house.rooms().exchange().takeNotice(desk().person(house).id(), notice);
        out.println("told: " + told);
      });
    }
  }

  /** Writes this house's card. */
  @Command(
      name = "card",
      description = "Write this house's card for another, and print its fingerprint to read out.",
      mixinStandardHelpOptions = true)
  static final class Card extends DeskCommand {
    @Option(names = "--name", required = true, description = "The house's name.")
    private String name = "";

    @Option(names = "--unit", required = true, description = "Whom to speak to, and how.")
    private String unit = "";

    @Option(names = "--out", required = true, description = "The card's file.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
      return atDesk((house, out) -> {
        desk().person(house);
        byte[] card = house.rooms().exchange().houses().card(name, unit);
        Files.write(file, card);
        out.println("fingerprint: " + Digest.of(card).hex());
      });
    }
  }

  /** Admits another house. */
  @Command(
      name = "admit",
      description = "Admit another house by its card; the fingerprint was read out by that house.",
      mixinStandardHelpOptions = true)
  static final class Admit extends DeskCommand {
    @Option(names = "--card", required = true, description = "The card's file.")
    private Path card = Path.of("");

    @Option(names = "--fingerprint", required = true, description = "As it was read out.")
    private String fingerprint = "";

    @Override
    public Integer call() throws IOException {
      byte[] bytes = read(card);

      return atDesk((house, out) -> {
        ActorId officer = desk().person(house).id();
        OtherHouse other = house.rooms().exchange().houses().admit(officer, bytes, fingerprint);
        out.println("admitted: " + other.id() + "  " + other.contact());
      });
    }
  }

  /** Enters what records hold. */
  @Command(
      name = "enter",
      description = "Make known to deconfliction whoever acts in the records that you may see.",
      mixinStandardHelpOptions = true)
  static final class Enter extends PermitCommand {
    @Override
    public Integer call() throws IOException {
      return underPermit((house, permit, out) -> {
        out.println("new: " + house.rooms().deconfliction().enter(permit, null));
      });
    }
  }

  /** Lists notices. */
  @Command(
      name = "notices",
      description = "Whom you must speak to, newest first.",
      mixinStandardHelpOptions = true)
  static final class Notices extends DeskCommand {
    @Override
    public Integer call() throws IOException {
      return atDesk((house, out) -> {
        Actor person = desk().person(house);
        for (Notice notice : house.rooms().deconfliction().notices(person.id())) {
          ActorId contact = notice.contact();
          String whom =
              contact == null
                  ? String.valueOf(notice.outside())
                  : house.authority().people().actor(contact).name();
          String side = notice.side() == Notice.Side.ASKED ? "asked, known to " : "asked about by ";
          out.println(notice.at() + "  " + side + whom);
        }
      });
    }
  }
}
