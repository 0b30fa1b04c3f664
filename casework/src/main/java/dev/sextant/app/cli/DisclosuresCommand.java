package dev.sextant.app.cli;

import dev.sextant.app.HomeFolder;
import dev.sextant.ledger.LedgerView;
import dev.sextant.network.SheetText;
import dev.sextant.terms.CanonicalJson;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What was released, from the log alone. */
@Command(
    name = "disclosures",
    description = "The register of disclosures.",
    mixinStandardHelpOptions = true,
    subcommands = DisclosuresCommand.RegisterOfLog.class)
final class DisclosuresCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCode.USAGE;
  }

  /** Reads the log's entries and nothing else: no database, no key. */
  @Command(
      name = "register",
      description =
          "Print what was released or handed out, when, by whom, to which recipient, and how it ended:"
              + " from the log alone, by identifiers.",
      mixinStandardHelpOptions = true)
  static final class RegisterOfLog implements Callable<Integer> {
    private static final Set<String> STEPS = Set.of("RELEASE", "EXPORT", "TRANSFER");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
        names = "--home",
        description = "The home folder (default: ./sextant-home).",
        defaultValue = "sextant-home")
    private Path home = Path.of("sextant-home");

    @Override
    public Integer call() {
      HomeFolder folder = new HomeFolder(home);
      if (!Files.isDirectory(folder.ledger())) {
        throw new CliFault(
            "SX-CLI-HOME",
            "there is no log in this home",
            folder.ledger().toString(),
            home.toString(),
            "give the folder that ./sextant demo or serve made, with --home");
      }
      LedgerView log = LedgerView.open(folder.ledger());
      Map<String, Map<String, @Nullable Object>> begun = new LinkedHashMap<>();
      Map<String, Map<String, @Nullable Object>> ended = new LinkedHashMap<>();
      for (long leaf = 0; leaf < log.size(); leaf++) {
        Map<String, @Nullable Object> entry = CanonicalJson.readObject(log.entry(leaf));
        if (STEPS.contains(String.valueOf(entry.get("step")))) {
          entry.put("leaf", leaf);
          ("outcome".equals(entry.get("kind")) ? ended : begun)
              .put(String.valueOf(entry.get("act")), entry);
        }
      }
      PrintWriter out = spec.commandLine().getOut();
      out.println(
          "leaf\tat\tstep\twhat\tcase\tactor\tdisclosure\trecipient\tagreement\tpurpose\toutcome\tbundle");
      begun.forEach((act, intent) -> out.println(line(intent, ended.getOrDefault(act, Map.of()))));
      out.flush();
      return ExitCode.OK;
    }

    private static String line(
        Map<String, @Nullable Object> intent, Map<String, @Nullable Object> outcome) {
      return Stream.of(
              text(intent, "leaf"),
              text(intent, "at"),
              text(intent, "step"),
              either(intent, outcome, "what"),
              text(intent, "case"),
              text(intent, "actor"),
              either(intent, outcome, "disclosure"),
              either(intent, outcome, "recipientId"),
              either(intent, outcome, "agreementId"),
              text(intent, "purpose"),
              ended(intent, outcome),
              either(Map.of(), outcome, "bundle"))
          .map(SheetText::of)
          .collect(Collectors.joining("\t"));
    }

    private static String ended(
        Map<String, @Nullable Object> intent, Map<String, @Nullable Object> outcome) {
      if ("refusal".equals(intent.get("kind"))) {
        return "REFUSED " + text(intent, "code");
      }
      return outcome.isEmpty()
          ? "UNFINISHED"
          : (text(outcome, "outcome") + " " + text(outcome, "code")).strip();
    }

    private static String either(
        Map<String, @Nullable Object> intent, Map<String, @Nullable Object> outcome, String name) {
      for (Object part : new Object[] {intent.get("inputs"), outcome.get("outputs")}) {
        if (part instanceof Map<?, ?> map && map.get(name) != null) {
          return String.valueOf(map.get(name));
        }
      }
      return "";
    }

    private static String text(Map<String, @Nullable Object> entry, String name) {
      Object value = entry.get(name);
      return value == null ? "" : value.toString();
    }
  }
}
