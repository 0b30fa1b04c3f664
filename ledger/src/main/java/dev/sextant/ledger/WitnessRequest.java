package dev.sextant.ledger;

import dev.sextant.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a log asks of a witness: the {@code add-checkpoint} request of c2sp.org/tlog-witness.
 *
 * @param oldSize entries in the checkpoint that the witness is believed to hold, 0 if none
 * @param proof consistency proof from there; empty from 0
 * @param checkpoint the log's signed checkpoint
 */
public record WitnessRequest(long oldSize, List<Digest> proof, Checkpoint checkpoint) {
  /** The most proof lines that a request may hold. */
  private static final int MAX_PROOF = 63;

  /** Checks the limits and copies the list. */
  public WitnessRequest {
    proof = List.copyOf(proof);
    if (oldSize < 0 || proof.size() > MAX_PROOF) {
      throw new LedgerFault.BadNote(
          "at most 63 proof lines and no negative size", "witness request", "" + proof.size());
    }
  }

  /**
   * Reads a request's body.
   *
   * @throws LedgerFault.BadNote if a line does not fit
   */
  public static WitnessRequest parse(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    int blank = text.indexOf("\n\n");
    if (blank < 0 || !text.startsWith("old ")) {
      throw new LedgerFault.BadNote("not a witness request", "line 1", "old <size>");
    }
    String[] lines = text.substring(0, blank).split("\n", -1);
    List<Digest> proof = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      byte[] hash = Base64Text.decode(lines[i], "proof line " + i);
      if (hash.length != Merkle.HASH_BYTES) {
        throw new LedgerFault.BadNote("a hash has 32 bytes", "proof line " + i, lines[i]);
      }
      proof.add(Digest.ofRaw(hash));
    }
    int head = text.substring(0, blank + 2).getBytes(StandardCharsets.UTF_8).length;
    byte[] rest = Arrays.copyOfRange(body, Math.min(head, body.length), body.length);
    return new WitnessRequest(
        Checkpoint.size(lines[0].substring(4)), proof, Checkpoint.parse(rest));
  }

  /** The request's body. */
  public byte[] bytes() {
    StringBuilder out = new StringBuilder("old " + oldSize + "\n");
    proof.forEach(hash -> out.append(Base64Text.encode(hash.bytes())).append('\n'));
    byte[] head = out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    byte[] note = checkpoint.bytes();
    byte[] all = Arrays.copyOf(head, head.length + note.length);
    System.arraycopy(note, 0, all, head.length, note.length);
    return all;
  }
}
