package dev.sextant.records.reader.dyi;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.terms.Platform;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which platform an export is of, and whose.
 *
 * @param platform Instagram or Facebook
 * @param scope first characters of the exhibit's digest: keys by name carry it, so that names never
 *     join across exports
 * @param owner whose export it is, if a profile says
 */
record Whose(Platform platform, String scope, @Nullable AccountRef owner) {
  /** An account by its handle. */
  static AccountRef handle(Platform platform, String handle, @Nullable String name) {
    return new AccountRef(platform, KeyBasis.HANDLE, handle.toLowerCase(Locale.ROOT), handle, name);
  }

  /**
   * An account known by its shown name within a place (a conversation, the friends' list); the
   * owner if it is the owner's shown name or handle.
   */
  AccountRef named(String place, String name) {
    AccountRef mine = owner;
    if (mine != null && (name.equals(mine.displayName()) || name.equals(mine.handle()))) {
      return mine;
    }
    return new AccountRef(platform, KeyBasis.DISPLAY_NAME, place + "/" + name, null, name);
  }
}
