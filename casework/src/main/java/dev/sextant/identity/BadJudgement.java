package dev.sextant.identity;

/** A judgement or withdrawal that cannot be taken as it stands; nothing was written. */
public final class BadJudgement extends IdentityFault {
  private static final long serialVersionUID = 1L;

  BadJudgement(String code, String what, String place, String value, String cure) {
    super(code, what, place, value, cure);
  }
}
