package dev.sextant.linkage.explain;

import dev.sextant.linkage.metric.Bits;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/**
 * The catalogue of one language: sentences and how numbers are written. Names of levels are in a
 * part of their own; a level without a translation is shown as the comparison names it.
 */
public final class Words {
  private final Properties sentences;
  private final Language language;

  /** Languages that explanations are written in. */
  public enum Language {
    /** English. */
    EN,
    /** Spanish. */
    ES,
    /** Portuguese. */
    PT,
    /** French. */
    FR;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private Words(Language language, Properties sentences) {
    this.language = language;
    this.sentences = sentences;
  }

  /** The catalogue of a language. */
  public static Words of(Language language) {
    Properties sentences = new Properties();
    load(sentences, "words_" + language.code());
    if (language != Language.EN) {
      load(sentences, "levels_" + language.code());
    }
    return new Words(language, sentences);
  }

  private static void load(Properties into, String name) {
    try (InputStream in =
        Objects.requireNonNull(
            Words.class.getResourceAsStream(name + ".properties"), "shipped with the library")) {
      into.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("a resource of the library cannot be read", e);
    }
  }

  /** The language. */
  public Language language() {
    return language;
  }

  /** A sentence with its gaps filled. */
  String say(String key, Object... values) {
    String sentence = Objects.requireNonNull(sentences.getProperty(key), key);
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', from)) {
      out.append(sentence, from, open).append(values[sentence.charAt(open + 1) - '0']);
      from = open + 3;
    }
    return out.append(sentence, from, sentence.length()).toString();
  }

  /** The name of a level. */
  String level(String name) {
    return sentences.getProperty("level." + name.replace(' ', '_'), name);
  }

  /** Bits with a sign and two decimals. */
  String bits(int fixed) {
    String text = String.format(Locale.ROOT, "%+.2f", Bits.shown(fixed));
    return local(text.equals("-0.00") ? "+0.00" : text);
  }

  /** Bits without a sign. */
  String length(int fixed) {
    return local(String.format(Locale.ROOT, "%.2f", Bits.shown(Math.abs(fixed))));
  }

  /** A probability; never shown as certain, for none is. */
  String probability(double p) {
    if (p > 0.9999) {
      return "> " + percent("99.99");
    }
    return p < 0.0001
        ? "< " + percent("0.01")
        : percent(String.format(Locale.ROOT, "%.2f", 100 * p));
  }

  /** A share, to three significant digits. */
  String share(double share) {
    BigDecimal percent =
        new BigDecimal(share * 100).round(new MathContext(3, RoundingMode.HALF_EVEN));
    String text = percent.stripTrailingZeros().toPlainString();
    return text.length() > 12
        ? local(String.format(Locale.ROOT, "%.1e", share * 100)) + percentSign()
        : percent(text);
  }

  private String percent(String number) {
    return local(number) + percentSign();
  }

  private String percentSign() {
    return language == Language.EN || language == Language.PT ? "%" : "\u00A0%";
  }

  /** How many times, to two significant digits; beyond a million as a power of ten. */
  String times(int fixed) {
    double times = StrictMath.pow(2, Bits.shown(Math.abs(fixed)));
    return number(times);
  }

  /** A number to two significant digits, or three from one to two. */
  String number(double value) {
    if (value >= 1e6) {
      return local(
          "10^" + String.format(Locale.ROOT, "%.1f", StrictMath.log10(value)).replace(".0", ""));
    }
    MathContext digits = new MathContext(value < 2 ? 3 : 2, RoundingMode.HALF_EVEN);
    return local(grouped(new BigDecimal(value).round(digits).stripTrailingZeros().toPlainString()));
  }

  /** A whole number. */
  String whole(long value) {
    return local(grouped(Long.toString(value)));
  }

  /* Groups of three are set apart by "'" here and turned into the language's sign by local. */
  private static String grouped(String digits) {
    int end = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
    StringBuilder out = new StringBuilder(digits);
    for (int at = end - 3; at > 0 && end > 4; at -= 3) {
      out.insert(at, '\'');
    }
    return out.toString();
  }

  private String local(String number) {
    return language == Language.EN
        ? number.replace('\'', ',')
        : number.replace('.', ',').replace('\'', '\u00A0');
  }
}
