package dev.sextant.records.reader.html;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One piece of an HTML text, with the bytes it was read from. */
public sealed interface HtmlToken {
  /** First byte within the part. */
  long from();

  /** Byte after the last. */
  long to();

  /**
   * An element begins.
   *
   * @param name lower case
   * @param attributes names in lower case, values decoded; of a name given twice the first counts,
   *     as browsers have it
   * @param empty true if nothing can be inside: a void element, or one written {@code <x/>}
   */
  record Start(String name, Map<String, String> attributes, boolean empty, long from, long to)
      implements HtmlToken {
    /** Copies. */
    public Start {
      attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** An attribute, or null. */
    public @Nullable String get(String attribute) {
      return attributes.get(attribute);
    }

    /** An attribute, or the empty text. */
    public String value(String attribute) {
      return attributes.getOrDefault(attribute, "");
    }

    /** True if the element has this class among its classes. */
    public boolean has(String styleClass) {
      return List.of(value("class").trim().split("\\s+")).contains(styleClass);
    }
  }

  /**
   * An element ends.
   *
   * @param name lower case
   */
  record End(String name, long from, long to) implements HtmlToken {}

  /**
   * Characters between tags.
   *
   * @param text character references decoded, blanks as they stand
   */
  record Text(String text, long from, long to) implements HtmlToken {
    /** True if there are only blanks. */
    public boolean blank() {
      return text.isBlank();
    }

    /** The text with each run of blanks made one space, none at the ends, as a page shows it. */
    public String shown() {
      return HtmlText.squeezed(text);
    }
  }
}
