package dev.sextant.records.reader.holdout;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON that says the same with the keys of each object in the opposite order. */
final class Turned {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private Turned() {}

  /** The bytes of a JSON file turned; others, and what is not strict, as they are. */
  static byte[] json(String path, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
    if (!path.endsWith("json") || !(plain.startsWith("{") || plain.startsWith("["))) {
      return bytes;
    }
    try {
      // Telegram writes control characters so, which no JSON has.
      String strict = plain.replaceAll("\\\\x([0-9a-f]{2})", "\\\\u00$1");
      return JSON.writeValueAsBytes(turned(JSON.readTree(strict)));
    } catch (JacksonException e) {
      return bytes; // Lines of JSON, or the leniencies that exporters need.
    }
  }

  private static JsonNode turned(JsonNode node) {
    if (node instanceof ObjectNode object) {
      List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
      ObjectNode made = JSON.createObjectNode();
      fields.reversed().forEach(f -> made.set(f.getKey(), turned(f.getValue())));
      return made;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode made = JSON.createArrayNode();
      array.forEach(e -> made.add(turned(e)));
      return made;
    }
    return node;
  }
}
