package dev.sextant.records.reader;

import dev.sextant.records.reader.archive.ArchiveReaders;
import dev.sextant.records.reader.capture.CaptureReaders;
import dev.sextant.records.reader.chat.ChatReaders;
import dev.sextant.records.reader.dyi.MetaDownload;
import dev.sextant.records.reader.graph.GraphReaders;
import dev.sextant.records.reader.interchange.InterchangeReaders;
import dev.sextant.records.reader.mapping.MappedTable;
import dev.sextant.records.reader.mapping.MappingProfile;
import dev.sextant.records.reader.mapping.TableSurvey;
import dev.sextant.records.reader.returns.ReturnReaders;
import dev.sextant.records.reader.telegram.TelegramDesktop;
import dev.sextant.records.reader.whatsapp.WhatsAppText;
import dev.sextant.records.reader.x.XArchive;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/**
 * All readers, in an explicit list: what can read evidence is decided here and nowhere else.
 *
 * @param list the readers
 */
public record Readers(List<Reader> list) {
  /** How sure a reader must be of what another left. */
  private static final int SURE = 80;

  /** Enough to tell by. */
  private static final int YAML_LINES = 40;

  /** A name and a colon, an entry of a list, or what they lead to further in. */
  private static final Pattern YAML_ENTRY =
      Pattern.compile(" {0,80}(- )?[\\w.\"'/-]{1,80}:( .*)?| {0,80}- .*| {2,80}\\S.*");

  /** Copies. */
  public Readers {
    list = List.copyOf(list);
  }

  /** Every reader there is. */
  public static Readers all() {
    List<Reader> all = new ArrayList<>(GraphReaders.all());
    all.add(new TelegramDesktop());
    all.add(new WhatsAppText());
    all.add(new XArchive());
    all.add(new MetaDownload());
    all.addAll(ReturnReaders.all());
    all.addAll(ArchiveReaders.all());
    all.addAll(ChatReaders.all());
    all.addAll(CaptureReaders.all());
    all.addAll(InterchangeReaders.all());
    return new Readers(all);
  }

  /** The one reader of tables under a mapping profile. */
  public static Readers mapped(MappingProfile profile) {
    return new Readers(List.of(new MappedTable(profile)));
  }

  /**
   * A reader with how sure it is.
   *
   * @param reader which
   * @param certainty 1 to 100
   */
  public record Chosen(Reader reader, int certainty) {}

