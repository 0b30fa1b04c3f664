package dev.sextant.records.reader.whatsapp;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is meant in a file of WhatsApp-Chat-Exporter. People are addressed by number ({@code
 * 447700900123@s.whatsapp.net}) or by a hidden number of the platform's own ({@code ..@lid}); where
 * the tool knows a contact's name it writes that and leaves the number out.
 */
final class ExporterPeople {
  /** Stands for a name that several contacts have. */
  private static final String SEVERAL = "";

  private final String scope;
  private final AccountRef owner;
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> addresses = new HashMap<>();
  private final Map<String, String> bases = new HashMap<>();
  private long ambiguous;

  /**
   * @param scope keeps what means something in this file only from another's
   */
  ExporterPeople(String scope) {
    this.scope = scope;
    String name = "the telephone of this backup";
    this.owner =
        new AccountRef(Platform.WHATSAPP, KeyBasis.DISPLAY_NAME, scope + "/" + name, null, name);
  }

  /** Learns a chat's name. */
  void named(String address, Json value) {
    if (value instanceof Json.Text said && !said.text().isBlank()) {
      names.put(address, said.text());
      if (person(address)) {
        addresses.merge(said.text(), address, (a, b) -> a.equals(b) ? a : SEVERAL);
      }
    }
  }

  /** Learns the folder of a chat's files. */
  void based(String address, Json value) {
    if (value instanceof Json.Text said) {
      bases.put(address, said.text());
    }
  }

  /** The folder of a chat's files, or the empty text. */
  String base(String address) {
    return bases.getOrDefault(address, "");
  }

  /** The telephone's own account, which the file does not name. */
  AccountRef owner() {
    return owner;
  }

  /** How many names stood for no one contact. */
  long ambiguous() {
    return ambiguous;
  }

  /** True if one person is at that address. */
  static boolean person(String address) {
    return address.endsWith("@s.whatsapp.net") || address.endsWith("@lid");
  }

  /** The account at an address, or null if it is no person's. */
  @Nullable AccountRef at(String address) {
    return person(address) ? numbered(address, names.get(address)) : null;
  }

  private static AccountRef numbered(String address, @Nullable String name) {
    String user = address.substring(0, Math.max(0, address.indexOf('@')));
    if (address.endsWith("@s.whatsapp.net") || address.indexOf('@') < 0) {
      try {
        String digits = address.indexOf('@') < 0 ? address : user;
        String phone = Selector.of(SelectorType.PHONE, "+" + digits).value();
        return new AccountRef(Platform.WHATSAPP, KeyBasis.PHONE, phone, null, name);
      } catch (BadValue e) {
        // No number of a telephone: the address as it stands means one account.
        return AccountRef.ofId(Platform.WHATSAPP, address, null, name);
      }
    }
    return AccountRef.ofId(Platform.WHATSAPP, address, null, name);
  }

  /** Who is meant by what the tool writes for a sender: a number or a name. */
  AccountRef said(String sender, ConversationRef in) {
    if (sender.equals("You")) {
      return owner;
    }
    if (sender.matches("\\+?[0-9]{6,20}")) {
      String digits = sender.startsWith("+") ? sender.substring(1) : sender;
      return numbered(digits, names.get(digits + "@s.whatsapp.net"));
    }
    String address = addresses.getOrDefault(sender, SEVERAL);
    if (!address.equals(SEVERAL)) {
      return numbered(address, sender);
    }
    ambiguous++;
    return new AccountRef(
        Platform.WHATSAPP, KeyBasis.DISPLAY_NAME, in.key() + "/" + sender, null, sender);
  }

  /** The conversation at an address. */
  ConversationRef conversation(String address) {
    ConversationRef.Kind kind =
        person(address)
            ? ConversationRef.Kind.DIRECT
            : address.endsWith("@g.us")
                ? ConversationRef.Kind.GROUP
                : address.endsWith("@broadcast") || address.endsWith("@newsletter")
                    ? ConversationRef.Kind.CHANNEL
                    : ConversationRef.Kind.UNKNOWN;
    // Whose telephone it was is not said: a talk of two is one in this file only.
    String key = kind == ConversationRef.Kind.GROUP ? address : scope + "/" + address;
    return new ConversationRef(Platform.WHATSAPP, kind, key, names.get(address));
  }
}
