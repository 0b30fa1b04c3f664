package dev.sextant.records.reader;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.reader.telegram.TelegramDesktop;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A reader's process of a program to come: its reader of Telegram's exports is a version on, reads
 * some things otherwise, and is registered nowhere else.
 */
public final class NewerReaderChild {
  private NewerReaderChild() {}

  /** Started by {@link #reading} only. */
  public static void main(String[] args) throws IOException {
    ReaderChild.serve(new Readers(List.of(new Newer())));
  }

  /** Runs readers of the program to come. */
  public static Reading reading() {
    return new Reading(Reading.prepare().isolation(), NewerReaderChild.class.getName());
  }

  private static final class Newer implements Reader {
    private final TelegramDesktop before = new TelegramDesktop();

    @Override
    public ReaderCard card() {
      ReaderCard old = before.card();
      return new ReaderCard(
          old.name(), old.version() + 1, old.title(), old.covers(), old.gaps(), old.confirmed());
    }

    @Override
    public int sniff(Source source) throws IOException {
      return before.sniff(source);
    }

    @Override
    public void read(Source source, Sink sink) throws IOException {
      before.read(source, new Otherwise(sink));
    }
  }

  /** What it reads otherwise is said by the words of the messages. */
  private record Otherwise(Sink next) implements Sink {
    @Override
    public void item() {
      next.item();
    }

    @Override
    public void records(List<? extends Record> records) {
      if (!(records.getFirst() instanceof Record.Message m)) {
        next.records(records);
      } else if (m.text().startsWith("unread")) {
        next.unknown(m.header().locator(), "what was no message after all");
      } else {
        next.records(read(m));
      }
    }

    private static List<Record> read(Record.Message m) {
      List<Record> out = new ArrayList<>();
      if (m.text().startsWith("more")) {
        out.add(
            with(
                m,
                new Header(
                    m.header().platform(),
                    m.header().locator(),
                    m.header().claimed(),
                    Map.of("views", "7"))));
      } else if (m.text().startsWith("moved")) {
        Locator at = m.header().locator();
        Locator inner = new Locator(at.exhibit(), at.part(), at.from() + 1, at.to(), at.pointer());
        out.add(
            with(
                m,
                new Header(
                    m.header().platform(), inner, m.header().claimed(), m.header().extra())));
      } else {
        out.add(m);
      }
      if (m.text().startsWith("liked")) {
        out.add(
            new Record.Activity(
                m.header(),
                Optional.ofNullable(m.author())
                    .orElse(AccountRef.ofId(m.header().platform(), "100", null, null)),
                Record.Activity.What.REACTED,
                "like",
                m.messageId(),
                null));
      }
      return out;
    }

    private static Record with(Record.Message m, Header header) {
      return new Record.Message(
          header,
          m.conversation(),
          m.author(),
          m.recipients(),
          m.messageId(),
          m.text(),
          m.replyTo(),
          m.forwardedFrom(),
          m.action(),
          m.mentions(),
          m.media());
    }

    @Override
    public void fault(Locator where, ReadFault fault) {
      next.fault(where, fault);
    }

    @Override
    public void unknown(Locator where, String section) {
      next.unknown(where, section);
    }

    @Override
    public void ignored(Locator where, String rule) {
      next.ignored(where, rule);
    }

    @Override
    public void note(ReadNote note) {
      next.note(note);
    }
  }
}
