package dev.sextant.records.reader.chat.slack;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Membership.Action;
import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.FirstOfEach;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns Slack's people, channels and messages into records. */
final class SlackForm {
  static final Platform SLACK = new Platform("slack");

  private static final Pattern MENTION = Pattern.compile("<@([UW][A-Z0-9]{6,20})(?:\\|[^>]*)?>");

  private static final Pattern STAMP = Pattern.compile("([0-9]{9,11})(?:\\.([0-9]{1,6}))?");

  private final Map<String, String> names;

  /**
   * @param names names shown by account number
   */
  SlackForm(Map<String, String> names) {
    this.names = names;
  }

  private AccountRef account(String id) {
    return AccountRef.ofId(SLACK, id, null, names.get(id));
  }

  /** Seconds with a fraction that tells messages of one second apart. */
  static ClaimedTime time(@Nullable String stamp) {
    Matcher m = STAMP.matcher(stamp == null ? "" : stamp);
    if (!m.matches()) {
      return stamp == null ? ClaimedTime.none() : ClaimedTime.unreadable(stamp);
    }
    return ClaimedTimes.ofSeconds(Long.valueOf(m.group(1)), String.valueOf(stamp));
  }

  /** Somebody of the workspace; none without a number. */
  List<Record> person(Json value, Locator at) {
    Fields fields = Fields.of(value);
    String id = fields.text("id");
    if (id == null || id.isBlank()) {
      return List.of();
    }
    String handle = fields.text("name");
    Fields profile = fields.object("profile");
    List<Record.Stated> selectors = new ArrayList<>();
    Map<String, String> said = new TreeMap<>();
    for (Fields from : List.of(profile, fields)) {
      for (String name : List.of("real_name", "display_name", "title", "tz", "phone", "skype")) {
        String text = from.text(name);
        if (text != null && !text.isBlank()) {
          said.putIfAbsent(name, text);
        }
      }
    }
    state(SelectorType.EMAIL, profile.text("email"), selectors, said);
    state(SelectorType.PHONE, said.get("phone"), selectors, said);
    Map<String, String> extra = new TreeMap<>(fields.rest());
    profile.rest().forEach((name, text) -> extra.put("profile." + name, text));
    return List.of(
        new Record.Profile(
            new Header(SLACK, at, ClaimedTime.none(), extra),
            AccountRef.ofId(SLACK, id, handle, names.get(id)),
            selectors,
            said));
  }

  private static void state(
      SelectorType type,
      @Nullable String text,
      List<Record.Stated> selectors,
      Map<String, String> said) {
    if (text == null || text.isBlank()) {
      return;
    }
    try {
      selectors.add(new Record.Stated(Selector.of(type, text), false));
    } catch (BadValue e) {
      said.putIfAbsent(type.name().toLowerCase(java.util.Locale.ROOT), text); // Kept as written.
    }
  }

  /** A channel with its members: itself as a note, then who is in it. */
  List<Record> channel(Json value, Locator at, ConversationRef ref) {
    Fields fields = Fields.of(value);
    List<Json> members = fields.array("members");
    String creator = fields.text("creator");
    Long created = fields.whole("created");
    String topic = fields.object("topic").textOrEmpty("value");
    String purpose = fields.object("purpose").textOrEmpty("value");
    fields.known("id", "name");
    Header header =
        new Header(
            SLACK,
            at,
            ClaimedTimes.ofSeconds(created, created == null ? "" : created.toString()),
            fields.rest());
    List<Record> out = new ArrayList<>();
    out.add(
        new Record.Message(
            header,
            ref,
            creator == null || creator.isBlank() ? null : account(creator),
            List.of(),
            null,
            (topic + "\n" + purpose).strip(),
            null,
            null,
            "channel",
            List.of(),
            List.of()));
    for (Json member : members) {
      if (member instanceof Json.Text id && !id.text().isBlank()) {
        Header untimed =
            new Header(
                SLACK,
                new Locator(at.exhibit(), at.part(), id.from(), id.to(), at.pointer() + "/members"),
                ClaimedTime.none(),
                Map.of());
        out.add(new Record.Membership(untimed, account(id.text()), ref, Action.PRESENT, null));
      }
    }
    return out;
  }

