package dev.sextant.records;

import dev.sextant.app.HomeFolder;
import dev.sextant.app.House;
import dev.sextant.app.flow.Demo;
import dev.sextant.authority.Authorities;
import dev.sextant.authority.AuthorityDraft;
import dev.sextant.authority.CaseFile;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Principle;
import dev.sextant.authority.Purpose;
import dev.sextant.authority.Scope;
import dev.sextant.custody.Acquisition;
import dev.sextant.custody.Exhibit;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.Readers;
import dev.sextant.records.reader.Reading;
import dev.sextant.records.reader.SilentEvents;
import dev.sextant.records.reader.Target;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import dev.sextant.terms.Span;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How fast an export comes in, from its first byte to the first search: sealing (hash, encryption,
 * disk), reading in the child process, scope check, sealing of every record, COPY, and the index.
 * The export is a chat of Telegram Desktop's layout with made-up words. A whole house with a real
 * database. Prints seconds and processor seconds of each part.
 */
public final class IntakeLoad {
  private static final int MESSAGES = 300_000;
  private static final int STEPS = 10;
  private static final double SECOND = 1e9;

  private IntakeLoad() {}

  /**
   * Runs it.
   *
   * @param args how many messages; then the home to make or use, else a temporary one; then {@code
   *     parse} to read in this process only, without a house
   */
  public static void main(String[] args) throws IOException {
    int messages = args.length > 0 ? Integer.parseInt(args[0]) : MESSAGES;
    Path home = args.length > 1 ? Path.of(args[1]) : Files.createTempDirectory("sextant-intake");
    if (args.length > 2 && args[2].equals("parse")) {
      parse(messages, home, System.out);
      return;
    }
    HomeFolder folder = new HomeFolder(home);
    if (!Files.exists(folder.trainingMark())) {
      Files.createDirectories(home);
      Files.createFile(folder.trainingMark());
    }
    try (House house = House.open(folder, Optional.empty(), Clock.systemUTC())) {
      Permit permit = permit(house);
      run(house, permit, messages, home, System.out);
    }
  }

  private static Permit permit(House house) throws IOException {
    if (house.authority().people().byLogin("ana").isEmpty()) {
      new Demo(house, line -> {}, Progress.silent()).play();
    }
    ActorId analyst = house.authority().people().byLogin("ana").orElseThrow().id();
    CaseFile demo = house.authority().cases().cases(analyst).getFirst();
    AuthorityDraft draft =
        house
            .authority()
            .authorities()
            .authorities(analyst, demo.id())
            .getFirst()
            .document()
            .draft();
    // Everybody who speaks in the chat is named: a group as a whole wants a judge's word besides.
    Set<Selector> named =
        Chatter.people().stream()
            .map(id -> new Selector(SelectorType.PLATFORM_ID, Platform.TELEGRAM, id))
            .collect(Collectors.toSet());
    ActorId officer = house.authority().people().byLogin("olga").orElseThrow().id();
    CaseId load = house.authority().cases().open(officer, "Load " + UUID.randomUUID());
    Authorities authorities = house.authority().authorities();
    AuthorityId authority =
        authorities.draft(
            analyst,
            new AuthorityDraft(
                load,
                draft.basis(),
                draft.principles(),
                new AuthorityDraft.Bounds(
                    new Scope(
                        named,
                        Set.of(Platform.TELEGRAM),
                        draft.bounds().scope().contentWindow(),
                        1),
                    draft.bounds().operationWindow(),
                    draft.bounds().methods(),
                    draft.bounds().hopLimit(),
                    new AuthorityDraft.Quota(0, 0, 0)),
                draft.duties()));
    for (Principle principle : Principle.values()) {
      authorities.signPrinciple(analyst, authority, principle);
    }
    authorities.submit(analyst, authority);
    authorities.approve(
        officer, authority, "A load run on made-up messages; nobody in them is real.");
    return authorities.permit(analyst, authority, new Purpose("Measure how fast exports come in"));
  }

