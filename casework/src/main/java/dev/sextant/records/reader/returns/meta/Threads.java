package dev.sextant.records.reader.returns.meta;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Membership.Action;
import dev.sextant.records.reader.returns.Stamps;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Conversations of a business record: a thread's head with its participants, then its messages,
 * each beginning where author or time comes again.
 */
final class Threads {
  private static final Set<String> HEAD =
      Set.of(
          "thread",
          "thread name",
          "thread id",
          "ai",
          "read receipts",
          "current participants",
          "past participants",
          "participants",
          "muted",
          "disappearing mode");

  /** Labels that a message has once, and which of them may be its first. */
  private static final Set<String> OPENS = Set.of("author", "sent", "body", "from");

  /** Labels of what stands in a message, where elements are not nested. */
  private static final Map<String, Set<String>> INSIDE =
      Map.of(
          "call record", Set.of("type", "duration", "missed"),
          "share", Set.of("date created", "text", "url", "title", "summary", "type", "description"),
          "attachments", Set.of("type", "size", "url", "linked media file", "name", "image", "id"),
          "subscription event", Set.of("type", "users"));

  private static final Pattern NUMBERED = Pattern.compile("(?s)^(.*?)\\s*\\(([0-9]{1,40})\\)\\s*$");

  private final Told told;
  private final String section;
  private final int limit;
  private Item head = new Item();
  private Item message = new Item();
  private int depth = -1;
  private String inside = "";
  private int insideDepth;
  private ConversationRef conversation;
  private List<AccountRef> present = List.of();
  private Map<String, String> about = Map.of();
  private boolean headTold;

  Threads(Told told, String section, int limit) {
    this.told = told;
    this.section = section;
    this.limit = limit;
    this.conversation = nameless();
  }

  private ConversationRef nameless() {
    return new ConversationRef(platform(), ConversationRef.Kind.UNKNOWN, "in/" + section, null);
  }

  private Platform platform() {
    return told.platform(section);
  }

  /** An item that ended: what it says, or that it was too long. */
  record Ended(Item item, List<Record> records) {}

  /** Adds an entry; the items that ended before it. */
  List<Ended> add(Entry entry) throws IOException {
    List<Ended> ended = new ArrayList<>();
    String label = entry.label().toLowerCase(Locale.ROOT);
    boolean plain = inside.isEmpty() || entry.depth() <= insideDepth;
    boolean next = label.equals("thread") && (headTold || head.has("Thread"));
    if (next || (HEAD.contains(label) && !headTold && plain)) {
      if (next) {
        ended.addAll(end());
      }
      head.add(entry, "", limit);
      return ended;
    }
    if (message.empty() && entry.blank() && !OPENS.contains(label)) {
      return ended; // The shell of the section or of the messages.
    }
    if (!headTold) {
      ended.addAll(endHead());
    }
    if (begins(entry, label)) {
      ended.addAll(endMessage());
    }
    if (message.empty()) {
      depth = entry.depth();
    }
    put(entry, label);
    return ended;
  }

  private boolean begins(Entry entry, String label) {
    return !message.empty()
        && entry.depth() <= depth
        && OPENS.contains(label)
        && message.has(entry.label())
        && !message.entries().getLast().goesOn();
  }

  private void put(Entry entry, String label) {
    String alone = entry.label().isEmpty() ? entry.value().toLowerCase(Locale.ROOT) : label;
    if (INSIDE.containsKey(alone) && entry.depth() <= depth) {
      inside = entry.label().isEmpty() ? entry.value() : entry.label();
      insideDepth = entry.depth();
      if (entry.label().isEmpty() || entry.blank()) {
        return; // Only the title of what follows.
      }
      message.add(entry, "", limit);
      return;
    }
    boolean in =
        !inside.isEmpty()
            && (entry.depth() > insideDepth
                || INSIDE.getOrDefault(inside.toLowerCase(Locale.ROOT), Set.of()).contains(label));
    if (!in) {
      inside = "";
    }
    message.add(entry, inside, limit);
  }

  /** Ends the thread. */
  List<Ended> end() throws IOException {
    List<Ended> ended = new ArrayList<>(endMessage());
    ended.addAll(endHead());
    conversation = nameless();
    present = List.of();
    about = Map.of();
    head = new Item();
    headTold = false;
    return ended;
  }

  private List<Ended> endHead() {
    if (headTold || head.empty()) {
      headTold = true;
      return List.of();
    }
    headTold = true;
    String said = Person.plain(head.textOrEmpty("Thread", "Thread Id"));
    String name = head.text("Thread Name");
    List<String> now = participants("Current Participants");
    now.addAll(participants("Participants"));
    List<String> past = participants("Past Participants");
    present = people(now);
    List<AccountRef> gone = people(past);
    conversation = conversation(said, name, present.size() + gone.size());
    about = new TreeMap<>();
    head.rest().forEach((k, v) -> about.put(k.startsWith("Thread") ? k : "Thread " + k, v));
    List<Record> records = new ArrayList<>();
    memberships(present, stamp(now), Action.PRESENT, records);
    memberships(gone, stamp(past), Action.LEFT, records);
    return records.isEmpty() ? List.of() : List.of(new Ended(head, records));
  }

