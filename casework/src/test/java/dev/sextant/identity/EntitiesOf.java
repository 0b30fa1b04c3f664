package dev.sextant.identity;

import dev.sextant.Sample;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.JudgementId;
import java.time.Instant;
import java.util.List;

/** Entities of made-up records, for other rooms' tests. */
public final class EntitiesOf {
  /** What both shipped packs ask of judgements. */
  public static final IdentityRules RULES =
      new IdentityRules(IdentityRules.SecondPerson.ACROSS_WITHOUT_STRONG_KEY);

  private EntitiesOf() {}

  /** All accounts of the records; those named by key are judged to be one. */
  public static Entities records(Sample sample, String... same) {
    AccountCensus census = new AccountCensus();
    sample.each(census::take);
    List<Judgement> judgements = new java.util.ArrayList<>();
    for (int i = 1; i < same.length; i++) {
      judgements.add(
          new Judgement(
              JudgementId.random(),
              new Pair(same[0], same[i]),
              JudgementVerdict.SAME,
              "made up",
              ActorId.random(),
              Instant.EPOCH,
              null,
              AuthorityId.random(),
              i,
              Sample.exhibit("row"),
              false,
              List.of()));
    }
    return new Closure(judgements).entities(census.accounts());
  }
}
