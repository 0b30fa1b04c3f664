package dev.sextant.app.cli;

import dev.sextant.app.HomeFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which home, for commands that ask nobody to log in. */
final class HomeOption {
  /** Made by picocli. */
  HomeOption() {}

  @Option(
      names = "--home",
      description = "The home folder (default: ./sextant-home).",
      defaultValue = "sextant-home")
  private Path home = Path.of("sextant-home");

  /** The path as it was given. */
  Path path() {
    return home;
  }

  HomeFolder folder() {
    return new HomeFolder(home);
  }

  /**
   * A home that has a log.
   *
   * @throws CliFault {@code SX-CLI-HOME} if it has none
   */
  HomeFolder withLog() {
    HomeFolder folder = folder();
    if (!Files.isDirectory(folder.ledger())) {
      throw new CliFault(
          "SX-CLI-HOME",
          "there is no log in this home",
          folder.ledger().toString(),
          home.toString(),
          "give the folder that ./sextant demo or serve made, with --home");
    }
    return folder;
  }
}
