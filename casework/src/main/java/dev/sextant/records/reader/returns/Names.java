package dev.sextant.records.reader.returns;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.reader.PhoneNumbers;
import dev.sextant.terms.Platform;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes accounts of what a return names them by, strongest key first. */
public final class Names {
  private Names() {}

  /** By number, else by handle; null if neither is there. */
  public static @Nullable AccountRef of(
      Platform platform, @Nullable String id, @Nullable String handle, @Nullable String name) {
    String plain = handle == null ? null : bare(handle);
    String shown = name == null || name.isBlank() ? null : name.strip();
    if (id != null && !Stamps.nothing(id.strip())) {
      return AccountRef.ofId(platform, id.strip(), plain, shown);
    }
    return plain == null || Stamps.nothing(plain)
        ? null
        : new AccountRef(platform, KeyBasis.HANDLE, plain.toLowerCase(Locale.ROOT), plain, shown);
  }

  private static @Nullable String bare(String handle) {
    String plain = handle.strip();
    plain = plain.startsWith("@") ? plain.substring(1) : plain;
    return plain.isBlank() ? null : plain;
  }

  /** By a telephone number in international form, else null. */
  public static @Nullable AccountRef ofPhone(
      Platform platform, @Nullable String number, @Nullable String name) {
    return number == null || number.isBlank() ? null : PhoneNumbers.account(platform, number, name);
  }

  /** By the name shown, which means something within that scope only. */
  public static AccountRef shown(Platform platform, String scope, String name) {
    return new AccountRef(
        platform, KeyBasis.DISPLAY_NAME, scope + "/" + name.strip(), null, name.strip());
  }

  /** The account that a return is about where nothing in it names that account. */
  public static AccountRef unnamed(Platform platform) {
    return new AccountRef(platform, KeyBasis.LABEL, "subject-of-return", null, null);
  }
}
