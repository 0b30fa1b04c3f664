package dev.sextant.records.reader.chat.mail;

import dev.sextant.records.AccountRef;
import dev.sextant.records.reader.Gathered;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.jspecify.annotations.Nullable;

/** The header fields of a mail or of a part of one, unfolded and decoded. */
final class Headers {
  /**
   * One field.
   *
   * @param name as written
   * @param value unfolded, encoded words decoded
   * @param raw unfolded, encoded words as they stand: they may hold commas and angle brackets
   */
  record Field(String name, String value, String raw) {}

  private static final int LONGEST_VALUE = 1 << 16;

  private final List<Field> fields = new ArrayList<>();
  private final int bodyFrom;

  private Headers(int bodyFrom, List<Field> fields) {
    this.bodyFrom = bodyFrom;
    this.fields.addAll(fields);
  }

  /** Reads the fields at the start of a range, up to the first blank line. */
  static Headers of(byte[] bytes, int from, int to) {
    List<Field> fields = new ArrayList<>();
    int at = from;
    ByteArrayOutputStream open = new ByteArrayOutputStream();
    String name = null;
    while (at < to) {
      int end = lineEnd(bytes, at, to);
      int next = Math.min(to, end + 1);
      int last = end > at && bytes[end - 1] == '\r' ? end - 1 : end;
      if (last == at) {
        at = next;
        break;
      }
      boolean folded = bytes[at] == ' ' || bytes[at] == '\t';
      if (folded && name != null) {
        open.write(' ');
        open.write(bytes, at + 1, last - at - 1);
      } else {
        int colon = colon(bytes, at, last);
        boolean escaped = startsWith(bytes, at, last, ">From ");
        if (colon < 0 && !escaped) {
          break; // No field and no blank line: what follows is taken for the body.
        }
        close(fields, name, open);
        name = null;
        if (colon >= 0) {
          name = new String(bytes, at, colon - at, StandardCharsets.US_ASCII).strip();
          open.write(bytes, colon + 1, last - colon - 1);
        }
      }
      at = next;
    }
    close(fields, name, open);
    return new Headers(at, fields);
  }

  private static void close(List<Field> fields, @Nullable String name, ByteArrayOutputStream open) {
    if (name != null) {
      String raw = Charsets.decode(open.toByteArray(), null).strip();
      fields.add(new Field(name, decode(raw), raw));
    }
    open.reset();
  }

  /** Decodes RFC 2047's encoded words. */
  static String decode(String text) {
    if (text.length() > LONGEST_VALUE || !text.contains("=?")) {
      return text;
    }
    String decoded = DecoderUtil.decodeEncodedWords(text, DecodeMonitor.SILENT);
    return decoded == null ? text : decoded;
  }

  private static boolean startsWith(byte[] bytes, int at, int to, String words) {
    if (to - at < words.length()) {
      return false;
    }
    for (int i = 0; i < words.length(); i++) {
      if (bytes[at + i] != words.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /* A field's name is printable ASCII without a colon; blanks before the colon are old usage. */
  private static int colon(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == ':') {
        return i == from ? -1 : i;
      }
      if (bytes[i] <= ' ' && bytes[i] != ' ' || bytes[i] == 127 || i - from > 100) {
        return -1;
      }
      if (bytes[i] == ' ' && (i + 1 >= to || bytes[i + 1] != ':')) {
        return -1;
      }
    }
    return -1;
  }

  static int lineEnd(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && bytes[i] != '\n') {
      i++;
    }
    return i;
  }

  /** Where the body begins. */
  int bodyFrom() {
    return bodyFrom;
  }

  /** Number of fields. */
  int size() {
    return fields.size();
  }

  /** The first field of a name in any case, or null. */
  @Nullable String get(String name) {
    for (Field field : fields) {
      if (field.name().equalsIgnoreCase(name)) {
        return field.value();
      }
    }
    return null;
  }

  /** Every account that fields of a name list, in the order of the source. */
  List<AccountRef> addresses(String name) {
    return fields.stream()
        .filter(f -> f.name().equalsIgnoreCase(name))
        .flatMap(f -> Addresses.of(f.raw()).stream())
        .toList();
  }

  /** All values of a name, in the order of the source. */
  List<String> all(String name) {
    return fields.stream().filter(f -> f.name().equalsIgnoreCase(name)).map(Field::value).toList();
  }

  /** Every field by its name in lower case; several of one name are joined by LF. */
  Map<String, String> byName() {
    Gathered all = new Gathered();
    for (Field field : fields) {
      all.add(field.name().toLowerCase(Locale.ROOT), field.value());
    }
    return new TreeMap<>(all.values());
  }
}
