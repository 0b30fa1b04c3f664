package dev.sextant.records.reader.returns;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Gathered;
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

  private static final Pattern HEADING =
      Pattern.compile(
          "\\p{Lu}[\\p{Lu} &/-]{3,60}|Events IP Data|Ip Addresses(?: Definition)?|[\\p{L} ]{2,60}"
              + " Definition|IP Addresses: IP addresses .*");

  private static final Pattern NONE = Pattern.compile("No responsive records.*");

  /** A value whose last word wants another, as "Bosnia and" does. */
  private static final Pattern OPEN =
      Pattern.compile("(?s).*(?:\\b(?:and|of|the|y|e|et|und)|[,(&-])");

  private static final Set<String> GROUPED =
      Set.of("date", "time", "ip", "ip address", "event", "country");

  /** No country, event or time runs on beyond this many characters. */
  private static final int LONGEST_VALUE = 200;

  private final Paper paper;
  private final Optional<ZoneId> zone;
  private final @Nullable AccountRef known;
  private final Sink sink;
  private final Gathered facts = new Gathered();
  private final Map<String, String> group = new LinkedHashMap<>();
  private @Nullable PrintedTable table;
  private @Nullable Locator factsAt;
  private @Nullable Locator groupAt;
  private Platform platform;
  private AccountRef owner;
  private PrintedTimes times = PrintedTimes.of(List.of());
  private PrintedLabels labels = new PrintedLabels(false, List.of());
  private String last = "";
  private boolean defined;

  /**
   * A page.
   *
   * @param known the account that the return is about where other parts of it say so, or null
   */
  PrintedPage(Paper paper, Optional<ZoneId> zone, @Nullable AccountRef known, Sink sink) {
    this.paper = paper;
    this.zone = zone;
    this.sink = sink;
    this.platform = paper.platform("");
    this.known = known;
    this.owner = Names.unnamed(platform);
  }

  void read(List<Line> lines) {
    List<String> texts = lines.stream().map(l -> PrintedBreaks.out(l.text())).toList();
    String whole = String.join("\n", texts);
    platform = paper.platform(whole);
    labels = new PrintedLabels(paper.stacked(), texts);
    owner = known != null ? known : PrintedOwner.of(platform, first(texts.size()));
    times = PrintedTimes.of(texts);
    times.note(sink);
    for (int i = 0; i < lines.size(); i++) {
      i += take(lines, texts, i);
    }
    closeGroup();
    closeFacts();
  }

  /* The first value of every label, before anything is told: whose return it is. */
  private Map<String, String> first(int lines) {
    Map<String, String> said = new LinkedHashMap<>();
    for (int i = 0; i < lines; i++) {
      PrintedLabels.Fact fact = labels.at(i);
      if (fact != null) {
        said.putIfAbsent(fact.label().toLowerCase(Locale.ROOT), fact.value());
      }
    }
    return said;
  }

  /* Tells one line, or a label with the lines of its value; how many more lines it took. */
  private int take(List<Line> lines, List<String> texts, int i) {
    Locator at = lines.get(i).at();
    String text = texts.get(i);
    if (text.isEmpty()) {
      return 0;
    }
    if (PrintedBreaks.whole(paper, text)) {
      sink.ignored(at, "break of a page");
      return 0;
    }
    boolean heading = HEADING.matcher(text).matches();
    boolean definition = defined && !heading && labels.at(i) == null;
    defined = false;
    if (definition) {
      sink.ignored(at, "definition of a section");
      return 0;
    }
    if (PrintedTable.begins(text)) {
      closeGroup();
      closeFacts();
      table = new PrintedTable(text);
      sink.ignored(at, "head of a table");
      return 0;
    }
    if (row(text, at)) {
      return 0;
    }
    PrintedLabels.Fact fact = heading ? null : labels.at(i);
    if (fact != null) {
      table = null;
      Locator span = span(at, lines.get(i + fact.below()).at());
      if (NONE.matcher(fact.value()).matches()) {
        sink.ignored(span, "section without records");
      } else {
        put(fact, span);
      }
      return fact.below();
    }
    if (heading) {
      heading(text, at);
    } else if (NONE.matcher(text).matches()) {
      sink.ignored(at, "section without records");
    } else if (!continues(text, at)) {
      sink.item();
      sink.unknown(at, "line of a section that is not known");
    }
    return 0;
  }

  private void heading(String text, Locator at) {
    sink.ignored(at, "heading");
    if (!group.isEmpty() && text.equals("Events IP Data")) {
      return; // Above each page, which may begin within an event.
    }
    closeGroup();
    table = null;
    last = "";
    defined = text.endsWith(" Definition");
  }

  /* A value that runs onto a further line. */
  private boolean continues(String text, Locator at) {
    String held = group.get(last);
    if (held != null) {
      boolean zoned = (last.equals("date") || last.equals("time")) && text.startsWith("(");
      if (held.length() > LONGEST_VALUE) {
        return false;
      }
      if (!zoned && !OPEN.matcher(held).matches() && !Character.isLowerCase(text.charAt(0))) {
        return false;
      }
      group.put(last, held + " " + text);
      groupAt = span(groupAt, at);
      return true;
    }
    if (last.isEmpty() || !facts.has(last)) {
      return false;
    }
    facts.run(last, text);
    factsAt = span(factsAt, at);
    return true;
  }

  private static Locator span(@Nullable Locator from, Locator to) {
    return from == null
        ? to
        : new Locator(from.exhibit(), from.part(), from.from(), to.to(), from.pointer());
  }

  private void put(PrintedLabels.Fact fact, Locator at) {
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
      last = paper.stacked() ? "" : name;
    } else {
      closeGroup();
      facts.run(fact.label(), fact.value());
      factsAt = span(factsAt, at);
      last = paper.stacked() ? "" : fact.label();
    }
  }

  /* A row of a table of times and addresses. */
  private boolean row(String text, Locator at) {
    PrintedTable open = table;
    PrintedTable.Row row = open == null ? null : open.row(text);
    if (open == null || row == null) {
      return false;
    }
    ClaimedTime time = times.of(row.time(), open.first(), zone);
    if (time.instant() == null) {
      return false;
    }
    sink.item();
    sink.records(
        List.of(
            new Record.Login(
                new Header(platform, at, time, row.more()),
                owner,
                row.ip().address(),
                row.ip().port(),
                row.device(),
                row.action())));
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
    Map<String, String> values = facts.values();
    for (Map.Entry<String, String> one : values.entrySet()) {
      String name = one.getKey().toLowerCase(Locale.ROOT);
      if (name.contains("mail") && !name.contains("verified")) {
        said.mail(one.getKey(), one.getValue(), false);
      } else if (name.contains("phone") || name.contains("sms")) {
        phones(said, one.getKey(), one.getValue());
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
        Header header = new Header(platform, at, stemTime(values, stem), Map.of());
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

  /* Meta says which numbers it checked, and when: the time is no number. */
  private static void phones(Said said, String label, String value) {
    for (String line : value.split("\n")) {
      int verified = line.indexOf(" Verified");
      said.phone(label, verified < 0 ? line : line.substring(0, verified), verified >= 0);
      said.attribute(label, verified < 0 ? "" : line);
    }
  }

  /* The time beside an address: "Last Seen Time (UTC)" beside "Last Seen IP". */
  private ClaimedTime stemTime(Map<String, String> values, String stem) {
    for (Map.Entry<String, String> one : values.entrySet()) {
      if (!stem.isEmpty()
          && one.getKey().startsWith(stem + " ")
          && one.getKey().matches("(?i).*\\b(?:time|date)\\b.*")) {
        return times.of(one.getValue(), one.getKey(), zone);
      }
    }
    return ClaimedTime.none();
  }
}
