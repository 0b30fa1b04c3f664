package dev.sextant.records.reader.returns.meta;

import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.html.HtmlStream;
import dev.sextant.records.reader.html.HtmlToken;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A business record's HTML as labels with values, in all three generations: tables ({@code th},
 * {@code td}), {@code div_table} with {@code most_inner}, and the present {@code t}, {@code i},
 * {@code m}. Page breaks in the middle of values are taken out.
 */
/* No tree is built. A label is the text that stands directly before an element that holds a value
 * (div.m, div.most_inner, td); where such text has several lines, the last is the label and those
 * before belong to the value around it. So records whose elements are not closed are read too. */
final class Entries implements Closeable {
  private static final Pattern FURNITURE =
      Pattern.compile(
          "(?i)(?:(?:meta|facebook|instagram|threads|whatsapp)(?: platforms)?,?(?: inc\\.?)? )?"
              + "business record(?: page ?[0-9]+(?: of [0-9]+)?)?|page [0-9]+(?: of [0-9]+)?");

  private static final Set<String> INLINE =
      Set.of(
          "a", "b", "i", "em", "strong", "span", "u", "font", "small", "sup", "sub", "img", "abbr",
          "code", "bdi", "bdo", "wbr", "mark", "time");

  /** A value this long is told in pieces; lists of a million followers are one value. */
  private static final int PIECE = 1 << 18;

  private final HtmlStream in;
  private final int deepest;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private final Deque<Open> opens = new ArrayDeque<>();
  private final Deque<Entry> ready = new ArrayDeque<>();
  private final Lines pending = new Lines();
  private String section = "";
  private long sectionFrom;
  private long pages;
  private long flattened;
  private boolean ended;
  private boolean whole = true;
  private boolean inside;

  /** What an open element is. */
  private enum Role {
    PLAIN,
    LABEL,
    VALUE,
    HEAD,
    PAGE
  }

  private record Frame(String element, Role role) {}

  /** A label whose value is being read. */
  private static final class Open {
    private final String label;
    private final long from;
    private final List<Entry.Line> lines = new ArrayList<>();
    private boolean told;

    Open(String label, long from) {
      this.label = label;
      this.from = from;
    }
  }

  private Entries(HtmlStream in, int deepest) {
    this.in = in;
    this.deepest = deepest;
  }

  static Entries of(Source.Part part, Limits limits) throws IOException {
    // Values of a record nest deeper than JSON does: three elements for each level of labels.
    return new Entries(HtmlStream.of(part, limits), limits.nesting() * 5);
  }

  /** The next entry, or null at the end. */
  @Nullable Entry next() throws IOException {
    while (ready.isEmpty() && !ended) {
      HtmlToken token = in.next();
      if (token == null) {
        ended = true;
        whole = frames.isEmpty() && !in.truncated();
        Open open = opens.peek();
        inside = in.truncated() || (open != null && !open.told);
        closeAll(in.position());
      } else {
        take(token);
      }
    }
    return ready.poll();
  }

  /** True if at the end every element had ended. */
  boolean whole() {
    return whole;
  }

  /** True if the end stood in the middle of a tag or of a value. */
  boolean inside() {
    return inside;
  }

  /** How many page breaks were taken out. */
  long pages() {
    return pages;
  }

  /** How many characters could not be decoded, and texts that were cut. */
  long replaced() {
    return in.replaced() + in.cut();
  }

  /** How many elements lay deeper than the limit. */
  long flattened() {
    return flattened;
  }

  /** Byte reached. */
  long position() {
    return in.position();
  }

  private void take(HtmlToken token) {
    switch (token) {
      case HtmlToken.Text t -> text(t);
      case HtmlToken.Start s -> start(s);
      case HtmlToken.End e -> end(e);
    }
  }

  private void text(HtmlToken.Text t) {
    if (t.blank()) {
      pending.add(t, false);
      return;
    }
    if (FURNITURE.matcher(t.shown()).matches()
        && (in(Role.PAGE) || t.shown().toLowerCase(Locale.ROOT).contains("page"))) {
      pages++;
      return;
    }
    Frame frame = frames.peek();
    boolean loose = frame == null || frame.role() != Role.LABEL && frame.role() != Role.HEAD;
    pending.add(t, loose);
    if (pending.size() > PIECE && !opens.isEmpty()) {
      piece(t.to());
    }
  }

  private boolean in(Role role) {
    Frame frame = frames.peek();
    return frame != null && frame.role() == role;
  }

  private void piece(long to) {
    Open open = opens.element();
    open.lines.addAll(pending.take());
    if (!open.told) {
      tell(open, open.lines, false, true, to);
      open.lines.clear();
    }
  }

