package dev.sextant.records.reader.chat.signal;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who is who in messages of Signal Desktop: by number where any message says it for the account's
 * identifier, else by the identifier. Conversations have numbers of that computer's own.
 */
final class SigtopPeople {
  private static final int MOST_DIRECT = 2;

  private final String scope;
  private final Map<String, String> numbers = new TreeMap<>();
  private final Map<String, Set<String>> speakers = new TreeMap<>();
  private final Set<String> senders = new TreeSet<>();
  private final Set<String> groups = new HashSet<>();

  /**
   * @param scope what keeps keys of this exhibit from meeting another's
   */
  SigtopPeople(String scope) {
    this.scope = scope;
  }

  /**
   * Looks at a message.
   *
   * @param group true if the file says by its name that it is of a group
   */
  void met(Json value, boolean group) {
    String id = Fields.look(value, "conversationId");
    String number = Fields.look(value, "source");
    String account = identifier(Fields.look(value, "sourceServiceId"));
    account = account.isEmpty() ? identifier(Fields.look(value, "sourceUuid")) : account;
    if (!account.isEmpty() && number.startsWith("+")) {
      numbers.putIfAbsent(account, number);
    }
    String key = account.isEmpty() ? number : account;
    String type = Fields.look(value, "type");
    if (type.equals("outgoing") && !key.isEmpty()) {
      senders.add(key);
    }
    if (id.isEmpty()) {
      return;
    }
    if (type.equals("incoming") && !key.isEmpty()) {
      speakers.computeIfAbsent(id, i -> new TreeSet<>()).add(key);
    }
    boolean many =
        value instanceof Json.Obj o
            && (o.get("groupV2Change") instanceof Json.Obj
                || o.get("group_update") instanceof Json.Obj
                || o.get("sendStateByConversationId") instanceof Json.Obj sent
                    && sent.fields().size() > MOST_DIRECT);
    if (group || many || speakers.getOrDefault(id, Set.of()).size() > 1) {
      groups.add(id);
    }
  }

  private static String identifier(String said) {
    return said.toLowerCase(Locale.ROOT).replaceFirst("^pni:", "PNI:");
  }

  /** True if nothing shows a group and one other person wrote. */
  boolean assumedDirect(String conversation) {
    return !groups.contains(conversation)
        && speakers.getOrDefault(conversation, Set.of()).size() == 1;
  }

  /** A conversation by its number, under which one computer knows it. */
  ConversationRef conversation(String id, @Nullable String title, String part) {
    ConversationRef.Kind kind =
        groups.contains(id)
            ? ConversationRef.Kind.GROUP
            : assumedDirect(id) ? ConversationRef.Kind.DIRECT : ConversationRef.Kind.UNKNOWN;
    String key = id.isEmpty() ? scope + "/" + part : id;
    return new ConversationRef(SignalText.SIGNAL, kind, key, title);
  }

  /** The one other person of a direct conversation, if any wrote. */
  List<AccountRef> other(ConversationRef in) {
    if (in.kind() != ConversationRef.Kind.DIRECT) {
      return List.of();
    }
    AccountRef other =
        account(speakers.getOrDefault(in.key(), Set.of("")).iterator().next(), null, null);
    return other == null ? List.of() : List.of(other);
  }

  /**
   * Whoever wrote from the computer: the one account that messages sent from it name, else somebody
   * of whom nothing else is said.
   */
  AccountRef owner() {
    AccountRef found = null;
    for (String sender : senders) {
      AccountRef one = account(sender, null, null);
      if (one == null || found != null && !found.accountKey().equals(one.accountKey())) {
        return nobodyNamed();
      }
      found = one;
    }
    return found == null ? nobodyNamed() : found;
  }

  private AccountRef nobodyNamed() {
    return new AccountRef(SignalText.SIGNAL, KeyBasis.DISPLAY_NAME, scope + "/You", null, "You");
  }

  /** An account by its identifier or number; null if neither is said. */
  @Nullable AccountRef account(
      @Nullable String said, @Nullable String number, @Nullable String name) {
    String id = said == null ? "" : identifier(said.strip());
    String known = number != null && number.startsWith("+") ? number : numbers.getOrDefault(id, id);
    if (known.startsWith("+")) {
      return SignalPeople.numbered(known, name);
    }
    return id.isEmpty() ? null : AccountRef.ofId(SignalText.SIGNAL, id, null, name);
  }

  /** Somebody named by a number, or by the number of their conversation on that computer. */
  @Nullable AccountRef reactor(@Nullable String from) {
    if (from == null || from.isBlank()) {
      return null;
    }
    if (from.startsWith("+")) {
      return account(null, from, null);
    }
    if (assumedDirect(from)) {
      return account(speakers.getOrDefault(from, Set.of("")).iterator().next(), null, null);
    }
    return new AccountRef(SignalText.SIGNAL, KeyBasis.LABEL, "conversation " + from, null, null);
  }
}
