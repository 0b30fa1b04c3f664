package dev.sextant.records.reader.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Repairs the texts of Meta's exports, which write each byte of UTF-8 as a character of its own
 * ({@code \u00c3\u00a9} for é).
 */
public final class Mojibake {
  private Mojibake() {}

  /**
   * The repaired text, or the same text if it is not of that kind: all characters must be below
   * U+0100, at least one above U+007F, and the bytes they stand for must be UTF-8.
   */
  public static String repair(String text) {
    boolean high = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 0xFF) {
        return text;
      }
      high |= c >= 0x80;
    }
    if (!high) {
      return text;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException e) {
      return text; // Plain Latin-1 text: there was nothing to repair.
    }
  }

  /** Fields by their names, names and values repaired, sorted; the caller's to add to. */
  public static Map<String, String> repair(Map<String, String> fields) {
    Map<String, String> repaired = new TreeMap<>();
    fields.forEach((name, value) -> repaired.put(repair(name), repair(value)));
    return repaired;
  }
}
