package dev.sextant.training;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A conversation of the fiction.
 *
 * @param key short name in the sheets
 * @param export which kind of file it is written to
 * @param kind the platform's word for it
 * @param number the platform's number for it, or empty
 * @param title shown
 * @param topic what people chat about in it
 * @param messages how many there are in all
 * @param members who writes in it
 * @param cells who answers whom
 */
record Talk(
    String key,
    String export,
    String kind,
    String number,
    String title,
    String topic,
    int messages,
    List<Member> members,
    List<Cell> cells) {
  private static final Pattern MEMBER =
      Pattern.compile("(\\w+)\\*(\\d+)(?:@([\\d-]+))?(?:<([\\d-]+))?");

  /** When the fiction begins and ends: before and after the time that the authority covers too. */
  static final Instant BEGIN = Instant.parse("2025-06-10T00:00:00Z");

  static final Instant END = Instant.parse("2026-02-24T00:00:00Z");

  /**
   * Somebody in a conversation.
   *
   * @param account who
   * @param weight how much they write, against the others
   * @param since from when they are there
   * @param until when they leave
   */
  record Member(Cast.Account account, int weight, Instant since, Instant until) {
    boolean there(Instant at) {
      return !at.isBefore(since) && at.isBefore(until);
    }
  }

  /**
   * People who answer each other.
   *
   * @param accounts ids
   * @param everyone true for those who answer, and are answered by, everybody
   */
  record Cell(List<String> accounts, boolean everyone) {}

  static List<Talk> load(Cast cast) throws IOException {
    List<Talk> talks = new ArrayList<>();
    for (String[] row : Sheet.rows("conversations.tsv", 9)) {
      List<Member> members = new ArrayList<>();
      for (String one : row[7].split(" ", -1)) {
        members.add(member(cast, one));
      }
      List<Cell> cells = new ArrayList<>();
      for (String cell : row[8].isEmpty() ? new String[0] : row[8].split(";", -1)) {
        boolean all = cell.startsWith("!");
        cells.add(new Cell(List.of((all ? cell.substring(1) : cell).split(",", -1)), all));
      }
      talks.add(
          new Talk(
              row[0],
              row[1],
              row[2],
              row[3],
              row[4],
              row[5],
              Integer.parseInt(row[6]),
              List.copyOf(members),
              List.copyOf(cells)));
    }
    return talks;
  }

  private static Member member(Cast cast, String text) throws IOException {
    Matcher m = MEMBER.matcher(text);
    if (!m.matches()) {
      throw new IOException("the program's own sheet of conversations is broken at " + text);
    }
    return new Member(
        cast.account(m.group(1)),
        Integer.parseInt(m.group(2)),
        m.group(3) == null ? BEGIN : midnight(m.group(3)),
        m.group(4) == null ? END : midnight(m.group(4)));
  }

  private static Instant midnight(String date) {
    return LocalDate.parse(date).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /** True if the first would answer the second. */
  boolean answers(Cast.Account one, Cast.Account other) {
    if (cells.isEmpty()) {
      return true;
    }
    for (Cell cell : cells) {
      boolean first = cell.accounts().contains(one.id());
      boolean second = cell.accounts().contains(other.id());
      if ((first && second) || (cell.everyone() && (first || second))) {
        return true;
      }
    }
    return false;
  }
}
