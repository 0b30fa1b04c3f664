package dev.sextant.findings;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.terms.Locator;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies a record into a finding: who acts in it, what it says, the bytes behind it. */
final class SupportCopy {
  /** Bytes that are not text are shown in hexadecimal, this many of them. */
  private static final int HEX_BYTES = 256;

  private SupportCopy() {}

  static Support of(
      Citation citation, CitedRecords.Stored stored, String exhibitNumber, List<CitedNote> beside) {
    Record record = stored.record();
    Locator at = record.header().locator();
    AccountRef actor = actor(record);
    String text = text(stored.bytes());
    boolean fits = stored.whole() && text != null && text.length() <= Support.EXCERPT_MAX;
    return new Support(
        citation.record(),
        record.kind(),
        record.header().platform(),
        exhibitNumber,
        at,
        record.header().claimed(),
        stored.acquired(),
        actor == null ? "" : actor.shownAs(),
        actor == null ? "" : actor.keyAt(at),
        words(record),
        text == null ? hexadecimal(stored.bytes()) : shortened(text),
        fits,
        stored.digest(),
        citation.note(),
        CitedPlace.of(record),
        beside);
  }

  /** The account that does what the record says, if the source names it. */
  private static @Nullable AccountRef actor(Record record) {
    return switch (record) {
      case Record.Profile p -> p.account();
      case Record.Post p -> p.author();
      case Record.Message m -> m.author();
      case Record.Follow f -> f.from();
      case Record.Login l -> l.account();
      case Record.Call c -> c.caller();
      case Record.Place p -> p.account();
      case Record.Activity a -> a.account();
      case Record.Membership m -> m.account();
      case Record.Relation r -> r.from();
    };
  }

  /**
   * What the record goes back to, as the source names it: the number of the post that it is or
   * repeats, or whom a message was forwarded from; empty if the source says nothing of it.
   */
  static String goesBackTo(Record record) {
    return switch (record) {
      case Record.Post p -> {
        String number = p.repostOf() == null ? p.postId() : p.repostOf();
        yield number == null ? "" : p.header().platform() + " post " + number;
      }
      case Record.Message m -> m.forwardedFrom() == null ? "" : m.forwardedFrom();
      default -> "";
    };
  }

  /** What the record says; kinds without words of people are told in a sentence. */
  private static String words(Record record) {
    return switch (record) {
      case Record.Profile p -> "Profile of " + p.account().shownAs() + stated(p);
      case Record.Post p -> p.text();
      case Record.Message m -> m.action() == null ? m.text() : said(m.action(), m.text());
      case Record.Follow f -> f.from().shownAs() + how(f) + f.to().shownAs();
      case Record.Login l ->
          said(
              l.action() == null ? "used" : l.action(),
              l.account().shownAs()
                  + (l.ip() == null ? "" : ", address " + l.ip())
                  + (l.port() < 0 ? "" : ", port " + l.port())
                  + (l.device() == null ? "" : ", device " + l.device()));
      case Record.Call c ->
          said(
              "call",
              c.called().stream()
                      .map(AccountRef::shownAs)
                      .collect(java.util.stream.Collectors.joining(", ", "to ", ""))
                  + (c.duration() == null ? "" : ", " + c.duration().toSeconds() + " s")
                  + (c.outcome() == null ? "" : ", " + c.outcome()));
      case Record.Place p ->
          (p.name() == null ? "" : p.name() + ", ") + p.latitude() + ", " + p.longitude();
      case Record.Activity a ->
          said(
              a.what().name().toLowerCase(java.util.Locale.ROOT),
              a.text()
                  + (a.object() == null ? "" : (a.text().isEmpty() ? "" : ", ") + a.object())
                  + (a.towards() == null ? "" : ", towards " + a.towards().shownAs()));
      case Record.Membership m -> {
        String title = m.group().title() == null ? m.group().key() : m.group().title();
        yield m.account().shownAs()
            + ": "
            + m.action().name().toLowerCase(java.util.Locale.ROOT)
            + " in "
            + title;
      }
      case Record.Relation r ->
          r.from().shownAs()
              + (r.directed() ? " to " : " and ")
              + r.to().shownAs()
              + (r.label() == null ? "" : ": " + r.label());
    };
  }

  private static String stated(Record.Profile profile) {
    StringBuilder said = new StringBuilder();
    profile
        .selectors()
        .forEach(
            s -> said.append("; ").append(s.selector()).append(s.verified() ? " (verified)" : ""));
    return said.toString();
  }

  private static String how(Record.Follow follow) {
    return switch (follow.how()) {
      case FOLLOWS -> " follows ";
      case FRIEND -> " is a friend of ";
      case CONTACT -> " has as a contact ";
      case BLOCKS -> " blocks ";
    };
  }

  private static String said(String what, String rest) {
    return rest.isEmpty() ? what : what + ": " + rest;
  }

  private static @Nullable String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null; // Not text: shown in hexadecimal.
    }
  }

  private static String hexadecimal(byte[] bytes) {
    int shown = Math.min(bytes.length, HEX_BYTES);
    return "hexadecimal: " + HexFormat.ofDelimiter(" ").formatHex(bytes, 0, shown);
  }

  private static String shortened(String text) {
    int end = Support.EXCERPT_MAX;
    if (text.length() <= end) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }
}
