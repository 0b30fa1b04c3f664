package dev.sextant.records.reader.capture.ufdr;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.Record.Stated;
import dev.sextant.records.reader.Gathered;
import dev.sextant.records.reader.PhoneNumbers;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a telephone holds besides words between people: contacts, accounts, places, doings. */
final class DeviceForms {
  private final Context context;

  DeviceForms(Context context) {
    this.context = context;
  }

  /** A contact of the address book or of an application, and that the owner lists it. */
  List<Record> contact(Model m, Locator at) {
    Platform platform = Parties.platform(m.text("Source"));
    return profile(m, at, platform, true);
  }

  /** An account that the telephone was signed in to, or a user of the telephone. */
  List<Record> account(Model m, Locator at) {
    String service = m.text("ServiceType", "ServiceIdentifier");
    String source = m.text("Source");
    Platform platform = Parties.platform(source.isBlank() ? service : source);
    return profile(m, at, platform, false);
  }

  private List<Record> profile(Model m, Locator at, Platform platform, boolean contact) {
    String within = m.type() + " " + m.attribute("id");
    String name = m.text("Name", "DisplayName");
    String username = m.text("Username", "UserName");
    List<Stated> selectors = new ArrayList<>();
    Gathered entries = new Gathered();
    AccountRef account =
        username.isBlank()
            ? null
            : Parties.account(username, name.isBlank() ? null : name, platform, within);
    for (Model entry : m.models("Entries")) {
      AccountRef found = entry(entry, platform, name, within, selectors, entries);
      account = stronger(account, found);
    }
    Map<String, String> attributes = new TreeMap<>(entries.values());
    for (String field : new String[] {"Notes", "Birthday", "Status", "Description"}) {
      String said = String.join("\n", m.texts(field));
      if (!said.isBlank()) {
        attributes.put(field.equals("Description") ? "bio" : field.toLowerCase(Locale.ROOT), said);
      }
    }
    if (!name.isBlank()) {
      attributes.put("name", name);
    }
    if (account == null && !name.isBlank()) {
      account = new AccountRef(platform, KeyBasis.DISPLAY_NAME, within + "/" + name, null, name);
    }
    if (account == null && m.empty()) {
      return List.of();
    }
    if (account == null) {
      account = new AccountRef(platform, KeyBasis.LABEL, within, null, null);
    }
    ClaimedTime time = context.time(m, "TimeCreated", "TimeStamp", "CreationTime");
    var header = Context.header(platform, at, time, m, m.type());
    List<Record> records = new ArrayList<>();
    records.add(new Record.Profile(header, account, selectors, attributes));
    AccountRef owner = context.owner(platform);
    if (contact && owner != null && !owner.key().equals(account.key())) {
      records.add(new Record.Follow(header, owner, account, Record.Follow.How.CONTACT));
    }
    return records;
  }

  private static @Nullable AccountRef stronger(@Nullable AccountRef one, @Nullable AccountRef two) {
    if (one == null || two != null && two.basis().compareTo(one.basis()) < 0) {
      return two;
    }
    return one;
  }

  private static @Nullable AccountRef entry(
      Model entry,
      Platform platform,
      String name,
      String within,
      List<Stated> selectors,
      Gathered attributes) {
    String value = entry.text("Value").strip();
    String category = entry.text("Category");
    if (value.isEmpty()) {
      return null;
    }
    SelectorType type =
        switch (entry.type()) {
          case "PhoneNumber" -> SelectorType.PHONE;
          case "EmailAddress" -> SelectorType.EMAIL;
          case "WebAddress" -> SelectorType.URL;
          case "UserID" -> value.matches("[0-9]+") ? SelectorType.PLATFORM_ID : SelectorType.HANDLE;
          default -> null;
        };
    AccountRef account = null;
    if (entry.type().equals("PhoneNumber") || entry.type().equals("UserID")) {
      account = Parties.account(value, name.isBlank() ? null : name, platform, within);
    }
    if (account != null && account.basis() == KeyBasis.PHONE) {
      type = SelectorType.PHONE;
      value = account.key();
    }
    try {
      if (type != null) {
        selectors.add(new Stated(new Selector(type, platform, value), false));
        return account;
      }
    } catch (BadValue e) {
      // A national number, or no address at all: it stays an attribute.
      type = null;
    }
    String key = entry.type() + (category.isBlank() ? "" : " (" + category + ")");
    attributes.add(key, value);
    return account;
  }

  /** A position. */
  List<Record> location(Model m, Locator at) {
    Platform platform = Parties.platform(m.text("Source"));
    Model position = m.model("Position", "Coordinate");
    String name = m.text("Name", "PositionAddress", "Description");
    ClaimedTime time = context.time(m, "TimeStamp", "StartTime");
    var header = Context.header(platform, at, time, m, m.type());
    Record place = MessageForms.place(position, header, context.owner(platform), name);
    if (place == null) {
      // A place without coordinates: a name, an address, a cell.
      return List.of(activity(header, platform, What.OTHER, name, null));
    }
    return List.of(place);
  }

  private Record activity(
      dev.sextant.records.Header header,
      Platform platform,
      What what,
      String text,
      @Nullable String object) {
    return new Record.Activity(header, context.owner(platform), what, text, object, null);
  }

  /**
   * Something the owner or the telephone did.
   *
   * @param words fields that hold words, the first with content counts
   * @param objects fields that name what it was done to
   */
  List<Record> doing(Model m, Locator at, What what, String[] words, String[] objects) {
    Platform platform = Parties.platform(m.text("Source"));
    String text = m.text(words);
    String object = m.text(objects);
    ClaimedTime time =
        context.time(
            m,
            "TimeStamp",
            "LastVisited",
            "StartTime",
            "StartDate",
            "InstallDate",
            "PurchaseDate",
            "LastUsageTime",
            "LastAccessTime",
            "DateTime",
            "CreationTime",
            "Creation",
            "ModifyTime");
    Model position = m.model("Position");
    var header = Context.header(platform, at, time, m, m.type());
    List<Record> records = new ArrayList<>();
    records.add(activity(header, platform, what, text, object.isBlank() ? null : object));
    Record place = MessageForms.place(position, header, context.owner(platform), text);
    if (place != null) {
      records.add(place);
    }
    return records;
  }

  /** What the report says of the telephone and the examination, from its metadata. */
  static Record device(String section, Map<String, String> items, Locator at) {
    List<Stated> selectors = new ArrayList<>();
    items.forEach((name, value) -> {
      String digits = value.replaceAll("[\\s-]", "");
      if (name.toUpperCase(Locale.ROOT).contains("IMEI") && digits.matches("\\d{14,16}")) {
        selectors.add(new Stated(Selector.of(SelectorType.DEVICE, digits), false));
      } else if (name.toUpperCase(Locale.ROOT).contains("MSISDN")
          && digits.matches("\\+\\d{7,15}")) {
        selectors.add(new Stated(Selector.of(SelectorType.PHONE, digits), false));
      }
    });
    Map<String, String> extra = Map.of("section", "metadata " + section);
    return new Record.Profile(
        new dev.sextant.records.Header(PhoneNumbers.PHONE, at, ClaimedTime.none(), extra),
        new AccountRef(PhoneNumbers.PHONE, KeyBasis.LABEL, "the examined telephone", null, null),
        selectors,
        items);
  }
}
