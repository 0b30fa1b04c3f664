package dev.sextant.authority;

import dev.sextant.terms.CaseId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
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
   * @param caseKey the case's key, wrapped; null if it is lost or the permit unknown
   */
  record Admission(Answer answer, Optional<PolicyGuard.Denial> denial, byte @Nullable [] caseKey) {
    static final Admission DEAD = new Admission(Answer.DEAD, Optional.empty(), null);
  }

  /** Asks the policies within the transaction that admits. */
  interface Asking {
    /**
     * @param row the permit's authority and person as they stand, in the columns of {@link #ADMIT}
     */
    Optional<PolicyGuard.Denial> ask(JdbcClient jdbc, ResultSet row) throws SQLException;
  }

  /* One question for all that an act must know: each further one is a way to the database and back,
   * and every row that anybody looks at waits for it. */
  private static final String ADMIT =
      """
      select (:entry) as entered, k.wrapped,
        v.state, v.applicant, v.team, v.operation_from, v.operation_to, v.live_until, v.digest,
        a.id, a.login, a.name, a.roles, a.vkey, a.seal, a.disabled_at,
        greatest(a.enrolled_at, (select max(t.given_at) from training t where t.person = a.id)) as instructed
      from authority_version v
        join actor a on a.id = ?
        left join case_key k on k.casefile = v.casefile
      where v.authority = ? and v.version = ?
      """;

  /* The running sum of views need not outlive a power cut to the last one (the log does): its commit
   * does not wait for the disk. */

  /** Whether the database and the policies let this permit in; a view is counted. */
  Admission admit(Permit permit, Step step, Asking asking) {
    return within(
        "permit",
        jdbc -> {
          Admission admission =
              jdbc.sql(ADMIT.replace(":entry", permit.kind().entry()))
                  .param(permit.id().value())
                  .param(permit.actor().value())
                  .param(permit.authority().value())
                  .param(permit.authorityVersion())
                  .query((row, number) -> admission(jdbc, permit, row, asking))
                  .optional()
                  .orElse(Admission.DEAD);
          boolean counts =
              admission.answer() == Answer.LIVES
                  && admission.denial().isEmpty()
                  && step == Step.VIEW
                  && permit.viewQuota() > 0;
          return counts && !counted(jdbc, permit)
              ? new Admission(Answer.VIEWS_USED, Optional.empty(), admission.caseKey())
              : admission;
        });
  }

  private static Admission admission(JdbcClient jdbc, Permit permit, ResultSet row, Asking asking)
      throws SQLException {
    byte[] key = row.getBytes("wrapped");
    return permit.caseId().value().equals(row.getObject("entered"))
        ? new Admission(Answer.LIVES, asking.ask(jdbc, row), key)
        : new Admission(Answer.DEAD, Optional.empty(), key);
  }

  private static boolean counted(JdbcClient jdbc, Permit permit) {
    jdbc.sql("set local synchronous_commit = off").update();
    return jdbc.sql(
                """
                insert into view_count as v (authority, version, views) values (?, ?, 1)
                on conflict (authority, version) do update set views = v.views + 1
                  where v.views < ?
                """)
            .param(permit.authority().value())
            .param(permit.authorityVersion())
            .param(permit.viewQuota())
            .update()
        == 1;
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
