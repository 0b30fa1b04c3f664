package dev.sextant.ledger;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One signature line of a note.
 *
 * @param name the key's name
 * @param base64 four bytes of key id and the signature, in canonical base64
 */
public record NoteSignature(String name, String base64) {
  private static final int ID_BYTES = Integer.BYTES;

  /** Checks name, base64 and that there is a signature after the key id. */
  public NoteSignature {
    VerifierKey.checkName(name);
    if (Base64Text.decode(base64, "signature of " + name).length <= ID_BYTES) {
      throw new LedgerFault.BadNote("signature too short", "signature of " + name, base64);
    }
  }

  static NoteSignature of(VerifierKey key, byte[] signature) {
    byte[] blob =
        ByteBuffer.allocate(ID_BYTES + signature.length).putInt(key.id()).put(signature).array();
    return new NoteSignature(key.name(), Base64Text.encode(blob));
  }

  /**
   * Reads one line, without its newline.
   *
   * @throws LedgerFault.BadNote if it is not {@code — name base64}
   */
  public static NoteSignature parse(String line) {
    int space = line.indexOf(' ', 2);
    if (!line.startsWith("\u2014 ") || space < 0) {
      throw new LedgerFault.BadNote("not a signature line", "signature", line);
    }
    return new NoteSignature(line.substring(2, space), line.substring(space + 1));
  }

  /** The line, without its newline. */
  public String line() {
    return "\u2014 " + name + " " + base64;
  }

  /** The key id. */
  public int keyId() {
    return ByteBuffer.wrap(blob()).getInt();
  }

  /** The signature after the key id; for a cosignature it starts with eight bytes of time. */
  public byte[] bytes() {
    byte[] blob = blob();
    return Arrays.copyOfRange(blob, ID_BYTES, blob.length);
  }

  /** The time of a cosignature, in POSIX seconds; meaningless for other kinds. */
  public long timestamp() {
    byte[] bytes = bytes();
    return bytes.length < Long.BYTES ? -1 : ByteBuffer.wrap(bytes).getLong();
  }

  private byte[] blob() {
    return Base64Text.decode(base64, "signature of " + name);
  }
}
