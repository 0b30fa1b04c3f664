package dev.sextant.records.reader.dyi;

import dev.sextant.records.reader.ClaimedTimes;
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
 * Instagram's {@code string_map_data}: names in the language of the account, each with {@code
 * href}, {@code value} and {@code timestamp}.
 *
 * @param values values by repaired name
 * @param time the first time that any entry gives
 */
record StringMap(Map<String, String> values, ClaimedTime time) {
  private static final Pattern ADDRESS =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]+");

  static StringMap of(Fields map) {
    Map<String, String> values = new LinkedHashMap<>();
    ClaimedTime time = ClaimedTime.none();
    for (Map.Entry<String, Json> entry : map.object().fields().entrySet()) {
      if (!(entry.getValue() instanceof Json.Obj)) {
        continue; // Of no shape known: it stays left over.
      }
      Fields f = map.object(entry.getKey());
      if (f.object().get("href") instanceof Json.Text link && link.text().isBlank()) {
        f.known("href");
      }
      String value = f.textOrEmpty("value");
      values.put(Mojibake.repair(entry.getKey()), Mojibake.repair(value));
      Long seconds = f.whole("timestamp");
      if (time.instant() == null && seconds != null && seconds > 0) {
        time = ClaimedTimes.ofSeconds(seconds, seconds.toString());
      }
    }
    return new StringMap(values, time);
  }

  /** The value under a name, or the empty text. */
  String value(String name) {
    return values.getOrDefault(name, "");
  }

  /** The values that say something, in their order. */
  List<String> said() {
    return values.values().stream().filter(v -> !v.isBlank()).toList();
  }

  /** The first value whose name is one of several translations, or the empty text. */
  String anyOf(String... names) {
    for (String name : names) {
      String value = value(name);
      if (!value.isBlank()) {
        return value;
      }
    }
    return "";
  }

  /** The value that is an internet address, whatever its name in the account's language. */
  @Nullable String address() {
    String named = value("IP Address");
    if (!named.isBlank()) {
      return named;
    }
    return values.values().stream()
        .filter(v -> ADDRESS.matcher(v).matches())
        .findFirst()
        .orElse(null);
  }

  /** The value that names a program, whatever its name in the account's language. */
  @Nullable String program() {
    String named = value("User Agent");
    if (!named.isBlank()) {
      return named;
    }
    return values.values().stream()
        .filter(v -> v.startsWith("Mozilla/") || v.startsWith("Instagram "))
        .findFirst()
        .orElse(null);
  }
}
