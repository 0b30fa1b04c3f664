package dev.sextant.findings;

import dev.sextant.terms.Fault;
import java.util.List;

/** What can go wrong on a finding's way. */
public abstract sealed class FindingFault extends Fault {
  private static final long serialVersionUID = 1L;

  private FindingFault(String code, String what, String place, String value, String cure) {
    super(code, what, place, value, cure);
  }

  /** The finding is not complete enough to be reviewed: its remarks that block say why. */
  public static final class Incomplete extends FindingFault {
    private static final long serialVersionUID = 1L;

    /** With the first remark that blocks. */
    public Incomplete(List<Remark> blocking) {
      super(
          blocking.getFirst().code(),
          "finding not complete",
          blocking.getFirst().place(),
          blocking.size() + " remark(s)",
          blocking.getFirst().what());
    }
  }

  /** This person may not take this step, or the finding does not stand where the step begins. */
  public static final class NotAllowed extends FindingFault {
    private static final long serialVersionUID = 1L;

    /** See {@link Fault}. */
    public NotAllowed(String code, String what, String place, String value, String cure) {
      super(code, what, place, value, cure);
    }
  }

  /** No such finding, or something that it cites is not there under this permit. */
  public static final class NotFound extends FindingFault {
    private static final long serialVersionUID = 1L;

    /** See {@link Fault}. */
    public NotFound(String what, String value) {
      super(
          "SX-FIND-NOT-FOUND",
          what,
          "findings",
          value,
          "check the identifier and the permit's scope");
    }
  }

  /** Somebody else took a step on the same finding at the same moment. */
  public static final class Overtaken extends FindingFault {
    private static final long serialVersionUID = 1L;

    /** With the finding's id. */
    public Overtaken(String finding) {
      super(
          "SX-FIND-OVERTAKEN",
          "somebody else changed the finding meanwhile",
          "findings",
          finding,
          "read it again and repeat your step");
    }
  }

  /** A matrix of hypotheses is not a table: rows and cells do not fit. */
  public static final class BadMatrix extends FindingFault {
    private static final long serialVersionUID = 1L;

    /** With the row and what is wrong with it. */
    public BadMatrix(String place, String value, String cure) {
      super("SX-FIND-ACH-SHAPE", "not a matrix of hypotheses", place, value, cure);
    }
  }

  /** A finding's bytes do not say what a finding must say. */
  public static final class Damaged extends FindingFault {
    private static final long serialVersionUID = 1L;

    /** With the field and what is wrong with it. */
    public Damaged(String place, String value) {
      super(
          "SX-FIND-DAMAGED",
          "not a finding document",
          place,
          value,
          "restore the store from a backup; the signed digest tells the right copy");
    }
  }
}
