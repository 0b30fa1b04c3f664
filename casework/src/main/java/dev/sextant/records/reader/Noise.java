package dev.sextant.records.reader;

/** Which parts are noise by rule: left by desktops and packers, never written by a platform. */
final class Noise {
  private Noise() {}

  /** The rule that names a path as noise, or the empty text. */
  static String rule(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    if (path.startsWith("__MACOSX/") || path.contains("/__MACOSX/")) {
      return "__MACOSX/";
    }
    if (file.startsWith("._")) {
      return "._*";
    }
    return switch (file) {
      case ".DS_Store", "Thumbs.db", "desktop.ini", "no-data.txt" -> file;
      default -> "";
    };
  }
}
