package dev.sextant.records.reader.returns;

import dev.sextant.records.reader.table.Columns;
import dev.sextant.records.reader.table.NamedRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a column is for, told by its name. Providers rename and move columns; the words in the names
 * stay.
 */
public enum Roles {
  /** When. */
  TIME(
      List.of(
          "timestamp",
          "time",
          "date",
          "datetime",
          "date_time",
          "event_time",
          "event_timestamp",
          "sent_at",
          "sent",
          "sent_time",
          "sent_ts",
          "ts",
          "created_at",
          "created",
          "created_time",
          "creation_time",
          "creation_date",
          "date_created",
          "upload_time",
          "upload_date",
          "first_seen_time",
          "login_time",
          "login_date",
          "call_start",
          "start_time",
          "activity_time",
          "request_time",
          "transaction_date",
          "posted_at",
          "published_at",
          "updated_at",
          "last_seen_at",
          "last_seen"),
      w ->
          !w.contains("zone")
              && (w.contains("timestamp")
                  || w.contains("date")
                  || w.contains("time")
                  || w.contains("datetime")
                  || last(w, "at")
                  || last(w, "ts"))),
  /** From which address. */
  IP(
      List.of(
          "ip",
          "ip_address",
          "ipaddress",
          "client_ip",
          "source_ip",
          "src_ip",
          "login_ip",
          "sender_ip",
          "user_ip",
          "remote_ip",
          "creation_ip",
          "registration_ip"),
      w -> w.contains("ip") || w.contains("ipaddress") || w.contains("ipv4") || w.contains("ipv6")),
  /** From which port. */
  PORT(
      List.of("port", "source_port", "client_port", "ip_port", "src_port"),
      w -> w.contains("port")),
  /** Words. */
  TEXT(
      List.of(
          "text",
          "message",
          "body",
          "content",
          "contents",
          "message_text",
          "message_body",
          "message_content",
          "chat_message",
          "chat",
          "comment",
          "caption",
          "post",
          "full_text",
          "chat_text",
          "description",
          "post_body",
          "msg"),
      w -> false),
  /** Who sent or wrote. */
  SENDER(
      List.of(
          "sender_username",
          "sender_id",
          "sender",
          "sender_user_id",
          "from_user",
          "from_user_id",
          "from_username",
          "from",
          "author_id",
          "author",
          "author_username",
          "sender_name",
          "user_jid",
          "sender_jid",
          "from_id",
          "caller",
          "payer"),
      w -> w.contains("sender")),
  /** To whom. */
  RECIPIENT(
      List.of(
          "recipient_username",
          "recipient_id",
          "recipient",
          "recipients",
          "receiver_id",
          "receiver",
          "receiver_username",
          "to_user",
          "to_user_id",
          "to_username",
          "to",
          "to_id",
          "friend_user_jid",
          "friend_jid",
          "callee",
          "target_user_id",
          "payee"),
      w -> w.contains("recipient") || w.contains("receiver")),
  /** In which conversation. */
  CHANNEL(
      List.of(
          "conversation_id",
          "channel_id",
          "thread_id",
          "chat_id",
          "group_id",
          "group_jid",
          "room_id",
          "conversation",
          "channel",
          "chat_room",
          "conversation_title",
          "group"),
      w -> false),
  /** Number of the thing itself. */
  ID(
      List.of(
          "message_id",
          "id",
          "post_id",
          "media_id",
          "video_id",
          "item_id",
          "transaction_id",
          "payment_id",
          "comment_id",
          "content_id",
          "event_id"),
      w -> false),
  /** The account's number. */
  ACCOUNT(
      List.of(
          "user_id",
          "userid",
          "account_id",
          "uid",
          "dsid",
          "ds_id",
          "person_id",
          "customer_token",
          "gaia_id",
          "roblox_user_id",
          "author_id",
          "profile_id"),
      w -> false),
  /** The account's changeable name. */
  HANDLE(
      List.of(
          "username",
          "user_name",
          "handle",
          "screen_name",
          "unique_id",
          "cashtag",
          "login_name",
          "nickname_id",
          "account_name",
          "user"),
      w -> false),
  /** The name shown. */
  NAME(
      List.of(
          "display_name",
          "name",
          "full_name",
          "nickname",
          "account_display_name",
          "real_name",
          "customer_name",
          "subscriber_name"),
      w -> false),
  /** E-mail address. */
  MAIL(
      List.of("email", "email_address", "e_mail", "mail", "apple_id", "account_email"),
      w ->
          (w.contains("email") || w.contains("mail"))
              && !w.contains("status")
              && !w.contains("verified")
              && !w.contains("timestamp")),
  /** Telephone number. */
  PHONE(
      List.of("phone_number", "phone", "mobile", "telephone", "msisdn", "phone_numbers"),
      w ->
          (w.contains("phone") || w.contains("mobile") || w.contains("sms"))
              && !w.contains("status")
              && !w.contains("verified")
              && !w.contains("timestamp")),
  /** Degrees north. */
  LATITUDE(List.of("latitude", "lat"), w -> w.contains("latitude")),
  /** Degrees east. */
  LONGITUDE(List.of("longitude", "lon", "lng", "long"), w -> w.contains("longitude")),
  /** Radius. */
  ACCURACY(
      List.of("accuracy", "accuracy_meters", "horizontal_accuracy", "radius"),
      w -> w.contains("accuracy")),
  /** Sum. */
  AMOUNT(List.of("amount", "total_amount", "amount_usd"), w -> w.contains("amount")),
  /** Device or program. */
  DEVICE(
      List.of(
          "device",
          "device_type",
          "device_model",
          "device_name",
          "user_agent",
          "platform",
          "os",
          "client",
          "device_info",
          "sender_device_type",
          "user_agent_string"),
      w -> w.contains("device") && !w.contains("id")),
  /** What was done. */
  ACTION(
      List.of("action", "event", "event_type", "type", "activity", "activity_type", "status"),
      w -> false);

  private final List<String> names;
  private final Predicate<List<String>> words;

  Roles(List<String> names, Predicate<List<String>> words) {
    this.names = names;
    this.words = words;
  }

  private static boolean last(List<String> words, String wanted) {
    return words.size() > 1 && words.getLast().equals(wanted);
  }

  /** The columns of this role, the likeliest first. */
  public List<String> of(Columns columns) {
    List<String> found = new ArrayList<>();
    for (String name : names) {
      if (columns.has(name)) {
        found.add(name);
      }
    }
    Set<String> keys = columns.keys();
    keys.stream()
        .sorted()
        .filter(k -> !found.contains(k) && words.test(Arrays.asList(k.split("_"))))
        .forEach(found::add);
    return found;
  }

  /** True if the table has a column of this role. */
  public boolean in(Columns columns) {
    return !of(columns).isEmpty();
  }

  /** The first cell of this role with something in it, taken; else null. */
  public @Nullable String take(NamedRow row) {
    return row.text(of(row.columns()).toArray(String[]::new));
  }

  /** The same, or the empty text. */
  public String takeOrEmpty(NamedRow row) {
    String said = take(row);
    return said == null ? "" : said;
  }
}
