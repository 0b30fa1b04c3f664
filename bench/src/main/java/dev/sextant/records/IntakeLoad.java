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
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import dev.sextant.terms.Span;
import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * How fast an export comes in, from its first byte to the first search: sealing (hash, encryption,
 * disk), reading in the child process, scope check, sealing of every record, COPY, and the index.
 * The export is a chat of Telegram Desktop's layout with made-up words. A whole house with a real
 * database. Prints seconds and processor seconds of each part.
 */
public final class IntakeLoad {
  private static final int MESSAGES = 300_000;
  private static final double SECOND = 1e9;

  private static final String[] WORDS =
      ("the and you that was for are with his they this have from one had word but not what all were"
              + " when your can said there use each which she how their will other about out many then"
              + " them these some her would make like him into time has look two more write see number"
              + " way could people than first water been call who oil its now find long down day did"
              + " get come made may part morgen heute wieder kommen Strasse Hafen Schiff Ware bezahlt"
              + " mañana puerto dinero coche llamada casa noche trabajo amigo tiempo Lieferung")
          .split(" ");

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
    // One named account and no quota: what the demo's authority allows ends after some thousands.
    Selector named =
        draft.bounds().scope().selectors().stream()
            .filter(s -> s.type() == SelectorType.PLATFORM_ID)
            .filter(s -> Platform.TELEGRAM.equals(s.platform()))
            .findFirst()
            .orElseThrow();
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
                        Set.of(named),
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
    write(export, messages, "user1", Instant.parse("2025-01-01T00:00:00Z"), 60);
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
    Scope scope = permit.scope();
    Selector named =
        scope.selectors().stream()
            .filter(s -> s.type() == SelectorType.PLATFORM_ID)
            .filter(s -> Platform.TELEGRAM.equals(s.platform()))
            .findFirst()
            .orElseThrow();
    Span window = scope.contentWindow();
    Instant from = window.from() == null ? Instant.parse("2025-01-01T00:00:00Z") : window.from();
    long seconds =
        window.to() == null ? 10_000_000 : window.to().getEpochSecond() - from.getEpochSecond();
    Path export = home.resolve("result.json");
    write(export, messages, named.value(), from, Math.max(1, seconds * 1000 / messages));
    out.printf("%,d messages, %,d bytes%n", messages, Files.size(export));

    long start = System.nanoTime();
    Exhibit exhibit;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(export), 1 << 16)) {
      Acquisition how =
          new Acquisition("UPLOAD", "bench/1", permit.actor(), Instant.now(), "result.json", null);
      exhibit = house.rooms().custody().seal(permit, how, in, Progress.silent());
    }
    double sealing = (System.nanoTime() - start) / SECOND;
    start = System.nanoTime();
    ReadReport report = house.rooms().records().read(permit, exhibit.id(), Progress.silent());
    double reading = (System.nanoTime() - start) / SECOND;
    start = System.nanoTime();
    RecordQuery query = RecordQuery.of("Lieferung").page(0, 10);
    int found = house.rooms().records().search(permit, query).found().size();
    double indexing = (System.nanoTime() - start) / SECOND;
    double all = sealing + reading + indexing;
    out.printf(
        "sealed %.2f s, read and stored %.2f s, indexed %.2f s%n", sealing, reading, indexing);
    out.printf(
        "all %.2f s, %,.0f messages a second; %s; found %d%n",
        all, messages / all, report.counts(), found);
  }

  private static void write(Path to, int messages, String user, Instant from, long step)
      throws IOException {
    Random random = new Random(20261122);
    DateTimeFormatter local =
        DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);
    try (BufferedWriter out = Files.newBufferedWriter(to)) {
      out.write(
          "{\n \"name\": \"Load\",\n \"type\": \"private_supergroup\",\n \"id\": 4711,\n \"messages\": [\n");
      for (int i = 0; i < messages; i++) {
        Instant at = from.plusMillis(step * i);
        StringBuilder text = new StringBuilder();
        for (int w = 3 + random.nextInt(17); w > 0; w--) {
          text.append(WORDS[random.nextInt(WORDS.length)]).append(w > 1 ? " " : "");
        }
        String id = random.nextInt(4) == 0 ? "user" + (1000 + random.nextInt(5000)) : user;
        out.write(
            """
              {
               "id": %d,
               "type": "message",
               "date": "%s",
               "date_unixtime": "%d",
               "from": "Person %s",
               "from_id": "%s",
               "reply_to_message_id": %d,
               "text": [{"type": "mention_name", "text": "you", "user_id": %s}, " %s"],
               "text_entities": [
                {
                 "type": "plain",
                 "text": "%s"
                }
               ]
              }%s
            """
                .formatted(
                    i + 1,
                    local.format(at),
                    at.getEpochSecond(),
                    id,
                    id,
                    Math.max(1, i - 3),
                    user.replace("user", ""),
                    text,
                    text,
                    i + 1 < messages ? "," : ""));
      }
      out.write(" ]\n}\n");
    }
  }
}
