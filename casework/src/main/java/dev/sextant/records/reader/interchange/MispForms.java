package dev.sextant.records.reader.interchange;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.PhoneNumbers;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.ClaimedTime.Precision;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import dev.sextant.terms.SelectorType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One MISP attribute, object, report or event as records. */
final class MispForms {
  private static final Platform MISP = new Platform("misp");

  private final JsonReader.Names names;
  private final Locator at;

  MispForms(JsonReader.Names names, Locator at) {
    this.names = names;
    this.at = at;
  }

  /** The section of what is neither attribute nor object nor report; empty if it is one. */
  static String unfamiliar(Json value) {
    Fields f = Fields.of(value);
    boolean attribute = f.has("type") && f.has("value");
    return attribute
            || f.has("Attribute")
            || (f.has("name") && (f.has("content") || f.has("template_uuid")))
        ? ""
        : "MISP element of no known kind";
  }

  /** The records of an attribute, an object or a report. */
  List<Record> records(Json value) {
    Fields f = Fields.of(value);
    if (f.has("Attribute") || f.has("template_uuid")) {
      return object(f);
    }
    return f.has("content") && !f.has("value") ? List.of(report(f)) : List.of(attribute(f));
  }

  /** The account that an attribute or an object is, or null. */
  static @Nullable AccountRef accountOf(Json value) {
    Fields f = Fields.of(value);
    String name = f.textOrEmpty("name").toLowerCase(Locale.ROOT);
    if (name.endsWith("-account")) {
      Parts parts = new Parts(f.array("Attribute"));
      return account(parts, platform(name), shown(parts));
    }
    String type = f.textOrEmpty("type");
    return account(type, f.textOrEmpty("value"), service(type));
  }

  private Header header(Platform platform, ClaimedTime time, Fields f) {
    Map<String, String> extra = new TreeMap<>();
    String tags = tags(f);
    if (!tags.isEmpty()) {
      extra.put("tags", tags);
    }
    extra.putAll(f.rest());
    return new Header(platform, at, time, extra);
  }

  private static String tags(Fields f) {
    List<String> tags = new ArrayList<>();
    f.array("Tag").forEach(tag -> tags.add(Fields.of(tag).textOrEmpty("name")));
    return String.join(", ", tags);
  }

  private static ClaimedTime stamp(Fields f) {
    String text = f.textOrEmpty("timestamp");
    return text.matches("[0-9]{1,12}")
        ? ClaimedTimes.ofSeconds(Long.valueOf(text), text)
        : text.isEmpty() ? ClaimedTime.none() : any(text);
  }

  /* MISP writes times as ISO 8601 with or without a zone; seen dates too. */
  private static ClaimedTime any(String text) {
    String iso = text.strip().replace(' ', 'T');
    ClaimedTime zoned = ClaimedTimes.ofIso(iso);
    if (zoned.instant() != null) {
      return new ClaimedTime(zoned.instant(), text, zoned.basis(), zoned.zone(), zoned.precision());
    }
    ClaimedTime local = ClaimedTimes.ofLocalIso(iso, Optional.empty());
    return local.instant() != null
        ? new ClaimedTime(local.instant(), text, local.basis(), "", local.precision())
        : day(text);
  }

  private static ClaimedTime day(String text) {
    try {
      LocalDate day = LocalDate.parse(text.strip());
      return day.getYear() <= 1970
          ? ClaimedTime.unreadable(text)
          : ClaimedTimes.ofLocal(day.atStartOfDay(), text, Optional.empty(), Precision.DAY);
    } catch (DateTimeException e) {
      return ClaimedTime.unreadable(text);
    }
  }

