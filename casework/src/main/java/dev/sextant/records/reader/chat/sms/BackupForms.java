package dev.sextant.records.reader.chat.sms;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.reader.PhoneNumbers;
import dev.sextant.records.reader.archive.Times;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the items of a backup say. Numbers for kinds are those of Android: {@code
 * Telephony.Sms.TYPE} and {@code Telephony.Mms.MESSAGE_BOX} (1 received, 2 sent, 3 draft, 4 outbox,
 * 5 failed, 6 queued), {@code CallLog.Calls.TYPE}, and for addresses of an MMS the PDU's fields
 * (137 from, 151 to, 130 copy, 129 blind copy).
 */
final class BackupForms {
  private static final String TELEPHONE = "the telephone of this backup";
  private static final Set<String> NOBODY = Set.of("insert-address-token", "-1", "-2", "-3");
  private static final Set<String> LISTS = Set.of("parts", "addrs");

  private final String scope;
  private final PhoneNumbers numbers;
  private final AccountRef owner;
  private final Map<String, Long> senders = new TreeMap<>();

  /**
   * @param scope what keeps keys of this exhibit from meeting another's
   */
  BackupForms(String scope, PhoneNumbers numbers) {
    this.scope = scope;
    this.numbers = numbers;
    this.owner =
        new AccountRef(
            PhoneNumbers.PHONE, KeyBasis.DISPLAY_NAME, scope + "/" + TELEPHONE, null, TELEPHONE);
  }

  /** How many numbers sent messages of the telephone's own, where the backup says them. */
  int ownNumbers() {
    return senders.size();
  }

  /** The records; none if the item says neither who nor when. */
  List<Record> records(BackupItem item, Locator at) {
    return switch (item.name()) {
      case "sms" -> sms(item, at);
      case "mms" -> mms(item, at);
      default -> call(item, at);
    };
  }

  private static @Nullable String person(@Nullable String address) {
    return address == null || NOBODY.contains(address.strip()) ? null : address;
  }

  private static @Nullable String name(BackupItem item) {
    String said = item.take("contact_name");
    return said == null || said.equals("(Unknown)") ? null : said;
  }

  /* Milliseconds; the words beside them are the claim, and the number stays. */
  private static ClaimedTime time(BackupItem item, Map<String, String> extra) {
    String date = item.take("date");
    String words = item.take("readable_date");
    if (date == null || !date.matches("[0-9]{1,17}")) {
      String said = words == null ? date : words;
      if (words != null && date != null) {
        extra.put("date", date);
      }
      return said == null ? ClaimedTime.none() : ClaimedTime.unreadable(said);
    }
    ClaimedTime time = Times.millis(date);
    if (words == null) {
      return time;
    }
    extra.put("date", date);
    if (time.instant() == null) {
      return ClaimedTime.unreadable(words);
    }
    return new ClaimedTime(time.instant(), words, time.basis(), time.zone(), time.precision());
  }

  private static String box(@Nullable String number) {
    return switch (number == null ? "" : number) {
      case "1" -> "received";
      case "2" -> "sent";
      case "3" -> "draft";
      case "4" -> "outbox";
      case "5" -> "failed";
      case "6" -> "queued";
      default -> "";
    };
  }

  /* What was not sent is no word that reached anybody. */
  private static @Nullable String unsent(String box) {
    return box.isEmpty() || box.equals("received") || box.equals("sent") ? null : box;
  }

  private ConversationRef conversation(List<AccountRef> others, @Nullable String title) {
    List<String> keys = others.stream().map(AccountRef::key).distinct().sorted().toList();
    ConversationRef.Kind kind =
        keys.isEmpty()
            ? ConversationRef.Kind.UNKNOWN
            : keys.size() == 1 ? ConversationRef.Kind.DIRECT : ConversationRef.Kind.GROUP;
    String key = keys.isEmpty() ? "nobody named" : String.join("~", keys);
    return new ConversationRef(
        PhoneNumbers.PHONE, kind, scope + "/" + key, keys.size() > 1 ? title : null);
  }

