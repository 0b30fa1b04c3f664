package dev.sextant.records.reader.archive.vkontakte;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.reader.archive.Accounts;
import dev.sextant.records.reader.html.HtmlElement;
import dev.sextant.terms.Platform;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who is meant by a link or a folder's name. People have positive numbers, communities negative
 * ones; chats of several are numbered from 2,000,000,001 for each account apart, so that a number
 * means something in one archive only.
 */
final class VkPeople {
  static final Platform VK = new Platform("vk");

  private static final long FIRST_CHAT = 2_000_000_000L;

  private static final Pattern LINK =
      Pattern.compile(
          "(?:https?://)?(?:m\\.)?vk\\.com/(?:(id|club|public|event)([0-9]{1,15})|([A-Za-z0-9_.]{2,60}))(?:[/?#].*)?");

  private static final Pattern PEER = Pattern.compile("(-?)([0-9]{1,15})");

  private final String scope;
  private final Map<String, String> titles = new HashMap<>();
  private AccountRef owner;

  /**
   * @param scope keeps what means something in this archive only from another's
   */
  VkPeople(String scope) {
    this.scope = scope;
    this.owner = Accounts.shown(VK, scope, "the account of this archive");
  }

  /** Learns whose archive it is. */
  void owned(String id) {
    owner = AccountRef.ofId(VK, id, null, null);
  }

  /** Whose archive it is. */
  AccountRef owner() {
    return owner;
  }

  /** Learns what a conversation is called. */
  void titled(String folder, String title) {
    if (!title.isBlank()) {
      titles.putIfAbsent(folder, title);
    }
  }

  /** The account behind a link, or null if it leads to none. */
  @Nullable AccountRef linked(@Nullable HtmlElement link) {
    Matcher m = LINK.matcher(link == null ? "" : link.attribute("href").strip());
    if (link == null || !m.matches()) {
      return null;
    }
    String name = link.text().isBlank() ? null : link.text();
    String kind = m.group(1);
    if (kind == null) {
      return m.group(3).matches("(?:wall|photo|video|doc|audio|topic|app|story|album)-?[0-9].*")
          ? null
          : Accounts.handle(VK, m.group(3), name);
    }
    return AccountRef.ofId(VK, (kind.equals("id") ? "" : "-") + m.group(2), null, name);
  }

  /** Somebody of whom only a name is shown. */
  AccountRef named(String name, ConversationRef in) {
    return name.matches("Вы|You") ? owner : Accounts.shown(VK, in.key(), name);
  }

  /** The other of a talk of two, or null. */
  @Nullable AccountRef other(String folder) {
    Matcher m = PEER.matcher(folder);
    return m.matches() && (!m.group(1).isEmpty() || Long.parseLong(m.group(2)) < FIRST_CHAT)
        ? AccountRef.ofId(VK, folder, null, titles.get(folder))
        : null;
  }

  /** The conversation of a folder. */
  ConversationRef conversation(String folder) {
    boolean known = owner.basis() == AccountRef.KeyBasis.PLATFORM_ID;
    boolean direct = other(folder) != null;
    String mine = owner.key();
    String key =
        !direct || !known
            ? scope + "/" + folder
            : mine.compareTo(folder) <= 0 ? mine + "_" + folder : folder + "_" + mine;
    ConversationRef.Kind kind =
        direct
            ? ConversationRef.Kind.DIRECT
            : PEER.matcher(folder).matches()
                ? ConversationRef.Kind.GROUP
                : ConversationRef.Kind.UNKNOWN;
    return new ConversationRef(VK, kind, key, titles.get(folder));
  }
}
