package dev.sextant.records.reader.returns.meta;

import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.terms.Locator;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The reading of one HTML file of a business record. */
final class MetaFile {
  private static final Set<String> ABOUT =
      Set.of(
          "",
          "home",
          "request_parameters",
          "name",
          "emails",
          "vanity",
          "registration_date",
          "phone_numbers",
          "account_end_date",
          "privacy_settings",
          "gender",
          "date_of_birth",
          "website",
          "about_me",
          "biography",
          "threads_registration_date",
          "address",
          "work",
          "education",
          "hometown",
          "current_city",
          "relationship",
          "account_still_active",
          "account_closure_date",
          "credit_cards",
          "profile",
          "threads_biography",
          "age",
          "deletion_date",
          "alternate_emails",
          "registered_email_addresses",
          "email_addresses",
          "registered_phone_numbers",
          "vanity_name",
          "other_names",
          "names",
          "screen_names");

  private static final Set<String> CONVERSATIONS =
      Set.of(
          "unified_messages",
          "threads_unified_messages",
          "reported_conversations",
          "reported_disappearing_messages",
          "direct_shares",
          "direct_stories",
          "messages");

  private final Source source;
  private final Source.Part part;
  private final Sink sink;
  private final Told told;
  private final Forms forms;
  private final Set<String> empty = new TreeSet<>();

  private String section = "";
  private @Nullable Threads threads;
  private @Nullable Gathering gathering;
  private long unknownFrom = -1;
  private long unknownTo;

  MetaFile(Source source, Source.Part part, Sink sink, Subject subject, Shelf shelf) {
    this.source = source;
    this.part = part;
    this.sink = sink;
    this.told = new Told(subject, part, shelf);
    this.forms = new Forms(told);
  }

  void read() throws IOException {
    long reached = 0;
    try (Entries entries = Entries.of(part, source.limits())) {
      try {
        begin("");
        for (Entry e = entries.next(); e != null; e = entries.next()) {
          reached = entries.position();
          if (!e.section().equals(section)) {
            finish(false);
            begin(e.section());
          }
          take(e);
        }
        finish(entries.inside());
        notes(entries);
        if (!entries.whole() && !entries.inside()) {
          fault(
              part.size(),
              part.size(),
              ReadFault.TRUNCATED,
              "the page ends before its elements do");
        }
      } catch (EOFException e) {
        broken(reached, new ReadFault(ReadFault.TRUNCATED, "the packed entry ends in the middle"));
      } catch (ZipException e) {
        broken(reached, new ReadFault(ReadFault.MALFORMED, "the packed entry is damaged"));
      }
    }
  }

  private void broken(long from, ReadFault fault) {
    sink.item();
    sink.fault(part.at(Math.min(from, part.size()), part.size(), ""), fault);
  }

  private void notes(Entries entries) {
    if (entries.pages() > 0) {
      sink.note(
          new ReadNote(
              "SX-NOTE-PAGES", entries.pages() + " page breaks were taken out of the text"));
    }
    if (entries.replaced() > 0) {
      sink.note(
          new ReadNote(
              "SX-NOTE-CHARSET",
              entries.replaced() + " characters or long texts could not be kept as they stand"));
    }
    if (entries.flattened() > 0) {
      sink.note(new ReadNote("SX-NOTE-LENIENT", "elements nest deeper than the limit"));
    }
    if (!empty.isEmpty()) {
      sink.note(
          new ReadNote(
              "SX-NOTE-EMPTY", "sections without responsive records: " + String.join(", ", empty)));
    }
  }

  private void begin(String name) {
    section = name;
    int limit = source.limits().itemBytes();
    boolean conversation = CONVERSATIONS.contains(name);
    boolean list = Forms.Lists.of(name) != Forms.Lists.NONE;
    threads = conversation ? new Threads(told, name, limit) : null;
    boolean items = Forms.knows(name) || ABOUT.contains(name);
    gathering = !conversation && !list && items ? new Gathering(limit) : null;
    unknownFrom = -1;
  }

