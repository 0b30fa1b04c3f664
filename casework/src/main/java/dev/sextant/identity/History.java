package dev.sextant.identity;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.JudgementId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replays judgements, withdrawals and reviews in the order of the log. After each, only the
 * components of the two accounts that it speaks of are made anew.
 */
final class History {
  private final Joining joining = new Joining();
  private final List<EntityChange> changes = new ArrayList<>();
  private final Map<Pair, List<Judgement>> made = new HashMap<>();
  private final Set<JudgementId> withdrawn = new HashSet<>();
  private final Map<JudgementId, Boolean> approved = new HashMap<>();

  /** One thing said, at its place in the log. */
  private record Said(
      long leaf,
      Instant at,
      ActorId by,
      EntityChange.Cause cause,
      Judgement about,
      @Nullable Review review) {}

  History(Collection<Judgement> judgements) {
    List<Said> said = new ArrayList<>();
    for (Judgement judgement : judgements) {
      said.add(
          new Said(
              judgement.leaf(),
              judgement.at(),
              judgement.by(),
              judgement.withdrawal() ? EntityChange.Cause.WITHDRAWN : EntityChange.Cause.JUDGED,
              judgement,
              null));
      for (Review review : judgement.reviews()) {
        said.add(
            new Said(
                review.leaf(),
                review.at(),
                review.by(),
                EntityChange.Cause.REVIEWED,
                judgement,
                review));
      }
    }
    said.sort(Comparator.comparingLong(Said::leaf));
    said.forEach(this::take);
  }

  private void take(Said one) {
    Judgement about = one.about;
    JudgementId takenBack = about.withdraws();
    if (one.review != null) {
      approved.put(about.id(), one.review.approved());
    } else if (takenBack != null) {
      withdrawn.add(takenBack);
    } else {
      made.computeIfAbsent(about.pair(), pair -> new ArrayList<>()).add(about);
    }
    Joining.Touched touched = joining.set(about.pair(), standing(about.pair()));
    if (!touched.nothing()) {
      changes.add(
          new EntityChange(
              one.at,
              one.leaf,
              one.by,
              one.cause,
              takenBack == null ? about.id() : takenBack,
              touched.before().stream().map(group -> EntityKey.of(group.first())).toList(),
              touched.after().stream().map(group -> EntityKey.of(group.first())).toList()));
    }
  }

  /* The last one made that counts and that nobody withdrew. */
  private @Nullable JudgementVerdict standing(Pair pair) {
    JudgementVerdict verdict = null;
    for (Judgement judgement : made.getOrDefault(pair, List.of())) {
      boolean counts =
          !judgement.needsSecond() || approved.getOrDefault(judgement.id(), Boolean.FALSE);
      if (counts && !withdrawn.contains(judgement.id())) {
        verdict = judgement.verdict();
      }
    }
    return verdict;
  }

  /** What joined and what came apart, in the order of the log. */
  List<EntityChange> changes() {
    return List.copyOf(changes);
  }

  /** What stands after the last word. */
  Joining joining() {
    return joining;
  }
}
