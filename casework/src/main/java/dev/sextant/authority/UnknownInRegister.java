package dev.sextant.authority;

/** The register has no case, person or authority of this identifier. */
public final class UnknownInRegister extends AuthorityFault {
  private static final long serialVersionUID = 1L;

  UnknownInRegister(String kind, String value) {
    super(
        "SX-AUTH-UNKNOWN",
        "the register has no such " + kind,
        kind,
        value,
        "check the identifier; nothing is shown to those who do not take part");
  }
}
