package dev.sextant.disclosure;

import dev.sextant.terms.Fault;
import java.io.IOException;

/** What can go wrong on the way out. */
public abstract sealed class DisclosureFault extends Fault {
  private static final long serialVersionUID = 1L;

  private DisclosureFault(String code, String what, String place, String value, String cure) {
    super(code, what, place, value, cure);
  }

  /** These findings cannot be released like this. Nothing left the house. */
  public static final class NotReleasable extends DisclosureFault {
    private static final long serialVersionUID = 1L;

    /** See {@link Fault}. */
    public NotReleasable(String code, String what, String place, String value, String cure) {
      super(code, what, place, value, cure);
    }
  }

  /** A timestamp that proves nothing of what was released. It was not kept. */
  public static final class BadStamp extends DisclosureFault {
    private static final long serialVersionUID = 1L;

    /** See {@link Fault}. */
    public BadStamp(String code, String what, String place, String value, String cure) {
      super(code, what, place, value, cure);
    }
  }

  /** {@code SX-DISC-NOT-FOUND}: the case's register has no such disclosure. */
  public static final class NotFound extends DisclosureFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param disclosure its identifier
     */
    public NotFound(String disclosure) {
      super(
          "SX-DISC-NOT-FOUND",
          "no such disclosure in this case's register",
          "disclosure",
          disclosure,
          "list the case's disclosures");
    }
  }

  /** {@code SX-DISC-BUNDLE}: a bundle's file is gone or is not what the register says. */
  public static final class BadBundle extends DisclosureFault {
    private static final long serialVersionUID = 1L;

    /** With the file and what is wrong with it. */
    public BadBundle(String place, String value) {
      super(
          "SX-DISC-BUNDLE",
          "the bundle is not the one that was released",
          place,
          value,
          "restore the file from its backup; the register holds its digest");
    }
  }

  /** {@code SX-DISC-STORAGE}: the disk failed. Nothing left the house. */
  public static final class Storage extends DisclosureFault {
    private static final long serialVersionUID = 1L;

    /** With the file and what happened. */
    public Storage(String place, IOException cause) {
      super(
          "SX-DISC-STORAGE",
          "reading or writing failed",
          place,
          cause.getClass().getSimpleName(),
          "check space and rights, then release again");
      initCause(cause);
    }
  }
}
