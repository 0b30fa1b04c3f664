package dev.sextant.records.reader.whatsapp;

import dev.sextant.records.Record.Membership.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * WhatsApp's own notes in a chat. Their words are localised: in English, who came and went is read
 * from them; in other languages the note is kept as it stands.
 */
final class Notes {
  private static final Pattern GROUP =
      Pattern.compile(
          "(?is).*\\b(created (this )?group|added|left|joined using|were added|was added|removed|"
              + "changed (the|this) (subject|group)|group description|criou o grupo|adicionou|saiu|"
              + "creó el grupo|añadió|salió|hat die Gruppe|hinzugefügt|verlassen)\\b.*");

  private static final Pattern MEDIA_LIKE =
      Pattern.compile(
          "(?is)^[\u200e\u200f]?(<.*>|.* (omitted|attached\\)?|weggelassen|omitido|omitida|ocultado).*)$");

  private static final Pattern CREATED = Pattern.compile("^(.+?) created (?:this )?group\\b.*");
  private static final Pattern JOINED = Pattern.compile("^(.+?) joined using .*");
  private static final Pattern ADDED = Pattern.compile("^(.+?) added (.+?)\\.?$");
  private static final Pattern WAS_ADDED = Pattern.compile("^(.+?) was added\\.?$");
  private static final Pattern REMOVED = Pattern.compile("^(.+?) removed (.+?)\\.?$");
  private static final Pattern LEFT = Pattern.compile("^(.+?) left\\.?$");

  private Notes() {}

  /**
   * Who came or went.
   *
   * @param who the member's name
   * @param action how
   * @param by who did it, if another
   */
  record Move(String who, Action action, @Nullable String by) {}

  /** True if only a group can have this note. */
  static boolean aboutGroup(String note) {
    return GROUP.matcher(note).matches();
  }

  /** On iOS a note has an author's place too; its words begin with a left-to-right mark. */
  static boolean iosNote(String words) {
    return words.startsWith("\u200e") && !MEDIA_LIKE.matcher(words).matches();
  }

  /** Who came and went by an English note. "You" is nobody's name and is left out. */
  static List<Move> moves(String marked) {
    String note = Stamp.withoutMarks(marked).strip();
    List<Move> moves = new ArrayList<>();
    Matcher m = CREATED.matcher(note);
    if (m.matches()) {
      add(moves, m.group(1), Action.JOINED, null);
      return moves;
    }
    m = JOINED.matcher(note);
    if (m.matches()) {
      add(moves, m.group(1), Action.JOINED, null);
      return moves;
    }
    m = WAS_ADDED.matcher(note);
    if (m.matches()) {
      add(moves, m.group(1), Action.ADDED, null);
      return moves;
    }
    m = ADDED.matcher(note);
    if (m.matches()) {
      several(moves, m.group(2), Action.ADDED, m.group(1));
      return moves;
    }
    m = REMOVED.matcher(note);
    if (m.matches()) {
      several(moves, m.group(2), Action.REMOVED, m.group(1));
      return moves;
    }
    m = LEFT.matcher(note);
    if (m.matches()) {
      add(moves, m.group(1), Action.LEFT, null);
    }
    return moves;
  }

  private static void several(List<Move> moves, String names, Action action, String by) {
    for (String name : names.split(", | and ")) {
      add(moves, name, action, by);
    }
  }

  private static void add(List<Move> moves, String who, Action action, @Nullable String by) {
    String name = who.strip();
    boolean nobody = name.isEmpty() || name.equalsIgnoreCase("you");
    String actor = by == null || by.strip().equalsIgnoreCase("you") ? null : by.strip();
    if (!nobody) {
      moves.add(new Move(name, action, actor));
    }
  }
}