  private List<String> participants(String label) {
    String said = head.text(label);
    return said == null ? new ArrayList<>() : new ArrayList<>(List.of(said.split("\n")));
  }

  private List<AccountRef> people(List<String> lines) {
    return Person.all(platform(), String.join("\n", lines)).stream().distinct().toList();
  }

  private static ClaimedTime stamp(List<String> lines) {
    for (String line : lines) {
      ClaimedTime time = Stamps.utc(line);
      if (time.instant() != null) {
        return time;
      }
    }
    return ClaimedTime.none();
  }

  private void memberships(
      List<AccountRef> people, ClaimedTime time, Action action, List<Record> into) {
    Header header =
        new Header(conversation.platform(), told.at(section, head.from(), head.to()), time, about);
    people.forEach(p -> into.add(new Record.Membership(header, p, conversation, action, null)));
  }

  private ConversationRef conversation(String said, @Nullable String name, int people) {
    Matcher m = NUMBERED.matcher(said);
    boolean numbered = m.matches();
    String key = numbered ? m.group(2) : said.isEmpty() ? "in/" + section : said;
    String title = numbered ? m.group(1).strip() : "";
    if (name != null && !name.isBlank()) {
      title = Person.plain(name);
    }
    ConversationRef.Kind kind =
        people == 2
            ? ConversationRef.Kind.DIRECT
            : people > 2 ? ConversationRef.Kind.GROUP : ConversationRef.Kind.UNKNOWN;
    // Threads of Instagram hold accounts of Instagram; the mark beside their names says it.
    Platform platform = present.isEmpty() ? platform() : present.getFirst().platform();
    return new ConversationRef(platform, kind, key, title.isEmpty() ? null : title);
  }

  private List<Ended> endMessage() throws IOException {
    if (message.empty()) {
      return List.of();
    }
    Item item = message;
    message = new Item();
    inside = "";
    return List.of(new Ended(item, records(item)));
  }

  private List<Record> records(Item item) throws IOException {
    String scope = conversation.key();
    String from = item.textOrEmpty("Author", "From", "Sender");
    AccountRef author = Person.one(conversation.platform(), scope, from);
    ClaimedTime time = Stamps.utc(item.text("Sent", "Date Created", "Time"));
    String text = item.textOrEmpty("Body", "Text", "Message");
    Map<String, String> extra = new LinkedHashMap<>(about);
    List<Media> media = new ArrayList<>(told.attachments(item.group("Attachments"), extra));
    for (String label : new String[] {"Linked Media File", "Image", "Video"}) {
      for (String file : item.every(label)) {
        media.add(told.linked(file, null));
      }
    }
    List<Map.Entry<String, String>> call = item.group("Call Record");
    String action = event(item);
    List<AccountRef> others = recipients(author);
    String id = item.text("Message Id", "Id");
    Header whole = told.header(section, item, time, extra);
    Header header =
        new Header(conversation.platform(), whole.locator(), whole.claimed(), whole.extra());
    List<Record> records = new ArrayList<>();
    records.add(
        new Record.Message(
            header, conversation, author, others, id, text, null, null, action, List.of(), media));
    if (!call.isEmpty()) {
      records.add(call(header, author, others, call));
    }
    return records;
  }

  private static @Nullable String event(Item item) {
    List<Map.Entry<String, String>> event = item.group("Subscription Event");
    if (event.isEmpty()) {
      return null;
    }
    List<String> words = new ArrayList<>();
    event.forEach(e -> words.add(e.getValue().replace('\n', ' ')));
    return String.join(" ", words);
  }

  private List<AccountRef> recipients(@Nullable AccountRef author) {
    if (author == null || conversation.kind() != ConversationRef.Kind.DIRECT) {
      return List.of();
    }
    return present.stream().filter(p -> !p.key().equals(author.key())).toList();
  }

  private Record call(
      Header header,
      @Nullable AccountRef author,
      List<AccountRef> others,
      List<Map.Entry<String, String>> said) {
    Duration length = null;
    String outcome = null;
    Map<String, String> extra = new TreeMap<>();
    for (Map.Entry<String, String> e : said) {
      String value = e.getValue().strip();
      switch (e.getKey().toLowerCase(Locale.ROOT)) {
        case "duration" -> {
          if (value.matches("[0-9]{1,9}")) {
            length = Duration.ofSeconds(Long.parseLong(value));
          } else {
            extra.put("Duration", value);
          }
        }
        case "missed" -> outcome = value.equalsIgnoreCase("true") ? "missed" : "answered";
        default -> extra.put(e.getKey().isEmpty() ? "Call Record" : e.getKey(), value);
      }
    }
    return new Record.Call(
        new Header(header.platform(), header.locator(), header.claimed(), extra),
        conversation,
        author,
        others,
        length,
        outcome);
  }
}
