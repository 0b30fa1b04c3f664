package dev.sextant.records.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.RecordFault;
import java.util.List;
import java.util.Random;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.junit.jupiter.api.Test;

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
    assertThat(query("van keys")).hasToString("+text:van +text:keys");
    assertThat(query("van AND keys")).hasToString("+text:van +text:keys");
    assertThat(query("van OR keys")).hasToString("(+text:van) (+text:keys)");
    assertThat(query("a1 OR b1 c1")).hasToString("(+text:a1) (+text:b1 +text:c1)");
    assertThat(query("-van")).hasToString("-text:van #*:*");
    assertThat(query("van -\"two keys\"")).hasToString("+text:van -text:\"two keys\"");
    assertThat(query("deliv* ORchid")).hasToString("+text:deliv* +text:orchid");
  }

  @Test
  void whatLooksLikeSyntaxIsWords() {
    assertThat(query("authority:7")).hasToString("+text:\"authority 7\"");
    assertThat(query("a1~2 /bb/")).isNotNull();
    assertThat(query("and or not")).hasToString("+text:and +text:or +text:not");
  }

  /** Whatever is typed, the answer is a query or a fault with a place within the text. */
  @Test
  void nothingTypedBreaksIt() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    String[] pieces = {
      "a", "van", " ", " ", "\"", "(", ")", "-", "*", "OR", "AND", ":", "\\", "ü", "东京", "😀",
      "\ud800", "\u0000", "\u202e", "123", "+44", "@x", "/"
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
