package dev.sextant.records.reader.chat.mail;

import dev.sextant.records.AccountRef;
import dev.sextant.terms.Platform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lists of addresses by RFC 5322, section 3.4, and the old forms that mailers still write. */
public final class Addresses {
  /** Where addresses live. */
  public static final Platform EMAIL = new Platform("email");

  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s@<>\"(),;:]{1,256}@[^\\s@<>(),;]{1,256}");

  /**
   * Servers refuse lists of more than a few thousand; of a longer one the rest stays in the field.
   */
  private static final int MOST = 10_000;

  private Addresses() {}

  /** The accounts of a list, each once, in order; encoded words in names are decoded. */
  public static List<AccountRef> of(@Nullable String list) {
    Map<String, AccountRef> all = new LinkedHashMap<>();
    for (String one : list == null ? List.<String>of() : split(list)) {
      AccountRef account = all.size() < MOST ? one(one) : null;
      if (account != null) {
        all.putIfAbsent(account.accountKey(), account);
      }
    }
    return List.copyOf(all.values());
  }

  /** An address by itself as an account, or null if it is none. */
  public static @Nullable AccountRef account(String address, @Nullable String name) {
    String bare = address.strip();
    if (!bare.contains("@") || bare.length() > 320) {
      return null;
    }
    String said = name == null ? "" : Headers.decode(name).strip();
    String shown = said.isEmpty() || said.equalsIgnoreCase(bare) ? null : said;
    return new AccountRef(
        EMAIL, AccountRef.KeyBasis.HANDLE, bare.toLowerCase(Locale.ROOT), bare, shown);
  }

  /* Splits at commas and semicolons outside quotation marks, comments and angle brackets. */
  private static List<String> split(String list) {
    List<String> out = new ArrayList<>();
    StringBuilder one = new StringBuilder();
    boolean quoted = false;
    int comments = 0;
    boolean angle = false;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      if (c == '\\' && i + 1 < list.length() && (quoted || comments > 0)) {
        one.append(c).append(list.charAt(++i));
        continue;
      }
      if (c == '"' && comments == 0) {
        quoted = !quoted;
      } else if (!quoted) {
        comments = Math.max(0, comments + (c == '(' ? 1 : c == ')' ? -1 : 0));
        angle = c == '<' || (angle && c != '>');
        if (comments == 0 && !angle && (c == ',' || c == ';')) {
          out.add(one.toString());
          one.setLength(0);
          continue;
        }
        if (comments == 0 && !angle && c == ':' && one.indexOf("@") < 0) {
          one.setLength(0); // "Undisclosed recipients:" and other names of groups.
          continue;
        }
      }
      one.append(c);
    }
    out.add(one.toString());
    return out;
  }

  private static @Nullable AccountRef one(String said) {
    int open = said.lastIndexOf('<');
    int close = said.indexOf('>', Math.max(open, 0));
    if (open >= 0 && close > open) {
      String address = said.substring(open + 1, close).strip();
      int route = address.startsWith("@") ? address.indexOf(':') : -1;
      return account(
          route < 0 ? address : address.substring(route + 1),
          name(said.substring(0, open).strip(), said.substring(close + 1).strip()));
    }
    var m = ADDRESS.matcher(said);
    if (!m.find()) {
      return null;
    }
    int comment = said.indexOf('(');
    int end = said.lastIndexOf(')');
    return account(
        m.group(), comment >= 0 && end > comment ? said.substring(comment + 1, end).strip() : null);
  }

  private static @Nullable String name(String before, String after) {
    String name = before.startsWith("\"") ? Worded.unquoted(before).strip() : before;
    if (name.isEmpty() && after.startsWith("(") && after.endsWith(")")) {
      name = after.substring(1, after.length() - 1).strip();
    }
    boolean single = name.length() > 1 && name.startsWith("'") && name.endsWith("'");
    name = single ? name.substring(1, name.length() - 1) : name;
    return name.isEmpty() ? null : name;
  }
}
