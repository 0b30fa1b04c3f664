package dev.sextant.records.text;

import java.net.Inet6Address;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses on the net: web, mail, hosts; and names of accounts. */
final class WebRules {
  private static final String DOT = "(?:\\.|\\[\\.\\]|\\(\\.\\)|\\{\\.\\}|\\[dot\\]|\\(dot\\))";
  private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?";

  /** Defanged forms too: hxxp, dots and the colon in brackets. */
  private static final Pattern URL =
      Pattern.compile(
          "(?<![A-Za-z0-9])(h(?:tt|xx|\\*\\*)ps?|ftps?|fxps?)(?::|\\[:\\]|\\(:\\))//([^\\s<>\"'`|]{3,2000})",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BARE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}@./_-])(?:www\\."
              + LABEL
              + "(?:\\."
              + LABEL
              + "){1,5}|(?:t\\.me|telegram\\.me|wa\\.me|chat\\.whatsapp\\.com|discord\\.gg"
              + "|discord(?:app)?\\.com/invite|signal\\.group)(?=/))(/[^\\s<>\"'`|]{1,1000})?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DEFANGED_HOST =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}@._-])((?:"
              + LABEL
              + "\\.){0,3}"
              + LABEL
              + "(?:(?:\\[\\.\\]|\\(\\.\\)|\\[dot\\]|\\(dot\\))"
              + LABEL
              + "){1,4})(/[^\\s<>\"'`|]{0,1000})?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern EMAIL =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}._%+/-])([\\p{L}\\p{N}](?:[\\p{L}\\p{N}._%+'-]{0,62}[\\p{L}\\p{N}_+-])?)@("
              + LABEL
              + "(?:\\."
              + LABEL
              + "){0,5}\\.\\p{L}{2,24})(?![\\p{L}\\p{N}@])");

  private static final Pattern HIDDEN_EMAIL =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}._%+-])([\\p{L}\\p{N}](?:[\\p{L}\\p{N}._%+-]{0,62}[\\p{L}\\p{N}_+-])?)\\s{0,2}"
              + "(@|\\[@\\]|\\(@\\)|\\[at\\]|\\(at\\)|\\{at\\}|<at>)\\s{0,2}("
              + LABEL
              + "(?:\\s{0,2}(?:\\.|\\[\\.\\]|\\(\\.\\)|\\[dot\\]|\\(dot\\)|\\{dot\\}|<dot>|\\[punkt\\])\\s{0,2}"
              + LABEL
              + "){1,4})(?![\\p{L}\\p{N}@])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern HANDLE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}@._/+-])@([A-Za-z0-9_](?:[A-Za-z0-9_.]{0,28}[A-Za-z0-9_]))(?![A-Za-z0-9_@])");

  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern IPV4 =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.])("
              + OCTET
              + "(?:"
              + DOT
              + OCTET
              + "){3})(?::([0-9]{1,5}))?(?![\\p{L}\\p{N}]|\\.[0-9])");
  private static final Pattern IPV6 =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}:.])(?:\\[([0-9a-fA-F:.]{6,45})\\](?::([0-9]{1,5}))?|([0-9a-fA-F:.]{6,45}))(?![\\p{L}\\p{N}:])");

  private static final Pattern INVITE =
      Pattern.compile(
          "^(?:t(?:elegram)?\\.me/(?:\\+|joinchat/)([A-Za-z0-9_-]{8,64})"
              + "|chat\\.whatsapp\\.com/(?:invite/)?([A-Za-z0-9]{8,64})"
              + "|discord(?:\\.gg|(?:app)?\\.com/invite)/([A-Za-z0-9-]{2,64})"
              + "|signal\\.group/#?([A-Za-z0-9_-]{8,200}))",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ACCOUNT =
      Pattern.compile(
          "^(?:t(?:elegram)?\\.me|(?:www\\.)?instagram\\.com|(?:www\\.)?(?:twitter|x)\\.com"
              + "|(?:www\\.)?tiktok\\.com)/@?([A-Za-z0-9_.]{2,32})/?(?:[?#].*)?$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DIALLED =
      Pattern.compile("^(?:wa\\.me|api\\.whatsapp\\.com/send\\?phone=)/?\\+?([0-9]{7,15})");

  private WebRules() {}

  static void look(Scan scan, Shape shape) {
    if (shape.at() && shape.dots() > 0) {
      scan.each(EMAIL, m -> email(scan, m));
    }
    if (shape.slashes()) {
      scan.each(URL, m -> url(scan, m));
    }
    if (shape.dots() > 0) {
      scan.each(BARE, m -> bare(scan, m));
    }
    if (shape.brackets()) {
      scan.each(HIDDEN_EMAIL, m -> hiddenEmail(scan, m));
      scan.each(DEFANGED_HOST, m -> defanged(scan, m));
    }
    if (shape.colons() > 1) {
      scan.each(IPV6, m -> ipv6(scan, m));
    }
    if (shape.digits() > 3 && (shape.dots() > 2 || shape.brackets())) {
      scan.each(IPV4, m -> ipv4(scan, m));
    }
    if (shape.at()) {
      scan.each(HANDLE, m -> handle(scan, m));
    }
  }

  private static void email(Scan scan, Matcher m) {
    String value = m.group(1) + "@" + m.group(2).toLowerCase(Locale.ROOT);
    scan.add(SelectorKind.EMAIL, "e-mail", m.start(), m.end(), value, Check.NONE);
  }

  private static void hiddenEmail(Scan scan, Matcher m) {
    String domain =
        m.group(3).replaceAll("\\s*" + DOT + "\\s*|\\s*[{<\\[](?:dot|punkt)[}>\\]]\\s*", ".");
    String last = domain.substring(domain.lastIndexOf('.') + 1);
    boolean dotted = !m.group(3).contains(" ") || !m.group(2).equals("@");
    if (!scan.free(m.start(), m.end()) || !last.matches("\\p{L}{2,24}") || !dotted) {
      return;
    }
    scan.add(
        SelectorKind.EMAIL,
        "e-mail, written so as to hide",
        m.start(),
        m.end(),
        m.group(1) + "@" + domain.toLowerCase(Locale.ROOT),
        Check.NONE);
  }

  private static void url(Scan scan, Matcher m) {
    String rest = trimmed(m.group(2));
    int end = m.start(2) + rest.length();
    if (rest.length() < 3) {
      return;
    }
    String scheme = m.group(1).toLowerCase(Locale.ROOT).replace("xx", "tt").replace("**", "tt");
    scheme = scheme.replace("fxp", "ftp");
    String plain = refanged(rest);
    boolean defanged = !scheme.equals(m.group(1).toLowerCase(Locale.ROOT)) || !plain.equals(rest);
    web(scan, defanged ? "url, defanged" : "url", m.start(), end, scheme + "://", plain);
  }

  private static void bare(Scan scan, Matcher m) {
    String whole = trimmed(m.group());
    int end = m.start() + whole.length();
    if (scan.free(m.start(), end)) {
      web(scan, "url without scheme", m.start(), end, "", whole);
    }
  }

  private static void defanged(Scan scan, Matcher m) {
    String whole = trimmed(m.group());
    int end = m.start() + whole.length();
    String plain = refanged(whole);
    String host = host(plain);
    String last = host.substring(host.lastIndexOf('.') + 1);
    if (scan.free(m.start(), end) && last.matches("\\p{L}{2,24}")) {
      web(scan, "url, defanged", m.start(), end, "", plain);
    }
  }

  private static void web(Scan scan, String rule, int from, int to, String scheme, String address) {
    String host = host(address);
    String lower = host.toLowerCase(Locale.ROOT) + address.substring(host.length());
    scan.add(SelectorKind.URL, rule, from, to, scheme + lower, Check.NONE);
    Matcher invite = INVITE.matcher(lower);
    Matcher account = ACCOUNT.matcher(lower);
    Matcher dialled = DIALLED.matcher(lower);
    if (invite.find()) {
      scan.note(SelectorKind.INVITE, "invitation link", from, to, invite.group(), Check.NONE);
    } else if (dialled.find()) {
      String number = PhoneRule.international("+" + dialled.group(1));
      if (number != null) {
        scan.note(SelectorKind.PHONE, "number in a link", from, to, number, Check.PASSED);
      }
    } else if (account.find()) {
      scan.note(
          SelectorKind.HANDLE,
          "account in a link",
          from,
          to,
          account.group(1).toLowerCase(Locale.ROOT),
          Check.NONE);
    }
    Matcher numbers = IPV4.matcher(lower);
    if (numbers.lookingAt()) {
      ip(scan, "ip v4 in a link", from, to, numbers.group(1), numbers.group(2));
    }
  }

  private static String host(String address) {
    int end = 0;
    while (end < address.length() && "/?#:".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    return address.substring(0, end);
  }

  private static String refanged(String text) {
    return text.replaceAll("(?i)\\[\\.\\]|\\(\\.\\)|\\{\\.\\}|\\[dot\\]|\\(dot\\)", ".")
        .replaceAll("\\[:\\]", ":");
  }

  /* What ends a sentence or closes a bracket that was opened before does not belong to it. */
  private static String trimmed(String text) {
    int end = text.length();
    while (end > 0) {
      char c = text.charAt(end - 1);
      boolean closes =
          (c == ')'
                  && text.substring(0, end).chars().filter(x -> x == '(').count()
                      < text.substring(0, end).chars().filter(x -> x == ')').count())
              || (c == ']'
                  && text.substring(0, end).chars().filter(x -> x == '[').count()
                      < text.substring(0, end).chars().filter(x -> x == ']').count());
      if (!closes && ".,;:!?*_~\u2026\u201d\u00bb".indexOf(c) < 0) {
        break;
      }
      end--;
    }
    return text.substring(0, end);
  }

  private static void ipv4(Scan scan, Matcher m) {
    if (scan.free(m.start(), m.end())) {
      String rule = m.group(1).matches("[0-9.]+") ? "ip v4" : "ip v4, defanged";
      ip(scan, rule, m.start(), m.end(), m.group(1).replaceAll("[^0-9]+", "."), m.group(2));
    }
  }

  private static void ip(
      Scan scan, String rule, int from, int to, String address, @Nullable String port) {
    boolean usable = port != null && Integer.parseInt(port) <= 65_535;
    String value = usable ? address + ":" + Integer.parseInt(port) : address;
    Check none = Check.NONE;
    if (rule.endsWith("link")) {
      scan.note(SelectorKind.IP, rule, from, to, value, none);
    } else {
      scan.add(SelectorKind.IP, rule, from, to, value, none);
    }
  }

  /* What looks like one may be a time of day or code: it must parse, and have three groups. */
  private static void ipv6(Scan scan, Matcher m) {
    String address = m.group(1) != null ? m.group(1) : m.group(3);
    int end = m.end();
    while (m.group(1) == null && address.endsWith(".")) {
      address = address.substring(0, address.length() - 1);
      end--;
    }
    long groups = Pattern.compile("[0-9a-fA-F]+").matcher(address).results().count();
    if (groups < 3 || address.indexOf(':') < 0 || !scan.free(m.start(), end)) {
      return;
    }
    String canonical;
    try {
      canonical = Inet6Address.ofLiteral(address).getHostAddress();
    } catch (IllegalArgumentException e) {
      return; // Not an address: nothing was seen.
    }
    String port = m.group(2);
    boolean usable = port != null && Integer.parseInt(port) <= 65_535;
    scan.add(
        SelectorKind.IP,
        "ip v6",
        m.start(),
        end,
        usable ? "[" + canonical + "]:" + Integer.parseInt(port) : canonical,
        Check.NONE);
  }

  private static void handle(Scan scan, Matcher m) {
    if (scan.free(m.start(), m.end())) {
      String name = m.group(1).toLowerCase(Locale.ROOT);
      scan.add(SelectorKind.HANDLE, "handle", m.start(), m.end(), name, Check.NONE);
    }
  }
}
