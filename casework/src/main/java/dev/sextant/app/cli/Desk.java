package dev.sextant.app.cli;

import dev.sextant.app.HomeFolder;
import dev.sextant.app.House;
import dev.sextant.authority.Actor;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Purpose;
import dev.sextant.terms.AuthorityId;
import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who works at the command line, in which home, under which authority and for what purpose. */
final class Desk {
  /** Made by picocli. */
  Desk() {}

  @Option(
      names = "--home",
      description = "The home folder (default: ./sextant-home); no server may be running on it.",
      defaultValue = "sextant-home")
  private Path home = Path.of("sextant-home");

  @Option(names = "--as", required = true, description = "Your log-in.")
  private String login = "";

  @Option(
      names = "--password-file",
      description = "File whose first line is your password; without it you are asked.")
  private @Nullable Path passwordFile;

  @Option(
      names = {"--database-url", "--database-settings"},
      description = "As for serve: a PostgreSQL elsewhere instead of the home's own.")
  private @Nullable String database;

  /** Opens the home; the caller closes it. */
  House open() {
    if (!Files.isDirectory(home)) {
      throw new CliFault(
          "SX-CLI-HOME",
          "there is no such home",
          "--home",
          home.toString(),
          "make one with demo or serve");
    }
    return House.open(new HomeFolder(home), ServeCommand.external(database), Clock.systemUTC());
  }

  /** The person, whose password was right. */
  Actor person(House house) {
    char[] password = password();
    Actor actor = house.authority().people().byLogin(login).orElse(null);
    if (actor == null
        || !house.authority().people().passwordMatches(actor.id(), new String(password))) {
      throw new CliFault(
          "SX-CLI-LOGIN",
          "log-in or password is wrong",
          "--as",
          login,
          "check both; an administrator can disable and enrol people");
    }
    return actor;
  }

  private char[] password() {
    if (passwordFile != null) {
      try {
        return Files.readAllLines(passwordFile).stream().findFirst().orElse("").toCharArray();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    Console console = System.console();
    char[] typed =
        console == null || !console.isTerminal()
            ? null
            : console.readPassword("password of %s: ", login);
    if (typed == null) {
      throw new CliFault(
          "SX-CLI-PASSWORD",
          "nobody is there to type the password",
          "--password-file",
          "",
          "give a file that only you can read");
    }
    return typed;
  }

  /** A permit for this person under an authority in force. */
  Permit permit(House house, String authority, String purpose) {
    return house
        .authority()
        .authorities()
        .permit(person(house).id(), AuthorityId.parse(authority), new Purpose(purpose));
  }
}
