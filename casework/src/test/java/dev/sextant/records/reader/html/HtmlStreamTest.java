package dev.sextant.records.reader.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.reader.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked // What is null where it must not be fails the test by itself.
class HtmlStreamTest {
  private static final String PAGE =
      """
      <!DOCTYPE html><html><head><meta charset="utf-8"><style>div > p { x: "<b>" }</style>
      <script>if (a < b) { document.write("</div>"); }</script></head>
      <body><!-- a <b>comment</b> -- > still --><div class="t o" data-x='1 &amp; 2'>Zoë &lt;3&nbsp;🚲
      <br/><a href=x?a=1&b=2>5 < 6</a></div></body></html>
      """;

  private static HtmlStream open(byte[] bytes, Limits limits) throws IOException {
    return HtmlStream.of(
        new ByteArrayInputStream(bytes), Arrays.copyOf(bytes, bytes.length), limits);
  }

  private static List<HtmlToken> tokens(byte[] bytes) {
    try (HtmlStream in = open(bytes, Limits.standard())) {
      List<HtmlToken> all = new ArrayList<>();
      for (HtmlToken t = in.next(); t != null; t = in.next()) {
        all.add(t);
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String slice(byte[] bytes, HtmlToken t, Charset charset) {
    return new String(bytes, (int) t.from(), (int) (t.to() - t.from()), charset);
  }

  @Test
  void tellsTagsAndTextsWithTheirBytes() {
    byte[] bytes = PAGE.getBytes(StandardCharsets.UTF_8);
    List<HtmlToken> all = tokens(bytes);
    HtmlToken.Start div =
        all.stream()
            .filter(HtmlToken.Start.class::isInstance)
            .map(HtmlToken.Start.class::cast)
            .filter(s -> s.name().equals("div"))
            .findFirst()
            .orElseThrow();
    assertThat(slice(bytes, div, StandardCharsets.UTF_8))
        .isEqualTo("<div class=\"t o\" data-x='1 &amp; 2'>");
    assertThat(div.value("data-x")).isEqualTo("1 & 2");
    assertThat(div.has("o")).isTrue();
    assertThat(div.has("t o")).isFalse();
    HtmlToken.Text zoe = (HtmlToken.Text) all.get(all.indexOf(div) + 1);
    assertThat(zoe.shown()).isEqualTo("Zoë <3\u00a0🚲");
    assertThat(slice(bytes, zoe, StandardCharsets.UTF_8)).isEqualTo("Zoë &lt;3&nbsp;🚲\n");
    assertThat(all)
        .filteredOn(HtmlToken.Start.class::isInstance)
        .extracting(t -> ((HtmlToken.Start) t).name())
        .containsExactly("html", "head", "meta", "style", "script", "body", "div", "br", "a");
    assertThat(all)
        .filteredOn(HtmlToken.Text.class::isInstance)
        .extracting(t -> ((HtmlToken.Text) t).shown())
        .contains("5 < 6")
        .noneMatch(t -> t.contains("document.write"));
  }

  @Test
  void halfAPairIsShownAndAWholeOneIsRead() {
    byte[] bytes =
        "<p title='&#55357;x'>&#55357;&#56960; &#xDE80;!</p>".getBytes(StandardCharsets.UTF_8);
    List<HtmlToken> all = tokens(bytes);
    assertThat(((HtmlToken.Start) all.get(0)).value("title")).isEqualTo("\uFFFDx");
    assertThat(((HtmlToken.Text) all.get(1)).shown()).isEqualTo("🚀 \uFFFD!");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8,false,false",
    "UTF-8,true,false",
    "UTF-16LE,true,false",
    "UTF-16BE,true,false",
    "windows-1252,false,true"
  })
  void decidesTheCharacterSet(String name, boolean mark, boolean said) {
    Charset charset = Charset.forName(name);
    String text =
        (mark ? "\uFEFF" : "")
            + (said ? "<meta http-equiv=x content='text/html; charset=windows-1252'>" : "")
            + "<p>été à Zoë</p>";
    byte[] bytes = text.getBytes(charset);
    HtmlToken.Text found =
        (HtmlToken.Text)
            tokens(bytes).stream()
                .filter(HtmlToken.Text.class::isInstance)
                .findFirst()
                .orElseThrow();
    assertThat(found.text()).isEqualTo("été à Zoë");
    assertThat(slice(bytes, found, charset)).isEqualTo("été à Zoë");
  }

  @Test
  void seesAnElementWithWhatIsInIt() throws IOException {
    byte[] bytes =
        "<table><tr><td>one<td>two<tr><td>three</table><p>after".getBytes(StandardCharsets.UTF_8);
    try (HtmlStream in = open(bytes, Limits.standard())) {
      HtmlElement table = HtmlElement.read(in, (HtmlToken.Start) in.next(), Limits.standard());
      assertThat(table.whole()).isTrue();
      assertThat(table.all("tr")).hasSize(2);
      assertThat(table.all("tr").getFirst().elements())
          .extracting(HtmlElement::ownText)
          .containsExactly("one", "two");
      assertThat(table.text()).isEqualTo("one two\nthree");
      assertThat(new String(bytes, 0, (int) table.to(), StandardCharsets.UTF_8))
          .endsWith("</table>");
      assertThat(((HtmlToken.Start) in.next()).name()).isEqualTo("p");
    }
  }

  @Test
  void anElementLeftOpenEndsWithWhatIsAroundIt() throws IOException {
    byte[] bytes = "<div><span>x</div><p>after".getBytes(StandardCharsets.UTF_8);
    try (HtmlStream in = open(bytes, Limits.standard())) {
      in.next();
      HtmlElement span = HtmlElement.read(in, (HtmlToken.Start) in.next(), Limits.standard());
      assertThat(span.text()).isEqualTo("x");
      assertThat(((HtmlToken.End) in.next()).name()).isEqualTo("div");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<div a=", "<div a='x", "<!--", "<script>x", "</div", "<", "<?x", "<div"})
  void bytesThatEndAnywhereAreRead(String text) throws IOException {
    byte[] bytes = ("ok" + text).getBytes(StandardCharsets.UTF_8);
    try (HtmlStream in = open(bytes, Limits.standard())) {
      assertThat(((HtmlToken.Text) in.next()).text()).startsWith("ok");
      while (in.next() != null) {
        assertThat(in.position()).isLessThanOrEqualTo(bytes.length);
      }
      assertThat(in.truncated()).isEqualTo(!text.equals("<"));
    }
  }

  @Test
  void hostileNestingAndSizeAreBounded() throws IOException {
    byte[] bytes = ("<b>".repeat(300_000) + "x".repeat(5000)).getBytes(StandardCharsets.UTF_8);
    Limits limits = Limits.standard();
    try (HtmlStream in = open(bytes, limits)) {
      HtmlElement deep = HtmlElement.read(in, (HtmlToken.Start) in.next(), limits);
      assertThat(deep.text()).hasSize(5000);
      assertThat(deep.whole()).isFalse();
    }
    try (HtmlStream in = open(bytes, limits.withItemBytes(1000))) {
      HtmlElement cut =
          HtmlElement.read(in, (HtmlToken.Start) in.next(), limits.withItemBytes(1000));
      assertThat(cut.whole()).isFalse();
      assertThat(cut.to()).isLessThanOrEqualTo(1000);
      HtmlToken last = null;
      for (HtmlToken t = in.next(); t != null; t = in.next()) {
        last = t;
      }
      assertThat(((HtmlToken.Text) last).text()).hasSize(1000);
      assertThat(in.cut()).isEqualTo(1);
    }
  }

  @Test
  void anyBytesAreReadAndTheirRangesFollowOneAnother() {
    Random random = new Random(20261122);
    byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 2000; round++) {
      byte[] bytes = Arrays.copyOf(page, random.nextInt(page.length + 1));
      for (int i = 0; i < random.nextInt(20) && bytes.length > 0; i++) {
        bytes[random.nextInt(bytes.length)] =
            random.nextBoolean()
                ? (byte) random.nextInt(256)
                : (byte) "<>\"'=/&!-".charAt(random.nextInt(9));
      }
      long at = 0;
      for (HtmlToken t : tokens(bytes)) {
        assertThat(t.from()).isGreaterThanOrEqualTo(at);
        assertThat(t.to()).isGreaterThan(t.from());
        at = t.to();
      }
      assertThat(at).isLessThanOrEqualTo(bytes.length);
    }
  }
}
