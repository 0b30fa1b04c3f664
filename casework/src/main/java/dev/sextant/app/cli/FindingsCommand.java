package dev.sextant.app.cli;

import dev.sextant.findings.ClaimCheck;
import dev.sextant.findings.EstimateScale;
import dev.sextant.findings.FindingDocument;
import dev.sextant.findings.Remark;
import dev.sextant.findings.WordCheck;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.StatementType;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is said of findings' words, without a case. */
@Command(
    name = "findings",
    description = "Read findings as a strict colleague would.",
    mixinStandardHelpOptions = true,
    subcommands = FindingsCommand.Lint.class)
final class FindingsCommand extends CommandGroup {
  /** Reads files and nothing else: no home, no database. */
  @Command(
      name = "lint",
      description =
          "Look for estimative words outside the declared scale, likelihood beside confidence, words"
              + " that say nothing, and words that no finding uses (roles, guilt, future crimes), in"
              + " English, Spanish, Portuguese and French. Exit code 1 if something keeps the text"
              + " from review.",
      mixinStandardHelpOptions = true)
  static final class Lint implements Callable<Integer> {
    /** As the command line writes scales. */
    enum Scale {
      NONE,
      ICD203,
      PHIA;

      EstimateScale scale() {
        return switch (this) {
          case NONE -> EstimateScale.NONE;
          case ICD203 -> EstimateScale.ICD_203;
          case PHIA -> EstimateScale.PHIA;
        };
      }
    }

    /** How remarks are printed. */
    enum Format {
      TEXT,
      JSON
    }

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
        arity = "1..*",
        paramLabel = "FILE",
        description =
            "UTF-8 text, a finding's document, or a bundle's findings.json (which bring their own"
                + " scale and type).")
    private List<Path> files = List.of();

    @Option(
        names = "--scale",
        description = "The scale that a text declares: ${COMPLETION-CANDIDATES} (default: NONE).",
        defaultValue = "NONE")
    private Scale scale = Scale.NONE;

    @Option(
        names = "--type",
        description = "What a text is: FACT, REPORTED or ASSESSMENT (default: ASSESSMENT).",
        defaultValue = "ASSESSMENT")
    private StatementType type = StatementType.ASSESSMENT;

    @Option(
        names = "--format",
        description = "${COMPLETION-CANDIDATES} (default: TEXT).",
        defaultValue = "TEXT")
    private Format format = Format.TEXT;

    @Override
    public Integer call() throws IOException {
      PrintWriter out = spec.commandLine().getOut();
      boolean blocked = false;
      for (Path file : files) {
        for (Remark remark : remarks(file)) {
          blocked |= remark.blocks();
          out.println(
              format == Format.JSON
                  ? CanonicalJson.text(json(file, remark))
                  : file + ": " + remark.line());
        }
      }
      return blocked ? ExitCode.INVALID : ExitCode.OK;
    }

    private List<Remark> remarks(Path file) throws IOException {
      if (!Files.isRegularFile(file)) {
        throw new CliFault(
            "SX-CLI-FILE", "no such file", file.toString(), file.toString(), "give a file's path");
      }
      byte[] bytes = Files.readAllBytes(file);
      int first = 0;
      while (first < bytes.length && bytes[first] <= ' ' && bytes[first] >= 0) {
        first++;
      }
      if (first < bytes.length && bytes[first] == '{') {
        return ClaimCheck.of(FindingDocument.read(bytes).claim());
      }
      if (first < bytes.length && bytes[first] == '[') {
        return ofBundle(file, CanonicalJson.read(bytes));
      }
      return WordCheck.of("text", text(file, bytes), scale.scale(), type);
    }

    private static List<Remark> ofBundle(Path file, @Nullable Object findings) {
      List<Remark> all = new ArrayList<>();
      for (Object one : (List<?>) Objects.requireNonNull(findings)) {
        if (!(one instanceof Map<?, ?> entry) || !(entry.get("finding") instanceof Map<?, ?>)) {
          throw new CliFault(
              "SX-CLI-FINDINGS",
              "not a list of findings",
              file.toString(),
              "an entry without a finding",
              "give a bundle's findings.json, a finding's document or a text");
        }
        FindingDocument document = FindingDocument.read(CanonicalJson.write(entry.get("finding")));
        for (Remark remark : ClaimCheck.of(document.claim())) {
          all.add(
              new Remark(
                  remark.code(),
                  "F-" + document.number() + " " + remark.place(),
                  remark.what(),
                  remark.blocks(),
                  remark.quote()));
        }
      }
      return all;
    }

    private static String text(Path file, byte[] bytes) {
      try {
        return StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes))
            .toString();
      } catch (CharacterCodingException e) {
        throw new CliFault(
            "SX-CLI-TEXT",
            "not UTF-8",
            file.toString(),
            bytes.length + " bytes",
            "save the text as UTF-8");
      }
    }

    private static Map<String, Object> json(Path file, Remark remark) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("file", file.toString());
      json.put("code", remark.code());
      json.put("blocks", remark.blocks());
      json.put("place", remark.place());
      json.put("value", remark.quote().words());
      json.put("from", remark.quote().from());
      json.put("to", remark.quote().to());
      json.put("cure", remark.what());
      return json;
    }
  }
}
