package dev.sextant.board;

import dev.sextant.app.HomeFolder;
import dev.sextant.ledger.Ledger;
import dev.sextant.ledger.LedgerKey;
import dev.sextant.ledger.LedgerView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * An administrator who holds the home's files and the log's own secret key, and knows the format:
 * he makes every hash and the log's signature anew. What he does not hold is the witness's key.
 */
final class LogForger {
  private LogForger() {}

  /** Every entry of a log. */
  static List<byte[]> entries(Path log) {
    List<byte[]> all = new ArrayList<>();
    LedgerView view = LedgerView.open(log);
    view.each(0, view.size(), (index, entry) -> all.add(entry));
    return all;
  }

  /** Writes a log of these entries, signed by the home's own key. */
  static void write(HomeFolder home, Path folder, List<byte[]> entries) {
    try {
      LedgerKey key = LedgerKey.parse(Files.readString(home.logKey()).strip());
      try (Ledger forged = Ledger.open(folder, key, Clock.systemUTC())) {
        entries.forEach(forged::append);
        forged.checkpoint();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a log of changed entries in the place of the home's own. */
  static void rewrite(HomeFolder home, BiFunction<Integer, byte[], byte[]> change) {
    List<byte[]> all = entries(home.ledger());
    for (int i = 0; i < all.size(); i++) {
      all.set(i, change.apply(i, all.get(i)));
    }
    delete(home.ledger());
    write(home, home.ledger(), all);
  }

  /** The entry with one word put in another's place, of the same length. */
  static byte[] reworded(byte[] entry, String from, String to) {
    return new String(entry, StandardCharsets.UTF_8)
        .replace(from, to)
        .getBytes(StandardCharsets.UTF_8);
  }

  static void copy(Path from, Path to) {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A kit, as otto takes it home while the server is stopped. */
  static Path kit(Board board, String name) {
    Path kit = board.home().path().resolveSibling(name);
    List<String> args = new ArrayList<>(List.of("oversee", "export"));
    args.addAll(board.homeOptions());
    args.addAll(
        List.of(
            "--as",
            "otto",
            "--password-file",
            board.passwordFile().toString(),
            "--out",
            kit.toString()));
    Board.Said said = board.cli(args.toArray(String[]::new));
    if (said.exit() != 0) {
      throw new AssertionError(said.err());
    }
    return kit;
  }
}
