package dev.sextant.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes what WhatsApp's "export chat" writes on Android and on iOS, in English, 24 hours. */
final class WhatsAppExport {
  private static final DateTimeFormatter ANDROID =
      DateTimeFormatter.ofPattern("dd/MM/uuuu, HH:mm", Locale.ROOT).withZone(DemoCase.ZONE);
  private static final DateTimeFormatter IOS =
      DateTimeFormatter.ofPattern("dd/MM/uuuu, HH:mm:ss", Locale.ROOT).withZone(DemoCase.ZONE);
  private static final String SEALED = "Messages and calls are end-to-end encrypted.";

  private WhatsAppExport() {}

  static void android(Path file, List<Line> lines) throws IOException {
    StringBuilder out = new StringBuilder();
    Instant first = lines.getFirst().at();
    out.append(ANDROID.format(first)).append(" - ").append(SEALED);
    out.append(" No one outside of this chat, not even WhatsApp, can read or listen to them.");
    out.append(" Tap to learn more.\n");
    for (Line line : lines) {
      out.append(androidTime(line.at())).append(" - ").append(line.author().shown()).append(": ");
      out.append(line.text()).append('\n');
    }
    Files.writeString(file, out);
  }

  static void ios(Path file, String title, List<Line> lines) throws IOException {
    StringBuilder out = new StringBuilder();
    out.append('[').append(IOS.format(lines.getFirst().at())).append("] ").append(title);
    out.append(": \u200e").append(SEALED);
    out.append(" No one outside of this chat, not even WhatsApp, can read or listen to them.\r\n");
    for (Line line : lines) {
      out.append('[').append(iosTime(line.at())).append("] ").append(line.author().shown());
      out.append(": ").append(line.text()).append("\r\n");
    }
    Files.writeString(file, out);
  }

  static String androidTime(Instant at) {
    return ANDROID.format(at);
  }

  static String iosTime(Instant at) {
    return IOS.format(at);
  }
}
