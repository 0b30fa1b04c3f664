package dev.sextant.records.reader.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Tables grow columns, and change their order. Each headed table of each seed is given a column
 * that nobody knows, at several places: no other value moves, and its cells are kept. With its
 * columns in another order it says the same.
 */
@NullUnmarked // What is null where it must not be fails the test by itself.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnknownColumnsTest {
  /** Tables whose columns have their meaning by their place: a matrix, an edge and its ends. */
  private static final Set<String> BY_PLACE = Set.of("table");

  private final Set<String> met = new ConcurrentSkipListSet<>();

  /** A table: its cells, and what stands between them. */
  private record Cells(char separator, boolean mark, List<List<String>> rows) {
    static Cells of(byte[] bytes) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      boolean mark = text.startsWith("\uFEFF");
      text = mark ? text.substring(1) : text;
      int end = text.indexOf('\n');
      String first = end < 0 ? text : text.substring(0, end);
      char best = best(first);
      return new Cells(best, mark, rows(text, best));
    }

    private static char best(String line) {
      char best = ',';
      long most = 0;
      for (char c : new char[] {'\t', ';', ',', '|'}) {
        long found = line.chars().filter(x -> x == c).count();
        if (found > most) {
          most = found;
          best = c;
        }
      }
      return best;
    }

    private static List<List<String>> rows(String text, char separator) {
      List<List<String>> rows = new ArrayList<>();
      List<String> row = new ArrayList<>();
      StringBuilder cell = new StringBuilder();
      boolean quoted = false;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (quoted) {
          if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
            cell.append('"');
            i++;
          } else if (c == '"') {
            quoted = false;
          } else {
            cell.append(c);
          }
        } else if (c == '"' && cell.isEmpty()) {
          quoted = true;
        } else if (c == separator) {
          row.add(cell.toString());
          cell.setLength(0);
        } else if (c == '\n') {
          row.add(cell.toString().replaceFirst("\r$", ""));
          cell.setLength(0);
          rows.add(List.copyOf(row));
          row.clear();
        } else {
          cell.append(c);
        }
      }
      if (!row.isEmpty() || !cell.isEmpty()) {
        row.add(cell.toString());
        rows.add(List.copyOf(row));
      }
      return rows;
    }

    /** Has names above rows that are all as wide as they are. */
    boolean headed() {
      return rows.size() > 1
          && rows.getFirst().size() > 1
          && rows.getFirst().stream().allMatch(n -> n.matches("[\\p{L}0-9_ ?/().&'-]{1,60}"))
          && rows.getFirst().stream().allMatch(n -> n.matches(".*\\p{L}.*"))
          && rows.getFirst().stream().distinct().count() == rows.getFirst().size()
          && rows.stream().allMatch(r -> r.size() == rows.getFirst().size());
    }

    byte[] bytes(IntFunction<List<String>> made) {
      StringBuilder out = new StringBuilder(mark ? "\uFEFF" : "");
      for (int i = 0; i < rows.size(); i++) {
        List<String> cells = new ArrayList<>();
        for (String cell : made.apply(i)) {
          boolean quote =
              cell.indexOf(separator) >= 0 || cell.contains("\n") || cell.contains("\"");
          cells.add(quote ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
        }
        out.append(String.join(String.valueOf(separator), cells)).append('\n');
      }
      return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    byte[] asIs() {
      return bytes(rows::get);
    }

    byte[] grown(int place) {
      return bytes(i -> {
        List<String> row = new ArrayList<>(rows.get(i));
        boolean blank = row.stream().allMatch(String::isBlank);
        row.add(place, i == 0 ? "zzq column" : blank ? "" : Retelling.value(i));
        return row;
      });
    }

    byte[] turned(int by) {
      return bytes(i -> {
        List<String> row = new ArrayList<>(rows.get(i));
        Collections.rotate(row, by);
        return row;
      });
    }

    byte[] reversed() {
      return bytes(i -> rows.get(i).reversed());
    }
  }

  private interface Trial {
    void take(FuzzSource whole, Source.Part part, Cells cells) throws IOException;
  }

  private void tables(Reader reader, Trial trial) throws IOException {
    for (Map.Entry<String, byte[]> seed : FuzzSeedsTest.seeds(reader).entrySet()) {
      FuzzSource whole = FuzzSource.of(seed.getValue());
      if (!seed.getKey().startsWith("seed-") || reader.sniff(whole) <= 0) {
        continue; // Damaged, as it was found.
      }
      for (Source.Part part : whole.parts()) {
        Cells cells = Cells.of(part.head());
        if (cells.headed()) {
          met.add(reader.card().name());
          trial.take(whole, part, cells);
        }
      }
    }
  }

  private static FuzzSource with(FuzzSource whole, String path, byte[] bytes) throws IOException {
    if (path.isEmpty()) {
      return FuzzSource.of(bytes);
    }
    Map<String, byte[]> files = new TreeMap<>();
    for (Source.Part part : whole.parts()) {
      files.put(part.path(), part.path().equals(path) ? bytes : part.head());
    }
    return FuzzSource.of(FuzzSource.seed(files));
  }

  @TestFactory
  Stream<DynamicTest> aColumnThatNobodyKnowsIsKeptAndMovesNothing() {
    return ReaderFuzz.readers().stream()
        .filter(r -> !BY_PLACE.contains(r.card().name()))
        .map(r -> DynamicTest.dynamicTest(r.card().name(), () -> grown(r)));
  }

  private void grown(Reader reader) throws IOException {
    List<String> wrong = new ArrayList<>();
    tables(
        reader,
        (whole, part, cells) -> {
          Retelling was = Retelling.of(reader, with(whole, part.path(), cells.asIs()));
          int wide = cells.rows().getFirst().size();
          for (int place : new TreeSet<>(List.of(0, 1, wide / 2, wide))) {
            byte[] bytes = cells.grown(place);
            Retelling is = Retelling.of(reader, with(whole, part.path(), bytes));
            String where = part.path() + " " + cells.rows().getFirst() + " at " + place;
            if (is == null || was == null) {
              wrong.add("not known any more: " + where);
              continue;
            }
            if (!is.gist().equals(was.gist())) {
              wrong.add(
                  "says otherwise: " + where + "\n  " + was.beyond(is) + "\n  " + is.beyond(was));
            }
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            for (int i = 1; i < cells.rows().size(); i++) {
              int at = text.indexOf(Retelling.value(i));
              if (at >= 0 && !is.keeps(i, part.path(), at)) {
                wrong.add("not kept: " + where);
              }
            }
          }
        });
    assertThat(wrong).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> columnsInAnotherOrderSayTheSame() {
    return ReaderFuzz.readers().stream()
        .filter(r -> !BY_PLACE.contains(r.card().name()))
        .map(r -> DynamicTest.dynamicTest(r.card().name(), () -> shuffled(r)));
  }

  private void shuffled(Reader reader) throws IOException {
    List<String> wrong = new ArrayList<>();
    tables(
        reader,
        (whole, part, cells) -> {
          Retelling was = Retelling.of(reader, with(whole, part.path(), cells.asIs()));
          List<byte[]> orders = List.of(cells.reversed(), cells.turned(1), cells.turned(2));
          for (int i = 0; i < orders.size(); i++) {
            Retelling is = Retelling.of(reader, with(whole, part.path(), orders.get(i)));
            String where = part.path() + " " + cells.rows().getFirst() + " order " + i;
            if (is == null || was == null) {
              wrong.add("not known any more: " + where);
            } else if (!is.gist().equals(was.gist())) {
              wrong.add(
                  "says otherwise: " + where + "\n  " + was.beyond(is) + "\n  " + is.beyond(was));
            }
          }
        });
    assertThat(wrong).isEmpty();
  }

  @AfterAll
  void manyReadersHaveTables() {
    assertThat(met).as("readers whose tables were tried").hasSizeGreaterThanOrEqualTo(20);
  }
}
