package dev.sextant.records.reader.interchange;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
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
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One FollowTheMoney entity as records. */
final class FtmForms {
  private static final Platform FTM = new Platform("followthemoney");

  private static final String[] TIMES = {
    "date",
    "startDate",
    "incorporationDate",
    "birthDate",
    "createdAt",
    "publishedAt",
    "authoredAt",
    "recordDate",
    "modifiedAt"
  };

  private final JsonReader.Names names;
  private final Locator at;

  FtmForms(JsonReader.Names names, Locator at) {
    this.names = names;
    this.at = at;
  }

  /** The records; none if it has no id. */
  List<Record> records(Json value) {
    Fields f = Fields.of(value);
    String id = Forms.blank(f.text("id"));
    String schema = f.textOrEmpty("schema");
    if (id == null) {
      return List.of();
    }
    if (schema.isEmpty()) {
      return grouping(f, id);
    }
    Fields p = f.object("properties");
    FtmSchema.Edge edge = FtmSchema.edge(schema);
    if (edge != null) {
      List<Record> ties = ties(f, p, id, schema, edge);
      return ties.isEmpty() ? List.of(thing(f, p, id, schema)) : ties;
    }
    return List.of(
        switch (schema) {
          case "UserAccount" -> account(f, p, id);
          case "Message", "Email" -> message(f, p, id, schema);
          case "Call" -> call(f, p, id);
          case "Article", "HyperText", "PlainText", "Document", "Pages", "Note" ->
              document(f, p, id, schema);
          case "Address" -> address(f, p, id);
          default -> thing(f, p, id, schema);
        });
  }

  /* A diagram's grouping: entities that somebody has drawn together. */
  private List<Record> grouping(Fields f, String id) {
    String label = Forms.blank(f.text("label"));
    List<Record> records = new ArrayList<>();
    List<String> vertices = Forms.texts(f, "vertices");
    Header header = new Header(FTM, at, ClaimedTime.none(), f.rest());
    ConversationRef group =
        new ConversationRef(
            FTM, ConversationRef.Kind.GROUP, at.exhibit().hex().substring(0, 32) + "/" + id, label);
    for (String vertex : vertices) {
      if (vertex.startsWith("entity:")) {
        records.add(
            new Record.Membership(
                header,
                names.ref(FTM, vertex.substring(7)),
                group,
                Record.Membership.Action.PRESENT,
                null));
      }
    }
    return records;
  }

  private static ClaimedTime time(Fields p, String... fields) {
    for (String field : fields) {
      List<String> texts = Forms.texts(p, field);
      if (!texts.isEmpty()) {
        return time(texts.getFirst());
      }
    }
    return ClaimedTime.none();
  }

