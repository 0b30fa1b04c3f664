package dev.sextant.board;

import dev.sextant.TestServer;
import dev.sextant.app.HomeFolder;
import dev.sextant.app.House;
import dev.sextant.app.flow.TrainingPeople;
import dev.sextant.app.postgres.DatabaseAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/* Passwords are slow by design and eight people are enrolled, so one home with its people is made a
 * run; each scenario works on a copy of its folder and of its database. */
/**
 * A training home of a scenario's own, with its people enrolled.
 *
 * @param folder where it lies
 * @param database its database
 */
record BoardHome(HomeFolder folder, DatabaseAccess database) {
  private static final String TEMPLATE = "template_board";

  private static final class Holder {
    static final Path MADE = make();
  }

  private static Path make() {
    try {
      Path folder = Files.createTempDirectory("sextant-board-template");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> TestServer.delete(folder)));
      Path home = folder.resolve("home");
      // A training home: it has a witness process of its own.
      Files.createDirectories(home);
      Files.writeString(new HomeFolder(home).trainingMark(), "");
      DatabaseAccess access = TestServer.one().named(TEMPLATE, "template_house");
      try (House house = House.open(new HomeFolder(home), Optional.of(access), Clock.systemUTC())) {
        TrainingPeople.enrol(house);
      }
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A fresh copy. */
  static BoardHome fresh() {
    try {
      Path folder = Files.createTempDirectory("sextant-board").resolve("home");
      copy(Holder.MADE, folder);
      return new BoardHome(new HomeFolder(folder), TestServer.one().copy(TEMPLATE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies a folder with the rights of its files, as a backup does. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Files.copy(
            path,
            to.resolve(from.relativize(path).toString()),
            java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  void delete() {
    TestServer.delete(Objects.requireNonNull(folder.path().getParent()));
  }
}
