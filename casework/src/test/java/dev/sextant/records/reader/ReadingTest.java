package dev.sextant.records.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.records.Record;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingTest {
  @TempDir Path folder;

  private static final Reading READING = Reading.prepare();

  private Path chat(int messages) throws IOException {
    Path file = folder.resolve("result.json");
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("{\"name\":\"G\",\"type\":\"private_group\",\"id\":5,\"messages\":[");
      for (int i = 0; i < messages; i++) {
        out.write(
            (i == 0 ? "" : ",")
                + "{\"id\":%d,\"type\":\"message\",\"date_unixtime\":\"%d\",\"from\":\"Ana\",\"from_id\":\"user%d\",\"text\":\"olá %d\"}"
                    .formatted(i, 1_700_000_000 + i, i % 7 + 1, i));
      }
      out.write("]}");
    }
    return file;
  }

  /** Remembers all that is told. */
  private static final class Remembering extends SilentEvents {
    final List<Record> records = new ArrayList<>();
    final List<ReadFault> faults = new ArrayList<>();

    @Override
    public void records(List<? extends Record> read) {
      records.addAll(read);
    }

    @Override
    public void fault(Locator where, ReadFault fault) {
      faults.add(fault);
    }
  }

  private static ReaderFault stopped(Reading.Finished finished) {
    return finished.outcome().stopped().orElseThrow();
  }

  @Test
  void childSaysExactlyWhatTheReaderSaysInProcess() throws IOException {
    Path file = chat(500);
    Remembering far = new Remembering();
    Reading.Finished finished = READING.run(Target.plain(file), Limits.standard(), far);
    try (ReadTrial near = ReadTrial.of(file)) {
      assertThat(far.records).isEqualTo(near.records).hasSize(500);
      assertThat(finished.outcome().tally()).isEqualTo(near.outcome().tally());
      assertThat(finished.outcome().reader()).isEqualTo(near.outcome().reader());
    }
    assertThat(finished.outcome().stopped()).isEmpty();
    assertThat(finished.digest()).contains(Digest.of(Files.readAllBytes(file)));
    assertThat(finished.bytes()).isEqualTo(Files.size(file));
  }

  @Test
  void timeIsBounded() throws IOException {
    Limits hurried = Limits.standard().withWallTime(Duration.ofMillis(1));
    assertThat(stopped(READING.run(Target.plain(chat(2000)), hurried, new SilentEvents())).code())
        .isEqualTo("SX-READ-TIME");
  }

  @Test
  void outputIsBounded() throws IOException {
    Remembering heard = new Remembering();
    Limits terse = Limits.standard().withOutputBytes(20_000);
    Reading.Finished finished = READING.run(Target.plain(chat(2000)), terse, heard);
    assertThat(stopped(finished).code()).isEqualTo("SX-READ-OUTPUT");
    assertThat(heard.records).hasSizeLessThan(100);
  }

  @Test
  void heapIsBoundedAndTheParentLives() throws IOException {
    Path file = folder.resolve("fat.json");
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write(
          "{\"type\":\"private_group\",\"id\":5,\"messages\":[{\"type\":\"message\",\"date\":\"\",\"text\":\"");
      String block = "x".repeat(1 << 20);
      for (int i = 0; i < 60; i++) {
        out.write(block);
      }
      out.write("\"}]}");
    }
    Limits fat = Limits.standard().withHeapMegabytes(40).withItemBytes(1 << 30);
    assertThat(stopped(READING.run(Target.plain(file), fat, new SilentEvents())).code())
        .isEqualTo("SX-READ-HEAP");
    Reading.Finished bounded =
        READING.run(Target.plain(file), Limits.standard(), new SilentEvents());
    assertThat(bounded.outcome().stopped()).isEmpty();
    assertThat(bounded.outcome().tally().faults()).isEqualTo(1);
  }

  @Test
  void aCrashIsATypedFault() throws IOException {
    Reading crashing = new Reading(List.of("sh", "-c", "exit 7"));
    ReaderFault fault =
        stopped(crashing.run(Target.plain(chat(1)), Limits.standard(), new SilentEvents()));
    assertThat(fault.code()).isEqualTo("SX-READ-CRASH");
    assertThat(fault.value()).isEqualTo("exit 7");
  }

  @Test
  void aChildThatSpeaksNonsenseIsNotBelieved() throws IOException {
    String other =
        "{\"at\":{\"exhibit\":\"%s\",\"from\":0,\"part\":\"\",\"pointer\":\"\",\"to\":1},\"section\":\"x\",\"t\":\"unknown\"}"
            .formatted("0".repeat(64));
    String opened = "{\"bytes\":1,\"digest\":\"%s\",\"t\":\"opened\"}".formatted("1".repeat(64));
    for (List<String> frames :
        List.of(
            List.of("abcd"),
            List.of("{\"t\":\"gossip\"}"),
            List.of("{\"t\":\"records\",\"records\":[]}"),
            List.of(opened, "{\"t\":\"item\"}", other),
            List.of(opened, "{\"items\":3,\"records\":0,\"t\":\"end\"}"))) {
      Path said = folder.resolve("said");
      java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
      try (java.io.DataOutputStream out = new java.io.DataOutputStream(bytes)) {
        for (String frame : frames) {
          byte[] content = frame.getBytes(StandardCharsets.UTF_8);
          out.writeInt(content.length);
          out.write(content);
        }
      }
      Files.write(said, bytes.toByteArray());
      Reading lying = new Reading(List.of("sh", "-c", "cat '" + said + "'"));
      assertThat(
              stopped(lying.run(Target.plain(chat(1)), Limits.standard(), new SilentEvents()))
                  .code())
          .as("%s", frames)
          .isEqualTo("SX-READ-PROTOCOL");
    }
  }

  @Test
  void whatTheListenerThrowsReachesTheCallerAndEndsTheChild() throws IOException {
    Path file = chat(20_000);
    Events full =
        new SilentEvents() {
          @Override
          public void records(List<? extends Record> records) {
            throw new IllegalStateException("the store is full");
          }
        };
    assertThatThrownBy(() -> READING.run(Target.plain(file), Limits.standard(), full))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the store is full");
  }

  @Test
  void theChildHasNoNetworkWhereTheSystemCanDenyIt() throws Exception {
    Assumptions.assumeTrue(
        READING.networkDenied(), "skipped: this system cannot cut a process off the network");
    List<String> command = new ArrayList<>(READING.isolation());
    command.addAll(List.of("cat", "/proc/net/dev"));
    Process process = new ProcessBuilder(command).start();
    String devices = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(devices.lines().filter(l -> l.contains(":")).map(l -> l.strip().split(":")[0]))
        .containsExactly("lo");
  }

  @Test
  void brokenContainersAndDeepNestingAreTypedFaults() throws IOException {
    Path zip = Files.write(folder.resolve("cut.zip"), new byte[] {'P', 'K', 3, 4, 1, 2, 3});
    assertThat(
            stopped(READING.run(Target.plain(zip), Limits.standard(), new SilentEvents())).code())
        .isEqualTo(ReadFault.TRUNCATED);
    Path deep =
        Files.writeString(
            folder.resolve("deep.json"),
            "{\"type\":\"private_group\",\"id\":5,\"messages\":[{\"type\":\"message\",\"date\":\"\",\"text\":"
                + "[".repeat(1_000_000));
    Remembering heard = new Remembering();
    Reading.Finished finished = READING.run(Target.plain(deep), Limits.standard(), heard);
    assertThat(finished.outcome().stopped()).isEmpty();
    assertThat(heard.faults).extracting(ReadFault::code).containsExactly(ReadFault.LIMIT);
  }

  @Test
  void curesOfLimitsNameWhatTheReaderOfTheLineCanDo() throws IOException {
    Limits hurried = Limits.standard().withWallTime(Duration.ofMillis(1));
    Path file = chat(2000);
    ReaderFault late = stopped(READING.run(Target.plain(file), hurried, new SilentEvents()));
    ReaderFault large =
        stopped(
            READING.run(
                Target.plain(file), Limits.standard().withUnpacked(10, 5), new SilentEvents()));
    for (ReaderFault fault : List.of(late, large)) {
      assertThat(fault.cure()).contains("split the file").doesNotContain("limit", "settings");
      assertThat(fault.place()).isEqualTo(file.toString());
    }
  }

  @Test
  void timesThatCannotBeAreCountedInANote() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("result.json"),
            "{\"name\":\"G\",\"type\":\"private_group\",\"id\":5,\"messages\":["
                + message(1, "99999999999999")
                + ","
                + message(2, "1700000000")
                + ","
                + message(3, "-5")
                + "]}");
    List<ReadNote> notes =
        READING
            .run(Target.plain(file), Limits.standard(), new SilentEvents())
            .outcome()
            .tally()
            .notes();
    assertThat(notes)
        .filteredOn(n -> n.code().equals("SX-NOTE-TIME"))
        .singleElement()
        .satisfies(n -> assertThat(n.what()).startsWith("2 items "));
  }

  private static String message(int id, String seconds) {
    return "{\"id\":%d,\"type\":\"message\",\"date_unixtime\":\"%s\",\"from\":\"Ana\",\"from_id\":\"user1\",\"text\":\"x\"}"
        .formatted(id, seconds);
  }
}
