package dev.sextant.app.live;

import dev.sextant.authority.DoneActs.Done;
import dev.sextant.findings.Findings;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that the team of an authority may now see otherwise than before.
 *
 * @param kind what sort of thing
 * @param id which one, at random
 * @param caseId in which case
 * @param authority under which authority; nobody under another is told
 * @param by whose act it was
 * @param leaf where the act's outcome lies in the log
 */
public record Change(
    Kind kind, String id, CaseId caseId, AuthorityId authority, ActorId by, long leaf) {
  /** What can change for a team. */
  public enum Kind {
    /** A published view of the workspace. */
    VIEW,
    /** A judgement was made, withdrawn, or spoken on by a second person. */
    JUDGEMENT,
    /** Which account leads an entity. */
    LEAD,
    /** A finding was submitted, reviewed, signed or withdrawn. */
    FINDING,
    /** A network was frozen. */
    SNAPSHOT,
    /** A snapshot was measured. */
    MEASURE,
    /** An exhibit was read. */
    READING,
    /** A note or a translation was written beside a record, or taken back. */
    NOTE,
    /** A person's role or suspicion. */
    PERSON,
    /** Something was released. */
    DISCLOSURE
  }

  /** What an act changed for its team; empty if it only looked, or worked on a draft. */
  static Optional<Change> of(Done done) {
    return switch (done.step()) {
      case PUBLISH -> of(done, Kind.VIEW, done.named("published"));
      case JUDGE -> judged(done);
      case CLAIM -> {
        String event = String.valueOf(done.named("event"));
        // A correction begins as a draft, which is its author's alone; so is a draft that is
        // dropped.
        boolean draft =
            Set.of("draft", "amend", "correct").contains(event)
                || (event.equals("withdraw")
                    && !Findings.SHOWN_TO_TEAM.equals(done.named(Findings.SHOWN_TO)));
        yield draft ? Optional.empty() : of(done, Kind.FINDING, done.named("finding"));
      }
      case REVIEW, SIGN -> of(done, Kind.FINDING, done.named("finding"));
      case FREEZE -> of(done, Kind.SNAPSHOT, done.named("snapshot"));
      case MEASURE -> of(done, Kind.MEASURE, done.named("measure"));
      case READ -> of(done, Kind.READING, done.named("exhibit"));
      case NOTE -> of(done, Kind.NOTE, done.named("note"));
      case CATEGORISE -> of(done, Kind.PERSON, done.named("person"));
      case RELEASE -> of(done, Kind.DISCLOSURE, done.named("disclosure"));
      default -> Optional.empty();
    };
  }

  private static Optional<Change> judged(Done done) {
    if (done.named("lead") != null) {
      return of(done, Kind.LEAD, done.named("lead"));
    }
    for (String name : new String[] {"withdraws", "reviews", "judgement"}) {
      if (done.named(name) != null) {
        return of(done, Kind.JUDGEMENT, done.named(name));
      }
    }
    return Optional.empty();
  }

  private static Optional<Change> of(Done done, Kind kind, @Nullable String id) {
    return id == null
        ? Optional.empty()
        : Optional.of(
            new Change(kind, id, done.caseId(), done.authority(), done.by(), done.leaf()));
  }
}
