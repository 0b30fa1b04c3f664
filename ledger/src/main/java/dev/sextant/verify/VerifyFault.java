package dev.sextant.verify;

import dev.sextant.terms.Fault;
import java.io.IOException;

/** Everything that the verifier and the writer of bundles raise on purpose. */
public abstract sealed class VerifyFault extends Fault {
  private static final long serialVersionUID = 1L;

  private VerifyFault(String code, String what, String place, String value, String cure) {
    super(code, what, place, value, cure);
  }

  /** {@code SX-VERIFY-ZIP}: a container that is not the one canonical zip of its contents. */
  public static final class BadZip extends VerifyFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param what what is wrong
     * @param place byte offset, or entry
     * @param value the value that does not fit
     */
    public BadZip(String what, String place, String value) {
      super(
          "SX-VERIFY-ZIP",
          what,
          place,
          value,
          "ask for the bundle again and compare its digest; do not repack it");
    }
  }

  /** {@code SX-VERIFY-BUNDLE}: contents that contradict each other, or a signature that fails. */
  public static final class BadBundle extends VerifyFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param what what is wrong
     * @param place file in the bundle and position in it
     * @param value the value that does not fit
     */
    public BadBundle(String what, String place, String value) {
      super(
          "SX-VERIFY-BUNDLE",
          what,
          place,
          value,
          "do not rely on this bundle; ask the issuing agency for it again");
    }
  }

  /** {@code SX-VERIFY-STORAGE}: a file cannot be read or written. */
  public static final class Storage extends VerifyFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param place the file
     * @param cause what the operating system said
     */
    public Storage(String place, IOException cause) {
      super(
          "SX-VERIFY-STORAGE",
          "reading or writing failed",
          place,
          cause.getClass().getSimpleName() + " " + cause.getMessage(),
          "check the path, the rights and the space on the disk");
      initCause(cause);
    }
  }

  /** {@code SX-VERIFY-KIT}: a folder that is not a whole overseer kit. */
  public static final class BadKit extends VerifyFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param what what is wrong
     * @param place file in the kit
     * @param value the value that does not fit
     */
    public BadKit(String what, String place, String value) {
      super(
          "SX-VERIFY-KIT",
          what,
          place,
          value,
          "ask the agency for the kit again: sextant oversee export");
    }
  }
}
