package dev.sextant.app.flow;

import dev.sextant.authority.Permit;
import dev.sextant.subjects.Basis;
import dev.sextant.subjects.Fact;
import dev.sextant.subjects.Person;
import dev.sextant.subjects.PersonDraft;
import dev.sextant.subjects.Subjects;
import dev.sextant.subjects.SuspicionDraft;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.Fault;
import dev.sextant.terms.StatementType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Proposes subjects from a table, one line a fact: {@code person,label,identifiers,offence,
 * relevance,type,basis,text,source}. Lines of the same {@code person} belong together; identifiers
 * are parted by a bar. It goes through the same door as a single proposal: what could not be
 * proposed by hand cannot be imported, and what is imported waits in quarantine for a second
 * person.
 */
public final class SubjectCsv {
  /** The columns, in any order. */
  public static final List<String> COLUMNS =
      List.of(
          "person",
          "label",
          "identifiers",
          "offence",
          "relevance",
          "type",
          "basis",
          "text",
          "source");

  private static final int MOST_PERSONS = 1_000;

  private final Subjects subjects;

  /**
   * @param subjects the door that every proposal goes through
   */
  public SubjectCsv(Subjects subjects) {
    this.subjects = subjects;
  }

  /**
   * What became of one person of the table.
   *
   * @param line first line of the person, from 1
   * @param person the table's word for the person
   * @param proposed the person in quarantine, or null if refused
   * @param fault why it was refused, or null
   */
  public record Outcome(
      int line, String person, @Nullable Person proposed, @Nullable Fault fault) {}

  private record Row(int line, Map<String, String> cells) {
    String cell(String column) {
      return cells.getOrDefault(column, "").strip();
    }
  }

  /**
   * Proposes everybody in a table.
   *
   * @throws BadValue {@code SX-SUBJ-CSV} if a column is missing or a line is cut short; nobody was
   *     proposed then
   */
  public List<Outcome> propose(Permit permit, String csv) {
    Map<String, List<Row>> persons = new LinkedHashMap<>();
    for (Row row : rows(csv)) {
      persons.computeIfAbsent(row.cell("person"), p -> new ArrayList<>()).add(row);
    }
    if (persons.isEmpty() || persons.size() > MOST_PERSONS) {
      throw bad("persons", persons.size() + "", "give 1 to " + MOST_PERSONS);
    }
    List<Outcome> outcomes = new ArrayList<>();
    persons.forEach((person, rows) -> outcomes.add(one(permit, person, rows)));
    return outcomes;
  }

  private Outcome one(Permit permit, String person, List<Row> rows) {
    Row first = rows.getFirst();
    try {
      PersonDraft draft =
          new PersonDraft(
              first.cell("label"),
              Arrays.stream(first.cell("identifiers").split("\\|"))
                  .map(String::strip)
                  .filter(i -> !i.isEmpty())
                  .toList());
      List<Fact> facts =
          rows.stream()
              .filter(r -> !r.cell("text").isEmpty())
              .map(r ->
                  new Fact(
                      choice(StatementType.values(), r, "type"),
                      choice(Basis.values(), r, "basis"),
                      r.cell("text"),
                      r.cell("source")))
              .toList();
      SuspicionDraft suspicion =
          new SuspicionDraft(first.cell("offence"), first.cell("relevance"), facts);
      return new Outcome(first.line, person, subjects.propose(permit, draft, suspicion), null);
    } catch (Fault e) {
      return new Outcome(first.line, person, null, e);
    }
  }

  private static <E extends Enum<E>> E choice(E[] all, Row row, String column) {
    return Arrays.stream(all)
        .filter(one -> one.name().equalsIgnoreCase(row.cell(column)))
        .findFirst()
        .orElseThrow(() ->
            bad(
                "line " + row.line + ", " + column,
                row.cell(column),
                "use one of " + Arrays.toString(all)));
  }

  private static BadValue bad(String place, String value, String cure) {
    return new BadValue("SX-SUBJ-CSV", place, value, cure);
  }

  private static List<Row> rows(String csv) {
    List<List<String>> lines = cells(csv);
    if (lines.isEmpty()) {
      throw bad("table", "no line", "begin with a line of columns: " + String.join(",", COLUMNS));
    }
    List<String> head = lines.getFirst().stream().map(String::strip).toList();
    if (!head.containsAll(COLUMNS)) {
      throw bad("line 1", String.join(",", head), "name the columns " + String.join(",", COLUMNS));
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      List<String> line = lines.get(i);
      if (line.size() == 1 && line.getFirst().isBlank()) {
        continue;
      }
      if (line.size() != head.size()) {
        throw bad("line " + (i + 1), line.size() + " cells", "give " + head.size());
      }
      Map<String, String> cells = new LinkedHashMap<>();
      for (int c = 0; c < head.size(); c++) {
        cells.put(head.get(c), line.get(c));
      }
      rows.add(new Row(i + 1, cells));
    }
    return rows;
  }

  /* RFC 4180, with quotes doubled inside quotes; a quoted cell may span lines. */
  private static List<List<String>> cells(String csv) {
    List<List<String>> all = new ArrayList<>();
    String text = csv.startsWith("\ufeff") ? csv.substring(1) : csv;
    try (BufferedReader in = new BufferedReader(new StringReader(text))) {
      List<String> line = new ArrayList<>();
      StringBuilder cell = new StringBuilder();
      boolean quoted = false;
      for (int c = in.read(); c >= 0; c = in.read()) {
        if (c == '"') {
          in.mark(1);
          if (quoted && in.read() == '"') {
            cell.append('"');
          } else {
            if (quoted) {
              in.reset();
            }
            quoted = !quoted;
          }
        } else if (!quoted && (c == ',' || c == '\n')) {
          line.add(cell.toString().replace("\r", ""));
          cell.setLength(0);
          if (c == '\n') {
            all.add(line);
            line = new ArrayList<>();
          }
        } else {
          cell.append((char) c);
        }
      }
      if (quoted) {
        throw bad("last line", "a quote that is not closed", "close it");
      }
      if (!cell.isEmpty() || !line.isEmpty()) {
        line.add(cell.toString());
        all.add(line);
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
