package dev.sextant.records.reader.archive.discord;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.reader.archive.Accounts;
import dev.sextant.records.reader.archive.Loose;
import dev.sextant.records.reader.archive.Stating;
import dev.sextant.records.reader.archive.Times;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What {@code account/user.json} says: who the user is, whom they know, where they logged in. */
final class AccountForms {
  static final Platform DISCORD = new Platform("discord");

  private final AccountRef owner;

  AccountForms(AccountRef owner) {
    this.owner = owner;
  }

  /** An account as an object names it: number, user name with its old four digits, shown name. */
  static @Nullable AccountRef user(@Nullable Json value) {
    Fields f = Fields.of(value);
    String name = f.text("username");
    String digits = f.text("discriminator");
    boolean old = digits != null && !digits.equals("0") && !digits.equals("0000");
    String handle = name != null && old ? name + "#" + digits : name;
    return Accounts.of(DISCORD, f.text("id"), handle, f.text("global_name"));
  }

  /** Scalars at the top of the file: the profile. */
  List<Record> profile(Fields f, Locator at) {
    String ip = f.text("ip");
    boolean verified = f.object().get("verified") instanceof Json.Bool b && b.value();
    f.known("id", "username", "discriminator", "global_name", "verified");
    Stating said =
        new Stating()
            .id(DISCORD, "id", owner.key())
            .handle(DISCORD, "username", owner.handle())
            .also("name", owner.displayName())
            .email("email", f.text("email"), verified)
            .phone("phone", f.text("phone"), true)
            .ip("ip", ip)
            .also("bio", f.text("bio"));
    Header header = new Header(DISCORD, at, ClaimedTime.none(), f.rest());
    List<Record> records = new ArrayList<>();
    records.add(new Record.Profile(header, owner, said.selectors(), said.attributes()));
    if (ip != null && !ip.isBlank()) {
      records.add(
          new Record.Login(
              new Header(DISCORD, at, ClaimedTime.none(), Map.of()), owner, ip, -1, null, "last"));
    }
    return records;
  }

  /** The form for a list of the file, or null. */
  JsonItems.@Nullable Form form(String key) {
    return switch (key) {
      case "relationships" -> this::relationship;
      case "payments" -> this::payment;
      case "payment_sources", "entitlements", "gift_codes" -> (v, at) -> act(v, at, What.PAID, key);
      case "connections" -> this::connection;
      case "external_friends_lists" -> (v, at) -> act(v, at, What.OTHER, key);
      case "user_sessions", "sessions", "auth_sessions" -> this::session;
      case "user_activity_application_statistics" -> (v, at) -> act(v, at, What.VIEWED, key);
      case "library_applications", "authorized_apps", "oauth2_tokens", "devices" ->
          (v, at) -> act(v, at, What.INSTALLED, key);
      case "friend_suggestions" -> this::suggestion;
      default -> null;
    };
  }

  private Header header(Loose f, Locator at, ClaimedTime time, String section) {
    Map<String, String> extra = new TreeMap<>(f.rest());
    extra.put("section", section);
    return new Header(DISCORD, at, time, extra);
  }

  private static ClaimedTime time(Loose f) {
    return Times.utc(
        f.said(
            "created_at",
            "timestamp",
            "since",
            "last_played_at",
            "approx_last_used_time",
            "last_used"));
  }

  private List<Record> relationship(Json value, Locator at) {
    Loose f = new Loose(value);
    Json user = f.fields().object().get("user");
    AccountRef other = user(user);
    other = other == null ? Accounts.of(DISCORD, f.said("id"), null, null) : other;
    if (other == null) {
      return List.of();
    }
    f.said("id");
    String type = f.text("type").toUpperCase(java.util.Locale.ROOT);
    Header header = header(f, at, time(f), "relationships");
    return List.of(
        switch (type) {
          case "1", "FRIEND" -> new Record.Follow(header, owner, other, Record.Follow.How.FRIEND);
          case "2", "BLOCKED" -> new Record.Follow(header, owner, other, Record.Follow.How.BLOCKS);
          case "3", "PENDING_INCOMING" ->
              new Record.Follow(header, other, owner, Record.Follow.How.FOLLOWS);
          case "4", "PENDING_OUTGOING" ->
              new Record.Follow(header, owner, other, Record.Follow.How.FOLLOWS);
          default ->
              new Record.Activity(
                  header, owner, What.OTHER, "relationship " + type, other.key(), other);
        });
  }

