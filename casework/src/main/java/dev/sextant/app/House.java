package dev.sextant.app;

import dev.sextant.app.flow.Jobs;
import dev.sextant.app.postgres.Database;
import dev.sextant.app.postgres.DatabaseAccess;
import dev.sextant.app.postgres.EmbeddedPostgres;
import dev.sextant.authority.AgencyKey;
import dev.sextant.authority.AuthorityRoom;
import dev.sextant.authority.Rules;
import dev.sextant.ledger.Ledger;
import dev.sextant.ledger.LedgerFault;
import dev.sextant.ledger.LedgerKey;
import dev.sextant.ledger.SignerKey;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.terms.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every room, put together from one home folder. Opening is the same for the server and for the
 * command line; closing happens in the opposite order and never leaves half a step behind.
 */
public final class House implements AutoCloseable {
  /** Stands in the key folder of a home until all its keys have been made. */
  private static final String MAKING = "making-keys";

  private static final Logger LOG = LoggerFactory.getLogger(House.class);

  private final HomeFolder home;
  private final Clock clock;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final Ledger ledger;
  private final AuthorityRoom authority;
  private final Rooms rooms;
  private final Jobs jobs;
  private final Publishing publishing;
  private final Witnesses witnesses;
  private final boolean fresh;

  private House(HomeFolder home, Optional<DatabaseAccess> external, Clock clock) {
    this.home = home;
    this.clock = clock;
    boolean whole = false;
    try {
      this.fresh = makeFolders();
      this.ledger = keep(Ledger.open(home.ledger(), logKey(), clock));
      this.witnesses = keep(Witnesses.attach(home, ledger));
      publishFirst();
      DatabaseAccess access =
          external.orElseGet(() -> keep(EmbeddedPostgres.start(home.path())).access());
      Database database = keep(Database.open(access, clock));
      AuthorityRoom.Ground ground =
          new AuthorityRoom.Ground(database.application(), ledger, agencyKey(), clock);
      this.authority = new AuthorityRoom(ground, Rules.of(home.firstPack()), Program.id());
      authority.law().keepIn(home.law());
      authority.law().started(Capabilities.manifest().digest());
      this.rooms =
          keep(
              Rooms.build(
                  new Rooms.Ground(home, authority, database.application(), ledger, clock),
                  disclosureKey()));
      this.jobs = keep(new Jobs(clock));
      this.publishing = keep(new Publishing(ledger));
      keep(new Reconciling(authority, clock));
      deleteMark();
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

  /* A log that a witness has seen longer or other than this is opened for an overseer to look at: the
   * ledger remembers why it cannot be published, and nothing is let through but what stops. */
  private void publishFirst() {
    try {
      ledger.checkpoint();
    } catch (LedgerFault.Forked e) {
      LOG.error("the log cannot be published: {}", e.line());
    }
  }

  /* A home is fresh until its first key lies in it: only then may keys be made. */
  private boolean makeFolders() {
    try {
      Files.createDirectories(home.path());
      boolean empty = !Files.exists(home.keys()) && !Files.exists(home.ledger());
      for (Path secret : List.of(home.keys())) {
        if (!Files.isDirectory(secret)) {
          Files.createDirectory(
              secret,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
      }
      if (empty) {
        Files.writeString(home.keys().resolve(MAKING), "", StandardCharsets.US_ASCII);
      }
      return Files.exists(home.keys().resolve(MAKING));
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

  private AgencyKey agencyKey() {
    Path file = home.keys().resolve("agency.key");
    if (!fresh && !Files.isRegularFile(file)) {
      throw new HomeFault(
          "SX-HOME-KEY",
          "the agency's key is missing",
          file.toString(),
          "no such file",
          "put it back from the backup; without it nothing in this home can be opened");
    }
    return AgencyKey.open(file);
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

  private String secret(Path file, Supplier<String> made) {
    if (Files.isRegularFile(file)) {
      return HomeFolder.read(file);
    }
    if (!fresh) {
      throw new HomeFault(
          "SX-HOME-KEY",
          "a key of this home is missing",
          file.toString(),
          "no such file",
          "put it back from the backup; a new key would not fit what the home holds");
    }
    String secret = made.get();
    write(file, secret + "\n");
    return secret;
  }

  private void deleteMark() {
    try {
      Files.deleteIfExists(home.keys().resolve(MAKING));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void publish(Path file, VerifierKey key) {
    if (!Files.isRegularFile(file)) {
      write(file, key.text() + "\n");
    } else if (!HomeFolder.read(file).equals(key.text())) {
      throw new HomeFault(
          "SX-HOME-VKEY",
          "a public key in this home is not that of the secret key beside it",
          file.toString(),
          key.name(),
          "one of the two was replaced: put the pair back from the backup");
    }
  }

  /* Whole or absent: a key cut short by a crash would keep the home shut for ever. */
  private static void write(Path file, String text) {
    try {
      Path aside = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(aside);
      Files.createFile(
          aside,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(aside, text, StandardCharsets.US_ASCII, StandardOpenOption.SYNC);
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
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

  /** What stops the log from being published, if anything does; no permit is given meanwhile. */
  public Optional<Fault> logFault() {
    return publishing.fault();
  }

  /** The log's witnesses. */
  public Witnesses witnesses() {
    return witnesses;
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