  /** A message with who reacted and who came or went; none if it has neither time nor words. */
  List<Record> message(Json value, Locator at, ConversationRef ref) {
    Fields fields = Fields.of(value);
    String stamp = fields.text("ts");
    String text = fields.textOrEmpty("text");
    String user = fields.text("user");
    String bot = fields.text("bot_id");
    if (stamp == null && text.isEmpty() && user == null) {
      return List.of();
    }
    String shown = fields.text("username");
    AccountRef author =
        user != null && !user.isBlank()
            ? account(user)
            : bot == null || bot.isBlank() ? null : AccountRef.ofId(SLACK, bot, null, shown);
    String subtype = fields.textOrEmpty("subtype");
    String thread = fields.text("thread_ts");
    String inviter = fields.text("inviter");
    List<Json> reactions = fields.array("reactions");
    List<Media> media = media(fields);
    FirstOfEach<AccountRef> mentions = FirstOfEach.by(AccountRef::key);
    Matcher m = MENTION.matcher(text);
    while (m.find()) {
      mentions.add(account(m.group(1)));
    }
    List<Record> reacted = reacted(reactions, at, stamp, author);
    fields.known("type");
    Header header = new Header(SLACK, at, time(stamp), fields.rest());
    List<Record> out = new ArrayList<>();
    out.add(
        new Record.Message(
            header,
            ref,
            author,
            List.of(),
            stamp,
            text,
            thread != null && !thread.equals(stamp) ? thread : null,
            null,
            spoken(subtype) ? null : subtype,
            mentions.list(),
            media));
    out.addAll(reacted);
    if (author != null && subtype.matches("(channel|group)_(join|leave)")) {
      boolean join = subtype.endsWith("join");
      boolean invited = join && inviter != null && !inviter.isBlank();
      out.add(
          new Record.Membership(
              header,
              author,
              ref,
              join ? invited ? Action.ADDED : Action.JOINED : Action.LEFT,
              invited ? account(String.valueOf(inviter)) : null));
    }
    return out;
  }

  private static boolean spoken(String subtype) {
    return switch (subtype) {
      case "",
          "bot_message",
          "me_message",
          "thread_broadcast",
          "file_share",
          "file_comment",
          "slackbot_response" ->
          true;
      default -> false;
    };
  }

  /* Files are named with an address that needs Slack's own log-in; it stays in extra. */
  private static List<Media> media(Fields fields) {
    List<Media> media = new ArrayList<>();
    if (fields.object().get("files") instanceof Json.Arr files) {
      for (Json one : files.items()) {
        Fields file = Fields.of(one);
        String name = file.text("name");
        String id = file.textOrEmpty("id");
        media.add(
            new Media(
                name == null || name.isBlank() ? id.isEmpty() ? "file" : id : name,
                file.text("mimetype"),
                null,
                null));
      }
    }
    return media;
  }

  private List<Record> reacted(
      List<Json> reactions, Locator at, @Nullable String stamp, @Nullable AccountRef author) {
    List<Record> out = new ArrayList<>();
    for (int i = 0; i < reactions.size(); i++) {
      Fields one = Fields.of(reactions.get(i));
      String emoji = one.textOrEmpty("name");
      List<Json> users = one.array("users");
      if (one.object().get("count") instanceof Json.Num n
          && n.text().equals(String.valueOf(users.size()))) {
        one.known("count");
      }
      for (Json user : users) {
        if (user instanceof Json.Text id && !id.text().isBlank()) {
          Locator where =
              new Locator(
                  at.exhibit(), at.part(), id.from(), id.to(), at.pointer() + "/reactions/" + i);
          out.add(
              new Record.Activity(
                  new Header(SLACK, where, ClaimedTime.none(), Map.of()),
                  account(id.text()),
                  Record.Activity.What.REACTED,
                  ":" + emoji + ":",
                  stamp,
                  author));
        }
      }
    }
    return out;
  }
}
