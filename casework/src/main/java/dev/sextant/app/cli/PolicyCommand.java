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
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
final class PolicyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCode.USAGE;
  }

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
  static final class Show implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Desk desk = new Desk();

    @Option(names = "--texts", description = "Print the texts themselves, the pack's too.")
    private boolean texts;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      try (House house = desk.open()) {
        desk.person(house);
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
      }
      out.flush();
      return ExitCode.OK;
    }
  }

  /** Every change. */
  @Command(
      name = "history",
      description = "Every change of the law, oldest first, with digests old and new.",
      mixinStandardHelpOptions = true)
  static final class History implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Desk desk = new Desk();

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      try (House house = desk.open()) {
        desk.person(house);
        house.authority().law().history().forEach(change -> print(out, house, change));
      }
      out.flush();
      return ExitCode.OK;
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
  static final class Propose implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Desk desk = new Desk();

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
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      LawText read = read();
      try (House house = desk.open()) {
        ActorId by = desk.person(house).id();
        Law law = house.authority().law();
        UUID change = id;
        if (change != null && note == null) {
          out.print(law.proposalText(by, change, read, reasons));
          out.flush();
          return ExitCode.OK;
        }
        UUID made =
            law.propose(
                by,
                change == null ? UUID.randomUUID() : change,
                read,
                reasons,
                PolicyCommand.read(note));
        law.history().stream()
            .filter(one -> one.id().equals(made))
            .forEach(one -> print(out, house, one));
      }
      out.flush();
      return ExitCode.OK;
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
  static final class Update implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Desk desk = new Desk();

    @Option(
        names = "--reasons",
        description = "Why, in your words; without them nothing is proposed, only said.")
    private @Nullable String reasons;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      try (House house = desk.open()) {
        ActorId by = desk.person(house).id();
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
            law.update(by, lag.kind(), why)
                .ifPresent(made ->
                    law.history().stream()
                        .filter(one -> one.id().equals(made))
                        .forEach(one -> print(out, house, one)));
          }
        }
      }
      out.flush();
      return ExitCode.OK;
    }
  }

  /** A decision on a change. */
  @Command(
      name = "approve",
      description = "Approve a proposed change as authorising officer or overseer, or refuse it.",
      mixinStandardHelpOptions = true)
  static final class Approve implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Desk desk = new Desk();

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
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      Decision decision = refuse ? Decision.REFUSED : Decision.APPROVED;
      try (House house = desk.open()) {
        ActorId by = desk.person(house).id();
        Law law = house.authority().law();
        if (words) {
          out.print(law.decisionText(by, change, decision, reasons));
        } else {
          law.decide(by, change, decision, reasons, read(note));
          List<LawChange> all = law.history();
          all.stream()
              .filter(one -> one.id().equals(change))
              .forEach(one -> print(out, house, one));
        }
      }
      out.flush();
      return ExitCode.OK;
    }
  }

  /** An end to a change. */
  @Command(
      name = "stop",
      description = "Stop a change that is not in force yet.",
      mixinStandardHelpOptions = true)
  static final class Stop implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Desk desk = new Desk();

    @Parameters(paramLabel = "CHANGE", description = "The change's id, from history.")
    private UUID change = new UUID(0, 0);

    @Option(names = "--reasons", required = true, description = "Why, in your words.")
    private String reasons = "";

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      try (House house = desk.open()) {
        house.authority().law().stop(desk.person(house).id(), change, reasons);
        out.println("stopped " + change);
      }
      out.flush();
      return ExitCode.OK;
    }
  }
}
