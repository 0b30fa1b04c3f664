package dev.sextant.records.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.records.RecordFault;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  private static final Terms TERMS = new Terms();
  private static final List<String> FIELDS = List.of("text");

  private static Query query(String words) {
    return Words.query(words, TERMS, FIELDS);
  }

  @Test
  void nothingIsEverything() {
    assertThat(query("")).isInstanceOf(MatchAllDocsQuery.class);
    assertThat(query("  \t\n")).isInstanceOf(MatchAllDocsQuery.class);
  }

  @Test
  void operatorsBindAsWritten() {
    assertThat(words(query("van keys"))).containsExactly("+van", "+keys");
    assertThat(words(query("van AND keys"))).containsExactly("+van", "+keys");
    assertThat(words(query("van OR keys"))).containsExactly("(+van)", "(+keys)");
    assertThat(words(query("a1 OR b1 c1"))).containsExactly("(+a1)", "(+b1 +c1)");
    assertThat(words(query("-van"))).containsExactly("-van", "#*:*");
    assertThat(words(query("van -\"two keys\""))).containsExactly("+van", "-\"two keys\"");
    assertThat(words(query("deliv* ORchid"))).containsExactly("+deliv*", "+orchid");
  }

  /* Each clause of a query with the first form of each word, which is the word itself. */
  private static List<String> words(Query query) {
    return ((BooleanQuery) query).clauses().stream().map(WordsTest::clause).toList();
  }

  private static String clause(BooleanClause clause) {
    String sign =
        switch (clause.occur()) {
          case MUST -> "+";
          case MUST_NOT -> "-";
          case FILTER -> "#";
          case SHOULD -> "";
        };
    return sign + plain(clause.query());
  }

  private static String plain(Query query) {
    return switch (query) {
      case BooleanQuery all -> words(all).stream().collect(Collectors.joining(" ", "(", ")"));
      case SynonymQuery any -> first(any.getTerms().stream());
      case MultiPhraseQuery phrase ->
          Arrays.stream(phrase.getTermArrays())
                  .map(terms -> first(Arrays.stream(terms)))
                  .collect(Collectors.joining(" ", "\"", "\""))
              + (phrase.getSlop() > 0 ? "~" + phrase.getSlop() : "");
      default -> query.toString("text");
    };
  }

  private static String first(Stream<Term> terms) {
    return terms.map(Term::text).filter(t -> t.charAt(0) >= ' ').findFirst().orElseThrow();
  }

  @Test
  void aWordIsLookedForInAllItsForms() {
    String typed = query("keys").toString();
    assertThat(typed)
        .contains("text:keys")
        .contains("text:" + Forms.stem("en", "kei"))
        .contains("text:" + Forms.stem("es", "key"))
        .contains("text:" + Terms.look("keys"));
    assertThat(TERMS.in("en").of("The KEYS of P\u0430yp\u0430l")).contains("keys", "pаypаl");
    assertThat(plain(only("\"van keys\"~5"))).isEqualTo("\"van keys\"~5");
  }

  private static Query only(String words) {
    return ((BooleanQuery) query(words)).clauses().getFirst().query();
  }

  @Test
  void whatLooksLikeSyntaxIsWords() {
    assertThat(words(query("authority:7"))).containsExactly("+\"authority 7\"");
    assertThat(words(query("from: anna"))).containsExactly("+from", "+anna");
    assertThat(words(query("/home/anna"))).containsExactly("+\"home anna\"");
    assertThat(words(query("10/12"))).containsExactly("+\"10 12\"");
    assertThat(words(query("and or not"))).containsExactly("+and", "+or", "+not");
  }

  @Test
  void fieldsNarrow() {
    assertThat(only("kind:message").toString()).contains("kind:MESSAGE");
    assertThat(only("platform:Telegram").toString()).contains("platform:telegram");
    assertThat(only("has:phone").toString()).contains("has:phone");
    assertThat(only("month:2026-03").toString()).contains("month:2026-03");
    assertThat(only("month:2026").toString()).contains("month:2026-*");
    assertThat(only("phone:\"+44 20 7946 0958\"").toString())
        .contains("selector:phone +442079460958");
    assertThat(only("handle:@Anna_B").toString()).contains("selector:handle anna_b");
    assertThat(only("from:\"anna b\"").toString()).contains("by:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "kind:letter|SX-RECORD-QUERY|0",
        "van has:face|SX-RECORD-QUERY|4",
        "month:march|SX-RECORD-QUERY|0",
        "ab~|SX-RECORD-PATTERN|0",
        "abcde~2|SX-RECORD-PATTERN|0",
        "van~7|SX-RECORD-QUERY|4",
        "\"van keys\"~x|SX-RECORD-QUERY|11",
        "\"van keys\"~51|SX-RECORD-QUERY|11",
        "/ab[/|SX-RECORD-PATTERN|0",
        "religion:x|SX-RECORD-SPECIAL|0"
      })
  void refusals(String words, String code, int place) {
    assertThatThrownBy(() -> query(words))
        .isInstanceOfSatisfying(
            RecordFault.BadQuery.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.position()).isEqualTo(place);
            });
  }

  @Test
  void patternsThatGrowAreRefusedInTime() {
    // Of this thread alone: what else the machine does is no fault of ours.
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long begun = clock.getCurrentThreadCpuTime();
    assertThatThrownBy(() -> query("/(a|b)*a(a|b){60}/"))
        .isInstanceOfSatisfying(
            RecordFault.BadQuery.class, e -> assertThat(e.code()).isEqualTo("SX-RECORD-PATTERN"));
    assertThat(only("/ka[rs]l.?/")).isInstanceOf(AutomatonQuery.class);
    assertThat(Duration.ofNanos(clock.getCurrentThreadCpuTime() - begun))
        .isLessThan(Duration.ofSeconds(5));
  }

  /** Whatever is typed, the answer is a query or a fault with a place within the text. */
  @Test
  void nothingTypedBreaksIt() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    String[] pieces = {
      "a",
      "van",
      " ",
      " ",
      "\"",
      "(",
      ")",
      "-",
      "*",
      "OR",
      "AND",
      ":",
      "\\",
      "ü",
      "东京",
      "😀",
      "\ud800",
      "\u0000",
      "\u202e",
      "123",
      "+44",
      "@x",
      "/",
      "~",
      "~2",
      "/a.b/",
      "kind:post",
      "has:",
      "from:x",
      "[",
      "{2}"
    };
    int good = 0;
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(14); i > 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      try {
        assertThat(query(text.toString())).isNotNull();
        good++;
      } catch (RecordFault.BadQuery e) {
        assertThat(e.position()).as(text.toString()).isBetween(0, text.length());
      }
    }
    assertThat(good).isBetween(1_000, 19_000);
  }
}
