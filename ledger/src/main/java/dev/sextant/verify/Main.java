package dev.sextant.verify;

import dev.sextant.ledger.CheckReport;
import dev.sextant.ledger.Checkpoint;
import dev.sextant.ledger.Flaw;
import dev.sextant.ledger.LedgerChecker;
import dev.sextant.ledger.LedgerView;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.ledger.WitnessPolicy;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Fault;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The offline verifier's command line. Ends with 0 if all is VALID, 1 if something is INVALID, 2 if
 * it was called wrongly or a file cannot be read.
 */
public final class Main {
  private static final String USAGE =
      """
      usage:
        sextant-verify bundle <bundle.zip> [--key VKEY] [--log-key VKEY]
                           [--without-witness] [--json]
        sextant-verify bag <bag.zip | folder> [as for a bundle]
        sextant-verify log <folder> [--origin-key VKEY] [--witness VKEY]... [--require N]
                           [--checkpoint FILE]... [--json]
        sextant-verify register <folder> [--origin-key VKEY] [--witness VKEY]... [--require N]
                           [--checkpoint FILE]... [--json]
      """
          + KeyCommand.USAGE
          + WitnessCommand.USAGE
          + OversightCommand.USAGE
          + """
          VKEY is name+id+base64. Ends with 0 VALID, 1 INVALID, 2 wrong usage or unreadable file.
          """;

  private final PrintWriter out;
  private final PrintWriter err;

  private Main(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  /** The program. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(args, out, err));
  }

  /** The program for a caller in the same process; returns its exit code. */
  public static int run(String[] args, PrintWriter out, PrintWriter err) {
    try {
      return new Main(out, err).dispatch(args);
    } catch (Fault e) {
      err.println(e.line());
      return 2;
    } catch (IOException e) {
      err.println(new VerifyFault.Storage("file", e).line());
      return 2;
    } finally {
      out.flush();
      err.flush();
    }
  }

  private int dispatch(String[] args) throws IOException {
    if (args.length >= 3 && args[0].equals("key")) {
      return used(
          args,
          Options.parse(args, 2, List.of("--name", "--text", "--passphrase-file"), List.of()));
    }
    if (args.length >= 2 && args[0].equals("witness")) {
      return used(
          args,
          Options.parse(
              args,
              1,
              List.of("--name", "--log", "--address", "--port"),
              List.of("--with-parent")));
    }
    if (args.length >= 2 && args[0].equals("oversight")) {
      return used(args, Options.parse(args, 1, OversightCommand.options(), List.of("--json")));
    }
    if (args.length >= 2 && (args[0].equals("bundle") || args[0].equals("bag"))) {
      return bundle(
          args[0].equals("bag"),
          Options.parse(
              args, 1, List.of("--key", "--log-key"), List.of("--json", "--without-witness")));
    }
    if (args.length >= 2 && List.of("log", "register").contains(args[0])) {
      return log(
          args[0].equals("register"),
          Options.parse(
              args,
              1,
              List.of("--origin-key", "--witness", "--require", "--checkpoint"),
              List.of("--json")));
    }
    boolean help = args.length == 1 && (args[0].equals("--help") || args[0].equals("-h"));
    (help ? out : err).print(USAGE);
    return help ? 0 : 2;
  }

  private int used(String[] args, @Nullable Options options) throws IOException {
    Integer code =
        options == null
            ? null
            : switch (args[0]) {
              case "key" -> new KeyCommand(out).run(args[1], options);
              case "witness" -> new WitnessCommand(out).run(options);
              default -> new OversightCommand(out).run(options);
            };
    if (code == null) {
      err.print(USAGE);
    }
    return code == null ? 2 : code;
  }

  private int bundle(boolean bagged, @Nullable Options options) {
    if (options == null) {
      err.print(USAGE);
      return 2;
    }
    Path target = Path.of(options.target());
    VerifierKey key = options.key("--key");
    VerifierKey log = options.key("--log-key");
    boolean witnessed = !options.has("--without-witness");
    BundleReport report =
        bagged
            ? BagCheck.verify(target, key, log, witnessed)
            : BundleVerifier.verify(target, key, log, witnessed);
    out.print(options.has("--json") ? report.json() + "\n" : report.text());
    return report.valid() ? 0 : 1;
  }

  private int log(boolean register, @Nullable Options options) throws IOException {
    if (options == null) {
      err.print(USAGE);
      return 2;
    }
    List<Checkpoint> earlier = new ArrayList<>();
    for (String file : options.all("--checkpoint")) {
      earlier.add(Checkpoint.parse(Files.readAllBytes(Path.of(file))));
    }
    List<VerifierKey> witnesses =
        options.all("--witness").stream().map(VerifierKey::parse).toList();
    List<String> require = options.all("--require");
    int required;
    try {
      required = require.isEmpty() ? 0 : Integer.parseInt(require.getLast());
    } catch (NumberFormatException e) {
      err.print(USAGE);
      return 2;
    }
    VerifierKey key = options.key("--origin-key");
    Path folder = Path.of(options.target());
    if (!Files.isDirectory(folder)) {
      throw new VerifyFault.Storage(options.target(), new IOException("not a folder"));
    }
    CheckReport report =
        new LedgerChecker(key, new WitnessPolicy(witnesses, required), earlier).check(view(folder));
    if (register && report.ok()) {
      return register(view(folder), report, options.has("--json"));
    }
    out.print(options.has("--json") ? json(report) + "\n" : text(report));
    return report.ok() ? 0 : 1;
  }

  /* Of a log that is sound; of any other nothing is told but what is wrong with it. */
  private int register(LedgerView log, CheckReport report, boolean json) {
    List<DisclosureReplay.Line> lines = DisclosureReplay.of(log);
    if (json) {
      out.print(DisclosureReplay.json(lines) + "\n");
    } else {
      out.print(DisclosureReplay.text(lines));
      err.print(text(report));
    }
    return 0;
  }

  /** A folder without a checkpoint is an invalid log, which the checker will say. */
  private static LedgerView view(Path folder) {
    return LedgerView.of(folder);
  }

  private static String text(CheckReport report) {
    StringBuilder text = new StringBuilder(report.ok() ? "VALID\n" : "INVALID\n");
    report.flaws().forEach(flaw -> text.append("  ").append(flaw).append('\n'));
    text.append("log ").append(report.origin()).append('\n');
    text.append("size ").append(report.size()).append('\n');
    report.root().ifPresent(root -> text.append("root ").append(root).append('\n'));
    text.append("hash tiles recomputed ").append(report.tiles()).append('\n');
    text.append("earlier checkpoints continued ").append(report.earlier()).append('\n');
    text.append("cosigned by ").append(report.cosigners().size()).append(' ');
    text.append(String.join(", ", report.cosigners())).append('\n');
    text.append(
        report.signed()
            ? "signed with the key you gave\n"
            : "The log's signature was not verified: give --origin-key with a key that you had"
                + " from elsewhere.\n");
    return text.toString();
  }

  private static String json(CheckReport report) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("valid", report.ok());
    json.put("origin", report.origin());
    json.put("size", report.size());
    json.put("root", report.root().map(root -> root.hex()).orElse(null));
    json.put("signed", report.signed());
    json.put("cosigners", report.cosigners());
    json.put("earlier", report.earlier());
    json.put("tiles", report.tiles());
    json.put("flaws", report.flaws().stream().map(Flaw::toString).toList());
    return CanonicalJson.text(json);
  }
}
