package dev.sextant.records.reader.chat.signal;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.TextLines;
import dev.sextant.records.reader.chat.NamedChat;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is to be known of a whole conversation before its first message is told: which lines begin a
 * message, since people write paragraphs that look so, and which account a name shown means, since
 * reactions give the name alone (tbvdm/sigtop, {@code fmt_text.go}, {@code signal/recipient.go}).
 */
final class SigtopSurvey {
  /** Name, then the number, the user name or the account's identity in Signal. */
  private static final Pattern PERSON =
      Pattern.compile(
          "(.{1,400}?) \\((?:(\\+[0-9]{6,20})|([0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})"
              + "|([\\p{L}_][\\p{L}\\p{N}_]{2,31}\\.[0-9]{2,9})|group)\\)");

  private static final Pattern TYPE = Pattern.compile("Type: [a-z0-9-]{2,60}");

  private static final Pattern TIMED =
      Pattern.compile("(?:Sent|Received): (?:unknown|.{0,20}[0-9]{4} [0-9]{2}:[0-9]{2}.{0,20})");

  private static final Pattern FURTHER = Pattern.compile("(?:Attachment|Reaction|Edited): .*");

  /** What a head can be: an empty line, {@code From}, {@code Type}, the line after. */
  private static final int WINDOW = 4;

  private static final int LONGEST_HEAD = 600;

  private final NamedChat chat;
  private final Set<Long> heads = new HashSet<>();
  private final Map<String, Set<AccountRef>> named = new HashMap<>();

  private SigtopSurvey(NamedChat chat) {
    this.chat = chat;
  }

  /**
   * Surveys a conversation.
   *
   * @param title who or what it is with, as its first line says
   */
  static SigtopSurvey of(Source source, Source.Part part, NamedChat chat, String title)
      throws IOException {
    SigtopSurvey survey = new SigtopSurvey(chat);
    survey.account(title);
    Deque<String> window = new ArrayDeque<>();
    long last = 0;
    try (TextLines lines = new TextLines(part.open(), source.limits().itemBytes())) {
      for (TextLines.Line line = lines.line(); line != null; line = lines.line()) {
        String text = line.text();
        window.addLast(text.length() > LONGEST_HEAD ? text.substring(0, LONGEST_HEAD) : text);
        last = line.number();
        survey.slide(window, last);
      }
    }
    for (int i = 1; i < WINDOW; i++) {
      window.addLast("");
      survey.slide(window, last + i);
    }
    return survey;
  }

  private void slide(Deque<String> window, long last) {
    if (window.size() < WINDOW) {
      return;
    }
    Iterator<String> lines = window.iterator();
    boolean blank = lines.next().isBlank();
    String first = lines.next();
    String second = lines.next();
    if (blank && head(first, second, lines.next())) {
      heads.add(last - 2);
      if (first.startsWith("From: ")) {
        account(first.substring("From: ".length()));
      }
    }
    window.removeFirst();
  }

  /* Signal gives each message a type and all but the oldest of one's own a time. */
  private static boolean head(String first, String second, String third) {
    if (TYPE.matcher(first).matches()) {
      return TIMED.matcher(second).matches();
    }
    if (!first.startsWith("From: ") || !TYPE.matcher(second).matches()) {
      return false;
    }
    boolean own = first.equals("From: You") && second.equals("Type: outgoing");
    return TIMED.matcher(third).matches()
        || (own && (third.isBlank() || FURTHER.matcher(third).matches()));
  }

  /** True if a message begins at that line, counted from 1. */
  boolean begins(long line) {
    return heads.contains(line);
  }

  /** The account that a name with its number, user name or identity means; null for nobody. */
  @Nullable AccountRef account(String said) {
    String plain = said.strip();
    Matcher m = PERSON.matcher(plain);
    if (!m.matches()) {
      return plain.isEmpty() || plain.equals("Unknown") ? null : known(plain, chat.account(plain));
    }
    String name = m.group(1).strip();
    if (m.group(2) != null) {
      AccountRef number = chat.account(m.group(2));
      return known(
          name,
          number.basis() == KeyBasis.PHONE
              ? new AccountRef(SignalText.SIGNAL, KeyBasis.PHONE, number.key(), null, name)
              : chat.account(name));
    }
    if (m.group(3) != null) {
      return known(name, AccountRef.ofId(SignalText.SIGNAL, m.group(3), null, name));
    }
    String user = m.group(4);
    return user == null
        ? chat.account(name) // A group, which reacts to nothing.
        : known(name, new AccountRef(SignalText.SIGNAL, KeyBasis.HANDLE, user, user, name));
  }

  private AccountRef known(String name, AccountRef account) {
    named.computeIfAbsent(name, k -> new HashSet<>()).add(account);
    return account;
  }

  /**
   * The account that a name alone means: the only one of that name in this conversation, else
   * somebody of that name; null for nobody.
   */
  @Nullable AccountRef byName(String name) {
    Set<AccountRef> all = named.getOrDefault(name.strip(), Set.of());
    return all.size() == 1
        ? all.iterator().next()
        : name.isBlank() || name.equals("Unknown") ? null : chat.account(name);
  }

  /** The name of a title without what stands in brackets behind it. */
  static String bare(String title) {
    Matcher m = PERSON.matcher(title);
    return m.matches() ? m.group(1).strip() : title;
  }
}
