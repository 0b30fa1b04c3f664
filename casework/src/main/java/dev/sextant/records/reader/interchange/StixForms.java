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
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import dev.sextant.terms.SelectorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One STIX object as records. */
final class StixForms {
  private static final Platform STIX = new Platform("stix");

  private static final Set<String> KNOWN =
      Set.of(
          "attack-pattern",
          "campaign",
          "course-of-action",
          "grouping",
          "identity",
          "incident",
          "indicator",
          "infrastructure",
          "intrusion-set",
          "location",
          "malware",
          "malware-analysis",
          "note",
          "observed-data",
          "opinion",
          "report",
          "threat-actor",
          "tool",
          "vulnerability",
          "relationship",
          "sighting",
          "artifact",
          "autonomous-system",
          "directory",
          "domain-name",
          "email-addr",
          "email-message",
          "file",
          "ipv4-addr",
          "ipv6-addr",
          "mac-addr",
          "mutex",
          "network-traffic",
          "process",
          "software",
          "url",
          "user-account",
          "windows-registry-key",
          "x509-certificate");

  private static final Set<String> WRITTEN = Set.of("note", "report", "opinion", "grouping");

  private final JsonReader.Names names;
  private final Locator at;

  StixForms(JsonReader.Names names, Locator at) {
    this.names = names;
    this.at = at;
  }

  /** The section under which an object of no known type is listed; empty if it is known. */
  static String unfamiliar(Json value) {
    String type = Fields.of(value).textOrEmpty("type");
    return KNOWN.contains(type) ? "" : "STIX object " + (type.isEmpty() ? "without type" : type);
  }

  List<Record> records(Json value) {
    Fields f = Fields.of(value);
    String type = f.textOrEmpty("type");
    String id = f.text("id");
    if (id == null || id.isBlank()) {
      return List.of();
    }
    return switch (type) {
      case "relationship" -> relationship(f, id);
      case "sighting" -> sighting(f, id);
      case "observed-data" -> observed(f, id);
      case "user-account" -> List.of(account(f, id));
      case "email-message" -> List.of(mail(f, id, Map.of()));
      case "location" -> List.of(location(f, id));
      default -> List.of(WRITTEN.contains(type) ? written(f, id) : thing(f, id, type));
    };
  }

  private Header header(Platform platform, ClaimedTime time, Fields f) {
    Map<String, String> extra = new TreeMap<>();
    List<String> marks = new ArrayList<>();
    for (String ref : Forms.texts(f, "object_marking_refs")) {
      String label = names.get(ref);
      marks.add(label == null ? ref : label);
    }
    if (!marks.isEmpty()) {
      extra.put("markings", String.join(", ", marks));
    }
    extra.putAll(f.rest());
    return new Header(platform, at, time, extra);
  }

  private static ClaimedTime time(Fields f, String... fields) {
    for (String field : fields) {
      String text = f.text(field);
      if (text != null && !text.isBlank()) {
        return ClaimedTimes.ofIso(text);
      }
    }
    return ClaimedTime.none();
  }

  /* A tie has no account to carry its number. */
  private Header tie(ClaimedTime time, Fields f, String id) {
    Map<String, String> extra = new TreeMap<>(header(STIX, time, f).extra());
    extra.put("id", id);
    return new Header(STIX, at, time, extra);
  }

  private List<Record> relationship(Fields f, String id) {
    String from = f.text("source_ref");
    String to = f.text("target_ref");
    if (from == null || to == null || from.isBlank() || to.isBlank()) {
      return List.of();
    }
    String label = Forms.blank(f.text("relationship_type"));
    ClaimedTime time = time(f, "start_time", "created");
    return List.of(
        new Record.Relation(
            tie(time, f, id), names.ref(STIX, from), names.ref(STIX, to), label, 1, true));
  }

  private List<Record> sighting(Fields f, String id) {
    String what = f.text("sighting_of_ref");
    if (what == null || what.isBlank()) {
      return List.of();
    }
    List<String> where = Forms.texts(f, "where_sighted_refs");
    Double count = f.number("count");
    String by = f.text("created_by_ref");
    ClaimedTime time = time(f, "first_seen", "created");
    Header header = tie(time, f, id);
    List<Record> records = new ArrayList<>();
    List<String> seers = where.isEmpty() ? List.of(by == null ? id : by) : where;
    for (String one : seers) {
      records.add(
          new Record.Relation(
              header,
              names.ref(STIX, one),
              names.ref(STIX, what),
              "sighted",
              count == null ? 1 : count,
              true));
    }
    return records;
  }

  /* 2.1 names what was observed; 2.0 carries it inside. */
  private List<Record> observed(Fields f, String id) {
    List<String> refs = Forms.texts(f, "object_refs");
    Double count = f.number("number_observed");
    Fields inside = f.object("objects");
    ClaimedTime time = time(f, "first_observed", "created");
    Header header = header(STIX, time, f);
    List<Record> records = new ArrayList<>();
    for (String ref : refs) {
      records.add(
          new Record.Relation(
              header,
              names.ref(STIX, id),
              names.ref(STIX, ref),
              "observed",
              count == null ? 1 : count,
              true));
    }
    Map<String, AccountRef> addresses = addresses(inside);
    inside
        .object()
        .fields()
        .forEach((key, value) -> {
          Fields one = Fields.of(value);
          String type = one.textOrEmpty("type");
          String inner = id + "/" + key;
          records.add(
              switch (type) {
                case "user-account" -> account(one, inner);
                case "email-message" -> mail(one, inner, addresses);
                default -> thing(one, inner, type);
              });
        });
    return records.isEmpty() ? List.of(thing(f, id, "observed-data")) : records;
  }

