package dev.sextant.records;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A Telegram Desktop export ({@code result.json}) of made-up people, written for tests. User 100
 * owns it; each chat is with one other.
 */
public final class TelegramSample {
  private final List<String> chats = new ArrayList<>();

  /**
   * One message.
   *
   * @param from number of the user who sent it
   * @param at when
   * @param text its words
   */
  public record Said(long from, Instant at, String text) {}

  /** Adds a chat with a user. */
  public TelegramSample chat(long with, Said... said) {
    List<String> messages = new ArrayList<>();
    int id = 0;
    for (Said one : said) {
      id++;
      messages.add(
          "{\"id\": %d, \"type\": \"message\", \"date_unixtime\": \"%d\", \"from\": \"User %d\", \"from_id\": \"user%d\", \"text\": %s}"
              .formatted(
                  id, one.at().getEpochSecond(), one.from(), one.from(), quoted(one.text())));
    }
    chats.add(
        "{\"name\": \"User %d\", \"type\": \"personal_chat\", \"id\": %d, \"messages\": [\n   %s\n  ]}"
            .formatted(with, with, String.join(",\n   ", messages)));
    return this;
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  /** The file's bytes. */
  public byte[] bytes() {
    return ("{\n \"about\": \"Here is the data you requested.\",\n"
            + " \"personal_information\": {\"user_id\": 100, \"first_name\": \"Anna\", \"last_name\": \"\","
            + " \"phone_number\": \"+44 7700 900100\", \"username\": \"@sxt_anna\", \"bio\": \"\"},\n"
            + " \"chats\": {\"about\": \"...\", \"list\": [\n  "
            + String.join(",\n  ", chats)
            + "\n ]}\n}\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
