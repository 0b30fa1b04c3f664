package dev.sextant.app.cli;

import dev.sextant.identity.AccountsAlike;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Finds accounts that one person may run. */
@Command(
    name = "alike",
    description =
        "Find accounts that one person may run: alike in style, or with a key or device in common."
            + " Leads with their error rate, never a merge.",
    mixinStandardHelpOptions = true)
final class AlikeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--posts", description = "Table: who wrote what, when.")
  private @Nullable Path posts;

  @Option(names = "--keys", description = "Table with account, kind (pgp, device, ...) and value.")
  private @Nullable Path keys;

  @Option(names = "--account", description = "Column of who writes.", defaultValue = "account")
  private String account = "account";

  @Option(
      names = "--time",
      description = "Column of when: seconds since 1970, or ISO 8601 with a zone.",
      defaultValue = "time")
  private String time = "time";

  @Option(names = "--text", description = "Column of the text.", defaultValue = "text")
  private String text = "text";

  @Option(
      names = "--zone",
      description = "Zone of times that name none, such as UTC; without it they are a fault.")
  private @Nullable ZoneId zone;

  @Option(
      names = "--out",
      description = "Where to write the leads, tab-separated.",
      required = true)
  private Path leads = Path.of("");

  @Override
  public Integer call() throws IOException {
    if (posts == null && keys == null) {
      throw new ParameterException(spec.commandLine(), "give --posts, --keys or both");
    }
    AccountsAlike.Shown shown =
        AccountsAlike.find(
            new AccountsAlike.Asked(
                Optional.ofNullable(posts),
                List.of(account, time, text),
                Optional.ofNullable(zone),
                Optional.ofNullable(keys)));
    Outlet outlet = new Outlet(spec, leads);
    outlet.write(shown.table());
    PrintWriter out = outlet.words();
    shown.notes().forEach(note -> out.println("note: " + note));
    out.println("pairs " + shown.table().lines().count());
    out.println("columns: " + String.join(", ", shown.columns()));
    shown.cards().forEach(out::print);
    out.flush();
    return ExitCode.OK;
  }
}
