package dev.sextant.records.reader.chat.sms;

import dev.sextant.records.reader.Gathered;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One message or call of a backup: its element with what is in it. Content of files is not kept in
 * it, only what {@link Taking} made of it.
 */
final class BackupItem {
  /** What begins an item; none of them stands in another. */
  static final Set<String> ITEMS = Set.of("sms", "mms", "call");

  /** Makes something small of an attribute's large value. */
  interface Taking {
    /** What to keep of it; null to keep its words. */
    @Nullable BackupFile take(String element, String attribute, XmlTags.Value value)
        throws IOException;
  }

  private final String name;
  private final Map<String, String> said = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final List<BackupItem> inner = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private final long from;
  private long to;
  private @Nullable BackupFile file;
  private boolean whole;

  private BackupItem(XmlTags.Tag start, Taking taking) throws IOException {
    this.name = start.name();
    this.from = start.from();
    this.to = start.to();
    this.whole = start.sound();
    for (Map.Entry<String, XmlTags.Value> one : start.attributes().entrySet()) {
      BackupFile found = taking.take(name, one.getKey(), one.getValue());
      if (found != null) {
        file = found;
      } else {
        whole &= one.getValue().whole();
        said.put(one.getKey(), one.getValue().text());
      }
    }
  }

  /**
   * Reads the element whose start was just read, up to its end.
   *
   * @param deepest how deep elements may stand in one another; deeper ones lie side by side
   * @return the element, and the tag behind it if it had to be read to see that the element has no
   *     end
   */
  static Read read(XmlTags in, XmlTags.Tag start, Taking taking, int deepest) throws IOException {
    BackupItem top = new BackupItem(start, taking);
    if (start.kind() == XmlTags.Kind.ALONE || !start.sound()) {
      return new Read(top, null);
    }
    Deque<BackupItem> open = new ArrayDeque<>();
    open.push(top);
    while (!open.isEmpty()) {
      XmlTags.Tag tag = in.next();
      if (tag == null || outside(tag, open)) {
        top.whole = false;
        top.to = tag == null ? in.position() : tag.from();
        return new Read(top, tag);
      }
      top.whole &= tag.sound();
      BackupItem here = open.element();
      switch (tag.kind()) {
        case TEXT -> here.words.append(tag.name());
        case END -> close(open, tag);
        default -> {
          BackupItem child = new BackupItem(tag, taking);
          top.whole &= child.whole;
          here.inner.add(child);
          if (tag.kind() == XmlTags.Kind.START && open.size() < deepest) {
            open.push(child);
          }
        }
      }
      top.to = tag.to();
    }
    return new Read(top, null);
  }

  /**
   * An element, and the tag behind it that is not its own.
   *
   * @param next null if the next tag was not read yet
   */
  record Read(BackupItem item, XmlTags.@Nullable Tag next) {}

  private static boolean outside(XmlTags.Tag tag, Deque<BackupItem> open) {
    if (tag.kind() == XmlTags.Kind.TEXT) {
      return false;
    }
    return SmsBackup.ROOTS.contains(tag.name())
        || tag.kind() != XmlTags.Kind.END
            && ITEMS.contains(tag.name())
            && ITEMS.contains(open.getLast().name);
  }

  private static void close(Deque<BackupItem> open, XmlTags.Tag end) {
    if (open.stream().anyMatch(o -> o.name.equals(end.name()))) {
      while (!open.pop().name.equals(end.name())) {
        // An element within without an end ends with the one around it.
      }
    }
  }

  /** Name of the element. */
  String name() {
    return name;
  }

  /** First byte. */
  long from() {
    return from;
  }

  /** Byte after the last. */
  long to() {
    return to;
  }

  /** False if it has no end, a value is not in quotation marks, or one is over the limit. */
  boolean whole() {
    return whole;
  }

  /** What was made of its file, or null. */
  @Nullable BackupFile file() {
    return file;
  }

  /** The elements directly inside. */
  List<BackupItem> inner() {
    return inner;
  }

  /** The elements of a name within an inner element of a name, or none. */
  List<BackupItem> within(String list, String wanted) {
    return inner.stream()
        .filter(one -> one.name.equals(list))
        .flatMap(one -> one.inner.stream())
        .filter(one -> one.name.equals(wanted))
        .toList();
  }

  /** Takes an attribute; null if it is absent, empty, or the word that stands for nothing. */
  @Nullable String take(String attribute) {
    taken.add(attribute);
    String value = said.get(attribute);
    return nothing(value) ? null : value;
  }

  private static boolean nothing(@Nullable String value) {
    return value == null || value.isEmpty() || value.equals("null");
  }

  /* What somebody wrote may be that word; elsewhere it stands for nothing. */
  private boolean written(String attribute) {
    return attribute.equals("body")
        || attribute.equals("text") && "text/plain".equals(said.get("ct"));
  }

  /** What nobody took: attributes, words, and all of elements that are not known here. */
  Map<String, String> rest(Set<String> known) {
    Map<String, String> rest = new TreeMap<>();
    said.forEach((attribute, value) -> {
      boolean word = value.equals("null") && written(attribute);
      if (word || !taken.contains(attribute) && !nothing(value)) {
        rest.put(attribute, value);
      }
    });
    if (!words.toString().isBlank()) {
      rest.put("words in " + name, words.toString().strip());
    }
    Gathered others = new Gathered();
    for (BackupItem one : inner) {
      if (!known.contains(one.name)) {
        others.add(one.name, one.everything());
      }
    }
    others.into(rest);
    return rest;
  }

  private String everything() {
    StringBuilder out = new StringBuilder(words.toString().strip());
    said.forEach((k, v) -> out.append(out.isEmpty() ? "" : "; ").append(k).append('=').append(v));
    for (BackupItem one : inner) {
      out.append(out.isEmpty() ? "" : "; ").append(one.name).append(": ").append(one.everything());
    }
    return out.toString();
  }
}
