package dev.sextant.disclosure.export;

/** XML as text. What XML 1.0 cannot hold is written as its number in brackets, as reports do. */
final class Xml {
  private final StringBuilder out =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  Xml raw(String markup) {
    out.append(markup);
    return this;
  }

  Xml text(String text) {
    text.codePoints().forEach(this::sign);
    return this;
  }

  private void sign(int c) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\t', '\n', '\r' -> out.append("&#").append(c).append(';');
      default -> {
        if (allowed(c)) {
          out.appendCodePoint(c);
        } else {
          out.append(String.format("\u27E6U+%04X\u27E7", c));
        }
      }
    }
  }

  private static boolean allowed(int c) {
    return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
  }

  String end() {
    return out.append('\n').toString();
  }
}
