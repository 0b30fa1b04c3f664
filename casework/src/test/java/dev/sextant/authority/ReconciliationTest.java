package dev.sextant.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.authority.Reconciliation.Report;
import dev.sextant.authority.Reconciliation.Word;
import dev.sextant.records.RecordQuery;
import dev.sextant.records.TelegramSample;
import dev.sextant.records.TelegramSample.Said;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
  private static final Instant DAY = Instant.parse("2026-03-01T10:00:00Z");

  private static void work(TestHouse house, Permit permit) {
    byte[] bytes =
        new TelegramSample()
            .chat(
                200,
                new Said(100, DAY, "The van is in the yard"),
                new Said(200, DAY.plusSeconds(60), "Bring the keys"))
            .bytes();
    house.records().read(permit, house.seal(permit, "result.json", bytes).id(), Progress.silent());
    house.records().search(permit, RecordQuery.of("van"));
    house.custody().exhibits(permit);
    house.records().readings(permit);
  }

  private static void asOwner(TestHouse house, String sql) throws SQLException {
    try (Connection owner =
            DriverManager.getConnection(
                house.access().url(),
                house.access().owner().role(),
                house.access().owner().password());
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void whatTheProgramReadsIsAccountedForAndWhatOthersReadIsNot() throws SQLException {
    try (TestHouse house = TestHouse.start()) {
      Permit permit =
          house.permit(
              Set.of(Selector.parse("platform_id@telegram:100")),
              Set.of(Platform.TELEGRAM),
              TestHouse.WIDE);
      work(house, permit);
      Reconciliation books = house.room().reconciliation();
      assertThat(books.run(null).word()).isEqualTo(Word.BASELINE);

      for (int i = 0; i < 5; i++) {
        work(house, permit);
        // A failed statement has read rows all the same.
        try (Act act = permit.begin(Step.VIEW, Particulars.none())) {
          assertThatThrownBy(() ->
                  house
                      .door()
                      .within(
                          act,
                          sql ->
                              sql.jdbc()
                                  .sql("select 1 / (number - number) from exhibit")
                                  .query(Integer.class)
                                  .list()))
              .isInstanceOf(RegisterFault.class);
        }
        Report quiet = books.run(null);
        assertThat(quiet.word()).as(quiet.toString()).isEqualTo(Word.AGREES);
        assertThat(quiet.accounted()).isPositive();
      }

      // The application's role, with a permit that lives: rows, but no act.
      try (Connection raw = house.application().getConnection();
          Statement statement = raw.createStatement()) {
        raw.setAutoCommit(false);
        statement.execute("select sextant.enter('" + permit.id() + "')");
        statement.execute("select body from sextant.record");
        statement.execute("select pg_stat_force_next_flush()");
        raw.commit();
        raw.setAutoCommit(true);
      }
      Report noticed = books.run(null);
      assertThat(noticed.word()).isEqualTo(Word.READS_UNACCOUNTED);
      assertThat(noticed.excess()).isPositive();

      // Said once; what comes on top is said again.
      assertThat(books.run(null).word()).isEqualTo(Word.AGREES);
      work(house, permit);
      assertThat(books.run(null).word()).isEqualTo(Word.AGREES);
      asOwner(house, "alter table sextant.exhibit no force row level security");
      asOwner(house, "select * from sextant.exhibit");
      asOwner(house, "alter table sextant.exhibit force row level security");
      assertThat(books.run(house.overseer()).word()).isEqualTo(Word.READS_UNACCOUNTED);
      assertThatThrownBy(() -> books.run(house.analyst())).isInstanceOf(Refused.Role.class);
    }
  }
}
