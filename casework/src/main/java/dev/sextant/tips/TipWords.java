package dev.sextant.tips;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/**
 * What the tip pages say in one language. Which language is known from the address alone ({@code
 * /es/reply}), never from a header: a header that is not read tells nothing of who sends a tip.
 */
enum TipWords {
  EN(""),
  ES("es"),
  PT("pt"),
  FR("fr");

  private final String code;
  private final Properties words = new Properties();

  TipWords(String code) {
    this.code = code;
    String file = "words_" + tag() + ".properties";
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(TipWords.class.getResourceAsStream(file), file),
            StandardCharsets.UTF_8)) {
      words.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The language of a path such as {@code /es/reply}; English where it names none. */
  static TipWords of(String path) {
    for (TipWords one : values()) {
      if (one != EN && (path.equals("/" + one.code) || path.startsWith("/" + one.code + "/"))) {
        return one;
      }
    }
    return EN;
  }

  /** The language's tag after RFC 5646. */
  String tag() {
    return code.isEmpty() ? "en" : code;
  }

  /** A path of this language: {@code /reply} in Spanish is {@code /es/reply}. */
  String path(String bare) {
    return code.isEmpty() ? bare : "/" + code + bare;
  }

  /** The path without its language. */
  String bare(String path) {
    String rest = code.isEmpty() ? path : path.substring(1 + code.length());
    return rest.isEmpty() ? "/" : rest;
  }

  /** A text by its key, {@code {0}} filled in. */
  String say(String key, Object... values) {
    String text = words.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("the tip pages lack " + key + " in " + tag());
    }
    return values.length == 0 ? text : text.replace("{0}", String.valueOf(values[0]));
  }

  /** What a fault means and its cure; the fault's own English where nobody has explained it. */
  String explain(TipFault fault) {
    String text = words.getProperty("fault." + fault.code());
    return text == null ? fault.what() + ". " + fault.cure() + "." : text;
  }

  /** The keys that this language knows. */
  Set<String> keys() {
    return words.stringPropertyNames();
  }
}
