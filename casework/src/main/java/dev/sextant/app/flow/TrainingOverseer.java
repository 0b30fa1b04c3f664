package dev.sextant.app.flow;

import dev.sextant.app.HomeFolder;
import dev.sextant.authority.Authorities;
import dev.sextant.authority.Decision;
import dev.sextant.ledger.KeyFile;
import dev.sextant.ledger.SignerKey;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * The overseer of a training home, whose key file lies beside the witness's: both stand for what in
 * earnest is elsewhere. The demo goes there to sign, as the overseer would.
 */
public final class TrainingOverseer {
  private static final String NAME = "sextant.local/training-overseer";

  private final SignerKey key;

  private TrainingOverseer(SignerKey key) {
    this.key = key;
  }

  /** Where the key file lies. */
  public static Path file(HomeFolder home) {
    return home.witness().resolve("overseer.key");
  }

  /** The public key; the key file is made if there is none. */
  public static VerifierKey verifier(HomeFolder home) {
    Path file = file(home);
    if (!Files.exists(file)) {
      make(file);
    }
    return KeyFile.verifier(file);
  }

  private static void make(Path file) {
    SecureRandom random = new SecureRandom();
    SignerKey key = SignerKey.generate(NAME, VerifierKey.Kind.NOTE, random);
    try {
      Files.createDirectories(file.resolveSibling("."));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    KeyFile.write(file, key, TrainingPeople.PASSWORD.toCharArray(), random);
  }

  /** Opens the key file with the published passphrase. */
  public static TrainingOverseer open(HomeFolder home) {
    verifier(home);
    return new TrainingOverseer(KeyFile.open(file(home), TrainingPeople.PASSWORD.toCharArray()));
  }

  /** Signs a text as the overseer does after reading it. */
  public String sign(String text) {
    return new String(key.sign(text).bytes(), StandardCharsets.UTF_8);
  }

  /** Decides on an authority: asks for the text, signs it here, hands the note in. */
  public void decide(
      Authorities authorities,
      ActorId overseer,
      AuthorityId id,
      Decision decision,
      String reasons) {
    String text = authorities.overseerText(overseer, id, decision, Digest.ofFields(reasons));
    authorities.oversee(overseer, id, decision, reasons, sign(text));
  }
}
