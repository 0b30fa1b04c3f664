package dev.sextant.app.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The house's database at this program's version, with the application's door into it. */
public final class Database implements AutoCloseable {
  /** Row security as we use it and builtin locales need nothing newer. */
  private static final int OLDEST_VERSION = 150000;

  /** Clocks nearer than this are one clock. */
  private static final Duration SAME_CLOCK = Duration.ofSeconds(2);

  private final DatabaseAccess access;
  private final HikariDataSource application;

  private Database(DatabaseAccess access, HikariDataSource application) {
    this.access = access;
    this.application = application;
  }

  /**
   * Migrates as the owner, then opens the application's pool. Leaves the database as it was if a
   * migration fails.
   *
   * @param clock the house's clock; the database judges expiry by it too
   * @throws DatabaseFault if it cannot be reached, is too old, or its roles are too strong
   */
  public static Database open(DatabaseAccess access, Clock clock) {
    migrate(access);
    keepTime(access, clock);
    HikariConfig config = new HikariConfig();
    config.setPoolName("sextant");
    config.setJdbcUrl(access.url());
    config.setUsername(access.application().role());
    config.setPassword(access.application().password());
    config.setMaximumPoolSize(16);
    config.setMinimumIdle(1);
    config.setAutoCommit(true);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("currentSchema", "sextant");
    // The server's error details quote rows; they must not reach our logs.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    HikariDataSource pool = new HikariDataSource(config);
    try {
      refuseStrongRole(pool);
    } catch (DatabaseFault e) {
      pool.close();
      throw e;
    }
    return new Database(access, pool);
  }

  /** The application's pooled connections; row security applies to every statement. */
  public DataSource application() {
    return application;
  }

  /** Brings the database to this program's version. */
  public static void migrate(DatabaseAccess access) {
    try (Connection connection = owner(access)) {
      if (connection.getMetaData().getDatabaseMajorVersion() * 10000 < OLDEST_VERSION) {
        throw new DatabaseFault(
            "SX-DB-VERSION",
            "this PostgreSQL is too old",
            access.url(),
            connection.getMetaData().getDatabaseProductVersion(),
            "use PostgreSQL 15 or newer");
      }
      Flyway.configure(Database.class.getClassLoader())
          .dataSource(access.url(), access.owner().role(), access.owner().password())
          .locations("classpath:db/migration")
          .schemas("sextant")
          .defaultSchema("sextant")
          // Rooms number their migrations by themselves: a home from before must take a lower one.
          .outOfOrder(true)
          .placeholders(Map.of("app", access.application().role()))
          .load()
          .migrate();
    } catch (SQLException e) {
      throw fault("SX-DB-REACH", "the database cannot be reached", access, e);
    } catch (FlywayException e) {
      throw fault("SX-DB-MIGRATE", "the database cannot be migrated", access, e);
    }
  }

  /**
   * Tells the database by how much its clock differs from the house's, so that both judge expiry
   * alike. Only the owner's role may; call it again after the house's clock was set.
   */
  public static void keepTime(DatabaseAccess access, Clock clock) {
    try (Connection connection = owner(access);
        Statement now = connection.createStatement();
        PreparedStatement set =
            connection.prepareStatement("update sextant.house_clock set offset_ms = ?")) {
      Instant theirs;
      try (ResultSet row = now.executeQuery("select clock_timestamp()")) {
        row.next();
        theirs = row.getObject(1, OffsetDateTime.class).toInstant();
      }
      Duration offset = Duration.between(theirs, clock.instant());
      set.setLong(1, offset.abs().compareTo(SAME_CLOCK) < 0 ? 0 : offset.toMillis());
      set.executeUpdate();
    } catch (SQLException e) {
      throw fault("SX-DB-REACH", "the database's clock cannot be compared", access, e);
    }
  }

  private static Connection owner(DatabaseAccess access) throws SQLException {
    return DriverManager.getConnection(
        access.url(), access.owner().role(), access.owner().password());
  }

  /* A role that bypasses row security would make every policy a decoration. */
  private static void refuseStrongRole(DataSource pool) {
    try (Connection connection = pool.getConnection();
        Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                """
                select r.rolname, r.rolsuper or r.rolbypassrls
                    or exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
                               where n.nspname = 'sextant' and pg_has_role(r.oid, c.relowner, 'MEMBER'))
                from pg_roles r where r.rolname = current_user
                """)) {
      row.next();
      if (row.getBoolean(2)) {
        throw new DatabaseFault(
            "SX-DB-ROLE-STRONG",
            "the application's role could switch row security off",
            "role",
            row.getString(1),
            "give a role without SUPERUSER and BYPASSRLS that owns nothing");
      }
    } catch (SQLException e) {
      throw new DatabaseFault(
          "SX-DB-REACH",
          "the application's role cannot log in",
          "database settings",
          String.valueOf(e.getMessage()),
          "check role, password and address");
    }
  }

  private static DatabaseFault fault(
      String code, String what, DatabaseAccess access, Exception cause) {
    DatabaseFault fault =
        new DatabaseFault(
            code,
            what,
            access.url(),
            String.valueOf(cause.getMessage()),
            "is the server up, the login right?");
    fault.initCause(cause);
    return fault;
  }

  /** The access this database was opened with. */
  public DatabaseAccess access() {
    return access;
  }

  @Override
  public void close() {
    application.close();
  }
}
