package dev.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapCommandTest {
  @TempDir Path folder;

  @Test
  void guessesTriesSavesAndReads() throws IOException {
    Path table =
        Files.writeString(
            folder.resolve("calls.csv"),
            "A No.;B No.;Date;Time;Dur;Cell\n"
                + "+447700900123;+447700900456;13/02/2026;10:30;61;C1\n"
                + ";;14/02/2026;10:31;1;C2\n");
    String profiles = folder.resolve("profiles").toString();
    Ran mapped =
        Ran.of(
            "map",
            table.toString(),
            "--column",
            "Cell=keep",
            "--platform",
            "phone",
            "--zone",
            "Europe/London",
            "--save",
            "carrier-a",
            "--profiles",
            profiles);
    assertThat(mapped.err()).isEmpty();
    assertThat(mapped.out())
        .contains("kind: call", "row 3: SX-READ-MISSING", "2 rows = 1 read + 1 faults + 0 unknown")
        .contains("saved: " + profiles);
    assertThat(mapped.code()).isZero();
    Ran read = Ran.of("read", table.toString(), "--profile", "carrier-a", "--profiles", profiles);
    assertThat(read.out())
        .contains(
            "\"kind\":\"CALL\"",
            "phone/phone/+447700900123",
            "2026-02-13T10:30:00Z",
            "SX-NOTE-PROFILE");
    Ran again =
        Ran.of(
            "map",
            table.toString(),
            "--profile",
            "carrier-a",
            "--column",
            "Dur=",
            "--save",
            "carrier-a",
            "--profiles",
            profiles);
    assertThat(again.err()).contains("SX-CLI-PROFILE");
    assertThat(Ran.of("read", table.toString(), "--profile", "guess").out())
        .contains("\"kind\":\"CALL\"");
  }

  @Test
  void saysWhatToDoWithATableThatNobodyKnows() throws IOException {
    Path table = Files.writeString(folder.resolve("t.csv"), "zip,zap\n1,2\n3,4\n5,x\n");
    Ran ran = Ran.of("read", table.toString(), "--summary");
    assertThat(ran.code()).isEqualTo(ExitCode.FAULT);
    assertThat(ran.err()).contains("SX-READ-UNMAPPED").contains("sextant map FILE");
    assertThat(Ran.of("map", table.toString()).code()).isEqualTo(ExitCode.FAULT);
    assertThat(
            Ran.of(
                    "map",
                    table.toString(),
                    "--kind",
                    "relation",
                    "--column",
                    "zip=from",
                    "--column",
                    "zap=to")
                .out())
        .contains("3 rows = 3 read");
    assertThat(Ran.of("map", folder.resolve("absent").toString()).err()).contains("SX-CLI-FILE");
    assertThat(Ran.of("read", table.toString(), "--profile", "nobody").err())
        .contains("SX-CLI-PROFILE");
  }
}
