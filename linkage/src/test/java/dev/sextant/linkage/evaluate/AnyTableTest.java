package dev.sextant.linkage.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.linkage.LinkageFault;
import dev.sextant.linkage.delimited.DelimitedRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What linking reads as a table, evaluating reads as the same table. */
class AnyTableTest {
  @TempDir Path folder;

  private List<List<String>> rows(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    List<List<String>> all = new ArrayList<>();
    try (DelimitedRows rows = DelimitedRows.table(file)) {
      all.add(rows.header());
      while (rows.next()) {
        all.add(rows.cells());
      }
    }
    return all;
  }

  @Test
  void itsNameAndItsFirstLineSayHowItIsParted() throws IOException {
    List<List<String>> table = List.of(List.of("id", "name"), List.of("1", "a,b"));
    assertThat(rows("t.csv", "id,name\n1,\"a,b\"\n")).isEqualTo(table);
    assertThat(rows("u.csv", "\uFEFFid;name\r\n\r\n1;a,b")).isEqualTo(table);
    assertThat(rows("t.tsv", "id\tname\r1\ta,b\r")).isEqualTo(table);
  }

  @Test
  void aQuoteThatIsNotClosedWhereItsCellEndsIsAFault() {
    assertThatThrownBy(() -> rows("t.csv", "id,name\n1,\"a\"b\n"))
        .isInstanceOf(LinkageFault.class)
        .hasMessageStartingWith("SX-LINK-QUOTE: ")
        .hasMessageContaining("t.csv, line 2");
  }

  @Test
  void whatTheLibraryWroteIsTakenAsItStands() throws IOException {
    Path file = Files.writeString(folder.resolve("pairs.tsv"), "\"a\tb\"\n\nc\td\n");
    try (DelimitedRows rows = DelimitedRows.tabs(file)) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.cells()).containsExactly("\"a", "b\"");
      assertThat(rows.next()).isTrue();
      assertThat(rows.place()).isEqualTo("pairs.tsv, line 3");
      assertThat(rows.next()).isFalse();
    }
  }
}
