package dev.sextant.tips;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a file is, by its first bytes alone; its name and its sender's word count for nothing. */
public enum FileType {
  /** Portable document. */
  PDF(true, "%PDF-"),
  /** Picture. */
  PNG(true, "\u0089PNG\r\n\u001a\n"),
  /** Picture. */
  JPEG(true, "\u00ff\u00d8\u00ff"),
  /** Picture. */
  GIF(true, "GIF8"),
  /** Picture. */
  BMP(true, "BM"),
  /** Archive, or an office document, which is one. */
  ZIP(false, "PK\u0003\u0004"),
  /** Older office document. */
  OLE(false, "\u00d0\u00cf\u0011\u00e0"),
  /** Anything else: SVG, HTML, programs, scripts, text. */
  OTHER(false, "");

  private final boolean opened;
  private final byte[] head;

  FileType(boolean opened, String head) {
    this.opened = opened;
    this.head = head.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Whether the sandbox may open it. */
  public boolean opened() {
    return opened;
  }

  /** The type of these bytes. */
  public static FileType of(byte[] bytes) {
    return Arrays.stream(values())
        .filter(type -> bytes.length >= type.head.length)
        .filter(type -> Arrays.equals(bytes, 0, type.head.length, type.head, 0, type.head.length))
        .findFirst()
        .orElse(OTHER);
  }
}
