package dev.sextant.custody;

import dev.sextant.terms.Fault;
import java.io.IOException;

/** Every error of this room. */
public abstract sealed class CustodyFault extends Fault {
  private static final long serialVersionUID = 1L;

  private CustodyFault(String code, String what, String place, String value, String cure) {
    super(code, what, place, value, cure);
  }

  /** {@code SX-CUSTODY-UNKNOWN}: the case has no such exhibit. */
  public static final class Unknown extends CustodyFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param exhibit its identifier
     */
    public Unknown(String exhibit) {
      super(
          "SX-CUSTODY-UNKNOWN",
          "this case has no such exhibit",
          "exhibit",
          exhibit,
          "list the case's exhibits");
    }
  }

  /**
   * {@code SX-CUSTODY-ALTERED}: bytes on disk are not those that were sealed, or the key is not.
   */
  public static final class Altered extends CustodyFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param what what does not fit
     * @param place sealed file and offset in bytes
     * @param value the number that does not fit
     */
    public Altered(String what, String place, String value) {
      super(
          "SX-CUSTODY-ALTERED",
          what,
          place,
          value,
          "do not use the exhibit; restore the file from its backup and verify it");
    }
  }

  /** {@code SX-CUSTODY-STORAGE}: the disk or the incoming bytes failed. Nothing was kept. */
  public static final class Storage extends CustodyFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param place file or folder
     * @param cause what happened
     */
    public Storage(String place, IOException cause) {
      super(
          "SX-CUSTODY-STORAGE",
          "reading or writing failed; nothing was kept",
          place,
          cause.getClass().getSimpleName(),
          "check space, rights and the source, then seal again");
      initCause(cause);
    }
  }

  /** {@code SX-CUSTODY-ACQUISITION}: an acquisition that does not say what it must. */
  public static final class BadAcquisition extends CustodyFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param field which field
     * @param value what it holds
     * @param cure what it should
     */
    public BadAcquisition(String field, String value, String cure) {
      super("SX-CUSTODY-ACQUISITION", "the acquisition is incomplete", field, value, cure);
    }
  }

  /** {@code SX-CUSTODY-CERTIFICATE}: nothing can be certified of such an exhibit. */
  public static final class NotCertifiable extends CustodyFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param place which part
     * @param value what stands against it
     * @param cure what to do instead
     */
    public NotCertifiable(String place, String value, String cure) {
      super("SX-CUSTODY-CERTIFICATE", "this cannot be certified", place, value, cure);
    }
  }

  /** {@code SX-CUSTODY-VOID}: the case holds these bytes, and nobody may use them. */
  public static final class Void extends CustodyFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param file the sealed file's keyed name
     */
    public Void(String file) {
      super(
          "SX-CUSTODY-VOID",
          "these bytes were taken in under an authority that is void, or unlawfully",
          "sealed file",
          file,
          "sealing them again does not make them lawful; ask the overseer");
    }
  }
}
