package dev.sextant.records.reader.returns.x;

import dev.sextant.records.reader.Gathered;
import dev.sextant.records.reader.TextLines;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The older line files: lines {@code name: value} in blocks, below banners such as {@code ****
 * conversationId: 1-2}. A block ends at an empty line, a banner, or where a name comes again.
 */
final class Banners {
  private static final Pattern FIELD =
      Pattern.compile("^\\s{0,40}\"?([A-Za-z][A-Za-z_]{1,40})\"?\\s{0,10}[:=](?: |$|\")(.*)$");

  private static final Pattern BANNER =
      Pattern.compile(
          "^\\*{4,}\\s*\"?([A-Za-z]{2,40})\"?\\s*:\\s*\"?([^\"*]{0,200}?)\"?\\s*\\**\\s*$");

  /** Names that end a text of several lines; other words before a colon are part of it. */
  private static final Set<String> KNOWN =
      Set.of(
          "accountId",
          "email",
          "createdVia",
          "username",
          "accountDisplayName",
          "createdAt",
          "userCreationIp",
          "timeStamp",
          "action",
          "token",
          "lastSeenAt",
          "clientApplicationId",
          "clientApplicationName",
          "userLink",
          "loginIp",
          "tweetId",
          "fullText",
          "expandedUrl",
          "conversationId",
          "id",
          "id_str",
          "senderId",
          "recipientId",
          "text",
          "mediaUrls",
          "reactions",
          "full_text",
          "created_at",
          "retweeted",
          "ageInfo",
          "birthDate",
          "age",
          "phoneNumber",
          "urls",
          "messageCreate",
          "lang",
          "source",
          "in_reply_to_status_id",
          "in_reply_to_user_id",
          "in_reply_to_screen_name",
          "retweet_count",
          "favorite_count",
          "loginPortNumber",
          "joinedAt",
          "userIds",
          "initiatingUserId");

  private static final Set<String> LONG = Set.of("text", "fullText", "full_text");

  /**
   * One block.
   *
   * @param banner names and values of the banners above it
   * @param fields in order
   */
  record Block(Map<String, String> banner, Map<String, String> fields, long from, long to) {}

  private final TextLines lines;
  private final Map<String, String> banner = new LinkedHashMap<>();
  private TextLines.@Nullable Line back;
  private boolean bannerBlock;

  Banners(TextLines lines) {
    this.lines = lines;
  }

  /** True if a text begins as such a file does. */
  static boolean looks(String head) {
    long fields = 0;
    boolean banners = false;
    int count = 0;
    for (String line : (Iterable<String>) head.lines().limit(60)::iterator) {
      Matcher m = FIELD.matcher(line);
      fields += m.matches() && KNOWN.contains(m.group(1)) ? 1 : 0;
      banners |= BANNER.matcher(line).matches();
      count += line.isBlank() ? 0 : 1;
    }
    return banners || (fields >= 1 && fields * 2 >= count);
  }

  /** The next block with fields, or null at the end. */
  @Nullable Block next() throws IOException {
    Gathered fields = new Gathered();
    long from = -1;
    long to = 0;
    String last = "";
    while (true) {
      TextLines.Line line = back == null ? lines.line() : back;
      back = null;
      if (line == null) {
        return fields.none() ? null : new Block(Map.copyOf(banner), fields.values(), from, to);
      }
      String text = line.text();
      boolean stars = text.strip().startsWith("****");
      Matcher field = FIELD.matcher(text);
      boolean named =
          !stars && field.matches() && (KNOWN.contains(field.group(1)) || !LONG.contains(last));
      boolean again = named && fields.has(field.group(1));
      boolean gap = text.isBlank() && !LONG.contains(last);
      if (!fields.none() && (stars || again || gap)) {
        back = gap ? null : line;
        return new Block(Map.copyOf(banner), fields.values(), from, to);
      }
      if (stars) {
        banner(text);
      } else if (named) {
        bannerBlock = false;
        last = field.group(1);
        fields.add(last, plain(field.group(2)));
        from = from < 0 ? line.from() : from;
        to = line.to();
      } else if (!last.isEmpty() && !text.isBlank()) {
        fields.add(last, text);
        to = line.to();
      } else if (!text.isBlank() && !bracket(text)) {
        fields.add("line", text.strip());
        return new Block(Map.copyOf(banner), fields.values(), line.from(), line.to());
      }
    }
  }

  private static boolean bracket(String text) {
    return text.strip().matches("[\\[\\]{},\\s]{1,20}");
  }

  /* Banners that follow one another belong together; the first after fields begins anew. */
  private void banner(String text) {
    Matcher m = BANNER.matcher(text.strip());
    if (m.matches()) {
      if (!bannerBlock) {
        banner.clear();
        bannerBlock = true;
      }
      banner.put(m.group(1), m.group(2).strip());
    }
  }

  private static String plain(String said) {
    String text = said.strip();
    text =
        text.endsWith(",") && text.startsWith("\"") ? text.substring(0, text.length() - 1) : text;
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    boolean opened = !quoted && text.endsWith("\"") && text.indexOf('"') == text.length() - 1;
    return quoted
        ? text.substring(1, text.length() - 1)
        : opened ? text.substring(0, text.length() - 1) : text;
  }
}
