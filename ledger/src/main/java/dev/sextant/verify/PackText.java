package dev.sextant.verify;

import dev.sextant.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The single values of a jurisdiction pack, read from its text by indentation: of YAML only nested
 * names with a plain value each. Lists and flow values are passed over, for the replay asks for
 * none of them.
 */
final class PackText {
  private final Digest digest;
  private final Map<String, String> values = new HashMap<>();

  private record Level(int indent, String path) {}

  PackText(String text) {
    this.digest = Digest.of(text.getBytes(StandardCharsets.UTF_8));
    Deque<Level> open = new ArrayDeque<>();
    for (String line : text.split("\n", -1)) {
      String body = line.strip();
      int colon = body.indexOf(':');
      if (body.isEmpty() || body.startsWith("#") || body.startsWith("-") || colon <= 0) {
        continue;
      }
      int indent = line.indexOf(body.charAt(0));
      while (!open.isEmpty() && open.peek().indent() >= indent) {
        open.pop();
      }
      String prefix = open.isEmpty() ? "" : open.peek().path() + ".";
      String path = prefix + body.substring(0, colon).strip();
      String value = body.substring(colon + 1);
      int comment = value.indexOf(" #");
      String plain = (comment < 0 ? value : value.substring(0, comment)).strip();
      if (plain.isEmpty()) {
        open.push(new Level(indent, path));
      } else {
        values.put(path, plain);
      }
    }
  }

  Digest digest() {
    return digest;
  }

  Optional<Duration> duration(String path) {
    String value = values.get(path);
    try {
      return value == null ? Optional.empty() : Optional.of(Duration.parse(value));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
