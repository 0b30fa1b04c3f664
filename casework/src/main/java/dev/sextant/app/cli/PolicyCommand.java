package dev.sextant.app.cli;

import dev.sextant.app.House;
import dev.sextant.authority.Decision;
import dev.sextant.authority.Law;
import dev.sextant.authority.LawChange;
import dev.sextant.authority.LawKind;
import dev.sextant.authority.LawLag;
import dev.sextant.authority.LawText;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.Digest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The law of a house: what is in force, how it came to be, and changes of it. */
@Command(
    name = "policy",
    description = "Read and change the policies and the jurisdiction pack of a home.",
    mixinStandardHelpOptions = true,
    subcommands = {
      PolicyCommand.Show.class,
      PolicyCommand.History.class,
      PolicyCommand.Propose.class,
      PolicyCommand.Update.class,
      PolicyCommand.Approve.class,
      PolicyCommand.Stop.class
    })
final class PolicyCommand extends CommandGroup {
  private static String brief(LawText text) {
    return text.kind().field()
        + " "
        + text.name()
        + " "
        + text.version()
        + "  "
        + text.digest().hex();
  }

  private static void print(PrintWriter out, House house, LawChange change) {
    ActorId proposer = change.proposal().actor();
    Digest before = change.before();
    out.println(change.id() + "  " + change.kind().field() + "  " + change.state());
    out.println("    old     " + (before == null ? "none" : before.hex()));
    out.println("    new     " + change.after().hex());
    out.println("    by      " + (proposer == null ? "the program" : name(house, proposer)));
    out.println("    why     " + change.proposal().reasons());
    for (LawChange.Signature one : change.signatures()) {
      out.println(
          "    "
              + one.decision().name().toLowerCase(java.util.Locale.ROOT)
              + " by "
              + name(house, one.actor())
              + " ("
              + one.role()
              + ") at "
              + one.at());
    }
    line(out, "    notice  ", change.times().noticed());
    line(out, "    due     ", change.times().due());
    line(out, "    ended   ", change.times().ended());
  }

  private static void print(PrintWriter out, House house, UUID change) {
    house.authority().law().history().stream()
        .filter(one -> one.id().equals(change))
        .forEach(one -> print(out, house, one));
  }

  private static void line(PrintWriter out, String label, @Nullable Instant at) {
    if (at != null) {
      out.println(label + at);
    }
  }

  private static String name(House house, ActorId id) {
    return house.authority().people().actor(id).name();
  }

