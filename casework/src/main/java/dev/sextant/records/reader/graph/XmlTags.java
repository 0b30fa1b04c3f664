package dev.sextant.records.reader.graph;

/**
 * Where the tags of an XML document begin and end, found by its bytes alone as they pass. The JDK's
 * parser tells places that lie some characters off after each filling of its buffer; the tags that
 * it tells of are the same, in the same order.
 */
final class XmlTags {
  private enum In {
    TEXT,
    OPENED,
    TAG,
    QUOTED,
    INSTRUCTION,
    DECLARATION,
    COMMENT,
    CDATA,
    DOCTYPE,
    DOCTYPE_QUOTED,
    DOCTYPE_COMMENT,
    DOCTYPE_INSTRUCTION
  }

  /** Kinds of tag. */
  private static final int START = 0;

  private static final int END = 1;
  private static final int EMPTY = 2;

  /* Three numbers a tag: first byte, byte after the last, kind. */
  private long[] waiting = new long[3 * 1024];
  private int first;
  private int after;

  private In in = In.TEXT;
  private long at;
  private long opened;
  private boolean ending;
  private byte quote;
  private int brackets;
  private int before;
  private int earlier;

  private long from;
  private long to;
  private boolean closesItself;

  /**
   * @param at place of the first byte that will pass
   */
  XmlTags(long at) {
    this.at = at;
    this.from = at;
    this.to = at;
  }

  /** A byte passes. */
  void pass(byte b) {
    switch (in) {
      case TEXT -> {
        if (b == '<') {
          in = In.OPENED;
          opened = at;
        }
      }
      case OPENED -> {
        ending = b == '/';
        in =
            switch (b) {
              case '?' -> In.INSTRUCTION;
              case '!' -> In.DECLARATION;
              default -> In.TAG;
            };
      }
      case TAG, QUOTED -> tag(b);
      case DECLARATION -> declaration(b);
      case INSTRUCTION -> leave(b == '>' && before == '?', In.TEXT);
      case COMMENT -> leave(b == '>' && before == '-' && earlier == '-', In.TEXT);
      case CDATA -> leave(b == '>' && before == ']' && earlier == ']', In.TEXT);
      case DOCTYPE_INSTRUCTION -> leave(b == '>' && before == '?', In.DOCTYPE);
      case DOCTYPE_COMMENT -> leave(b == '>' && before == '-' && earlier == '-', In.DOCTYPE);
      case DOCTYPE_QUOTED -> leave(b == quote, In.DOCTYPE);
      case DOCTYPE -> doctype(b);
    }
    earlier = before;
    before = b;
    at++;
  }

  private void leave(boolean now, In next) {
    if (now) {
      in = next;
    }
  }

  private void tag(byte b) {
    if (in == In.QUOTED) {
      leave(b == quote, In.TAG);
    } else if (b == '"' || b == '\'') {
      quote = b;
      in = In.QUOTED;
    } else if (b == '>') {
      in = In.TEXT;
      add(opened, at + 1, ending ? END : before == '/' ? EMPTY : START);
    }
  }

  /* "<!--", "<![CDATA[" or "<!DOCTYPE": told apart by their first letters. */
  private void declaration(byte b) {
    if (b == '[') {
      in = In.CDATA;
    } else if (b == '-') {
      in = In.COMMENT;
    } else {
      in = In.DOCTYPE;
      brackets = 0;
    }
  }

  private void doctype(byte b) {
    switch (b) {
      case '"', '\'' -> {
        quote = b;
        in = In.DOCTYPE_QUOTED;
      }
      case '[', '<' -> brackets++;
      case ']' -> brackets--;
      case '>' -> {
        if (brackets == 0) {
          in = In.TEXT;
        } else {
          brackets--;
        }
      }
      case '?' -> {
        if (before == '<') {
          brackets--;
          in = In.DOCTYPE_INSTRUCTION;
        }
      }
      case '-' -> {
        if (before == '-' && earlier == '!') {
          brackets--;
          in = In.DOCTYPE_COMMENT;
        }
      }
      default -> {}
    }
  }

  private void add(long tagFrom, long tagTo, int kind) {
    if (after == waiting.length) {
      int length = after - first;
      long[] into = length > waiting.length / 2 ? new long[2 * waiting.length] : waiting;
      System.arraycopy(waiting, first, into, 0, length);
      waiting = into;
      first = 0;
      after = length;
    }
    waiting[after++] = tagFrom;
    waiting[after++] = tagTo;
    waiting[after++] = kind;
  }

  /** Goes on to the next start tag. */
  void start() {
    take();
  }

  /** Goes on to the next end tag; an element's only tag is both. */
  void end() {
    if (closesItself) {
      closesItself = false;
    } else {
      take();
    }
  }

  private void take() {
    if (first < after) {
      from = waiting[first];
      to = waiting[first + 1];
      closesItself = waiting[first + 2] == EMPTY;
      first += 3;
    }
  }

  /** First byte of the tag. */
  long from() {
    return from;
  }

  /** Byte after the tag. */
  long to() {
    return to;
  }
}
