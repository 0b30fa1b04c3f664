package dev.sextant.records.reader.telegram;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.terms.Platform;
import org.jspecify.annotations.Nullable;

/**
 * What an export says about a chat besides its messages.
 *
 * @param ref the conversation
 * @param owner whose export it is, if the file says
 * @param peer the other party of a direct chat, if known
 */
record ChatHead(ConversationRef ref, @Nullable AccountRef owner, @Nullable AccountRef peer) {
  static ConversationRef.Kind kind(String type) {
    return switch (type) {
      case "personal_chat", "bot_chat", "saved_messages", "replies", "verify_codes" ->
          ConversationRef.Kind.DIRECT;
      case "private_group", "private_supergroup", "public_supergroup" -> ConversationRef.Kind.GROUP;
      case "private_channel", "public_channel" -> ConversationRef.Kind.CHANNEL;
      default -> ConversationRef.Kind.UNKNOWN;
    };
  }

  /**
   * Makes a head.
   *
   * @param exhibit first characters of the exhibit's digest; keys that mean something in one file
   *     only carry it, so that they never join across files
   * @param place the chat's place in the file
   */
  static ChatHead of(
      String type,
      @Nullable String id,
      @Nullable String name,
      @Nullable AccountRef owner,
      @Nullable AccountRef otherAuthor,
      String exhibit,
      String place) {
    ConversationRef.Kind kind = kind(type);
    AccountRef peer =
        kind == ConversationRef.Kind.DIRECT && id != null
            ? AccountRef.ofId(Platform.TELEGRAM, id, null, name)
            : null;
    AccountRef mine = owner != null || kind != ConversationRef.Kind.DIRECT ? owner : otherAuthor;
    String key = key(type, kind, id, mine, exhibit, place);
    return new ChatHead(new ConversationRef(Platform.TELEGRAM, kind, key, name), mine, peer);
  }

  private static String key(
      String type,
      ConversationRef.Kind kind,
      @Nullable String id,
      @Nullable AccountRef owner,
      String exhibit,
      String place) {
    if (id == null) {
      return exhibit + place;
    }
    return switch (kind) {
      case DIRECT -> {
        if (owner == null || owner.basis() != AccountRef.KeyBasis.PLATFORM_ID) {
          yield exhibit + "/user" + id; // Whose chat with this account it is, nobody knows.
        }
        String mine = owner.key();
        yield mine.compareTo(id) <= 0 ? mine + "-" + id : id + "-" + mine;
      }
      case GROUP, CHANNEL -> (type.equals("private_group") ? "chat" : "channel") + id;
      case EVENT, UNKNOWN -> exhibit + "/" + id;
    };
  }
}
