package dev.sextant.linkage.together;

import dev.sextant.linkage.LinkageFault;
import dev.sextant.linkage.delimited.DelimitedRows;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who shared what, when: one row a share. Objects and contents have one numbering, so that a
 * content that is itself the object (the first post that others share) is told.
 */
public final class Shares {
  /** Seconds since 1970 stay below this until the year 5138; milliseconds passed it in 1973. */
  private static final long MILLISECONDS_FROM = 100_000_000_000L;

  /** Characters of a time to the second without a zone; with an offset it is longer. */
  private static final int LOCAL = "2026-11-22T14:00:00".length();

  private final Map<String, Integer> things = new HashMap<>();
  private final Map<String, Integer> accounts = new HashMap<>();
  private final List<String> accountNames = new ArrayList<>();
  private int[] object = new int[1024];
  private int[] account = new int[1024];
  private int[] content = new int[1024];
  private long[] millis = new long[1024];
  private int size;
  private int incomplete;

  /** No shares yet. */
  public Shares() {}

  /**
   * The names of the columns.
   *
   * @param object what is shared: a link, a hashtag, a picture's hash, a post that is reposted
   * @param account who shares it
   * @param content the post by which it is shared
   * @param time when: seconds or milliseconds since 1970, or ISO 8601 with a zone
   */
  public record Columns(String object, String account, String content, String time) {
    /** Names as CooRTweet has them. */
    public static Columns usual() {
      return new Columns("object_id", "account_id", "content_id", "timestamp_share");
    }
  }

  /**
   * Reads a comma-separated table. Rows without object, account or time are left out and counted.
   *
   * @throws LinkageFault {@code SX-LINK-COLUMN} if a column is not there, {@code SX-LINK-TIME} if a
   *     time cannot be read
   */
  public static Shares read(Path file, Columns columns) throws IOException {
    return read(file, columns, Optional.empty());
  }

  /**
   * Reads a comma-separated table.
   *
   * @param zone of times that name none; empty: such a time is a fault
   */
  public static Shares read(Path file, Columns columns, Optional<ZoneId> zone) throws IOException {
    Shares shares = new Shares();
    try (DelimitedRows rows = DelimitedRows.table(file)) {
      int object = rows.column(columns.object());
      int account = rows.column(columns.account());
      int content = rows.column(columns.content());
      int time = rows.column(columns.time());
      while (rows.next()) {
        String thing = rows.cell(object);
        String who = rows.cell(account);
        String when = rows.cell(time);
        if (absent(thing) || absent(who) || absent(when)) {
          shares.incomplete++;
        } else {
          shares.add(thing, who, rows.cell(content), time(when, zone, rows));
        }
      }
    }
    return shares;
  }

  /* NA is how R writes a cell without a value, and these tables come from R. */
  private static boolean absent(String cell) {
    return cell.isBlank() || cell.equals("NA");
  }

  static long time(String cell, Optional<ZoneId> zone, DelimitedRows rows) {
    try {
      int dot = cell.indexOf('.');
      if (Character.isDigit(cell.charAt(cell.length() - 1))
          && cell.indexOf('-', 1) < 0
          && cell.indexOf(':') < 0) {
        if (dot >= 0 || cell.indexOf('e') > 0 || cell.indexOf('E') > 0) { // R writes 1e+09.
          return Math.round(Double.parseDouble(cell) * 1000);
        }
        long number = Long.parseLong(cell);
        return Math.abs(number) >= MILLISECONDS_FROM ? number : Math.multiplyExact(number, 1000L);
      }
      return stated(cell.strip().replace(' ', 'T'), zone);
    } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
      throw new LinkageFault(
          "SX-LINK-TIME",
          "this is no time",
          rows.place(),
          cell,
          "give seconds or milliseconds since 1970, or ISO 8601 with its zone (2026-11-22T14:00:00Z), or --zone",
          e);
    }
  }

  /* With its own zone, or else in the one that was said; no zone is ever guessed. */
  private static long stated(String cell, Optional<ZoneId> zone) {
    if (zone.isPresent() && cell.length() <= LOCAL && !cell.endsWith("Z")) {
      return LocalDateTime.parse(cell).atZone(zone.get()).toInstant().toEpochMilli();
    }
    return OffsetDateTime.parse(cell).toInstant().toEpochMilli();
  }

  /** Adds a share at so many milliseconds since 1970. */
  public void add(String thing, String who, String post, long at) {
    if (size == object.length) {
      int room = size * 2;
      object = Arrays.copyOf(object, room);
      account = Arrays.copyOf(account, room);
      content = Arrays.copyOf(content, room);
      millis = Arrays.copyOf(millis, room);
    }
    object[size] = number(thing);
    content[size] = number(post);
    Integer known = accounts.putIfAbsent(who, accountNames.size());
    if (known == null) {
      accountNames.add(who);
    }
    account[size] = known == null ? accountNames.size() - 1 : known;
    millis[size++] = at;
  }

  private int number(String thing) {
    Integer known = things.putIfAbsent(thing, things.size());
    return known == null ? things.size() - 1 : known;
  }

  /** Shares. */
  public int size() {
    return size;
  }

  /** Rows that lacked an object, an account or a time. */
  public int incomplete() {
    return incomplete;
  }

  /** Objects and contents that have a number. */
  int things() {
    return things.size();
  }

  /** Accounts that have a number. */
  public int accounts() {
    return accountNames.size();
  }

  /** The name of an account. */
  public String accountName(int number) {
    return accountNames.get(number);
  }

  int object(int row) {
    return object[row];
  }

  int account(int row) {
    return account[row];
  }

  int content(int row) {
    return content[row];
  }

  long millis(int row) {
    return millis[row];
  }

  /** When a share was. */
  public Instant time(int row) {
    return Instant.ofEpochMilli(millis[row]);
  }
}
