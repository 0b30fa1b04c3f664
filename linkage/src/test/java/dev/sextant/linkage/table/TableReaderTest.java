package dev.sextant.linkage.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.linkage.LinkageFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables as people save them, and what they are told where one is none. */
class TableReaderTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void quotesLineEndsAndMarks() throws IOException {
    Table table =
        TableReader.read(
            file(
                "a.csv",
                "\uFEFFid,name,note\r\n1,\"Ann \"\"A\"\", Lee\",\"two\nlines\"\r\n\n2, b ,\n"),
            null,
            "id");
    assertThat(table.ids()).containsExactly("1", "2");
    assertThat(cell(table, "name", 0)).isEqualTo("Ann \"A\", Lee");
    assertThat(cell(table, "note", 0)).isEqualTo("two\nlines");
    assertThat(cell(table, "name", 1)).isEqualTo("b");
    assertThat(Objects.requireNonNull(table.column("note")).codes()[1]).isEqualTo(-1);
    assertThat(table.twoSided()).isFalse();
  }

  @Test
  void twoFilesMeetByName() throws IOException {
    Table table =
        TableReader.read(
            file("a.csv", "id,x,y\n1,p,q\n"), file("b.tsv", "y\tid\tz\nq\t1\tr\n"), "id");
    assertThat(table.left()).isEqualTo(1);
    assertThat(table.rows()).isEqualTo(2);
    Column y = Objects.requireNonNull(table.column("y"));
    assertThat(y.codes()[0]).isEqualTo(y.codes()[1]);
    assertThat(cell(table, "x", 1)).isEmpty();
    assertThat(cell(table, "z", 0)).isEmpty();
    assertThat(table.row("1", true)).isEqualTo(1);
  }

  @Test
  void semicolonsWhereThereIsNoComma() throws IOException {
    Table table = TableReader.read(file("a.csv", "id;x\n1;p,q"), null, "id");
    assertThat(cell(table, "x", 0)).isEqualTo("p,q");
  }

  @Test
  void faultsNameTheLine() throws IOException {
    refused("id,x\n1,a\n2,b,c\n", "SX-LINK-ROW", "line 3");
    refused("id,x\n1\n", "SX-LINK-ROW", "line 2");
    refused("id,x\n1,a\n1,b\n", "SX-LINK-ID", "line 3");
    refused("id,x\n,a\n", "SX-LINK-ID", "line 2");
    refused("id,x\n1,\"a\n", "SX-LINK-QUOTE", "line 2");
    refused("id,x\n1,\"a\"b\n", "SX-LINK-QUOTE", "line 2");
    refused("id,id\n", "SX-LINK-HEADER", "line 1");
    refused("x,y\n1,2\n", "SX-LINK-ID-COLUMN", "line 1");
    refused("", "SX-LINK-EMPTY", "line 1");
    Path bad = folder.resolve("bad.csv");
    Files.write(bad, "id,x\n1,\u00E9".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> TableReader.read(bad, null, "id"))
        .isInstanceOfSatisfying(
            LinkageFault.class, fault -> assertThat(fault.code()).isEqualTo("SX-LINK-UTF8"));
    assertThatThrownBy(() -> TableReader.read(folder.resolve("none.csv"), null, "id"))
        .isInstanceOfSatisfying(
            LinkageFault.class, fault -> assertThat(fault.code()).isEqualTo("SX-LINK-FILE"));
  }

  @Test
  void anIdOfManyIsHeldOnceAFile() throws IOException {
    StringBuilder text = new StringBuilder("id,x\n");
    for (int i = 0; i < 5_000; i++) {
      text.append("r").append(i).append(",1\n");
    }
    Path left = file("many.csv", text.toString());
    Path right = file("others.csv", text.toString());
    assertThat(TableReader.read(left, right, "id").rows()).isEqualTo(10_000);
    refused(text + "r17,1\n", "SX-LINK-ID", "line 5002");
  }

  private void refused(String text, String code, String place) throws IOException {
    Path path = file("r.csv", text);
    assertThatThrownBy(() -> TableReader.read(path, null, "id"))
        .isInstanceOfSatisfying(
            LinkageFault.class,
            fault -> {
              assertThat(fault.code()).isEqualTo(code);
              assertThat(fault.place()).contains(place);
              assertThat(fault.cure()).isNotBlank();
            });
  }

  private static String cell(Table table, String column, int row) {
    return Objects.requireNonNull(table.column(column)).cell(row);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
