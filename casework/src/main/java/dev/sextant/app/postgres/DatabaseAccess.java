package dev.sextant.app.postgres;

import java.util.Map;

/**
 * Where a database is and how its two roles log in.
 *
 * @param url JDBC address without credentials, such as {@code
 *     jdbc:postgresql://127.0.0.1:5432/sextant}
 * @param owner the role that owns the tables and runs migrations
 * @param application the role that the running house uses; owns nothing and cannot bypass row
 *     security
 */
public record DatabaseAccess(String url, Login owner, Login application) {

  /**
   * A role and its password.
   *
   * @param role the role's name
   * @param password its password
   */
  public record Login(String role, String password) {
    /** Never prints the password. */
    @Override
    public String toString() {
      return "Login[role=" + role + "]";
    }
  }

  /** Refuses roles that are one and the same: the owner could switch row security off. */
  public DatabaseAccess {
    if (owner.role().equals(application.role())) {
      throw new DatabaseFault(
          "SX-DB-ROLES",
          "the owner and the application share one role",
          "database settings",
          owner.role(),
          "create a second role that owns nothing and give it as the application's");
    }
  }

  /**
   * A database that runs elsewhere, PostgreSQL 15 or newer, from settings: {@code database.url},
   * {@code database.owner}, {@code database.owner-password}, {@code database.app}, {@code
   * database.app-password}.
   *
   * @throws DatabaseFault if one is missing
   */
  public static DatabaseAccess external(Map<String, String> settings) {
    return new DatabaseAccess(
        need(settings, "database.url"),
        new Login(need(settings, "database.owner"), need(settings, "database.owner-password")),
        new Login(need(settings, "database.app"), need(settings, "database.app-password")));
  }

  private static String need(Map<String, String> settings, String name) {
    String value = settings.get(name);
    if (value == null || value.isBlank()) {
      throw new DatabaseFault(
          "SX-DB-SETTING", "a setting is missing", "database settings", name, "set " + name);
    }
    return value;
  }
}
