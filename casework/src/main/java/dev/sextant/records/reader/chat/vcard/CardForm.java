package dev.sextant.records.reader.chat.vcard;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Gathered;
import dev.sextant.records.reader.PhoneNumbers;
import dev.sextant.records.reader.chat.mail.Addresses;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns one card into a profile, and into the tie of whoever keeps the book. */
final class CardForm {
  private static final Map<String, String> MESSENGERS =
      Map.ofEntries(
          Map.entry("X-AIM", "aim"),
          Map.entry("X-ICQ", "icq"),
          Map.entry("X-JABBER", "xmpp"),
          Map.entry("X-MSN", "msn"),
          Map.entry("X-YAHOO", "yahoo"),
          Map.entry("X-SKYPE", "skype"),
          Map.entry("X-SKYPE-USERNAME", "skype"),
          Map.entry("X-QQ", "qq"),
          Map.entry("X-GOOGLE-TALK", "google"),
          Map.entry("X-GTALK", "google"),
          Map.entry("X-TWITTER", "x"),
          Map.entry("X-TELEGRAM", "telegram"),
          Map.entry("X-WHATSAPP", "whatsapp"));

  private final List<ContentLine> lines;
  private final String file;
  private final @Nullable AccountRef owner;
  private final List<Record.Stated> selectors = new ArrayList<>();
  private final Set<Selector> stated = new HashSet<>();
  private final Gathered attributes = new Gathered();
  private final Map<String, String> labels = new TreeMap<>();
  private final Gathered extra = new Gathered();
  private @Nullable String shown;
  private @Nullable String composed;

  CardForm(List<ContentLine> lines, String file, @Nullable AccountRef owner) {
    this.lines = lines;
    this.file = file;
    this.owner = owner;
  }

  /** The records; none if the card says neither a name nor an address. */
  List<Record> records(Locator at) {
    for (ContentLine line : lines) {
      if (line.name().equals("X-ABLABEL") && !line.group().isEmpty()) {
        labels.put(line.group(), line.text().replaceAll("^_\\$!<(.*)>!\\$_$", "$1"));
      }
    }
    lines.forEach(this::take);
    AccountRef account = account();
    if (account == null) {
      return List.of();
    }
    Map<String, String> all = new TreeMap<>(attributes.values());
    String name = name();
    if (name != null) {
      all.put("name", name);
    }
    Header header =
        new Header(account.platform(), at, ClaimedTime.none(), new TreeMap<>(extra.values()));
    Record profile = new Record.Profile(header, account, selectors, all);
    AccountRef keeper = owner;
    return keeper == null
        ? List.of(profile)
        : List.of(profile, new Record.Follow(header, keeper, account, Record.Follow.How.CONTACT));
  }

  private @Nullable String name() {
    return shown != null && !shown.isBlank() ? shown : composed;
  }

  /* A number in international form first, then an address, else the name within its book. */
  private @Nullable AccountRef account() {
    String name = name();
    for (Record.Stated one : selectors) {
      if (one.selector().type() == SelectorType.PHONE) {
        return new AccountRef(
            PhoneNumbers.PHONE, KeyBasis.PHONE, one.selector().value(), null, name);
      }
    }
    for (Record.Stated one : selectors) {
      if (one.selector().type() == SelectorType.EMAIL) {
        return Addresses.account(one.selector().value(), name);
      }
    }
    String shownName = name;
    if (shownName == null) {
      Map<String, String> said = attributes.values();
      shownName = said.containsKey("TEL") ? said.get("TEL") : said.get("ORG");
    }
    return shownName == null || shownName.isBlank()
        ? null
        : new AccountRef(
            PhoneNumbers.PHONE, KeyBasis.DISPLAY_NAME, file + "/" + shownName, null, shownName);
  }

  private void take(ContentLine line) {
    switch (line.name()) {
      case "FN" -> shown = shown == null ? line.text() : shown;
      case "N" -> structuredName(line);
      case "TEL" -> phone(line);
      case "EMAIL" -> email(line);
      case "IMPP" -> impp(line);
      case "URL" -> url(line);
      case "X-SOCIALPROFILE", "SOCIALPROFILE" -> social(line);
      case "PHOTO", "LOGO", "SOUND", "KEY" -> inline(line);
      case "NOTE" -> put("bio", line.text(), line);
      case "BDAY", "ANNIVERSARY", "ORG", "TITLE", "ROLE", "NICKNAME", "GENDER", "GEO" ->
          put(line.name(), listed(line), line);
      case "ADR" -> put("ADR", listed(line), line);
      case "X-ABLABEL" -> {
        if (line.group().isEmpty()) {
          keep(line);
        }
      }
      default -> {
        String platform = MESSENGERS.get(line.name());
        if (platform == null) {
          keep(line);
        } else {
          handle(new Platform(platform), line.text(), line);
        }
      }
    }
  }

