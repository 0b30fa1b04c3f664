package dev.sextant.ledger;

import dev.sextant.ledger.disk.Durable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a witness keeps what is its own: {@code witness.key} (secret), {@code witness.vkey}, {@code
 * logs} (the keys of the logs it watches, one a line), {@code state} (the last checkpoint of each
 * and the archive of all).
 *
 * @param path the folder
 */
public record WitnessFolder(Path path) {
  /** Uses the absolute path. */
  public WitnessFolder {
    path = path.toAbsolutePath().normalize();
  }

  /** What the witness remembers. */
  public Path state() {
    return path.resolve("state");
  }

  /** Its public key, readable by anybody. */
  public Path verifier() {
    return path.resolve("witness.vkey");
  }

  /**
   * The witness's key, made if there is none.
   *
   * @param name the name of a key to be made, such as {@code overseer.example/witness}; null if one
   *     must be there already
   * @throws LedgerFault.BadNote if there is none and no name was given
   */
  public SignerKey key(@Nullable String name, SecureRandom random) {
    Path file = path.resolve("witness.key");
    try {
      if (Files.isRegularFile(file)) {
        return SignerKey.parse(Files.readString(file).strip());
      }
      if (name == null) {
        throw new LedgerFault.BadNote(
            "a new witness is given a name", "--name", path + " holds no witness.key");
      }
      Durable.makeFolder(path);
      SignerKey key = SignerKey.generate(name, VerifierKey.Kind.COSIGNATURE, random);
      Durable.replaceSecret(file, line(key.secretText()));
      Durable.replace(verifier(), line(key.verifier().text()));
      return key;
    } catch (IOException e) {
      throw new LedgerFault.Storage(file.toString(), e);
    }
  }

  /** Watches a further log from the next start on. */
  public void watch(VerifierKey log) {
    List<VerifierKey> all = new ArrayList<>(logs());
    if (all.contains(log)) {
      return;
    }
    all.add(log);
    StringBuilder text = new StringBuilder();
    all.forEach(key -> text.append(key.text()).append('\n'));
    try {
      Durable.makeFolder(path);
      Durable.replace(path.resolve("logs"), text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new LedgerFault.Storage(path.toString(), e);
    }
  }

  /** The keys of the logs that it watches. */
  public List<VerifierKey> logs() {
    Path file = path.resolve("logs");
    try {
      return Files.isRegularFile(file)
          ? Files.readAllLines(file).stream()
              .filter(line -> !line.isBlank())
              .map(line -> VerifierKey.parse(line.strip()))
              .toList()
          : List.of();
    } catch (IOException e) {
      throw new LedgerFault.Storage(file.toString(), e);
    }
  }

  private static byte[] line(String text) {
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