  private static void parse(int messages, Path folder, PrintStream out) throws IOException {
    Files.createDirectories(folder);
    Path export = folder.resolve("result.json");
    Chatter.write(export, messages, Instant.parse("2025-01-01T00:00:00Z"), 60);
    Reading reading = Reading.prepare();
    for (int round = 0; round < 3; round++) {
      long start = System.nanoTime();
      try (var source = dev.sextant.records.reader.ExhibitSource.open(export, Limits.standard())) {
        Readers.all().read(source, new SilentEvents());
      }
      double here = (System.nanoTime() - start) / SECOND;
      start = System.nanoTime();
      reading.run(Target.plain(export), Limits.standard(), new SilentEvents());
      double child = (System.nanoTime() - start) / SECOND;
      double megabytes = Files.size(export) / 1e6;
      out.printf(
          "parsing alone, one thread, with SHA-256: %.2f s, %.0f MB/s, %.0f messages/s; through the"
              + " child process %.2f s, %.0f messages/s%n",
          here, megabytes / here, messages / here, child, messages / child);
    }
  }

  private static void run(House house, Permit permit, int messages, Path home, PrintStream out)
      throws IOException {
    Span window = permit.scope().contentWindow();
    Instant from = window.from() == null ? Instant.parse("2025-01-01T00:00:00Z") : window.from();
    long seconds =
        window.to() == null ? 10_000_000 : window.to().getEpochSecond() - from.getEpochSecond();
    Path export = home.resolve("result.json");
    Chatter.write(export, messages, from, Math.max(1, seconds * 1000 / messages));
    out.printf("%,d messages, %,d bytes%n", messages, Files.size(export));

    Processor begun = Processor.now(home);
    long start = System.nanoTime();
    Exhibit exhibit;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(export), 1 << 16)) {
      Acquisition how =
          new Acquisition("UPLOAD", "bench/1", permit.actor(), Instant.now(), "result.json", null);
      exhibit = house.rooms().custody().seal(permit, how, in, Progress.silent());
    }
    double sealing = (System.nanoTime() - start) / SECOND;
    Processor sealed = Processor.now(home);
    start = System.nanoTime();
    ReadReport report =
        house.rooms().records().read(permit, exhibit.id(), steps(home, messages, out));
    double reading = (System.nanoTime() - start) / SECOND;
    Processor read = Processor.now(home);
    start = System.nanoTime();
    RecordQuery query = RecordQuery.of("Lieferung").page(0, 10);
    long found = house.rooms().records().search(permit, query).total();
    double searching = (System.nanoTime() - start) / SECOND;
    Processor searched = Processor.now(home);
    double all = sealing + reading + searching;
    told(out, "sealed", sealing, sealed.since(begun), messages);
    told(out, "read, stored, indexed", reading, read.since(sealed), messages);
    told(out, "first search", searching, searched.since(read), messages);
    told(out, "all", all, searched.since(begun), messages);
    searched
        .since(begun)
        .threads()
        .forEach((kind, used) -> {
          if (used > 0.3) {
            out.printf("    %-20s %7.2f s%n", kind, used);
          }
        });
    out.printf("%s; found %,d%n", report.counts(), found);
  }

  /* What each tenth costs: the first ones pay for programs that are still being compiled. */
  private static Progress steps(Path home, int messages, PrintStream out) {
    Processor[] last = {null};
    long[] next = {0};
    return (done, total, unit) -> {
      if (!unit.equals("bytes") || total <= 0 || done * STEPS < next[0] * total) {
        return;
      }
      try {
        Processor now = Processor.now(home);
        if (last[0] != null) {
          Processor used = now.since(last[0]);
          double each = STEPS * 1e6 / messages;
          out.printf(
              "  to %3d%%: house %.1f, reader %.1f, database %.1f us a message; SHA-256 of 64 MiB"
                  + " takes %.0f ms%n",
              100 * next[0] / STEPS,
              used.own() * each,
              used.children() * each,
              used.database() * each,
              yardstick());
        }
        last[0] = Processor.now(home);
        next[0]++;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  /* A machine that is shared is not as fast at all times: processor seconds are to be read beside
   * what the same work costs at the same moment. In milliseconds of processor. */
  private static double yardstick() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    byte[] block = new byte[1 << 20];
    MessageDigest sha = Digest.sha256();
    for (int i = 0; i < 64; i++) {
      sha.update(block);
    }
    sha.digest();
    return (threads.getCurrentThreadCpuTime() - before) / 1e6;
  }

  private static void told(
      PrintStream out, String what, double seconds, Processor used, int messages) {
    out.printf(
        "%-22s %7.2f s, %,9.0f a second; processor %6.2f s (house %.2f, reader %.2f, database %.2f),"
            + " %.1f us a message%n",
        what,
        seconds,
        messages / seconds,
        used.all(),
        used.own(),
        used.children(),
        used.database(),
        used.all() * 1e6 / messages);
  }
}
