package dev.sextant.verify;

import dev.sextant.ledger.LedgerFault;
import dev.sextant.ledger.SignedNote;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A signed note of the register: a principle or a decision. It counts if the key of the person whom
 * it names verifies it.
 *
 * @param digest of the note's bytes, as the log names it
 * @param fields the note's lines: first word, rest
 * @param note the note
 */
record Word(Digest digest, Map<String, String> fields, SignedNote note) {
  /** Reads a note; empty if it is none. */
  static Optional<Word> read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      SignedNote note = SignedNote.parse(bytes);
      Map<String, String> fields = new HashMap<>();
      note.text()
          .lines()
          .forEach(line -> {
            int space = line.indexOf(' ');
            fields.put(
                space < 0 ? "format" : line.substring(0, space),
                space < 0 ? line : line.substring(space + 1));
          });
      return Optional.of(new Word(Digest.of(bytes), fields, note));
    } catch (LedgerFault e) {
      return Optional.empty();
    }
  }

  String field(String name) {
    return fields.getOrDefault(name, "");
  }

  boolean isDecision() {
    return field("format").equals("sextant-approval/v1");
  }

  /** Authority and version, as {@link AuthorityText#key} has them. */
  String key() {
    return field("authority").replace(" version ", "/");
  }

  boolean signedBy(VerifierKey key) {
    try {
      note.require(key);
      return true;
    } catch (LedgerFault e) {
      return false;
    }
  }

  /** Whether this is the applicant's signature over a principle of this very document. */
  boolean signs(AuthorityText text, String principle) {
    Digest fields = text.principles().get(principle);
    return fields != null
        && note.text()
            .equals(
                "sextant-principle/v1\nauthority "
                    + text.authority()
                    + " version "
                    + text.version()
                    + "\ndocument "
                    + text.digest()
                    + "\nprinciple "
                    + principle
                    + " "
                    + fields
                    + "\n");
  }
}
