package dev.sextant.records.reader.returns.google;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.graph.Row;
import dev.sextant.records.reader.returns.HtmlFacts;
import dev.sextant.records.reader.returns.IpPort;
import dev.sextant.records.reader.returns.Names;
import dev.sextant.records.reader.returns.Roles;
import dev.sextant.records.reader.returns.Said;
import dev.sextant.records.reader.returns.Stamps;
import dev.sextant.records.reader.returns.Telling;
import dev.sextant.records.reader.table.Columns;
import dev.sextant.records.reader.table.NamedRow;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Pages about an account: its data as labels with values, one item; each row of their tables
 * (log-ins, changes) one item more.
 */
final class Pages {
  private static final Platform GOOGLE = new Platform("google");

  /** Labels of one page; more are no page about an account. */
  private static final int MOST_LABELS = 5000;

  private final Source.Part part;
  private final Telling t;
  private final Said said = new Said(GOOGLE);
  private final boolean device;
  private final boolean changes;
  private String heading = "";
  private @Nullable Columns columns;
  private long from = -1;
  private long to;
  private int labels;
  private ClaimedTime created = ClaimedTime.none();
  private @Nullable String terms;
  private String model = "";

  Pages(Source.Part part, Telling t) {
    this.part = part;
    this.t = t;
    this.device = t.file().startsWith("device-") || t.path().contains("deviceanduserprofile");
    this.changes = t.file().contains("changehistory");
  }

  /** The account that a subscriber page names, or null. */
  static @Nullable AccountRef account(Source.Part part) throws IOException {
    String id = null;
    String mail = null;
    String name = null;
    try (HtmlFacts facts = HtmlFacts.of(part, Limits.standard())) {
      HtmlFacts.Fact fact = facts.next();
      for (int i = 0; fact != null && i < MOST_LABELS; i++) {
        if (fact instanceof HtmlFacts.Fact.Pair p) {
          String label = p.label().toLowerCase(Locale.ROOT);
          id = id == null && label.equals("google account id") ? p.value() : id;
          mail =
              mail == null && (label.equals("e-mail") || label.equals("email")) ? p.value() : mail;
          name = name == null && label.equals("name") ? p.value() : name;
        }
        fact = facts.next();
      }
    } catch (EOFException | ZipException e) {
      return null; // The reading proper meets and tells it.
    }
    return Names.of(GOOGLE, id, mail == null ? null : mail.strip(), name);
  }

  void tell() throws IOException {
    try (HtmlFacts facts = HtmlFacts.of(part, t.source().limits())) {
      for (HtmlFacts.Fact fact = facts.next(); fact != null; fact = facts.next()) {
        take(fact);
      }
      about();
      if (facts.truncated()) {
        t.sink().item();
        t.sink()
            .fault(
                part.at(part.size(), part.size(), ""),
                new ReadFault(ReadFault.TRUNCATED, "the page ends in the middle of a tag"));
      }
    } catch (EOFException | ZipException e) {
      t.sink().item();
      t.sink()
          .fault(
              part.at(0, part.size(), ""),
              new ReadFault(ReadFault.TRUNCATED, "the packed entry cannot be read to its end"));
    }
  }

  private void take(HtmlFacts.Fact fact) {
    switch (fact) {
      case HtmlFacts.Fact.Heading h -> {
        heading = h.text();
        columns = null;
      }
      case HtmlFacts.Fact.Pair p -> {
        if (labels++ < MOST_LABELS) {
          label(p.label(), p.value());
          from = from < 0 ? p.from() : from;
          to = p.to();
        }
      }
      case HtmlFacts.Fact.Cells c -> cells(c);
      case HtmlFacts.Fact.Words w ->
          t.sink().ignored(part.at(w.from(), w.to(), ""), "words without a label");
    }
  }