  /** The event itself, as what its organisation wrote. */
  List<Record> event(Json.Obj own) {
    Fields f = new Fields(own);
    String uuid = Forms.blank(f.text("uuid"));
    String id = Forms.blank(f.text("id"));
    String key = uuid == null ? id == null ? "event" : id : uuid;
    Fields organisation = f.object("Orgc");
    String by = Forms.blank(organisation.text("name"));
    String date = f.textOrEmpty("date");
    ClaimedTime time = date.isEmpty() ? stamp(f) : day(date);
    String info = f.textOrEmpty("info");
    List<Json> related = f.array("RelatedEvent");
    List<Record> records = new ArrayList<>();
    Map<String, String> nameless = new TreeMap<>();
    Header header = header(MISP, time, f);
    AccountRef author =
        by == null
            ? null
            : AccountRef.ofId(
                MISP, Optional.ofNullable(organisation.text("uuid")).orElse(by), null, by);
    AccountRef here = AccountRef.ofId(MISP, key, null, Forms.blank(info));
    for (Json one : related) {
      Fields around = Fields.of(one);
      Fields other = around.object("Event").apart();
      String otherUuid = Forms.blank(other.text("uuid"));
      String number = Forms.blank(other.text("id"));
      String otherId = otherUuid == null ? number : otherUuid;
      if (otherId == null) {
        nameless.put("RelatedEvent " + (nameless.size() + 1), one.raw());
      } else {
        AccountRef there = AccountRef.ofId(MISP, otherId, null, Forms.blank(other.text("info")));
        Map<String, String> extra = new TreeMap<>(other.rest());
        around.rest().forEach((name, said) -> extra.put("RelatedEvent." + name, said));
        records.add(
            new Record.Relation(
                new Header(MISP, at, ClaimedTime.none(), extra),
                here,
                there,
                "related event",
                1,
                false));
      }
    }
    nameless.putAll(header.extra());
    Header whole = new Header(MISP, at, time, nameless);
    records.addFirst(
        new Record.Post(whole, author, key, info, null, null, List.of(), null, List.of()));
    return records;
  }

  private Record report(Fields f) {
    String words = f.textOrEmpty("name") + "\n" + f.textOrEmpty("content");
    String uuid = Forms.blank(f.text("uuid"));
    return new Record.Post(
        header(MISP, stamp(f), f),
        null,
        uuid,
        words.strip(),
        null,
        null,
        List.of(),
        null,
        List.of());
  }

  private Record attribute(Fields f) {
    String type = f.textOrEmpty("type");
    String value = f.textOrEmpty("value");
    String uuid = Forms.blank(f.text("uuid"));
    String comment = Forms.blank(f.text("comment"));
    ClaimedTime seen =
        f.textOrEmpty("first_seen").isEmpty() ? stamp(f) : any(f.textOrEmpty("first_seen"));
    Platform service = service(type);
    AccountRef account = account(type, value, service);
    if (account == null) {
      account =
          AccountRef.ofId(
              MISP,
              uuid == null ? type + ":" + (value.isBlank() ? "-" : value) : uuid,
              null,
              Forms.blank(value));
    }
    List<Record.Stated> stated = new ArrayList<>();
    selector(type, value).ifPresent(stated::add);
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("type", type);
    attributes.put("value", value);
    if (comment != null) {
      attributes.put("bio", comment);
    }
    return new Record.Profile(header(account.platform(), seen, f), account, stated, attributes);
  }

  private static Platform service(String type) {
    return switch (type) {
      case "twitter-id" -> Platform.X;
      case "jabber-id" -> new Platform("xmpp");
      case "github-username" -> new Platform("github");
      default -> MISP;
    };
  }

  private static @Nullable AccountRef account(String type, String value, Platform service) {
    if (value.isBlank()) {
      return null;
    }
    return switch (type) {
      case "twitter-id", "jabber-id", "github-username" -> Forms.handle(service, value, null);
      case "email", "email-src", "email-dst", "whois-registrant-email", "target-email" ->
          value.indexOf('@') > 0 ? Forms.mail(value, null) : null;
      case "phone-number", "whois-registrant-phone" -> Forms.phone(value, PhoneNumbers.PHONE, null);
      default -> null;
    };
  }

  private static Optional<Record.Stated> selector(String type, String value) {
    String first = value.contains("|") ? value.substring(0, value.indexOf('|')) : value;
    return switch (type) {
      case "email", "email-src", "email-dst", "whois-registrant-email", "target-email" ->
          Forms.stated(SelectorType.EMAIL, null, value);
      case "phone-number", "whois-registrant-phone" ->
          Forms.stated(SelectorType.PHONE, null, value);
      case "ip-src", "ip-dst", "ip-src|port", "ip-dst|port" ->
          Forms.stated(SelectorType.IP, null, first);
      case "url", "uri", "link" -> Forms.stated(SelectorType.URL, null, value);
      case "btc", "xmr", "dash" -> Forms.stated(SelectorType.WALLET, null, value);
      case "pgp-public-key" -> Optional.empty();
      default -> Optional.empty();
    };
  }

