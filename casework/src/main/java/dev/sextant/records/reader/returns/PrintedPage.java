package dev.sextant.records.reader.returns;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Sink;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a printed return: labels with values in front become the profile, each row of a
 * table and each group of address and time a log-in; what is neither is told as unknown.
 */
final class PrintedPage {
  /**
   * A line.
   *
   * @param text without blanks at its ends
   * @param at where it stands
   */
  record Line(String text, Locator at) {}

  private static final Pattern PAGE =
      Pattern.compile(
          "(?:(?:Meta Platforms|WhatsApp) Business Record )?Page [0-9]+(?: of [0-9]+)?");

  private static final Pattern HEADING =
      Pattern.compile(
          "\\p{Lu}[\\p{Lu} &/-]{3,60}|Events IP Data|Ip Addresses(?: Definition)?|[\\p{L} ]{2,60}"
              + " Definition|IP Addresses: IP addresses .*");

  private static final Pattern TABLE =
      Pattern.compile("(?i)(?:timestamp|session start|time|date)\\b.*\\bip address\\b.*");

  private static final Pattern CELLS = Pattern.compile("\\t| {2,}");

  private static final Pattern FACT = Pattern.compile("(\\p{L}[^:\\t]{0,70}):(?:\\s+(.*))?");

  /** Labels of Meta's and WhatsApp's records, whose values stand below or beside them. */
  private static final Pattern STACKED =
      Pattern.compile(
          "(Service|Internal Ticket Number|Target|Account Identifier|Account Type|Generated|Date"
              + " Range|Time|IP Address|Registration Date|Registration Ip|Vanity Name|Account End"
              + " Date)(?:\\s+(\\S.*))?");

  private static final Pattern AGENT =
      Pattern.compile("^(?:Mozilla/|Dalvik/|App ?: |Android-Gmail)");

  private static final Set<String> GROUPED =
      Set.of("date", "time", "ip", "ip address", "event", "country");

  private final Paper paper;
  private final Optional<ZoneId> zone;
  private final Sink sink;
  private final Map<String, String> facts = new LinkedHashMap<>();
  private final Map<String, String> group = new LinkedHashMap<>();
  private List<String> columns = List.of();
  private @Nullable Locator factsAt;
  private @Nullable Locator groupAt;
  private Platform platform;
  private AccountRef owner;
  private PrintedTimes times = PrintedTimes.of(List.of());
  private String last = "";

  PrintedPage(Paper paper, Optional<ZoneId> zone, Sink sink) {
    this.paper = paper;
    this.zone = zone;
    this.sink = sink;
    this.platform = paper.platform("");
    this.owner = Names.unnamed(platform);
  }

  void read(List<Line> lines) {
    StringBuilder whole = new StringBuilder();
    lines.forEach(l -> whole.append(l.text()).append('\n'));
    platform = paper.platform(whole.toString());
    owner = PrintedOwner.of(platform, first(lines));
    times = PrintedTimes.of(lines.stream().map(Line::text).toList());
    times.note(sink);
    for (int i = 0; i < lines.size(); i++) {
      i += take(lines, i);
    }
    closeGroup();
    closeFacts();
  }

