package dev.sextant.records;

import dev.sextant.records.text.Language;
import dev.sextant.records.text.Languages;
import dev.sextant.records.text.Selectors;
import dev.sextant.records.text.Sighting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a machine reads in the words of a record: derived, never stored as a record, the same
 * whenever it is derived again.
 *
 * @param language of what people wrote in it
 * @param seen selectors in the words, by part and place
 */
public record RecordText(Language language, List<Seen> seen) {
  /** The part that is the record's own words ({@link Record#words}). */
  public static final String WORDS = "words";

  /** Copies. */
  public RecordText {
    seen = List.copyOf(seen);
  }

  /**
   * A selector seen in a part of a record.
   *
   * @param part {@link #WORDS}, or the source's name for an attribute, or {@code object}
   * @param sighting what and where in the part's text
   */
  public record Seen(String part, Sighting sighting) {}

  /** Reads a record's words. */
  public static RecordText of(Record record, Selectors selectors) {
    return of(record, selectors, null);
  }

  /**
   * As {@link #of(Record, Selectors)}, for many records one after the other.
   *
   * @param memory of words heard, or null for none
   */
  public static RecordText of(
      Record record, Selectors selectors, Languages.@Nullable Memory memory) {
    List<Seen> seen = new ArrayList<>();
    parts(record)
        .forEach((part, text) -> selectors.in(text).forEach(s -> seen.add(new Seen(part, s))));
    return new RecordText(Languages.of(record.words(), memory), seen);
  }

  /* What the source itself states as a selector is no sighting: it stands in the profile. */
  private static Map<String, String> parts(Record record) {
    if (!(record instanceof Record.Profile || record instanceof Record.Activity)) {
      return Map.of(WORDS, record.words());
    }
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(WORDS, record.words());
    if (record instanceof Record.Profile profile) {
      profile
          .attributes()
          .forEach((name, value) -> {
            if (!value.equals(record.words())) {
              parts.put(name, value);
            }
          });
    }
    if (record instanceof Record.Activity activity && activity.object() != null) {
      parts.put("object", activity.object());
    }
    return parts;
  }
}
