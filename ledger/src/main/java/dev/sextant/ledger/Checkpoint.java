package dev.sextant.ledger;

import dev.sextant.terms.Digest;

/**
 * A log's signed tree head (c2sp.org/tlog-checkpoint): a note whose text is origin, size and root.
 * Holding one proves nothing until {@link #verify} or {@link WitnessPolicy} was asked.
 *
 * @param origin the log's unique name, also the name of its key
 * @param size entries in the tree
 * @param root the RFC 6962 root hash at that size
 * @param note the whole signed note
 */
public record Checkpoint(String origin, long size, Digest root, SignedNote note) {
  /** Checks that the note says what the fields say. */
  public Checkpoint {
    if (!note.text().startsWith(body(origin, size, root))) {
      throw new LedgerFault.BadNote("fields differ from the note", "checkpoint", origin);
    }
  }

  /** The three mandatory lines. */
  static String body(String origin, long size, Digest root) {
    return origin + "\n" + size + "\n" + Base64Text.encode(root.bytes()) + "\n";
  }

  /** Signs a tree head. Only {@link Ledger} does so, when its entries are durable. */
  static Checkpoint sign(LedgerKey key, long size, Digest root) {
    return new Checkpoint(
        key.origin(), size, root, key.signer().sign(body(key.origin(), size, root)));
  }

  /**
   * Reads a checkpoint. Signatures are not looked at.
   *
   * @throws LedgerFault.BadNote if any byte does not fit the format
   */
  public static Checkpoint parse(byte[] bytes) {
    SignedNote note = SignedNote.parse(bytes);
    String[] lines = note.text().split("\n", -1);
    // A text of three lines splits into four pieces, the last one empty.
    if (lines.length < 4) {
      throw new LedgerFault.BadNote(
          "a checkpoint has origin, size and root", "checkpoint", lines.length - 1 + " lines");
    }
    for (int i = 0; i < lines.length - 1; i++) {
      if (lines[i].isEmpty()) {
        throw new LedgerFault.BadNote("empty line", "checkpoint line " + (i + 1), "");
      }
    }
    byte[] root = Base64Text.decode(lines[2], "checkpoint root");
    if (root.length != Merkle.HASH_BYTES) {
      throw new LedgerFault.BadNote("a root has 32 bytes", "checkpoint line 3", lines[2]);
    }
    return new Checkpoint(lines[0], size(lines[1]), Digest.ofRaw(root), note);
  }

  /** Reads a decimal without sign or leading zero. */
  static long size(String text) {
    try {
      long size = Long.parseLong(text);
      if (size >= 0 && Long.toString(size).equals(text)) {
        return size;
      }
    } catch (NumberFormatException e) {
      // Falls through: the same fault names the value either way.
    }
    throw new LedgerFault.BadNote("not a tree size", "size", text);
  }

  /** The checkpoint as published. */
  public byte[] bytes() {
    return note.bytes();
  }

  /**
   * Requires that the log of this key signed it, under its own origin.
   *
   * @throws LedgerFault.BadSignature if not
   */
  public Checkpoint verify(VerifierKey log) {
    if (!origin.equals(log.name())) {
      throw new LedgerFault.BadSignature(
          "the checkpoint is of another log: " + origin, log.name(), Integer.toHexString(log.id()));
    }
    note.require(log);
    return this;
  }

  Checkpoint with(NoteSignature cosignature) {
    return new Checkpoint(origin, size, root, note.with(cosignature));
  }
}
