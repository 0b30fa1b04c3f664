package dev.sextant.records.reader.archive;

import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object whose fields are found whatever their case, blanks and underscores: platforms change
 * them between versions ({@code Date}, {@code date}; {@code Device Model}, {@code DeviceModel}).
 */
public final class Loose {
  private final Fields fields;
  private final Map<String, String> names = new HashMap<>();

  /** Wraps an object; anything else is an empty one. */
  public Loose(@Nullable Json value) {
    this.fields = Fields.of(value);
    fields.object().fields().keySet().forEach(name -> names.putIfAbsent(flat(name), name));
  }

  private static String flat(String name) {
    StringBuilder out = new StringBuilder(name.length());
    name.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private @Nullable String name(String... wanted) {
    for (String one : wanted) {
      String found = names.get(flat(one));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The fields as they stand. */
  public Fields fields() {
    return fields;
  }

  /** True if one of the fields is there. */
  public boolean has(String... wanted) {
    return name(wanted) != null;
  }

  /** Takes a text or number, null if there is none or it says nothing. */
  public @Nullable String said(String... wanted) {
    for (String one : wanted) {
      String found = names.get(flat(one));
      String text = found == null ? null : fields.text(found);
      if (!Stating.nothing(text)) {
        return text;
      }
    }
    return null;
  }

  /** Takes a text or number; the empty text if there is none. */
  public String text(String... wanted) {
    String said = said(wanted);
    return said == null ? "" : said;
  }

  /** Takes a number; null if there is none. */
  public @Nullable Double number(String... wanted) {
    String found = name(wanted);
    return found == null ? null : fields.number(found);
  }

  /** Takes a value of any kind; null if absent. */
  public @Nullable Json take(String... wanted) {
    String found = name(wanted);
    return found == null ? null : fields.take(found);
  }

  /** Takes true or false; null if it is neither. */
  public @Nullable Boolean yes(String... wanted) {
    String found = name(wanted);
    if (found != null && fields.object().get(found) instanceof Json.Bool b) {
      fields.known(found);
      return b.value();
    }
    return null;
  }

  /** Takes an array's elements; empty if absent. */
  public List<Json> array(String... wanted) {
    String found = name(wanted);
    return found == null ? List.of() : fields.array(found);
  }

  /** An object's fields; an empty one if absent. */
  public Loose object(String... wanted) {
    String found = name(wanted);
    boolean there = found != null && fields.object().get(found) instanceof Json.Obj;
    return new Loose(there && found != null ? fields.take(found) : null);
  }

  /** What nobody took. */
  public Map<String, String> rest() {
    return fields.rest();
  }
}
