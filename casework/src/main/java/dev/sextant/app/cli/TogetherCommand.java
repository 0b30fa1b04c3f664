package dev.sextant.app.cli;

import dev.sextant.identity.PairsTogether;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds accounts that share the same objects at the same time. */
@Command(
    name = "together",
    description =
        "Find accounts that share the same objects within a window, repeatedly: acts with, not"
            + " identity. Each pair has what would be expected of it and what would explain it"
            + " innocently.",
    mixinStandardHelpOptions = true)
final class TogetherCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", description = "Comma-separated table: who shared what, when.")
  private Path shares = Path.of("");

  @Option(
      names = "--window",
      description = "The most that two shares lie apart, such as 10s, 5m, 1h.",
      defaultValue = "60s")
  private String window = "60s";

  @Option(
      names = "--acts",
      description = "Acts that an account needs to take part.",
      defaultValue = "2")
  private int acts;

  @Option(
      names = "--out",
      description = "Where to write the pairs, tab-separated.",
      required = true)
  private Path pairs = Path.of("");

  @Option(names = "--object", description = "Column of what is shared.", defaultValue = "object_id")
  private String object = "object_id";

  @Option(
      names = "--account",
      description = "Column of who shares it.",
      defaultValue = "account_id")
  private String account = "account_id";

  @Option(
      names = "--content",
      description = "Column of the post by which it is shared.",
      defaultValue = "content_id")
  private String content = "content_id";

  @Option(
      names = "--time",
      description = "Column of when: seconds since 1970, or ISO 8601 with a zone.",
      defaultValue = "timestamp_share")
  private String time = "timestamp_share";

  @Option(
      names = "--zone",
      description = "Zone of times that name none, such as UTC; without it they are a fault.")
  private @Nullable ZoneId zone;

  @Option(
      names = "--most-in-window",
      description =
          "Leave out, and tell, objects that more shares than this fall into a window of.")
  private @Nullable Integer mostInWindow;

  @Override
  public Integer call() throws IOException {
    PairsTogether.Shown shown =
        PairsTogether.find(
            new PairsTogether.Asked(
                shares,
                List.of(object, account, content, time),
                Optional.ofNullable(zone),
                duration(),
                acts,
                Optional.ofNullable(mostInWindow)));
    Outlet outlet = new Outlet(spec, pairs);
    outlet.write(shown.table());
    PrintWriter out = outlet.words();
    shown.notes().forEach(note -> out.println("note: " + note));
    out.println("pairs " + shown.pairs() + ", of which leads " + shown.leads());
    out.println("columns: " + String.join(", ", shown.columns()));
    out.println(
        "Acting together is not being the same, and no wrongdoing: read what would explain each"
            + " pair.");
    out.print(shown.card());
    out.flush();
    return ExitCode.OK;
  }

  private Duration duration() {
    try {
      String text = window.strip().toUpperCase(Locale.ROOT);
      return Duration.parse(text.endsWith("D") ? "P" + text : "PT" + text);
    } catch (DateTimeException e) {
      throw new ParameterException(
          spec.commandLine(), "--window is no length of time: " + window + "; write 60s, 5m or 1h");
    }
  }
}
