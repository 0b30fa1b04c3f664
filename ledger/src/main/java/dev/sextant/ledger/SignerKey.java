package dev.sextant.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The private half of a key that signs notes. Its text form is that of golang.org/x/mod/sumdb/note:
 * {@code PRIVATE+KEY+name+id+base64}. {@link #toString} never shows it.
 */
public final class SignerKey {
  private static final String PREFIX = "PRIVATE+KEY+";

  private final VerifierKey verifier;
  private final byte[] seed;
  private final PrivateKey key;

  private SignerKey(String name, VerifierKey.Kind kind, byte[] seed) {
    this.seed = seed.clone();
    this.key = Ed25519.privateKey(this.seed);
    this.verifier =
        new VerifierKey(name, kind, HexFormat.of().formatHex(Ed25519.publicKey(this.seed)));
  }

  /** A fresh key. */
  public static SignerKey generate(String name, VerifierKey.Kind kind, SecureRandom random) {
    byte[] seed = new byte[Ed25519.KEY_BYTES];
    random.nextBytes(seed);
    return new SignerKey(name, kind, seed);
  }

  /* For key files of this room: whoever else holds a key holds its text. */
  static SignerKey ofSeed(String name, VerifierKey.Kind kind, byte[] seed) {
    if (seed.length != Ed25519.KEY_BYTES) {
      throw unreadable();
    }
    return new SignerKey(name, kind, seed);
  }

  /** A copy of the secret seed, for {@link KeyFile}. */
  byte[] seed() {
    return seed.clone();
  }

  /**
   * Reads {@code PRIVATE+KEY+name+id+base64}.
   *
   * @throws LedgerFault.BadNote if it does not fit; the fault does not repeat the text
   */
  public static SignerKey parse(String text) {
    int first = text.indexOf('+', Math.min(PREFIX.length(), text.length()));
    int second = text.indexOf('+', first + 1);
    if (!text.startsWith(PREFIX) || first < 0 || second < 0) {
      throw unreadable();
    }
    byte[] material;
    try {
      material = Base64Text.decode(text.substring(second + 1), "signer key");
    } catch (LedgerFault.BadNote e) {
      // Raised anew without the text: a fault must not print a private key.
      throw unreadable();
    }
    if (material.length != 1 + Ed25519.KEY_BYTES) {
      throw unreadable();
    }
    SignerKey key =
        new SignerKey(
            text.substring(PREFIX.length(), first),
            VerifierKey.Kind.of(material[0]),
            Arrays.copyOfRange(material, 1, material.length));
    if (!key.secretText().equals(text)) {
      throw unreadable();
    }
    return key;
  }

  private static LedgerFault.BadNote unreadable() {
    return new LedgerFault.BadNote("not a signer key", "PRIVATE+KEY+name+id+key", "hidden");
  }

  /** The {@code PRIVATE+KEY+...} form: a secret, to be kept as one. */
  public String secretText() {
    byte[] material =
        ByteBuffer.allocate(1 + seed.length).put(verifier.kind().code()).put(seed).array();
    return PREFIX
        + verifier.name()
        + "+"
        + HexFormat.of().toHexDigits(verifier.id())
        + "+"
        + Base64Text.encode(material);
  }

  /** The public half. */
  public VerifierKey verifier() {
    return verifier;
  }

  /** Who signs. */
  public String name() {
    return verifier.name();
  }

  /** Signs a text that ends in a newline, giving a note with this one signature. */
  public SignedNote sign(String text) {
    return SignedNote.unsigned(text).with(signature(text));
  }

  /**
   * The signature line over a text, for a key of kind {@link VerifierKey.Kind#NOTE}.
   *
   * @throws LedgerFault.BadNote if this is a witness's key, whose signatures need a time
   */
  public NoteSignature signature(String text) {
    require(VerifierKey.Kind.NOTE);
    return NoteSignature.of(verifier, Ed25519.sign(key, text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * The cosignature line over a checkpoint's text, for a key of kind {@link
   * VerifierKey.Kind#COSIGNATURE}. The time is cut to whole seconds.
   */
  public NoteSignature cosignature(String text, Instant time) {
    require(VerifierKey.Kind.COSIGNATURE);
    long seconds = time.getEpochSecond();
    byte[] signed = Ed25519.sign(key, VerifierKey.cosigned(text, seconds));
    return NoteSignature.of(
        verifier,
        ByteBuffer.allocate(Long.BYTES + signed.length).putLong(seconds).put(signed).array());
  }

  private void require(VerifierKey.Kind kind) {
    if (verifier.kind() != kind) {
      throw new LedgerFault.BadNote(
          "a key of another kind is needed", "key " + name(), verifier.kind().toString());
    }
  }

  @Override
  public String toString() {
    return "SignerKey of " + verifier.text();
  }
}
