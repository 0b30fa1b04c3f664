package dev.sextant.deconfliction;

import dev.sextant.ledger.LedgerFault;
import dev.sextant.ledger.SignedNote;
import dev.sextant.ledger.SignerKey;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What goes from house to house: one line of canonical JSON, signed as a note
 * (c2sp.org/signed-note). docs/formats/deconfliction.md
 *
 * @param kind what it is
 * @param fields by name
 */
record Message(Kind kind, Map<String, @Nullable Object> fields) {
  private static final String FORMAT = "sextant-deconfliction/1";
  private static final Pattern HEX = Pattern.compile("([0-9a-f]{2})+");

  /** What a message is. */
  enum Kind {
    CARD,
    QUESTION,
    ANSWER,
    NOTICE
  }

  static Message of(Kind kind, Map<String, ?> fields) {
    TreeMap<String, @Nullable Object> all = new TreeMap<>(fields);
    all.put("format", FORMAT);
    all.put("kind", kind.name());
    return new Message(kind, all);
  }

  byte[] signed(SignerKey key) {
    return key.sign(CanonicalJson.text(fields) + "\n").bytes();
  }

  /* A card brings its own verifier; every other message is checked by an admitted house's. */
  static Message card(byte[] bytes) {
    SignedNote note = note(bytes);
    Message message = parsed(note, Kind.CARD);
    require(note, verifier(message));
    return message;
  }

  static VerifierKey verifier(Message card) {
    try {
      return VerifierKey.parse(card.text("verifier"));
    } catch (LedgerFault | BadValue e) {
      throw DeconflictionFault.message("its verifier is none");
    }
  }

  /** Who says that he sent it, before that is checked. */
  static UUID sender(byte[] bytes, Kind kind) {
    return parsed(note(bytes), kind).uuid("from");
  }

  static Message from(OtherHouse sender, UUID to, byte[] bytes, Kind kind) {
    SignedNote note = note(bytes);
    require(note, sender.verifier());
    Message message = parsed(note, kind);
    if (!message.uuid("from").equals(sender.id()) || !message.uuid("to").equals(to)) {
      throw DeconflictionFault.message("it is from or to another house");
    }
    return message;
  }

  private static void require(SignedNote note, VerifierKey verifier) {
    try {
      note.require(verifier);
    } catch (LedgerFault e) {
      throw DeconflictionFault.message("its signature is not that house's");
    }
  }

  private static SignedNote note(byte[] bytes) {
    try {
      return SignedNote.parse(bytes);
    } catch (LedgerFault e) {
      throw DeconflictionFault.message("it is no signed note");
    }
  }

  private static Message parsed(SignedNote note, Kind kind) {
    Map<String, @Nullable Object> fields;
    try {
      byte[] line = note.text().getBytes(StandardCharsets.UTF_8);
      fields = CanonicalJson.readObject(java.util.Arrays.copyOf(line, line.length - 1));
    } catch (BadValue e) {
      throw DeconflictionFault.message("its text is not canonical JSON");
    }
    Message message = new Message(kind, fields);
    if (!message.text("format").equals(FORMAT) || !message.text("kind").equals(kind.name())) {
      throw DeconflictionFault.message("it is not of kind " + kind);
    }
    return message;
  }

  String text(String name) {
    if (fields.get(name) instanceof String text) {
      return text;
    }
    throw DeconflictionFault.message("it lacks " + name);
  }

  UUID uuid(String name) {
    try {
      return UUID.fromString(text(name));
    } catch (IllegalArgumentException e) {
      throw DeconflictionFault.message(name + " is no number of that form");
    }
  }

  Instant time(String name) {
    try {
      return Instant.parse(text(name));
    } catch (DateTimeParseException e) {
      throw DeconflictionFault.message(name + " is no moment");
    }
  }

  byte[] bytes(String name) {
    return hex(name, text(name));
  }

  List<byte[]> all(String name) {
    if (fields.get(name) instanceof List<?> list) {
      return list.stream().map(one -> hex(name, String.valueOf(one))).toList();
    }
    throw DeconflictionFault.message("it lacks " + name);
  }

  private static byte[] hex(String name, String text) {
    if (!HEX.matcher(text).matches()) {
      throw DeconflictionFault.message(name + " is not hexadecimal");
    }
    return HexFormat.of().parseHex(text);
  }
}
