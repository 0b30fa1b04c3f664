package dev.sextant.records;

import dev.sextant.records.Record.Stated;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/* Writes a record's canonical JSON straight into bytes. A reading writes each record twice (to the
 * parent process, into the store), so this is the hottest code of the house beside the readers:
 * maps and texts in between cost ten times the bytes. Fields are written in the order of their names,
 * which is the order of canonical JSON. */
final class RecordWriter {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_NUMBER = 20;

  private byte[] out = new byte[1 << 10];
  private int size;

  /** The record's bytes; the writer may be used again. */
  byte[] bytes(Record record) {
    size = 0;
    switch (record) {
      case Record.Profile r -> profile(r);
      case Record.Post r -> post(r);
      case Record.Message r -> message(r);
      case Record.Follow r -> follow(r);
      case Record.Login r -> login(r);
      case Record.Call r -> call(r);
      case Record.Place r -> place(r);
      case Record.Activity r -> activity(r);
      case Record.Membership r -> membership(r);
      case Record.Relation r -> relation(r);
    }
    return Arrays.copyOf(out, size);
  }

  private void profile(Record.Profile r) {
    account("{\"account\":", r.account());
    ascii(",\"attributes\":");
    texts(r.attributes());
    extra(",\"extra\":", r);
    kindAndLocator(",\"kind\":", r);
    platform(r);
    ascii(",\"selectors\":[");
    boolean first = true;
    for (Stated stated : r.selectors()) {
      ascii(first ? "{\"selector\":" : ",{\"selector\":");
      quote(stated.selector().toString());
      ascii(stated.verified() ? ",\"verified\":true}" : ",\"verified\":false}");
      first = false;
    }
    ascii("]");
    time(r);
  }

  private void post(Record.Post r) {
    String before = account("{\"author\":", r.author()) ? "," : "{";
    before = extra(before + "\"extra\":", r) ? "," : before;
    before = text(before + "\"id\":", r.postId()) ? "," : before;
    kindAndLocator(before + "\"kind\":", r);
    media(r.media());
    accounts(",\"mentions\":", r.mentions());
    platform(r);
    account(",\"replyTo\":", r.replyTo());
    text(",\"replyToPost\":", r.replyToPost());
    text(",\"repostOf\":", r.repostOf());
    text(",\"text\":", r.text());
    time(r);
  }

  private void message(Record.Message r) {
    String before = text("{\"action\":", r.action()) ? "," : "{";
    before = account(before + "\"author\":", r.author()) ? "," : before;
    conversation(before + "\"conversation\":", r.conversation());
    extra(",\"extra\":", r);
    text(",\"forwardedFrom\":", r.forwardedFrom());
    text(",\"id\":", r.messageId());
    kindAndLocator(",\"kind\":", r);
    media(r.media());
    accounts(",\"mentions\":", r.mentions());
    platform(r);
    accounts(",\"recipients\":", r.recipients());
    text(",\"replyTo\":", r.replyTo());
    text(",\"text\":", r.text());
    time(r);
  }

  private void follow(Record.Follow r) {
    String before = extra("{\"extra\":", r) ? "," : "{";
    account(before + "\"from\":", r.from());
    text(",\"how\":", r.how().name());
    kindAndLocator(",\"kind\":", r);
    platform(r);
    time(",\"time\":", r.header().claimed());
    account(",\"to\":", r.to());
    ascii("}");
  }

  private void login(Record.Login r) {
    account("{\"account\":", r.account());
    text(",\"action\":", r.action());
    text(",\"device\":", r.device());
    extra(",\"extra\":", r);
    text(",\"ip\":", r.ip());
    kindAndLocator(",\"kind\":", r);
    platform(r);
    ascii(",\"port\":");
    number(r.port());
    time(r);
  }

  private void call(Record.Call r) {
    accounts("{\"called\":", r.called());
    account(",\"caller\":", r.caller());
    ConversationRef where = r.conversation();
    if (where != null) {
      conversation(",\"conversation\":", where);
    }
    Duration duration = r.duration();
    text(",\"duration\":", duration == null ? null : duration.toString());
    extra(",\"extra\":", r);
    kindAndLocator(",\"kind\":", r);
    text(",\"outcome\":", r.outcome());
    platform(r);
    time(r);
  }

