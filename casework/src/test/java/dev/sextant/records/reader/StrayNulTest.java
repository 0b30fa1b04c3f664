package dev.sextant.records.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One NUL in a cell costs the row it stands in; the table around it is read. */
class StrayNulTest {
  private static final String TIES =
      "source,target,weight\nana,ben,1\nana,cleo,2\nben,cleo,3\ncleo,dee,4\n";

  private static final String CALLS =
      """
      Calling Number,Called Number,Start Time,Duration (s),Cell ID,IMEI
      447700900001,447700900002,2025-03-01 10:00:00,61,234-10-1,490154203237518
      447700900001,447700900003,2025-03-01 11:00:00,5,234-10-2,490154203237518
      447700900002,447700900001,2025-03-01 12:00:00,7,234-10-3,490154203237526
      """;

  private static final String LEADS =
      """
      username,name,url_main,url_user,exists,http_status,response_time_s
      sxt_ana,GitHub,https://github.com,https://github.com/sxt_ana,Claimed,200,0.1
      sxt_ana,Reddit,https://reddit.com,https://reddit.com/user/sxt_ana,Claimed,200,0.2
      sxt_ana,Patreon,https://patreon.com,https://patreon.com/sxt_ana,Claimed,200,0.3
      """;

  @TempDir Path folder;

  private static String table(String name) {
    return switch (name) {
      case "ties.csv" -> TIES;
      case "calls.csv" -> CALLS;
      default -> LEADS;
    };
  }

  @ParameterizedTest
  @CsvSource({"ties.csv, cleo", "calls.csv, 447700900003", "sxt_ana.csv, Reddit"})
  void costsItsRow(String name, String cell) throws IOException {
    String sound = table(name);
    String struck = sound.replaceFirst(cell, cell.charAt(0) + "\u0000" + cell.substring(1));
    Path before = Files.writeString(folder.resolve(name), sound);
    Path after =
        Files.writeString(Files.createDirectory(folder.resolve("struck")).resolve(name), struck);
    try (ReadTrial whole = ReadTrial.of(before);
        ReadTrial trial = ReadTrial.of(after)) {
      assertThat(trial.reader()).isEqualTo(whole.reader());
      assertThat(trial.items).hasSize(whole.items.size() - 1);
      assertThat(trial.faults)
          .singleElement()
          .satisfies(f -> {
            assertThat(f.fault().code()).isEqualTo(ReadFault.MALFORMED);
            assertThat(f.fault().what()).contains("NUL in cell 2");
            assertThat(trial.text(f.where())).contains("\u0000").doesNotContain("\n");
          });
    }
  }

  /** Many are no stray ones: such bytes are no text, and no table. */
  @Test
  void manyAreNoText() throws IOException {
    assertThat(StrayNuls.few("")).isTrue();
    assertThat(StrayNuls.few("a\0b")).isTrue();
    assertThat(StrayNuls.few("a\0b\0c")).isFalse();
    assertThat(StrayNuls.few("a".repeat(3_000) + "\0\0\0\0")).isTrue();
    assertThat(StrayNuls.few("a".repeat(3_000) + "\0\0\0\0\0")).isFalse();
    Path file = Files.writeString(folder.resolve("x.csv"), TIES.replace(",", ",\0"));
    try (ReadTrial trial = ReadTrial.of(file)) {
      assertThat(trial.outcome().stopped()).isPresent();
    }
  }
}
