package dev.sextant.authority;

import dev.sextant.terms.Digest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Collection;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The only way to case tables. Every use is inside an act, in one transaction, as the role that
 * owns nothing; the database shows and takes rows of the permit's case alone, while the permit
 * lives.
 *
 * <p>PostgreSQL refuses {@code COPY FROM} into a table with row security: copy into a temporary
 * table of the same transaction and {@code insert ... select} from there.
 */
public final class Door {
  /** PostgreSQL's word for a row that a policy does not let in. */
  private static final String ROW_REFUSED = "42501";

  private final DataSource application;

  Door(DataSource application) {
    this.application = application;
  }

  /**
   * What is done in one transaction.
   *
   * @param <T> what comes out
   */
  public interface SqlWork<T> {
    /** Runs statements; must not commit, roll back or keep the connection. */
    T run(Sql sql) throws SQLException;
  }

  /**
   * One transaction's two handles on the same connection.
   *
   * @param jdbc for ordinary statements
   * @param connection for copies and streams
   */
  public record Sql(JdbcClient jdbc, Connection connection) {}

  /**
   * Runs work under the act's permit: commits when it returns, rolls back when it throws.
   *
   * @throws Refused.Leave if the act is over or its permit is dead
   * @throws RegisterFault {@code SX-AUTH-DATABASE} if the database refuses or fails; without the
   *     database's words, which may quote evidence
   */
  public <T> T within(Act act, SqlWork<T> work) {
    act.requireOpen();
    try (Connection connection = application.getConnection()) {
      connection.setAutoCommit(false);
      boolean committed = false;
      Savepoint begun = null;
      try {
        enter(connection, act.permit());
        // What fails is counted too: an aborted transaction answers nothing, but a savepoint does.
        begun = connection.setSavepoint();
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        T result = work.run(new Sql(jdbc, connection));
        act.read(rowsRead(connection));
        connection.commit();
        committed = true;
        return result;
      } finally {
        if (!committed) {
          abandon(connection, act, begun);
        }
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw fault(act, e);
    } catch (DataAccessException e) {
      throw fault(act, e);
    }
  }

  private static void abandon(Connection connection, Act act, @Nullable Savepoint begun)
      throws SQLException {
    if (begun != null) {
      connection.rollback(begun);
      act.read(rowsRead(connection));
    }
    connection.rollback();
  }

  private static long rowsRead(Connection connection) throws SQLException {
    try (PreparedStatement ask = connection.prepareStatement("select sextant.rows_read_here()");
        ResultSet row = ask.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /* What the database refuses because the permit has died meanwhile is a refusal, not a fault. */
  private static RuntimeException fault(Act act, Exception e) {
    RegisterFault fault = Register.fault(act.step().name(), e);
    if (fault.value().contains(ROW_REFUSED)) {
      act.requireAlive();
    }
    return fault;
  }

  /**
   * Says what the next derived row of this transaction rests on, so that it falls with it. Unsaid,
   * a row rests on every exhibit that its authority has read.
   *
   * @param jdbc of the transaction
   * @param records those it rests on; null for all that was read
   * @param things other derived things that it rests on, by their identifiers
   */
  public static void restsOn(
      JdbcClient jdbc, @Nullable Collection<Digest> records, Collection<UUID> things) {
    String[] ids =
        records == null ? null : records.stream().map(Digest::hex).toArray(String[]::new);
    jdbc.sql(
            """
            select sextant.rests_on(case when :all then null else
              array(select decode(one, 'hex') from unnest(:records::text[]) one) end, :things::uuid[])
            """)
        .param("all", ids == null)
        .param("records", ids == null ? new String[0] : ids)
        .param("things", things.toArray(UUID[]::new))
        .query()
        .listOfRows();
  }

  private static void enter(Connection connection, Permit permit) throws SQLException {
    try (PreparedStatement enter = connection.prepareStatement(permit.kind().entry())) {
      enter.setObject(1, permit.id().value());
      try (ResultSet row = enter.executeQuery()) {
        row.next();
        if (!permit.caseId().value().equals(row.getObject(1))) {
          throw Gate.dead(permit);
        }
      }
    }
  }
}
