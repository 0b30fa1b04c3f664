package dev.sextant.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes what Telegram Desktop's "export Telegram data" writes: one {@code result.json}. */
final class TelegramExport {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(DemoCase.ZONE);
  private static final Pattern MENTION = Pattern.compile("@\\w+");

  /** Notes of arrivals are numbered from here, so that lines keep the numbers of the script. */
  private static final long ARRIVALS = 900_000;

  private final Cast cast;
  private final Cast.Account owner;

  TelegramExport(Cast cast, Cast.Account owner) {
    this.cast = cast;
    this.owner = owner;
  }

  void write(Path file, Map<Talk, List<Line>> talks) throws IOException {
    List<Object> chats = new ArrayList<>();
    talks.forEach((talk, lines) -> chats.add(chat(talk, lines)));
    Object all =
        ExportJson.object(
            "about",
            "Here is the data you requested. Remember: Telegram is ad free, it doesn't use your"
                + " data for ad targeting and doesn't sell it to others.",
            "personal_information",
            personal(),
            "contacts",
            ExportJson.object(
                "about",
                "If you allow access, your contacts are continuously synced with Telegram.",
                "list",
                contacts()),
            "chats",
            ExportJson.object(
                "about", "This page lists all chats from this export.", "list", chats),
            "left_chats",
            ExportJson.object(
                "about",
                "This page lists all supergroups and channels from this export that you've left.",
                "list",
                List.of()));
    Files.writeString(file, ExportJson.text(all, 1));
  }

  private Object personal() {
    return ExportJson.object(
        "user_id",
        Long.parseLong(owner.number()),
        "first_name",
        first(owner.person().name()),
        "last_name",
        last(owner.person().name()),
        "phone_number",
        spaced(owner.phone()),
        "username",
        "@" + owner.handle(),
        "bio",
        "");
  }

  private List<Object> contacts() {
    List<Object> list = new ArrayList<>();
    Instant added = DemoCase.WINDOW_FROM.minusSeconds(86_400L * 12);
    for (Cast.Account account : cast.onPlatform("telegram")) {
      added = added.plusSeconds(86_400L * 3 + 4567);
      if (account.phone().isEmpty() || account.equals(owner)) {
        continue;
      }
      list.add(
          ExportJson.object(
              "user_id",
              Long.parseLong(account.number()),
              "first_name",
              account.shown(),
              "last_name",
              "",
              "phone_number",
              spaced(account.phone()),
              "date",
              LOCAL.format(added),
              "date_unixtime",
              Long.toString(added.getEpochSecond())));
    }
    return list;
  }

  private Object chat(Talk talk, List<Line> lines) {
    List<Object> messages = new ArrayList<>();
    boolean group = !talk.kind().equals("personal_chat");
    List<Talk.Member> late =
        new ArrayList<>(
            talk.members().stream().filter(m -> m.since().isAfter(Talk.BEGIN)).toList());
    if (group) {
      messages.add(service(talk, 1, Talk.BEGIN.minusSeconds(3600), "create_group", List.of()));
    }
    for (Line line : lines) {
      while (group && !late.isEmpty() && !line.at().isBefore(late.getFirst().since())) {
        Talk.Member member = late.removeFirst();
        long number = ARRIVALS + talk.members().indexOf(member);
        List<Object> who = List.of(member.account().shown());
        messages.add(service(talk, number, member.since(), "invite_members", who));
      }
      messages.add(message(line));
    }
    return ExportJson.object(
        "name",
        talk.title(),
        "type",
        talk.kind(),
        "id",
        Long.parseLong(talk.number()),
        "messages",
        messages);
  }

  private static Object service(
      Talk talk, long number, Instant at, String action, List<Object> members) {
    Cast.Account actor = talk.members().getFirst().account();
    return ExportJson.object(
        "id",
        number,
        "type",
        "service",
        "date",
        LOCAL.format(at),
        "date_unixtime",
        Long.toString(at.getEpochSecond()),
        "actor",
        actor.shown(),
        "actor_id",
        "user" + actor.number(),
        "action",
        action,
        "title",
        action.equals("create_group") ? talk.title() : null,
        "members",
        members,
        "text",
        "",
        "text_entities",
        List.of());
  }

  /** The number that a line has in the export: the founding of a group is number 1. */
  static long number(long number) {
    return number + 1;
  }

  private static Object message(Line line) {
    String unix = Long.toString(line.at().getEpochSecond());
    return ExportJson.object(
        "id",
        number(line.number()),
        "type",
        "message",
        "date",
        LOCAL.format(line.at()),
        "date_unixtime",
        unix,
        "from",
        line.author().shown(),
        "from_id",
        "user" + line.author().number(),
        "reply_to_message_id",
        line.replyTo() == 0 ? null : number(line.replyTo()),
        "text",
        text(line.text()),
        "text_entities",
        entities(line.text()));
  }

  /** Plain words as a text; words with a mention as an array, as Telegram does. */
  private static Object text(String words) {
    List<Object> parts = new ArrayList<>();
    for (Object entity : entities(words)) {
      Map<?, ?> part = (Map<?, ?>) entity;
      parts.add("plain".equals(part.get("type")) ? String.valueOf(part.get("text")) : part);
    }
    return parts.size() == 1 && parts.getFirst() instanceof String ? words : parts;
  }

  private static List<Object> entities(String words) {
    List<Object> entities = new ArrayList<>();
    Matcher mention = MENTION.matcher(words);
    int from = 0;
    while (mention.find()) {
      if (mention.start() > from) {
        entities.add(
            ExportJson.object("type", "plain", "text", words.substring(from, mention.start())));
      }
      entities.add(ExportJson.object("type", "mention", "text", mention.group()));
      from = mention.end();
    }
    if (from < words.length()) {
      entities.add(ExportJson.object("type", "plain", "text", words.substring(from)));
    }
    return entities;
  }

  static String first(String name) {
    return name.substring(0, name.indexOf(' '));
  }

  static String last(String name) {
    return name.substring(name.indexOf(' ') + 1);
  }

  /** A number in groups, as address books show it: {@code +44 7700 900101}. */
  static String spaced(String phone) {
    return phone.startsWith("+44")
        ? "+44 " + phone.substring(3, 7) + " " + phone.substring(7)
        : phone;
  }
}