  /** The values of an object by their relation. */
  private static final class Parts {
    private final Map<String, List<String>> by = new TreeMap<>();

    Parts(List<Json> attributes) {
      for (Json one : attributes) {
        Fields f = Fields.of(one);
        String relation = f.textOrEmpty("object_relation");
        String value = f.textOrEmpty("value");
        if (!value.isBlank()) {
          by.computeIfAbsent(
                  relation.isEmpty() ? f.textOrEmpty("type") : relation, r -> new ArrayList<>())
              .add(value);
        }
      }
    }

    @Nullable String first(String... relations) {
      for (String relation : relations) {
        List<String> all = by.get(relation);
        if (all != null) {
          return all.getFirst();
        }
      }
      return null;
    }

    Map<String, String> joined() {
      Map<String, String> joined = new TreeMap<>();
      by.forEach((relation, values) -> joined.put(relation, String.join("; ", values)));
      return joined;
    }
  }

  private List<Record> object(Fields f) {
    String name = f.textOrEmpty("name");
    List<Json> attributes = f.array("Attribute");
    Parts parts = new Parts(attributes);
    String uuid = Forms.blank(f.text("uuid"));
    List<Json> references = f.array("ObjectReference");
    String whole = name.toLowerCase(Locale.ROOT);
    List<String> tagged = new ArrayList<>();
    attributes.forEach(a -> {
      String tags = tags(Fields.of(a));
      if (!tags.isEmpty()) {
        tagged.add(tags);
      }
    });
    ClaimedTime time = time(parts, f);
    Header made = header(platform(whole), time, f);
    Map<String, String> extra = new TreeMap<>(made.extra());
    if (!tagged.isEmpty()) {
      extra.merge("tags", String.join(", ", tagged), (x, y) -> x + ", " + y);
    }
    Header header = new Header(made.platform(), made.locator(), made.claimed(), extra);
    String key = uuid == null ? at.pointer() : uuid;
    List<Record> records = new ArrayList<>();
    records.add(main(whole, key, parts, header));
    references.forEach(one -> reference(Fields.of(one), key, whole).ifPresent(records::add));
    return records;
  }

  private static ClaimedTime time(Parts parts, Fields f) {
    String said =
        parts.first(
            "creation-date",
            "created-at",
            "created_at",
            "post-date",
            "date",
            "send-date",
            "first-seen",
            "time",
            "account-creation-date",
            "removal-date");
    ClaimedTime stamp = stamp(f);
    return said == null ? stamp : any(said);
  }

  private static Platform platform(String object) {
    String service =
        object.replaceFirst("-(account|post|message|profile|group|user|page|reaction|list)$", "");
    return service.equals(object) || service.equals("user") ? MISP : Forms.platform(service, MISP);
  }

  private Record main(String object, String key, Parts parts, Header header) {
    Platform platform = header.platform();
    if (object.equals("geolocation")) {
      Record place = place(parts, header, key);
      if (place != null) {
        return place;
      }
    }
    if (object.equals("email")) {
      return mail(parts, header, key);
    }
    boolean post =
        object.endsWith("-post")
            || object.equals("microblog")
            || object.endsWith("tweet")
            || object.equals("news-agency");
    String words = parts.first("post", "text", "body", "tweet", "description", "content");
    if (post || object.endsWith("-message") || object.endsWith("-comment")) {
      return words(parts, header, key, words == null ? "" : words);
    }
    String shown = shown(parts);
    boolean account = object.endsWith("-account") || object.equals("user-account");
    AccountRef ref = account ? account(parts, platform, shown) : null;
    List<Record.Stated> stated = new ArrayList<>();
    state(SelectorType.EMAIL, parts.first("email", "e-mail", "email-address"), stated);
    state(SelectorType.PHONE, parts.first("phone-number", "phone", "telephone"), stated);
    state(SelectorType.WALLET, parts.first("address-crypto", "wallet-address"), stated);
    Map<String, String> attributes = parts.joined();
    attributes.put("object", object);
    return new Record.Profile(
        header, ref == null ? AccountRef.ofId(MISP, key, null, shown) : ref, stated, attributes);
  }

