package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The database's administrator selects evidence directly. */
@Attack(8)
class Attack08Test {
  private static final List<String> MARKS =
      List.of("diggers", "Price as last time", "sxt_anna", "Anna", "7700 900100", "result.json");

  @Test
  void heReadsCiphertextAndTheCountOfReadsGivesHimAway(Board board) throws SQLException {
    Board.Ready ready = board.ready();
    Caller ana = board.as("ana").under(ready.authority(), "Read what the customer answered");
    assertThat(ana.get("/api/records?q=diggers").requireOk().json().get("total").asLong())
        .isEqualTo(1);
    Caller otto = board.as("otto");
    assertThat(otto.post("/api/reconciliation", Map.of()).requireOk().text("word"))
        .isEqualTo("BASELINE");

    // What the program reads is accounted for.
    ana.get("/api/records?q=price").requireOk();
    ana.get("/api/exhibits").requireOk();
    assertThat(otto.post("/api/reconciliation", Map.of()).requireOk().text("word"))
        .isEqualTo("AGREES");

    board.say("The administrator of the database selects every column of every case table.");
    for (String table : List.of("exhibit", "record", "sealed_record", "custody_entry", "reading")) {
      List<List<String>> rows =
          board.sql(Board.SqlRole.ADMINISTRATOR, "select t::text from sextant." + table + " t");
      assertThat(rows.toString()).as(table).doesNotContain(MARKS);
    }
    assertThat(
            board
                .sql(Board.SqlRole.ADMINISTRATOR, "select count(*) from sextant.record")
                .toString())
        .as("there was something to read")
        .isNotEqualTo("[[0]]");
    // The server hands its counters over when a session ends; the next may be before that.
    Answer found = otto.post("/api/reconciliation", Map.of()).requireOk();
    assertThat(found.text("word")).as(found.body()).isEqualTo("READS_UNACCOUNTED");
    Leaf alert =
        board.leafOf(leaf ->
            leaf.field("step").equals("ALERT")
                && leaf.field("inputs.what").equals("READS_UNACCOUNTED"));
    assertThat(Long.parseLong(alert.field("inputs.rows"))).isPositive();

    // As the application's role: nothing without a permit, and with a stolen one, rows but no act.
    assertThat(board.sql(Board.SqlRole.APPLICATION, "select * from sextant.record")).isEmpty();
    try (Connection raw = board.connect(Board.SqlRole.APPLICATION);
        Statement sql = raw.createStatement()) {
      raw.setAutoCommit(false);
      sql.execute("select sextant.enter(id) from sextant.permit order by issued_at desc limit 1");
      sql.execute("select body from sextant.record");
      raw.commit();
    }
    assertThat(otto.post("/api/reconciliation", Map.of()).requireOk().text("word"))
        .isEqualTo("READS_UNACCOUNTED");
    assertThat(board.as("ben").post("/api/reconciliation", Map.of()).code())
        .isEqualTo("SX-AUTH-ROLE");
  }
}
