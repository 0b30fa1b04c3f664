package dev.sextant.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.TestHouse;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What says whether a permit lives says it in one way, wherever the database asks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LivingPermitTest {
  /** Everything that answers nothing once a permit is dead. */
  private static final List<String> ASKED =
      List.of(
          "permit_case",
          "permit_authority",
          "permit_platforms",
          "permit_version",
          "permit_covers",
          "permit_actor");

  private TestHouse house;

  @BeforeAll
  void start() {
    house = TestHouse.start();
  }

  @AfterAll
  void stop() {
    house.close();
  }

  private Connection owner() throws SQLException {
    return DriverManager.getConnection(
        house.access().url(), house.access().owner().role(), house.access().owner().password());
  }

  /* From the tables on, with all spaces alike. */
  private static String conditions(String body) {
    return body.replaceAll("\\s+", " ").replaceAll("^.*? from permit p", "from permit p").strip();
  }

  @Test
  void theConditionsAreTheSameToTheLetter() throws SQLException {
    Map<String, String> bodies = new LinkedHashMap<>();
    try (Connection connection = owner();
        Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                "select proname, prosrc from pg_proc where pronamespace = 'sextant'::regnamespace"
                    + " and proname in ('living_permit', 'permit_from', 'permit_to', '"
                    + String.join("', '", ASKED)
                    + "')")) {
      while (row.next()) {
        bodies.put(row.getString(1), conditions(row.getString(2)));
      }
    }
    assertThat(bodies).hasSize(3 + ASKED.size());
    assertThat(bodies.get("living_permit"))
        .startsWith("from permit p join")
        .contains("disabled_at");
    assertThat(bodies.values()).containsOnly(bodies.get("living_permit"));
  }

  @Test
  void aDeadPermitAnswersNothing() throws SQLException {
    Permit permit =
        house.permit(
            Set.of(Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "100")),
            Set.of(Platform.TELEGRAM),
            TestHouse.WIDE);
    assertThat(answers(permit)).doesNotContainNull();
    try (Connection connection = owner();
        Statement sql = connection.createStatement()) {
      sql.execute(
          "update sextant.permit set revoked_at = sextant.moment() where id = '"
              + permit.id()
              + "'");
    }
    assertThat(answers(permit)).hasSize(ASKED.size()).containsOnlyNulls();
  }

  private List<Object> answers(Permit permit) throws SQLException {
    List<Object> answers = new ArrayList<>();
    try (Connection connection = house.application().getConnection();
        Statement sql = connection.createStatement()) {
      connection.setAutoCommit(false);
      sql.execute("select enter('" + permit.id() + "')");
      for (String one : ASKED) {
        try (ResultSet row = sql.executeQuery("select " + one + "()")) {
          row.next();
          answers.add(row.getObject(1));
        }
      }
      connection.rollback();
    }
    return answers;
  }
}