  private void place(Record.Place r) {
    String before = account("{\"account\":", r.account()) ? "," : "{";
    text(before + "\"accuracy\":", Double.toString(r.accuracyMetres()));
    extra(",\"extra\":", r);
    ascii(",\"kind\":\"PLACE\"");
    text(",\"latitude\":", Double.toString(r.latitude()));
    locator(r.header().locator());
    text(",\"longitude\":", Double.toString(r.longitude()));
    text(",\"name\":", r.name());
    platform(r);
    time(r);
  }

  private void activity(Record.Activity r) {
    String before = account("{\"account\":", r.account()) ? "," : "{";
    before = extra(before + "\"extra\":", r) ? "," : before;
    kindAndLocator(before + "\"kind\":", r);
    text(",\"object\":", r.object());
    platform(r);
    text(",\"text\":", r.text());
    time(",\"time\":", r.header().claimed());
    account(",\"towards\":", r.towards());
    text(",\"what\":", r.what().name());
    ascii("}");
  }

  private void membership(Record.Membership r) {
    account("{\"account\":", r.account());
    text(",\"action\":", r.action().name());
    account(",\"by\":", r.by());
    extra(",\"extra\":", r);
    conversation(",\"group\":", r.group());
    kindAndLocator(",\"kind\":", r);
    platform(r);
    time(r);
  }

  private void relation(Record.Relation r) {
    ascii(r.directed() ? "{\"directed\":true" : "{\"directed\":false");
    extra(",\"extra\":", r);
    account(",\"from\":", r.from());
    ascii(",\"kind\":\"RELATION\"");
    text(",\"label\":", r.label());
    locator(r.header().locator());
    platform(r);
    time(",\"time\":", r.header().claimed());
    account(",\"to\":", r.to());
    text(",\"weight\":", Double.toString(r.weight()));
    ascii("}");
  }

  // ---------------------------------------------------------------- what all kinds have

  private boolean extra(String name, Record record) {
    Map<String, String> extra = record.header().extra();
    if (extra.isEmpty()) {
      return false;
    }
    ascii(name);
    texts(extra);
    return true;
  }

  private void kindAndLocator(String name, Record record) {
    text(name, record.kind().name());
    locator(record.header().locator());
  }

  private void locator(Locator at) {
    ascii(",\"locator\":{\"exhibit\":\"");
    ascii(at.exhibit().hex());
    ascii("\",\"from\":");
    number(at.from());
    text(",\"part\":", at.part());
    text(",\"pointer\":", at.pointer());
    ascii(",\"to\":");
    number(at.to());
    ascii("}");
  }

  private void platform(Record record) {
    text(",\"platform\":", record.header().platform().name());
  }

  /* The last field of most kinds. */
  private void time(Record record) {
    time(",\"time\":", record.header().claimed());
    ascii("}");
  }

  private void time(String name, ClaimedTime claimed) {
    ascii(name);
    Instant at = claimed.instant();
    String before = text("{\"at\":", at == null ? null : InstantText.of(at)) ? "," : "{";
    text(before + "\"basis\":", claimed.basis().name());
    text(",\"precision\":", claimed.precision().name());
    text(",\"text\":", claimed.text());
    text(",\"zone\":", claimed.zone());
    ascii("}");
  }

  private boolean account(String name, @Nullable AccountRef account) {
    if (account == null) {
      return false;
    }
    ascii(name);
    account(account);
    return true;
  }

  private void account(AccountRef account) {
    text("{\"basis\":", account.basis().name());
    text(",\"handle\":", account.handle());
    text(",\"key\":", account.key());
    text(",\"name\":", account.displayName());
    text(",\"platform\":", account.platform().name());
    ascii("}");
  }

  private void accounts(String name, List<AccountRef> accounts) {
    ascii(name);
    ascii("[");
    for (int i = 0; i < accounts.size(); i++) {
      if (i > 0) {
        ascii(",");
      }
      account(accounts.get(i));
    }
    ascii("]");
  }

  private void conversation(String name, ConversationRef conversation) {
    ascii(name);
    text("{\"key\":", conversation.key());
    text(",\"kind\":", conversation.kind().name());
    text(",\"platform\":", conversation.platform().name());
    text(",\"title\":", conversation.title());
    ascii("}");
  }

