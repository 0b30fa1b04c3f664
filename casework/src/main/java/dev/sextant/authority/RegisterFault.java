package dev.sextant.authority;

import org.jspecify.annotations.Nullable;

/** The register's database or keys failed; nothing was changed. */
public final class RegisterFault extends AuthorityFault {
  private static final long serialVersionUID = 1L;

  RegisterFault(String code, String what, String place, String value, String cure) {
    super(code, what, place, value, cure);
  }

  /* Only the SQL state is carried: a driver's message may quote values. */
  static RegisterFault database(String place, @Nullable String sqlState, Throwable cause) {
    RegisterFault fault =
        new RegisterFault(
            "SX-AUTH-DATABASE",
            "the database refused or failed",
            place,
            "SQL state " + sqlState,
            "nothing was changed; see the database's log, then try again");
    fault.initCause(cause);
    return fault;
  }
}
