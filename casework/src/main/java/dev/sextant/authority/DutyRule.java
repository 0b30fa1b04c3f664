package dev.sextant.authority;

/** Nothing is done under a permit whose holder has gone off duty. */
final class DutyRule implements StepRule {
  private final Duty duty;

  DutyRule(Duty duty) {
    this.duty = duty;
  }

  @Override
  public void require(Attempt attempt) {
    DutySession session = attempt.permit().dutySession();
    if (session != null && !duty.living(session)) {
      throw over(session);
    }
  }

  static Refused.Leave over(DutySession session) {
    return new Refused.Leave(
        "SX-AUTH-DUTY",
        "this duty session is over",
        "duty session " + session.id(),
        session.until().toString(),
        "sign in, go on duty again and ask for a new permit");
  }
}