  /* The first value of every label, before anything is told: whose return it is. */
  private Map<String, String> first(List<Line> lines) {
    Map<String, String> said = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      Fact fact = fact(lines, i);
      if (fact != null) {
        said.putIfAbsent(fact.label().toLowerCase(Locale.ROOT), fact.value());
      }
    }
    return said;
  }

  /** A label with its value and how many lines below belong to it. */
  private record Fact(String label, String value, int below) {}

  private @Nullable Fact fact(List<Line> lines, int i) {
    String text = lines.get(i).text();
    Matcher m = (paper.stacked() ? STACKED : FACT).matcher(text);
    if (!m.matches()) {
      return null;
    }
    String value = m.group(2);
    if (value != null || !paper.stacked()) {
      return new Fact(m.group(1).strip(), value == null ? "" : value.strip(), 0);
    }
    for (int j = i + 1; j < lines.size(); j++) {
      String below = lines.get(j).text();
      if (!below.isEmpty() && !PAGE.matcher(below).matches()) {
        return STACKED.matcher(below).matches() ? null : new Fact(m.group(1), below, j - i);
      }
    }
    return null;
  }

  /* Tells one line, or a label with the lines of its value; how many more lines it took. */
  private int take(List<Line> lines, int i) {
    Line line = lines.get(i);
    String text = line.text();
    if (text.isEmpty()) {
      return 0;
    }
    if (PAGE.matcher(text).matches()) {
      sink.ignored(line.at(), "break of a page");
      return 0;
    }
    if (TABLE.matcher(text).matches()) {
      closeGroup();
      closeFacts();
      columns = List.of(CELLS.split(text));
      sink.ignored(line.at(), "head of a table");
      return 0;
    }
    if (!columns.isEmpty() && row(line)) {
      return 0;
    }
    Fact fact = HEADING.matcher(text).matches() ? null : fact(lines, i);
    if (fact != null) {
      columns = List.of();
      put(fact, span(line.at(), lines.get(i + fact.below()).at()));
      return fact.below();
    }
    if (HEADING.matcher(text).matches()) {
      closeGroup();
      columns = List.of();
      last = "";
      sink.ignored(line.at(), "heading");
    } else if (!last.isEmpty() && facts.containsKey(last)) {
      facts.merge(last, text, (a, b) -> a.isEmpty() ? b : a + "\n" + b);
      factsAt = span(factsAt, line.at());
    } else {
      sink.item();
      sink.unknown(line.at(), "line of a section that is not known");
    }
    return 0;
  }

  private static Locator span(@Nullable Locator from, Locator to) {
    return from == null
        ? to
        : new Locator(from.exhibit(), from.part(), from.from(), to.to(), from.pointer());
  }

  private void put(Fact fact, Locator at) {
    String name = fact.label().toLowerCase(Locale.ROOT);
    if (GROUPED.contains(name) && (paper.stacked() || paper == Paper.TIKTOK)) {
      boolean full = group.containsKey(name);
      if (full) {
        closeGroup();
      } else if (group.isEmpty()) {
        closeFacts();
      }
      group.put(name, fact.value());
      groupAt = span(groupAt, at);
      if (paper.stacked() && group.size() == 2) {
        closeGroup();
      }
      last = "";
    } else {
      closeGroup();
      facts.merge(fact.label(), fact.value(), (a, b) -> a.isEmpty() ? b : a + "\n" + b);
      factsAt = span(factsAt, at);
      last = paper.stacked() ? "" : fact.label();
    }
  }

  /* A row of a table of times and addresses. */
  private boolean row(Line line) {
    String[] cells = CELLS.split(line.text());
    IpPort ip = cells.length < 2 ? null : IpPort.of(cells[1].strip());
    ClaimedTime time = times.of(cells[0].strip(), columns.getFirst(), zone);
    if (ip == null || time.instant() == null) {
      return false;
    }
    Map<String, String> extra = new TreeMap<>();
    String action =
        columns.getFirst().toLowerCase(Locale.ROOT).startsWith("session") ? "session" : "";
    String device = null;
    for (int i = 2; i < cells.length; i++) {
      String name = i < columns.size() ? columns.get(i).strip() : "column " + (i + 1);
      String cell = cells[i].strip();
      if (name.toLowerCase(Locale.ROOT).contains("activity") && !cell.isEmpty()) {
        action = cell;
      } else if (AGENT.matcher(cell).find()
          || (name.toLowerCase(Locale.ROOT).contains("agent") && !cell.isEmpty())) {
        device = cell; // Empty cells before it are lost where blanks part the columns.
      } else if (!cell.isEmpty()) {
        extra.put(name, cell);
      }
    }
    sink.item();
    sink.records(
        List.of(
            new Record.Login(
                new Header(platform, line.at(), time, extra),
                owner,
                ip.address(),
                ip.port(),
                device,
                action.isEmpty() ? null : action)));
    return true;
  }

  private void closeGroup() {
    Locator at = groupAt;
    if (at == null) {
      return;
    }
    Map<String, String> extra = new TreeMap<>(group);
    String said = extra.remove(group.containsKey("ip") ? "ip" : "ip address");
    String stamp = extra.remove(group.containsKey("date") ? "date" : "time");
    String action = extra.remove("event");
    IpPort ip = IpPort.of(said);
    if (said != null && ip == null) {
      extra.put("address", said);
    }
    ClaimedTime time = stamp == null ? ClaimedTime.none() : times.of(stamp, "", zone);
    sink.item();
    sink.records(
        List.of(
            new Record.Login(
                new Header(platform, at, time, extra),
                owner,
                ip == null ? null : ip.address(),
                ip == null ? -1 : ip.port(),
                null,
                action)));
    group.clear();
    groupAt = null;
  }

  private void closeFacts() {
    Locator at = factsAt;
    if (at == null) {
      return;
    }
    Said said = new Said(platform).handle(owner.handle());
    if (owner.basis() == AccountRef.KeyBasis.PHONE) {
      said.phone("Account Identifier", owner.key(), false);
    }
    List<Record> records = new ArrayList<>();
    ClaimedTime created = ClaimedTime.none();
    for (Map.Entry<String, String> one : facts.entrySet()) {
      String name = one.getKey().toLowerCase(Locale.ROOT);
      if (name.contains("mail") && !name.contains("verified")) {
        said.mail(one.getKey(), one.getValue(), false);
      } else if (name.contains("phone") || name.contains("sms")) {
        said.phone(one.getKey(), one.getValue(), false);
      } else {
        said.attribute(one.getKey(), one.getValue());
      }
      boolean begun = name.contains("registration") || name.contains("created");
      if (begun && created.instant() == null) {
        ClaimedTime time = times.of(one.getValue(), one.getKey(), zone);
        created = time.instant() == null ? created : time;
      }
      IpPort ip = name.matches("(?:.* )?ip") ? IpPort.of(one.getValue()) : null;
      if (ip != null) {
        String stem = one.getKey().replaceFirst("(?i) ?ip$", "").strip();
        Header header = new Header(platform, at, stemTime(stem), Map.of());
        records.add(new Record.Login(header, owner, ip.address(), ip.port(), null, stem));
      }
    }
    records.addFirst(
        new Record.Profile(
            new Header(platform, at, created, Map.of()),
            owner,
            said.selectors(),
            said.attributes()));
    sink.item();
    sink.records(records);
    facts.clear();
    factsAt = null;
    last = "";
  }

  /* The time beside an address: "Last Seen Time (UTC)" beside "Last Seen IP". */
  private ClaimedTime stemTime(String stem) {
    for (Map.Entry<String, String> one : facts.entrySet()) {
      if (!stem.isEmpty()
          && one.getKey().startsWith(stem + " ")
          && one.getKey().matches("(?i).*\\b(?:time|date)\\b.*")) {
        return times.of(one.getValue(), one.getKey(), zone);
      }
    }
    return ClaimedTime.none();
  }
}
