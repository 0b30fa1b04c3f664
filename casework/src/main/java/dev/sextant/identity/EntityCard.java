package dev.sextant.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entity with why it holds together.
 *
 * @param entity the entity
 * @param asked the key that was asked for; another than the entity's where that one was joined
 *     since, or where it never named the whole
 * @param binding judgements that join its accounts, in the order of the log
 * @param apart judgements that keep others from it: one account of each is in it, the other was
 *     judged to be somebody else's
 * @param bridges those of {@code binding} without which it would come apart
 * @param weakest the judgement to look at first; null where nothing binds
 * @param unsure judgements of those who could not tell, on its accounts
 * @param weighed what speaks for and against each of the judgements on its accounts
 * @param handles when its accounts bore which handle
 * @param leads choices of the account that gives it its name, taken back or not, in the order of
 *     the log; the latest that stands holds
 * @param changes what joined and parted the entities that its accounts were in, in the order of the
 *     log
 */
public record EntityCard(
    Entity entity,
    EntityKey asked,
    List<Judgement> binding,
    List<Judgement> apart,
    List<Judgement> bridges,
    @Nullable Weakest weakest,
    List<Judgement> unsure,
    List<Weighed> weighed,
    List<HandleSpan> handles,
    List<LeadAccount> leads,
    List<EntityChange> changes) {
  /**
   * A judgement with what its accounts have and lack in common.
   *
   * @param judgement the judgement
   * @param likeness what speaks for and against its accounts being one actor's
   */
  public record Weighed(Judgement judgement, Likeness likeness) {}

  /**
   * The judgement to look at first: of those without which the entity comes apart, the one whose
   * accounts are least alike.
   *
   * @param judgement the judgement
   * @param likeness what speaks for and against its accounts being one actor's
   */
  public record Weakest(Judgement judgement, Likeness likeness) {}

  /** Copies. */
  public EntityCard {
    binding = List.copyOf(binding);
    apart = List.copyOf(apart);
    bridges = List.copyOf(bridges);
    unsure = List.copyOf(unsure);
    weighed = List.copyOf(weighed);
    handles = List.copyOf(handles);
    leads = List.copyOf(leads);
    changes = List.copyOf(changes);
  }
}
