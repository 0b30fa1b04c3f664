package dev.sextant.app.cli;

import dev.sextant.app.HomeFolder;
import dev.sextant.app.House;
import dev.sextant.authority.Actor;
import dev.sextant.authority.People;
import dev.sextant.authority.Role;
import dev.sextant.ledger.VerifierKey;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sets up the people of a home in earnest. */
@Command(
    name = "people",
    description = "Set up a home's people: the first administrator, then the others.",
    mixinStandardHelpOptions = true,
    subcommands = {
      PeopleCommand.First.class,
      PeopleCommand.Enrol.class,
      PeopleCommand.Disable.class,
      PeopleCommand.Train.class,
      PeopleCommand.ListPeople.class
    })
final class PeopleCommand extends CommandGroup {
  private static String password(@Nullable Path file, String login) {
    if (file != null) {
      try {
        return Files.readAllLines(file).stream().findFirst().orElse("");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    Console console = System.console();
    if (console != null && console.isTerminal()) {
      char[] typed = console.readPassword("new password of %s: ", login);
      char[] again = console.readPassword("once more: ");
      if (typed != null && again != null && new String(typed).equals(new String(again))) {
        return new String(typed);
      }
    }
    throw new CliFault(
        "SX-CLI-PASSWORD",
        "no new password was given, or the two differ",
        "--new-password-file",
        login,
        "type it twice, or give a file that only you can read");
  }

  /** Makes the home and its first administrator. */
  @Command(
      name = "first",
      description = "Make a home and enrol its first administrator.",
      mixinStandardHelpOptions = true)
  static final class First implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--home", required = true, description = "The home folder; made if absent.")
    private Path home = Path.of("sextant-home");

    @Option(names = "--login", required = true, description = "The administrator's log-in.")
    private String login = "";

    @Option(names = "--name", required = true, description = "The administrator's name.")
    private String name = "";

    @Option(names = "--new-password-file", description = "File with the new password.")
    private @Nullable Path passwordFile;

    @Option(
        names = "--pack",
        description =
            "The jurisdiction pack that the house begins with: us-federal or eu-led (default: "
                + "${DEFAULT-VALUE}). Later it changes by two signatures only.",
        defaultValue = HomeFolder.FIRST_PACK)
    private String pack = HomeFolder.FIRST_PACK;

    @Option(
        names = {"--database-url", "--database-settings"},
        description = "As for serve: a PostgreSQL elsewhere instead of the home's own.")
    private @Nullable String database;

    @Override
    public Integer call() {
      String secret = password(passwordFile, login);
      new HomeFolder(home).beginWith(pack);
      try (House house =
          House.open(new HomeFolder(home), ServeCommand.external(database), Clock.systemUTC())) {
        Actor actor = house.authority().people().first(login, name, secret);
        say(spec.commandLine().getOut(), actor);
      }
      return ExitCode.OK;
    }
  }

  /** Enrols a person. */
  @Command(
      name = "enrol",
      description = "Enrol a person; as an administrator.",
      mixinStandardHelpOptions = true)
  static final class Enrol extends DeskCommand {
    @Option(names = "--login", required = true, description = "The person's log-in.")
    private String login = "";

    @Option(names = "--name", required = true, description = "The person's name.")
    private String name = "";

    @Option(names = "--role", required = true, description = "One of: ${COMPLETION-CANDIDATES}.")
    private Role role = Role.ANALYST;

    @Option(
        names = "--vkey",
        description =
            "An overseer's public key, which he made outside: sextant-verify key new FILE.")
    private @Nullable String vkey;

    @Option(names = "--new-password-file", description = "File with the new person's password.")
    private @Nullable Path passwordFile;

    @Override
    public Integer call() throws IOException {
      return atDesk((house, out) -> {
        Actor by = desk().person(house);
        String secret = password(passwordFile, login);
        People people = house.authority().people();
        People.Enrolment person = new People.Enrolment(login, name, Set.of(role), secret);
        say(
            out,
            vkey == null
                ? people.enrol(by.id(), person)
                : people.enrolOverseer(by.id(), person, VerifierKey.parse(vkey)));
      });
    }
  }

  private static Actor known(House house, String login, String code) {
    return house
        .authority()
        .people()
        .byLogin(login)
        .orElseThrow(() ->
            new CliFault(code, "nobody has this log-in", "--login", login, "see people list"));
  }

  /** Records that a person was instructed. */
  @Command(
      name = "train",
      description = "Record that a person was instructed today; as an administrator.",
      mixinStandardHelpOptions = true)
  static final class Train extends DeskCommand {
    @Option(names = "--login", required = true, description = "Whose log-in.")
    private String login = "";

    @Override
    public Integer call() throws IOException {
      return atDesk((house, out) -> {
        Actor by = desk().person(house);
        Actor person = known(house, login, "SX-CLI-LOGIN");
        out.println(
            login
                + " counts as instructed until "
                + house.authority().training().record(by.id(), person.id()));
      });
    }
  }

  /** Disables a person. */
  @Command(
      name = "disable",
      description = "Disable a person: no log-in, no signature, no permit; as an administrator.",
      mixinStandardHelpOptions = true)
  static final class Disable extends DeskCommand {
    @Option(names = "--login", required = true, description = "The person's log-in.")
    private String login = "";

    @Override
    public Integer call() throws IOException {
      return atDesk((house, out) -> {
        Actor by = desk().person(house);
        Actor person = known(house, login, "SX-CLI-PERSON-ABSENT");
        house.authority().people().disable(by.id(), person.id());
        out.println(login + " is disabled");
      });
    }
  }

  /** Lists people. */
  @Command(name = "list", description = "List people.", mixinStandardHelpOptions = true)
  static final class ListPeople extends DeskCommand {
    @Override
    public Integer call() throws IOException {
      return atDesk((house, out) -> {
        desk().person(house);
        house.authority().people().all().forEach(actor -> say(out, actor));
      });
    }
  }

  private static void say(PrintWriter out, Actor actor) {
    out.println(
        actor.login()
            + "  "
            + actor.name()
            + "  "
            + actor.roles()
            + (actor.enabled() ? "" : "  disabled"));
    out.flush();
  }
}
