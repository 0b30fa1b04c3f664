package dev.sextant.app.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of the house's own, in one folder, durable: fsync on, checksums on, SCRAM passwords,
 * loopback only. The first process on a home starts it and stops it on {@link #close}; a second one
 * finds it running and uses it.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final String SUPERUSER = "postgres";
  private static final String OWNER = "sextant_owner";
  private static final String APPLICATION = "sextant_app";
  private static final String DATABASE = "sextant";

  /** First start on a slow, busy disk: initdb alone was seen to take 20 s at load 13. */
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Path cluster;
  private final Path programs;
  private final Secrets secrets;
  private final int port;

  /** The lock that says "this process runs the server"; null if another process does. */
  private final @Nullable FileChannel lock;

  private EmbeddedPostgres(
      Path cluster, Path programs, Secrets secrets, int port, @Nullable FileChannel lock) {
    this.cluster = cluster;
    this.programs = programs;
    this.secrets = secrets;
    this.port = port;
    this.lock = lock;
  }

  /**
   * Starts the server under {@code home/postgres}, or joins the one that runs there.
   *
   * @param home the house's folder; made if absent
   * @throws DatabaseFault if it cannot be started or reached, with the tail of the server's log
   */
  public static EmbeddedPostgres start(Path home) {
    try {
      Path folder = home.toAbsolutePath().normalize().resolve("postgres");
      Files.createDirectories(folder);
      Secrets secrets = new Secrets(home.toAbsolutePath().normalize().resolve("keys"));
      FileChannel lock = lock(folder.resolve("lock"));
      if (lock == null) {
        return join(folder, secrets);
      }
      try {
        return launch(folder, secrets, lock);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL folder under " + home, e);
    }
  }

  private static @Nullable FileChannel lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock held = channel.tryLock();
      if (held != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // This very process runs it already: joined like any other process's.
    }
    channel.close();
    return null;
  }

  private static EmbeddedPostgres join(Path folder, Secrets secrets) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    String seen = "no port yet";
    while (System.nanoTime() < deadline) {
      Path portFile = folder.resolve("port");
      if (Files.exists(portFile)) {
        String text = Files.readString(portFile).strip();
        seen = "port " + text;
        if (text.matches("[0-9]{1,5}")) {
          EmbeddedPostgres joined =
              new EmbeddedPostgres(
                  folder.resolve("cluster"), folder, secrets, Integer.parseInt(text), null);
          if (joined.answers()) {
            return joined;
          }
        }
      }
      pause();
    }
    throw new DatabaseFault(
        "SX-DB-BUSY",
        "another process holds this home's database and it does not answer",
        folder.toString(),
        seen,
        "stop the other process, or give another --home");
  }

  private static EmbeddedPostgres launch(Path folder, Secrets secrets, FileChannel lock)
      throws IOException {
    Path programs = PostgresBinaries.unpack(folder);
    Path cluster = folder.resolve("cluster");
    secrets.password("postgres-superuser");
    if (!Files.exists(cluster)) {
      initialise(folder, programs, cluster, secrets);
    }
    Files.deleteIfExists(folder.resolve("port"));
    int port = run(folder, programs, cluster);
    EmbeddedPostgres server = new EmbeddedPostgres(cluster, programs, secrets, port, lock);
    try {
      server.ensureRoles();
    } catch (SQLException | RuntimeException e) {
      server.stop("immediate");
      throw e instanceof RuntimeException known ? known : unreachable(folder, e.getMessage());
    }
    Path fresh = folder.resolve("port.new");
    Files.writeString(fresh, Integer.toString(port));
    Files.move(fresh, folder.resolve("port"), StandardCopyOption.ATOMIC_MOVE);
    return server;
  }

  /* initdb works in a folder of its own and is renamed when whole, so that a crash in the middle
   * leaves nothing that looks like a cluster. */
  private static void initialise(Path folder, Path programs, Path cluster, Secrets secrets)
      throws IOException {
    Path fresh = folder.resolve("cluster.new");
    if (Files.exists(fresh)) {
      Files.move(fresh, folder.resolve("cluster.abandoned-" + System.nanoTime()));
    }
    Files.createDirectory(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Command.run(
        folder,
        List.of(
            programs.resolve("bin/initdb").toString(),
            "--pgdata=" + fresh,
            "--username=" + SUPERUSER,
            "--auth=scram-sha-256",
            "--pwfile=" + secrets.file("postgres-superuser"),
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--data-checksums"),
        PATIENCE);
    Files.writeString(
        fresh.resolve("postgresql.conf"), "\ninclude 'sextant.conf'\n", StandardOpenOption.APPEND);
    Files.move(fresh, cluster, StandardCopyOption.ATOMIC_MOVE);
  }

  /* After kill -9 of the whole house the old server may still run (it is a process of its own) or
   * be a zombie that still owns postmaster.pid for some milliseconds: stop, ignore the failure,
   * start, retry. A free port can be lost to another program between choosing and binding: another
   * is chosen at each try. */
  private static int run(Path folder, Path programs, Path cluster) throws IOException {
    String pgCtl = programs.resolve("bin/pg_ctl").toString();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      if (Files.exists(cluster.resolve("postmaster.pid"))) {
        Command.attempt(
            folder, List.of(pgCtl, "-D", cluster.toString(), "-m", "fast", "-w", "stop"), PATIENCE);
      }
      int port = freePort();
      Files.writeString(cluster.resolve("sextant.conf"), settings(port));
      int exit =
          Command.attempt(
              folder,
              List.of(
                  pgCtl,
                  "-D",
                  cluster.toString(),
                  "-l",
                  folder.resolve("server.log").toString(),
                  "-w",
                  "-t",
                  "60",
                  "start"),
              PATIENCE);
      if (exit == 0) {
        return port;
      }
      if (System.nanoTime() > deadline) {
        throw unreachable(folder, Command.tail(folder.resolve("server.log")));
      }
      pause();
    }
  }

  /* Error logs must not carry evidence: a refused row is reported without its values (terse) and
   * without the statement.
   *
   * Buffers: what a reading of millions touches at random (the hash index of ids, some 140 MB for
   * five million) and what it stages before it is settled (20,000 rows) fit; both are taken from the
   * system only as far as they are used. */
  private static String settings(int port) {
    return """
    # Written by Sextant at each start; changes here are lost.
    listen_addresses = '127.0.0.1'
    port = %d
    unix_socket_directories = ''
    max_connections = 40
    shared_buffers = '256MB'
    temp_buffers = '64MB'
    wal_buffers = '16MB'
    max_wal_size = '2GB'
    fsync = on
    synchronous_commit = on
    full_page_writes = on
    timezone = 'UTC'
    log_timezone = 'UTC'
    log_statement = 'none'
    log_min_error_statement = 'panic'
    log_error_verbosity = 'terse'
    log_parameter_max_length = 0
    log_parameter_max_length_on_error = 0
    """
        .formatted(port);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void ensureRoles() throws SQLException {
    try (Connection connection = superuser("postgres");
        Statement sql = connection.createStatement()) {
      role(sql, OWNER, secrets.password("postgres-owner"));
      role(sql, APPLICATION, secrets.password("postgres-app"));
    }
    createDatabase(DATABASE, null);
  }

  /* The password in the file is set at each start, so that a lost file is mended by a restart. It
   * is base64url and needs no quoting. */
  private static void role(Statement sql, String role, String password) throws SQLException {
    boolean there;
    try (var found = sql.executeQuery("select 1 from pg_roles where rolname = '" + role + "'")) {
      there = found.next();
    }
    sql.execute(
        (there ? "alter role " : "create role ")
            + role
            + " login nosuperuser nocreatedb nocreaterole nobypassrls password '"
            + password
            + "'");
  }

  /**
   * Makes a further database in the same server, unless it is there.
   *
   * @param name lower-case letters, digits and underscores
   * @param template the database to copy, which nobody may be connected to; or null for an empty
   *     one
   */
  public void createDatabase(String name, @Nullable String template) {
    if (!name.matches("[a-z][a-z0-9_]{0,40}")) {
      throw new DatabaseFault(
          "SX-DB-NAME", "not a database name", "EmbeddedPostgres", name, "use a-z, 0-9, _");
    }
    try (Connection connection = superuser("postgres");
        Statement sql = connection.createStatement()) {
      try (var found = sql.executeQuery("select 1 from pg_database where datname='" + name + "'")) {
        if (found.next()) {
          return;
        }
      }
      sql.execute(
          "create database "
              + name
              + " owner "
              + OWNER
              + (template == null ? "" : " template " + template));
      sql.execute("revoke all on database " + name + " from public");
      sql.execute("grant connect, temporary on database " + name + " to " + APPLICATION);
    } catch (SQLException e) {
      throw unreachable(cluster, String.valueOf(e.getMessage()));
    }
  }

  /** How to reach the house's database. */
  public DatabaseAccess access() {
    return access(DATABASE);
  }

  /** How to reach a further database of this server. */
  public DatabaseAccess access(String database) {
    return new DatabaseAccess(
        url(database),
        new DatabaseAccess.Login(OWNER, secrets.password("postgres-owner")),
        new DatabaseAccess.Login(APPLICATION, secrets.password("postgres-app")));
  }

  /** The loopback port that the server listens on. */
  public int port() {
    return port;
  }

  /** True if this process started the server and will stop it. */
  public boolean owned() {
    return lock != null;
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private Connection superuser(String database) throws SQLException {
    return DriverManager.getConnection(
        url(database), SUPERUSER, secrets.password("postgres-superuser"));
  }

  private boolean answers() {
    try (Connection connection =
        DriverManager.getConnection(url(DATABASE), APPLICATION, secrets.password("postgres-app"))) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false; // Not up yet, or going down: the caller tries again until its deadline.
    }
  }

  private void stop(String mode) throws IOException {
    Command.attempt(
        cluster.resolveSibling("."),
        List.of(
            programs.resolve("bin/pg_ctl").toString(),
            "-D",
            cluster.toString(),
            "-m",
            mode,
            "-w",
            "stop"),
        PATIENCE);
  }

  /** Stops the server if this process started it. */
  @Override
  public void close() {
    close("fast");
  }

  /**
   * Stops the server if this process started it, at once, as a power cut would: nothing
   * acknowledged is lost, and the next start recovers. For those who throw the folder away.
   */
  public void closeAtOnce() {
    close("immediate");
  }

  private void close(String mode) {
    if (lock == null) {
      return;
    }
    try (FileChannel held = lock) {
      if (held.isOpen()) {
        Files.deleteIfExists(cluster.resolveSibling("port"));
        stop(mode);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("stopping PostgreSQL in " + cluster, e);
    }
  }

  static DatabaseFault unreachable(Path place, @Nullable String why) {
    return new DatabaseFault(
        "SX-DB-START",
        "PostgreSQL does not start",
        place.toString(),
        String.valueOf(why),
        "read server.log in that folder; is the disk full, or the folder another user's?");
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseFault(
          "SX-DB-INTERRUPTED", "the start was interrupted", "EmbeddedPostgres", "", "start again");
    }
  }
}
