package dev.sextant.records.reader.interchange;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.PhoneNumbers;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import dev.sextant.terms.SelectorType;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One node of a CASE graph as records. */
final class CaseForms {
  private static final Platform CASE = new Platform("case");

  private static final String[] TIMES = {
    "sentTime",
    "startTime",
    "observableCreatedTime",
    "createdTime",
    "objectCreatedTime",
    "receivedTime",
    "firstLoginTime",
    "modifiedTime"
  };

  private final JsonReader.Names names;
  private final Locator at;

  CaseForms(JsonReader.Names names, Locator at) {
    this.names = names;
    this.at = at;
  }

  static String local(String name) {
    return CaseNode.local(name);
  }

  /** A node that says neither what it is nor who is listed as unknown. */
  static String unfamiliar(Json value) {
    if (!(value instanceof Json.Obj object)) {
      return "CASE value that is no node";
    }
    CaseNode node = new CaseNode(object);
    return node.id() == null && node.types().isEmpty() ? "CASE node without id and type" : "";
  }

  /** Remembers what a node is called: name, address, number, account. */
  static void learn(Json value, JsonReader.Names names) {
    if (!(value instanceof Json.Obj object)) {
      return;
    }
    CaseNode node = new CaseNode(object);
    String id = node.id();
    for (CaseNode facet : facets(node)) {
      names.put(
          id,
          facet.text(
              "addressValue", "phoneNumber", "accountIdentifier", "accountLogin", "displayName"));
      String given = String.join(" ", facet.texts("givenName", "familyName"));
      names.put(id, given);
      names.put(
          id, facet.text("fileName", "fullValue", "contactName", "applicationIdentifier", "name"));
    }
    names.put(id, node.text("name"));
    Said said = Said.of(facets(new CaseNode(object)));
    if (said.isAccount()) {
      names.account(id, () -> said.account(names));
    }
  }

  /** What the facets of a node say of an account, kept apart from the node. */
  private record Said(
      @Nullable String mail,
      @Nullable String phone,
      @Nullable String number,
      @Nullable String login,
      @Nullable String shown,
      @Nullable String type,
      @Nullable String issuer) {
    static Said of(List<CaseNode> facets) {
      String[] said = new String[7];
      for (CaseNode facet : facets) {
        String kind = facet.types().isEmpty() ? "" : facet.types().getFirst();
        if (kind.startsWith("EmailAddress")) {
          said[0] = first(said[0], facet.text("addressValue", "value"));
        }
        said[1] = first(said[1], facet.text("phoneNumber", "MSISDN"));
        said[2] = first(said[2], facet.text("accountIdentifier"));
        said[3] = first(said[3], facet.text("accountLogin"));
        said[4] = first(said[4], facet.text("displayName", "contactName"));
        said[5] = first(said[5], facet.text("accountType"));
        said[6] =
            first(
                said[6],
                facet.refs("application", "accountIssuer").stream().findFirst().orElse(null));
      }
      return new Said(said[0], said[1], said[2], said[3], said[4], said[5], said[6]);
    }

    private static @Nullable String first(@Nullable String before, @Nullable String now) {
      return before == null ? now : before;
    }

    boolean isAccount() {
      return mail != null || phone != null || number != null || login != null;
    }

    @Nullable AccountRef account(JsonReader.Names names) {
      if (number != null || login != null) {
        String named = issuer == null ? null : names.get(issuer);
        Platform platform =
            Forms.platform(named == null ? type : named.toLowerCase(Locale.ROOT), CASE);
        return number != null
            ? AccountRef.ofId(platform, number, login, shown)
            : Forms.handle(platform, String.valueOf(login), shown);
      }
      if (mail != null && mail.indexOf('@') > 0) {
        return Forms.mail(mail, shown);
      }
      return phone == null ? null : Forms.phone(phone, PhoneNumbers.PHONE, shown);
    }
  }

  private static List<CaseNode> facets(CaseNode node) {
    List<CaseNode> facets = new ArrayList<>(node.nodes("hasFacet"));
    facets.addAll(node.nodes("facets"));
    facets.addAll(node.nodes("hasPropertyBundle"));
    facets.addAll(node.nodes("propertyBundle"));
    return facets;
  }

