package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.terms.Digest;
import dev.sextant.tips.Disarm;
import dev.sextant.tips.Disarmed;
import dev.sextant.tips.Tip;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** 24: a tip comes as a weapon. */
@Attack(24)
class Attack24Test {
  @TempDir Path temp;

  @Test
  void hostileFilesAreDisarmedOrStaySealed(Board board) throws Exception {
    try (TipPost post = TipPost.open(board, temp)) {
      disarmed(board, post);
    }
  }

  private static void disarmed(Board board, TipPost post) throws IOException {
    Map<String, byte[]> corpus =
        Map.of(
            "1-eicar.com", HostileFiles.eicar(),
            "2-macro.docx", HostileFiles.macroDocument(),
            "3-bomb.zip", HostileFiles.zipBomb(),
            "4-script.svg", HostileFiles.scriptSvg(),
            "5-garden.jpg", HostileFiles.jpegWithGps(),
            "6-bomb.png", HostileFiles.pictureBomb(),
            "7-launch.pdf", HostileFiles.launchingPdf());
    post.send("The yard behind the canal, see the files", corpus);
    post.importAll();

    String words = post.exhibit("tip.json");
    JsonNode sheet = Answer.JSON.readTree(words);
    assertThat(outcomes(sheet))
        .containsExactly(
            "OTHER UNOPENED SX-TIPS-TYPE",
            "ZIP UNOPENED SX-TIPS-TYPE",
            "ZIP UNOPENED SX-TIPS-TYPE",
            "OTHER UNOPENED SX-TIPS-TYPE",
            "JPEG REBUILT ",
            "PNG FAILED SX-TIPS-DISARM",
            "PDF REBUILT ");
    assertThat(words)
        .contains("untested source; not known")
        .doesNotContain("garden", "launch.pdf", "eicar");

    // The working copy has the picture and nothing of what the original carried besides.
    String copy = post.exhibit("tip-attachment-5.pdf");
    assertThat(copy).startsWith("%PDF-").doesNotContain("Exif", "GPS", "51.4778");
    String document = post.exhibit("tip-attachment-7.pdf");
    assertThat(document)
        .startsWith("%PDF-")
        .doesNotContain("/Launch", "/JavaScript", "/OpenAction", "/AA", "/URI", "calc.exe");

    // Originals lie in the vault, sealed: its keeper alone opens them, with the place in them.
    List<Tip.Attachment> originals = post.vault();
    assertThat(originals).hasSize(7);
    assertThat(originals)
        .anySatisfy(o -> {
          assertThat(o.name()).isEqualTo("5-garden.jpg");
          assertThat(new String(o.bytes(), StandardCharsets.ISO_8859_1)).contains("51.4778");
        });
    assertThat(post.everythingInCustody()).doesNotContain("EICAR", "51.4778");
    board.leafOf(leaf -> leaf.field("inputs.how").equals("TIP"));
  }

  @Test
  void theSandboxHasNoNetworkAndNoTimeToSpare(Board board) throws Exception {
    List<String> sandbox = Disarm.sandbox().orElseThrow();
    try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      int port = listening.getLocalPort();
      assertThat(probe(List.of(), port)).as("without the sandbox").isEqualTo(0);
      assertThat(probe(sandbox, port)).as("in the sandbox").isNotEqualTo(0);
    }
    board.say("A probe reaches a port of this machine, and does not from within the sandbox.");
    Disarm hurried =
        new Disarm(new Disarm.Limits(java.time.Duration.ofMillis(1), 40, 12_000_000, 64));
    assertThat(hurried.disarm(HostileFiles.jpegWithGps()).outcome())
        .isEqualTo(Disarmed.Outcome.FAILED);
    board.openCase("ana");
    board.leafOf(leaf -> leaf.field("step").equals("OPEN_CASE"));
  }

  private static List<String> outcomes(JsonNode sheet) {
    List<String> outcomes = new ArrayList<>();
    for (JsonNode one : sheet.get("attachments")) {
      outcomes.add(
          one.get("type").asString()
              + " "
              + one.get("outcome").asString()
              + " "
              + one.get("reason").asString());
      assertThat(new Digest(one.get("sha256").asString()).hex()).hasSize(64);
    }
    return outcomes;
  }

  private static int probe(List<String> prefix, int port) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            NetworkProbe.class.getName(),
            Integer.toString(port)));
    Path out = Files.createTempFile("probe", ".txt");
    int exit =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start()
            .waitFor();
    Files.delete(out);
    return exit;
  }
}
