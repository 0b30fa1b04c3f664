package dev.sextant.app;

import dev.sextant.authority.JurisdictionPack;
import dev.sextant.ledger.Checkpoint;
import dev.sextant.ledger.TrustPolicy;
import dev.sextant.ledger.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where things lie in a home: one folder holds everything, so that a copy of it while Sextant is
 * stopped is a backup.
 *
 * @param path the folder
 */
public record HomeFolder(Path path) {
  /** The pack that a house begins with if nobody says another. */
  public static final String FIRST_PACK = "us-federal";

  private static final String PACK = "first-pack";

  /** Uses the absolute path. */
  public HomeFolder {
    path = path.toAbsolutePath().normalize();
  }

  /** Secret keys, readable by their owner alone. */
  public Path keys() {
    return path.resolve("keys");
  }

  /** Public keys of the collectors whose captures this house accepts. */
  public Path collectors() {
    return keys().resolve("collectors");
  }

  /** Certificates of those who vouch for the timestamp authorities that this house believes. */
  public Path timestampAuthorities() {
    return keys().resolve("timestamp-authorities");
  }

  /** The log's published files. */
  public Path ledger() {
    return path.resolve("ledger");
  }

  /** Who must have cosigned the log: a c2sp.org/tlog-policy file. */
  public Path witnessPolicy() {
    return path.resolve("witnesses.policy");
  }

  /** The policy on witnesses, if this home has one. */
  public Optional<TrustPolicy> readTrust() {
    return Files.isRegularFile(witnessPolicy())
        ? Optional.of(TrustPolicy.parse(read(witnessPolicy()) + "\n"))
        : Optional.empty();
  }

  /**
   * The folder of a training home's witness process, and the training overseer's key: in earnest
   * both are on another machine.
   */
  public Path witness() {
    return path.resolve("witness");
  }

  /** The texts of policies and packs that are or were in force or proposed. */
  public Path law() {
    return path.resolve("law");
  }

  /** Sealed exhibits. */
  public Path custody() {
    return path.resolve("custody");
  }

  /** Search indexes, one a case. */
  public Path index() {
    return path.resolve("index");
  }

  /** Released bundles. */
  public Path disclosures() {
    return path.resolve("disclosures");
  }

  /** The demo case's exports and its truth. */
  public Path demo() {
    return path.resolve("demo");
  }

  /** File of the log's secret key. */
  public Path logKey() {
    return keys().resolve("ledger.key");
  }

  /** File of the log's public key. */
  public Path logVerifier() {
    return keys().resolve("ledger.vkey");
  }

  /** The log's public key, if this home has one. */
  public Optional<VerifierKey> readLogVerifier() {
    return Files.isRegularFile(logVerifier())
        ? Optional.of(VerifierKey.parse(read(logVerifier())))
        : Optional.empty();
  }

  /** Public keys of the witnesses that this home trusts. */
  public List<VerifierKey> readWitnesses() {
    Optional<TrustPolicy> trust = readTrust();
    if (trust.isPresent()) {
      return trust.get().witnesses();
    }
    List<VerifierKey> all = new ArrayList<>();
    if (Files.isDirectory(witness())) {
      try (Stream<Path> files = Files.list(witness())) {
        files
            .filter(f -> f.getFileName().toString().endsWith(".vkey"))
            .sorted()
            .forEach(f -> all.add(VerifierKey.parse(read(f))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }

  /**
   * The last checkpoint that the house knows to be cosigned, and those that a training home's
   * witness remembers.
   */
  public List<Checkpoint> readRemembered() {
    List<Checkpoint> all = new ArrayList<>();
    Path cosigned = ledger().resolve("cosigned");
    if (Files.isRegularFile(cosigned)) {
      try {
        all.add(Checkpoint.parse(Files.readAllBytes(cosigned)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    Path state = witness().resolve("state");
    if (Files.isDirectory(state)) {
      try (Stream<Path> files = Files.list(state)) {
        for (Path file :
            files.filter(f -> f.getFileName().toString().startsWith("latest-")).sorted().toList()) {
          all.add(Checkpoint.parse(Files.readAllBytes(file)));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }

  /** A file that stands in homes whose people are not real and whose passwords are published. */
  public Path trainingMark() {
    return path.resolve("TRAINING");
  }

  /**
   * Chooses the jurisdiction pack that a house begins with, before it is first opened.
   *
   * @param pack the name of a shipped pack
   * @throws HomeFault {@code SX-HOME-PACK} if the house was opened before
   */
  public void beginWith(String pack) {
    JurisdictionPack.shipped(pack);
    if (Files.exists(keys())) {
      if (!firstPack().equals(pack)) {
        throw new HomeFault(
            "SX-HOME-PACK",
            "this house has begun with another jurisdiction pack",
            path().toString(),
            firstPack(),
            "propose the change with ./sextant policy propose: two people sign for it");
      }
      return;
    }
    try {
      Files.createDirectories(path());
      Files.writeString(path().resolve(PACK), pack + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name of the shipped pack that the house begins with. */
  String firstPack() {
    Path file = path().resolve(PACK);
    return Files.isRegularFile(file) ? read(file) : FIRST_PACK;
  }

  /** True if nobody in this home is real. */
  public boolean training() {
    return Files.exists(trainingMark());
  }

  static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
