package dev.sextant.deconfliction.store;

import dev.sextant.deconfliction.OtherHouse;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.terms.ActorId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Other houses, and which of their questions were evaluated. */
public final class HouseRows {
  private HouseRows() {}

  /** Admits a house; false if it is there already. */
  public static boolean admit(JdbcClient jdbc, OtherHouse other, ActorId by, Instant at) {
    return jdbc.sql(
                """
                insert into deconflict_house (id, name, unit, public_key, verifier, admitted_by, admitted_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
            .param(other.id())
            .param(other.name())
            .param(other.unit())
            .param(other.publicKey())
            .param(other.verifier().text())
            .param(by.value())
            .param(Timestamp.from(at))
            .update()
        == 1;
  }

  /** One house. */
  public static Optional<OtherHouse> find(JdbcClient jdbc, UUID id) {
    return jdbc.sql("select * from deconflict_house where id = ?")
        .param(id)
        .query((row, number) -> read(row))
        .optional();
  }

  /** All, by name. */
  public static List<OtherHouse> all(JdbcClient jdbc) {
    return jdbc.sql("select * from deconflict_house order by name, id")
        .query((row, number) -> read(row))
        .list();
  }

  private static OtherHouse read(ResultSet row) throws SQLException {
    return new OtherHouse(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("unit"),
        row.getString("public_key"),
        VerifierKey.parse(row.getString("verifier")));
  }

  /** How many elements were evaluated for a house since a moment. */
  public static long served(JdbcClient jdbc, UUID house, Instant since) {
    return jdbc.sql(
            "select coalesce(sum(elements), 0) from deconflict_served where house = ? and at > ?")
        .param(house)
        .param(Timestamp.from(since))
        .query(Long.class)
        .single();
  }

  /** Notes that a question was evaluated; false if it was before. */
  public static boolean serve(
      JdbcClient jdbc, UUID house, UUID question, int elements, Instant at) {
    return jdbc.sql(
                "insert into deconflict_served (house, question, at, elements)"
                    + " values (?, ?, ?, ?) on conflict do nothing")
            .param(house)
            .param(question)
            .param(Timestamp.from(at))
            .param(elements)
            .update()
        == 1;
  }

  /** Whether a question was evaluated. */
  public static boolean wasServed(JdbcClient jdbc, UUID house, UUID question) {
    return jdbc.sql(
            "select exists (select 1 from deconflict_served where house = ? and question = ?)")
        .param(house)
        .param(question)
        .query(Boolean.class)
        .single();
  }
}
