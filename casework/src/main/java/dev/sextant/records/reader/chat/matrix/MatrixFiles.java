package dev.sextant.records.reader.chat.matrix;

import dev.sextant.records.Media;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Source;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files that Element puts beside its export: {@code images/NAME-DATE at TIME.EXT}, date and
 * time in the words and zone of whoever exported. Zones differ by quarters of hours, so that the
 * seconds and the minutes within a quarter tell files of one name apart.
 */
final class MatrixFiles {
  private static final Pattern PLACED =
      Pattern.compile("(.*/|)(?:images|videos|audio|files|stickers)/([^/]+?)(\\.[^./]{1,12})?");

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private static final long MILLIS_A_SECOND = 1000;

  private static final int SECONDS_A_QUARTER = 900;

  /** Stands for two files of one name in two folders. */
  private static final String SEVERAL = "";

  private final Shelf shelf;
  private final Map<String, TreeMap<String, String>> byTime = new HashMap<>();

  MatrixFiles(Source source, Shelf shelf) {
    this.shelf = shelf;
    for (Source.Part part : source.parts()) {
      Matcher m = PLACED.matcher(part.path());
      if (m.matches()) {
        int second = second(m.group(2));
        String extension = m.group(3) == null ? "" : m.group(3);
        if (second >= 0) {
          byTime
              .computeIfAbsent(key(m.group(1), second, extension), k -> new TreeMap<>())
              .merge(m.group(2), part.path(), (a, b) -> SEVERAL);
        }
      }
    }
  }

  private static String key(String folder, long second, String extension) {
    return folder + "\n" + second + extension;
  }

  /* The second within its quarter of an hour that a name ends in, or -1. */
  private static int second(String name) {
    Matcher m = NUMBER.matcher(name);
    int minute = -1;
    int second = -1;
    while (m.find()) {
      minute = second;
      second = m.group().length() > 2 ? -1 : Integer.parseInt(m.group());
    }
    return minute < 0 || second < 0 ? -1 : (minute * 60 + second) % SECONDS_A_QUARTER;
  }

  /**
   * A file that an event names.
   *
   * @param folder that of the part with the event
   * @param name as the event gives it
   * @param millis when the event was sent
   * @return with its part and digest if exactly one file can be it
   */
  Media media(String folder, String name, @Nullable String type, long millis) throws IOException {
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    String extension = dot < 0 ? "" : name.substring(dot);
    long second = millis / MILLIS_A_SECOND % SECONDS_A_QUARTER;
    String found = null;
    if (millis > 0 && !stem.isBlank()) {
      // What begins with the name and a hyphen: the next character is the full stop.
      Map<String, String> all =
          byTime
              .getOrDefault(key(folder, second, extension), new TreeMap<>())
              .subMap(stem + "-", stem + ".");
      if (all.size() > 1 || all.containsValue(SEVERAL)) {
        return new Media(name, type, null, null); // Two could be it.
      }
      found = all.isEmpty() ? null : all.values().iterator().next();
    }
    if (found == null) {
      return shelf.media(folder, name, type);
    }
    Media there = shelf.media("", found, type);
    return new Media(name, there.type(), there.part(), there.digest(), there.likeness());
  }
}
