package dev.sextant.records.reader.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The cells of one row as one record form takes them; remembers which it took. */
final class Cells {
  private final Table table;
  private final Grid.Line line;
  private final RecordForm form;
  private final Set<String> took = new HashSet<>();
  private final Map<String, String> kept = new TreeMap<>();
  private final Map<String, String> unreadable = new LinkedHashMap<>();

  Cells(Table table, Grid.Line line, RecordForm form) {
    this.table = table;
    this.line = line;
    this.form = form;
    for (FieldForm keep : form.all(Role.KEEP)) {
      for (String column : keep.columns()) {
        String text = text(column);
        if (!text.isEmpty()) {
          kept.put(name(column), text);
        }
      }
    }
  }

  /** The record's form. */
  RecordForm form() {
    return form;
  }

  /** The text of a column, without what spreadsheets put around it. */
  String text(String column) {
    return table.cell(line, column).text();
  }

  /* A column as the table writes its name, for the same one may be asked for in another case. */
  private String name(String column) {
    Grid.Heads heads = table.heads(line);
    int at = heads.find(column);
    return at < 0 ? column : heads.name(at);
  }

  /** The cells of a field joined by a blank, or its constant; not marked as taken. */
  String look(FieldForm field) {
    StringBuilder joined = new StringBuilder();
    for (String column : field.columns()) {
      String text = text(column);
      if (!text.isEmpty()) {
        joined.append(joined.isEmpty() ? "" : " ").append(text);
      }
    }
    if (joined.isEmpty()) {
      return field.value() == null ? "" : field.value();
    }
    return joined.toString();
  }

  /** The same, marked as taken: it stands in the record as it is. */
  String take(FieldForm field) {
    field.columns().forEach(c -> took.add(name(c)));
    return look(field);
  }

  /** The first text of a role, taken; empty if there is none. */
  String take(Role role) {
    for (FieldForm field : form.all(role)) {
      String text = take(field);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  /** Every text of a role, split where the profile says so; taken. */
  List<String> all(Role role) {
    List<String> all = new ArrayList<>();
    form.all(role).forEach(field -> all.addAll(split(field, take(field))));
    return all;
  }

  /** The values in a cell. */
  static List<String> split(FieldForm field, String text) {
    String separator = field.separator();
    if (separator == null || separator.isEmpty()) {
      return text.isEmpty() ? List.of() : List.of(text);
    }
    List<String> all = new ArrayList<>();
    for (String one : text.split(Pattern.quote(separator), -1)) {
      if (!one.isBlank()) {
        all.add(one.strip());
      }
    }
    return all;
  }

  /** The first text of a role in our words; the cell itself is kept if it was another word. */
  String word(Role role) {
    for (FieldForm field : form.all(role)) {
      String text = look(field);
      if (!text.isEmpty()) {
        String ours = field.words().get(text.strip().toLowerCase(Locale.ROOT));
        if (ours == null || ours.equals(text)) {
          take(field);
        }
        return ours == null ? text : ours;
      }
    }
    return "";
  }

  /** Keeps a field's cell beside the record, since the record has it in another form. */
  void keep(FieldForm field) {
    for (String column : field.columns()) {
      String text = text(column);
      if (!text.isEmpty()) {
        kept.put(name(column), text);
      }
    }
  }

  /** Tells that the cells of a field could not be read. */
  void unreadable(FieldForm field, String why) {
    field.columns().stream()
        .filter(c -> !text(c).isEmpty())
        .findFirst()
        .ifPresent(c -> unreadable.putIfAbsent(name(c), why));
  }

  /** Tells that the cell of a column could not be read. */
  void unreadable(String column, String why) {
    unreadable.putIfAbsent(name(column), why);
  }

  /** True if a column stands in the record. */
  boolean took(String name) {
    return took.contains(name);
  }

  /** What is kept beside the record. */
  Map<String, String> kept() {
    return kept;
  }

  /** Columns whose cells could not be read, and why. */
  Map<String, String> unreadable() {
    return unreadable;
  }
}
