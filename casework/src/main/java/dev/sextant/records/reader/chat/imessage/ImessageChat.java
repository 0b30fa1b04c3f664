package dev.sextant.records.reader.chat.imessage;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.Record.Membership.Action;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.chat.LocalTimes;
import dev.sextant.records.reader.chat.NamedChat;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One conversation of imessage-exporter, whichever form it is written in. */
final class ImessageChat {
  private static final Platform APPLE = new Platform("apple");

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("MMM d, uuuu h:mm:ss a", Locale.ENGLISH);

  private static final String ADDRESS = "[^@\\s]{1,100}@[^@\\s]{1,200}\\.[^@\\s.]{1,60}";

  /** Whoever exported, a number or an address: what a diary has not below its date. */
  static final String SPEAKER = "Me|\\+?[0-9]{3,15}|" + ADDRESS;

  private static final Pattern MOVED =
      Pattern.compile(
          "(.{1,200}?) (?:(left) the conversation\\.|(added|removed) (.{1,200}?) (?:to|from) the"
              + " conversation\\.)");

  private final NamedChat chat;
  private final Set<String> speakers;
  private final LocalTimes local;

  private ImessageChat(NamedChat chat, Set<String> speakers, LocalTimes local) {
    this.chat = chat;
    this.speakers = speakers;
    this.local = local;
  }

  /**
   * The conversation of a part.
   *
   * @param speakers who wrote; three are enough
   * @param moved true if somebody was added, removed or left
   */
  static ImessageChat of(
      Source source, Source.Part part, Set<String> speakers, boolean moved, LocalTimes local) {
    String file = part.fileName().replaceFirst("\\.(?:txt|html)$", "");
    List<String> people = List.of(file.split(", "));
    boolean many = people.size() > 1 && people.stream().allMatch(p -> p.matches(SPEAKER));
    ConversationRef.Kind kind = NamedChat.kind(speakers.size());
    if (moved || many) {
      kind = ConversationRef.Kind.GROUP;
    } else if (people.size() > 1 && kind == ConversationRef.Kind.DIRECT) {
      kind = ConversationRef.Kind.UNKNOWN; // The tool names a file for all who take part.
    }
    String title = part.path().isEmpty() ? null : file;
    return new ImessageChat(NamedChat.of(APPLE, kind, source, part, title), speakers, local);
  }

  /** True if an announcement tells that somebody was added, removed or left. */
  static boolean moves(String words) {
    return MOVED.matcher(words).matches();
  }

  /** A stamp's local time, or null if there is no such day. */
  static @Nullable LocalDateTime parsed(String stamp) {
    try {
      return LocalDateTime.parse(stamp.replaceAll(" {2,}", " "), FORM);
    } catch (DateTimeException e) {
      return null; // Kept as it stands.
    }
  }

  /** Tells how the conversation was taken. */
  void tell(Sink sink) {
    if (chat.ref().kind() == ConversationRef.Kind.DIRECT) {
      sink.note(
          new ReadNote(
              "SX-NOTE-DIRECT",
              "taken for a direct chat: two authors and no sign of a group in words or file name"));
    }
  }

  /** Who is named. */
  AccountRef account(String said) {
    String name = said.strip();
    return name.matches(ADDRESS)
        ? new AccountRef(APPLE, KeyBasis.HANDLE, name.toLowerCase(Locale.ROOT), name, null)
        : chat.account(name);
  }

  /** When a stamp says it was. */
  ClaimedTime time(String stamp) {
    LocalDateTime at = parsed(stamp);
    return at == null || at.getYear() <= 1970
        ? ClaimedTime.unreadable(stamp)
        : local.claimed(at, stamp, ClaimedTime.Precision.SECOND);
  }

  /** A message, or a note with an action. */
  Record note(
      Locator at,
      ClaimedTime time,
      Map<String, String> extra,
      @Nullable AccountRef author,
      String words,
      @Nullable String action,
      List<Media> media) {
    List<AccountRef> to =
        author == null || action != null
            ? List.of()
            : speakers.stream()
                .map(this::account)
                .filter(a -> !a.key().equals(author.key()))
                .toList();
    boolean direct = chat.ref().kind() == ConversationRef.Kind.DIRECT;
    return new Record.Message(
        new Header(APPLE, at, time, extra),
        chat.ref(),
        author,
        direct ? to : List.of(),
        null,
        words,
        null,
        null,
        action,
        List.of(),
        media);
  }

  /** An announcement with who was added, removed or left. */
  List<Record> announcement(String words, Locator at, ClaimedTime time) {
    List<Record> records = new ArrayList<>();
    records.add(note(at, time, Map.of(), null, words, "announcement", List.of()));
    Matcher m = MOVED.matcher(words);
    if (m.matches()) {
      AccountRef who = account(own(m.group(1)));
      boolean left = m.group(2) != null;
      AccountRef whom = left ? who : account(own(m.group(4)));
      Action action =
          left ? Action.LEFT : m.group(3).equals("added") ? Action.ADDED : Action.REMOVED;
      Header header = new Header(APPLE, at, time, Map.of());
      records.add(new Record.Membership(header, whom, chat.ref(), action, left ? null : who));
    }
    return records;
  }

  /* In announcements whoever exported is addressed. */
  private static String own(String name) {
    return name.equals("You") ? "Me" : name;
  }

  /** A reaction; its own time is not told. */
  Record tapback(Locator at, String who, String what, @Nullable AccountRef author) {
    return new Record.Activity(
        new Header(APPLE, at, ClaimedTime.none(), Map.of()),
        account(who),
        What.REACTED,
        what,
        null,
        author);
  }
}
