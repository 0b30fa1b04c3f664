package dev.sextant.records.reader.telegram;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.reader.PhoneNumbers;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How Telegram's exports write account numbers. */
final class Ids {
  private Ids() {}

  /**
   * The account of a {@code from_id} or {@code actor_id}: {@code user123} is the same account as
   * the number 123 elsewhere in the file; a group or channel that speaks keeps its word before the
   * number. Exports before 2021 wrote the bare number.
   */
  static @Nullable AccountRef account(@Nullable String id, @Nullable String name) {
    if (id == null || id.isBlank() || id.equals("0")) {
      return null;
    }
    String key = user(id) ? id.substring("user".length()) : id;
    return AccountRef.ofId(Platform.TELEGRAM, key, null, name);
  }

  private static boolean user(String id) {
    int digits = "user".length();
    if (id.length() == digits || !id.startsWith("user")) {
      return false;
    }
    for (int i = digits; i < id.length(); i++) {
      if (id.charAt(i) < '0' || id.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** An account known by the name shown only: it means something in its conversation alone. */
  static @Nullable AccountRef named(String conversation, @Nullable String name) {
    return name == null || name.isBlank()
        ? null
        : new AccountRef(
            Platform.TELEGRAM,
            AccountRef.KeyBasis.DISPLAY_NAME,
            conversation + "/" + name,
            null,
            name);
  }

  /** An account known by its handle, written with or without an at-sign. */
  static @Nullable AccountRef handle(String handle) {
    String bare = handle.startsWith("@") ? handle.substring(1) : handle;
    return bare.isBlank()
        ? null
        : new AccountRef(
            Platform.TELEGRAM,
            AccountRef.KeyBasis.HANDLE,
            bare.toLowerCase(java.util.Locale.ROOT),
            bare,
            null);
  }

  /**
   * A contact's card: known by its number where that is in international form, else by the name
   * shown; null if it has neither.
   *
   * @param within where the name means one person
   * @param said what the card says, as attributes
   */
  static @Nullable Record card(
      Header header, String within, String name, String phone, Map<String, String> said) {
    AccountRef known = PhoneNumbers.account(Platform.TELEGRAM, phone, name.isEmpty() ? null : name);
    AccountRef account = known != null ? known : named(within, name);
    return account == null
        ? null
        : new Record.Profile(
            header,
            account,
            known == null
                ? List.of()
                : List.of(new Record.Stated(Selector.of(SelectorType.PHONE, phone), false)),
            said);
  }
}
