package dev.sextant.records.reader.returns.meta;

import dev.sextant.records.AccountRef;
import dev.sextant.records.reader.returns.Names;
import dev.sextant.terms.Platform;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose record it is, as its request block says.
 *
 * @param platform where the account lives
 * @param account the account; null if no part says
 * @param platformSaid true if the record names its service
 */
record Subject(Platform platform, @Nullable AccountRef account, boolean platformSaid) {
  /** The account, or the one without a name. */
  AccountRef orUnnamed() {
    return account == null ? Names.unnamed(platform) : account;
  }

  /** What the request block's labels say, each in lower case. */
  static Subject of(Map<String, String> said, Platform otherwise) {
    String service = said.getOrDefault("service", "").toLowerCase(Locale.ROOT);
    String type = said.getOrDefault("account type", "").toLowerCase(Locale.ROOT);
    Platform named = service(service);
    named = named == null ? service(type) : named;
    Platform platform = named == null ? otherwise : named;
    return new Subject(
        platform,
        account(
            platform,
            said.getOrDefault("target", ""),
            said.getOrDefault("account identifier", said.getOrDefault("vanity", ""))),
        named != null);
  }

  private static @Nullable Platform service(String said) {
    if (said.contains("whatsapp")) {
      return Platform.WHATSAPP;
    }
    if (said.contains("threads")) {
      return new Platform("threads");
    }
    if (said.contains("instagram")) {
      return Platform.INSTAGRAM;
    }
    return said.contains("facebook") || said.contains("messenger") ? Platform.FACEBOOK : null;
  }

  private static @Nullable AccountRef account(Platform platform, String target, String said) {
    String id = target.replaceAll("[^0-9]", "");
    // An address names the account in its last segment, or in profile.php?id=.
    String identifier = Person.plain(said);
    identifier = identifier.replaceFirst("^https?://[^/]{1,100}/", "");
    identifier = identifier.replaceFirst("^profile\\.php\\?id=", "").replaceFirst("[/?].*$", "");
    if (platform.equals(Platform.WHATSAPP)) {
      String digits = identifier.isEmpty() ? target : identifier;
      String number = digits.startsWith("+") ? digits : "+" + digits.replaceAll("[^0-9]", "");
      AccountRef phone = Names.ofPhone(platform, number, null);
      if (phone != null) {
        return phone;
      }
    }
    boolean mail = identifier.indexOf('@') > 0;
    boolean number = identifier.matches("[+0-9 ()-]*");
    String handle = mail || number || identifier.isEmpty() ? null : identifier;
    if (id.isEmpty() && !mail && identifier.matches("[0-9]{5,30}")) {
      id = identifier;
    }
    return Names.of(platform, id.isEmpty() ? null : id, handle, null);
  }
}
