package dev.sextant.records.reader.whatsapp;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.reader.PhoneNumbers;
import dev.sextant.terms.Platform;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the first walk finds: the order of dates, who speaks, whether it is a group. */
final class ChatShape {
  private static final int ENOUGH_AUTHORS = 3;

  private static final Pattern TITLE =
      Pattern.compile(
          "(?i)(?:.*/)?(?:WhatsApp(?: Chat)?(?: with| -|-Chat mit)?|Chat (?:de|do) WhatsApp con|"
              + "Chat de WhatsApp con|Conversa do WhatsApp com|Discussion WhatsApp avec|"
              + "Chat WhatsApp con|WhatsApp-chat met|Чат WhatsApp с|Чат WhatsApp с контактом)"
              + " ?(.*?)\\.(?:txt|zip)$");

  private final DateOrder.Weighing dates = new DateOrder.Weighing();
  private final Set<String> authors = new LinkedHashSet<>();
  private final String key;
  private final @Nullable String title;
  private boolean groupNotes;

  ChatShape(String key, String fileName) {
    this.key = key;
    Matcher m = TITLE.matcher(fileName);
    this.title = m.matches() && !m.group(1).isBlank() ? m.group(1).strip() : null;
  }

  void add(Entry entry) {
    dates.add(entry.stamp());
    dates.hear(entry.words());
    String author = entry.author();
    if (author == null) {
      groupNotes |= Notes.aboutGroup(entry.words());
    } else if (!Notes.iosNote(entry.words())) {
      if (authors.size() < ENOUGH_AUTHORS) {
        authors.add(author);
      }
    } else {
      groupNotes |= Notes.aboutGroup(entry.words());
    }
  }

  DateOrder.Decision order() {
    return dates.decide();
  }

  /** Two people and no note that only groups have. */
  boolean direct() {
    return !groupNotes && authors.size() <= 2;
  }

  ConversationRef conversation() {
    ConversationRef.Kind kind =
        groupNotes || authors.size() > 2
            ? ConversationRef.Kind.GROUP
            : authors.size() == 2 ? ConversationRef.Kind.DIRECT : ConversationRef.Kind.UNKNOWN;
    return new ConversationRef(Platform.WHATSAPP, kind, key, title);
  }

  /** The other one in a direct chat. */
  List<AccountRef> recipients(String author) {
    List<AccountRef> others = new ArrayList<>();
    if (direct()) {
      authors.stream().filter(a -> !a.equals(author)).map(this::account).forEach(others::add);
    }
    return others;
  }

  /** The account that a name or number means. */
  AccountRef account(String said) {
    // A tilde and a narrow space stand before names that are not in the phone's address book.
    String name = said.replaceFirst("^~[\\s\u00a0\u202f]*", "");
    AccountRef phone = PhoneNumbers.shownAsNumber(Platform.WHATSAPP, name);
    return phone != null ? phone : named(name.isEmpty() ? said : name);
  }

  private AccountRef named(String name) {
    return new AccountRef(
        Platform.WHATSAPP, AccountRef.KeyBasis.DISPLAY_NAME, key + "/" + name, null, name);
  }
}
