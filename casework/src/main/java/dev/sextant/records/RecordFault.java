package dev.sextant.records;

import dev.sextant.terms.Fault;
import java.io.IOException;

/** Every error of the store and of search; those of readers are {@code ReaderFault}s. */
public abstract sealed class RecordFault extends Fault {
  private static final long serialVersionUID = 1L;

  private RecordFault(String code, String what, String place, String value, String cure) {
    super(code, what, place, value, cure);
  }

  /** {@code SX-RECORD-QUERY}: words that cannot be looked for. */
  public static final class BadQuery extends RecordFault {
    private static final long serialVersionUID = 1L;

    private final int position;

    /**
     * @param what what is wrong
     * @param position character of the words at which it shows, from 0
     * @param cure what would do
     */
    public BadQuery(String what, int position, String cure) {
      super("SX-RECORD-QUERY", what, "query", "at character " + (position + 1), cure);
      this.position = position;
    }

    private BadQuery(String code, String what, int position, String cure) {
      super(code, what, "query", "at character " + (position + 1), cure);
      this.position = position;
    }

    /**
     * {@code SX-RECORD-SPECIAL}: asks for people by a special category of personal data (Directive
     * (EU) 2016/680, Article 10; 28 CFR 23.20(b)).
     */
    public static BadQuery special(int position) {
      return new BadQuery(
          "SX-RECORD-SPECIAL",
          "nobody is looked for by a special category of personal data",
          position,
          "look for what was said or done; belief, origin, health and the like are no field here");
    }

    /**
     * {@code SX-RECORD-PATTERN}: a regular or inexact expression that stands for more than may be
     * looked for.
     */
    public static BadQuery pattern(String what, int position, String cure) {
      return new BadQuery("SX-RECORD-PATTERN", what, position, cure);
    }

    /** Character of the words at which it shows, from 0. */
    public int position() {
      return position;
    }
  }

  /** {@code SX-RECORD-PAGE}: a page that cannot be. */
  public static final class BadPage extends RecordFault {
    private static final long serialVersionUID = 1L;

    BadPage(int from, int size) {
      super(
          "SX-RECORD-PAGE",
          "no such page",
          "query",
          "from " + from + ", size " + size,
          "begin at 0 or later; ask for 0 to " + RecordQuery.MOST_SIZE + " records");
    }
  }

  /** {@code SX-RECORD-CURSOR}: a page that cannot be gone on from. */
  public static final class BadCursor extends RecordFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param what why
     */
    public BadCursor(String what) {
      super("SX-RECORD-CURSOR", what, "query", "after", "search again from the first page");
    }
  }

  /** {@code SX-RECORD-NOTE}: what cannot be written beside a record. */
  public static final class BadNote extends RecordFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param what what is wrong
     * @param place which of its fields
     * @param value how long it is, or which number; no words of it
     * @param cure what would do
     */
    public BadNote(String what, String place, String value, String cure) {
      super("SX-RECORD-NOTE", what, place, value, cure);
    }

    private BadNote(String note, int base) {
      super(
          "SX-RECORD-NOTE-STATE",
          "another version was written since, or the note was taken back",
          "note " + note,
          "version " + base,
          "look at the latest version, and write on top of that");
    }

    /** {@code SX-RECORD-NOTE-STATE}: the version in sight is no longer the latest. */
    public static BadNote overtaken(java.util.UUID note, int base) {
      return new BadNote(note.toString(), base);
    }
  }

  /** {@code SX-RECORD-NOT-FOUND}: nothing of this name within the scope. */
  public static final class NotFound extends RecordFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param what what was asked for
     * @param value its identifier
     */
    public NotFound(String what, String value) {
      super("SX-RECORD-NOT-FOUND", "no such " + what + " within the scope", what, value, "search");
    }
  }

  /** {@code SX-RECORD-ALTERED}: a stored row is not what was stored. */
  public static final class Altered extends RecordFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param what what does not fit
     * @param value the record's id
     */
    public Altered(String what, String value) {
      super(
          "SX-RECORD-ALTERED",
          what,
          "record store",
          value,
          "read the exhibit again; compare with a backup");
    }
  }

  /** {@code SX-RECORD-COUNTS}: what was stored is not what was read; nothing was kept. */
  public static final class Unreconciled extends RecordFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param what which counts differ
     * @param value by how much
     */
    public Unreconciled(String what, String value) {
      super(
          "SX-RECORD-COUNTS", what, "reading", value, "report this file's kind; nothing was kept");
    }
  }

  /** {@code SX-RECORD-INDEX}: the search index cannot be written or read; the store is whole. */
  public static final class Index extends RecordFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param place its folder
     * @param cause what happened
     */
    public Index(String place, IOException cause) {
      super(
          "SX-RECORD-INDEX",
          "the search index cannot be used",
          place,
          cause.getClass().getSimpleName(),
          "check space and rights, or remove the folder: the next search builds it anew");
      initCause(cause);
    }
  }

  /** {@code SX-RECORD-READER}: the reader's process cannot be started. */
  public static final class Starting extends RecordFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param cause what happened
     */
    public Starting(IOException cause) {
      super(
          "SX-RECORD-READER",
          "the reader's process cannot be started; nothing was kept",
          "reader",
          cause.getClass().getSimpleName(),
          "check that a process can be started with this much memory");
      initCause(cause);
    }
  }

  /** {@code SX-RECORD-BYTES}: the bytes behind a record cannot be opened. */
  public static final class Bytes extends RecordFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param place where
     * @param value offset or length
     */
    public Bytes(String place, String value) {
      super(
          "SX-RECORD-BYTES",
          "the bytes behind this record cannot be opened",
          place,
          value,
          "verify the exhibit; read it again");
    }
  }

  /** {@code SX-RECORD-FILTER-...}: a filter officer's decision that cannot be taken. */
  public static final class Filter extends RecordFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param code which rule
     * @param what what stands in the way
     * @param cure what to do
     */
    public Filter(String code, String what, String cure) {
      super(code, what, "filter", "items", cure);
    }
  }
}
