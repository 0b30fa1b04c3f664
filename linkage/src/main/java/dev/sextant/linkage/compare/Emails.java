package dev.sextant.linkage.compare;

import dev.sextant.linkage.metric.JaroWinkler;
import java.net.IDN;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two e-mail addresses. Cells: address. Providers whose mailboxes ignore dots or what follows a
 * plus sign are known (their help pages); a domain or local part that many addresses of the table
 * have says nothing.
 */
public final class Emails implements Comparison<Emails.Address> {
  private static final List<String> LEVELS =
      List.of(
          "same address",
          "same mailbox by the provider's rules",
          "same rare local part at another provider",
          "same private domain",
          "local parts nearly the same",
          "different");

  private static final Set<String> DOTLESS = Set.of("gmail.com");
  private static final Set<String> PLUS =
      Set.of(
          "gmail.com",
          "outlook.com",
          "hotmail.com",
          "live.com",
          "icloud.com",
          "me.com",
          "mac.com",
          "fastmail.com",
          "proton.me",
          "protonmail.com",
          "pm.me",
          "yandex.ru",
          "zoho.com");
  private static final Map<String, String> SAME_PROVIDER =
      Map.of("googlemail.com", "gmail.com", "yandex.com", "yandex.ru", "ya.ru", "yandex.ru");
  private static final Set<String> PUBLIC =
      Set.of(
          "gmail.com",
          "outlook.com",
          "hotmail.com",
          "live.com",
          "icloud.com",
          "me.com",
          "mac.com",
          "fastmail.com",
          "proton.me",
          "protonmail.com",
          "pm.me",
          "yandex.ru",
          "zoho.com",
          "yahoo.com",
          "yahoo.co.uk",
          "yahoo.fr",
          "yahoo.de",
          "aol.com",
          "gmx.de",
          "gmx.net",
          "web.de",
          "t-online.de",
          "mail.ru",
          "bk.ru",
          "list.ru",
          "inbox.ru",
          "rambler.ru",
          "qq.com",
          "163.com",
          "126.com",
          "orange.fr",
          "wanadoo.fr",
          "free.fr",
          "laposte.net",
          "libero.it",
          "naver.com",
          "comcast.net",
          "verizon.net",
          "btinternet.com",
          "hotmail.co.uk",
          "msn.com",
          "mail.com",
          "ukr.net",
          "seznam.cz",
          "wp.pl",
          "o2.pl",
          "onet.pl",
          "uol.com.br",
          "rediffmail.com",
          "tutanota.com",
          "tuta.io",
          "ymail.com");
  private static final Set<String> OFFICES =
      Set.of(
          "info",
          "admin",
          "contact",
          "office",
          "mail",
          "support",
          "sales",
          "hello",
          "webmaster",
          "postmaster",
          "noreply",
          "no-reply",
          "service",
          "team",
          "press",
          "jobs",
          "billing");

  private final int rare;
  private final Map<String, Integer> locals = new HashMap<>();
  private final Map<String, Integer> domains = new HashMap<>();
  private final ThreadLocal<JaroWinkler> likeness = ThreadLocal.withInitial(JaroWinkler::new);

  private Emails(int rare) {
    this.rare = rare;
  }

  /** Option {@code rare}: addresses that may have a local part or domain still called rare (10). */
  static Emails of(Options options, Corpus corpus) {
    Emails emails = new Emails(options.number("rare", 10, 2, 10_000));
    corpus.walk((cells, times) -> {
      Address address = emails.prepare(cells);
      if (address != null) {
        emails.locals.merge(address.box, times, Integer::sum);
        emails.domains.merge(address.domain, times, Integer::sum);
      }
    });
    return emails;
  }

  @Override
  public List<String> levels() {
    return LEVELS;
  }

  @Override
  public @Nullable Address prepare(List<String> cells) {
    String text = cells.getFirst().strip().toLowerCase(Locale.ROOT);
    if (text.startsWith("mailto:")) {
      text = text.substring(7);
    }
    int at = text.lastIndexOf('@');
    if (at < 1 || at + 3 > text.length() || text.indexOf('.', at) < 0 || text.indexOf(' ') >= 0) {
      return null;
    }
    String domain = ascii(text.substring(at + 1));
    domain = SAME_PROVIDER.getOrDefault(domain, domain);
    String local = text.substring(0, at);
    String box = local;
    int plus = box.indexOf('+');
    if (plus > 0 && PLUS.contains(domain)) {
      box = box.substring(0, plus);
    }
    if (DOTLESS.contains(domain)) {
      box = box.replace(".", "");
    }
    return new Address(local + "@" + domain, box, domain);
  }

  private static String ascii(String domain) {
    try {
      return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException unencodable) {
      return domain;
    }
  }

  @Override
  public int level(Address a, Address b) {
    if (a.whole.equals(b.whole)) {
      return 0;
    }
    boolean box = a.box.equals(b.box);
    boolean domain = a.domain.equals(b.domain);
    if (box && domain) {
      return 1;
    }
    if (box && a.box.length() >= 5 && !OFFICES.contains(a.box) && rare(locals, a.box)) {
      return 2;
    }
    if (domain && !PUBLIC.contains(a.domain) && rare(domains, a.domain)) {
      return 3;
    }
    boolean longEnough = Math.min(a.box.length(), b.box.length()) >= 6;
    return longEnough && likeness.get().likeness(a.box, b.box) >= 9300 ? 4 : 5;
  }

  private boolean rare(Map<String, Integer> counts, String value) {
    return counts.getOrDefault(value, 0) <= rare;
  }

  @Override
  public @Nullable String term(Address value, int level) {
    return switch (level) {
      case 0 -> value.whole;
      case 1 -> value.box + "@" + value.domain;
      case 2 -> value.box;
      case 3 -> value.domain;
      default -> null;
    };
  }

  /**
   * An address.
   *
   * @param whole in small letters, domain in ASCII
   * @param box the local part as its provider reads it
   * @param domain in ASCII
   */
  public record Address(String whole, String box, String domain) {}
}
