package dev.sextant.authority;

import dev.sextant.terms.Selector;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Keeps an act within its bounds while it is under way. */
final class Keeper {
  /** Between two questions to the database within one act. */
  private static final Duration BETWEEN = Duration.ofSeconds(1);

  private final Register register;
  private final ActLog log;
  private final Recycling recycling;
  private final Duty duty;

  Keeper(Register register, ActLog log, Recycling recycling, Duty duty) {
    this.duty = duty;
    this.register = register;
    this.log = log;
    this.recycling = recycling;
  }

  Instant now() {
    return log.now();
  }

  /**
   * Whether the permit lives still; the database is asked at most once a second of the house's
   * clock.
   *
   * @param asked when it was asked last
   * @return when it was asked last, now
   * @throws Refused.Leave {@code SX-AUTH-PERMIT-DEAD} if it does not
   */
  Instant requireLiving(Permit permit, Instant asked) {
    Instant now = log.now();
    if (!now.isBefore(permit.expires())) {
      throw Gate.dead(permit);
    }
    if (asked.isAfter(now.minus(BETWEEN))) {
      return asked;
    }
    Optional<UUID> let =
        register.within(
            "permit",
            jdbc ->
                jdbc.sql(permit.kind().entry())
                    .param(permit.id().value())
                    .query(UUID.class)
                    .optional());
    if (let.isEmpty() || !permit.caseId().value().equals(let.get())) {
      throw Gate.dead(permit);
    }
    return now;
  }

  /**
   * Whether the permit's holder is on duty still, where it was asked for on duty.
   *
   * @throws Refused.Leave {@code SX-AUTH-DUTY} if not
   */
  void requireOnDuty(Permit permit) {
    DutySession session = permit.dutySession();
    if (session != null && !duty.living(session)) {
      throw DutyRule.over(session);
    }
  }

  /**
   * Counts what a version has read in, within the reading's own transaction.
   *
   * @throws Refused.Leave {@code SX-AUTH-QUOTA-ITEMS} or {@code SX-AUTH-QUOTA-SUBJECTS}; nothing is
   *     kept then
   */
  void takesIn(Permit permit, Door.Sql sql) {
    AuthorityDraft.Quota quota = permit.quota();
    if (quota.items() == 0 && quota.subjects() == 0) {
      return;
    }
    record ReadIn(long items, long subjects) {}
    ReadIn in =
        sql.jdbc()
            .sql("select items, subjects from sextant.read_in(?, ?)")
            .param(permit.authority().value())
            .param(permit.authorityVersion())
            .query((row, number) -> new ReadIn(row.getLong("items"), row.getLong("subjects")))
            .single();
    if (quota.items() > 0 && in.items() > quota.items()) {
      throw used("SX-AUTH-QUOTA-ITEMS", "records", permit, in.items(), quota.items());
    }
    if (quota.subjects() > 0 && in.subjects() > quota.subjects()) {
      throw used(
          "SX-AUTH-QUOTA-SUBJECTS", "named accounts", permit, in.subjects(), quota.subjects());
    }
  }

  private static Refused.Leave used(
      String code, String what, Permit permit, long counted, long allowed) {
    return new Refused.Leave(
        code,
        "this would read in more " + what + " than the authority allows; nothing was kept",
        "authority " + permit.authority() + " version " + permit.authorityVersion(),
        counted + " of " + allowed,
        "read less, or apply for a further version with a larger quota");
  }

  void sawHandles(Act act, Map<Selector, Set<String>> borneBy) {
    recycling.seen(act.permit(), borneBy, act.intentLeaf());
  }
}
