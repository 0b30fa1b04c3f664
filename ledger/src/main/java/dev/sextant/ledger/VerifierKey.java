package dev.sextant.ledger;

import dev.sextant.terms.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The public half of a key that signs notes, in the {@code name+id+base64} encoding of
 * c2sp.org/signed-note ("vkey").
 *
 * @param name who signs; for a log, its origin. No space, no plus
 * @param kind what its signatures are over
 * @param keyHex the 32-byte Ed25519 public key (RFC 8032) in lower-case hexadecimal
 */
public record VerifierKey(String name, Kind kind, String keyHex) {
  /** What a signature is over; the byte is that of c2sp.org/signed-note. */
  public enum Kind {
    /** Ed25519 over the note's text (0x01). */
    NOTE(0x01),
    /** Timestamped Ed25519 of a witness, over {@code cosignature/v1} (0x04). */
    COSIGNATURE(0x04);

    private final byte code;

    Kind(int code) {
      this.code = (byte) code;
    }

    /** The signature type byte. */
    public byte code() {
      return code;
    }

    static Kind of(byte code) {
      for (Kind kind : values()) {
        if (kind.code == code) {
          return kind;
        }
      }
      throw new LedgerFault.BadNote("unknown signature type", "key", String.format("0x%02x", code));
    }
  }

  /** Checks name and length. */
  public VerifierKey {
    checkName(name);
    if (!keyHex.matches("[0-9a-f]{64}")) {
      throw new LedgerFault.BadNote("a public key has 32 bytes", "key " + name, keyHex);
    }
  }

  /**
   * Reads {@code name+8 hex digits+base64}.
   *
   * @throws LedgerFault.BadNote if anything in it does not fit, the key id included
   */
  public static VerifierKey parse(String text) {
    int first = text.indexOf('+');
    int second = text.indexOf('+', first + 1);
    if (first < 0 || second < 0) {
      throw new LedgerFault.BadNote("not a verifier key", "name+id+key", text);
    }
    byte[] material = Base64Text.decode(text.substring(second + 1), "verifier key");
    if (material.length != 1 + Ed25519.KEY_BYTES) {
      throw new LedgerFault.BadNote("a public key has 32 bytes", "verifier key", text);
    }
    VerifierKey key =
        new VerifierKey(
            text.substring(0, first),
            Kind.of(material[0]),
            HexFormat.of().formatHex(material, 1, material.length));
    if (!key.text().equals(text)) {
      throw new LedgerFault.BadNote("the key id does not fit the key", "verifier key", text);
    }
    return key;
  }

  /** The {@code name+id+base64} form. */
  public String text() {
    return name + "+" + HexFormat.of().toHexDigits(id()) + "+" + Base64Text.encode(material());
  }

  /** The first four bytes of SHA-256(name, newline, kind, public key), big-endian. */
  public int id() {
    MessageDigest sha = Digest.sha256();
    sha.update((name + "\n").getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(sha.digest(material())).getInt();
  }

  /** The SHA-256 of the vkey text: what two people read to each other over the telephone. */
  public Digest fingerprint() {
    return Digest.of(text().getBytes(StandardCharsets.UTF_8));
  }

  /** Whether this signature line claims to be of this key: same name and same key id. */
  public boolean claims(NoteSignature signature) {
    return signature.name().equals(name) && signature.keyId() == id();
  }

  /** Whether this is a valid signature of this key over the note's text. */
  public boolean verifies(String text, NoteSignature signature) {
    if (!claims(signature)) {
      return false;
    }
    byte[] bytes = signature.bytes();
    byte[] key = HexFormat.of().parseHex(keyHex);
    return switch (kind) {
      case NOTE ->
          bytes.length == Ed25519.SIGNATURE_BYTES
              && Ed25519.verify(key, text.getBytes(StandardCharsets.UTF_8), bytes);
      case COSIGNATURE ->
          bytes.length == Long.BYTES + Ed25519.SIGNATURE_BYTES
              && signature.timestamp() >= 0
              && Ed25519.verify(
                  key,
                  cosigned(text, signature.timestamp()),
                  Arrays.copyOfRange(bytes, Long.BYTES, bytes.length));
    };
  }

  /** What a witness signs (c2sp.org/tlog-cosignature). */
  static byte[] cosigned(String text, long posixSeconds) {
    return ("cosignature/v1\ntime " + posixSeconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] material() {
    byte[] key = HexFormat.of().parseHex(keyHex);
    return ByteBuffer.allocate(1 + key.length).put(kind.code()).put(key).array();
  }

  static void checkName(String name) {
    boolean bad =
        name.isEmpty() || name.codePoints().anyMatch(c -> c == '+' || c < 0x20 || space(c));
    if (bad) {
      throw new LedgerFault.BadNote(
          "a key name is not empty and holds no space, control character or plus",
          "key name",
          name);
    }
  }

  private static boolean space(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
  }

  @Override
  public String toString() {
    return text();
  }
}
