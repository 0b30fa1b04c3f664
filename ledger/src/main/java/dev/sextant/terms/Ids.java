package dev.sextant.terms;

import java.util.UUID;

/** Reading of random identifiers. */
final class Ids {
  private Ids() {}

  static UUID uuid(String type, String text) {
    try {
      UUID id = UUID.fromString(text);
      if (id.toString().equalsIgnoreCase(text)) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      // Falls through: the same fault names the value either way.
    }
    throw new BadValue("SX-TERMS-ID", type, text, "give the 36-character identifier as printed");
  }
}
