package dev.sextant.records.reader.mapping;

import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonBroken;
import dev.sextant.records.reader.json.JsonStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON objects, one a line, as rows: each scalar is a cell under its path joined by dots; a list of
 * scalars is one cell besides, as it stands. A line that is no object is a fault and the next is
 * read.
 */
final class JsonGrid implements Grid {
  /** More cells of one object than these are kept in one last cell, as JSON. */
  private static final int MOST_CELLS = 2000;

  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final Limits limits;
  private final byte[] buffer = new byte[BUFFER];
  private final java.io.ByteArrayOutputStream line = new java.io.ByteArrayOutputStream();
  private int at;
  private int filled;
  private long base;
  private long number;

  JsonGrid(Source.Part part, Limits limits) throws IOException {
    this.in = part.open();
    this.limits = limits;
  }

  private int read() throws IOException {
    if (at == filled) {
      base += filled;
      at = 0;
      filled = Math.max(0, in.read(buffer, 0, BUFFER));
      if (filled == 0) {
        return -1;
      }
    }
    return buffer[at++] & 0xff;
  }

  @Override
  public @Nullable Line next() throws IOException {
    line.reset();
    long from = base + at;
    int b = read();
    if (b < 0) {
      return null;
    }
    boolean whole = true;
    while (b >= 0 && b != '\n') {
      if (line.size() < limits.itemBytes()) {
        line.write(b);
      } else {
        whole = false;
      }
      b = read();
    }
    long to = base + at - (b == '\n' ? 1 : 0);
    number++;
    String pointer = "line " + number;
    if (!whole) {
      ReadFault fault =
          new ReadFault(ReadFault.LIMIT, "a line longer than " + limits.itemBytes() + " bytes");
      return new Line(number, from, to, pointer, List.of(), null, false, fault);
    }
    return parsed(line.toByteArray(), from, to, pointer);
  }

  private Line parsed(byte[] bytes, long from, long to, String pointer) throws IOException {
    if (new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).isBlank()) {
      return new Line(number, from, to, pointer, List.of(), null, false, null);
    }
    try (JsonStream json = JsonStream.of(new ByteArrayInputStream(bytes), limits)) {
      Json value = json.tree();
      json.end();
      if (value instanceof Json.Obj object) {
        return row(object, number, from, from, to, pointer);
      }
      ReadFault fault = new ReadFault(ReadFault.MALFORMED, "a line that is no JSON object");
      return new Line(number, from, to, pointer, List.of(), null, false, fault);
    } catch (JsonBroken e) {
      return new Line(number, from, to, pointer, List.of(), null, false, e.fault());
    }
  }

  /** A row of an object whose bytes count from {@code base}. */
  static Line row(Json.Obj object, long number, long base, long from, long to, String pointer) {
    List<String> names = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    flatten("", object, base, names, cells);
    return new Line(number, from, to, pointer, List.copyOf(cells), Heads.of(names), false, null);
  }

  private static void flatten(
      String path, Json value, long base, List<String> names, List<Cell> cells) {
    if (cells.size() >= MOST_CELLS) {
      return;
    }
    switch (value) {
      case Json.Obj object -> {
        if (cells.size() + object.fields().size() >= MOST_CELLS) {
          add(path.isEmpty() ? "(rest)" : path, value, base, names, cells);
          return;
        }
        for (Map.Entry<String, Json> e : object.fields().entrySet()) {
          flatten(
              path.isEmpty() ? e.getKey() : path + "." + e.getKey(),
              e.getValue(),
              base,
              names,
              cells);
        }
      }
      case Json.Arr array -> {
        boolean flat = array.items().stream().noneMatch(i -> i instanceof Json.Obj);
        if (flat || cells.size() + array.items().size() >= MOST_CELLS) {
          add(path, value, base, names, cells);
        } else {
          for (int i = 0; i < array.items().size(); i++) {
            flatten(path + "." + i, array.items().get(i), base, names, cells);
          }
        }
      }
      case Json.Null none -> {}
      default -> add(path, value, base, names, cells);
    }
  }

  private static void add(
      String path, Json value, long base, List<String> names, List<Cell> cells) {
    String text =
        value instanceof Json.Arr array && array.items().isEmpty() ? "" : value.raw().strip();
    names.add(path);
    cells.add(new Cell(text, base + value.from(), base + value.to()));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