  private List<Record> sms(BackupItem item, Locator at) {
    Map<String, String> extra = new TreeMap<>();
    String type = item.take("type");
    String box = box(type);
    AccountRef other = numbers.account(person(item.take("address")), name(item));
    ClaimedTime time = time(item, extra);
    String body = item.take("body");
    if (other == null && time.text().isEmpty()) {
      return List.of();
    }
    boolean in = box.equals("received");
    if (box.isEmpty() && type != null) {
      extra.put("type", type);
    }
    extra.put("service", "SMS");
    item.rest(LISTS).forEach(extra::putIfAbsent);
    List<AccountRef> others = other == null ? List.of() : List.of(other);
    return List.of(
        new Record.Message(
            new Header(PhoneNumbers.PHONE, at, time, extra),
            conversation(others, null),
            in ? other : box.isEmpty() ? null : owner,
            in ? List.of(owner) : box.equals("draft") ? List.of() : others,
            null,
            body == null ? "" : body,
            null,
            null,
            unsent(box),
            List.of(),
            List.of()));
  }

  /** Those whom an MMS names. */
  private static final class Ends {
    private @Nullable AccountRef from;
    private final Map<String, AccountRef> to = new LinkedHashMap<>();
    private final Map<String, AccountRef> others = new LinkedHashMap<>();
  }

  private Ends ends(BackupItem item, boolean in, @Nullable String name) {
    Ends ends = new Ends();
    String address = item.take("address");
    String[] listed = address == null ? new String[0] : address.split("~");
    for (String one : listed) {
      AccountRef other = numbers.account(person(one), listed.length == 1 ? name : null);
      if (other != null) {
        ends.others.putIfAbsent(other.accountKey(), other);
      }
    }
    for (BackupItem one : item.within("addrs", "addr")) {
      String kind = one.take("type");
      AccountRef end = numbers.account(person(one.take("address")), null);
      if (end != null) {
        AccountRef known = ends.others.getOrDefault(end.accountKey(), end);
        if ("137".equals(kind)) {
          ends.from = known;
        } else {
          ends.to.putIfAbsent(known.accountKey(), known);
        }
      }
    }
    if (ends.from == null) {
      ends.from = in && ends.others.size() == 1 ? ends.others.values().iterator().next() : null;
    }
    if (ends.others.isEmpty()) {
      ends.others.putAll(ends.to);
      AccountRef sender = ends.from;
      if (in && sender != null) {
        ends.others.clear();
        ends.others.put(sender.accountKey(), sender);
      }
    }
    return ends;
  }

  private List<Record> mms(BackupItem item, Locator at) {
    Map<String, String> extra = new TreeMap<>();
    String type = item.take("msg_box");
    String box = box(type);
    boolean in = box.equals("received");
    String name = name(item);
    Ends ends = ends(item, in, name);
    ClaimedTime time = time(item, extra);
    if (ends.others.isEmpty() && ends.from == null && time.text().isEmpty()) {
      return List.of();
    }
    if (box.isEmpty() && type != null) {
      extra.put("msg_box", type);
    }
    AccountRef sender = ends.from;
    if (!in && !box.isEmpty()) {
      if (sender == null) {
        sender = owner;
      } else {
        senders.merge(sender.key(), 1L, Long::sum);
      }
    }
    List<AccountRef> to = new ArrayList<>(ends.to.values());
    if (to.isEmpty()) {
      to.addAll(in ? List.of(owner) : ends.others.values());
    }
    Content content = new Content(item, extra);
    extra.put("service", "MMS");
    if (ends.others.size() > 1 && name != null) {
      extra.put("contact_name", name);
    }
    String id = item.take("m_id");
    item.rest(LISTS).forEach(extra::putIfAbsent);
    return List.of(
        new Record.Message(
            new Header(PhoneNumbers.PHONE, at, time, extra),
            conversation(List.copyOf(ends.others.values()), name),
            sender,
            box.equals("draft") ? List.of() : to,
            id,
            content.words.toString(),
            null,
            null,
            unsent(box),
            List.of(),
            content.media));
  }