  /** The reader that is surest of a source; ties go to the earlier name; empty if none knows it. */
  public Optional<Chosen> choose(Source source) throws IOException {
    Chosen best = null;
    for (Reader reader :
        list.stream().sorted(Comparator.comparing((Reader r) -> r.card().name())).toList()) {
      int certainty = sniff(reader, source);
      if (certainty > 0 && (best == null || certainty > best.certainty())) {
        best = new Chosen(reader, certainty);
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * Which reader would be chosen, which others know the source, and what the chosen one looked at.
   */
  Optional<Sniffed> look(Source source) throws IOException {
    List<Chosen> known = new ArrayList<>();
    for (Reader reader : list) {
      int certainty = sniff(reader, source);
      if (certainty > 0) {
        known.add(new Chosen(reader, certainty));
      }
    }
    known.sort(
        Comparator.comparingInt((Chosen c) -> -c.certainty())
            .thenComparing(c -> c.reader().card().name()));
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Chosen first = known.getFirst();
    WatchedSource watched = new WatchedSource(source);
    sniff(first.reader(), watched);
    return Optional.of(
        new Sniffed(
            first.reader().card().id(),
            first.certainty(),
            known.stream()
                .skip(1)
                .limit(Sniffed.MOST)
                .map(c -> c.reader().card().id() + " " + c.certainty())
                .toList(),
            source.parts().size(),
            watched.named(),
            watched.begun(),
            watched.opened()));
  }

  /* A reader that meets damage while sniffing cannot claim the source; another may still read what
   * is whole of it. */
  private static int sniff(Reader reader, Source source) throws IOException {
    try {
      return reader.sniff(source);
    } catch (ZipException | EOFException | ReaderFault.Limit e) {
      return 0;
    }
  }

  /**
   * Chooses a reader and reads, in this process. Parts set aside are announced first, those among
   * them whose checksum is not theirs. A source that nobody knows has each part announced as
   * unknown.
   *
   * @return the counts, and what stopped the reading if it did not reach the end
   */
  public ReadOutcome read(Source given, Events events) throws IOException {
    Source source = SoundParts.of(given);
    CountingSink sink = new CountingSink(events);
    Optional<Chosen> chosen = choose(source);
    chosen.ifPresent(c -> sink.chosen(c.reader().card()));
    announce(source.setAside(), sink);
    if (chosen.isEmpty()) {
      for (Source.Part part : source.parts()) {
        sink.item();
        sink.unknown(part.at(0, part.size(), ""), part.path());
      }
      return new ReadOutcome(Optional.empty(), sink.tally(), Optional.of(refusal(source)));
    }
    ReaderCard card = chosen.get().reader().card();
    Optional<ReaderFault> stopped = Optional.empty();
    try {
      all(source, chosen.get().reader(), sink);
    } catch (ReaderFault e) {
      stopped = Optional.of(e);
    } catch (IOException e) {
      stopped =
          Optional.of(
              new ReaderFault.Container(
                  ReadFault.MALFORMED,
                  "the container cannot be read on",
                  source.name(),
                  e.getClass().getSimpleName(),
                  "obtain the copy again from its source"));
    }
    if (stopped.isPresent() && sink.itemOpen()) {
      Source.Part first = source.parts().getFirst();
      sink.fault(
          first.at(0, first.size(), ""), new ReadFault(stopped.get().code(), stopped.get().what()));
    }
    sink.ended();
    return new ReadOutcome(Optional.of(card), sink.tally(), stopped);
  }

  /* The chosen reader reads; what it leaves is offered to the others, if they are as sure of it as a
   * reader of a distinct format is. A table or chart may lie in any archive as a mere appendix: those
   * are not looked for among what is left. */
  private void all(Source source, Reader first, CountingSink sink) throws IOException {
    Leftovers left = read(first, source, sink);
    Readers others = new Readers(list.stream().filter(r -> !GraphReaders.reads(r)).toList());
    List<Source.Part> rest = left.parts();
    while (!rest.isEmpty() && source.parts().size() > 1) {
      Source some = new Leftovers.Some(source, rest);
      Optional<Chosen> next = others.choose(some).filter(c -> c.certainty() >= SURE);
      if (next.isEmpty()) {
        break;
      }
      Reader reader = next.get().reader();
      Leftovers again = read(reader, some, sink);
      long parts = (long) rest.size() - again.parts().size();
      others = new Readers(others.list.stream().filter(r -> !r.equals(reader)).toList());
      if (parts > 0) {
        sink.note(
            new ReadNote("SX-NOTE-ALSO", parts + " parts were read by " + reader.card().id()));
      }
      rest = again.parts();
    }
    for (Source.Part part : rest) {
      sink.item();
      sink.unknown(part.at(0, part.size(), ""), left.section(part));
    }
  }

  private static Leftovers read(Reader reader, Source source, CountingSink sink)
      throws IOException {
    Leftovers left = new Leftovers(source, sink);
    try {
      reader.read(source, left);
    } finally {
      left.settle();
    }
    return left;
  }

  private static void announce(List<SetAside> aside, Sink sink) {
    for (SetAside one : aside) {
      if (one.fault() == null) {
        sink.ignored(one.where(), one.rule());
      } else {
        sink.item();
        sink.fault(one.where(), one.fault());
      }
    }
  }

  /* Why nobody knows the content, as far as it shows: what could not be opened may be what a reader
   * would have known; text in UTF-16 no reader of exports takes. */
  static ReaderFault refusal(Source source) throws IOException {
    for (SetAside one : source.setAside()) {
      ReadFault fault = one.fault();
      if (fault != null) {
        long all = source.setAside().stream().filter(a -> a.fault() != null).count();
        return new ReaderFault.Container(
            fault.code(),
            fault.what(),
            source.name() + "!/" + one.where().part(),
            all + " entries not opened, in the others no reader knows the content",
            fault.cure());
      }
    }
    for (Source.Part part : source.parts()) {
      if (WideText.looks(part.head())) {
        ReadFault fault = new ReadFault(ReadFault.CHARSET, "the text is UTF-16");
        return new ReaderFault.Container(
            fault.code(),
            fault.what(),
            source.name() + (part.path().isEmpty() ? "" : "!/" + part.path()),
            part.size() + " bytes",
            fault.cure());
      }
    }
    ReaderFault wrapped = Wrapping.of(source);
    if (wrapped != null) {
      return wrapped;
    }
    List<String> columns = TableSurvey.columns(source);
    boolean objects = columns.contains(TableSurvey.OBJECTS);
    if (columns.size() > 1 || objects) {
      return new ReaderFault.Container(
          "SX-READ-UNMAPPED",
          objects
              ? "JSON objects, one beside the other, that no reader knows"
              : "a table whose columns no reader knows",
          source.name(),
          objects ? size(source) + " bytes" : columns.size() + " columns",
          "say what its columns are: `sextant map FILE`, or \"Map columns\" beside the exhibit; or"
              + " have them guessed by their headings: `sextant read FILE --profile guess`");
    }
    for (Source.Part part : source.parts()) {
      if (yaml(part)) {
        return new ReaderFault.Container(
            "SX-READ-UNKNOWN",
            "YAML, which no reader reads",
            source.name() + (part.path().isEmpty() ? "" : "!/" + part.path()),
            part.size() + " bytes",
            "keep the exhibit; write it as JSON or CSV, note the program that did so, and seal that"
                + " beside it");
      }
    }
    return new ReaderFault.Unknown(source.name(), size(source) + " bytes");
  }

  /* By its first lines: a mark of a document, or names that end with a colon. */
  private static boolean yaml(Source.Part part) throws IOException {
    String text = new String(part.head(), StandardCharsets.UTF_8);
    List<String> lines =
        text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).limit(YAML_LINES).toList();
    boolean document = !lines.isEmpty() && lines.getFirst().strip().equals("---");
    long entries = lines.stream().filter(l -> YAML_ENTRY.matcher(l).matches()).count();
    return text.indexOf(0) < 0 && entries >= 2 && (document || entries * 10 >= lines.size() * 9);
  }

  private static long size(Source source) {
    return source.parts().stream().mapToLong(Source.Part::size).sum();
  }
}
