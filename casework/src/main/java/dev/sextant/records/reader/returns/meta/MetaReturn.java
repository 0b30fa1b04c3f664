package dev.sextant.records.reader.returns.meta;

import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Meta's answer to legal process: one or several HTML files (records.html, records-5.html,
 * preservation-1.html, index.html) with linked media beside them. The layout is known from public
 * parsers of such records and from their tests; no whole record is public.
 */
public final class MetaReturn implements Reader {
  private static final Pattern PROPERTY = Pattern.compile("id\\s*=\\s*[\"']?property-[a-z_]{2,60}");

  private static final Pattern VALUE =
      Pattern.compile("class\\s*=\\s*[\"']?(?:m[\"' >]|most_inner|div_table)");

  private static final Pattern REQUEST =
      Pattern.compile("(?:Account Identifier|Internal Ticket Number)\\s*:?\\s*<");

  private static final Pattern PLATFORM = Pattern.compile("\\((instagram|facebook): ?[0-9]");

  /** The request block stands first; further on it would have been seen. */
  private static final long LOOKED_THROUGH = 8L << 20;

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "meta-return",
        1,
        "Meta business record (Facebook, Instagram, Threads, WhatsApp)",
        List.of(
            "three generations of HTML: tables, div_table, minified; page breaks inside values",
            "request block, names, addresses, numbers, log-ins and IP addresses with port, devices,"
                + " followers, followed, blocked, places, NCMEC reports",
            "conversations with participants, calls, shares, attachments, disappearing and removed"
                + " messages; photos, videos, stories, notes, comments, likes, searches",
            "several files of one record, linked media by digest"),
        List.of(
            "no whole real record was available: generations one and two are from descriptions",
            "WhatsApp: request block, addresses, contacts, message log; other sections of its own"
                + " are unknown",
            "the PDF of the same content is listed, not read"),
        List.of(
            "fragments of the minified generation from a third party's test suite: request block,"
                + " conversations, missed call, share, disappearing and removed messages"));
  }

  @Override
  public int sniff(Source source) throws IOException {
    for (Source.Part part : source.parts()) {
      if (candidate(part) && sniff(part) > 0) {
        return sniff(part);
      }
    }
    return 0;
  }

  private static boolean candidate(Source.Part part) {
    String name = part.fileName().toLowerCase(Locale.ROOT);
    return part.path().isEmpty() || name.endsWith(".html") || name.endsWith(".htm");
  }

  private static int sniff(Source.Part part) throws IOException {
    String head = new String(part.head(), StandardCharsets.ISO_8859_1);
    if (head.indexOf('<') < 0) {
      return 0;
    }
    boolean table = head.contains("id=\"home\"") && head.contains("Generated");
    if (PROPERTY.matcher(head).find()) {
      return VALUE.matcher(head).find() || head.contains("<th") ? 92 : 75;
    }
    boolean request = REQUEST.matcher(head).find();
    return request && (VALUE.matcher(head).find() || table) ? 85 : 0;
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    Shelf shelf = new Shelf(source);
    List<Source.Part> files = new ArrayList<>();
    for (Source.Part part : source.parts()) {
      if (candidate(part) && sniff(part) > 0) {
        files.add(part);
        shelf.use(part);
      }
    }
    Map<String, Subject> subjects = new HashMap<>();
    Subject first = null;
    for (Source.Part part : files) {
      Subject subject = subject(source, part);
      subjects.put(part.path(), subject);
      first = first == null && subject.account() != null ? subject : first;
    }
    if (first == null) {
      sink.note(
          new ReadNote(
              "SX-NOTE-OWNER", "no part says whose record this is: its account has no name here"));
    }
    for (Source.Part part : files) {
      Subject own = subjects.getOrDefault(part.path(), subject(source, part));
      Subject subject = own.account() == null && first != null ? first : own;
      if (!subject.platformSaid()) {
        sink.note(
            new ReadNote(
                "SX-NOTE-PLATFORM",
                "the record does not name its service: read as " + subject.platform()));
      }
      new MetaFile(source, part, sink, subject, shelf).read();
    }
    shelf.announceRest(sink);
  }

  private static Subject subject(Source source, Source.Part part) throws IOException {
    Map<String, String> said = new HashMap<>();
    Set<String> wanted =
        Set.of("service", "target", "account identifier", "account type", "vanity");
    try (Entries entries = Entries.of(part, source.limits())) {
      for (Entry e = entries.next(); e != null; e = entries.next()) {
        String label = e.label().toLowerCase(Locale.ROOT);
        if (wanted.contains(label) && !e.blank()) {
          said.putIfAbsent(label, Person.plain(e.lines().getFirst().text()));
        }
        boolean past = said.containsKey("target") && !request(e.section());
        if (past || entries.position() > LOOKED_THROUGH) {
          break;
        }
      }
    }
    return Subject.of(said, byMentions(part));
  }

  private static boolean request(String section) {
    return section.isEmpty() || section.equals("home") || section.equals("request_parameters");
  }

  /* Accounts in the text carry their platform's name. */
  private static Platform byMentions(Source.Part part) throws IOException {
    Matcher m =
        PLATFORM.matcher(new String(part.head(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT));
    return m.find() && m.group(1).equals("instagram") ? Platform.INSTAGRAM : Platform.FACEBOOK;
  }
}
