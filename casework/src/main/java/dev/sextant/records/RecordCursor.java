package dev.sextant.records;

import dev.sextant.terms.BadValue;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/* The JSON that RecordWriter writes, straight from bytes. Reading beyond the end throws
 * IndexOutOfBoundsException, which whoever began turns into a fault. */
abstract class RecordCursor {
  private static final int DEEPEST = 8;

  /** Places for short texts that recur; one that meets another takes its place. */
  private static final int RECURRING = 1 << 9;

  /** Names of fields and of constants, zones, digests; longer ones are not worth a look. */
  private static final int RECURRING_LENGTH = 64;

  private final @Nullable String[] recurring = new @Nullable String[RECURRING];
  protected byte[] in = new byte[0];
  protected int at;
  protected int to;

  static BadValue bad(String what) {
    return new BadValue("SX-RECORD-CODEC", "record", what, "the bytes were altered or are newer");
  }

  interface FieldTaker {
    void field(String name);
  }

  final void object(FieldTaker taker) {
    expect('{');
    if (in[at] == '}') {
      at++;
      return;
    }
    do {
      String name = recurring();
      expect(':');
      taker.field(name);
    } while (more('}'));
  }

  final void array(Runnable taker) {
    expect('[');
    if (in[at] == ']') {
      at++;
      return;
    }
    do {
      taker.run();
    } while (more(']'));
  }

  private boolean more(char close) {
    byte b = in[at++];
    if (b == ',') {
      return true;
    }
    if (b != close) {
      throw bad("value");
    }
    return false;
  }

  private void expect(char wanted) {
    if (at >= to || in[at++] != wanted) {
      throw bad("value");
    }
  }

  final void skip(int depth) {
    if (depth > DEEPEST) {
      throw bad("depth");
    }
    switch (in[at]) {
      case '"' -> skipString();
      case '{' -> object(name -> skip(depth + 1));
      default -> throw bad("value");
    }
  }

  private void skipString() {
    at++;
    while (in[at] != '"') {
      at += in[at] == '\\' ? 2 : 1;
    }
    at++;
  }

  final long number() {
    int from = at;
    while (at < to && (in[at] == '-' || (in[at] >= '0' && in[at] <= '9'))) {
      at++;
    }
    return Long.parseLong(new String(in, from, at - from, StandardCharsets.ISO_8859_1));
  }

  final String string() {
    expect('"');
    int from = at;
    int bits = 0;
    while (in[at] != '"' && in[at] != '\\') {
      bits |= in[at++];
    }
    if (in[at] == '"') {
      at++;
      return new String(
          in, from, at - 1 - from, bits < 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }
    at = from;
    return escaped();
  }

  /* A text that is likely one of those met before: the same object then, made once. A record has some
   * forty names of fields. */
  final String recurring() {
    expect('"');
    int from = at;
    int hash = 0;
    int i = at;
    while (i < to && i - from <= RECURRING_LENGTH) {
      int b = in[i];
      if (b == '"') {
        return recurring(from, i, hash);
      }
      if (b < 0x20 || b == '\\') {
        break; // Not plain ASCII (bytes above it are negative).
      }
      hash = 31 * hash + b;
      i++;
    }
    at = from - 1;
    return string();
  }

  private String recurring(int from, int end, int hash) {
    int slot = (hash ^ hash >>> 15) & RECURRING - 1;
    String known = recurring[slot];
    if (known == null || !same(known, from, end)) {
      known = new String(in, from, end - from, StandardCharsets.ISO_8859_1);
      recurring[slot] = known;
    }
    at = end + 1;
    return known;
  }

  private boolean same(String known, int from, int end) {
    if (known.length() != end - from) {
      return false;
    }
    for (int i = from; i < end; i++) {
      if (known.charAt(i - from) != in[i]) {
        return false;
      }
    }
    return true;
  }

  private String escaped() {
    StringBuilder out = new StringBuilder();
    int from = at;
    while (in[at] != '"') {
      if (in[at] != '\\') {
        at++;
        continue;
      }
      out.append(new String(in, from, at - from, StandardCharsets.UTF_8));
      at++;
      switch (in[at++]) {
        case '"' -> out.append('"');
        case '\\' -> out.append('\\');
        case 'b' -> out.append('\b');
        case 'f' -> out.append('\f');
        case 'n' -> out.append('\n');
        case 'r' -> out.append('\r');
        case 't' -> out.append('\t');
        case 'u' -> {
          out.append(
              (char) Integer.parseInt(new String(in, at, 4, StandardCharsets.ISO_8859_1), 16));
          at += 4;
        }
        default -> throw bad("escape");
      }
      from = at;
    }
    out.append(new String(in, from, at - from, StandardCharsets.UTF_8));
    at++;
    return out.toString();
  }
}
