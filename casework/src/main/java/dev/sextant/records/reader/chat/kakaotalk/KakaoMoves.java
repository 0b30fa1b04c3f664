package dev.sextant.records.reader.chat.kakaotalk;

import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Membership.Action;
import dev.sextant.records.reader.chat.NamedChat;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who came and went, as KakaoTalk words it in Korean and English. */
final class KakaoMoves {
  private static final Pattern INVITED =
      Pattern.compile(
          "^(.{1,100}?)님이 (.{1,300}?)님을 초대(?:했|하였)습니다\\.?$|^(.{1,100}?) invited (.{1,300}?) ?\\.?$");

  private static final Pattern MOVED =
      Pattern.compile(
          "^(.{1,100}?)님이 (들어왔습니다|나갔습니다)(?:\\.(?:\\S.{0,200})?)?$|^(.{1,100}?)님을 내보냈습니다(?:\\.(?:\\S.{0,200})?)?$"
              + "|^(.{1,100}?) (left|joined)(?: this| the)? ?(?:chat ?room|chat)?\\.?$");

  private KakaoMoves() {}

  /** True if a note tells of somebody who came or went: there is a group then. */
  static boolean any(String words) {
    String text = words.strip();
    return INVITED.matcher(text).matches() || MOVED.matcher(text).matches();
  }

  /**
   * True if a row of somebody's tells that they came or went: a note names the one whose row it is,
   * where the same words about others are a message.
   */
  static boolean tells(String user, String words) {
    String text = words.strip();
    Matcher m = INVITED.matcher(text);
    Matcher moved = MOVED.matcher(text);
    String named = null;
    if (m.matches()) {
      named = m.group(1) == null ? m.group(3) : m.group(1);
    } else if (moved.matches()) {
      named =
          moved.group(1) != null
              ? moved.group(1)
              : moved.group(3) == null ? moved.group(4) : moved.group(3);
    }
    return user.strip().equals(named);
  }

  /** The records that follow from a note. */
  static List<Record> of(String words, Header header, NamedChat chat) {
    String text = words.strip();
    Matcher m = INVITED.matcher(text);
    if (m.matches()) {
      boolean korean = m.group(1) != null;
      String by = korean ? m.group(1) : m.group(3);
      String[] whom = korean ? m.group(2).split("님(?:과|,) ?") : m.group(4).split(", | and ");
      List<Record> all = new ArrayList<>();
      for (String one : whom) {
        if (!one.isBlank()) {
          all.add(move(header, chat, one.replaceFirst("님$", ""), Action.ADDED, by));
        }
      }
      return all;
    }
    m = MOVED.matcher(text);
    if (!m.matches()) {
      return List.of();
    }
    if (m.group(3) != null) {
      return List.of(move(header, chat, m.group(3), Action.REMOVED, null));
    }
    boolean korean = m.group(1) != null;
    boolean left = korean ? m.group(2).equals("나갔습니다") : m.group(5).equals("left");
    return List.of(
        move(
            header,
            chat,
            korean ? m.group(1) : m.group(4),
            left ? Action.LEFT : Action.JOINED,
            null));
  }

  private static Record move(
      Header header, NamedChat chat, String who, Action action, @Nullable String by) {
    return new Record.Membership(
        header, chat.account(who), chat.ref(), action, by == null ? null : chat.account(by));
  }
}
