package dev.sextant.app.cli;

import dev.sextant.app.House;
import dev.sextant.authority.AuthorityDiff;
import dev.sextant.authority.Possible;
import dev.sextant.authority.Voiding;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What an officer or overseer does with an authority when no server runs: look, and stop. */
@Command(
    name = "authority",
    description = "Look at an authority, stop it, see who must be told.",
    mixinStandardHelpOptions = true,
    subcommands = {
      AuthorityCommand.WhatIsPossible.class,
      AuthorityCommand.Diff.class,
      AuthorityCommand.Suspend.class,
      AuthorityCommand.Quash.class,
      AuthorityCommand.Recall.class
    })
final class AuthorityCommand extends CommandGroup {
  /** What all of them need. */
  abstract static class OnOne extends DeskCommand {
    @Parameters(paramLabel = "AUTHORITY", description = "The authority's id.")
    private String authority = "";

    @Override
    public Integer call() throws IOException {
      return atDesk((house, out) -> {
        work(house, desk().person(house).id(), AuthorityId.parse(authority), out);
      });
    }

    abstract void work(House house, ActorId who, AuthorityId id, PrintWriter out);
  }

  /** Sentences. */
  @Command(
      name = "possible",
      description = "Say in plain words what the newest version would make possible.",
      mixinStandardHelpOptions = true)
  static final class WhatIsPossible extends OnOne {
    @Override
    void work(House house, ActorId who, AuthorityId id, PrintWriter out) {
      var all = house.authority().authorities();
      int newest = all.authority(who, id).getFirst().document().version();
      for (Possible.Line line : all.possible(who, id, newest).lines()) {
        out.println(String.format(Locale.ROOT, "%-8s %s", line.topic(), line.sentence()));
      }
    }
  }

  /** Changes. */
  @Command(
      name = "diff",
      description = "Say field by field what one version changes of another.",
      mixinStandardHelpOptions = true)
  static final class Diff extends OnOne {
    @Option(names = "--before", required = true, description = "The version before.")
    private int before;

    @Option(names = "--after", required = true, description = "The version after.")
    private int after;

    @Override
    void work(House house, ActorId who, AuthorityId id, PrintWriter out) {
      AuthorityDiff diff = house.authority().authorities().diff(who, id, before, after);
      for (AuthorityDiff.Change change : diff.changes()) {
        out.println(
            String.format(
                Locale.ROOT,
                "%-8s %s: %s -> %s",
                change.direction().name().toLowerCase(Locale.ROOT),
                change.field(),
                change.before(),
                change.after()));
      }
      out.println(diff.widens() ? "It widens what is possible." : "It widens nothing.");
    }
  }

  /** Stops it. */
  @Command(
      name = "suspend",
      description = "Stop an authority at once; every permit ends.",
      mixinStandardHelpOptions = true)
  static final class Suspend extends OnOne {
    @Option(names = "--reasons", required = true, description = "Why, in your words.")
    private String reasons = "";

    @Override
    void work(House house, ActorId who, AuthorityId id, PrintWriter out) {
      house.authority().authorities().suspend(who, id, reasons);
      out.println("suspended " + id);
    }
  }

  /** Voids it. */
  @Command(
      name = "quash",
      description = "Make an authority void from the start, and list who must be told.",
      mixinStandardHelpOptions = true)
  static final class Quash extends OnOne {
    @Option(names = "--reasons", required = true, description = "Why, in your words.")
    private String reasons = "";

    @Override
    void work(House house, ActorId who, AuthorityId id, PrintWriter out) {
      house.authority().authorities().quash(who, id, reasons);
      out.println("quashed " + id);
      told(house, who, id, out);
    }
  }

  /** Whom to tell. */
  @Command(
      name = "recall",
      description = "List what rests on an authority, and to whom it went.",
      mixinStandardHelpOptions = true)
  static final class Recall extends OnOne {
    @Override
    void work(House house, ActorId who, AuthorityId id, PrintWriter out) {
      told(house, who, id, out);
    }
  }

  private static void told(House house, ActorId who, AuthorityId id, PrintWriter out) {
    Voiding voiding = house.authority().voiding();
    voiding
        .resting(who, id)
        .forEach((kind, things) ->
            out.println("rests on it: " + things + " " + kind.toLowerCase(Locale.ROOT)));
    for (Voiding.Recall recall : voiding.recall(who, id)) {
      out.println(
          "tell "
              + recall.recipient()
              + ", "
              + recall.organisation()
              + ": \""
              + recall.title()
              + "\" of "
              + recall.at()
              + ", bundle "
              + recall.bundle().hex());
    }
  }
}
