package dev.sextant.tips;

import dev.sextant.terms.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The desk, where the private key is: opens what the queue brings, answers, and fills the vault.
 */
public final class TipDesk {
  private TipDesk() {}

  /** Sealed tips that wait in a queue. */
  public static List<Path> waiting(Path queue) {
    return TipFolder.messages(queue, TipFolder.QUEUED);
  }

  /**
   * Opens a tip.
   *
   * @throws TipFault {@code SX-TIPS-OPEN} if it was altered or is sealed to another key
   */
  public static Tip open(PrivateKey desk, Path queued) {
    return Envelope.tip(Envelope.open(desk, Envelope.TIP, read(queued)));
  }

  /** Leaves an answer for whoever holds the return code. */
  public static void reply(TipFolder folder, Tip.Mailbox mailbox, String text, Instant now) {
    PublicKey to = TipKeys.publicKey(Base64.getDecoder().decode(mailbox.key()), "mailbox");
    byte[] sealed = Envelope.seal(to, Envelope.REPLY, Map.of("text", text));
    TipFolder.put(folder.mailbox(mailbox.name()), TipFolder.ANSWER, sealed, now);
  }

  /**
   * Seals an attachment as it was sent, with its name, to the vault's key. What its bytes may
   * betray of the sender (a place, a device, a name) is then with whoever keeps the vault's private
   * key, and not with the case.
   *
   * @return the digest of the bytes
   */
  public static Digest keep(Path vault, PublicKey vaultKey, Tip.Attachment original, Instant now) {
    byte[] sealed =
        Envelope.seal(
            vaultKey,
            Envelope.ORIGINAL,
            Map.of(
                "name", original.name(),
                "bytes", Base64.getEncoder().encodeToString(original.bytes())));
    TipFolder.put(vault, ".original", sealed, now);
    return Digest.of(original.bytes());
  }

  /** Opens what {@link #keep} sealed; only whoever keeps the vault can. */
  public static Tip.Attachment original(PrivateKey vaultKey, Path kept) {
    var fields = Envelope.open(vaultKey, Envelope.ORIGINAL, read(kept));
    return new Tip.Attachment(
        Envelope.text(fields.get("name")),
        Base64.getDecoder().decode(Envelope.text(fields.get("bytes"))));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
