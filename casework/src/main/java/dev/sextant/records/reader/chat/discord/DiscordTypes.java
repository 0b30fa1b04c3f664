package dev.sextant.records.reader.chat.discord;

/** The kinds of message, by the exporter's words and by Discord's numbers. */
final class DiscordTypes {
  private DiscordTypes() {}

  /** The exporter's word for a number; a word stands for itself. */
  static String word(String type) {
    return switch (type) {
      case "", "0" -> "Default";
      case "1" -> "RecipientAdd";
      case "2" -> "RecipientRemove";
      case "3" -> "Call";
      case "4" -> "ChannelNameChange";
      case "5" -> "ChannelIconChange";
      case "6" -> "ChannelPinnedMessage";
      case "7" -> "GuildMemberJoin";
      case "8" -> "GuildBoost";
      case "18" -> "ThreadCreated";
      case "19" -> "Reply";
      case "20" -> "ChatInputCommand";
      case "21" -> "ThreadStarterMessage";
      case "23" -> "ContextMenuCommand";
      case "24" -> "AutoModerationAction";
      default -> type;
    };
  }

  /** True if somebody said the words; else the platform notes something. */
  static boolean spoken(String type) {
    return switch (type) {
      case "Default", "Reply", "ChatInputCommand", "ContextMenuCommand", "ThreadStarterMessage" ->
          true;
      default -> false;
    };
  }
}
