package dev.sextant.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A text with signatures (c2sp.org/signed-note). Reading is strict: what {@link #parse} accepts is
 * exactly what {@link #bytes} prints.
 *
 * @param text the signed text, ending in a newline
 * @param signatures the signature lines, in order
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
  /** More is refused: 1 MiB is far above any note, and a reader must have a limit. */
  private static final int MAX_BYTES = 1 << 20;

  /** More is refused; the specification asks for at least 16. */
  private static final int MAX_SIGNATURES = 100;

  /** Checks the text and copies the list. */
  public SignedNote {
    if (!text.endsWith("\n")) {
      throw new LedgerFault.BadNote("the text must end in a newline", "note text", "end");
    }
    text.codePoints()
        .filter(c -> (c < 0x20 && c != '\n') || (c >= 0xD800 && c <= 0xDFFF))
        .findFirst()
        .ifPresent(c -> {
          throw new LedgerFault.BadNote(
              "control character or lone surrogate", "note text", String.format("U+%04X", c));
        });
    signatures = List.copyOf(signatures);
    if (signatures.size() > MAX_SIGNATURES) {
      throw new LedgerFault.BadNote("too many signatures", "note", "" + signatures.size());
    }
  }

  static SignedNote unsigned(String text) {
    return new SignedNote(text, List.of());
  }

  /**
   * Reads a note.
   *
   * @throws LedgerFault.BadNote if any byte does not fit the format
   */
  public static SignedNote parse(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw new LedgerFault.BadNote("note too long", "note", bytes.length + " bytes");
    }
    String whole = utf8(bytes);
    int blank = whole.lastIndexOf("\n\n");
    if (blank < 0 || !whole.endsWith("\n")) {
      throw new LedgerFault.BadNote("no signatures", "note", whole.length() + " characters");
    }
    List<NoteSignature> signatures = new ArrayList<>();
    int at = blank + 2;
    while (at < whole.length()) {
      int end = whole.indexOf('\n', at);
      signatures.add(NoteSignature.parse(whole.substring(at, end)));
      at = end + 1;
    }
    if (signatures.isEmpty()) {
      throw new LedgerFault.BadNote("no signatures", "note", whole.length() + " characters");
    }
    return new SignedNote(whole.substring(0, blank + 1), signatures);
  }

  private static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      throw new LedgerFault.BadNote("not UTF-8", "note", bytes.length + " bytes");
    }
  }

  /** The note as published. */
  public byte[] bytes() {
    StringBuilder out = new StringBuilder(text).append('\n');
    signatures.forEach(s -> out.append(s.line()).append('\n'));
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** This note with one more signature at the end. */
  public SignedNote with(NoteSignature signature) {
    List<NoteSignature> more = new ArrayList<>(signatures);
    more.add(signature);
    return new SignedNote(text, more);
  }

  /**
   * The signatures of these keys, each verified; signatures of unknown keys are passed over.
   *
   * @throws LedgerFault.BadSignature if a line claims one of the keys and does not verify
   */
  public List<NoteSignature> verified(Collection<VerifierKey> keys) {
    List<NoteSignature> good = new ArrayList<>();
    for (NoteSignature signature : signatures) {
      for (VerifierKey key : keys) {
        if (!key.claims(signature)) {
          continue;
        }
        if (!key.verifies(text, signature)) {
          throw new LedgerFault.BadSignature(
              "the signature does not verify", key.name(), Integer.toHexString(key.id()));
        }
        good.add(signature);
      }
    }
    return good;
  }

  /**
   * Requires a valid signature of this key.
   *
   * @throws LedgerFault.BadSignature if there is none, or one that does not verify
   */
  public NoteSignature require(VerifierKey key) {
    List<NoteSignature> good = verified(List.of(key));
    if (good.isEmpty()) {
      throw new LedgerFault.BadSignature(
          "no signature of this key", key.name(), Integer.toHexString(key.id()));
    }
    return good.getFirst();
  }
}
