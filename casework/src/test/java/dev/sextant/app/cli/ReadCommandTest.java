package dev.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReadCommandTest {
  @TempDir Path folder;

  private record Printed(int exit, List<JsonNode> lines, String err) {}

  private static Printed run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = SextantCommand.run(args, new PrintWriter(out), new PrintWriter(err));
    JsonMapper json = new JsonMapper();
    return new Printed(exit, out.toString().lines().map(json::readTree).toList(), err.toString());
  }

  private String chat() throws IOException {
    return Files.writeString(
            folder.resolve("c.txt"), "13/05/25, 09:05 - Ana: olá\n13/05/25, 09:06 - Ben: x\n")
        .toString();
  }

  @Test
  void printsRecordsInTheDeclaredZone() throws IOException {
    Printed ran = run("read", chat(), "--format", "jsonl", "--zone", "Europe/Lisbon");
    assertThat(ran.exit()).isZero();
    assertThat(ran.lines().getFirst().get("time").asString()).isEqualTo("2025-05-13T08:05:00Z");
    assertThat(ran.lines().getFirst().get("text").asString()).isEqualTo("olá");
  }

  @Test
  void aFileThatNobodyKnowsIsOneLineAndTheOthersAreReadAllTheSame() throws IOException {
    Path odd = Files.write(folder.resolve("odd.bin"), new byte[] {1, 2, 0, 3});
    Printed ran =
        run("read", odd.toString(), chat(), folder.resolve("absent").toString(), "--summary");
    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.err().lines())
        .satisfiesExactly(
            line ->
                assertThat(line).startsWith("SX-READ-UNKNOWN: ").contains(" | at: " + odd + " | "),
            line -> assertThat(line).startsWith("SX-READ-NO-FILE: "));
    assertThat(ran.lines()).hasSize(2);
    assertThat(ran.lines().get(1).get("counts").get("read").asLong()).isEqualTo(2);
  }

  @Test
  void aZoneThatDoesNotExistIsRefused() throws IOException {
    Printed ran = run("read", chat(), "--zone", "Atlantis/Sunk");
    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.err()).startsWith("SX-CLI-ZONE: ");
  }

  private static void oneLine(Printed ran, String code, String place) {
    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.err().lines())
        .singleElement()
        .asString()
        .startsWith(code + ": ")
        .contains(" | at: " + place + " | value: ", " | cure: ");
  }

  private static List<JsonNode> records(Printed ran) {
    return ran.lines().stream().filter(l -> l.has("kind")).toList();
  }

  @Test
  void wholeInputSaysNothingOnStandardError() throws IOException {
    Printed ran = run("read", chat());
    assertThat(ran.exit()).isZero();
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void inputThatIsCutIsPrintedAsFarAsItGoesAndIsAFault() throws IOException {
    String whole =
        "{\"type\":\"private_group\",\"id\":5,\"messages\":[{\"id\":2,\"type\":\"message\","
            + "\"date_unixtime\":\"1700000000\",\"from\":\"A\",\"text\":\"x\"}";
    Path file = Files.writeString(folder.resolve("r.json"), whole + ",{\"id\":3,\"ty");
    for (String form : List.of("--format=jsonl", "--summary")) {
      Printed ran = run("read", file.toString(), form);
      // The item that is cut, from its start.
      oneLine(ran, "SX-READ-TRUNCATED", file + "@" + (whole.length() + 1));
      assertThat(ran.err()).contains("1 damaged item,");
    }
    assertThat(records(run("read", file.toString()))).hasSize(1);
  }

  @Test
  void namesInAnotherCharacterSetNeverBecomeOnePerson() throws IOException {
    Path file =
        Files.write(
            folder.resolve("l.txt"),
            "13/05/25, 09:05 - Jos\u00e9: x\n13/05/25, 09:06 - Jos\u00e8: y\n"
                .getBytes(StandardCharsets.ISO_8859_1));
    Printed ran = run("read", file.toString());
    oneLine(ran, "SX-READ-CHARSET", file + "@0");
    assertThat(ran.err()).contains("2 damaged items,", "UTF-8");
    assertThat(records(ran)).isEmpty();
  }

  @Test
  void textInUtf16IsNamedInTheRefusal() throws IOException {
    for (Charset charset :
        List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      Path text =
          Files.write(
              folder.resolve("w.txt"), "13/05/25, 09:05 - A: x\n".repeat(9).getBytes(charset));
      oneLine(run("read", text.toString()), "SX-READ-CHARSET", text.toString());
      Path json =
          Files.write(
              folder.resolve("w.json"),
              "{\"type\":\"private_group\",\"id\":5,\"messages\":[{\"text\":\"\u043a\u043e\u0442\"}]}"
                  .getBytes(charset));
      oneLine(run("read", json.toString()), "SX-READ-CHARSET", json.toString());
    }
  }

  @Test
  void ofAZipEntryWithAnotherChecksumNothingIsRead() throws IOException {
    Path file = folder.resolve("chat.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.setMethod(ZipOutputStream.STORED);
      for (String name : List.of("a.txt", "b.txt")) {
        byte[] text = "13/05/25, 09:05 - Ana: one\n".repeat(3).getBytes(StandardCharsets.UTF_8);
        ZipEntry entry = new ZipEntry(name);
        CRC32 crc = new CRC32();
        crc.update(text);
        entry.setCrc(crc.getValue());
        entry.setSize(text.length);
        out.putNextEntry(entry);
        out.write(text);
        out.closeEntry();
      }
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[30 + "a.txt".length() + 23] = 'X'; // One letter of the first entry's words.
    Files.write(file, bytes);
    Printed ran = run("read", file.toString());
    oneLine(ran, "SX-READ-MALFORMED", file + "!/a.txt@0");
    assertThat(records(ran))
        .hasSize(3)
        .allSatisfy(l -> assertThat(l.get("locator").asString()).contains("!/b.txt@"));
  }

  @Test
  void aPipeIsRefusedWithoutBeingOpened() throws Exception {
    Path pipe = folder.resolve("pipe");
    Assumptions.assumeTrue(
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0,
        "skipped: this system has no mkfifo");
    Printed ran =
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> run("read", pipe.toString()));
    oneLine(ran, "SX-READ-NOT-A-FILE", pipe.toString());
    Files.writeString(folder.resolve("odd.bin"), "\u0001\u0002");
    Printed within =
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> run("read", folder.toString()));
    oneLine(within, "SX-READ-NOT-A-FILE", folder + "!/pipe");
  }
}
