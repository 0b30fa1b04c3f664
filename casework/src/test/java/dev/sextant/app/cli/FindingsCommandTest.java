package dev.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.findings.FindingDocument;
import dev.sextant.findings.MadeUpFinding;
import dev.sextant.terms.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsCommandTest {
  @TempDir private Path folder;

  private Ran lint(byte[] bytes, String... options) throws IOException {
    Path file = Files.write(folder.resolve("claim"), bytes);
    String[] args = new String[options.length + 3];
    args[0] = "findings";
    args[1] = "lint";
    args[2] = file.toString();
    System.arraycopy(options, 0, args, 3, options.length);
    return Ran.of(args);
  }

  private Ran lint(String text, String... options) throws IOException {
    return lint(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), options);
  }

  @Test
  void saysPlaceValueAndCure() throws IOException {
    Ran ran = lint("It is likely. He is the kingpin.", "--scale", "phia");
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.out())
        .containsPattern(
            "SX-FIND-WORD-ROLE: blocks \\| at: text 24-31 \\| value: kingpin \\| cure: .+");
  }

  @Test
  void soundTextsAndWarningsPass() throws IOException {
    assertThat(lint("It is likely that they met.", "--scale", "PHIA"))
        .isEqualTo(new Ran(0, "", ""));
    Ran warned = lint("He might know.", "--format", "json");
    assertThat(warned.code()).isEqualTo(ExitCode.OK);
    assertThat(CanonicalJson.readObject(warned.out().strip().getBytes()))
        .containsEntry("blocks", false);
  }

  @Test
  void readsDocumentsAndBundles() throws IOException {
    FindingDocument finding = MadeUpFinding.weighed(MadeUpFinding.document(3, 5), 3);
    assertThat(lint(finding.bytes()).code()).isEqualTo(ExitCode.OK);
    byte[] bundle = CanonicalJson.write(List.of(Map.of("finding", finding.json())));
    assertThat(lint(bundle).code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void whatIsNoTextOrFindingIsOneClearLine() throws IOException {
    for (Ran ran :
        List.of(
            lint("{}"),
            lint("[1]"),
            lint(new byte[] {(byte) 0xff, 'x'}),
            lint("{\"format\":\"sextant-finding/9\"}"))) {
      assertThat(ran.code()).isEqualTo(ExitCode.FAULT);
      assertThat(ran.err().strip())
          .matches("SX-[A-Z0-9-]+: .+ \\| at: .+ \\| value: .* \\| cure: .+");
    }
  }
}
