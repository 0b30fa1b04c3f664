package dev.sextant.records.reader.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.reader.ExhibitSource;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.Source;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SectionsTest {
  @TempDir Path folder;

  private static final String TABLE =
      """
      "Legend: what
      the columns, mean"
      ==========
      IP,First Seen-Time,note
      1.2.3.4,2026-01-01,"a ""b"", c"
      ,,

      ----------
      Latitude,Longitude
      34.5 ± 3 meters,"8
      9"
      """;

  private List<String> pieces(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("x.csv"), bytes);
    try (ExhibitSource source = ExhibitSource.open(file, Limits.standard())) {
      Source.Part part = source.parts().getFirst();
      List<String> told = new ArrayList<>();
      try (Sections sections =
          Sections.of(
              DelimitedPart.open(part, Limits.standard()),
              c -> c.has("ip") || c.hasAll("latitude", "longitude"))) {
        for (Sections.Piece p = sections.next(); p != null; p = sections.next()) {
          byte[] range = Arrays.copyOfRange(bytes, (int) p.row().from(), (int) p.row().to());
          told.add(
              switch (p) {
                case Sections.Piece.Head h -> "head " + h.columns();
                case Sections.Piece.Told t ->
                    t.cells().text("first_seen_time", "latitude") + " " + t.cells().rest();
                case Sections.Piece.Prose q -> "prose " + range.length;
                case Sections.Piece.Broken b -> "broken";
              });
        }
      }
      return told;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE"})
  void tellsLegendsHeadsAndRowsApart(String charset) throws IOException {
    String text = (charset.equals("UTF-8") ? "" : "\uFEFF") + TABLE;
    byte[] bytes = text.getBytes(Charset.forName(charset));
    int two = charset.equals("UTF-8") ? 1 : 2;
    assertThat(pieces(bytes))
        .containsExactly(
            "prose " + 32 * two,
            "prose " + 10 * two,
            "head IP, First Seen-Time, note",
            "2026-01-01 {IP=1.2.3.4, note=a \"b\", c}",
            "prose " + 10 * two,
            "head Latitude, Longitude",
            "34.5 ± 3 meters {Longitude=8\n9}");
  }

  @Test
  void aHeadBelowAHeadBeginsASection() throws IOException {
    assertThat(
            pieces(
                "ip,first seen time\nlatitude,longitude\n1,2\n".getBytes(StandardCharsets.UTF_8)))
        .containsExactly("head ip, first seen time", "head latitude, longitude", "1 {longitude=2}");
  }

  @Test
  void aQuotationWithoutAnEndIsBroken() throws IOException {
    assertThat(pieces("ip,x\n1,\"2\n3".getBytes(StandardCharsets.UTF_8)))
        .containsExactly("head ip, x", "broken");
  }

  @Test
  void namesAreComparedWithoutCaseAndMarks() {
    assertThat(Columns.key(" First seen-TIME (UTC) ")).isEqualTo("first_seen_time_utc");
    Columns twice = Columns.of(List.of("a", "A", ""));
    assertThat(twice.keys()).containsExactly("a");
    assertThat(twice.name(2)).isEqualTo("column 3");
  }
}
