package dev.sextant.verify;

import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a bundle's JSON together with its place, so that every fault can name it.
 *
 * @param place file and path within it, such as {@code findings.json/0/sha256}
 * @param value what {@link CanonicalJson} read
 */
record JsonAt(String place, @Nullable Object value) {
  static JsonAt read(String file, byte[] bytes) {
    return new JsonAt(file, CanonicalJson.read(bytes));
  }

  VerifyFault.BadBundle bad(String what, String value) {
    return new VerifyFault.BadBundle(what, place, value);
  }

  boolean has(String name) {
    return value instanceof Map<?, ?> map && map.containsKey(name);
  }

  /** Whether it is an object with a member of this name and value. */
  boolean says(String name, Object expected) {
    return value instanceof Map<?, ?> map && expected.equals(map.get(name));
  }

  JsonAt field(String name) {
    if (value instanceof Map<?, ?> map && map.containsKey(name)) {
      return new JsonAt(place + "/" + name, map.get(name));
    }
    throw bad("a field is missing", name);
  }

  List<JsonAt> list() {
    if (!(value instanceof List<?> items)) {
      throw bad("a list is needed", kind());
    }
    List<JsonAt> all = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      all.add(new JsonAt(place + "/" + i, items.get(i)));
    }
    return all;
  }

  String text() {
    if (value instanceof String text) {
      return text;
    }
    throw bad("a text is needed", kind());
  }

  /** A whole number that is not negative. */
  long number() {
    if (value instanceof Long number && number >= 0) {
      return number;
    }
    throw bad("a whole number is needed", kind());
  }

  Digest digest() {
    String hex = text();
    if (!hex.matches("[0-9a-f]{64}")) {
      throw bad("a SHA-256 in lower-case hexadecimal is needed", hex);
    }
    return new Digest(hex);
  }

  byte[] base64() {
    String text = text();
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // Falls through: the same fault names the place either way.
    }
    throw bad("canonical base64 is needed", text.length() + " characters");
  }

  private String kind() {
    return value == null ? "null" : value.getClass().getSimpleName();
  }
}
