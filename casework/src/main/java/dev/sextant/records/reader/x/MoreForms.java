package dev.sextant.records.reader.x;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.PhoneNumbers;
import dev.sextant.records.reader.archive.Stating;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The sections of an X archive beyond posts, messages, follow lists and addresses. */
final class MoreForms {
  private final @Nullable AccountRef owner;

  MoreForms(@Nullable AccountRef owner) {
    this.owner = owner;
  }

  /** The form for elements of that name, or null if they are not understood. */
  JsonItems.@Nullable Form form(String name, String section) {
    return switch (name) {
      case "like" -> this::like;
      case "muting" -> this::muted;
      case "userListInfo" -> (v, at) -> list(v, at, section);
      case "screenNameChange" -> this::renamed;
      case "emailAddressChange" -> this::readdressed;
      case "device" -> this::phone;
      case "contact" -> this::contact;
      case "connectedApplication" -> this::program;
      case "savedSearch" -> this::search;
      case "accountSuspension" -> (v, at) -> act(v, at, What.FLAGGED, "suspension");
      case "accountLabel" -> (v, at) -> act(v, at, What.FLAGGED, "label");
      case "protectedHistory" -> (v, at) -> act(v, at, What.CHANGED, "protected");
      case "p13nData", "accountTimezone", "ageMeta", "verified" -> (v, at) -> said(v, at, name);
      case "niDeviceResponse" -> this::devices;
      case "userInteractionsData" -> this::clicked;
      default -> null;
    };
  }

  private static Header header(Fields f, Locator at, ClaimedTime time, Map<String, String> more) {
    Map<String, String> extra = new TreeMap<>(f.rest());
    extra.putAll(more);
    return new Header(Platform.X, at, time, extra);
  }

  private List<Record> like(Json value, Locator at) {
    Fields f = Fields.of(value);
    String id = f.text("tweetId");
    String text = f.textOrEmpty("fullText");
    return id == null && text.isEmpty()
        ? List.of()
        : List.of(
            new Record.Activity(
                header(f, at, ClaimedTime.none(), Map.of("section", "like")),
                owner,
                What.REACTED,
                text,
                id,
                null));
  }

  private List<Record> muted(Json value, Locator at) {
    Fields f = Fields.of(value);
    AccountRef other = XForms.account(f.text("accountId"), null, null);
    return other == null
        ? List.of()
        : List.of(
            new Record.Activity(
                header(f, at, ClaimedTime.none(), Map.of()),
                owner,
                What.OTHER,
                "mute",
                other.key(),
                other));
  }

  /* One element holds one address or many. */
  private List<Record> list(Json value, Locator at, String section) {
    Fields f = Fields.of(value);
    List<String> urls = new ArrayList<>();
    String one = f.text("url");
    if (one != null) {
      urls.add(one);
    }
    f.array("urls").forEach(u -> urls.add(u.raw()));
    Header header = header(f, at, ClaimedTime.none(), Map.of("section", section));
    List<Record> records = new ArrayList<>();
    AccountRef mine = owner;
    for (String url : urls) {
      if (mine != null && section.contains("member")) {
        ConversationRef list =
            new ConversationRef(Platform.X, ConversationRef.Kind.UNKNOWN, url, null);
        records.add(
            new Record.Membership(header, mine, list, Record.Membership.Action.PRESENT, null));
      } else {
        String word = section.contains("created") ? "list created" : "list followed";
        records.add(new Record.Activity(header, mine, What.OTHER, word, url, null));
      }
    }
    return records;
  }

  private List<Record> changed(
      Fields f, Locator at, String from, String to, @Nullable String when, Stating stating) {
    Header header = header(f, at, ClaimedTimes.ofIso(when), Map.of());
    String words = from.isEmpty() ? to : from + " \u2192 " + to;
    List<Record> records = new ArrayList<>();
    records.add(new Record.Activity(header, owner, What.CHANGED, words, null, null));
    if (owner != null && !stating.selectors().isEmpty()) {
      records.add(new Record.Profile(header, owner, stating.selectors(), stating.attributes()));
    }
    return records;
  }

  private List<Record> renamed(Json value, Locator at) {
    Fields outer = Fields.of(value);
    outer.text("accountId");
    Fields f = outer.has("changedTo") ? outer : outer.object("screenNameChange");
    String from = f.textOrEmpty("changedFrom");
    String to = f.textOrEmpty("changedTo");
    Stating stating =
        new Stating().handle(Platform.X, "changedFrom", from).handle(Platform.X, "changedTo", to);
    return from.isEmpty() && to.isEmpty()
        ? List.of()
        : changed(f, at, from, to, f.text("changedAt"), stating);
  }

  private List<Record> readdressed(Json value, Locator at) {
    Fields outer = Fields.of(value);
    outer.text("accountId");
    Fields f = outer.has("changedTo") ? outer : outer.object("emailChange");
    String from = f.textOrEmpty("changedFrom");
    String to = f.textOrEmpty("changedTo");
    Stating stating = new Stating().email("changedFrom", from, false).email("changedTo", to, false);
    return from.isEmpty() && to.isEmpty()
        ? List.of()
        : changed(f, at, from, to, f.text("changedAt"), stating);
  }

