package dev.sextant.records.search;

import com.sun.management.OperatingSystemMXBean;
import dev.sextant.authority.Scope;
import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.RecordQuery;
import dev.sextant.records.RecordText;
import dev.sextant.records.StoredRecord;
import dev.sextant.records.store.Current;
import dev.sextant.records.store.ScopeCheck;
import dev.sextant.records.text.Check;
import dev.sextant.records.text.Language;
import dev.sextant.records.text.SelectorKind;
import dev.sextant.records.text.Sighting;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Digest;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import dev.sextant.terms.Span;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.search.Query;

/**
 * How long searches take on a sealed index of N made-up messages: two words, and phrases, each with
 * all facets counted exactly and the best 50 records in order. Every query is another one, and
 * asked once: no count and no page comes out of a cache of answers.
 *
 * <p>Words follow Zipf's law over a vocabulary of 60,000; a query's words come from a message drawn
 * at random, beyond the 100 most frequent words, which are those a person would not look for. The
 * last line is of these: two drawn from the 100, the worst that two words can be. Arguments: N,
 * queries of each kind, folder (else a temporary one). The index of a folder that has one is used
 * again.
 */
public final class SearchLoad {
  private static final long SEED = 11;
  private static final int VOCABULARY = 60_000;
  private static final int FREQUENT = 100;
  private static final int ACCOUNTS = 5_000;
  private static final int CONVERSATIONS = 700;
  private static final int LANGUAGES = 6;
  private static final Instant BEGIN = Instant.parse("2021-01-01T00:00:00Z");
  private static final int SECONDS = 5 * 365 * 86_400;
  private static final List<String> CODES = List.of("en", "de", "es", "pt", "fr", "unknown");
  private static final Set<Platform> PLATFORMS = Set.of(Platform.TELEGRAM, Platform.X);

