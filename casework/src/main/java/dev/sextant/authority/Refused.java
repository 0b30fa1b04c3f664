package dev.sextant.authority;

/**
 * A step, permit or application that the law of the house does not allow. Each refusal is logged.
 */
public abstract sealed class Refused extends AuthorityFault
    permits Refused.Application, Refused.Role, Refused.Path, Refused.Leave, Refused.OfRoom {
  private static final long serialVersionUID = 1L;

  Refused(String code, String what, String place, String value, String cure) {
    super(code, what, place, value, cure);
  }

  /** An application lacks something: a principle, a signature, a bound. */
  public static final class Application extends Refused {
    private static final long serialVersionUID = 1L;

    Application(String code, String what, String place, String value, String cure) {
      super(code, what, place, value, cure);
    }
  }

  /** This person may not do this: wrong role, or one person in two parts. */
  public static final class Role extends Refused {
    private static final long serialVersionUID = 1L;

    Role(String code, String what, String place, String value, String cure) {
      super(code, what, place, value, cure);
    }
  }

  /** The authority's state does not lead there. */
  public static final class Path extends Refused {
    private static final long serialVersionUID = 1L;

    Path(String code, String what, String place, String value, String cure) {
      super(code, what, place, value, cure);
    }
  }

  /** No permit, or the permit is dead. */
  public static final class Leave extends Refused {
    private static final long serialVersionUID = 1L;

    Leave(String code, String what, String place, String value, String cure) {
      super(code, what, place, value, cure);
    }
  }

  /**
   * What another room refuses by its own law, with its own code: a deed that fails with it is
   * logged as refused.
   */
  public abstract static non-sealed class OfRoom extends Refused {
    private static final long serialVersionUID = 1L;

    /** See {@link dev.sextant.terms.Fault}. */
    protected OfRoom(String code, String what, String place, String value, String cure) {
      super(code, what, place, value, cure);
    }
  }
}