  private List<Record> phone(Json value, Locator at) {
    Fields f = Fields.of(value);
    Stating stating = new Stating().phone("phoneNumber", f.text("phoneNumber"), false);
    boolean nothing = stating.selectors().isEmpty() && stating.attributes().isEmpty();
    return owner == null || nothing
        ? List.of()
        : List.of(
            new Record.Profile(
                header(f, at, ClaimedTime.none(), Map.of()),
                owner,
                stating.selectors(),
                stating.attributes()));
  }

  /** Somebody out of the address book that the owner gave to the platform. */
  private List<Record> contact(Json value, Locator at) {
    Fields f = Fields.of(value);
    Stating stating = new Stating();
    f.array("phoneNumbers").forEach(p -> stating.phone("phoneNumber", p.raw(), false));
    f.array("emails").forEach(e -> stating.email("email", e.raw(), false));
    String id = f.text("id");
    String name = f.text("name");
    String first = f.text("firstName");
    name = name == null ? first : name;
    AccountRef other = contactOf(stating, id, name);
    if (other == null) {
      return List.of();
    }
    stating.also("name", name);
    Header header = header(f, at, ClaimedTime.none(), Map.of("section", "contact"));
    Record profile = new Record.Profile(header, other, stating.selectors(), stating.attributes());
    AccountRef mine = owner;
    return mine == null
        ? List.of(profile)
        : List.of(new Record.Follow(header, mine, other, Record.Follow.How.CONTACT), profile);
  }

  private static @Nullable AccountRef contactOf(
      Stating stating, @Nullable String id, @Nullable String name) {
    for (Record.Stated one : stating.selectors()) {
      Selector selector = one.selector();
      return switch (selector.type()) {
        case PHONE ->
            new AccountRef(PhoneNumbers.PHONE, KeyBasis.PHONE, selector.value(), null, name);
        default ->
            new AccountRef(
                PhoneNumbers.EMAIL, KeyBasis.HANDLE, selector.value(), selector.value(), name);
      };
    }
    return id == null
        ? null
        : new AccountRef(Platform.X, KeyBasis.DISPLAY_NAME, "contacts/" + id, null, name);
  }

  private List<Record> program(Json value, Locator at) {
    Fields f = Fields.of(value);
    String name = f.text("name");
    if (name == null) {
      return List.of();
    }
    String description = f.textOrEmpty("description");
    ClaimedTime time = ClaimedTimes.ofIso(f.text("approvedAt"));
    return List.of(
        new Record.Activity(
            header(f, at, time, Map.of("section", "connected_application")),
            owner,
            What.INSTALLED,
            description,
            name,
            null));
  }

  private List<Record> search(Json value, Locator at) {
    Fields f = Fields.of(value);
    String query = f.text("query");
    return query == null
        ? List.of()
        : List.of(
            new Record.Activity(
                header(f, at, ClaimedTime.none(), Map.of("section", "saved_search")),
                owner,
                What.SEARCHED,
                query,
                null,
                null));
  }

  private List<Record> act(Json value, Locator at, What what, String word) {
    Fields f = Fields.of(value);
    String stamp = f.text("timeStamp");
    stamp = stamp == null ? f.text("protectedAt") : stamp;
    ClaimedTime time = ClaimedTimes.ofIso(stamp);
    String action = f.text("action");
    return List.of(
        new Record.Activity(
            header(f, at, time, Map.of("section", word)),
            owner,
            what,
            action == null ? word : action,
            null,
            null));
  }

  /* What the platform believes of the owner: attributes, each as the source writes it. */
  private List<Record> said(Json value, Locator at, String section) {
    if (owner == null || !(value instanceof Json.Obj o)) {
      return List.of();
    }
    Map<String, String> attributes = new TreeMap<>();
    flatten(o, "", attributes, 0);
    attributes.remove("accountId");
    Header header = new Header(Platform.X, at, ClaimedTime.none(), Map.of("section", section));
    return List.of(new Record.Profile(header, owner, List.of(), attributes));
  }

  private static void flatten(Json.Obj o, String above, Map<String, String> into, int depth) {
    o.fields()
        .forEach((name, value) -> {
          String path = above.isEmpty() ? name : above + "." + name;
          if (value instanceof Json.Obj inner && depth < 2) {
            flatten(inner, path, into, depth + 1);
          } else if (!(value instanceof Json.Null)) {
            into.put(path, value.raw());
          }
        });
  }

  private List<Record> devices(Json value, Locator at) {
    Fields outer = Fields.of(value);
    Fields push = outer.object("pushDevice");
    Fields f = push.object().fields().isEmpty() ? outer.object("messagingDevice") : push;
    String type = f.text("deviceType");
    if (type == null) {
      return List.of();
    }
    String phone = f.text("phoneNumber");
    String made = f.text("createdDate");
    Stating stating = new Stating().phone("phoneNumber", phone, false);
    Header header = header(f, at, ClaimedTimes.ofIso(made), Map.of());
    List<Record> records = new ArrayList<>();
    records.add(new Record.Activity(header, owner, What.INSTALLED, "device", type, null));
    if (owner != null && phone != null) {
      records.add(new Record.Profile(header, owner, stating.selectors(), stating.attributes()));
    }
    return records;
  }

  private List<Record> clicked(Json value, Locator at) {
    Fields outer = Fields.of(value);
    Fields f = outer.object("linkClick");
    String url = f.text("finalUrl");
    return url == null
        ? List.of()
        : List.of(
            new Record.Activity(
                header(f, at, ClaimedTimes.ofIso(f.text("timeStampOfInteraction")), Map.of()),
                owner,
                What.VIEWED,
                "link",
                url,
                null));
  }
}
