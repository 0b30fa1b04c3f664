package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.tips.TipKeys;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** 25: an order demands the name behind a tip. */
@Attack(25)
class Attack25Test {
  private static final String SECRET_WORDS = "The stolen machines leave on the ferry at night";

  @TempDir Path temp;

  @Test
  void nothingIsHeldAndTheProofCanBePrinted(Board board) throws Exception {
    try (TipPost post = TipPost.open(board, temp)) {
      String code = post.send(SECRET_WORDS, Map.of());
      assertThat(code.split(" ")).hasSize(7);
      post.send("A second tip, a little longer than the first one was", Map.of());
      nothingPlanted(post.folder().path(), code);
      headersKeepSilent(post);

      List<Path> queued = files(post.folder().queue());
      assertThat(queued).hasSize(2);
      assertThat(Files.size(queued.get(0))).isEqualTo(Files.size(queued.get(1)));
      for (Path one : queued) {
        assertThat(Files.getLastModifiedTime(one).toInstant().toString())
            .as("only the day")
            .endsWith("T00:00:00Z");
      }

      Board.Said proof = board.cli("tips", "unmask", "--folder", post.folder().path().toString());
      assertThat(proof.exit()).isZero();
      assertThat(proof.out())
          .contains("nothing", "3 files, 0 of an unexpected kind")
          .doesNotContain(TipPost.PLANTED_ADDRESS, TipPost.PLANTED_FORWARD);
      Files.writeString(post.folder().path().resolve("access.log"), TipPost.PLANTED_ADDRESS);
      assertThat(board.cli("tips", "unmask", "--folder", post.folder().path().toString()).exit())
          .as("a log that somebody turned on is named")
          .isNotZero();
      Files.delete(post.folder().path().resolve("access.log"));

      post.importAll();
      assertThat(files(post.folder().queue())).isEmpty();
      Caller ana = board.as("ana");
      JsonNode exhibits = ana.get("/api/exhibits").requireOk().json();
      assertThat(exhibits.size()).isEqualTo(2);
      assertThat(
              ana.get("/api/exhibits/" + exhibits.get(0).get("id").asString() + "/class")
                  .text("words"))
          .isEqualTo("TIP, untested");
      nothingPlanted(board.home().path(), code);
      Leaf seal = board.leafOf(leaf -> leaf.field("inputs.how").equals("TIP"));
      assertThat(seal.text()).doesNotContain(TipPost.PLANTED_ADDRESS, TipPost.PLANTED_FORWARD);

      answered(board, post, code);
      supportsNoSuspicion(board, exhibits.get(0).get("id").asString());
    }
  }

  /** A tip alone supports single looks; it makes nobody a subject. */
  private static void supportsNoSuspicion(Board board, String tip) {
    Map<String, String> fromTip =
        Map.of(
            "type", "REPORTED",
            "basis", "EXHIBIT",
            "text", "Somebody wrote that he sells the stolen machines at the ferry.",
            "source", tip);
    Map<String, String> seen =
        Map.of(
            "type", "FACT",
            "basis", "STATEMENT",
            "text", "He handed over two diggers to the buyer on 2 March in the yard.",
            "source", "Sergeant Hall, 2 March 2026, in the yard");
    Caller ana = board.as("ana");
    board.refused(ana.post("/api/subjects", person(List.of(fromTip))), "SX-SUBJ-TIP-ONLY");
    ana.post("/api/subjects", person(List.of(fromTip, seen))).requireOk();
  }

  private static Map<String, Object> person(List<Map<String, String>> facts) {
    return Map.of(
        "label",
        "The man at the ferry",
        "identifiers",
        List.of("platform_id@telegram:100"),
        "suspicion",
        Map.of(
            "offence",
            "stolen-goods",
            "relevance",
            "He would be the seller whom the case looks for.",
            "facts",
            facts));
  }

  /** The holder of the code comes back; nobody else sees the answer, and none is told apart. */
  private void answered(Board board, TipPost post, String code) throws IOException {
    JsonNode sheet =
        Answer.JSON.readTree(
            post.exhibits("tip.json").stream()
                .filter(s -> s.contains(SECRET_WORDS))
                .findFirst()
                .orElseThrow());
    Path answer = temp.resolve("answer.txt");
    Files.writeString(answer, "Which ferry?");
    Board.Said said =
        board.cli(
            "tips",
            "desk",
            "reply",
            "--folder",
            post.folder().path().toString(),
            "--mailbox",
            sheet.at("/answers/mailbox").asString(),
            "--mailbox-key",
            sheet.at("/answers/key").asString(),
            "--text-file",
            answer.toString());
    assertThat(said.exit()).isZero();
    assertThat(text(files(post.folder().replies()).getFirst())).doesNotContain("ferry");
    assertThat(post.post("/reply", Map.of("code", code), Map.of()).body()).contains("Which ferry?");
    assertThat(post.post("/reply", Map.of("code", code + "s"), Map.of()).body())
        .contains("no answer")
        .doesNotContain("ferry");
  }

  @Test
  void aHostWithAPrivateKeyOrWithoutTheDesksDoesNotStart(Board board) throws Exception {
    Path folder = temp.resolve("bad");
    Files.createDirectories(folder);
    Board.Said without = board.cli("tips", "--folder", folder.toString(), "--port", "0");
    assertThat(without.err()).contains("SX-TIPS-DESK");
    TipKeys.generate(folder, "desk");
    Board.Said with = board.cli("tips", "--folder", folder.toString(), "--port", "0");
    assertThat(with.err()).contains("SX-TIPS-PRIVATE-KEY");
    board.openCase("ana");
    board.leafOf(leaf -> leaf.field("step").equals("OPEN_CASE"));
  }

  @Test
  void aFormIsGoodOnceAndNotAtOnce(Board board) throws Exception {
    try (TipPost post = TipPost.open(board, temp)) {
      String stamp = post.stamp();
      HttpResponse<String> soon = post.post("/tip", Map.of("text", "x", "stamp", stamp), Map.of());
      assertThat(soon.statusCode()).isEqualTo(422);
      HttpResponse<String> again = post.post("/tip", Map.of("text", "x", "stamp", stamp), Map.of());
      assertThat(again.statusCode()).isEqualTo(422);
      assertThat(files(post.folder().queue())).isEmpty();
      board.leafOf(leaf -> leaf.field("step").equals("OPEN_CASE"));
    }
  }

  private static void headersKeepSilent(TipPost post) {
    for (HttpResponse<String> answer : post.answers()) {
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
      assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
      assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'none'")
          .doesNotContain("script-src");
      assertThat(answer.body()).doesNotContain("<script", "http://", "https://");
    }
  }

  private static void nothingPlanted(Path folder, String code) throws IOException {
    for (Path file : files(folder)) {
      assertThat(text(file))
          .as("%s", file)
          .doesNotContain(
              TipPost.PLANTED_ADDRESS,
              TipPost.PLANTED_FORWARD,
              TipPost.PLANTED_AGENT,
              SECRET_WORDS,
              code);
    }
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
