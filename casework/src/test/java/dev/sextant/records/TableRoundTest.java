package dev.sextant.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.authority.Permit;
import dev.sextant.custody.Exhibit;
import dev.sextant.records.reader.mapping.MappingProfile;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Fault;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The rows round a record of a table: out of the sealed exhibit, and no more than the scope lets.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TableRoundTest {
  private static final Selector ANNA =
      Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "100100");

  private static final String PROFILE =
      "{profile: chat-r, version: 1, platform: telegram, records: [{kind: message, from: {column:"
          + " sender, basis: id}, to: {column: receiver, basis: id}, time: sent at, text: body}]}";

  private TestHouse house;
  private Permit permit;

  @BeforeAll
  void start() {
    house = TestHouse.start();
    permit = house.permit(Set.of(ANNA), Set.of(Platform.TELEGRAM), TestHouse.WIDE);
  }

  @AfterAll
  void stop() {
    house.close();
  }

  private static String[][] table() {
    String[][] rows = new String[42][];
    rows[0] = new String[] {"sender", "receiver", "sent at", "body"};
    for (int i = 1; i < rows.length; i++) {
      boolean inside = i % 2 == 1;
      rows[i] =
          new String[] {
            inside ? "100100" : "300300",
            inside ? "200200" : "400400",
            "2026-05-04T10:11:%02dZ".formatted(i),
            (inside ? "said " : "private ") + i
          };
    }
    return rows;
  }

  private static byte[] book() throws IOException {
    StringBuilder texts = new StringBuilder("<sst>");
    StringBuilder rows = new StringBuilder();
    int text = 0;
    String[][] table = table();
    for (int r = 0; r < table.length; r++) {
      rows.append("<row r=\"").append(r + 1).append("\">");
      for (int c = 0; c < table[r].length; c++) {
        rows.append("<c r=\"").append((char) ('A' + c)).append(r + 1).append("\" t=\"s\"><v>");
        rows.append(text++).append("</v></c>");
        texts.append("<si><t>").append(table[r][c]).append("</t></si>");
      }
      rows.append("</row>");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      entry(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Chat\" r:id=\"r1\"/></sheets></workbook>");
      entry(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
      entry(zip, "xl/sharedStrings.xml", texts + "</sst>");
      entry(
          zip,
          "xl/worksheets/sheet1.xml",
          "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }
    return out.toByteArray();
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static byte[] separated() {
    StringBuilder out = new StringBuilder();
    for (String[] row : table()) {
      out.append(String.join(";", row)).append("\r\n");
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private Digest read(String name, byte[] bytes, int said) {
    Exhibit exhibit = house.seal(permit, name, bytes);
    house
        .records()
        .read(
            permit,
            exhibit.id(),
            Optional.empty(),
            Optional.of(MappingProfile.parse(PROFILE)),
            Progress.silent());
    return house
        .records()
        .search(permit, RecordQuery.all().exhibit(exhibit.id()).words("\"said " + said + "\""))
        .found()
        .getFirst()
        .record()
        .id();
  }

  private void roundIs(TableRound round, String pointer) {
    assertThat(round.columns()).containsExactly("sender", "receiver", "sent at", "body");
    List<TableRound.Row> marked =
        round.rows().stream()
            .filter(row -> row.cells().stream().anyMatch(TableRound.Cell::marked))
            .toList();
    assertThat(marked).hasSize(1);
    assertThat(marked.getFirst().pointer()).isEqualTo(pointer);
    assertThat(marked.getFirst().cells()).extracting(TableRound.Cell::text).contains("said 21");
    assertThat(round.rows()).hasSize(25);
    assertThat(round.toString()).doesNotContain("private").doesNotContain("300300");
    assertThat(round.toString()).contains("said 19").contains("said 23").contains("said 9");
    assertThat(round.rows().stream().filter(row -> row.cells().isEmpty())).hasSize(12);
  }

  @Test
  void aRowOfAWorkbookAmongItsNeighbours() throws IOException {
    Digest record = read("chat.xlsx", book(), 21);
    TableRound round = house.records().tableRound(permit, record);
    assertThat(round.sheet()).isEqualTo("Chat");
    roundIs(round, "Chat!22");
  }

  @Test
  void aRowOfAWorkbookWithinAnArchive() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("phone/chat.csv"));
      zip.write(separated());
      zip.closeEntry();
    }
    roundIs(house.records().tableRound(permit, read("phone.zip", out.toByteArray(), 21)), "22");
  }

  @Test
  void aRowOfSeparatedText() {
    roundIs(house.records().tableRound(permit, read("chat.csv", separated(), 21)), "22");
  }

  @Test
  void aRecordOfNoTableHasNoRows() {
    byte[] export =
        new TelegramSample()
            .chat(
                200,
                new TelegramSample.Said(
                    200, java.time.Instant.parse("2026-03-02T10:00:00Z"), "no table at all"))
            .bytes();
    Permit other =
        house.permit(
            Set.of(Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "100")),
            Set.of(Platform.TELEGRAM),
            TestHouse.WIDE);
    Exhibit exhibit = house.seal(other, "result.json", export);
    house.records().read(other, exhibit.id(), Progress.silent());
    Digest record =
        house.records().search(other, RecordQuery.of("table")).found().getFirst().record().id();
    assertThat(house.records().tableRound(other, record).rows()).isEmpty();
    assertThatThrownBy(() -> house.records().tableRound(permit, record))
        .isInstanceOfSatisfying(
            Fault.class, e -> assertThat(e.code()).isEqualTo("SX-RECORD-NOT-FOUND"));
  }
}
