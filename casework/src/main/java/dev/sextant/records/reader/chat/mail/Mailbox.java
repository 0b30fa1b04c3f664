package dev.sextant.records.reader.chat.mail;

import dev.sextant.records.Record;
import dev.sextant.records.reader.RawLines;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.terms.Locator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The mails of one part: a mailbox (mboxo, mboxrd, mboxcl: RFC 4155 and what is older), a single
 * mail, or Apple Mail's {@code .emlx}. For readers whose exports hold mail among other things.
 *
 * <pre>{@code
 * if (Mailbox.sniff(part) > 0) {
 *   Mailbox.read(source, part, sink);
 * }
 * }</pre>
 */
public final class Mailbox {
  /** Fields of which several stand in the first lines of every mail. */
  private static final Set<String> TELLING =
      Set.of(
          "from",
          "to",
          "subject",
          "date",
          "message-id",
          "received",
          "mime-version",
          "return-path",
          "delivered-to",
          "content-type",
          "x-gm-thrid",
          "dkim-signature",
          "reply-to",
          "x-gmail-labels",
          "in-reply-to",
          "references",
          "cc",
          "x-received");

  private static final Pattern DATED =
      Pattern.compile("^From .*\\d{1,2}:\\d{2}.*\\b(19|20)\\d{2}\\b.*");

  private static final Pattern FIELD = Pattern.compile("^([A-Za-z][A-Za-z0-9-]{1,60}):.*");

  private static final int HEAD_LINES = 200;

  private Mailbox() {}

  /** How sure it is that the part is a mailbox or a mail, 0 to 100. */
  public static int sniff(Source.Part part) throws IOException {
    String head = new String(part.head(), StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u00EF\u00BB\u00BF")) {
      head = head.substring(3);
    }
    List<String> lines = head.lines().limit(HEAD_LINES).toList();
    if (lines.isEmpty()) {
      return 0;
    }
    String first = lines.getFirst();
    boolean marked = first.startsWith("From ");
    boolean counted = first.strip().matches("[0-9]{2,10}") && lines.size() > 1;
    Set<String> telling = new HashSet<>();
    for (int i = marked || counted ? 1 : 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Matcher m = FIELD.matcher(line);
      if (m.matches()) {
        String name = m.group(1).toLowerCase(Locale.ROOT);
        if (TELLING.contains(name)) {
          telling.add(name);
        }
      } else if (!line.startsWith(" ") && !line.startsWith("\t") && !line.startsWith(">From ")) {
        break;
      }
    }
    if (marked) {
      return telling.size() >= 2 ? 95 : telling.isEmpty() ? 0 : 75;
    }
    boolean sent = telling.contains("from") || telling.contains("received");
    return telling.size() >= 3 && sent ? 85 : 0;
  }

  /** Reads every mail of the part as one item each. */
  public static void read(Source source, Source.Part part, Sink sink) throws IOException {
    new Walk(source, part, sink).walk();
  }

  /** One walk through a part. */
  private static final class Walk {
    private final Source source;
    private final Source.Part part;
    private final Sink sink;
    private final int most;
    private final ByteArrayOutputStream mail = new ByteArrayOutputStream();
    private @Nullable String marker;
    private long from = -1;
    private long bodyFrom;
    private long end;
    private boolean cut;
    private boolean mailbox;

    Walk(Source source, Source.Part part, Sink sink) {
      this.source = source;
      this.part = part;
      this.sink = sink;
      this.most = source.limits().itemBytes();
    }

    void walk() throws IOException {
      try (RawLines lines = new RawLines(part.open(), most)) {
        RawLines.Line line = lines.line();
        boolean blank = true;
        boolean first = true;
        while (line != null) {
          String start = start(line);
          if (first && start.startsWith("From ")) {
            mailbox = true;
          }
          if (first && !mailbox && start.strip().matches("[0-9]{2,10}")) {
            appleMail(lines, Long.parseLong(start.strip()), line.next());
            return;
          }
          if (mailbox && blank && start.startsWith("From ") && marks(start, first)) {
            close();
            marker = start;
            from = line.from();
            bodyFrom = line.next();
          } else {
            keep(line);
          }
          blank = line.empty();
          first = false;
          line = lines.line();
        }
        close();
      }
    }

    /* The first line of a mailbox is believed; a later one must show a time of day and a year. */
    private static boolean marks(String line, boolean first) {
      return first || DATED.matcher(line).matches();
    }

    private static String start(RawLines.Line line) {
      return new String(
          line.bytes(), 0, Math.min(line.bytes().length, 300), StandardCharsets.ISO_8859_1);
    }

    private void keep(RawLines.Line line) {
      if (from < 0) {
        from = line.from();
        bodyFrom = line.from();
      }
      long length = line.next() - line.from();
      if (cut || !line.whole() || mail.size() + length > most) {
        cut = true;
      } else {
        mail.writeBytes(line.bytes());
        long ends = line.next() - line.to();
        if (ends == 2) {
          mail.write('\r');
        }
        if (ends > 0) {
          mail.write('\n');
        }
      }
      end = line.next();
    }

    /* "1234", the mail of that many bytes, then Apple's property list. */
    private void appleMail(RawLines lines, long length, long start) throws IOException {
      RawLines.Line line = lines.line();
      while (line != null && line.from() < start + length) {
        keep(line);
        line = lines.line();
      }
      close();
      if (line != null) {
        sink.item();
        sink.unknown(part.at(line.from(), part.size(), ""), "Apple Mail's flags");
      }
    }

    private void close() throws IOException {
      if (from < 0) {
        return;
      }
      Locator at = part.at(from, Math.max(from, end), "");
      sink.item();
      Map<String, String> said = new TreeMap<>();
      if (marker != null) {
        said.put("From_", marker);
      }
      if (cut) {
        said.put("cut", "larger than the limit: the first " + mail.size() + " bytes are read");
      }
      List<Record> records =
          new MailForm(source, part, mail.toByteArray(), bodyFrom, mailbox).records(at, said);
      if (records.isEmpty()) {
        sink.fault(at, new ReadFault(ReadFault.MALFORMED, "no header field begins the mail"));
      } else {
        sink.records(records);
      }
      mail.reset();
      marker = null;
      from = -1;
      end = 0;
      cut = false;
    }
  }
}
