package dev.sextant.custody;

import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Fault;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/* docs/formats/capture.md is the contract. */
/**
 * What a capture of a public page says of itself, and what is missing for it to count as one. The
 * fields follow the Berkeley Protocol on Digital Open Source Investigations: address, source,
 * full-page image, media, metadata, context, collector, time with its clock, hashes.
 *
 * @param fields the sheet's fields as text, for people
 * @param missing what is missing or does not fit, as codes; empty for a capture
 */
public record CaptureSheet(Map<String, String> fields, List<String> missing) {
  /** The sheet's name in the package. */
  static final String PART = "capture.json";

  /** The collector's signature over the sheet's bytes. */
  static final String SIGNATURE = "capture.sig";

  static final String FORMAT = "sextant-capture/1";

  private static final List<String> WORDS =
      List.of("url", "source", "context", "collector", "tool");

  /** Copies. */
  public CaptureSheet {
    fields = new LinkedHashMap<>(fields);
    missing = List.copyOf(missing);
  }

  /** Whether it counts as a capture. */
  public boolean complete() {
    return missing.isEmpty();
  }

  /** No sheet at all. */
  static CaptureSheet absent(String why) {
    return new CaptureSheet(Map.of(), List.of(why));
  }

  /**
   * Reads a sheet and compares it with the parts of its package.
   *
   * @param bytes the sheet
   * @param parts what the package holds
   * @param signed whether a collector that this house knows has signed these bytes
   */
  static CaptureSheet judge(byte[] bytes, CaptureParts parts, boolean signed) {
    Map<String, @Nullable Object> sheet;
    try {
      sheet = CanonicalJson.readObject(bytes);
    } catch (Fault e) {
      return absent("SHEET-UNREADABLE");
    }
    List<String> missing = new ArrayList<>();
    Map<String, String> fields = new LinkedHashMap<>();
    require(FORMAT.equals(sheet.get("format")), "FORMAT", missing);
    for (String name : WORDS) {
      String text = text(sheet.get(name));
      fields.put(name, text);
      require(!text.isBlank(), name.toUpperCase(java.util.Locale.ROOT), missing);
    }
    require(fields.getOrDefault("url", "").matches("https?://\\S+"), "URL-FORM", missing);
    fields.put("at", text(sheet.get("at")));
    require(moment(fields.get("at")), "TIME", missing);
    Map<?, ?> clock = map(sheet.get("clock"));
    fields.put("clock", text(clock.get("source")));
    fields.put("clockOffsetMs", text(clock.get("offsetMs")));
    require(!fields.get("clock").isBlank(), "CLOCK-SOURCE", missing);
    require(clock.get("offsetMs") instanceof Long, "CLOCK-OFFSET", missing);
    require(!map(sheet.get("metadata")).isEmpty(), "METADATA", missing);
    map(sheet.get("metadata")).forEach((k, v) -> fields.put("metadata." + k, text(v)));
    part(map(sheet.get("image")), parts, "IMAGE", fields, missing);
    require(Boolean.TRUE.equals(map(sheet.get("image")).get("fullPage")), "FULL-PAGE", missing);
    require(parts.image(text(map(sheet.get("image")).get("part"))), "IMAGE-FORM", missing);
    part(map(sheet.get("warc")), parts, "WARC", fields, missing);
    require(parts.warc(text(map(sheet.get("warc")).get("part"))), "WARC-FORM", missing);
    require(sheet.get("media") instanceof List<?>, "MEDIA", missing);
    if (sheet.get("media") instanceof List<?> media) {
      media.forEach(one -> part(map(one), parts, "MEDIA", fields, missing));
    }
    require(signed, "SIGNATURE", missing);
    return new CaptureSheet(fields, missing);
  }

  private static void part(
      Map<?, ?> named,
      CaptureParts parts,
      String code,
      Map<String, String> fields,
      List<String> missing) {
    String name = text(named.get("part"));
    String stated = text(named.get("sha256"));
    if (name.isBlank() || stated.isBlank()) {
      missing.add(code);
    } else if (!stated.equals(parts.sha256(name))) {
      missing.add(code + "-HASH");
    } else {
      fields.put(name, stated);
    }
  }

  private static void require(boolean there, String code, List<String> missing) {
    if (!there) {
      missing.add(code);
    }
  }

  private static boolean moment(String text) {
    try {
      return Instant.parse(text).isAfter(Instant.EPOCH);
    } catch (DateTimeParseException e) {
      return false; // What is not a time is missing; the sheet's verdict says so.
    }
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }
}