  private void media(List<Media> media) {
    ascii(",\"media\":[");
    for (int i = 0; i < media.size(); i++) {
      Media one = media.get(i);
      Digest digest = one.digest();
      PictureHash likeness = one.likeness();
      ascii(i > 0 ? "," : "");
      String first = text("{\"digest\":", digest == null ? null : digest.hex()) ? "," : "{";
      String next = likeness == null ? null : likeness.hex();
      String before = text(first + "\"likeness\":", next) ? "," : first;
      text(before + "\"name\":", one.name());
      text(",\"part\":", one.part());
      text(",\"type\":", one.type());
      ascii("}");
    }
    ascii("]");
  }

  private void texts(Map<String, String> texts) {
    ascii("{");
    boolean first = true;
    for (Map.Entry<String, String> one : texts.entrySet()) { // Sorted: records keep them so.
      ascii(first ? "" : ",");
      quote(one.getKey());
      ascii(":");
      quote(one.getValue());
      first = false;
    }
    ascii("}");
  }

  // ---------------------------------------------------------------- bytes

  /* Writes a field with its name as given, or nothing if there is no value. */
  private boolean text(String name, @Nullable String value) {
    if (value == null) {
      return false;
    }
    ascii(name);
    quote(value);
    return true;
  }

  private void room(int more) {
    if (out.length - size < more) {
      out = Arrays.copyOf(out, Math.max(Math.addExact(size, more), 2 * out.length));
    }
  }

  @SuppressWarnings("deprecation") // Takes the low bytes as they are: all of them are ASCII.
  private void ascii(String text) {
    int length = text.length();
    room(length);
    text.getBytes(0, length, out, size);
    size += length;
  }

  private void number(long value) {
    room(LONGEST_NUMBER);
    if (value <= 0) {
      ascii(Long.toString(value));
      return;
    }
    int digits = 1;
    for (long rest = value / 10; rest > 0; rest /= 10) {
      digits++;
    }
    int at = size + digits;
    for (long rest = value; at > size; rest /= 10) {
      out[--at] = (byte) ('0' + rest % 10);
    }
    size += digits;
  }

  /* As CanonicalJson quotes: the two are held together by a test. */
  private void quote(String text) {
    int length = text.length();
    room(Math.addExact(2, Math.multiplyExact(length, 6)));
    byte[] to = out;
    int at = size;
    to[at++] = '"';
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x20 && c < 0x80 && c != '"' && c != '\\') {
        to[at++] = (byte) c;
      } else if (c < 0x80) {
        at = escaped(to, at, c);
      } else if (c < 0x800) {
        to[at++] = (byte) (0xC0 | c >> 6);
        to[at++] = (byte) (0x80 | c & 0x3F);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < length
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        int point = Character.toCodePoint(c, text.charAt(++i));
        to[at++] = (byte) (0xF0 | point >> 18);
        to[at++] = (byte) (0x80 | point >> 12 & 0x3F);
        to[at++] = (byte) (0x80 | point >> 6 & 0x3F);
        to[at++] = (byte) (0x80 | point & 0x3F);
      } else {
        // A lone surrogate has no UTF-8 form; evidence can hold one, so it is shown, not lost.
        char shown = Character.isSurrogate(c) ? '\uFFFD' : c;
        to[at++] = (byte) (0xE0 | shown >> 12);
        to[at++] = (byte) (0x80 | shown >> 6 & 0x3F);
        to[at++] = (byte) (0x80 | shown & 0x3F);
      }
    }
    to[at++] = '"';
    size = at;
  }

  private static int escaped(byte[] to, int from, char c) {
    int at = from;
    to[at++] = '\\';
    switch (c) {
      case '"', '\\' -> to[at++] = (byte) c;
      case '\b' -> to[at++] = 'b';
      case '\f' -> to[at++] = 'f';
      case '\n' -> to[at++] = 'n';
      case '\r' -> to[at++] = 'r';
      case '\t' -> to[at++] = 't';
      default -> {
        to[at++] = 'u';
        to[at++] = '0';
        to[at++] = '0';
        to[at++] = HEX[c >> 4];
        to[at++] = HEX[c & 15];
      }
    }
    return at;
  }
}