  private final int records;
  private final int queries;
  private final Terms terms = new Terms();
  private final String[] words = new String[VOCABULARY];
  private final double[] upTo = new double[VOCABULARY];
  private final Scope scope =
      new Scope(
          Set.of(Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "100")),
          PLATFORMS,
          Span.between(BEGIN, BEGIN.plusSeconds(SECONDS + 86_400L)),
          2);
  private final Mark mark =
      new Mark(new UUID(1, SEED).toString(), ScopeCheck.fingerprint(scope).hex());
  private final ExhibitId exhibit = new ExhibitId(new UUID(2, SEED));
  private final Current current;

  private SearchLoad(int records, int queries) {
    this.records = records;
    this.queries = queries;
    this.current = new Current(new UUID(3, SEED), exhibit, 1, records, 0);
    Random random = new Random(SEED);
    double sum = 0;
    for (int i = 0; i < VOCABULARY; i++) {
      words[i] = word(random);
      sum += 1 / Math.pow(i + 2.7, 1.05);
      upTo[i] = sum;
    }
    for (int i = 0; i < VOCABULARY; i++) {
      upTo[i] /= sum;
    }
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      word.append("bcdfghklmnprstvwz".charAt(random.nextInt(17)));
      word.append("aeiou".charAt(random.nextInt(5)));
      if (random.nextInt(3) == 0) {
        word.append("lnrst".charAt(random.nextInt(5)));
      }
    }
    return word.toString();
  }

  /** Runs it. */
  public static void main(String[] args) throws IOException {
    int records = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    int queries = args.length > 1 ? Integer.parseInt(args[1]) : 1_000;
    boolean kept = args.length > 2;
    Path folder = kept ? Path.of(args[2]) : Files.createTempDirectory("sextant-search-load");
    try {
      new SearchLoad(records, queries).run(folder, System.out);
    } finally {
      if (!kept) {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    }
  }

  private int ranked(Random random) {
    int at = Arrays.binarySearch(upTo, random.nextDouble());
    return Math.min(at < 0 ? -at - 1 : at, VOCABULARY - 1);
  }

  private int[] said(int number) {
    Random random = new Random(SEED * 1_000_003 + number);
    int[] said = new int[3 + random.nextInt(14)];
    for (int i = 0; i < said.length; i++) {
      said[i] = ranked(random);
    }
    return said;
  }

  private StoredRecord record(int number) {
    Random random = new Random(SEED * 2_000_003 + number);
    StringBuilder text = new StringBuilder();
    for (int word : said(number)) {
      text.append(text.isEmpty() ? "" : " ").append(words[word]);
    }
    AccountRef author = account(random);
    Locator at =
        new Locator(
            Digest.of("exhibit".getBytes(StandardCharsets.UTF_8)),
            "chat-" + number % CONVERSATIONS,
            number * 200L,
            number * 200L + 199,
            "");
    Header header =
        new Header(
            author.platform(),
            at,
            ClaimedTime.utc(
                BEGIN.plusSeconds(random.nextInt(SECONDS)), "", ClaimedTime.Precision.SECOND),
            Map.of());
    Record message =
        new Record.Message(
            header,
            new ConversationRef(
                author.platform(),
                ConversationRef.Kind.GROUP,
                "c" + number % CONVERSATIONS,
                "Group " + number % CONVERSATIONS),
            author,
            List.of(account(random)),
            Integer.toString(number),
            text.toString(),
            null,
            null,
            null,
            List.of(),
            List.of());
    return new StoredRecord(message.id(0), exhibit, 1, 0, message, BEGIN);
  }

  private static AccountRef account(Random random) {
    // A few people write most of what is written.
    int number = (int) (ACCOUNTS * Math.pow(random.nextDouble(), 3));
    return AccountRef.ofId(
        number % 3 == 0 ? Platform.X : Platform.TELEGRAM,
        Integer.toString(1000 + number),
        "handle_" + number,
        "Person " + number);
  }

  /* What a machine would read in the words; reading it is measured apart. */
  private static RecordText read(Record record) {
    int hash = record.words().hashCode() & 0x7fffffff;
    List<RecordText.Seen> seen = new ArrayList<>();
    if (hash % 20 == 0) {
      seen.add(seen(SelectorKind.PHONE, "+4420794609" + hash % 100));
    }
    if (hash % 33 == 0) {
      seen.add(seen(SelectorKind.URL, "https://example.org/" + hash % 1000));
    }
    return new RecordText(new Language(CODES.get(hash % LANGUAGES), 0.9), seen);
  }

  private static RecordText.Seen seen(SelectorKind kind, String value) {
    return new RecordText.Seen(
        RecordText.WORDS, new Sighting(kind, "made up", 0, 1, value, Check.NONE));
  }

  private void run(Path folder, PrintStream out) throws IOException {
    BlockCache cache = new BlockCache(BlockCache.share());
    try (CaseIndex index =
        new CaseIndex(folder, terms, () -> SearchLoad::read, new byte[32], cache)) {
      long begun = System.nanoTime();
      index.ensure(
          mark,
          List.of(current),
          (c, taker) -> {
            for (int i = 0; i < records; i++) {
              taker.accept(record(i));
            }
          },
          Progress.silent());
      double seconds = (System.nanoTime() - begun) / 1e9;
      out.printf(
          "index of %,d records: %.1f s (%,.0f a second, made up as they come), %,d bytes sealed%n",
          records, seconds, records / seconds, bytes(folder));
      Level searcher = (Level) index.searchers().acquire();
      try {
        out.printf(
            "segments %d, memory for opened blocks %,d bytes%n",
            searcher.getIndexReader().leaves().size(), BlockCache.share());
        long opened = System.nanoTime();
        searcher.accounts();
        searcher.tuples();
        out.printf("numbering of accounts and tuples: %.1f ms, once%n", millis(opened));
        measure(searcher, "to warm up", queries / 4, r -> asked(false, r), SEED + 1, out);
        measure(searcher, "two words", queries, r -> asked(false, r), SEED + 2, out);
        measure(searcher, "phrase of two", queries, r -> asked(true, r), SEED + 3, out);
        measure(searcher, "two frequent", queries / 4, this::frequent, SEED + 4, out);
      } finally {
        index.searchers().release(searcher);
      }
    }
  }

  private static long bytes(Path folder) throws IOException {
    long all = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        all += Files.size(file);
      }
    }
    return all;
  }

  private static double millis(long since) {
    return (System.nanoTime() - since) / 1e6;
  }

  private void measure(
      Level searcher,
      String name,
      int times,
      Function<Random, String> asked,
      long seed,
      PrintStream out)
      throws IOException {
    Random random = new Random(seed);
    double[] took = new double[times];
    // Of all threads: two may work on one search.
    OperatingSystemMXBean machine =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long found = 0;
    long before = machine.getProcessCpuTime();
    for (int i = 0; i < times; i++) {
      RecordQuery query = RecordQuery.of(asked.apply(random));
      long begun = System.nanoTime();
      Hits hits = search(searcher, query);
      took[i] = millis(begun);
      found += hits.total();
    }
    out.printf("%-14s %5d queries, %,.0f found on average%n", name, times, (double) found / times);
    spread("by the clock", took, out);
    // On a machine with other work the clock shows who else waits; the processor's time does not.
    out.printf(
        "  %-17s %7.2f ms on average%n",
        "by the processor", (machine.getProcessCpuTime() - before) / 1e6 / times);
  }

  private static void spread(String what, double[] millis, PrintStream out) {
    Arrays.sort(millis);
    int times = millis.length;
    out.printf(
        "  %-17s p50 %7.2f ms   p90 %7.2f   p99 %7.2f   most %7.2f%n",
        what,
        millis[times / 2],
        millis[times * 9 / 10],
        millis[times * 99 / 100],
        millis[times - 1]);
  }

  private String asked(boolean phrase, Random random) {
    while (true) {
      int[] said = said(random.nextInt(records));
      int at = random.nextInt(said.length - 1);
      int other = phrase ? at + 1 : random.nextInt(said.length);
      if (said[at] >= FREQUENT && said[other] >= FREQUENT && said[at] != said[other]) {
        String both = words[said[at]] + " " + words[said[other]];
        return phrase ? '"' + both + '"' : both;
      }
    }
  }

  /* Two of the words that everybody says: more records are found than anybody looks at. */
  private String frequent(Random random) {
    int one = random.nextInt(FREQUENT);
    int other = random.nextInt(FREQUENT - 1);
    return words[one] + " " + words[other < one ? other : other + 1];
  }

  private Hits search(Level searcher, RecordQuery asked) throws IOException {
    List<Current> all = List.of(current);
    Query words =
        Words.query(asked.words(), terms, List.of(RecordDocument.TEXT, RecordDocument.NAMES));
    Query guard = searcher.within(Guarded.guard(mark, scope, all));
    Guarded guarded = new Guarded(guard, asked, words);
    return CaseIndexes.search(searcher, guarded, new Cursor(mark, all, asked), asked, terms);
  }
}
