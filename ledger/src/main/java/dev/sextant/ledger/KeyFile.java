package dev.sextant.ledger;

import dev.sextant.ledger.disk.Durable;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.CanonicalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A signer's key in a file of its own, under a passphrase: made and used where its holder is, never
 * where the house is. Any program can open it: PBKDF2 with HMAC-SHA-256 (RFC 8018) gives the key of
 * an AES-256-GCM cipher over the 32-byte Ed25519 seed, bound to the public key. {@code
 * docs/formats/overseer-kit.md} has the fields.
 */
public final class KeyFile {
  private static final String FORMAT = "sextant-key/1";
  private static final String DERIVATION = "PBKDF2-HMAC-SHA256";

  /** What OWASP's password storage sheet of 2023 asks for with this function. */
  private static final int ITERATIONS = 600_000;

  /** More would only let a file keep its reader busy. */
  private static final int MOST_ITERATIONS = 10_000_000;

  /** A passphrase is the only thing between a thief of the file and the key. */
  private static final int SHORTEST_PASSPHRASE = 12;

  private static final int SALT_BYTES = 16;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BITS = 256;

  private KeyFile() {}

  /**
   * Writes a key into a new file that only its owner reads.
   *
   * @param passphrase 12 characters or more
   * @throws LedgerFault.BadNote if the passphrase is too short
   * @throws LedgerFault.Storage if the file is there already or cannot be written
   */
  public static void write(Path file, SignerKey key, char[] passphrase, SecureRandom random) {
    if (passphrase.length < SHORTEST_PASSPHRASE) {
      throw new LedgerFault.BadNote(
          "a key's passphrase has 12 characters or more",
          "passphrase",
          passphrase.length + " characters");
    }
    byte[] salt = new byte[SALT_BYTES];
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(salt);
    random.nextBytes(nonce);
    byte[] seed = key.seed();
    byte[] sealed;
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, derive(passphrase, salt, ITERATIONS), nonce);
      cipher.updateAAD(bound(key.verifier()));
      sealed = cipher.doFinal(seed);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("AES-GCM is in every JDK", e);
    } finally {
      Arrays.fill(seed, (byte) 0);
    }
    byte[] text =
        CanonicalJson.write(
            Map.of(
                "format", FORMAT,
                "vkey", key.verifier().text(),
                "kdf", DERIVATION,
                "iterations", ITERATIONS,
                "salt", Base64Text.encode(salt),
                "nonce", Base64Text.encode(nonce),
                "sealed", Base64Text.encode(sealed)));
    try {
      if (Files.exists(file)) {
        throw new IOException("there is a file of that name already");
      }
      Durable.replaceSecret(file, text);
    } catch (IOException e) {
      throw new LedgerFault.Storage(file.toString(), e);
    }
  }

  /** The public key of a key file; no passphrase is needed. */
  public static VerifierKey verifier(Path file) {
    return VerifierKey.parse(text(fields(file), "vkey"));
  }

  /**
   * Opens a key file.
   *
   * @throws LedgerFault.BadNote if the passphrase is wrong or the file was altered
   */
  public static SignerKey open(Path file, char[] passphrase) {
    Map<String, @Nullable Object> fields = fields(file);
    VerifierKey verifier = VerifierKey.parse(text(fields, "vkey"));
    byte[] seed;
    try {
      byte[] salt = Base64Text.decode(text(fields, "salt"), "salt");
      byte[] nonce = Base64Text.decode(text(fields, "nonce"), "nonce");
      Cipher cipher =
          cipher(Cipher.DECRYPT_MODE, derive(passphrase, salt, iterations(fields)), nonce);
      cipher.updateAAD(bound(verifier));
      seed = cipher.doFinal(Base64Text.decode(text(fields, "sealed"), "sealed"));
    } catch (GeneralSecurityException e) {
      throw new LedgerFault.BadNote(
          "the passphrase is wrong, or the key file was altered", "key file", verifier.name());
    }
    SignerKey key = SignerKey.ofSeed(verifier.name(), verifier.kind(), seed);
    Arrays.fill(seed, (byte) 0);
    if (!key.verifier().equals(verifier)) {
      throw new LedgerFault.BadNote(
          "the key in the file is another one", "key file", verifier.name());
    }
    return key;
  }

  private static Map<String, @Nullable Object> fields(Path file) {
    try {
      Map<String, @Nullable Object> fields =
          CanonicalJson.readObject(
              new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                  .strip()
                  .getBytes(StandardCharsets.UTF_8));
      if (FORMAT.equals(fields.get("format")) && DERIVATION.equals(fields.get("kdf"))) {
        return fields;
      }
    } catch (IOException e) {
      throw new LedgerFault.Storage(file.toString(), e);
    } catch (BadValue e) {
      // Falls through: the same fault tells what was expected; the text may be a secret.
    }
    throw new LedgerFault.BadNote("not a key file", file.toString(), FORMAT);
  }

  private static String text(Map<String, @Nullable Object> fields, String name) {
    if (fields.get(name) instanceof String text) {
      return text;
    }
    throw new LedgerFault.BadNote("a field is missing", "key file", name);
  }

  private static int iterations(Map<String, @Nullable Object> fields) {
    if (fields.get("iterations") instanceof Long count && count > 0 && count <= MOST_ITERATIONS) {
      return count.intValue();
    }
    throw new LedgerFault.BadNote(
        "not a usable number of iterations", "key file", "up to " + MOST_ITERATIONS);
  }

  private static byte[] bound(VerifierKey key) {
    return (FORMAT + " " + key.text()).getBytes(StandardCharsets.UTF_8);
  }

  private static SecretKeySpec derive(char[] passphrase, byte[] salt, int iterations)
      throws GeneralSecurityException {
    PBEKeySpec spec = new PBEKeySpec(passphrase, salt, iterations, KEY_BITS);
    byte[] key =
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    spec.clearPassword();
    return new SecretKeySpec(key, "AES");
  }

  private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
