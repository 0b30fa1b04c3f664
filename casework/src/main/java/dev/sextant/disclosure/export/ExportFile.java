package dev.sextant.disclosure.export;

import java.nio.charset.StandardCharsets;

/**
 * A file for the bundle.
 *
 * @param path within the bundle
 * @param text what it holds
 */
public record ExportFile(String path, String text) {
  /** The folder of all of them. */
  public static final String FOLDER = "exports/";

  static ExportFile named(String name, String text) {
    return new ExportFile(FOLDER + name, text);
  }

  /** What it holds, in UTF-8. */
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