  private void label(String label, String value) {
    String low = label.toLowerCase(Locale.ROOT);
    if (value.isBlank()) {
      return;
    }
    if (device) {
      said.attribute(label, value);
    } else if (low.contains("mail")) {
      said.mail(label, value, false);
    } else if (low.contains("phone") || low.contains("sms")) {
      said.phone(label, value, low.contains("2-step") || low.contains("verification"));
    } else {
      said.attribute(label, value);
    }
    if (low.equals("created on") || low.equals("creation time") || low.startsWith("registration")) {
      created = created.instant() == null ? Stamps.utc(value) : created;
    }
    terms = low.contains("terms of service ip") ? value : terms;
    model = low.equals("model") || low.contains("device model") ? value : model;
  }

  private void cells(HtmlFacts.Fact.Cells c) {
    boolean names = c.cells().stream().allMatch(s -> !s.isBlank() && s.length() < 60);
    Columns under = columns;
    if (c.head() || (under == null && names && looksLikeHead(c.cells()))) {
      columns = Columns.of(c.cells());
      return;
    }
    Locator at = part.at(c.from(), c.to(), "");
    t.sink().item();
    if (under == null) {
      t.sink().unknown(at, "row of a table: " + heading);
      return;
    }
    List<Row.Cell> cells = c.cells().stream().map(s -> new Row.Cell(s, c.from(), c.to())).toList();
    NamedRow row = under.read(new Row(0, c.from(), c.to(), cells, null, null));
    t.sink().records(List.of(changes ? change(row, at) : use(row, at)));
  }

  private static boolean looksLikeHead(List<String> cells) {
    Columns columns = Columns.of(cells);
    return Roles.TIME.in(columns) && cells.stream().noneMatch(s -> s.matches(".*[0-9]{2}.*"));
  }

  private Record use(NamedRow row, Locator at) {
    ClaimedTime time = Stamps.utc(Roles.TIME.take(row));
    String address = Roles.IP.take(row);
    IpPort ip = IpPort.of(address);
    String action = row.text("activity_type", "activity", "type", "event", "action");
    String agent = row.text("raw_user_agents", "user_agent", "raw_user_agent", "device");
    Header header = t.header(row, at, time, Map.of("heading", heading));
    if (address == null) {
      return new Record.Activity(
          header, t.owner(), What.OTHER, action == null ? "" : action, null, null);
    }
    return new Record.Login(
        header,
        t.owner(),
        ip == null ? address : ip.address(),
        ip == null ? -1 : ip.port(),
        agent,
        action);
  }

  private Record change(NamedRow row, Locator at) {
    ClaimedTime time = Stamps.utc(Roles.TIME.take(row));
    String what = row.textOrEmpty("change_type", "type", "change", "event", "action", "field");
    String before = row.look("old_value", "previous_value", "from", "old");
    String after = row.look("new_value", "value", "to", "new");
    String object = before.isEmpty() && after.isEmpty() ? null : before + " -> " + after;
    return new Record.Activity(
        t.header(row, at, time, Map.of("heading", heading)),
        t.owner(),
        What.CHANGED,
        what,
        object,
        null);
  }

  /* Everything said by labels is one item. */
  private void about() {
    if (from < 0) {
      return;
    }
    Locator at = part.at(from, Math.max(from, to), "");
    Header header = new Header(GOOGLE, at, created, Map.of());
    t.sink().item();
    List<Record> records = new ArrayList<>();
    if (device) {
      Header of = new Header(GOOGLE, at, created, said.attributes());
      records.add(new Record.Activity(of, t.owner(), What.INSTALLED, model, null, null));
    } else {
      AccountRef owner = t.owner();
      said.attribute("name", owner.displayName());
      records.add(new Record.Profile(header, owner, said.selectors(), said.attributes()));
    }
    IpPort ip = IpPort.of(terms);
    if (ip != null) {
      records.add(
          new Record.Login(
              header, t.owner(), ip.address(), ip.port(), null, "terms of service accepted"));
    }
    t.sink().records(records);
  }
}
