package dev.sextant.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each comparison on cases that a reader can judge. */
class FieldComparisonsTest {
  @ParameterizedTest
  @CsvSource({
    "Jane.Doe@Gmail.com, jane.doe@gmail.com, 0",
    "jane.doe@gmail.com, janedoe+news@googlemail.com, 1",
    "jane.doe@web.de, janedoe@web.de, 4",
    "zorglub77@mail.ru, zorglub77@proton.me, 2",
    "info@acme.example, info@other.example, 5",
    "ann@acme.example, bob@acme.example, 3",
    "ann@gmail.com, bob@gmail.com, 5",
    "mailto:ann@bücher.example, ann@xn--bcher-kva.example, 0"
  })
  void emails(String a, String b, int level) {
    judge("email", Map.of(), a, b, level);
  }

  @ParameterizedTest
  @CsvSource({
    "+49 30 901820, 030 901820, 0",
    "0049-30-901820, +4930901820, 0",
    "+49 30 9018201, +43 30 9018201, 1",
    "+49 30 9018201, +49 40 9018201, 2",
    "+49 171 9018201, +49 171 9018210, 3",
    "+49 171 9018201, +49 171 5556677, 4"
  })
  void phones(String a, String b, int level) {
    judge("phone", Map.of("region", "DE"), a, b, level);
  }

  @ParameterizedTest
  @CsvSource({
    "1980-05-17, 17.05.1980, 0",
    "19800517, 1980-05-17T00:00:00Z, 0",
    "1980-05-07, 1980-07-05, 1",
    "1980-05-17, 1981-05-17, 2",
    "1980-05-17, 1980-05-71, 3",
    "1980-05-17, 1908-05-17, 2",
    "1980-05-17, 1980-05-29, 3",
    "1980-01-01, 1980-11-23, 4",
    "1980, 1980-11-23, 4",
    "1980-05-17, 1946-05-17, 5",
    "1980-05-17, 1980-11-30, 6",
    "1980-05-17, 1979-11-30, 7",
    "1980-05-17, 1960-11-30, 8"
  })
  void dates(String a, String b, int level) {
    judge("date", Map.of(), a, b, level);
  }

