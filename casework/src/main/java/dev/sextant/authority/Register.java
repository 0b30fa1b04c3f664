package dev.sextant.authority;

import dev.sextant.terms.CaseId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The register's tables: transactions on them, and the two questions that every act asks. */
final class Register {
  private final DataSource application;

  Register(DataSource application) {
    this.application = application;
  }

  /** What is done in one transaction on register tables. */
  interface Work<T> {
    T run(JdbcClient jdbc) throws SQLException;
  }

  <T> T within(String place, Work<T> work) {
    try (Connection connection = application.getConnection()) {
      connection.setAutoCommit(false);
      boolean committed = false;
      try {
        T result = work.run(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        connection.commit();
        committed = true;
        return result;
      } finally {
        if (!committed) {
          connection.rollback();
        }
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw fault(place, e);
    } catch (DataAccessException e) {
      throw fault(place, e);
    }
  }

  /** A case's wrapped key. */
  static byte[] caseKey(JdbcClient jdbc, CaseId of) {
    return jdbc.sql("select wrapped from case_key where casefile = ?")
        .param(of.value())
        .query(byte[].class)
        .optional()
        .orElseThrow(() -> new UnknownInRegister("case key", of.toString()));
  }

  /** What the database says to an act that is about to begin. */
  enum Answer {
    /** It may. */
    LIVES,
    /** The permit is dead. */
    DEAD,
    /** The authority's views are used up. */
    VIEWS_USED
  }

  /**
   * What the database and the policies say.
   *
   * @param answer whether the permit lives and has views left
   * @param denial what the policies refuse, if they do
   */
  record Admission(Answer answer, Optional<PolicyGuard.Denial> denial) {
    static final Admission DEAD = new Admission(Answer.DEAD, Optional.empty());
  }

  /** Asks the policies within the transaction that admits. */
  interface Asking {
    Optional<PolicyGuard.Denial> ask(JdbcClient jdbc);
  }

  /* The running sum of views need not outlive a power cut to the last one (the log does): its commit
   * does not wait for the disk. */

  /** Whether the database lets this permit in; a view is counted. */
  Admission admit(Permit permit, Step step, Asking asking) {
    return within(
        "permit",
        jdbc -> {
          UUID let =
              jdbc.sql(permit.kind().entry())
                  .param(permit.id().value())
                  .query(UUID.class)
                  .optional()
                  .orElse(null);
          if (!permit.caseId().value().equals(let)) {
            return Admission.DEAD;
          }
          Optional<PolicyGuard.Denial> denial = asking.ask(jdbc);
          if (denial.isPresent() || step != Step.VIEW || permit.viewQuota() == 0) {
            return new Admission(Answer.LIVES, denial);
          }
          jdbc.sql("set local synchronous_commit = off").update();
          int counted =
              jdbc.sql(
                      """
                      insert into view_count as v (authority, version, views) values (?, ?, 1)
                      on conflict (authority, version) do update set views = v.views + 1
                        where v.views < ?
                      """)
                  .param(permit.authority().value())
                  .param(permit.authorityVersion())
                  .param(permit.viewQuota())
                  .update();
          return new Admission(counted == 1 ? Answer.LIVES : Answer.VIEWS_USED, denial);
        });
  }

  /* A driver's message may quote the refused values, so it goes no further: the state, and the
   * names of table and constraint (ours) say enough; the stack shows where. */
  static RegisterFault fault(String place, Throwable thrown) {
    @Nullable SQLException sql = null;
    for (Throwable t = thrown; t != null && sql == null; t = t.getCause()) {
      sql = t instanceof SQLException found ? found : null;
    }
    if (sql == null) {
      return RegisterFault.database(place, thrown.getClass().getSimpleName(), thrown);
    }
    String state = String.valueOf(sql.getSQLState());
    if (sql instanceof PSQLException pg) {
      ServerErrorMessage server = pg.getServerErrorMessage();
      if (server != null) {
        state += name(" table ", server.getTable()) + name(" constraint ", server.getConstraint());
      }
    }
    SQLException bare = new SQLException("withheld", sql.getSQLState());
    bare.setStackTrace(sql.getStackTrace());
    return RegisterFault.database(place, state, bare);
  }

  private static String name(String label, @Nullable String name) {
    return name == null ? "" : label + name;
  }
}
