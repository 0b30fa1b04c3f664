package dev.sextant.records.reader.telegram;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The sections of an account's export that are about its owner: profile, contacts, sessions. */
final class Owner {
  private Owner() {}

  /** The owner's account, or null if the section has no number. */
  static @Nullable AccountRef of(Json section) {
    Fields fields = Fields.of(section);
    String id = fields.text("user_id");
    String handle = bare(fields.text("username"));
    return id == null || id.equals("0")
        ? null
        : AccountRef.ofId(Platform.TELEGRAM, id, handle, name(fields));
  }

  private static @Nullable String bare(@Nullable String username) {
    if (username == null || username.isBlank()) {
      return null;
    }
    return username.startsWith("@") ? username.substring(1) : username;
  }

  private static @Nullable String name(Fields fields) {
    String name =
        (fields.textOrEmpty("first_name") + " " + fields.textOrEmpty("last_name")).strip();
    return name.isEmpty() ? null : name;
  }

  /** The owner's profile; none if the section has no number. */
  static List<Record> profile(Json section, Locator at) {
    AccountRef account = of(section);
    if (account == null) {
      return List.of();
    }
    Fields fields = Fields.of(section);
    fields.known("user_id", "username", "first_name", "last_name");
    List<Record.Stated> selectors = new ArrayList<>();
    Map<String, String> attributes = new TreeMap<>();
    // Telegram signs people in by a code sent to this number.
    phone(fields, true, selectors, attributes);
    if (account.handle() != null) {
      handle(account.handle(), selectors, attributes);
    }
    if (account.displayName() != null) {
      attributes.put("name", account.displayName());
    }
    String bio = fields.text("bio");
    if (bio != null && !bio.isEmpty()) {
      attributes.put("bio", bio);
    }
    Header header = new Header(Platform.TELEGRAM, at, ClaimedTime.none(), fields.rest());
    return List.of(new Record.Profile(header, account, selectors, attributes));
  }

  private static void handle(
      String handle, List<Record.Stated> selectors, Map<String, String> attributes) {
    try {
      selectors.add(
          new Record.Stated(Selector.of(SelectorType.HANDLE, Platform.TELEGRAM, handle), true));
    } catch (BadValue e) {
      attributes.put("username", handle); // No name at all, or longer than any: kept as it stands.
    }
  }

  private static void phone(
      Fields fields,
      boolean verified,
      List<Record.Stated> selectors,
      Map<String, String> attributes) {
    String phone = fields.text("phone_number");
    if (phone == null || phone.isBlank()) {
      return;
    }
    try {
      selectors.add(new Record.Stated(Selector.of(SelectorType.PHONE, phone), verified));
    } catch (BadValue e) {
      attributes.put("phone_number", phone); // Not international: kept as it stands.
    }
  }

  /** One entry of the address book: who lists whom, and what the list says of them. */
  static List<Record> contact(
      Json entry, Locator at, @Nullable AccountRef owner, String file, Optional<ZoneId> zone) {
    Fields fields = Fields.of(entry);
    String id = fields.text("user_id");
    String name = name(fields);
    List<Record.Stated> selectors = new ArrayList<>();
    Map<String, String> attributes = new TreeMap<>();
    phone(fields, false, selectors, attributes);
    AccountRef account = Ids.account(id, name);
    if (account == null && !selectors.isEmpty()) {
      String number = selectors.getFirst().selector().value();
      account = new AccountRef(Platform.TELEGRAM, AccountRef.KeyBasis.PHONE, number, null, name);
    }
    if (account == null) {
      account = Ids.named(file + "/contacts", name);
    }
    if (account == null) {
      return List.of();
    }
    if (name != null) {
      attributes.put("name", name);
    }
    Header header =
        new Header(
            Platform.TELEGRAM, at, time(fields, "date", "date_unixtime", zone), fields.rest());
    Record profile = new Record.Profile(header, account, selectors, attributes);
    return owner == null
        ? List.of(profile)
        : List.of(new Record.Follow(header, owner, account, Record.Follow.How.CONTACT), profile);
  }

  /** A session of the owner's account; none if whose it is is not known. */
  static List<Record> session(
      Json entry, Locator at, @Nullable AccountRef owner, Optional<ZoneId> zone, String action) {
    if (owner == null) {
      return List.of();
    }
    Fields fields = Fields.of(entry);
    ClaimedTime last = time(fields, "last_active", "last_active_unixtime", zone);
    String ip = fields.text("last_ip");
    List<String> device = new ArrayList<>();
    for (String field :
        new String[] {
          "device_model",
          "platform",
          "system_version",
          "application_name",
          "application_version",
          "browser"
        }) {
      String said = fields.text(field);
      if (said != null && !said.isBlank()) {
        device.add(said);
      }
    }
    return List.of(
        new Record.Login(
            new Header(Platform.TELEGRAM, at, last, fields.rest()),
            owner,
            ip == null || ip.isBlank() ? null : ip,
            -1,
            device.isEmpty() ? null : String.join(", ", device),
            action));
  }

  /** The epoch field where there is one; else the local one, in the declared zone. */
  static ClaimedTime time(Fields fields, String local, String epoch, Optional<ZoneId> zone) {
    String text = fields.text(local);
    Long seconds = fields.whole(epoch);
    if (seconds != null) {
      String words = text == null || text.isBlank() ? Long.toString(seconds) : text;
      return ClaimedTimes.ofSeconds(seconds, words);
    }
    return ClaimedTimes.ofLocalIso(text, zone);
  }
}
