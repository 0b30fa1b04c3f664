package dev.sextant.records.reader.archive.snapchat;

import dev.sextant.records.Media;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.archive.Opened;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of {@code chat_media/}, found by the number that messages name them by. */
final class ChatMedia {
  private final Opened archive;
  private final Map<String, List<String>> paths = new HashMap<>();

  ChatMedia(Opened archive) {
    this.archive = archive;
    for (Source.Part part : archive.parts()) {
      String name = part.fileName();
      int mark = name.indexOf("b~");
      if (mark >= 0) {
        int dot = name.lastIndexOf('.');
        String id = name.substring(mark, dot > mark ? dot : name.length());
        paths.computeIfAbsent(id, k -> new ArrayList<>()).add(part.path());
      }
    }
  }

  /** The media of one message; those not in the archive are named only. */
  List<Media> of(@Nullable String ids, @Nullable String type) throws IOException {
    List<Media> media = new ArrayList<>();
    if (ids == null) {
      return media;
    }
    for (String id : ids.split("[|;,]\\s*|\\s+")) {
      if (!id.isBlank()) {
        List<String> found = paths.getOrDefault(id, List.of());
        for (String path : found) {
          Media there = archive.media("", path, type);
          media.add(new Media(id, type, there.part(), there.digest()));
        }
        if (found.isEmpty()) {
          media.add(new Media(id, type, null, null));
        }
      }
    }
    return media;
  }
}
