package dev.sextant.records;

import dev.sextant.authority.Particulars;
import dev.sextant.terms.Digest;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import dev.sextant.terms.Span;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What queries say to the log and the rules. */
final class Queries {
  /** Normalising may lengthen a selector, which holds 500; longer texts enter by their digest. */
  private static final int MOST_LOGGED = 80;

  private Queries() {}

  static Particulars inputs(RecordQuery query) {
    Particulars inputs =
        Particulars.none()
            .asks(query.words())
            .within(query.platforms(), Span.always())
            .token("sort", query.sort().name())
            .number("from", query.from())
            .number("size", query.size());
    inputs = hashed(inputs, "words", query.words()).asks(query.words());
    inputs = hashed(inputs, "account", query.account());
    inputs = hashed(inputs, "conversation", query.conversation());
    inputs = chosen(inputs, query);
    inputs = inputs.spoken(query.words()).spoken(query.account()).spoken(query.conversation());
    ExhibitId exhibit = query.exhibit();
    inputs = exhibit == null ? inputs : inputs.id("exhibit", exhibit);
    if (!query.kinds().isEmpty()) {
      inputs =
          inputs.token(
              "kinds", query.kinds().stream().map(Enum::name).collect(Collectors.joining("+")));
    }
    return inputs;
  }

  private static Particulars chosen(Particulars inputs, RecordQuery query) {
    Particulars all = inputs;
    Digest like = query.like();
    all = like == null ? all : all.digest("like", like);
    if (query.after() != null) {
      all = all.token("page", "further");
    }
    RecordQuery.Narrowing by = query.narrowed();
    if (!by.languages().isEmpty()) {
      all = all.number("languages", by.languages().size());
    }
    if (!by.months().isEmpty()) {
      all = all.number("months", by.months().size());
    }
    if (!by.selectors().isEmpty()) {
      all = all.number("selectorKinds", by.selectors().size());
    }
    return all;
  }

  static Particulars hashed(Particulars inputs, String name, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return inputs;
    }
    String value = text.length() > MOST_LOGGED ? Digest.ofFields(text).hex() : text;
    return inputs.selector(name, Selector.of(SelectorType.KEYWORD, value));
  }
}
