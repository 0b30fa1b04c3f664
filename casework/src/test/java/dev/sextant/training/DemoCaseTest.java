package dev.sextant.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ExhibitSource;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo case is what it says it is, as the program's own readers see it. */
class DemoCaseTest {
  @TempDir static Path folder;
  static DemoCase demo;
  static final List<ReadTrial> TRIALS = new ArrayList<>();

  @BeforeAll
  static void write() throws IOException {
    demo = DemoCase.write(folder.resolve("demo"), 7);
    for (DemoCase.Export export : demo.exports()) {
      TRIALS.add(ReadTrial.of(export.file()));
    }
  }

  private static Stream<Record> records() {
    return TRIALS.stream().flatMap(t -> t.records.stream());
  }

  @Test
  void sameSeedSameBytes() throws IOException {
    DemoCase again = DemoCase.write(folder.resolve("again"), 7);
    DemoCase other = DemoCase.write(folder.resolve("other"), 8);
    assertThat(digests(again.folder())).isEqualTo(digests(demo.folder()));
    assertThat(digests(other.folder())).isNotEqualTo(digests(demo.folder()));
    assertThat(digests(DemoCase.write(folder.resolve("again"), 7).folder()))
        .isEqualTo(digests(demo.folder()));
  }

  private static Map<String, Digest> digests(Path root) throws IOException {
    Map<String, Digest> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        digests.put(root.relativize(file).toString(), Digest.of(Files.readAllBytes(file)));
      }
    }
    return digests;
  }

  @Test
  void everyExportReadsWithoutFaultOrUnknown() {
    assertThat(TRIALS)
        .extracting(ReadTrial::reader)
        .containsExactly(
            "telegram-desktop", "whatsapp-text", "whatsapp-text", "x-archive", "meta-download");
    for (ReadTrial trial : TRIALS) {
      assertThat(trial.faults).as(trial.reader()).isEmpty();
      assertThat(trial.unknowns).as(trial.reader()).isEmpty();
      assertThat(trial.outcome().stopped()).as(trial.reader()).isEmpty();
    }
  }

  @Test
  void fiveThousandMessagesOfTwentyFivePeople() throws IOException {
    long messages =
        records()
            .filter(Record.Message.class::isInstance)
            .map(Record.Message.class::cast)
            .filter(m -> m.action() == null)
            .count();
    assertThat(messages).isEqualTo(5000);
    Map<String, Object> truth = truth();
    assertThat((List<?>) truth.get("people")).hasSize(25);
    Cast cast = Cast.load();
    assertThat(cast.accounts()).hasSizeBetween(38, 44);
    assertThat(cast.accounts().stream().map(Cast.Account::platform).distinct()).hasSize(4);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> truth() throws IOException {
    String text = Files.readString(demo.folder().resolve("truth.json"));
    return (Map<String, Object>)
        (Map<String, ?>)
            CanonicalJson.readObject(
                text.strip().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void nobodyIsReal() throws IOException {
    for (Cast.Account account : Cast.load().accounts()) {
      assertThat(account.phone())
          .as(account.id())
          .matches("|\\+447700900\\d{3}|\\+442079460\\d{3}|\\+120255501\\d{2}");
      assertThat(account.email()).as(account.id()).matches("|.+@example\\.org");
      assertThat(account.handle()).as(account.id()).matches("|fxn_.+");
    }
  }

  @Test
  void plantedPhrasesOccurOnce() {
    for (DemoCase.Planted planted : demo.planted()) {
      assertThat(records().filter(r -> r.words().contains(planted.phrase())))
          .as(planted.phrase())
          .hasSize(1)
          .allSatisfy(r -> {
            Instant at = r.header().claimed().instant();
            // WhatsApp's clock has no zone in the file; none of these is from WhatsApp.
            assertThat(at).isNotNull();
            assertThat(inScope(r)).isTrue();
          });
    }
  }

  @Test
  void factsLieWhereTruthSays() throws IOException {
    Set<String> telegramIds = new HashSet<>();
    TRIALS.getFirst().of(Record.Message.class).stream()
        .filter(m -> m.messageId() != null)
        .forEach(m -> telegramIds.add(m.messageId() + " " + m.text()));
    int checked = 0;
    for (Object one : (List<?>) java.util.Objects.requireNonNull(truth().get("facts"))) {
      Map<?, ?> fact = (Map<?, ?>) one;
      if ("telegram".equals(fact.get("platform"))) {
        assertThat(telegramIds).contains(fact.get("message") + " " + fact.get("text"));
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(30);
  }

  @Test
  void theAliasIsTheSameVerifiedNumberTwice() {
    for (String key : List.of(demo.alias().accountA(), demo.alias().accountB())) {
      assertThat(
              records()
                  .filter(Record.Profile.class::isInstance)
                  .map(Record.Profile.class::cast)
                  .filter(p -> p.account().accountKey().equals(key))
                  .flatMap(p -> p.selectors().stream())
                  .filter(s -> s.verified() && s.selector().type() == SelectorType.PHONE)
                  .map(s -> s.selector().value())
                  .distinct())
          .as(key)
          .containsExactly("+447700900142");
    }
  }

  @Test
  void muchIsOutsideTheAuthority() {
    List<Record> messages = records().filter(Record.Message.class::isInstance).toList();
    long early =
        messages.stream()
            .map(r -> r.header().claimed().instant())
            .filter(t -> t != null && !demo.contentWindow().contains(t))
            .count();
    long inside = messages.stream().filter(DemoCaseTest::inScope).count();
    assertThat(early).isGreaterThan(300);
    assertThat(inside).isBetween(1500L, 3500L);
    assertThat(TRIALS.get(2).records).noneMatch(DemoCaseTest::inScope);
  }

  /* As the authority's scope reads a record, but for time that WhatsApp does not place. */
  private static boolean inScope(Record record) {
    Instant at = record.header().claimed().instant();
    if (at != null && !demo.contentWindow().contains(at)) {
      return false;
    }
    ConversationRef conversation = record.inConversation();
    Set<Selector> involved = new HashSet<>();
    if (conversation != null) {
      involved.add(Selector.of(SelectorType.GROUP, conversation.platform(), conversation.key()));
    }
    for (AccountRef account : record.accounts()) {
      switch (account.basis()) {
        case PLATFORM_ID ->
            involved.add(Selector.of(SelectorType.PLATFORM_ID, account.platform(), account.key()));
        case HANDLE ->
            involved.add(Selector.of(SelectorType.HANDLE, account.platform(), account.key()));
        case PHONE -> involved.add(Selector.of(SelectorType.PHONE, account.key()));
        case DISPLAY_NAME, LABEL -> {}
      }
    }
    return involved.stream().anyMatch(demo.selectors()::contains);
  }

  @Test
  void theBrokerStandsBetweenWithAndWithoutTheAlias() {
    for (boolean joined : new boolean[] {true, false}) {
      Map<String, Set<String>> ties = ties(joined);
      Map<String, Double> between = betweenness(ties);
      List<Map.Entry<String, Double>> ranked =
          between.entrySet().stream()
              .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
              .toList();
      assertThat(ranked.getFirst().getKey()).isEqualTo(demo.alias().accountA());
      assertThat(ranked.get(0).getValue())
          .as("%s", ranked.subList(0, 4))
          .isGreaterThan(2 * ranked.get(1).getValue());
    }
  }

  @Test
  void theBrokerWritesLittleInTheGroups() {
    for (String group : List.of("channel99200000001", "chat99200000003")) {
      Map<String, Long> by = new HashMap<>();
      TRIALS.getFirst().of(Record.Message.class).stream()
          .filter(m -> m.conversation().key().equals(group))
          .filter(m -> m.action() == null)
          .forEach(
              m -> m.accounts().stream().limit(1).forEach(a -> by.merge(a.key(), 1L, Long::sum)));
      long all = by.values().stream().mapToLong(Long::longValue).sum();
      assertThat(by.getOrDefault("99100000002", 0L)).isBetween(2L, all / 12);
    }
  }

  /* Messages to recipients, replies, mentions, follows and groups of up to fifty, in scope. */
  private static Map<String, Set<String>> ties(boolean joined) {
    Map<String, Set<String>> ties = new TreeMap<>();
    Map<String, Set<String>> groups = new TreeMap<>();
    Map<String, String> authorOf = new HashMap<>();
    List<Record> seen = records().filter(DemoCaseTest::inScope).toList();
    for (Record record : seen) {
      if (record instanceof Record.Message m && m.author() != null && m.action() == null) {
        authorOf.put(
            m.conversation().conversationKey() + "/" + m.messageId(), name(m.author(), joined));
      }
    }
    for (Record record : seen) {
      switch (record) {
        case Record.Message m when m.author() != null && m.action() == null -> {
          String from = name(m.author(), joined);
          m.recipients().forEach(r -> tie(ties, from, name(r, joined)));
          m.mentions().forEach(r -> tie(ties, from, name(r, joined)));
          String answered = authorOf.get(m.conversation().conversationKey() + "/" + m.replyTo());
          if (m.replyTo() != null && answered != null) {
            tie(ties, from, answered);
          }
          if (m.conversation().kind() == ConversationRef.Kind.GROUP) {
            groups
                .computeIfAbsent(m.conversation().conversationKey(), k -> new TreeSet<>())
                .add(from);
          }
        }
        case Record.Post p when p.author() != null ->
            p.mentions().forEach(r -> tie(ties, name(p.author(), joined), name(r, joined)));
        case Record.Follow f -> tie(ties, name(f.from(), joined), name(f.to(), joined));
        default -> {}
      }
    }
    groups.values().forEach(g -> g.forEach(a -> g.forEach(b -> tie(ties, a, b))));
    return ties;
  }

  private static String name(AccountRef account, boolean joined) {
    String key = account.accountKey();
    return joined && key.equals(demo.alias().accountB()) ? demo.alias().accountA() : key;
  }

  private static void tie(Map<String, Set<String>> ties, String a, String b) {
    if (!a.equals(b)) {
      ties.computeIfAbsent(a, k -> new TreeSet<>()).add(b);
      ties.computeIfAbsent(b, k -> new TreeSet<>()).add(a);
    }
  }

  /* Brandes, "A faster algorithm for betweenness centrality", DOI 10.1080/0022250X.2001.9990249. */
  private static Map<String, Double> betweenness(Map<String, Set<String>> ties) {
    Map<String, Double> between = new TreeMap<>();
    for (String source : ties.keySet()) {
      Map<String, Integer> far = new HashMap<>(Map.of(source, 0));
      Map<String, Double> ways = new HashMap<>(Map.of(source, 1.0));
      Map<String, List<String>> before = new HashMap<>();
      List<String> order = new ArrayList<>();
      Deque<String> queue = new ArrayDeque<>(List.of(source));
      while (!queue.isEmpty()) {
        String v = queue.poll();
        order.add(v);
        for (String w : ties.getOrDefault(v, Set.of())) {
          if (!far.containsKey(w)) {
            far.put(w, far.getOrDefault(v, 0) + 1);
            queue.add(w);
          }
          if (far.getOrDefault(w, 0) == far.getOrDefault(v, 0) + 1) {
            ways.merge(w, ways.getOrDefault(v, 0.0), Double::sum);
            before.computeIfAbsent(w, k -> new ArrayList<>()).add(v);
          }
        }
      }
      Map<String, Double> share = new HashMap<>();
      for (String w : order.reversed()) {
        for (String v : before.getOrDefault(w, List.of())) {
          double part =
              ways.getOrDefault(v, 0.0)
                  / ways.getOrDefault(w, 1.0)
                  * (1 + share.getOrDefault(w, 0.0));
          share.merge(v, part, Double::sum);
        }
        if (!w.equals(source)) {
          between.merge(w, share.getOrDefault(w, 0.0) / 2, Double::sum);
        }
      }
    }
    return between;
  }

  @Test
  void sourcesOpenAsTheFrameworkOpensThem() throws IOException {
    for (DemoCase.Export export : demo.exports()) {
      try (ExhibitSource source = ExhibitSource.open(export.file(), Limits.standard())) {
        assertThat(source.setAside()).isEmpty();
        assertThat(source.name()).isEqualTo(export.sourceName());
      }
    }
  }
}
