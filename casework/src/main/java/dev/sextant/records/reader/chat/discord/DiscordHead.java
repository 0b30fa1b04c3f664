package dev.sextant.records.reader.chat.discord;

import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What DiscordChatExporter says about a channel besides its messages.
 *
 * @param channel the conversation
 * @param guild the server it belongs to, or null for direct messages
 */
record DiscordHead(ConversationRef channel, @Nullable ConversationRef guild) {
  static ConversationRef.Kind kind(String type) {
    return switch (type) {
      case "DirectTextChat", "1" -> ConversationRef.Kind.DIRECT;
      case "DirectGroupTextChat", "3" -> ConversationRef.Kind.GROUP;
      case "GuildNews", "5" -> ConversationRef.Kind.CHANNEL;
      case "" -> ConversationRef.Kind.UNKNOWN;
      default -> ConversationRef.Kind.GROUP;
    };
  }

  /**
   * Makes a head.
   *
   * @param place what keys a channel without a number: the file
   */
  static DiscordHead of(@Nullable Json channel, @Nullable Json guild, String place) {
    Fields c = Fields.of(channel);
    Fields g = Fields.of(guild);
    String id = c.text("id");
    String name = c.text("name");
    String guildId = g.text("id");
    String guildName = g.text("name");
    boolean server = guildId != null && !guildId.equals("0");
    String type = c.textOrEmpty("type");
    String category = DiscordPeople.first(c, "category");
    ConversationRef.Kind kind = kind(type);
    StringBuilder title = new StringBuilder();
    for (String piece : new String[] {server ? guildName : null, server ? category : null, name}) {
      if (piece != null && !piece.isBlank()) {
        title.append(title.isEmpty() ? "" : " / ").append(piece);
      }
    }
    return new DiscordHead(
        new ConversationRef(
            DiscordPeople.DISCORD,
            kind,
            id == null || id.equals("0") ? place : id,
            title.isEmpty() ? null : title.toString()),
        server
            ? new ConversationRef(
                DiscordPeople.DISCORD, ConversationRef.Kind.GROUP, "guild-" + guildId, guildName)
            : null);
  }

  /**
   * The channel itself as a note of the platform: its topic, server, category and place.
   *
   * @param export what the file says of itself
   */
  List<Record> record(Json value, Locator at, @Nullable Json guild, Map<String, String> export) {
    Fields fields = Fields.of(value);
    String topic = fields.textOrEmpty("topic");
    fields.known("id");
    DiscordPeople.quiet(fields);
    Map<String, String> extra = new TreeMap<>(fields.rest());
    export.forEach((name, said) -> extra.put("export." + name, said));
    if (guild instanceof Json.Obj object) {
      new Fields(object).rest().forEach((name, said) -> extra.put("guild." + name, said));
    }
    // A thread's "category" is the channel it hangs from.
    if (fields.textOrEmpty("type").contains("Thread") && extra.containsKey("categoryId")) {
      extra.put("parent-channel", String.valueOf(extra.get("categoryId")));
    }
    return List.of(
        new Record.Message(
            new Header(DiscordPeople.DISCORD, at, ClaimedTime.none(), extra),
            channel,
            null,
            List.of(),
            null,
            topic,
            null,
            null,
            "channel",
            List.of(),
            List.of()));
  }
}
