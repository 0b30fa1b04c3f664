package dev.sextant.records.reader.dyi;

import dev.sextant.records.reader.archive.Times;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.Mojibake;
import dev.sextant.terms.ClaimedTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of any section says, whichever of Meta's shapes it has ({@code string_map_data},
 * {@code string_list_data}, {@code label_values}, {@code data}, plain fields, a block of a page):
 * every value under the names that lead to it, the time, and the address.
 *
 * @param time the entry's own time, else the first one in it
 * @param title the entry's heading, or the empty text
 * @param href the first address in it, or null
 * @param values every value by its path; repaired
 */
record Gist(ClaimedTime time, String title, @Nullable String href, Map<String, String> values) {
  private static final int DEEPEST = 8;

  private static final Pattern TIME_NAME =
      Pattern.compile("(?:.*[_.])?(?:timestamp(?:_ms|_value)?|time|date|created_at|taken_at)");

  /** Own times first: those of things inside the entry come after. */
  private static final List<String> OWN_TIME =
      List.of(
          "timestamp",
          "timestamp_ms",
          "creation_timestamp",
          "created_timestamp",
          "added_timestamp",
          "start_timestamp",
          "updated_timestamp",
          "updated_time",
          "created_time",
          "created_at",
          "time",
          "date");

  static Gist of(Json value) {
    Map<String, String> values = new LinkedHashMap<>();
    flatten(value, "", values, 0);
    return of(values);
  }

  static Gist of(Map<String, String> values) {
    String href = null;
    for (Map.Entry<String, String> one : values.entrySet()) {
      boolean address = one.getValue().startsWith("http") && !one.getValue().contains(" ");
      if (href == null && (address || last(one.getKey()).equals("href"))) {
        href = one.getValue();
      }
    }
    return new Gist(timeOf(values), values.getOrDefault("title", ""), href, values);
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static ClaimedTime timeOf(Map<String, String> values) {
    for (String own : OWN_TIME) {
      ClaimedTime time = Times.utc(values.getOrDefault(own, ""));
      if (time.instant() != null) {
        return time;
      }
    }
    for (Map.Entry<String, String> one : values.entrySet()) {
      if (TIME_NAME.matcher(one.getKey()).matches()) {
        ClaimedTime time = Times.utc(one.getValue());
        if (time.instant() != null) {
          return time;
        }
      }
    }
    return ClaimedTime.none();
  }

  private static void flatten(Json value, String path, Map<String, String> into, int depth) {
    switch (value) {
      case Json.Obj o when depth < DEEPEST -> object(o, path, into, depth);
      case Json.Arr a when depth < DEEPEST -> {
        for (Json one : a.items()) {
          flatten(one, path, into, depth + 1);
        }
      }
      case Json.Null n -> {
        // Says what absence says.
      }
      default -> put(into, path.isEmpty() ? "value" : path, Mojibake.repair(value.raw()));
    }
  }

  private static void object(Json.Obj o, String path, Map<String, String> into, int depth) {
    Fields f = new Fields(o);
    String label = f.text("label");
    boolean labelled =
        label != null && (f.has("value") || f.has("timestamp_value") || f.has("href"));
    if (labelled && label != null) {
      String own = Mojibake.repair(label);
      String name = path.isEmpty() ? own : path + "." + own;
      String stamp = f.text("timestamp_value");
      put(into, name, Mojibake.repair(f.textOrEmpty("value")));
      put(into, name + ".timestamp_value", stamp == null || stamp.equals("0") ? "" : stamp);
      put(into, name + ".href", f.textOrEmpty("href"));
      f.known("label", "value", "timestamp_value", "href");
      f.rest().keySet().forEach(k -> flattenField(o, k, name + "." + k, into, depth));
      return;
    }
    String heading = f.textOrEmpty("title");
    if (o.get("dict") != null || o.get("vec") != null) {
      // A group of labels: its title or label names the group, it is no value.
      String named = Mojibake.repair(heading.isEmpty() && label != null ? label : heading);
      String below = named.isEmpty() ? path : path.isEmpty() ? named : path + "." + named;
      for (String name : o.fields().keySet()) {
        boolean names = name.equals("title") || name.equals("label");
        boolean list = name.equals("dict") || name.equals("vec");
        if (!names) {
          flattenField(o, name, list ? below : below + "." + name, into, depth);
        }
      }
      return;
    }
    for (String name : o.fields().keySet()) {
      String shown = Mojibake.repair(name);
      boolean wrapper = name.equals("string_map_data") || name.equals("label_values");
      String below = wrapper ? path : path.isEmpty() ? shown : path + "." + shown;
      flattenField(o, name, below, into, depth);
    }
  }

  private static void flattenField(
      Json.Obj o, String name, String path, Map<String, String> into, int depth) {
    Json value = o.get(name);
    if (value != null) {
      flatten(value, path, into, depth + 1);
    }
  }

  private static void put(Map<String, String> into, String path, String text) {
    if (text.isEmpty() || (text.equals("0") && TIME_NAME.matcher(path).matches())) {
      return; // Written where there is nothing.
    }
    String free = path;
    while (into.containsKey(free)) {
      free += " (again)";
    }
    into.put(free, text);
  }

  /** The first value whose last name is one of these, in any case; the empty text if none. */
  String any(String... names) {
    for (String name : names) {
      for (Map.Entry<String, String> one : values.entrySet()) {
        String path = one.getKey();
        String own = path.endsWith(".value") ? path.substring(0, path.length() - 6) : path;
        if (last(own).equalsIgnoreCase(name)) {
          return one.getValue();
        }
      }
    }
    return "";
  }

  /** The first value that is of a form, whatever its name; null if none. */
  @Nullable String like(Pattern form) {
    return values.values().stream().filter(v -> form.matcher(v).matches()).findFirst().orElse(null);
  }
}
