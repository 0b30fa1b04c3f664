package dev.sextant.records.reader.chat.imessage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a message below its sender, taken apart.
 *
 * @param words what was written; of an edited message its newest version
 * @param files paths of attachments
 * @param tapbacks what was given and who gave it
 * @param extra everything else that the tool says of the message
 */
record ImessageBody(
    String words,
    List<String> files,
    List<Map.Entry<String, String>> tapbacks,
    Map<String, String> extra) {
  private static final String INDENT = "    ";
  private static final String DELETED = "This message was deleted from the conversation!";
  private static final String ANSWER = "This message responded to an earlier message.";

  private static final Pattern TAPBACK =
      Pattern.compile(
          "(.{1,400}?) by (.{1,200})|(Sticker) from ([^:]{1,200}?)(?:: .*| not found!)");

  private static final Pattern EFFECT =
      Pattern.compile(
          "Sent with (?:Confetti|Echo|Fireworks|Balloons|Heart|Lasers|Shooting Sta(?:r|rt)|Sparkles"
              + "|Spotlight|Slam|Loud|Gentle|Invisible Ink)");

  private static final Pattern FILE =
      Pattern.compile(
          "(?:attachments/.+|(?:~|/|[A-Za-z]:\\\\).*(?:Library/(?:Messages|SMS)/|[/\\\\]attachments[/\\\\]).+)");

  /** A stamp as the tool prints it, {@code %b %d, %Y %l:%M:%S %p}: the hour padded by a blank. */
  static final String STAMP =
      "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [0-3][0-9], [0-9]{4}"
          + " (?: [1-9]|1[0-2]):[0-5][0-9]:[0-5][0-9] [AP]M";

  private static final Pattern FIRST = Pattern.compile(STAMP + " (.*)");

  private static final Pattern EDITED = Pattern.compile("Edited .{1,100}? later: (.*)");

  static ImessageBody of(List<String> lines) {
    List<String> words = new ArrayList<>();
    List<String> files = new ArrayList<>();
    List<String> replies = new ArrayList<>();
    List<String> stickers = new ArrayList<>();
    List<Map.Entry<String, String>> tapbacks = new ArrayList<>();
    Map<String, String> extra = new TreeMap<>();
    boolean tapping = false;
    for (String line : lines) {
      boolean indented = line.startsWith(INDENT) && !line.isBlank();
      if (tapping && !line.isBlank() && !indented) {
        Matcher m = TAPBACK.matcher(line);
        if (m.matches()) {
          boolean by = m.group(1) != null;
          tapbacks.add(
              Map.entry(by ? m.group(1) : m.group(3), (by ? m.group(2) : m.group(4)).strip()));
          if (!by) {
            stickers.add(line);
          }
          continue;
        }
      }
      tapping = false;
      if (line.equals("Tapbacks:") || line.equals("Reactions:")) {
        tapping = true;
      } else if (line.equals(DELETED)) {
        extra.put("deleted", line);
      } else if (line.equals(ANSWER)) {
        extra.put("answers", line);
      } else if (EFFECT.matcher(line).matches()) {
        extra.put("effect", line);
      } else if (FILE.matcher(line).matches()) {
        files.add(line);
      } else if (!replies.isEmpty() && (line.isBlank() || indented)
          || indented && FIRST.matcher(line.strip() + " x").matches()) {
        replies.add(line);
      } else {
        words.add(line);
      }
    }
    if (!stickers.isEmpty()) {
      extra.put("stickers", String.join("\n", stickers));
    }
    if (!replies.isEmpty()) {
      extra.put("replies", String.join("\n", replies).stripIndent().strip());
    }
    return new ImessageBody(newest(words, extra), files, tapbacks, extra);
  }

  /* "stamp words", then "Edited some time later: words", the newest last. */
  private static String newest(List<String> lines, Map<String, String> extra) {
    String all = String.join("\n", lines).strip();
    Matcher first = FIRST.matcher(lines.isEmpty() ? "" : lines.getFirst());
    int last = -1;
    for (int i = 0; i < lines.size(); i++) {
      last = EDITED.matcher(lines.get(i)).matches() ? i : last;
    }
    if (!first.matches() || last < 0) {
      return all;
    }
    extra.put("versions", all);
    Matcher newest = EDITED.matcher(lines.get(last));
    List<String> kept = new ArrayList<>(lines.subList(last + 1, lines.size()));
    kept.addFirst(newest.matches() ? newest.group(1) : "");
    return String.join("\n", kept).strip();
  }
}
