package dev.sextant.app;

import dev.sextant.app.flow.Jobs;
import dev.sextant.app.postgres.Database;
import dev.sextant.app.postgres.DatabaseAccess;
import dev.sextant.app.postgres.EmbeddedPostgres;
import dev.sextant.authority.AgencyKey;
import dev.sextant.authority.AuthorityRoom;
import dev.sextant.authority.Rules;
import dev.sextant.ledger.Ledger;
import dev.sextant.ledger.LedgerKey;
import dev.sextant.ledger.SignerKey;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.ledger.Witness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Every room, put together from one home folder. Opening is the same for the server and for the
 * command line; closing happens in the opposite order and never leaves half a step behind.
 */
public final class House implements AutoCloseable {
  private final HomeFolder home;
  private final Clock clock;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final Ledger ledger;
  private final AuthorityRoom authority;
  private final Rooms rooms;
  private final Jobs jobs;

  private House(HomeFolder home, Optional<DatabaseAccess> external, Clock clock) {
    this.home = home;
    this.clock = clock;
    boolean whole = false;
    try {
      makeFolders();
      this.ledger = keep(Ledger.open(home.ledger(), logKey(), clock));
      ledger.attach(keep(witness()));
      DatabaseAccess access =
          external.orElseGet(() -> keep(EmbeddedPostgres.start(home.path())).access());
      Database database = keep(Database.open(access, clock));
      AuthorityRoom.Ground ground =
          new AuthorityRoom.Ground(
              database.application(),
              ledger,
              AgencyKey.open(home.keys().resolve("agency.key")),
              clock);
      this.authority = new AuthorityRoom(ground, Rules.defaults(), Program.id());
      this.rooms =
          keep(
              Rooms.build(
                  new Rooms.Ground(home, authority, database.application(), ledger, clock),
                  disclosureKey()));
      this.jobs = keep(new Jobs(clock));
      whole = true;
    } finally {
      if (!whole) {
        close();
      }
    }
  }

  /**
   * Opens a home, making it if it is not there.
   *
   * @param external a database elsewhere, or empty for the home's own
   */
  public static House open(HomeFolder home, Optional<DatabaseAccess> external, Clock clock) {
    return new House(home, external, clock);
  }

  private <T extends AutoCloseable> T keep(T part) {
    opened.push(part);
    return part;
  }

  private void makeFolders() {
    try {
      Files.createDirectories(home.path());
      for (Path secret : List.of(home.keys(), home.witness())) {
        if (!Files.isDirectory(secret)) {
          Files.createDirectory(
              secret,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LedgerKey logKey() {
    String secret =
        secret(
            home.logKey(),
            () -> LedgerKey.generate(Program.ORIGIN, new SecureRandom()).signer().secretText());
    LedgerKey key = LedgerKey.parse(secret);
    publish(home.logVerifier(), key.verifier());
    return key;
  }

  /* The training witness lives in the home. In earnest the witness's folder and key stand with the
   * overseer; the log does not care where its cosigner is. */
  private Witness witness() {
    String secret =
        secret(
            home.witness().resolve("witness.key"),
            () ->
                SignerKey.generate(
                        Program.ORIGIN + "/training-witness",
                        VerifierKey.Kind.COSIGNATURE,
                        new SecureRandom())
                    .secretText());
    SignerKey key = SignerKey.parse(secret);
    publish(home.witness().resolve("witness.vkey"), key.verifier());
    return Witness.open(home.witness().resolve("state"), key, List.of(ledger.verifier()), clock);
  }

  private SignerKey disclosureKey() {
    SignerKey key =
        SignerKey.parse(
            secret(
                home.keys().resolve("disclosure.key"),
                () ->
                    SignerKey.generate(
                            Program.ORIGIN + "/disclosures",
                            VerifierKey.Kind.NOTE,
                            new SecureRandom())
                        .secretText()));
    publish(home.keys().resolve("disclosure.vkey"), key.verifier());
    return key;
  }

  private static String secret(Path file, Supplier<String> fresh) {
    if (Files.isRegularFile(file)) {
      return HomeFolder.read(file);
    }
    String made = fresh.get();
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, made + "\n", StandardCharsets.US_ASCII, StandardOpenOption.SYNC);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return made;
  }

  private static void publish(Path file, VerifierKey key) {
    try {
      Files.writeString(file, key.text() + "\n", StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where things lie. */
  public HomeFolder home() {
    return home;
  }

  /** The house's clock. */
  public Clock clock() {
    return clock;
  }

  /** The log. */
  public Ledger ledger() {
    return ledger;
  }

  /** Cases, authorities, people, permits. */
  public AuthorityRoom authority() {
    return authority;
  }

  /** The rooms that work on a case. */
  public Rooms rooms() {
    return rooms;
  }

  /** Long work. */
  public Jobs jobs() {
    return jobs;
  }

  @Override
  public void close() {
    RuntimeException first = null;
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        // The others must close all the same; the first reason is the one that tells.
        RuntimeException reason =
            e instanceof RuntimeException r ? r : new IllegalStateException(e);
        if (first == null) {
          first = reason;
        } else {
          first.addSuppressed(reason);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
