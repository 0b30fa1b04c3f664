package dev.sextant.records.search;

import dev.sextant.records.Facets;
import dev.sextant.records.PictureHash;
import dev.sextant.records.RecordFault;
import dev.sextant.records.RecordKind;
import dev.sextant.records.text.SelectorKind;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Fields that a person may name in a query. They narrow; no field widens the scope. */
final class Fields {
  private static final Set<String> NAMES =
      Set.of("from", "platform", "kind", "lang", "month", "has", "same");

  private static final int LIKENESS_DIGITS = 16;
  private static final int DIGEST_DIGITS = 64;

  private Fields() {}

  /** Whether there is a field of this name. */
  static boolean known(String name) {
    return NAMES.contains(name) || SelectorKind.of(name).isPresent();
  }

  /**
   * Records that have the value.
   *
   * @param place in what was typed
   * @throws RecordFault.BadQuery if the field cannot have it
   */
  static Query query(String name, String value, Terms terms, int place) {
    if (value.isBlank()) {
      throw new RecordFault.BadQuery("a value is missing", place, "write one after the colon");
    }
    String lower = value.toLowerCase(Locale.ROOT);
    return switch (name) {
      case "from" -> from(value, terms, place);
      case "platform" -> exact(RecordDocument.PLATFORM, lower);
      case "kind" -> exact(RecordDocument.KIND, kind(value, place));
      case "lang" -> exact(RecordDocument.LANGUAGE, lower);
      case "month" -> month(lower, place);
      case "has" -> exact(RecordDocument.HAS, selectorKind(lower, place));
      case "same" -> same(lower, place);
      default -> selector(SelectorKind.of(name).orElseThrow(), value);
    };
  }

  private static Query from(String value, Terms terms, int place) {
    List<String> words = terms.of(value);
    if (words.isEmpty()) {
      throw new RecordFault.BadQuery("there is no name in this", place, "write a name or handle");
    }
    return weightless(Words.near(RecordDocument.BY, words, 0));
  }

  private static String kind(String value, int place) {
    String upper = value.toUpperCase(Locale.ROOT);
    return Arrays.stream(RecordKind.values())
        .map(Enum::name)
        .filter(upper::equals)
        .findFirst()
        .orElseThrow(() ->
            new RecordFault.BadQuery(
                "no such kind of record",
                place,
                "use one of " + Arrays.toString(RecordKind.values())));
  }

  private static Query month(String value, int place) {
    if (value.matches("[0-9]{4}")) {
      return weightless(new PrefixQuery(new Term(RecordDocument.MONTH, value + "-")));
    }
    if (!value.matches("[0-9]{4}-[0-9]{2}") && !value.equals(Facets.NO_MONTH)) {
      throw new RecordFault.BadQuery("no such month", place, "write it as 2026-03, or none");
    }
    return exact(RecordDocument.MONTH, value);
  }

  private static String selectorKind(String value, int place) {
    Optional<SelectorKind> kind = SelectorKind.of(value);
    if (kind.isEmpty()) {
      throw new RecordFault.BadQuery(
          "no such kind of selector",
          place,
          "use one of "
              + Arrays.stream(SelectorKind.values())
                  .map(SelectorKind::word)
                  .collect(Collectors.joining(", ")));
    }
    return kind.get().word();
  }

  /* Sixteen digits are a picture's likeness, sixty-four a file's digest. */
  private static Query same(String value, int place) {
    boolean digits = value.chars().allMatch(HexFormat::isHexDigit);
    if (digits && value.length() == LIKENESS_DIGITS) {
      return weightless(SamePicture.query(PictureHash.of(value)));
    }
    if (digits && value.length() == DIGEST_DIGITS) {
      return exact(RecordDocument.FILE, value);
    }
    throw new RecordFault.BadQuery(
        "neither a picture's likeness nor a file's digest",
        place,
        "give the 16 hexadecimal digits of a likeness, or the 64 of a SHA-256");
  }

  private static Query selector(SelectorKind kind, String value) {
    boolean prefix = value.length() > 3 && value.endsWith("*");
    String plain = prefix ? value.substring(0, value.length() - 1) : value;
    String written =
        switch (kind) {
          case HANDLE -> plain.startsWith("@") ? plain.substring(1) : plain;
          case PHONE, IBAN -> plain.replaceAll("[ ()-]", "");
          default -> plain;
        };
    String indexed = RecordDocument.key(Words.selector(kind, written));
    return prefix
        ? weightless(new PrefixQuery(new Term(RecordDocument.SELECTOR, indexed)))
        : exact(RecordDocument.SELECTOR, indexed);
  }

  private static Query exact(String field, String value) {
    return weightless(new TermQuery(new Term(field, value)));
  }

  /* To have a value is no better or worse a fit. */
  private static Query weightless(Query query) {
    return new BoostQuery(new ConstantScoreQuery(query), 0);
  }
}
