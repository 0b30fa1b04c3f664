package dev.sextant.records.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.Record;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that somebody filled by hand: each export in it is read by its own reader. */
class LeftoversTest {
  @TempDir private Path folder;

  @Test
  void eachExportIsReadByItsOwnReader() throws IOException {
    Files.createDirectories(folder.resolve("telegram"));
    Files.createDirectories(folder.resolve("whatsapp"));
    Files.writeString(
        folder.resolve("telegram/result.json"),
        """
        {"name": "Pier", "type": "private_group", "id": 77, "messages": [
          {"id": 1, "type": "message", "date": "2025-03-01T10:00:00", "date_unixtime": "1740823200",
           "from": "Ola", "from_id": "user5", "text": "from telegram"}]}
        """);
    Files.writeString(
        folder.resolve("whatsapp/_chat.txt"),
        """
        [13/03/2025, 10:00:00] Ola: from whatsapp
        [13/03/2025, 10:01:00] Kim: yes
        """);
    Files.writeString(folder.resolve("notes.bin"), "\u0000\u0001 nothing that anybody reads");

    ReadTrial trial = ReadTrial.of(folder);

    assertThat(trial.outcome().stopped()).isEmpty();
    assertThat(trial.of(Record.Message.class).stream().map(Record.Message::text))
        .contains("from telegram", "from whatsapp", "yes");
    assertThat(trial.unknowns).extracting(u -> u.where().part()).containsExactly("notes.bin");
    assertThat(trial.notes).anySatisfy(n -> assertThat(n.code()).isEqualTo("SX-NOTE-ALSO"));
  }
}
