package dev.sextant.records.reader;

import dev.sextant.terms.Fault;

/** Why a whole source cannot be read, or cannot be read on. */
public abstract sealed class ReaderFault extends Fault {
  private static final long serialVersionUID = 1L;

  /** What to do where a limit was met: the limits are fixed, the file is not. */
  static final String SMALLER =
      "split the file, or unpack it and read its parts one by one; if it is an ordinary export,"
          + " report its kind and size";

  private ReaderFault(String code, String what, String place, String value, String cure) {
    super(code, what, place, value, cure);
  }

  /** The same fault at a place as the caller names it. */
  abstract ReaderFault at(String place);

  /** The container (file, zip, folder) is broken or dangerous. */
  public static final class Container extends ReaderFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param code {@code SX-READ-TRUNCATED}, {@code SX-READ-MALFORMED}, ...
     * @param what what is wrong
     * @param place source's name
     * @param value size, entry number, ...
     * @param cure what to do
     */
    public Container(String code, String what, String place, String value, String cure) {
      super(code, what, place, value, cure);
    }

    @Override
    Container at(String place) {
      return new Container(code(), what(), place, value(), cure());
    }
  }

  /** One of the {@link Limits} was met. */
  public static final class Limit extends ReaderFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param what which limit
     * @param place where it was met
     * @param value by how much
     */
    public Limit(String what, String place, String value) {
      super(ReadFault.LIMIT, what, place, value, SMALLER);
    }

    @Override
    Limit at(String place) {
      return new Limit(what(), place, value());
    }
  }

  /** No reader knows the content. */
  public static final class Unknown extends ReaderFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param place source's name
     * @param value its size
     */
    public Unknown(String place, String value) {
      super(
          "SX-READ-UNKNOWN",
          "no reader knows this content",
          place,
          value,
          "see docs/formats for what can be read; keep the exhibit, a later version may read it");
    }

    @Override
    Unknown at(String place) {
      return new Unknown(place, value());
    }
  }

  /** {@code SX-READ-STOPPED}: whoever began the reading stopped it. */
  public static ReaderFault stopped(String place) {
    return new Child(
        "SX-READ-STOPPED",
        "the reading was stopped by whoever began it; nothing of it was kept",
        place,
        "stopped",
        "the exhibit stays sealed; read it again when it is wanted");
  }

  /** The child process crashed, overran or said something that is not the protocol. */
  public static final class Child extends ReaderFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param code {@code SX-READ-STOPPED}, {@code SX-READ-CRASH}, {@code SX-READ-TIME}, {@code
     *     SX-READ-OUTPUT}, {@code SX-READ-HEAP}
     * @param what what happened
     * @param place source's name
     * @param value exit code, seconds, bytes
     * @param cure what to do
     */
    public Child(String code, String what, String place, String value, String cure) {
      super(code, what, place, value, cure);
    }

    @Override
    Child at(String place) {
      return new Child(code(), what(), place, value(), cure());
    }
  }
}
