package dev.sextant.records.reader.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A printed table of times and addresses. Its columns are parted by tabs, by runs of blanks or, in
 * the text of a PDF, by one blank; then the address is what tells where the time ends.
 */
final class PrintedTable {
  /**
   * A row.
   *
   * @param time as written
   * @param ip address and port
   * @param device the program, or null
   * @param action the source's word, or null
   * @param more what else stands in it, by column
   */
  record Row(
      String time,
      IpPort ip,
      @Nullable String device,
      @Nullable String action,
      Map<String, String> more) {}

  private static final Pattern HEAD =
      Pattern.compile("(?i)(?:timestamp|session start|time|date)\\b.*\\bip address\\b.*");

  private static final Pattern CELLS = Pattern.compile("\\t| {2,}");

  private static final Pattern NAMES =
      Pattern.compile(
          "(?i)timestamp|session start(?: \\([a-z0-9:+-]+\\))?|(?:activity )?(?:date|time)"
              + "(?: \\([a-z0-9:+-]+\\))?|ip address|activity type|android id|apple ios idfv"
              + "|raw user agents?|user agents?|event|country");

  private static final Pattern AGENT =
      Pattern.compile("(?:^|(?<= ))(?:Mozilla/|Dalvik/|App ?: |Android-Gmail)");

  private static final Pattern ANDROID = Pattern.compile("[0-9a-f]{15,16}");

  private static final Pattern IDFV =
      Pattern.compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

  private final List<String> columns;

  /** A table by the line of its columns' names. */
  PrintedTable(String head) {
    List<String> names = new ArrayList<>(List.of(CELLS.split(head)));
    if (names.size() < 2) {
      names.clear();
      Matcher m = NAMES.matcher(head);
      while (m.find()) {
        names.add(m.group());
      }
    }
    this.columns = List.copyOf(names);
  }

  /** True if a line names the columns of such a table. */
  static boolean begins(String line) {
    return HEAD.matcher(line).matches();
  }

  /** The name of the column of times, which may state their zone. */
  String first() {
    return columns.getFirst();
  }

  /** The row in a line, or null if no address stands where one must. */
  @Nullable Row row(String line) {
    String[] cells = CELLS.split(line);
    IpPort ip = cells.length < 2 ? null : IpPort.of(cells[1].strip());
    if (ip != null) {
      return byCells(cells, ip);
    }
    String[] words = line.split("[ \\t]+");
    for (int i = 1; i < words.length; i++) {
      IpPort found = IpPort.of(words[i]);
      if (found != null) {
        String time = String.join(" ", List.of(words).subList(0, i));
        return byWords(time, found, List.of(words).subList(i + 1, words.length));
      }
    }
    return null;
  }

  private @Nullable String session() {
    return first().toLowerCase(Locale.ROOT).startsWith("session") ? "session" : null;
  }

  private Row byCells(String[] cells, IpPort ip) {
    Map<String, String> more = new TreeMap<>();
    String action = session();
    String device = null;
    for (int i = 2; i < cells.length; i++) {
      String name = i < columns.size() ? columns.get(i).strip() : "column " + (i + 1);
      String cell = cells[i].strip();
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.contains("activity") && !cell.isEmpty()) {
        action = cell;
      } else if (AGENT.matcher(cell).lookingAt() || (lower.contains("agent") && !cell.isEmpty())) {
        device = cell; // Empty cells before it are lost where blanks part the columns.
      } else if (!cell.isEmpty()) {
        more.put(looked(cell, name), cell);
      }
    }
    return new Row(cells[0].strip(), ip, device, action, more);
  }

  /* One blank parts the columns: what is a program or a device's number is known by its look. */
  private Row byWords(String time, IpPort ip, List<String> words) {
    Map<String, String> more = new TreeMap<>();
    String action = session();
    int at = 0;
    boolean active =
        columns.stream().anyMatch(c -> c.toLowerCase(Locale.ROOT).contains("activity"));
    if (active && !words.isEmpty()) {
      action = words.getFirst();
      at = 1;
    }
    String rest = String.join(" ", words.subList(at, words.size()));
    Matcher agent = AGENT.matcher(rest);
    String device = agent.find() ? rest.substring(agent.start()) : null;
    String between = device == null ? rest : rest.substring(0, agent.start());
    StringBuilder others = new StringBuilder();
    for (String word : between.isBlank() ? new String[0] : between.strip().split(" ")) {
      String name = looked(word, "");
      if (name.isEmpty() || more.putIfAbsent(name, word) != null) {
        others.append(others.isEmpty() ? "" : " ").append(word);
      }
    }
    if (!others.isEmpty()) {
      more.put("other columns", others.toString());
    }
    return new Row(time, ip, device, action, more);
  }

  private static String looked(String cell, String name) {
    return ANDROID.matcher(cell).matches()
        ? "Android ID"
        : IDFV.matcher(cell).matches() ? "Apple iOS IDFV" : name;
  }
}