  private static byte @Nullable [] read(@Nullable Path note) {
    try {
      return note == null ? null : Files.readAllBytes(note);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is in force. */
  @Command(
      name = "show",
      description = "What is in force: each policy in one sentence, or the texts as they stand.",
      mixinStandardHelpOptions = true)
  static final class Show extends DeskCommand {
    @Option(names = "--texts", description = "Print the texts themselves, the pack's too.")
    private boolean texts;

    @Override
    public Integer call() throws IOException {
      return atDesk((house, out) -> {
        desk().person(house);
        Law law = house.authority().law();
        for (LawKind kind : LawKind.values()) {
          LawText text = law.inForce(kind);
          out.println(brief(text));
          if (texts) {
            text.files().forEach((file, body) -> out.println("\n## " + file + "\n\n" + body));
          } else {
            text.sentences().forEach((id, says) -> out.println("    " + id + ": " + says));
          }
        }
        out.println("judged by " + law.engine());
      });
    }
  }

  /** Every change. */
  @Command(
      name = "history",
      description = "Every change of the law, oldest first, with digests old and new.",
      mixinStandardHelpOptions = true)
  static final class History extends DeskCommand {
    @Override
    public Integer call() throws IOException {
      return atDesk((house, out) -> {
        desk().person(house);
        house.authority().law().history().forEach(change -> print(out, house, change));
      });
    }
  }

  /** A text to take up. */
  @Command(
      name = "propose",
      description = {
        "Propose another policy bundle (a folder with bundle.yaml) or jurisdiction pack (a YAML file).",
        "It needs an authorising officer and an overseer, and then the pack's delay; what is proved to"
            + " narrow the policies is in force at once."
      },
      mixinStandardHelpOptions = true)
  static final class Propose extends DeskCommand {
    @Parameters(
        paramLabel = "TEXT",
        arity = "0..1",
        description = "Folder of a bundle, or file of a pack; without it, what this program ships.")
    private @Nullable Path text;

    @Option(names = "--reasons", required = true, description = "Why, in your words.")
    private String reasons = "";

    @Option(
        names = "--id",
        description = "The change's random UUID, where the note is signed elsewhere.")
    private @Nullable UUID id;

    @Option(names = "--note", description = "Signed note; without --note but with --id: print it.")
    private @Nullable Path note;

    @Override
    public Integer call() throws IOException {
      LawText read = read();

      return atDesk((house, out) -> {
        ActorId by = desk().person(house).id();
        Law law = house.authority().law();
        UUID change = id;
        if (change != null && note == null) {
          out.print(law.proposalText(by, change, read, reasons));
          out.flush();
          return;
        }
        UUID made =
            law.propose(
                by,
                change == null ? UUID.randomUUID() : change,
                read,
                reasons,
                PolicyCommand.read(note));
        print(out, house, made);
      });
    }

    private LawText read() {
      Path from = text;
      try {
        if (from == null) {
          return LawText.shippedPolicies();
        }
        if (!Files.isDirectory(from)) {
          return LawText.of(LawKind.PACK, Files.readString(from));
        }
        Map<String, String> files = new HashMap<>();
        try (Stream<Path> all = Files.list(from)) {
          for (Path file : all.filter(Files::isRegularFile).toList()) {
            files.put(
                Objects.requireNonNull(file.getFileName()).toString(), Files.readString(file));
          }
        }
        return LawText.bundle(files);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The way of a home that an older program made. */
  @Command(
      name = "update",
      description = {
        "Say what the law in force lacks that this program asks for, and propose what the program ships.",
        "An authorising officer and an overseer approve each proposal, and then the pack's delay runs."
      },
      mixinStandardHelpOptions = true)
  static final class Update extends DeskCommand {
    @Option(
        names = "--reasons",
        description = "Why, in your words; without them nothing is proposed, only said.")
    private @Nullable String reasons;

    @Override
    public Integer call() throws IOException {
      return atDesk((house, out) -> {
        ActorId by = desk().person(house).id();
        Law law = house.authority().law();
        List<LawLag> lags = law.lags();
        if (lags.isEmpty()) {
          out.println("up to date: " + brief(law.inForce(LawKind.POLICY)));
          out.println("up to date: " + brief(law.inForce(LawKind.PACK)));
        }
        for (LawLag lag : lags) {
          out.println(lag.fault().line());
          String why = reasons;
          if (why != null) {
            law.update(by, lag.kind(), why).ifPresent(made -> print(out, house, made));
          }
        }
      });
    }
  }

  /** A decision on a change. */
  @Command(
      name = "approve",
      description = "Approve a proposed change as authorising officer or overseer, or refuse it.",
      mixinStandardHelpOptions = true)
  static final class Approve extends DeskCommand {
    @Parameters(paramLabel = "CHANGE", description = "The change's id, from history.")
    private UUID change = new UUID(0, 0);

    @Option(names = "--reasons", required = true, description = "Why, in your words.")
    private String reasons = "";

    @Option(names = "--refuse", description = "Refuse it instead: it is stopped.")
    private boolean refuse;

    @Option(
        names = "--note-text",
        description = "Only print the words to sign, for a key that is not kept in this home.")
    private boolean words;

    @Option(names = "--note", description = "File with the signed note.")
    private @Nullable Path note;

    @Override
    public Integer call() throws IOException {
      Decision decision = refuse ? Decision.REFUSED : Decision.APPROVED;

      return atDesk((house, out) -> {
        ActorId by = desk().person(house).id();
        Law law = house.authority().law();
        if (words) {
          out.print(law.decisionText(by, change, decision, reasons));
        } else {
          law.decide(by, change, decision, reasons, read(note));
          print(out, house, change);
        }
      });
    }
  }

  /** An end to a change. */
  @Command(
      name = "stop",
      description = "Stop a change that is not in force yet.",
      mixinStandardHelpOptions = true)
  static final class Stop extends DeskCommand {
    @Parameters(paramLabel = "CHANGE", description = "The change's id, from history.")
    private UUID change = new UUID(0, 0);

    @Option(names = "--reasons", required = true, description = "Why, in your words.")
    private String reasons = "";

    @Override
    public Integer call() throws IOException {
      return atDesk((house, out) -> {
        house.authority().law().stop(desk().person(house).id(), change, reasons);
        out.println("stopped " + change);
      });
    }
  }
}
