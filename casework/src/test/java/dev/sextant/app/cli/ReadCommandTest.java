package dev.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReadCommandTest {
  @TempDir Path folder;

  private record Ran(int exit, List<JsonNode> lines, String err) {}

  private static Ran run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = SextantCommand.run(args, new PrintWriter(out), new PrintWriter(err));
    JsonMapper json = new JsonMapper();
    return new Ran(exit, out.toString().lines().map(json::readTree).toList(), err.toString());
  }

  private String chat() throws IOException {
    return Files.writeString(
            folder.resolve("c.txt"), "13/05/25, 09:05 - Ana: olá\n13/05/25, 09:06 - Ben: x\n")
        .toString();
  }

  @Test
  void printsRecordsInTheDeclaredZone() throws IOException {
    Ran ran = run("read", chat(), "--format", "jsonl", "--zone", "Europe/Lisbon");
    assertThat(ran.exit()).isZero();
    assertThat(ran.lines().getFirst().get("time").asString()).isEqualTo("2025-05-13T08:05:00Z");
    assertThat(ran.lines().getFirst().get("text").asString()).isEqualTo("olá");
  }

  @Test
  void aFileThatNobodyKnowsIsOneLineAndTheOthersAreReadAllTheSame() throws IOException {
    Path odd = Files.write(folder.resolve("odd.bin"), new byte[] {1, 2, 0, 3});
    Ran ran = run("read", odd.toString(), chat(), folder.resolve("absent").toString(), "--summary");
    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.err().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("SX-READ-UNKNOWN: "),
            line -> assertThat(line).startsWith("SX-READ-NO-FILE: "));
    assertThat(ran.lines()).hasSize(2);
    assertThat(ran.lines().get(1).get("counts").get("read").asLong()).isEqualTo(2);
  }

  @Test
  void aZoneThatDoesNotExistIsRefused() throws IOException {
    Ran ran = run("read", chat(), "--zone", "Atlantis/Sunk");
    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.err()).startsWith("SX-CLI-ZONE: ");
  }
}
