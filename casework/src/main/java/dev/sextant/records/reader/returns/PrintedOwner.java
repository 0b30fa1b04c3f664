package dev.sextant.records.reader.returns;

import dev.sextant.records.AccountRef;
import dev.sextant.terms.Platform;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whose account a printed return is about, by its labels. */
final class PrintedOwner {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "https?://(?:www\\.|m\\.)?(?:instagram|facebook)\\.com/([A-Za-z0-9._]{2,60})/?");

  private PrintedOwner() {}

  /** The account, or the one without a name; labels are in lower case. */
  static AccountRef of(Platform platform, Map<String, String> said) {
    String id = number(said, "google account id", "user id", "uid", "target");
    String identifier = said.getOrDefault("account identifier", "");
    Matcher m = ADDRESS.matcher(identifier);
    String handle = m.matches() ? m.group(1) : null;
    AccountRef phone = Names.ofPhone(platform, identifier, null);
    if (phone != null && id == null) {
      return phone;
    }
    String named = said.getOrDefault("username", said.get("vanity name"));
    // Discord's new names still bear the four digits of the old, as nought.
    handle = named == null || named.isBlank() ? handle : named.replaceFirst("#0{1,4}$", "");
    AccountRef found = Names.of(platform, id, handle, said.get("name"));
    return found == null ? Names.unnamed(platform) : found;
  }

  private static @Nullable String number(Map<String, String> said, String... labels) {
    for (String label : labels) {
      String value = said.getOrDefault(label, "").strip();
      if (value.matches("[0-9]{3,30}")) {
        return value;
      }
    }
    return null;
  }
}
