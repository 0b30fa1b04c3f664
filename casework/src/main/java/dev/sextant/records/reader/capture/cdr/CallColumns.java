package dev.sextant.records.reader.capture.cdr;

import dev.sextant.records.reader.table.Columns;
import dev.sextant.records.reader.table.NamedRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the columns of call detail records are called, from {@code cdr/columns.txt}. */
final class CallColumns {
  private static final Set<String> TIMES = Set.of("start", "date", "clock", "end");
  private static final String UTC = " in UTC";

  private final Map<String, String[]> names;

  private CallColumns(Map<String, String[]> names) {
    this.names = names;
  }

  /** The names that ship with the program. */
  static CallColumns shipped() {
    try (InputStream in = CallColumns.class.getResourceAsStream("/cdr/columns.txt")) {
      if (in == null) {
        throw new IllegalStateException("cdr/columns.txt is not in the program");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static CallColumns parse(String text) {
    Map<String, String[]> names = new LinkedHashMap<>();
    text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(line -> {
          int colon = line.indexOf(':');
          List<String> all = new ArrayList<>();
          for (String name : line.substring(colon + 1).split("\\|")) {
            all.add(name.strip());
          }
          String role = line.substring(0, colon).strip();
          if (TIMES.contains(role)) {
            zoned(role, all, names);
          }
          names.put(role, all.toArray(String[]::new));
        });
    return new CallColumns(names);
  }

  /* "Start Time (UTC)": what the heading states of the zone goes before what leaves it open. */
  private static void zoned(String role, List<String> all, Map<String, String[]> names) {
    List<String> utc = new ArrayList<>();
    List<String> local = new ArrayList<>();
    for (String name : all) {
      for (String zone : new String[] {" utc", " gmt", " zulu", " z"}) {
        utc.add(name + zone);
      }
      local.add(name + " local");
      local.add(name + " local time");
    }
    names.put(role + UTC, utc.toArray(String[]::new));
    all.addAll(0, utc);
    all.addAll(local);
  }

  /** True if the cell that {@link #take} takes is of a column whose heading states UTC. */
  boolean utc(NamedRow row, String role) {
    return !row.look(of(role + UTC)).isEmpty();
  }

  private String[] of(String role) {
    return names.getOrDefault(role, new String[0]);
  }

  /** True if a table has a column of that role. */
  boolean has(Columns columns, String role) {
    return columns.hasAny(of(role));
  }

  /**
   * Takes the cell of a role; the empty text if there is none. Quotation marks of one stroke go.
   */
  String take(NamedRow row, String role) {
    return bare(row.textOrEmpty(of(role)));
  }

  /** The cell of a role, left untaken so that it stays with what is kept of the row. */
  String look(NamedRow row, String role) {
    return bare(row.look(of(role)));
  }

  /** Operators write {@code '9876543210'} so that spreadsheets leave the digits alone. */
  static String bare(String cell) {
    String text = cell.strip();
    if (text.startsWith("=\"") && text.endsWith("\"") && text.length() > 3) {
      text = text.substring(2, text.length() - 1);
    }
    while (text.startsWith("'")) {
      text = text.substring(1);
    }
    while (text.endsWith("'")) {
      text = text.substring(0, text.length() - 1);
    }
    return text.strip();
  }

  /** How sure that a table with these columns is of calls: whom, when, and one thing calls have. */
  int knows(Columns columns) {
    boolean pair = has(columns, "caller") && has(columns, "called");
    boolean other = has(columns, "other");
    boolean when = has(columns, "start") || has(columns, "date") && has(columns, "clock");
    int signs = 0;
    for (String role : new String[] {"duration", "imei", "imsi", "cell", "direction"}) {
      signs += has(columns, role) ? 1 : 0;
    }
    boolean call = has(columns, "duration") || has(columns, "imei") || has(columns, "cell");
    if (!when || !call || !(pair || other)) {
      return 0;
    }
    // Two generic words and a time may be any table of ties; an IMEI or a direction is not.
    boolean known = columns.hasAll("correspondent_id", "antenna_id");
    return known ? 90 : signs >= 3 ? 87 : signs == 2 ? 84 : 0;
  }
}