  private static @Nullable String shown(Parts parts) {
    return parts.first(
        "display-name",
        "displayed-name",
        "full-name",
        "name",
        "user-name",
        "last-name",
        "filename",
        "text",
        "value");
  }

  private static void state(SelectorType type, @Nullable String value, List<Record.Stated> to) {
    if (value != null) {
      Forms.stated(type, null, value).ifPresent(to::add);
    }
  }

  private static @Nullable AccountRef account(
      Parts parts, Platform platform, @Nullable String shown) {
    Platform where =
        platform.equals(MISP) ? Forms.platform(parts.first("account-type"), MISP) : platform;
    String id = parts.first("account-id", "user-id", "id");
    String handle =
        parts.first("username", "user-name", "screen-name", "account-name", "account", "name");
    if (id != null) {
      return AccountRef.ofId(where, id, handle, shown);
    }
    return handle == null ? null : Forms.handle(where, handle, shown);
  }

  private Record words(Parts parts, Header header, String key, String words) {
    String handle =
        parts.first("username", "user-name", "screen-name", "author", "name", "user-id");
    AccountRef author =
        handle == null
            ? null
            : Forms.handle(header.platform(), handle, parts.first("display-name"));
    String id = parts.first("post-id", "status-id", "message-id", "id");
    Map<String, String> extra = new TreeMap<>(parts.joined());
    extra.putAll(header.extra());
    Header full = new Header(header.platform(), header.locator(), header.claimed(), extra);
    return new Record.Post(
        full,
        author,
        id == null ? key : id,
        words,
        parts.first("in-reply-to-status-id", "in-reply-to-post-id"),
        null,
        List.of(),
        null,
        List.of());
  }

  private @Nullable Record place(Parts parts, Header header, String key) {
    try {
      String latitude = parts.first("latitude");
      String longitude = parts.first("longitude");
      if (latitude == null
          || longitude == null
          || latitude.length() > 30
          || longitude.length() > 30) {
        return null;
      }
      double north = Double.parseDouble(latitude);
      double east = Double.parseDouble(longitude);
      if (!(Math.abs(north) <= 90 && Math.abs(east) <= 180)) {
        return null;
      }
      Map<String, String> extra = new TreeMap<>(parts.joined());
      extra.putAll(header.extra());
      String name = parts.first("text", "address", "city", "region", "country");
      return new Record.Place(
          new Header(header.platform(), header.locator(), header.claimed(), extra),
          null,
          north,
          east,
          Double.NaN,
          name == null ? key : name);
    } catch (NumberFormatException e) {
      return null; // No numbers: told as an object like any other.
    }
  }

  private Record mail(Parts parts, Header header, String key) {
    Platform email = PhoneNumbers.EMAIL;
    String from = parts.first("from");
    List<AccountRef> to = new ArrayList<>();
    for (String relation : new String[] {"to", "cc", "bcc"}) {
      Optional.ofNullable(parts.by.get(relation))
          .orElse(List.of())
          .forEach(a -> to.add(Forms.mail(a, null)));
    }
    String subject = parts.first("subject");
    String body = parts.first("email-body");
    String id = parts.first("message-id");
    Map<String, String> extra = new TreeMap<>(parts.joined());
    extra.putAll(header.extra());
    return new Record.Message(
        new Header(email, header.locator(), header.claimed(), extra),
        new ConversationRef(email, ConversationRef.Kind.UNKNOWN, "misp/" + key, subject),
        from == null ? null : Forms.mail(from, null),
        to,
        id == null ? key : id,
        ((subject == null ? "" : subject) + "\n" + (body == null ? "" : body)).strip(),
        null,
        null,
        null,
        List.of(),
        List.of());
  }

  private Optional<Record> reference(Fields f, String key, String object) {
    String to = Forms.blank(f.text("referenced_uuid"));
    if (to == null) {
      return Optional.empty();
    }
    String from = Optional.ofNullable(Forms.blank(f.text("object_uuid"))).orElse(key);
    String label = Forms.blank(f.text("relationship_type"));
    AccountRef known = names.account(from);
    AccountRef one =
        known != null
            ? known
            : AccountRef.ofId(
                MISP, from, null, Optional.ofNullable(names.get(from)).orElse(object));
    Header header = new Header(MISP, at, stamp(f), f.rest());
    return Optional.of(new Record.Relation(header, one, names.ref(MISP, to), label, 1, true));
  }
}
