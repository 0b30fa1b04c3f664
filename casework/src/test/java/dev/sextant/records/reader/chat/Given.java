package dev.sextant.records.reader.chat;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadTrial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Samples written to disk and read, for the tests of chats. */
final class Given {
  private Given() {}

  /** Reads one file. */
  static ReadTrial file(Path folder, String name, String text) {
    return file(folder, name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads one file. */
  static ReadTrial file(Path folder, String name, byte[] bytes) {
    try {
      return ReadTrial.of(Files.write(folder.resolve(name), bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a folder of files. */
  static ReadTrial folder(Path folder, Map<String, String> files) {
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
      return ReadTrial.of(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a record says in short: kind, who, words. */
  static List<String> told(ReadTrial trial) {
    return trial.records.stream().map(Given::told).toList();
  }

  static String told(Record record) {
    return switch (record) {
      case Record.Message m ->
          (m.action() == null ? "" : m.action() + " ") + name(m.author()) + ": " + m.text();
      case Record.Membership m ->
          name(m.account()) + " " + m.action() + (m.by() == null ? "" : " by " + name(m.by()));
      case Record.Call c ->
          "call of "
              + name(c.caller())
              + " to "
              + c.called().stream().map(Given::name).toList()
              + " "
              + c.duration()
              + " "
              + c.outcome();
      case Record.Activity a ->
          name(a.account()) + " " + a.what() + " " + a.text() + " " + a.object();
      case Record.Login l -> name(l.account()) + " from " + l.ip();
      case Record.Profile p -> "profile of " + p.account().accountKey();
      default -> record.kind().name();
    };
  }

  static String name(@Nullable AccountRef account) {
    return account == null ? "-" : account.shownAs();
  }
}
