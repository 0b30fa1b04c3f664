package dev.sextant.records.reader.returns.meta;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Source;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the forms of all sections need: the subject, the part, and the media beside it. */
final class Told {
  private final Subject subject;
  private final Source.Part part;
  private final Shelf shelf;
  private final String folder;

  Told(Subject subject, Source.Part part, Shelf shelf) {
    this.subject = subject;
    this.part = part;
    this.shelf = shelf;
    this.folder = Shelf.folderOf(part);
  }

  Subject subject() {
    return subject;
  }

  AccountRef owner() {
    return subject.orUnnamed();
  }

  /** The platform of a section; those of Threads have its name before them. */
  Platform platform(String section) {
    return section.startsWith("threads_") ? new Platform("threads") : subject.platform();
  }

  Locator at(String section, long from, long to) {
    return part.at(from, Math.max(from, Math.min(to, part.size())), pointer(section));
  }

  private static String pointer(String section) {
    return section.isEmpty() ? "" : "property-" + section;
  }

  Header header(String section, Item item, ClaimedTime time, Map<String, String> more) {
    Map<String, String> extra = new TreeMap<>(item.rest());
    extra.putAll(more);
    return new Header(platform(section), at(section, item.from(), item.to()), time, extra);
  }

  /** A linked file by the name or path that the record gives. */
  Media linked(String name, @Nullable String type) throws IOException {
    String path = name.strip();
    Media found = shelf.media(folder, path, type);
    return found.part() == null && !path.startsWith("linked_media/")
        ? renamed(shelf.media(folder, "linked_media/" + path, type), path)
        : found;
  }

  private static Media renamed(Media media, String name) {
    return media.part() == null ? new Media(name, media.type(), null, null) : media;
  }

  /**
   * Attachments of labels {@code Type, Size, URL, Linked Media File}: each begins where a label
   * comes again.
   */
  List<Media> attachments(List<Map.Entry<String, String>> said, Map<String, String> extra)
      throws IOException {
    List<Media> media = new ArrayList<>();
    Map<String, String> one = new TreeMap<>();
    for (Map.Entry<String, String> e : said) {
      String label = e.getKey().toLowerCase(Locale.ROOT);
      if (one.containsKey(label) || (label.isEmpty() && !one.isEmpty())) {
        attachment(one, media, extra);
        one.clear();
      }
      one.put(label, e.getValue());
    }
    attachment(one, media, extra);
    return media;
  }

  private void attachment(Map<String, String> one, List<Media> media, Map<String, String> extra)
      throws IOException {
    String file = first(one, "linked media file", "image", "video");
    String type = one.remove("type");
    String url = first(one, "url");
    String name = first(one, "", "name", "filename", "title");
    String best = !file.isEmpty() ? file : !url.isEmpty() ? url : name;
    if (!best.isEmpty()) {
      media.add(linked(best, type));
    }
    String place = "Attachment " + media.size() + " ";
    if (!url.isEmpty() && !best.equals(url)) {
      extra.put(place + "URL", url);
    }
    if (!name.isEmpty() && !best.equals(name)) {
      extra.put(place + "Name", name);
    }
    if (best.isEmpty() && type != null) {
      extra.put(place + "Type", type);
    }
    one.forEach((k, v) -> extra.put(place + k, v));
  }

  private static String first(Map<String, String> one, String... labels) {
    for (String label : labels) {
      String said = one.get(label);
      if (said != null && !said.isBlank()) {
        one.remove(label);
        return said;
      }
    }
    return "";
  }
}