  /* Within observed data of 2.0 objects name one another by their place in it. */
  private static Map<String, AccountRef> addresses(Fields inside) {
    Map<String, AccountRef> addresses = new TreeMap<>();
    inside
        .object()
        .fields()
        .forEach((key, value) -> {
          Json type = value instanceof Json.Obj o ? o.get("type") : null;
          Json said = value instanceof Json.Obj o ? o.get("value") : null;
          if (type != null && said != null && type.raw().equals("email-addr")) {
            addresses.put(key, Forms.mail(said.raw(), null));
          }
        });
    return addresses;
  }

  private Record account(Fields f, String id) {
    Platform platform = Forms.platform(f.text("account_type"), STIX);
    f.known("user_id", "account_login", "display_name");
    AccountRef account = accountOf(f, id);
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("stix", id);
    return new Record.Profile(
        header(platform, time(f, "account_created"), f), account, List.of(), attributes);
  }

  /** The account that a user-account or an e-mail address is. */
  static AccountRef accountOf(Fields f, String id) {
    String mail = Forms.blank(f.text("value"));
    if ("email-addr".equals(f.text("type")) && mail != null && mail.indexOf('@') > 0) {
      return Forms.mail(mail, Forms.blank(f.text("display_name")));
    }
    Platform platform = Forms.platform(f.text("account_type"), STIX);
    String userId = Forms.blank(f.text("user_id"));
    String login = Forms.blank(f.text("account_login"));
    String shown = Forms.blank(f.text("display_name"));
    if (userId != null) {
      return AccountRef.ofId(platform, userId, login, shown);
    }
    return login != null
        ? Forms.handle(platform, login, shown)
        : AccountRef.ofId(STIX, id, null, shown);
  }

  private Record thing(Fields f, String id, String type) {
    String name = Forms.blank(f.text("name"));
    String value = Forms.blank(f.text("value"));
    List<Record.Stated> stated = new ArrayList<>();
    if (value != null) {
      SelectorType kind =
          switch (type) {
            case "email-addr" -> SelectorType.EMAIL;
            case "ipv4-addr", "ipv6-addr" -> SelectorType.IP;
            case "url" -> SelectorType.URL;
            default -> null;
          };
      if (kind != null) {
        Forms.stated(kind, null, value).ifPresent(stated::add);
      }
    }
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("type", type);
    put(attributes, "value", value);
    put(attributes, "bio", Forms.blank(f.text("description")));
    for (String one : new String[] {"pattern", "contact_information", "identity_class"}) {
      put(attributes, one, Forms.blank(f.text(one)));
    }
    String aliases = String.join(", ", Forms.texts(f, "aliases"));
    put(attributes, "aliases", Forms.blank(aliases));
    AccountRef account =
        type.equals("email-addr")
            ? accountOf(f, id)
            : AccountRef.ofId(STIX, id, null, name == null ? value : name);
    attributes.put("stix", id);
    return new Record.Profile(
        header(STIX, time(f, "created", "first_seen"), f), account, stated, attributes);
  }

  private static void put(Map<String, String> map, String name, @Nullable String value) {
    if (value != null) {
      map.put(name, value);
    }
  }

  private Record written(Fields f, String id) {
    String by = f.text("created_by_ref");
    StringBuilder words = new StringBuilder();
    for (String field :
        new String[] {"name", "abstract", "opinion", "content", "explanation", "description"}) {
      String text = Forms.blank(f.text(field));
      if (text != null) {
        words.append(words.isEmpty() ? "" : "\n").append(text);
      }
    }
    List<AccountRef> about =
        Forms.texts(f, "object_refs").stream().map(ref -> names.ref(STIX, ref)).toList();
    ClaimedTime time = time(f, "published", "created");
    return new Record.Post(
        header(STIX, time, f),
        by == null ? null : names.ref(STIX, by),
        id,
        words.toString(),
        null,
        null,
        about,
        null,
        List.of());
  }

  private Record location(Fields f, String id) {
    Double latitude = f.number("latitude");
    Double longitude = f.number("longitude");
    if (latitude == null || longitude == null) {
      return thing(f, id, "location");
    }
    Double precision = f.number("precision");
    String name = Forms.blank(f.text("name"));
    return new Record.Place(
        header(STIX, time(f, "created"), f),
        null,
        latitude,
        longitude,
        precision == null ? Double.NaN : precision,
        name == null ? id : name);
  }

  private Record mail(Fields f, String id, Map<String, AccountRef> inside) {
    Platform email = PhoneNumbers.EMAIL;
    String from = f.text("from_ref");
    List<AccountRef> to = new ArrayList<>();
    for (String field : new String[] {"to_refs", "cc_refs", "bcc_refs"}) {
      Forms.texts(f, field).forEach(ref -> to.add(address(ref, inside)));
    }
    String subject = f.textOrEmpty("subject");
    String body = f.textOrEmpty("body");
    String messageId = Forms.blank(f.text("message_id"));
    return new Record.Message(
        header(email, time(f, "date"), f),
        new ConversationRef(
            email, ConversationRef.Kind.UNKNOWN, "stix/" + id, Forms.blank(subject)),
        from == null ? null : address(from, inside),
        to,
        messageId == null ? id : messageId,
        subject.isEmpty() || body.isEmpty() ? subject + body : subject + "\n" + body,
        null,
        null,
        null,
        List.of(),
        List.of());
  }

  /* An address that the bundle holds; else only its id is known. */
  private AccountRef address(String ref, Map<String, AccountRef> inside) {
    AccountRef near = inside.get(ref);
    if (near != null) {
      return near;
    }
    String value = names.get(ref);
    return value != null && value.indexOf('@') > 0 ? Forms.mail(value, null) : names.ref(STIX, ref);
  }
}
