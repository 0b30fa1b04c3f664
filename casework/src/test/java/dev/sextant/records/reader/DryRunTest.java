package dev.sextant.records.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.sextant.terms.Digest;
import dev.sextant.terms.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DryRunTest {
  @TempDir Path folder;

  private static final DryRun RUN =
      new DryRun(Reading.prepare(), Limits.standard(), Optional.empty());
  private static final JsonMapper JSON = new JsonMapper();

  private record Printed(Optional<ReaderFault> fault, List<JsonNode> lines) {}

  private static Printed run(Path file, DryRun.Form form) throws IOException {
    StringWriter text = new StringWriter();
    Optional<ReaderFault> fault = RUN.run(file, form, new PrintWriter(text), Progress.silent());
    return new Printed(fault, text.toString().lines().map(JSON::readTree).toList());
  }

  private Path chat() throws IOException {
    return Files.writeString(
        folder.resolve("chat.txt"),
        "13/05/25, 09:05 - Ana: olá\n13/05/25, 09:06 - Ben: https://maps.google.com/?q=41.1,-8.6\n");
  }

  @Test
  void oneRecordALine() throws IOException {
    Printed printed = run(chat(), DryRun.Form.JSONL);
    assertThat(printed.fault()).isEmpty();
    JsonNode first = printed.lines().getFirst();
    assertThat(first.get("kind").asString()).isEqualTo("MESSAGE");
    assertThat(first.get("platform").asString()).isEqualTo("whatsapp");
    assertThat(first.get("author").asString()).isEqualTo("Ana");
    assertThat(first.get("recipients").get(0).asString()).isEqualTo("Ben");
    assertThat(first.get("time").asString()).isEqualTo("2025-05-13T09:05:00Z");
    assertThat(first.get("timeText").asString()).isEqualTo("13/05/25, 09:05");
    assertThat(first.get("text").asString()).isEqualTo("olá");
    assertThat(first.get("locator").asString())
        .isEqualTo("sha256:" + Digest.of(Files.readAllBytes(chat())) + "@0-27#1:1");
    assertThat(
            printed.lines().stream().filter(l -> l.has("kind")).map(l -> l.get("kind").asString()))
        .containsExactly("MESSAGE", "MESSAGE", "PLACE");
    assertThat(printed.lines().stream().filter(l -> l.has("note"))).isNotEmpty();
  }

  @Test
  void summary() throws IOException {
    Printed printed = run(chat(), DryRun.Form.SUMMARY);
    JsonNode s = printed.lines().getFirst();
    assertThat(printed.lines()).hasSize(1);
    assertThat(s.get("reader").asString()).isEqualTo("whatsapp-text/4");
    assertThat(s.get("sha256").asString()).isEqualTo(Digest.of(Files.readAllBytes(chat())).hex());
    assertThat(s.get("bytes").asLong()).isEqualTo(Files.size(chat()));
    assertThat(s.get("counts").get("items").asLong()).isEqualTo(2);
    assertThat(s.get("counts").get("read").asLong()).isEqualTo(2);
    assertThat(s.get("byKind").get("MESSAGE").asLong()).isEqualTo(2);
    assertThat(s.get("balanced").asBoolean()).isTrue();
  }

  @Test
  void faultsComeAfterTheRecords() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("r.json"),
            "{\"type\":\"private_group\",\"id\":5,\"messages\":[{\"id\":1,\"text\":\"no type\"},"
                + "{\"id\":2,\"type\":\"message\",\"date_unixtime\":\"1700000000\",\"from\":\"A\",\"text\":\"x\"},{\"id\":3,\"ty");
    List<JsonNode> lines = run(file, DryRun.Form.JSONL).lines();
    assertThat(lines.get(0).get("id").asString()).isEqualTo("2");
    assertThat(lines.get(1).get("fault").asString()).isEqualTo(ReadFault.MISSING);
    assertThat(lines.get(2).get("fault").asString()).isEqualTo(ReadFault.TRUNCATED);
  }

  @Test
  void unknownFilesAreSaidToBeUnknown() throws IOException {
    Path file = Files.write(folder.resolve("x.bin"), new byte[] {1, 2, 3, 0, 5});
    Printed printed = run(file, DryRun.Form.SUMMARY);
    assertThat(printed.fault().orElseThrow().code()).isEqualTo("SX-READ-UNKNOWN");
    JsonNode s = printed.lines().getFirst();
    assertThat(s.get("reader").isNull()).isTrue();
    assertThat(s.get("counts").get("unknown").asLong()).isEqualTo(1);
    assertThat(s.get("balanced").asBoolean()).isTrue();
  }

  @Test
  void aCutZipStillHasItsDigest() throws IOException {
    Path file = Files.write(folder.resolve("cut.zip"), new byte[] {'P', 'K', 3, 4, 1, 2, 3});
    Printed printed = run(file, DryRun.Form.SUMMARY);
    assertThat(printed.fault().orElseThrow().code()).isEqualTo(ReadFault.TRUNCATED);
    assertThat(printed.lines().getFirst().get("sha256").asString())
        .isEqualTo(Digest.of(Files.readAllBytes(file)).hex());
  }

  @Test
  void noFileIsAFault() {
    assertThatThrownBy(() -> run(folder.resolve("absent"), DryRun.Form.SUMMARY))
        .isInstanceOfSatisfying(
            ReaderFault.class, f -> assertThat(f.code()).isEqualTo("SX-READ-NO-FILE"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"chat-telegram", "chat-whatsapp", "x-archive"})
  void everyRealFileIsReconciled(String topic) throws IOException {
    Path files = ReadTrial.realData(topic);
    try (Stream<Path> walk = Files.walk(files)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        Printed printed = run(file, DryRun.Form.SUMMARY);
        assertThat(printed.fault()).as("%s", file).isEmpty();
        JsonNode s = printed.lines().getFirst();
        assertThat(s.get("balanced").asBoolean()).as("%s", file).isTrue();
        assertThat(s.get("counts").get("faults").asLong()).as("%s", file).isZero();
        assertThat(s.get("counts").get("unknown").asLong()).as("%s", file).isZero();
      }
    }
  }

  /** While the child ends, the file is exchanged for a pipe: whoever opens it again waits. */
  @Test
  void theFileIsNotReadAgainForADigestThatIsKnown() throws IOException {
    Path file = chat();
    String exchange = "\"$@\"; rm '%s'; mkfifo '%s'".formatted(file, file);
    DryRun run =
        new DryRun(
            new Reading(List.of("sh", "-c", exchange, "sh")), Limits.standard(), Optional.empty());
    StringWriter text = new StringWriter();
    Optional<ReaderFault> fault =
        assertTimeoutPreemptively(
            Duration.ofSeconds(60),
            () -> run.run(file, DryRun.Form.SUMMARY, new PrintWriter(text), Progress.silent()));
    assertThat(fault).isEmpty();
    assertThat(JSON.readTree(text.toString()).get("sha256").asString()).hasSize(64);
  }
}
