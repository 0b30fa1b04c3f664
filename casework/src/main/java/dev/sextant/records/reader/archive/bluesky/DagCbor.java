package dev.sextant.records.reader.archive.bluesky;

import dev.sextant.records.reader.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * DAG-CBOR as JSON values, each with the bytes it stands in: links as {@code {"$link": "bafy..."}},
 * bytes as {@code {"$bytes": "..."}}, as atproto writes them in JSON. What DAG-CBOR forbids
 * (lengths left open, other tags, keys that are no texts) is broken.
 */
final class DagCbor {
  private final byte[] bytes;
  private final long base;
  private final int deepest;
  private int at;
  private int depth;

  private DagCbor(byte[] bytes, int from, long base, int deepest) {
    this.bytes = bytes;
    this.at = from;
    this.base = base;
    this.deepest = deepest;
  }

  /** The bytes are not DAG-CBOR. */
  static final class Broken extends IOException {
    private static final long serialVersionUID = 1L;

    Broken(String what) {
      super(what);
    }
  }

  /**
   * Decodes bytes that hold one value.
   *
   * @param base where they begin within their part
   * @param deepest levels allowed
   */
  static Json decode(byte[] bytes, long base, int deepest) throws Broken {
    DagCbor in = new DagCbor(bytes, 0, base, deepest);
    Json value = in.value();
    if (in.at != bytes.length) {
      throw new Broken("bytes after the end of the value");
    }
    return value;
  }

  private int next() throws Broken {
    if (at >= bytes.length) {
      throw new Broken("the value ends in the middle");
    }
    return bytes[at++] & 0xff;
  }

  private long argument(int info) throws Broken {
    if (info < 24) {
      return info;
    }
    int length =
        switch (info) {
          case 24 -> 1;
          case 25 -> 2;
          case 26 -> 4;
          case 27 -> 8;
          default -> throw new Broken("a length left open");
        };
    long value = 0;
    for (int i = 0; i < length; i++) {
      value = (value << 8) | next();
    }
    return value;
  }

  private int length(int info) throws Broken {
    long length = argument(info);
    if (length < 0 || length > bytes.length - at) {
      throw new Broken("a length beyond the end");
    }
    return (int) length;
  }

  private Json value() throws Broken {
    if (++depth > deepest) {
      throw new Broken("nested deeper than " + deepest);
    }
    long from = base + at;
    int first = next();
    int info = first & 31;
    Json value =
        switch (first >> 5) {
          case 0 -> {
            String digits = Long.toUnsignedString(argument(info));
            yield new Json.Num(digits, from, base + at);
          }
          case 1 -> {
            long argument = argument(info);
            yield new Json.Num(Long.toString(-1 - argument), from, base + at);
          }
          case 2 -> one("$bytes", Base64.getEncoder().encodeToString(raw(length(info))), from);
          case 3 -> text(length(info), from);
          case 4 -> array(length(info), from);
          case 5 -> map(length(info), from);
          case 6 -> link(argument(info), from);
          default -> simple(info, from);
        };
    depth--;
    return value;
  }

  private byte[] raw(int length) {
    byte[] out = java.util.Arrays.copyOfRange(bytes, at, at + length);
    at += length;
    return out;
  }

  private Json one(String name, String text, long from) {
    Map<String, Json> fields = new LinkedHashMap<>();
    fields.put(name, new Json.Text(text, from, base + at));
    return new Json.Obj(fields, from, base + at);
  }

  private Json.Text text(int length, long from) {
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return new Json.Text(text, from, base + at);
  }

  private Json array(int length, long from) throws Broken {
    List<Json> items = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      items.add(value());
    }
    return new Json.Arr(items, from, base + at);
  }

  private Json map(int length, long from) throws Broken {
    Map<String, Json> fields = new LinkedHashMap<>();
    for (int i = 0; i < length; i++) {
      int first = next();
      if (first >> 5 != 3) {
        throw new Broken("a key that is no text");
      }
      String name = text(length(first & 31), base + at).text();
      while (fields.containsKey(name)) {
        name += " (again)";
      }
      fields.put(name, value());
    }
    return new Json.Obj(fields, from, base + at);
  }

  private Json link(long tag, long from) throws Broken {
    int first = next();
    if (tag != 42 || first >> 5 != 2) {
      throw new Broken("a tag that is no link");
    }
    int length = length(first & 31);
    Cid cid = length == Cid.LENGTH + 1 && bytes[at] == 0 ? Cid.at(bytes, at + 1) : null;
    byte[] held = raw(length);
    return one("$link", cid == null ? Base64.getEncoder().encodeToString(held) : "" + cid, from);
  }

  private Json simple(int info, long from) throws Broken {
    return switch (info) {
      case 20 -> new Json.Bool(false, from, base + at);
      case 21 -> new Json.Bool(true, from, base + at);
      case 22 -> new Json.Null(from, base + at);
      case 27 -> {
        double number = Double.longBitsToDouble(argument(27));
        if (Double.isNaN(number) || Double.isInfinite(number)) {
          throw new Broken("a number that is none");
        }
        yield new Json.Num(Double.toString(number), from, base + at);
      }
      default -> throw new Broken("a simple value that DAG-CBOR has not");
    };
  }
}