  List<Record> records(Json value) {
    CaseNode node = new CaseNode((Json.Obj) value);
    List<String> types = node.types();
    String id = node.id() == null ? at.pointer() : node.id();
    if (types.stream().anyMatch(t -> t.endsWith("Relationship"))) {
      return relationship(node);
    }
    List<CaseNode> facets = facets(node);
    for (CaseNode facet : facets) {
      String kind =
          facet.types().isEmpty() ? "" : facet.types().getFirst().replaceFirst("Facet$", "");
      Optional<Record> record =
          switch (kind) {
            case "Message", "SMSMessage" -> Optional.of(message(node, facet, facets, id));
            case "EmailMessage" -> Optional.of(mail(node, facet, facets, id));
            case "PhoneCall", "Call" -> call(node, facet, facets, id);
            case "LatLongCoordinates" -> place(node, facet, facets, id);
            default -> Optional.empty();
          };
      if (record.isPresent()) {
        return List.of(record.get());
      }
    }
    boolean action = types.stream().anyMatch(t -> t.endsWith("Action"));
    return List.of(action ? action(node, id) : profile(node, facets, types, id));
  }

  private Header header(Platform platform, ClaimedTime time, CaseNode node, List<CaseNode> facets) {
    Map<String, String> extra = new TreeMap<>(node.rest());
    facets.forEach(f ->
        f.rest()
            .forEach((name, value) ->
                extra.merge(name, value, (a, b) -> a.equals(b) ? a : a + "; " + b)));
    extra.put("node", String.valueOf(node.id()));
    return new Header(platform, at, time, extra);
  }

  private static ClaimedTime time(CaseNode... nodes) {
    for (String name : TIMES) {
      for (CaseNode node : nodes) {
        String text = node.text(name);
        if (text != null) {
          ClaimedTime zoned = ClaimedTimes.ofIso(text);
          return zoned.instant() == null ? ClaimedTimes.ofLocalIso(text, Optional.empty()) : zoned;
        }
      }
    }
    return ClaimedTime.none();
  }

  /* What a node is called shows what can be its key: an address, a number; else its id. */
  private AccountRef ref(String id) {
    AccountRef account = names.account(id);
    if (account != null) {
      return account;
    }
    String said = names.get(id);
    if (said != null && said.matches("[^@\\s]{1,64}@[^@\\s]{1,255}\\.[^@\\s.]{2,24}")) {
      return Forms.mail(said, null);
    }
    if (said != null && said.startsWith("+")) {
      AccountRef phone = Forms.phone(said, PhoneNumbers.PHONE, null);
      if (phone != null) {
        return phone;
      }
    }
    return AccountRef.ofId(CASE, id, null, said);
  }

  private List<AccountRef> refs(CaseNode node, String... fields) {
    return node.refs(fields).stream().map(this::ref).toList();
  }

  private List<Record> relationship(CaseNode node) {
    List<AccountRef> from = refs(node, "source");
    List<AccountRef> to = refs(node, "target");
    String label = node.text("kindOfRelationship");
    boolean directed = !"false".equals(node.text("isDirectional"));
    Header header = header(CASE, time(node), node, List.of());
    List<Record> ties = new ArrayList<>();
    for (AccountRef one : from) {
      for (AccountRef other : to) {
        ties.add(new Record.Relation(header, one, other, label, 1, directed));
      }
    }
    return ties;
  }

  private ConversationRef thread(CaseNode facet, Platform platform, String id) {
    List<String> thread = facet.refs("messageThread", "thread", "session", "sessionID");
    String key = thread.isEmpty() ? "case/" + id : "case/" + thread.getFirst();
    return new ConversationRef(
        platform,
        ConversationRef.Kind.UNKNOWN,
        key,
        thread.isEmpty() ? null : names.get(thread.getFirst()));
  }

  private Record message(CaseNode node, CaseNode facet, List<CaseNode> facets, String id) {
    List<String> application = facet.refs("application");
    Platform platform =
        application.isEmpty() ? CASE : Forms.platform(names.get(application.getFirst()), CASE);
    List<AccountRef> from = refs(facet, "from");
    String text = facet.text("messageText", "body");
    String number = facet.text("messageID");
    List<AccountRef> to = refs(facet, "to", "cc", "bcc", "participant");
    ConversationRef thread = thread(facet, platform, id);
    return new Record.Message(
        header(platform, time(facet, node), node, facets),
        thread,
        from.isEmpty() ? null : from.getFirst(),
        to,
        number == null ? id : number,
        text == null ? "" : text,
        null,
        null,
        null,
        List.of(),
        List.of());
  }

  private Record mail(CaseNode node, CaseNode facet, List<CaseNode> facets, String id) {
    Platform email = PhoneNumbers.EMAIL;
    List<AccountRef> from = refs(facet, "from", "sender");
    List<AccountRef> to = refs(facet, "to", "cc", "bcc");
    String subject = facet.text("subject");
    String body = facet.text("body");
    String number = facet.text("messageID");
    List<String> answers = facet.refs("inReplyTo");
    return new Record.Message(
        header(email, time(facet, node), node, facets),
        new ConversationRef(email, ConversationRef.Kind.UNKNOWN, "case/" + id, subject),
        from.isEmpty() ? null : from.getFirst(),
        to,
        number == null ? id : number,
        ((subject == null ? "" : subject + "\n") + (body == null ? "" : body)).strip(),
        answers.isEmpty() ? null : answers.getFirst(),
        null,
        null,
        List.of(),
        List.of());
  }

