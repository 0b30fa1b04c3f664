package dev.sextant.authority;

/**
 * A step's level is at most its authority's. Compelled data rest on a legal request, not on the
 * authority's level; work with a persona is no step at all.
 */
final class LevelRule implements StepRule {
  @Override
  public void require(Attempt attempt) {
    Permit permit = attempt.permit();
    Level level = Ladder.of(attempt.step(), attempt.inputs());
    if (level == Level.COMPELLED) {
      if (attempt.inputs().value("legalRequest") == null) {
        throw new Refused.Leave(
            "SX-AUTH-REQUEST",
            "what a provider was compelled to hand over rests on a legal request",
            place(permit),
            attempt.step().name(),
            "name the request that it answers, or say how it truly came");
      }
      return;
    }
    if (level.number() > permit.scope().maxLevel()) {
      throw new Refused.Leave(
          "SX-AUTH-LEVEL",
          "this step reaches deeper than the authority allows",
          place(permit),
          "level " + level.number() + ", allowed " + permit.scope().maxLevel(),
          "apply for level " + level.number() + ": " + level.meaning());
    }
  }

  private static String place(Permit permit) {
    return "authority " + permit.authority() + " version " + permit.authorityVersion();
  }
}
