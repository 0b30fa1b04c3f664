package dev.sextant.records.reader.archive.bluesky;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.reader.archive.Accounts;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How Bluesky names things: accounts by DID, records by {@code at://did/collection/key}, fields in
 * camel case or, in dumps of the Python library, in snake case.
 */
final class Names {
  static final Platform BLUESKY = new Platform("bluesky");

  private Names() {}

  /** A text under its own name or the Python library's. */
  static @Nullable String text(Fields f, String name) {
    String own = f.text(name);
    return own != null ? own : f.text(snake(name));
  }

  /** A value under its own name or the Python library's. */
  static @Nullable Json value(Fields f, String name) {
    Json own = f.take(name);
    return own != null ? own : f.take(snake(name));
  }

  /** An object under its own name or the Python library's; empty if absent. */
  static Fields object(Fields f, String name) {
    return f.object().get(name) instanceof Json.Obj ? f.object(name) : f.object(snake(name));
  }

  /** What kind of thing an object says it is, or the empty text. */
  static String type(Fields f) {
    String own = f.text("$type");
    String python = own == null ? f.text("py_type") : own;
    return python == null ? "" : python;
  }

  private static String snake(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /** An account by DID; what is no DID is taken for a handle. */
  static @Nullable AccountRef account(@Nullable String did) {
    if (did == null || did.isBlank()) {
      return null;
    }
    return did.startsWith("did:")
        ? AccountRef.ofId(BLUESKY, did, null, null)
        : new AccountRef(BLUESKY, KeyBasis.HANDLE, did.toLowerCase(Locale.ROOT), did, null);
  }

  /** An account as a view shows it: DID, handle, name. The fields are taken. */
  static @Nullable AccountRef actor(Fields f) {
    return Accounts.of(BLUESKY, f.text("did"), f.text("handle"), text(f, "displayName"));
  }

  /** Whose record an address leads to, or null. */
  static @Nullable AccountRef ownerOf(@Nullable String uri) {
    if (uri == null || !uri.startsWith("at://")) {
      return null;
    }
    int end = uri.indexOf('/', "at://".length());
    return account(uri.substring("at://".length(), end < 0 ? uri.length() : end));
  }

  /** The place of a value within an item. */
  static Locator within(Locator at, Json value, String below) {
    return new Locator(at.exhibit(), at.part(), value.from(), value.to(), at.pointer() + below);
  }
}
