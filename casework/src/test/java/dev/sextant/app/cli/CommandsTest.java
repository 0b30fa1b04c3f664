package dev.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that need no case, in this process. */
class CommandsTest {
  private static final String ONE_CLEAR_LINE =
      "SX-[A-Z0-9-]+: .+ \\| at: .+ \\| value: .* \\| cure: .+";

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  @Test
  void measuresAGraphFile() throws IOException {
    Path path = file("path.csv", "Source,Target\na,b\nb,c\nc,d\n");
    Ran ran =
        Ran.of(
            "graph",
            "measure",
            path.toString(),
            "--measures",
            "degree,betweenness,pagerank,kcore,community",
            "--uncertainty",
            "none",
            "--format",
            "tsv");
    assertThat(ran.code()).as(ran.err()).isZero();
    List<String> lines = ran.out().lines().toList();
    assertThat(lines.getFirst()).isEqualTo("node\tdegree\tbetweenness\tpagerank\tkcore\tcommunity");
    // On a path of four, each inner node lies between the ends and the other inner node: 2 pairs.
    assertThat(lines.get(1)).startsWith("a\t1\t0\t");
    assertThat(lines.get(2)).startsWith("b\t2\t2\t");
    assertThat(lines).hasSize(5);
  }

  @Test
  void directionCountsWhenAskedFor() throws IOException {
    Path path = file("path.csv", "Source,Target\na,b\nb,c\nc,d\n");
    Ran ran =
        Ran.of(
            "graph",
            "measure",
            path.toString(),
            "--measures",
            "betweenness",
            "--directed",
            "--uncertainty",
            "none");
    assertThat(ran.out().lines().toList()).contains("b\t2", "c\t2", "a\t0");
    Ran json =
        Ran.of("graph", "measure", path.toString(), "--measures", "degree", "--format", "json");
    assertThat(json.out()).contains("\"degree\":[1,2,2,1]");
  }

  @Test
  void badInputIsOneClearLine() throws IOException {
    Path noise = Files.write(folder.resolve("noise.bin"), new byte[] {0, 1, 2, (byte) 0xff, 3});
    for (List<String> args :
        List.of(
            List.of("read", noise.toString(), "--format", "jsonl"),
            List.of("read", folder.resolve("absent.json").toString()),
            List.of("graph", "measure", folder.resolve("absent.csv").toString()),
            List.of("graph", "measure", noise.toString()),
            List.of("ledger", "check", "--home", folder.resolve("nowhere").toString()),
            List.of("read", noise.toString(), "--zone", "Atlantis/Deep"))) {
      Ran ran = Ran.of(args.toArray(String[]::new));
      assertThat(ran.code()).as("%s: %s", args, ran.err()).isEqualTo(ExitCode.FAULT);
      assertThat(ran.errors()).as("%s", args).hasSize(1);
      assertThat(ran.errors().getFirst()).matches(ONE_CLEAR_LINE);
    }
  }

  @Test
  void wrongUsageIsOneClearLine() {
    for (List<String> args :
        List.of(List.of("read"), List.of("nonsense"), List.of("read", "x", "--nonsense"))) {
      Ran ran = Ran.of(args.toArray(String[]::new));
      assertThat(ran.code()).as("%s", args).isEqualTo(ExitCode.USAGE);
      assertThat(ran.errors()).as("%s", args).hasSize(1);
      assertThat(ran.errors().getFirst()).matches(ONE_CLEAR_LINE);
    }
  }

  @Test
  void readsAChatAsLinesAndAsASummary() throws IOException {
    Path chat =
        file(
            "result.json",
            """
            {"name":"Shed","type":"private_group","id":77,"messages":[
            {"id":1,"type":"message","date":"2026-01-05T10:00:00","date_unixtime":"1767607200","from":"Ann","from_id":"user11","text":"the van is blue"}]}
            """);
    Ran lines = Ran.of("read", chat.toString(), "--format", "jsonl");
    assertThat(lines.code()).as(lines.err()).isZero();
    assertThat(lines.out().lines().filter(l -> l.contains("\"kind\":\"MESSAGE\"")).toList())
        .hasSize(1)
        .allSatisfy(
            l -> assertThat(l).contains("the van is blue", "2026-01-05T10:00:00Z", "sha256:"));
    Ran summary = Ran.of("read", chat.toString(), "--summary");
    assertThat(summary.out()).contains("\"balanced\":true", "\"reader\":\"telegram-desktop/");
  }

  @Test
  void listsWhatItCanRead() {
    Ran ran = Ran.of("readers");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("telegram-desktop/", "whatsapp-text/", "graphml/", "table/");
  }
}