  private void start(HtmlToken.Start s) {
    String id = s.value("id");
    if (id.startsWith("property-") || id.equals("home")) {
      closeAll(s.from());
      section = id.startsWith("property-") ? id.substring("property-".length()) : id;
      sectionFrom = s.from();
    }
    Role role = role(s);
    switch (role) {
      case VALUE -> value(s.from());
      case LABEL, HEAD -> {
        pending.end();
        outer(s.from());
      }
      case PLAIN -> {
        if (!INLINE.contains(s.name())) {
          pending.end();
        }
      }
      case PAGE -> {}
    }
    if (!s.empty()) {
      if (frames.size() < deepest) {
        frames.push(new Frame(s.name(), role));
      } else {
        flattened++;
      }
    }
  }

  private static Role role(HtmlToken.Start s) {
    if (s.name().equals("td")) {
      return Role.VALUE;
    }
    if (s.name().equals("th")) {
      return Role.HEAD;
    }
    if (!s.name().equals("div")) {
      return Role.PLAIN;
    }
    if (s.has("m") || s.has("most_inner")) {
      return Role.VALUE;
    }
    if (s.has("p") || s.has("page_break") || s.has("pageBreak")) {
      return Role.PAGE;
    }
    boolean label = s.has("t") && s.has("i") || s.has("inner") || (s.has("t") && !s.has("o"));
    return label ? Role.LABEL : Role.PLAIN;
  }

  /** A value begins: what stood before is its label. */
  private void value(long from) {
    List<Entry.Line> before = pending.take();
    Frame frame = frames.peek();
    boolean labelled = frame != null && frame.role() == Role.LABEL;
    int own = labelled ? 0 : Math.max(0, before.size() - 1);
    outer(before.subList(0, own), before.isEmpty() ? from : before.get(own).from());
    List<Entry.Line> label = before.subList(own, before.size());
    String words = String.join(" ", label.stream().map(Entry.Line::text).toList());
    opens.push(new Open(plain(words), label.isEmpty() ? from : label.getFirst().from()));
  }

  private static String plain(String label) {
    return label.endsWith(":") ? label.substring(0, label.length() - 1).strip() : label;
  }

  /** Lines so far belong to the value around; a label begins inside it. */
  private void outer(long from) {
    outer(pending.take(), from);
  }

  private void outer(List<Entry.Line> before, long from) {
    Open open = opens.peek();
    if (open == null) {
      before.forEach(this::alone);
      return;
    }
    if (open.told) {
      before.forEach(this::alone);
    } else {
      open.lines.addAll(before);
      tell(open, open.lines, true, false, from);
      open.told = true;
      open.lines.clear();
    }
  }

  private void alone(Entry.Line line) {
    ready.add(
        new Entry(section, "", List.of(line), opens.size(), false, false, line.from(), line.to()));
  }

  private void tell(Open open, List<Entry.Line> lines, boolean group, boolean goesOn, long to) {
    ready.add(
        new Entry(
            section,
            open.label,
            lines,
            opens.size() - 1,
            group,
            goesOn,
            open.from,
            Math.max(open.from, to)));
  }

  private void end(HtmlToken.End e) {
    boolean known = frames.stream().anyMatch(f -> f.element().equals(e.name()));
    if (!known) {
      if (!INLINE.contains(e.name())) {
        pending.end();
      }
      return;
    }
    while (true) {
      Frame frame = frames.pop();
      boolean meant = frame.element().equals(e.name());
      leave(frame, meant ? e.to() : e.from());
      if (meant) {
        return;
      }
    }
  }

  private void leave(Frame frame, long to) {
    switch (frame.role()) {
      case VALUE -> close(to);
      case LABEL -> {
        // A label without a value: words that stand alone, such as "Removed by Sender".
        pending.take().forEach(this::alone);
      }
      case HEAD, PAGE -> {}
      case PLAIN -> {
        if (!INLINE.contains(frame.element())) {
          pending.end();
        }
      }
    }
  }

  private void close(long to) {
    Open open = opens.peek();
    List<Entry.Line> rest = pending.take();
    if (open == null) {
      rest.forEach(this::alone);
      return;
    }
    if (open.told) {
      rest.forEach(this::alone);
    } else {
      open.lines.addAll(rest);
      tell(open, open.lines, false, false, to);
    }
    opens.pop();
  }

  private void closeAll(long to) {
    while (!opens.isEmpty()) {
      close(to);
    }
    pending.take().forEach(this::alone);
    frames.clear();
  }

  /** First byte of the section that was last begun. */
  long sectionFrom() {
    return sectionFrom;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
