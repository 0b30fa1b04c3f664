package dev.sextant.records.reader.chat.signal;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Gathered;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.chat.ChatFiles;
import dev.sextant.records.reader.chat.Entries;
import dev.sextant.records.reader.chat.NamedChat;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Signal Desktop's messages as the tool sigtop writes them to text: {@code Conversation:}, then for
 * each message {@code From, Type, Sent, Received, Attachment, Reaction, Edited}, an empty line, a
 * quotation led by {@code >}, the words.
 */
public final class SigtopText extends ChatFiles {
  private static final Pattern FIELD =
      Pattern.compile("(From|Type|Sent|Received|Attachment|Reaction|Edited): (.*)");

  private static final Pattern FILE =
      Pattern.compile("(.{1,400}) \\(([^(),]{0,100}), [0-9]+ bytes\\)");

  private static final Pattern REACTION = Pattern.compile("(\\S{1,40}) from (.{1,200})");

  private static final Pattern VERSION =
      Pattern.compile("(?m)^Version: [0-9]{1,6}\n(?=Sent: |Attachment: )");

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "signal-sigtop",
        2,
        "Signal messages written by sigtop (text)",
        List.of(
            "messages of people and groups with sent and received times and their offset",
            "quotations, reactions, attachments by name, all versions of edited messages, notes of"
                + " the program"),
        List.of(
            "who exported is called You in each conversation; a reaction gives a name alone",
            "its JSON is another reader's, its short text is not read"));
  }

  private static boolean ours(Source.Part part) throws IOException {
    String head = new String(part.head(), StandardCharsets.UTF_8).replace("\uFEFF", "");
    return (part.path().isEmpty() || part.fileName().endsWith(".txt"))
        && head.startsWith("Conversation: ")
        && head.contains("\nType: ")
        && (head.contains("\nSent: ") || head.contains("\nReceived: "));
  }

  @Override
  protected int fits(Source.Part part) throws IOException {
    return ours(part) ? 92 : 0;
  }

  @Override
  protected Walk begin(Source source, Shelf shelf, Sink sink) {
    return part -> new Conversation(source, part, shelf, sink).read();
  }

  /** The reading of one conversation. */
  private static final class Conversation {
    private final Source source;
    private final Source.Part part;
    private final Shelf shelf;
    private final Sink sink;
    private final NamedChat chat;
    private final String title;
    private final SigtopSurvey survey;
    private long line;

    Conversation(Source source, Source.Part part, Shelf shelf, Sink sink) throws IOException {
      this.source = source;
      this.part = part;
      this.shelf = shelf;
      this.sink = sink;
      String first = new String(part.head(), StandardCharsets.UTF_8).lines().findFirst().orElse("");
      this.title = first.replace("\uFEFF", "").replaceFirst("^Conversation: ", "").strip();
      boolean group = title.endsWith(" (group)");
      this.chat =
          NamedChat.of(
              SignalText.SIGNAL,
              group ? ConversationRef.Kind.GROUP : ConversationRef.Kind.DIRECT,
              source,
              part,
              SigtopSurvey.bare(title));
      this.survey = SigtopSurvey.of(source, part, chat, title);
    }

    void read() throws IOException {
      new Entries<>(part, source.limits(), this::begins).read(sink, this::entry);
    }

    private @Nullable String begins(String text) {
      line++;
      return line == 1 || survey.begins(line) ? text : null;
    }

    private void entry(String start, String more, Locator at) throws IOException {
      if (start.replace("\uFEFF", "").startsWith("Conversation: ")) {
        sink.ignored(at, "the conversation's title");
        return;
      }
      List<Record> records = new Written(start + more, at).records();
      sink.item();
      sink.records(records);
    }

    /** One message as it stands. */
    private final class Written {
      private final Locator at;
      private final Map<String, List<String>> fields = new TreeMap<>();
      private final String rest;

      Written(String text, Locator at) {
        this.at = at;
        List<String> lines = text.lines().toList();
        int i = 0;
        for (; i < lines.size() && !lines.get(i).isBlank(); i++) {
          Matcher m = FIELD.matcher(lines.get(i));
          String name = m.matches() ? m.group(1) : "other";
          fields
              .computeIfAbsent(name, k -> new ArrayList<>())
              .add(m.matches() ? m.group(2) : lines.get(i));
        }
        this.rest = String.join("\n", lines.subList(Math.min(i + 1, lines.size()), lines.size()));
      }

      private String one(String name) {
        List<String> all = fields.get(name);
        return all == null ? "" : all.getFirst();
      }

      List<Record> records() throws IOException {
        Map<String, String> extra = new TreeMap<>();
        for (String name : new String[] {"Received", "Edited", "other"}) {
          if (!one(name).isEmpty()) {
            extra.put(name, one(name));
          }
        }
        Gathered unread = new Gathered();
        for (String reaction : fields.getOrDefault("Reaction", List.of())) {
          if (!REACTION.matcher(reaction).matches()) {
            unread.add("Reaction", reaction);
          }
        }
        unread.into(extra);
        List<String> files = new ArrayList<>(fields.getOrDefault("Attachment", List.of()));
        String words = words(rest, extra, files);
        String from = one("From");
        String type = one("Type");
        boolean said = type.equals("incoming") || type.equals("outgoing");
        String sent = one("Sent");
        ClaimedTime time = time(sent.isEmpty() ? one("Received") : sent);
        AccountRef author = from.isEmpty() ? null : survey.account(from);
        List<AccountRef> others = new ArrayList<>();
        if (author != null && chat.ref().kind() == ConversationRef.Kind.DIRECT) {
          AccountRef other = from.equals("You") ? survey.account(title) : chat.account("You");
          Stream.ofNullable(other).forEach(others::add);
        }
        List<Media> media = new ArrayList<>();
        for (String file : files) {
          media.add(file(file));
        }
        List<Record> records = new ArrayList<>();
        records.add(
            new Record.Message(
                new Header(SignalText.SIGNAL, at, time, extra),
                chat.ref(),
                author,
                others,
                null,
                words,
                null,
                null,
                said ? null : type,
                List.of(),
                media));
        for (String reaction : fields.getOrDefault("Reaction", List.of())) {
          Matcher m = REACTION.matcher(reaction);
          if (m.matches()) {
            records.add(
                new Record.Activity(
                    new Header(SignalText.SIGNAL, at, ClaimedTime.none(), Map.of()),
                    survey.byName(m.group(2)),
                    Record.Activity.What.REACTED,
                    m.group(1),
                    null,
                    author));
          }
        }
        return records;
      }

      private Media file(String said) throws IOException {
        Matcher m = FILE.matcher(said);
        if (!m.matches() || m.group(1).equals("no filename")) {
          return new Media(said, m.matches() ? m.group(2) : null, null, null);
        }
        return shelf.media(Shelf.folderOf(part), m.group(1), m.group(2));
      }
    }

    /* Of an edited message the newest version stands first, each line led by a bar. */
    private static String words(String rest, Map<String, String> extra, List<String> files) {
      if (!extra.containsKey("Edited") || !rest.startsWith("|")) {
        return unquoted(rest, extra);
      }
      String bare = rest.replaceAll("(?m)^\\| ?", "");
      Matcher m = VERSION.matcher(bare);
      int second = m.find() && m.find(m.end()) ? m.start() : bare.length();
      extra.put("earlier versions", bare.substring(second).strip());
      String newest = bare.substring(0, second);
      int body = newest.indexOf("\n\n");
      String head = body < 0 ? newest : newest.substring(0, body);
      Set<String> known = new HashSet<>(files);
      head.lines()
          .filter(l -> l.startsWith("Attachment: "))
          .map(l -> l.substring("Attachment: ".length()))
          .filter(known::add)
          .forEach(files::add);
      return body < 0 ? "" : unquoted(newest.substring(body + 2).stripTrailing(), extra);
    }

    private static String unquoted(String text, Map<String, String> extra) {
      List<String> lines = text.lines().toList();
      if (lines.size() < 2
          || !lines.getFirst().startsWith("> From: ")
          || !lines.get(1).startsWith("> Sent: ")) {
        return text;
      }
      int i = 0;
      StringBuilder quote = new StringBuilder();
      for (; i < lines.size() && lines.get(i).startsWith(">"); i++) {
        quote.append(lines.get(i).replaceFirst("^> ?", "")).append('\n');
      }
      extra.put("quote", quote.toString().strip());
      return String.join("\n", lines.subList(Math.min(i + 1, lines.size()), lines.size()));
    }

    private static ClaimedTime time(String said) {
      if (said.isEmpty() || said.equals("unknown")) {
        return ClaimedTime.none();
      }
      try {
        OffsetDateTime at = OffsetDateTime.parse(said, STAMP);
        if (at.getYear() <= 1970) {
          return ClaimedTime.unreadable(said);
        }
        String zone = at.getOffset().equals(ZoneOffset.UTC) ? "UTC" : at.getOffset().getId();
        return new ClaimedTime(
            at.toInstant(), said, ClaimedTime.ZoneBasis.STATED, zone, ClaimedTime.Precision.SECOND);
      } catch (DateTimeException e) {
        return ClaimedTime.unreadable(said); // A broken stamp: the words stay.
      }
    }
  }
}
