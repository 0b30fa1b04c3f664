package dev.sextant.app.cli;

import dev.sextant.app.House;
import dev.sextant.app.flow.TipImport;
import dev.sextant.authority.JurisdictionPack;
import dev.sextant.authority.Permit;
import dev.sextant.terms.Fault;
import dev.sextant.tips.NegativeProof;
import dev.sextant.tips.Tip;
import dev.sextant.tips.TipDesk;
import dev.sextant.tips.TipFolder;
import dev.sextant.tips.TipKeys;
import dev.sextant.tips.TipServer;
import dev.sextant.tips.TipSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The tip process, on a host of its own, and the desk, on another. */
@Command(
    name = "tips",
    description = "Take tips: a process of its own that holds nothing of those who send them.",
    mixinStandardHelpOptions = true,
    subcommands = {TipsCommand.DeskSide.class, TipsCommand.Unmask.class})
final class TipsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--folder",
      description = "The process's folder, with the desk's public key as desk.pub.",
      defaultValue = "sextant-tips")
  private Path folder = Path.of("sextant-tips");

  @Option(names = "--port", description = "Port (default: 8099).", defaultValue = "8099")
  private int port;

  @Option(
      names = "--pack",
      description = "Jurisdiction's pack (default: us-federal).",
      defaultValue = "us-federal")
  private String pack = "us-federal";

  /** Made by picocli. */
  TipsCommand() {}

  TipFolder folder() {
    return new TipFolder(folder);
  }

  @Override
  public Integer call() throws InterruptedException {
    // A sender over a slow network has time; one who holds connections open for ever has not.
    System.setProperty("sun.net.httpserver.maxReqTime", "900");
    System.setProperty("sun.net.httpserver.maxRspTime", "900");
    CountDownLatch over = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(over::countDown));
    try (TipServer server =
        TipServer.start(
            folder(), settings(JurisdictionPack.shipped(pack), port), Clock.systemUTC())) {
      PrintWriter out = spec.commandLine().getOut();
      out.println("tips     http://127.0.0.1:" + server.port() + "/  (Ctrl-C ends)");
      out.flush();
      over.await();
    }
    return ExitCode.OK;
  }

  /** The pack's numbers. */
  static TipSettings settings(JurisdictionPack pack, int port) {
    return new TipSettings(
        port,
        new TipSettings.Argon(
            (int) pack.number("tips.mailboxKibibytes"), (int) pack.number("tips.mailboxPasses")),
        new TipSettings.Argon(
            (int) pack.number("tips.stampKibibytes"), (int) pack.number("tips.stampPasses")),
        (int) pack.number("tips.stampBits"),
        pack.duration("tips.shortestStay"),
        (int) pack.number("tips.hourlyWithoutStamp"),
        (int) pack.number("tips.mostBytes"));
  }

  /** What an order to name a sender obtains. */
  @Command(
      name = "unmask",
      description = "Answer an order to name a sender: print what is held, file by file.",
      mixinStandardHelpOptions = true)
  static final class Unmask implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @ParentCommand private @Nullable TipsCommand parent;

    @Option(names = "--folder", description = "The process's folder.")
    private @Nullable Path folder;

    /** Made by picocli. */
    Unmask() {}

    @Override
    public Integer call() {
      TipFolder of =
          folder != null
              ? new TipFolder(folder)
              : parent == null ? new TipFolder(Path.of("sextant-tips")) : parent.folder();
      NegativeProof proof = NegativeProof.of(of);
      proof.lines().forEach(spec.commandLine().getOut()::println);
      return proof.clean() ? ExitCode.OK : ExitCode.INVALID;
    }
  }

  /** The desk, where the private key is. */
  @Command(
      name = "desk",
      description = "At the desk: make keys, bring tips into a case, answer.",
      mixinStandardHelpOptions = true,
      subcommands = {Keys.class, Import.class, Reply.class})
  static final class DeskSide extends CommandGroup {
    /** Made by picocli. */
    DeskSide() {}
  }

  /** Makes the desk's and the vault's keys. */
  @Command(
      name = "keys",
      description = "Make desk.key, desk.pub, vault.key and vault.pub.",
      mixinStandardHelpOptions = true)
  static final class Keys implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--out", required = true, description = "Folder; never the tip process's.")
    private Path out = Path.of(".");

    /** Made by picocli. */
    Keys() {}

    @Override
    public Integer call() {
      TipKeys.generate(out, "desk");
      TipKeys.generate(out, "vault");
      PrintWriter said = spec.commandLine().getOut();
      said.println("desk.pub   copy it into the folder of the tip process");
      said.println("desk.key   stays at the desk: it opens tips");
      said.println("vault.pub  stays at the desk: originals are sealed to it");
      said.println("vault.key  give it to whoever protects sources, and delete it here");
      return ExitCode.OK;
    }
  }

  /** Brings the queue's tips into a case. */
  @Command(
      name = "import",
      description = "Open the queue's tips and seal them as exhibits of the class TIP.",
      mixinStandardHelpOptions = true)
  static final class Import implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Desk desk = new Desk();
    @Mixin private Leave leave = new Leave();

    @Option(names = "--queue", required = true, description = "The queue's folder.")
    private Path queue = Path.of(".");

    @Option(names = "--key", required = true, description = "The desk's private key.")
    private Path key = Path.of(".");

    @Option(names = "--vault", required = true, description = "Folder for sealed originals.")
    private Path vault = Path.of(".");

    @Option(names = "--vault-key", required = true, description = "The vault's public key.")
    private Path vaultKey = Path.of(".");

    /** Made by picocli. */
    Import() {}

    @Override
    public Integer call() throws IOException {
      PrintWriter out = spec.commandLine().getOut();
      try (House house = desk.open()) {
        Permit permit = desk.permit(house, leave.authority(), leave.purpose());
        TipImport work =
            new TipImport(house, TipKeys.readPrivate(key), TipKeys.readPublic(vaultKey), vault);
        int failed = 0;
        for (Path queued : TipDesk.waiting(queue)) {
          try {
            TipImport.Imported one = work.bring(permit, queued);
            out.printf(
                "E-%d  tip, untested; %d working copies, %d attachments unopened%n",
                one.exhibit().number(), one.copies().size(), one.unopened());
          } catch (Fault e) {
            failed++;
            spec.commandLine().getErr().println(e.line());
          }
        }
        return failed == 0 ? ExitCode.OK : ExitCode.FAULT;
      }
    }
  }

  /** Leaves an answer for a sender. */
  @Command(
      name = "reply",
      description = "Leave an answer that the holder of the return code can read.",
      mixinStandardHelpOptions = true)
  static final class Reply implements Callable<Integer> {
    @Option(names = "--folder", required = true, description = "The tip process's folder.")
    private Path folder = Path.of(".");

    @Option(names = "--mailbox", required = true, description = "As the tip's exhibit names it.")
    private String mailbox = "";

    @Option(
        names = "--mailbox-key",
        required = true,
        description = "As the tip's exhibit names it.")
    private String mailboxKey = "";

    @Option(names = "--text-file", required = true, description = "The answer.")
    private Path text = Path.of(".");

    /** Made by picocli. */
    Reply() {}

    @Override
    public Integer call() throws IOException {
      List<String> lines = Files.readAllLines(text);
      TipDesk.reply(
          new TipFolder(folder),
          new Tip.Mailbox(mailbox, mailboxKey),
          String.join("\n", lines),
          Clock.systemUTC().instant());
      return ExitCode.OK;
    }
  }
}
