package dev.sextant.verify;

import dev.sextant.ledger.TrustPolicy;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code sextant-verify oversight}: an overseer's check of a kit, alone and offline. */
final class OversightCommand {
  static final String USAGE =
      """
        sextant-verify oversight <kit> [--seed N] [--sample N] [--log-key VKEY] [--policy FILE]
                           [--checkpoints FOLDER]... [--html FILE] [--json]
      """;

  private static final int SAMPLE = 200;

  private final PrintWriter out;

  OversightCommand(PrintWriter out) {
    this.out = out;
  }

  /** Checks and prints; null if it was called wrongly. */
  @Nullable Integer run(Options options) throws IOException {
    // Nobody in the house can have foreseen the sample; the seed is printed, so it can be drawn
    // again.
    Long seed = options.number("--seed", new SecureRandom().nextLong() >>> 1);
    Long sample = options.number("--sample", SAMPLE);
    if (seed == null || sample == null || sample < 0 || sample > 1_000_000) {
      return null;
    }
    String policy = options.text("--policy");
    OversightCheck.Asked asked =
        new OversightCheck.Asked(
            options.key("--log-key"),
            policy == null ? null : TrustPolicy.parse(Files.readString(Path.of(policy))),
            options.all("--checkpoints").stream().map(Path::of).toList(),
            seed,
            sample.intValue());
    OversightReport report = check(Path.of(options.target()), asked);
    Dossier dossier = new Dossier(report);
    String html = options.text("--html");
    if (html != null) {
      Files.writeString(Path.of(html), dossier.html(), StandardCharsets.UTF_8);
    }
    out.print(options.has("--json") ? report.json() + "\n" : dossier.text());
    return report.ok() ? 0 : 1;
  }

  private static OversightReport check(Path kit, OversightCheck.Asked asked) throws IOException {
    if (Files.isDirectory(kit)) {
      return OversightCheck.check(kit, asked);
    }
    if (!Files.isRegularFile(kit)) {
      throw new VerifyFault.BadKit("there is no such kit", kit.toString(), "");
    }
    try (FileSystem zip = FileSystems.newFileSystem(kit)) {
      return OversightCheck.check(zip.getPath("/"), asked);
    }
  }

  static List<String> options() {
    return List.of("--seed", "--sample", "--log-key", "--policy", "--checkpoints", "--html");
  }
}
