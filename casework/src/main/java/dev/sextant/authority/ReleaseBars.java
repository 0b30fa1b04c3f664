package dev.sextant.authority;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Nothing leaves the house under an authority while a bar on it stands: some of its material is
 * held on conditions that may yet take it away, as what a provider gave in an emergency is until
 * the enforcing State's time to object is over.
 */
final class ReleaseBars implements StepRule {
  private static final Set<Step> LEAVING = EnumSet.of(Step.RELEASE, Step.EXPORT, Step.TRANSFER);

  private final Register register;

  ReleaseBars(Register register) {
    this.register = register;
  }

  @Override
  public void require(Attempt attempt) {
    if (!LEAVING.contains(attempt.step())) {
      return;
    }
    Optional<Instant> until =
        register.within(
            "release bar",
            jdbc ->
                jdbc.sql(
                        """
                        select until from release_bar where authority = ? and until > ?
                        order by until desc limit 1
                        """)
                    .param(attempt.permit().authority().value())
                    .param(Timestamp.from(attempt.at()))
                    .query((row, n) -> row.getTimestamp("until").toInstant())
                    .optional());
    if (until.isPresent()) {
      throw new Refused.Leave(
          "SX-AUTH-PROVISIONAL",
          "some material under this authority is held provisionally",
          "authority " + attempt.permit().authority(),
          until.get().toString(),
          "nothing leaves under it before that moment: wait, or see its legal-process requests");
    }
  }
}