  /** Words and files of an MMS; the rest goes beside. */
  private static final class Content {
    private final StringBuilder words = new StringBuilder();
    private final List<Media> media = new ArrayList<>();

    Content(BackupItem item, Map<String, String> extra) {
      String subject = item.take("sub");
      StringBuilder body = new StringBuilder();
      int number = 0;
      for (BackupItem part : item.within("parts", "part")) {
        String kind = part.take("ct");
        String text = part.take("text");
        BackupFile file = part.file();
        boolean plain = "text/plain".equals(kind);
        if (plain && text == null && file != null) {
          text = file.text();
        }
        if (plain && text != null) {
          body.append(body.isEmpty() ? "" : "\n").append(text);
        } else if (text != null) {
          extra.put("parts." + number + ".text", text);
        }
        if (file != null) {
          media.add(file.medium(fileName(part, kind, number), kind));
          extra.put(
              "parts." + number + ".data",
              file.size() < 0 ? "cannot be decoded" : file.size() + " bytes decoded");
        } else if (!plain && kind != null) {
          extra.put("parts." + number + ".ct", kind);
        }
        left(part, "parts." + number + ".", extra);
        number++;
      }
      number = 0;
      for (BackupItem one : item.within("addrs", "addr")) {
        left(one, "addrs." + number++ + ".", extra);
      }
      for (BackupItem list : item.inner()) {
        if (LISTS.contains(list.name())) {
          String inside = list.name().equals("parts") ? "part" : "addr";
          list.rest(Set.of(inside)).forEach((k, v) -> extra.put(list.name() + "." + k, v));
        }
      }
      words.append(subject == null ? "" : subject);
      words.append(subject == null || body.isEmpty() ? "" : "\n\n").append(body);
    }

    private static void left(BackupItem one, String path, Map<String, String> extra) {
      one.rest(Set.of()).forEach((k, v) -> extra.put(path + k, v));
    }

    private static String fileName(BackupItem part, @Nullable String kind, int number) {
      for (String attribute : List.of("fn", "name", "cl", "cid")) {
        String said = part.take(attribute);
        if (said != null && !said.isBlank()) {
          return said;
        }
      }
      return (kind == null ? "part" : kind) + " " + number;
    }
  }

  private List<Record> call(BackupItem item, Locator at) {
    Map<String, String> extra = new TreeMap<>();
    String type = item.take("type");
    AccountRef other = numbers.account(person(item.take("number")), name(item));
    ClaimedTime time = time(item, extra);
    String seconds = item.take("duration");
    if (other == null && time.text().isEmpty()) {
      return List.of();
    }
    Duration duration = null;
    if (seconds != null && seconds.matches("[0-9]{1,9}")) {
      duration = Duration.ofSeconds(Long.parseLong(seconds));
    } else if (seconds != null) {
      extra.put("duration", seconds);
    }
    String outcome =
        switch (type == null ? "" : type) {
          case "1" -> "incoming";
          case "2" -> "outgoing";
          case "3" -> "missed";
          case "4" -> "voicemail";
          case "5" -> "rejected";
          case "6" -> "blocked";
          case "7" -> "answered on another device";
          default -> null;
        };
    boolean out = "outgoing".equals(outcome);
    if (outcome == null && type != null) {
      extra.put("type", type);
    }
    String presentation = item.take("presentation");
    if (presentation != null && !presentation.equals("1")) {
      extra.put(
          "presentation",
          switch (presentation) {
            case "2" -> "2 (number withheld)";
            case "3" -> "3 (number unknown)";
            case "4" -> "4 (payphone)";
            default -> presentation;
          });
    }
    item.rest(Set.of()).forEach(extra::putIfAbsent);
    AccountRef caller = outcome == null ? null : out ? owner : other;
    List<AccountRef> called = new ArrayList<>();
    if (outcome == null || out) {
      if (other != null) {
        called.add(other);
      }
    } else {
      called.add(owner);
    }
    return List.of(
        new Record.Call(
            new Header(PhoneNumbers.PHONE, at, time, extra),
            null,
            caller,
            called,
            duration,
            outcome));
  }
}