  @Test
  void datesOfOtherOrdersAndColumns() {
    Comparison<Dates.Day> american = comparison("date", Map.of("order", "mdy"), Corpus.NONE);
    assertThat(american.prepare(List.of("05/07/1980"))).isEqualTo(new Dates.Day(1980, 5, 7));
    assertThat(american.prepare(List.of("17/05/1980"))).isEqualTo(new Dates.Day(1980, 5, 17));
    assertThat(american.prepare(List.of("1980", "5", "7"))).isEqualTo(new Dates.Day(1980, 5, 7));
    assertThat(american.prepare(List.of("unknown"))).isNull();
    assertThat(american.prepare(List.of("1980-02-31"))).isEqualTo(new Dates.Day(1980, 2, 0));
    Comparison<Dates.Day> known = comparison("date", Map.of("january-first", "known"), Corpus.NONE);
    assertThat(known.prepare(List.of("1980-01-01"))).isEqualTo(new Dates.Day(1980, 1, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "SW1A 1AA, sw1a1aa, 0",
    "SW1A 1AA, SW1A 1AB, 1",
    "SW1A 1AA, SW1A 2BB, 2",
    "SW1A 1AA, SW9 2BB, 3",
    "90210-1234, 90210, 0",
    "K1A 0B1, K1A 9Z9, 2",
    "1012 AB, 1012 XY, 2",
    "10115, 80331, 4"
  })
  void postcodes(String a, String b, int level) {
    judge("postcode", Map.of(), a, b, level);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "St. Petersburg | Saint Petersburg | 0",
        "Москва | Moskva | 0",
        "Leeds, Yorkshire | Yorkshire, Leeds | 1",
        "Leeds, Yorkshire | Leeds | 2",
        "Huddersfield | Hudersfield | 3",
        "Leeds, Yorkshire | Leeds, Kent | 4",
        "Leeds, Yorkshire | Hull, Yorkshire | 5",
        "Leeds | Hull | 6"
      })
  void places(String a, String b, int level) {
    judge("place", Map.of(), a, b, level);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "52.5163 13.3777 | 52.5164 13.3778 | 0",
        "52.5163, 13.3777 | 52.5200, 13.3800 | 1",
        "52.5163 13.3777 | 52.4 13.1 | 3",
        "52.5163 13.3777 | 48.1 11.5 | 5"
      })
  void coordinates(String a, String b, int level) {
    judge("coordinates", Map.of(), a, b, level);
  }

  @Test
  void nowhereIsNoPoint() {
    Comparison<Coordinates.Point> points = comparison("coordinates", Map.of(), Corpus.NONE);
    assertThat(points.prepare(List.of("0", "0"))).isNull();
    assertThat(points.prepare(List.of("91", "0"))).isNull();
    assertThat(points.prepare(List.of("x", "0"))).isNull();
    double equator =
        Coordinates.kilometres(new Coordinates.Point(0, 0), new Coordinates.Point(0, 1));
    assertThat(equator).isBetween(111.19, 111.20);
  }

  @ParameterizedTest
  @CsvSource({
    // Published vectors: BIP 173, BIP 350, the first block's address, RFC 9580's sample key.
    "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4, bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4, 0",
    "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa, 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa, 0",
    "0x52908400098527886E0F7030069857D2E4169EE7, 0x52908400098527886e0f7030069857d2e4169ee7, 0",
    "CB18 6C4F 0609 A697 E4D5  2DFA 6C72 2B0C 1F1E 27C1, 0x6c722b0c1f1e27c1, 1",
    "CB186C4F0609A697E4D52DFA6C722B0C1F1E27C1, AB186C4F0609A697E4D52DFA6C722B0C1F1E27C2, 2"
  })
  void keys(String a, String b, int level) {
    judge("key", Map.of(), a, b, level);
  }

  @Test
  void aKeyWithAWrongChecksumSaysNothing() {
    assertThat(Keys.normal("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb")).isNull();
    assertThat(Keys.normal("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5")).isNull();
    assertThat(Keys.normal("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"))
        .startsWith("bech32 ");
    assertThat(Keys.normal("hello")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "f0e1d2c3b4a59687, F0E1D2C3B4A59687, 0",
    "f0e1d2c3b4a59687, f0e1d2c3b4a59684, 1",
    "f0e1d2c3b4a59687, f0e1d2c3b4a596ff, 2",
    "f0e1d2c3b4a59687, 0f1e2d3c4b5a6978, 5"
  })
  void pictures(String a, String b, int level) {
    judge("picture", Map.of(), a, b, level);
  }

  @Test
  void aBlankPictureSaysNothing() {
    Comparison<Long> pictures = comparison("picture", Map.of(), Corpus.NONE);
    assertThat(pictures.prepare(List.of("0000000000000000"))).isNull();
    assertThat(pictures.prepare(List.of("ffffffffffffffff"))).isNull();
    assertThat(pictures.prepare(List.of("picture"))).isNull();
  }

  @Test
  void bios() {
    String key = "CB186C4F0609A697E4D52DFA6C722B0C1F1E27C1";
    judge("bio", Map.of(), "my key " + key, "find me: " + key.toLowerCase(), 0);
    judge(
        "bio",
        Map.of(),
        "see https://www.jane.example/shop/?utm=1 now",
        "http://jane.example/shop",
        1);
    judge("bio", Map.of(), "https://jane.example/a", "https://jane.example/b", 5);
    judge("bio", Map.of(), "follow https://twitter.com/a", "follow https://twitter.com/b", 6);
    String text = "collector of brass sextants and very old maps of the northern sea";
    judge("bio", Map.of(), text, text + "!", 2);
    judge("bio", Map.of(), text, "collector of brass sextants and very old clocks", 3);
    judge("bio", Map.of(), text, "a baker of bread and cakes in the town", 6);
  }

  @Test
  void aPhraseThatAllHaveSaysLittle() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      rows.add(List.of("opinions are my own and retweets are no endorsements, town " + i));
    }
    Comparison<Bios.Text> bios = comparison("bio", Map.of(), Corpus.of(rows));
    String stock = "opinions are my own and retweets are no endorsements";
    Bios.Text a = Ready.of(bios, List.of(stock + ". Keeper of brass sextants in Bergen harbour"));
    Bios.Text b = Ready.of(bios, List.of(stock + ". Painter of small red boats from Cadiz bay"));
    assertThat(bios.level(a, b)).isEqualTo(6);
  }

  @Test
  void neighbours() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      rows.add(List.of("star pal" + i % 150 + " club" + i % 10 + " x" + i + " y" + i));
    }
    Comparison<Neighbours.Circle> circles = comparison("neighbours", Map.of(), Corpus.of(rows));
    Neighbours.Circle a = Ready.of(circles, List.of("star pal1 pal2 pal3 pal4 club1"));
    Neighbours.Circle b = Ready.of(circles, List.of("star;pal1;pal2;pal3;pal9;club2"));
    Neighbours.Circle c = Ready.of(circles, List.of("star,pal100,pal101,pal102,pal103,club1"));
    assertThat(circles.level(a, b)).isZero();
    assertThat(circles.level(a, c)).isEqualTo(3);
    assertThat(circles.prepare(List.of("star pal1"))).as("sparse").isNull();
  }

  @Test
  void hours() {
    String office = "0 0 0 0 0 0 0 2 9 12 14 13 10 12 13 14 12 9 4 2 1 1 0 0";
    String same = "0 0 0 0 0 0 0 4 18 25 26 27 20 25 26 27 23 19 8 4 2 1 0 1";
    String night = "30 31 30 20 10 2 0 0 0 0 0 0 0 0 0 0 0 0 2 5 9 15 20 28";
    judge("hours", Map.of(), office, same, 0);
    judge("hours", Map.of(), office, night, 4);
    Comparison<Hours.Day> days = comparison("hours", Map.of(), Corpus.NONE);
    assertThat(days.prepare(List.of("1 ".repeat(24)))).as("sparse").isNull();
    assertThat(days.prepare(List.of("1 2 3"))).isNull();
  }

  @Test
  void style() {
    List<List<String>> rows = new ArrayList<>();
    for (int writer = 0; writer < 30; writer++) {
      rows.add(List.of(posts(writer, 30, writer % 6)));
    }
    Comparison<Style.Hand> hands = comparison("style", Map.of(), Corpus.of(rows));
    Style.Hand a = Ready.of(hands, List.of(posts(3, 40, 1)));
    Style.Hand b = Ready.of(hands, List.of(posts(3, 40, 2)));
    Style.Hand c = Ready.of(hands, List.of(posts(17, 40, 3)));
    assertThat(hands.level(a, b)).isLessThanOrEqualTo(1);
    assertThat(hands.level(a, c)).isGreaterThanOrEqualTo(3);
    assertThat(hands.prepare(List.of(posts(3, 24, 1)))).as("24 posts").isNull();
    Comparison<Style.Hand> alone = comparison("style", Map.of(), Corpus.NONE);
    assertThat(alone.prepare(List.of(posts(3, 40, 1)))).as("no table").isNull();
  }

  /* Writers differ in how often they use each of sixteen words; topics differ in the rest. */
  private static String posts(int writer, int posts, int topic) {
    String[] words = {
      "the", "and", "but", "indeed", "well", "of", "never", "often", "quite", "so", "that", "which",
      "really", "then", "also", "just"
    };
    Random likes = new Random(1000 + writer);
    double[] weight = new double[words.length];
    for (int i = 0; i < weight.length; i++) {
      weight[i] = Math.pow(likes.nextDouble(), 3);
    }
    Random random = new Random(writer * 31L + topic);
    StringBuilder text = new StringBuilder();
    for (int post = 0; post < posts; post++) {
      for (int word = 0; word < 20; word++) {
        int i = random.nextInt(words.length);
        text.append(random.nextDouble() < weight[i] ? words[i] : "topic" + topic).append(' ');
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static <V> void judge(
      String name, Map<String, ?> options, String a, String b, int level) {
    Comparison<V> comparison = comparison(name, options, Corpus.NONE);
    V left = Ready.of(comparison, List.of(a));
    V right = Ready.of(comparison, List.of(b));
    assertThat(left).as(a).isNotNull();
    assertThat(right).as(b).isNotNull();
    assertThat(comparison.levels().get(comparison.level(left, right)))
        .as(a + " | " + b)
        .isEqualTo(comparison.levels().get(level));
    assertThat(comparison.level(right, left)).isEqualTo(level);
    assertThat(comparison.level(left, left)).as("with itself").isLessThanOrEqualTo(level);
  }

  @SuppressWarnings("unchecked")
  private static <V> Comparison<V> comparison(String name, Map<String, ?> options, Corpus corpus) {
    return (Comparison<V>) Comparisons.standard().make(name, options, corpus);
  }
}