  private void take(Entry e) throws IOException {
    if (noise(e)) {
      return;
    }
    Threads here = threads;
    Gathering items = gathering;
    if (here != null) {
      for (Threads.Ended ended : here.add(e)) {
        tell(ended.item(), ended.records());
      }
    } else if (items != null) {
      if (ABOUT.contains(section)) {
        about(e);
      } else {
        item(items.add(e));
      }
    } else if (Forms.Lists.of(section) != Forms.Lists.NONE) {
      list(e);
    } else {
      unknownFrom = unknownFrom < 0 ? e.from() : unknownFrom;
      unknownTo = Math.max(unknownTo, e.to());
    }
  }

  /* Definitions explain the section; words outside every section are titles. */
  private boolean noise(Entry e) {
    String label = e.label().toLowerCase(Locale.ROOT);
    String value = e.blank() ? "" : e.lines().getFirst().text();
    if (value.startsWith("No responsive record")) {
      empty.add(section.isEmpty() ? label : section);
      return true;
    }
    boolean loose = label.isEmpty() && e.depth() == 0;
    boolean definition = label.endsWith("definition") || label.endsWith("definitions");
    if (definition && !e.group()) {
      sink.ignored(told.at(section, e.from(), e.to()), "definition of a section");
    } else if (loose) {
      sink.ignored(told.at(section, e.from(), e.to()), "title outside any label");
    }
    return definition || (loose && threads == null);
  }

  /* All labels that say something of the account are one item, up to the section's end. */
  private void about(Entry e) {
    boolean shell = e.group() && e.blank();
    if (!shell && (!e.blank() || !e.label().isEmpty())) {
      profile.add(e, "", source.limits().itemBytes());
    }
  }

  private Item profile = new Item();

  private void list(Entry e) {
    for (Entry.Line line : e.lines()) {
      sink.item();
      List<Record> records = forms.listed(section, line);
      if (records.isEmpty()) {
        sink.unknown(told.at(section, line.from(), line.to()), section + " line");
      } else {
        sink.records(records);
      }
    }
  }

  private void item(@Nullable Item item) throws IOException {
    if (item != null && !item.empty()) {
      tell(item, forms.records(section, item));
    }
  }

  private void tell(Item item, List<Record> records) {
    sink.item();
    Locator at = told.at(section, item.from(), item.to());
    if (item.over()) {
      sink.fault(at, new ReadFault(ReadFault.LIMIT, "an item larger than the limit"));
    } else if (records.isEmpty()) {
      sink.fault(at, new ReadFault(ReadFault.MISSING, "nothing says whom or what this is about"));
    } else {
      sink.records(records);
    }
  }

  private void fault(long from, long to, String code, String what) {
    sink.item();
    sink.fault(told.at(section, from, to), new ReadFault(code, what));
  }

  /** Ends the section; the last item of a cut file is not told as if it were whole. */
  private void finish(boolean cut) throws IOException {
    Threads here = threads;
    Gathering items = gathering;
    if (here != null) {
      List<Threads.Ended> last = here.end();
      for (int i = 0; i < last.size(); i++) {
        Threads.Ended ended = last.get(i);
        if (cut && i == last.size() - 1) {
          cut(ended.item());
        } else {
          tell(ended.item(), ended.records());
        }
      }
      if (cut && last.isEmpty()) {
        cut(new Item());
      }
    } else if (items != null && !ABOUT.contains(section)) {
      Item last = items.end();
      if (cut) {
        cut(last);
      } else {
        item(last);
      }
    } else if (cut) {
      cut(profile);
    } else if (!profile.empty()) {
      tell(profile, forms.profile(section, profile));
    } else if (unknownFrom >= 0) {
      sink.item();
      sink.unknown(told.at(section, unknownFrom, unknownTo), "section " + section);
    }
    profile = new Item();
  }

  private void cut(Item item) {
    long from = item.empty() ? part.size() : item.from();
    fault(from, part.size(), ReadFault.TRUNCATED, "the bytes end in the middle of an item");
  }
}
