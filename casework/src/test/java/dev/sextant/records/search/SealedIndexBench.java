package dev.sextant.records.search;

import dev.sextant.authority.Scope;
import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.RecordKind;
import dev.sextant.records.RecordQuery;
import dev.sextant.records.RecordText;
import dev.sextant.records.StoredRecord;
import dev.sextant.records.store.Current;
import dev.sextant.records.store.ScopeCheck;
import dev.sextant.records.text.Selectors;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Digest;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import dev.sextant.terms.Span;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.Directory;

/**
 * What sealing the index costs: the same records and queries on a plain and a sealed folder, in
 * turn within one run. By hand: arguments are the number of records and of rounds. Results and
 * machine are noted in {@code bench/results}.
 */
final class SealedIndexBench {
  private static final long SEED = 7;
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final int ACCOUNTS = 400;
  private static final Selectors SELECTORS = new Selectors("");
  private static final Function<Record, RecordText> READING = r -> RecordText.of(r, SELECTORS);
  private static final Set<Platform> PLATFORMS = Set.of(Platform.TELEGRAM, Platform.X);

  private final int records;
  private final int rounds;
  private final List<String> sentences = new ArrayList<>();
  private final Terms terms = new Terms();
  private final Scope scope =
      new Scope(
          Set.of(Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "100")),
          PLATFORMS,
          Span.between(BEGIN, BEGIN.plusSeconds(400L * 86_400)),
          2);
  private final Mark mark =
      new Mark(UUID.randomUUID().toString(), ScopeCheck.fingerprint(scope).hex());
  private final ExhibitId exhibit = ExhibitId.random();
  private final Current current;

  private SealedIndexBench(int records, int rounds) throws IOException {
    this.records = records;
    this.rounds = rounds;
    this.current = new Current(UUID.randomUUID(), exhibit, 1, records, 0);
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                SealedIndexBench.class.getResourceAsStream("/dev/sextant/training/chatter.txt"),
                StandardCharsets.UTF_8))) {
      in.lines()
          .filter(l -> !l.startsWith("#") && !l.startsWith("@") && l.contains("|"))
          .forEach(l -> sentences.add(l.substring(l.lastIndexOf('|') + 1)));
    }
  }

  public static void main(String[] arguments) throws Exception {
    int records = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
    new SealedIndexBench(records, rounds).run(System.out);
  }

  private StoredRecord record(int number, Random random) {
    AccountRef author = account(random.nextInt(ACCOUNTS));
    String said =
        sentences.get(random.nextInt(sentences.size()))
            + " "
            + sentences.get(random.nextInt(sentences.size()))
            + (random.nextInt(50) == 0 ? " ref" + number : "");
    Platform platform = author.platform();
    Locator at =
        new Locator(
            Digest.of(("exhibit").getBytes(StandardCharsets.UTF_8)),
            "chat-" + number % 97,
            number * 200L,
            number * 200L + 199,
            "");
    Header header =
        new Header(
            platform,
            at,
            ClaimedTime.utc(
                BEGIN.plusSeconds(random.nextInt(300 * 86_400)), "", ClaimedTime.Precision.SECOND),
            Map.of());
    Record message =
        new Record.Message(
            header,
            new ConversationRef(
                platform, ConversationRef.Kind.GROUP, "c" + number % 97, "Group " + number % 97),
            author,
            List.of(account(random.nextInt(ACCOUNTS))),
            Integer.toString(number),
            said,
            null,
            null,
            null,
            List.of(),
            List.of());
    return new StoredRecord(message.id(0), exhibit, 1, 0, message, BEGIN);
  }

  private static AccountRef account(int number) {
    return AccountRef.ofId(
        number % 3 == 0 ? Platform.X : Platform.TELEGRAM,
        Integer.toString(1000 + number),
        "handle_" + number,
        "Person " + number);
  }

  private Map<String, RecordQuery> queries() {
    Map<String, RecordQuery> all = new LinkedHashMap<>();
    all.put("one word", RecordQuery.of("bicycle"));
    all.put("two words", RecordQuery.of("van key"));
    all.put("phrase", RecordQuery.of("\"back at\""));
    all.put("beginning", RecordQuery.of("ba*"));
    all.put("either, without", RecordQuery.of("(rain OR tyre) -gloves"));
    all.put("rare word", RecordQuery.of("ref" + records / 2 / 50 * 50));
    all.put(
        "account, newest first",
        RecordQuery.all()
            .account(account(3).accountKey())
            .sorted(RecordQuery.Sort.TIME_DESCENDING));
    all.put(
        "window and kind",
        RecordQuery.all()
            .kinds(Set.of(RecordKind.MESSAGE))
            .window(Span.between(BEGIN.plusSeconds(864_000), BEGIN.plusSeconds(1_728_000))));
    all.put("everything, page 200", RecordQuery.all().page(10_000, 50));
    return all;
  }

  private void run(PrintStream out) throws IOException {
    Path folder = Files.createTempDirectory("sextant-index-bench");
    byte[] key = new byte[32];
    new Random(SEED).nextBytes(key);
    UnaryOperator<Directory> asIs = directory -> directory;
    try (CaseIndex warm = built(folder.resolve("warm"), asIs, 20_000, out, "warm-up");
        CaseIndex plain = built(folder.resolve("plain"), asIs, records, out, "plain");
        CaseIndex sealed =
            built(
                folder.resolve("sealed"),
                directory -> new SealedDirectory(directory, key),
                records,
                out,
                "sealed");
        CaseIndex again = built(folder.resolve("again"), asIs, records, out, "plain, again")) {
      out.printf("%-24s %12s %12s %8s%n", "query", "plain us", "sealed us", "ratio");
      List<Double> ratios = new ArrayList<>();
      for (Map.Entry<String, RecordQuery> one : queries().entrySet()) {
        double[] a = new double[rounds];
        double[] b = new double[rounds];
        for (int round = -20; round < rounds; round++) {
          double first = micros(plain, one.getValue());
          double second = micros(sealed, one.getValue());
          if (round >= 0) {
            a[round] = first;
            b[round] = second;
          }
        }
        double ratio = median(b) / median(a);
        ratios.add(ratio);
        out.printf("%-24s %12.0f %12.0f %8.2f%n", one.getKey(), median(a), median(b), ratio);
      }
      out.printf(
          "median of the ratios     %34.2f%n",
          median(ratios.stream().mapToDouble(Double::doubleValue).toArray()));
    }
    out.printf(
        "on disk: plain %d bytes, sealed %d bytes%n",
        bytes(folder.resolve("plain")), bytes(folder.resolve("sealed")));
    cold(folder, key, out);
  }

  /* Nothing opened yet: what the first query of a day costs. */
  private void cold(Path folder, byte[] key, PrintStream out) throws IOException {
    double[] a = new double[15];
    double[] b = new double[15];
    for (int round = 0; round < a.length; round++) {
      try (CaseIndex plain = new CaseIndex(folder.resolve("plain"), terms, () -> READING, d -> d)) {
        a[round] = micros(plain, RecordQuery.of("van key"));
      }
      try (CaseIndex sealed =
          new CaseIndex(
              folder.resolve("sealed"), terms, () -> READING, d -> new SealedDirectory(d, key))) {
        b[round] = micros(sealed, RecordQuery.of("van key"));
      }
    }
    out.printf(
        "first query after opening %11.0f %12.0f %8.2f%n",
        median(a), median(b), median(b) / median(a));
  }

  private CaseIndex built(
      Path folder, UnaryOperator<Directory> sealing, int some, PrintStream out, String name)
      throws IOException {
    CaseIndex index = new CaseIndex(folder, terms, () -> READING, sealing);
    Random random = new Random(SEED);
    long begun = System.nanoTime();
    index.ensure(
        mark,
        List.of(current),
        (of, taker) -> {
          for (int i = 0; i < some; i++) {
            taker.accept(record(i, random));
          }
        },
        Progress.silent());
    out.printf(
        "indexed %d records, %s: %d ms%n", some, name, (System.nanoTime() - begun) / 1_000_000);
    return index;
  }

  private double micros(CaseIndex index, RecordQuery query) throws IOException {
    Level kept = (Level) index.searchers().acquire();
    try {
      // A searcher of its own: otherwise the second time would measure what the first one kept.
      Level searcher = new Level(kept.getIndexReader());
      searcher.setQueryCache(null);
      long begun = System.nanoTime();
      Query words =
          Words.query(query.words(), terms, List.of(RecordDocument.TEXT, RecordDocument.NAMES));
      Guarded guarded = new Guarded(Guarded.guard(mark, scope, List.of(current)), query, words);
      Cursor cursor = new Cursor(mark, List.of(current), query);
      CaseIndexes.search(searcher, guarded, cursor, query, terms);
      return (System.nanoTime() - begun) / 1000.0;
    } finally {
      index.searchers().release(kept);
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      long sum = 0;
      for (Path file : files.toList()) {
        sum += Files.size(file);
      }
      return sum;
    }
  }
}