  /* FollowTheMoney's dates are ISO 8601 cut to what is known: a year, a month, a day, a second. */
  private static ClaimedTime time(String text) {
    try {
      if (text.matches("\\d{4}")) {
        return day(LocalDate.of(Integer.parseInt(text), 1, 1), text);
      }
      if (text.matches("\\d{4}-\\d{2}")) {
        return day(LocalDate.parse(text + "-01"), text);
      }
      if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
        return day(LocalDate.parse(text), text);
      }
    } catch (DateTimeException e) {
      return ClaimedTime.unreadable(text);
    }
    ClaimedTime zoned = ClaimedTimes.ofIso(text);
    return zoned.instant() == null
        ? ClaimedTimes.ofLocalIso(text.replace(' ', 'T'), Optional.empty())
        : zoned;
  }

  private static ClaimedTime day(LocalDate day, String text) {
    // A year or a month stands for its first day; the text says what is known.
    return day.getYear() <= 1970
        ? ClaimedTime.unreadable(text)
        : ClaimedTimes.ofLocal(
            day.atStartOfDay(),
            text,
            Optional.empty(),
            text.length() == 10 ? Precision.DAY : Precision.NONE);
  }

  private Header header(Platform platform, ClaimedTime time, Fields f, Fields p) {
    Map<String, String> extra = new TreeMap<>();
    p.rest().forEach((name, value) -> extra.put(name, plain(p.object().get(name), value)));
    f.rest().forEach((name, value) -> extra.putIfAbsent(name, value));
    return new Header(platform, at, time, extra);
  }

  private static String plain(@Nullable Json value, String raw) {
    return value instanceof Json.Arr list
            && list.items().size() == 1
            && list.items().getFirst() instanceof Json.Text text
        ? text.text()
        : raw;
  }

  /* The ids, or in diagrams the whole entities, that a property holds. */
  private List<AccountRef> refs(Fields p, String name) {
    List<AccountRef> refs = new ArrayList<>();
    Json value = p.take(name);
    List<Json> items =
        value instanceof Json.Arr list ? list.items() : value == null ? List.of() : List.of(value);
    for (Json one : items) {
      if (one instanceof Json.Obj entity) {
        Fields f = new Fields(entity);
        String id = Forms.blank(f.text("id"));
        if (id != null) {
          String said =
              Forms.texts(f.object("properties"), "name").stream().findFirst().orElse(null);
          refs.add(AccountRef.ofId(FTM, id, null, said == null ? names.get(id) : said));
        }
      } else if (!one.raw().isBlank()) {
        refs.add(names.ref(FTM, one.raw()));
      }
    }
    return refs;
  }

  private List<Record> ties(Fields f, Fields p, String id, String schema, FtmSchema.Edge edge) {
    List<AccountRef> from = refs(p, edge.source());
    List<AccountRef> to = refs(p, edge.target());
    String role = Forms.texts(p, "role").stream().findFirst().orElse(null);
    if (role == null) {
      role = Forms.texts(p, "relationship").stream().findFirst().orElse(null);
    }
    Header told = header(FTM, time(p, TIMES), f, p);
    Map<String, String> extra = new TreeMap<>(told.extra());
    extra.put("id", id); // A tie has no account to carry it.
    Header header = new Header(FTM, at, told.claimed(), extra);
    List<Record> ties = new ArrayList<>();
    for (AccountRef one : from) {
      for (AccountRef other : to) {
        String label = role == null ? schema : schema + ": " + role;
        ties.add(new Record.Relation(header, one, other, label, 1, edge.directed()));
      }
    }
    return ties;
  }

  private Record thing(Fields f, Fields p, String id, String schema) {
    String name = Forms.texts(p, "name").stream().findFirst().orElse(names.get(id));
    List<Record.Stated> stated = new ArrayList<>();
    state(p, "email", SelectorType.EMAIL, stated);
    state(p, "phone", SelectorType.PHONE, stated);
    state(p, "website", SelectorType.URL, stated);
    state(p, "publicKey", SelectorType.WALLET, stated);
    Map<String, String> attributes = new TreeMap<>();
    p.object().fields().forEach((key, value) -> attributes.put(key, joined(value)));
    p.known(p.object().fields().keySet().toArray(String[]::new));
    attributes.put("schema", schema);
    return new Record.Profile(
        header(FTM, time(p, TIMES), f, p),
        AccountRef.ofId(FTM, id, null, name),
        stated,
        attributes);
  }

  private static String joined(Json value) {
    return value instanceof Json.Arr list
        ? String.join("; ", list.items().stream().map(Json::raw).toList())
        : value.raw();
  }

  private static void state(Fields p, String name, SelectorType type, List<Record.Stated> stated) {
    Json value = p.object().get(name);
    if (value instanceof Json.Arr list) {
      list.items().forEach(one -> Forms.stated(type, null, one.raw()).ifPresent(stated::add));
    }
  }

  /** The account that a UserAccount is. */
  static AccountRef accountOf(Fields p, String id) {
    Platform platform =
        Forms.platform(Forms.texts(p, "service").stream().findFirst().orElse(null), FTM);
    String handle = Forms.texts(p, "username").stream().findFirst().orElse(null);
    String number = Forms.texts(p, "accountId").stream().findFirst().orElse(null);
    String shown = Forms.texts(p, "name").stream().findFirst().orElse(null);
    if (number != null) {
      return AccountRef.ofId(platform, number, handle, shown);
    }
    return handle != null
        ? Forms.handle(platform, handle, shown)
        : AccountRef.ofId(FTM, id, null, shown);
  }

  private Record account(Fields f, Fields p, String id) {
    AccountRef ref = accountOf(p, id);
    Platform platform = ref.platform();
    List<Record.Stated> stated = new ArrayList<>();
    state(p, "email", SelectorType.EMAIL, stated);
    state(p, "phoneNumber", SelectorType.PHONE, stated);
    List<AccountRef> owners = refs(p, "owner");
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("ftm", id);
    owners.stream().findFirst().ifPresent(o -> attributes.put("owner", o.shownAs()));
    return new Record.Profile(
        header(platform, time(p, "createdAt", "date"), f, p), ref, stated, attributes);
  }

  private Record message(Fields f, Fields p, String id, String schema) {
    boolean mail = schema.equals("Email");
    Platform platform = mail ? PhoneNumbers.EMAIL : FTM;
    List<AccountRef> from = refs(p, mail ? "emitters" : "sender");
    if (from.isEmpty() && mail) {
      Forms.texts(p, "from").forEach(a -> from.add(address(a)));
    }
    List<AccountRef> to = refs(p, "recipients");
    if (to.isEmpty() && mail) {
      for (String field : new String[] {"to", "cc", "bcc"}) {
        Forms.texts(p, field).forEach(a -> to.add(address(a)));
      }
    }
    String subject = String.join("\n", Forms.texts(p, "subject"));
    String body = String.join("\n", Forms.texts(p, "bodyText"));
    String thread = Forms.texts(p, "threadTopic").stream().findFirst().orElse(null);
    String reply =
        Forms.texts(p, mail ? "inReplyTo" : "inReplyToMessage").stream().findFirst().orElse(null);
    return new Record.Message(
        header(platform, time(p, "date", "authoredAt"), f, p),
        new ConversationRef(
            platform,
            ConversationRef.Kind.UNKNOWN,
            "ftm/" + (thread == null ? id : thread),
            thread),
        from.isEmpty() ? null : from.getFirst(),
        to,
        id,
        subject.isEmpty() ? body : (subject + "\n" + body).strip(),
        reply,
        null,
        null,
        List.of(),
        List.of());
  }

  private static AccountRef address(String said) {
    int open = said.indexOf('<');
    int close = said.indexOf('>', Math.max(0, open));
    return open >= 0 && close > open + 1
        ? Forms.mail(said.substring(open + 1, close), Forms.blank(said.substring(0, open).strip()))
        : Forms.mail(said, null);
  }

  private Record call(Fields f, Fields p, String id) {
    List<AccountRef> from = refs(p, "caller");
    List<AccountRef> to = refs(p, "receiver");
    String seconds = Forms.texts(p, "duration").stream().findFirst().orElse("");
    Duration duration =
        seconds.matches("\\d{1,9}(\\.\\d{1,6})?")
            ? Duration.ofMillis(Math.round(Double.parseDouble(seconds) * 1000))
            : null;
    ClaimedTime time = time(p, "date", "startDate");
    Header header = header(FTM, time, f, p);
    if (from.isEmpty() && to.isEmpty()) {
      return new Record.Profile(
          header, AccountRef.ofId(FTM, id, null, null), List.of(), Map.of("schema", "Call"));
    }
    return new Record.Call(
        header, null, from.isEmpty() ? null : from.getFirst(), to, duration, null);
  }

  private Record document(Fields f, Fields p, String id, String schema) {
    String title = String.join("\n", Forms.texts(p, "title"));
    String body = String.join("\n", Forms.texts(p, "bodyText"));
    if (schema.equals("Note") || body.isEmpty()) {
      body = String.join("\n", Forms.texts(p, "description"));
    }
    String file = Forms.texts(p, "fileName").stream().findFirst().orElse(null);
    String type = Forms.texts(p, "mimeType").stream().findFirst().orElse(null);
    return new Record.Post(
        header(FTM, time(p, "publishedAt", "date", "authoredAt", "modifiedAt"), f, p),
        null,
        id,
        (title + "\n" + body).strip(),
        null,
        null,
        List.of(),
        null,
        file == null ? List.of() : List.of(new Media(file, type, null, null)));
  }

  private Record address(Fields f, Fields p, String id) {
    try {
      String latitude = Forms.texts(p, "latitude").stream().findFirst().orElse("");
      String longitude = Forms.texts(p, "longitude").stream().findFirst().orElse("");
      if (latitude.matches("-?\\d{1,3}(\\.\\d{1,20})?")
          && longitude.matches("-?\\d{1,3}(\\.\\d{1,20})?")) {
        double north = Double.parseDouble(latitude);
        double east = Double.parseDouble(longitude);
        String name = Forms.texts(p, "full").stream().findFirst().orElse(id);
        if (Math.abs(north) <= 90 && Math.abs(east) <= 180) {
          return new Record.Place(
              header(FTM, ClaimedTime.none(), f, p), null, north, east, Double.NaN, name);
        }
      }
    } catch (NumberFormatException e) {
      return thing(f, p, id, "Address"); // Digits beyond a number: kept as they stand.
    }
    return thing(f, p, id, "Address");
  }
}