  private Optional<Record> call(CaseNode node, CaseNode facet, List<CaseNode> facets, String id) {
    List<AccountRef> from = refs(facet, "from");
    List<AccountRef> to = refs(facet, "to", "participant");
    if (from.isEmpty() && to.isEmpty()) {
      return Optional.empty();
    }
    String length = facet.text("duration");
    Duration duration = null;
    if (length != null && length.matches("\\d{1,9}")) {
      duration = Duration.ofSeconds(Long.parseLong(length));
    } else if (length != null && length.length() < 40 && length.startsWith("P")) {
      try {
        duration = Duration.parse(length);
      } catch (DateTimeException e) {
        duration = null; // Years and months have no length in seconds.
      }
    }
    String how = facet.text("callType");
    return Optional.of(
        new Record.Call(
            header(CASE, time(facet, node), node, facets),
            null,
            from.isEmpty() ? null : from.getFirst(),
            to,
            duration,
            how));
  }

  private Optional<Record> place(CaseNode node, CaseNode facet, List<CaseNode> facets, String id) {
    String latitude = facet.text("latitude");
    String longitude = facet.text("longitude");
    String form = "[+-]?\\d{1,3}(\\.\\d{1,20})?";
    if (latitude == null
        || longitude == null
        || !latitude.matches(form)
        || !longitude.matches(form)) {
      return Optional.empty();
    }
    double north = Double.parseDouble(latitude);
    double east = Double.parseDouble(longitude);
    if (Math.abs(north) > 90 || Math.abs(east) > 180) {
      return Optional.empty();
    }
    String name = node.text("name");
    return Optional.of(
        new Record.Place(
            header(CASE, time(node, facet), node, facets),
            null,
            north,
            east,
            Double.NaN,
            name == null ? id : name));
  }

  private Record action(CaseNode node, String id) {
    List<AccountRef> by = refs(node, "performer");
    String name = node.text("name");
    String description = node.text("description");
    List<String> result = node.refs("result");
    return new Record.Activity(
        header(CASE, time(node), node, List.of()),
        by.isEmpty() ? null : by.getFirst(),
        Record.Activity.What.OTHER,
        ((name == null ? "" : name) + (description == null ? "" : "\n" + description)).strip(),
        result.isEmpty() ? id : String.join(" ", result),
        null);
  }

  private Record profile(CaseNode node, List<CaseNode> facets, List<String> types, String id) {
    List<Record.Stated> stated = new ArrayList<>();
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("type", String.join(", ", types));
    AccountRef account = Said.of(facets).account(names);
    String shown = names.get(id);
    for (CaseNode facet : facets) {
      String kind = facet.types().isEmpty() ? "" : facet.types().getFirst();
      boolean address = kind.startsWith("EmailAddress");
      String value = facet.text("addressValue", "fullValue", "value");
      if (address && value != null) {
        Forms.stated(SelectorType.EMAIL, null, value).ifPresent(stated::add);
      } else if (value != null && kind.startsWith("IPv")) {
        Forms.stated(SelectorType.IP, null, value).ifPresent(stated::add);
      } else if (value != null && kind.startsWith("URL")) {
        Forms.stated(SelectorType.URL, null, value).ifPresent(stated::add);
      }
      if (value != null) {
        attributes.put("value", value);
      }
      String phone = facet.text("phoneNumber", "MSISDN");
      if (phone != null) {
        Forms.stated(SelectorType.PHONE, null, phone).ifPresent(stated::add);
        attributes.put("phoneNumber", phone);
      }
      String name = facet.text("displayName", "contactName");
      shown = shown == null ? name : shown;
      for (String text :
          new String[] {
            "fileName",
            "filePath",
            "givenName",
            "familyName",
            "birthdate",
            "manufacturer",
            "model",
            "serialNumber",
            "IMEI",
            "IMSI",
            "ICCID",
            "deviceType",
            "sizeInBytes",
            "mimeType",
            "hashValue"
          }) {
        String said = facet.text(text);
        if (said != null) {
          attributes.put(text, said);
        }
      }
    }
    String description = node.text("description");
    if (description != null) {
      attributes.put("bio", description);
    }
    node.texts("name");
    AccountRef ref = account == null ? AccountRef.ofId(CASE, id, null, shown) : account;
    return new Record.Profile(
        header(ref.platform(), time(node), node, facets), ref, stated, attributes);
  }
}
