package dev.sextant.authority;

import dev.sextant.terms.ActorId;
import java.sql.Timestamp;
import java.time.Instant;

/**
 * Who was instructed when. An enrolment counts as the first instruction; after the pack's time
 * without another the person takes no step of a case ({@code SX-AUTH-TRAINING}).
 */
public final class Training {
  private final Register register;
  private final Deeds deeds;
  private final People people;
  private final Rules rules;

  Training(Register register, Deeds deeds, People people, Rules rules) {
    this.register = register;
    this.deeds = deeds;
    this.people = people;
    this.rules = rules;
  }

  /**
   * Records that a person was instructed today.
   *
   * @param by an administrator, another person
   * @return until when that counts
   */
  public Instant record(ActorId by, ActorId person) {
    return deeds.run(
        "TRAIN",
        by,
        Particulars.none().id("person", person),
        entry -> {
          People.require(people.find(entry.jdbc(), by), Role.ADMINISTRATOR, "train");
          people.find(entry.jdbc(), person);
          if (by.equals(person)) {
            throw new Refused.Role(
                "SX-AUTH-DISTINCT",
                "nobody records his own instruction",
                "train",
                by.toString(),
                "let another administrator do it");
          }
          entry
              .jdbc()
              .sql("insert into training (person, given_at, recorded_by) values (?, ?, ?)")
              .param(person.value())
              .param(Timestamp.from(entry.at()))
              .param(by.value())
              .update();
          return entry.at().plus(rules.trainedFor());
        });
  }

  /** Until when a person counts as instructed. */
  public Instant until(ActorId person) {
    return register.within(
        "training",
        jdbc ->
            jdbc.sql(
                    """
                    select greatest(a.enrolled_at, max(t.given_at)) from actor a
                    left join training t on t.person = a.id where a.id = ? group by a.enrolled_at
                    """)
                .param(person.value())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional()
                .orElseThrow(() -> new UnknownInRegister("person", person.toString()))
                .plus(rules.trainedFor()));
  }
}
