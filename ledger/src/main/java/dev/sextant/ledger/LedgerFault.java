package dev.sextant.ledger;

import dev.sextant.terms.Fault;
import java.io.IOException;

/** Everything that this room raises on purpose. Codes start with {@code SX-LEDGER-}. */
public abstract sealed class LedgerFault extends Fault {
  private static final long serialVersionUID = 1L;

  private LedgerFault(String code, String what, String place, String value, String cure) {
    super(code, what, place, value, cure);
  }

  /** {@code SX-LEDGER-LOCKED}: another process (or another object here) writes to this folder. */
  public static final class Locked extends LedgerFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param place the folder
     */
    public Locked(String place) {
      super(
          "SX-LEDGER-LOCKED",
          "the folder already has a writer",
          place,
          "lock",
          "end the other program that works in this folder, a server perhaps, and try again");
    }
  }

  /**
   * {@code SX-LEDGER-DAMAGED}: bytes on disk contradict what was acknowledged or published. Nothing
   * was changed.
   */
  public static final class Damaged extends LedgerFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param what what is wrong
     * @param place file and offset, or tile
     * @param value index, size or digest that does not fit
     */
    public Damaged(String what, String place, String value) {
      super(
          "SX-LEDGER-DAMAGED",
          what,
          place,
          value,
          "stop writing, keep the folder as it is, restore it from a copy and compare checkpoints");
    }
  }

  /** {@code SX-LEDGER-FORKED}: a witness has seen a tree that this one does not continue. */
  public static final class Forked extends LedgerFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param place the witness
     * @param value the sizes that disagree
     */
    public Forked(String place, String value) {
      super(
          "SX-LEDGER-FORKED",
          "a witness has seen another or a longer history of this log",
          place,
          value,
          "stop writing: the folder was rolled back or altered; restore the longer history");
    }
  }

  /** {@code SX-LEDGER-STORAGE}: the disk refused. The writer is closed and must be reopened. */
  public static final class Storage extends LedgerFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param place file or folder
     * @param cause what the operating system said
     */
    public Storage(String place, IOException cause) {
      super(
          "SX-LEDGER-STORAGE",
          "reading or writing failed",
          place,
          cause.getClass().getSimpleName() + " " + cause.getMessage(),
          "check space, rights and the disk's health; then open the log again");
      initCause(cause);
    }
  }

  /** {@code SX-LEDGER-UNAVAILABLE}: a witness did not answer. */
  public static final class Unavailable extends LedgerFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param witness the witness's name
     * @param cause what went wrong on the way
     */
    public Unavailable(String witness, IOException cause) {
      super(
          "SX-LEDGER-UNAVAILABLE",
          "the witness does not answer",
          witness,
          cause.getClass().getSimpleName() + " " + cause.getMessage(),
          "the checkpoint stands without it; it is asked again with the next one");
      initCause(cause);
    }
  }

  /** {@code SX-LEDGER-CLOSED}: the writer was closed, or gave up after a storage fault. */
  public static final class Closed extends LedgerFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param place the folder
     */
    public Closed(String place) {
      super("SX-LEDGER-CLOSED", "the log is closed", place, "append", "open the log again");
    }
  }

  /** {@code SX-LEDGER-ENTRY}: an entry that the format cannot hold. */
  public static final class BadEntry extends LedgerFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param bytes the entry's length in bytes
     */
    public BadEntry(long bytes) {
      super(
          "SX-LEDGER-ENTRY",
          "an entry does not fit",
          "append",
          bytes + " bytes",
          "give 0 to 65535 bytes; log a digest of anything longer");
    }
  }

  /** {@code SX-LEDGER-RANGE}: an index, size or tile that is not in the tree. */
  public static final class OutOfRange extends LedgerFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param place what was asked
     * @param value the number that does not fit, and the limit
     */
    public OutOfRange(String place, String value) {
      super(
          "SX-LEDGER-RANGE",
          "outside the tree",
          place,
          value,
          "ask within the size of a published checkpoint");
    }
  }

  /** {@code SX-LEDGER-NOTE}: text that is not a signed note, checkpoint or key. */
  public static final class BadNote extends LedgerFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param what what is wrong
     * @param place line or field
     * @param value the value that does not fit
     */
    public BadNote(String what, String place, String value) {
      super(
          "SX-LEDGER-NOTE",
          what,
          place,
          value,
          "give the text exactly as it was published (c2sp.org/signed-note)");
    }
  }

  /** {@code SX-LEDGER-SIGNATURE}: a signature is missing or does not verify. */
  public static final class BadSignature extends LedgerFault {
    private static final long serialVersionUID = 1L;

    /**
     * @param what what is wrong
     * @param place the key's name
     * @param value the key id
     */
    public BadSignature(String what, String place, String value) {
      super(
          "SX-LEDGER-SIGNATURE",
          what,
          place,
          value,
          "do not rely on this text; compare the key with the one you were given");
    }
  }

  /** {@code SX-LEDGER-WITNESS-*}: a witness said no. */
  public static final class Refused extends LedgerFault {
    private static final long serialVersionUID = 1L;

    /** Why; each has the status of c2sp.org/tlog-witness. */
    public enum Reason {
      /** The request is not well formed, or the old size exceeds the new (400). */
      MALFORMED(400),
      /** No trusted log key signed the checkpoint (403). */
      UNSIGNED(403),
      /** The origin is unknown here (404). */
      UNKNOWN_LOG(404),
      /** The old size is not what the witness holds (409). */
      CONFLICT(409),
      /** The proof does not verify, or the root differs at equal size (422). */
      BAD_PROOF(422);

      private final int status;

      Reason(int status) {
        this.status = status;
      }

      /** The HTTP status that tlog-witness gives it. */
      public int status() {
        return status;
      }
    }

    private final Reason reason;
    private final long size;

    /**
     * @param reason why
     * @param witness the witness's name
     * @param size the size that the witness holds for this log, in entries
     * @param value what was asked
     */
    public Refused(Reason reason, String witness, long size, String value) {
      super(
          "SX-LEDGER-WITNESS-" + reason,
          "the witness refused the checkpoint",
          witness,
          value,
          reason == Reason.CONFLICT
              ? "prove consistency from size " + size
              : "check the origin, the log's key and its history");
      this.reason = reason;
      this.size = size;
    }

    /** Why. */
    public Reason reason() {
      return reason;
    }

    /** The size that the witness holds for this log, in entries. */
    public long size() {
      return size;
    }
  }
}