  private List<Record> suggestion(Json value, Locator at) {
    Loose f = new Loose(value);
    AccountRef other = user(f.take("suggested_user", "user"));
    return other == null
        ? List.of()
        : List.of(
            new Record.Activity(
                header(f, at, time(f), "friend_suggestions"),
                owner,
                What.OTHER,
                "friend suggestion",
                other.key(),
                other));
  }

  private List<Record> payment(Json value, Locator at) {
    Loose f = new Loose(value);
    Double amount = f.number("amount");
    String currency = f.text("currency");
    String text = f.text("description");
    ClaimedTime time = time(f);
    if (amount == null && text.isEmpty() && time.text().isEmpty()) {
      return List.of();
    }
    // Amounts are in the currency's smallest unit.
    String sum = amount == null ? currency : amount.longValue() + " minor units " + currency;
    return List.of(
        new Record.Activity(
            header(f, at, time, "payments"), owner, What.PAID, text, sum.strip(), null));
  }

  /** An account elsewhere that the user tied to this one. */
  private List<Record> connection(Json value, Locator at) {
    Loose f = new Loose(value);
    String type = f.said("type");
    String name = f.said("name");
    String id = f.said("id");
    if (type == null || (name == null && id == null)) {
      return List.of();
    }
    String bare = type.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9.-]", "");
    Platform platform =
        new Platform(bare.isEmpty() ? "unknown" : bare.equals("twitter") ? "x" : bare);
    Stating said = new Stating().handle(platform, type, name);
    if (id != null) {
      said.id(platform, type + " id", id);
    }
    Header header = header(f, at, time(f), "connections");
    AccountRef there = Accounts.of(platform, id, name, null);
    List<Record> records = new ArrayList<>();
    records.add(
        new Record.Profile(
            header, owner, said.selectors(), said.also("connection", type).attributes()));
    if (there != null) {
      records.add(
          new Record.Relation(
              new Header(DISCORD, at, time(f), Map.of()), owner, there, "connection", 1, true));
    }
    return records;
  }

  private List<Record> session(Json value, Locator at) {
    Loose f = new Loose(value);
    Loose client = new Loose(f.fields().object().get("client_info"));
    String ip = f.said("ip", "last_ip");
    ip = ip == null ? client.said("ip") : ip;
    String os = client.said("os", "platform");
    os = os == null ? f.said("os", "platform") : os;
    ClaimedTime time = time(f);
    return ip == null && os == null && time.text().isEmpty()
        ? List.of()
        : List.of(
            new Record.Login(header(f, at, time, "user_sessions"), owner, ip, -1, os, "session"));
  }

  private List<Record> act(Json value, Locator at, What what, String section) {
    Loose f = new Loose(value);
    if (f.fields().object().fields().isEmpty()) {
      return List.of();
    }
    ClaimedTime time = time(f);
    String object = f.said("application_id", "sku_id", "name", "brand", "id");
    return List.of(
        new Record.Activity(header(f, at, time, section), owner, what, section, object, null));
  }

  /** What the user noted about another. */
  List<Record> note(String about, String text, Locator at) {
    AccountRef other = Accounts.of(DISCORD, about, null, null);
    Header header = new Header(DISCORD, at, ClaimedTime.none(), Map.of("section", "notes"));
    return List.of(new Record.Activity(header, owner, What.OTHER, text, about, other));
  }
}