  private void structuredName(ContentLine line) {
    List<String> pieces = line.components(';');
    List<String> order = new ArrayList<>();
    for (int index : new int[] {3, 1, 2, 0, 4}) {
      if (index < pieces.size() && !pieces.get(index).isBlank()) {
        order.add(pieces.get(index));
      }
    }
    composed = order.isEmpty() ? composed : String.join(" ", order);
    put("N", line.value(), line);
  }

  private static String listed(ContentLine line) {
    return String.join(", ", line.components(';').stream().filter(c -> !c.isBlank()).toList());
  }

  private void phone(ContentLine line) {
    String said = line.text();
    String number = said.regionMatches(true, 0, "tel:", 0, 4) ? said.substring(4) : said;
    int more = number.indexOf(';');
    state(SelectorType.PHONE, more < 0 ? number : number.substring(0, more));
    put("TEL", said, line);
    String whatsapp = line.parameter("WAID");
    if (whatsapp != null) {
      state(SelectorType.PHONE, "+" + whatsapp); // WhatsApp's own number for the contact.
    }
  }

  private void email(ContentLine line) {
    String said = line.text();
    state(
        SelectorType.EMAIL,
        said.regionMatches(true, 0, "mailto:", 0, 7) ? said.substring(7) : said);
    put("EMAIL", said, line);
  }

  private void url(ContentLine line) {
    if (line.text().matches("(?i)https?://.{3,}")) {
      state(SelectorType.URL, line.text());
    }
    put("URL", line.text(), line);
  }

  private void impp(ContentLine line) {
    String said = line.text();
    int colon = said.indexOf(':');
    String service = line.parameter("X-SERVICE-TYPE");
    String scheme = service != null ? service : colon > 0 ? said.substring(0, colon) : "";
    String word = platformWord(scheme);
    if (word.isEmpty()) {
      put("IMPP", said, line);
    } else {
      handle(new Platform(word), colon > 0 ? said.substring(colon + 1) : said, line);
    }
  }

  private void social(ContentLine line) {
    String said = line.text();
    String user = line.parameter("X-USER");
    String word = line.types().isEmpty() ? "" : platformWord(line.types().getFirst());
    if (user != null && !user.isBlank() && !word.isEmpty()) {
      handle(new Platform(word), user, line);
    } else if (said.matches("(?i)https?://.{3,}")) {
      state(SelectorType.URL, said);
    }
    put(line.name(), said, line);
  }

  private static String platformWord(String scheme) {
    String word = scheme.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "");
    return switch (word) {
      case "twitter" -> "x";
      case "jabber" -> "xmpp";
      case "gtalk", "googletalk" -> "google";
      case "pref", "x-apple", "home", "work", "other" -> "";
      default -> word.matches("[a-z0-9][a-z0-9.-]{0,39}") ? word : "";
    };
  }

  private void handle(Platform platform, String said, ContentLine line) {
    String bare = said.replaceFirst("^(?i)x-apple:", "").strip();
    try {
      selectors.add(new Record.Stated(Selector.of(SelectorType.HANDLE, platform, bare), false));
    } catch (BadValue e) {
      // An empty or endless name: kept as it stands below.
      bare = said;
    }
    put(line.name(), bare, line);
  }

  private void state(SelectorType type, String said) {
    try {
      Selector selector = Selector.of(type, said);
      if (stated.add(selector)) {
        selectors.add(new Record.Stated(selector, false));
      }
    } catch (BadValue e) {
      // Not in international form, or no address: it stands among the attributes as it was written.
      return;
    }
  }

  /* Pictures inside a card are told by type, size and digest; those outside are never fetched. */
  private void inline(ContentLine line) {
    byte[] bytes = line.inline();
    if (bytes == null) {
      keep(line);
      return;
    }
    String type = line.types().isEmpty() ? "" : line.types().getFirst() + ", ";
    put(
        line.name(),
        type + bytes.length + " bytes, sha256:" + Digest.ofRaw(Digest.sha256().digest(bytes)).hex(),
        line);
  }

  private void put(String name, String value, ContentLine line) {
    if (value.isBlank()) {
      return;
    }
    String label = labels.get(line.group());
    List<String> types = new ArrayList<>(line.types());
    types.removeIf(t -> t.equals("internet") || t.equals("pref") || t.equals("voice"));
    if (label != null && !label.isBlank()) {
      types.add(label);
    }
    boolean told = name.equals("TEL") || name.equals("EMAIL") || name.equals("ADR");
    String whole = told && !types.isEmpty() ? value + " (" + String.join(", ", types) + ")" : value;
    attributes.addOther(name, whole);
  }

  private void keep(ContentLine line) {
    String parameters = line.parameters().isEmpty() ? "" : " " + line.parameters();
    extra.add(line.name(), line.text() + parameters);
  }
}
