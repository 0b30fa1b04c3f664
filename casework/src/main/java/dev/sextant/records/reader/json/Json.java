package dev.sextant.records.reader.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON value with the byte range it was read from. */
public sealed interface Json {
  /** First byte within the part. */
  long from();

  /** Byte after the last. */
  long to();

  /** The value as text: a text as it is, everything else as compact JSON. */
  default String raw() {
    if (this instanceof Text text) {
      return text.text();
    }
    StringBuilder out = new StringBuilder();
    JsonText.append(out, this);
    return out.toString();
  }

  /**
   * An object. Of a key that occurs more than once the first stands under its name, the others
   * under {@code key (again)}, {@code key (again) (again)}, so that none is lost.
   *
   * @param fields in the order of the source
   */
  record Obj(Map<String, Json> fields, long from, long to) implements Json {
    /** Copies. */
    public Obj {
      fields = FieldMap.of(fields);
    }

    /** The value under a key, or null. */
    public @Nullable Json get(String key) {
      return fields.get(key);
    }
  }

  /** An array. */
  record Arr(List<Json> items, long from, long to) implements Json {
    /** Copies. */
    public Arr {
      items = List.copyOf(items);
    }
  }

  /** A text, unescaped. */
  record Text(String text, long from, long to) implements Json {}

  /** A number as its digits stand in the source. */
  record Num(String text, long from, long to) implements Json {}

  /** True or false. */
  record Bool(boolean value, long from, long to) implements Json {}

  /** Null. */
  record Null(long from, long to) implements Json {}
}
