package dev.sextant.records.reader.archive;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.Header;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names accounts by the strongest key that a source gives. */
public final class Accounts {
  private Accounts() {}

  /** By number, else by handle; null if neither is said. */
  public static @Nullable AccountRef of(
      Platform platform, @Nullable String id, @Nullable String handle, @Nullable String name) {
    String shown = name == null || name.isBlank() ? null : name;
    String called = handle == null || handle.isBlank() ? null : bare(handle);
    if (id != null && !id.isBlank()) {
      return AccountRef.ofId(platform, id.strip(), called, shown);
    }
    return called == null ? null : handle(platform, called, shown);
  }

  private static String bare(String handle) {
    String text = handle.strip();
    return text.startsWith("@") && text.length() > 1 ? text.substring(1) : text;
  }

  /** By handle. */
  public static AccountRef handle(Platform platform, String handle, @Nullable String name) {
    String bare = bare(handle);
    return new AccountRef(platform, KeyBasis.HANDLE, bare.toLowerCase(Locale.ROOT), bare, name);
  }

  /** By shown name within a place of an exhibit: a conversation, a list. */
  public static AccountRef shown(Platform platform, String place, String name) {
    return new AccountRef(platform, KeyBasis.DISPLAY_NAME, place + "/" + name, null, name);
  }

  /** A header. */
  public static Header header(
      Platform platform, Locator at, ClaimedTime time, Map<String, String> extra) {
    return new Header(platform, at, time, extra);
  }
}
