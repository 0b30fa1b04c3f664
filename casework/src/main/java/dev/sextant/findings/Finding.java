package dev.sextant.findings;

import dev.sextant.findings.FindingStep.Kind;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.FindingId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A finding with its whole history, oldest step first. Its state is that of its last step.
 *
 * @param document what it says now
 * @param steps every step that was taken; the first is its draft
 */
public record Finding(FindingDocument document, List<FindingStep> steps) {
  /** Copies. */
  public Finding {
    steps = List.copyOf(steps);
  }

  /** Its identifier. */
  public FindingId id() {
    return document.id();
  }

  /** Its number within the case. */
  public int number() {
    return document.number();
  }

  /** Digest of its document as it stands. */
  public Digest digest() {
    return last().digest();
  }

  /** Its author. */
  public ActorId author() {
    return document.author();
  }

  /** The last step. */
  public FindingStep last() {
    return steps.getLast();
  }

  /** Where it stands. */
  public FindingState state() {
    return last().kind().leadsTo();
  }

  /** The review that stands on the document as it is: an acceptance, or what sent it back. */
  public Optional<FindingStep> review() {
    return steps.reversed().stream()
        .takeWhile(s -> s.kind() != Kind.SUBMITTED)
        .filter(s -> s.kind() == Kind.ACCEPTED || s.kind() == Kind.RETURNED)
        .findFirst();
  }

  /** The author's signature, if it was signed. */
  public Optional<FindingStep> signature() {
    return steps.stream().filter(s -> s.kind() == Kind.SIGNED).findFirst();
  }

  /**
   * As the team sees it: as it was submitted last, without what its author wrote since. Empty if it
   * was never submitted.
   */
  public Optional<Finding> published() {
    List<FindingStep> shown =
        steps.stream().filter(s -> s.kind() != Kind.DRAFTED && s.kind() != Kind.AMENDED).toList();
    return shown.stream()
        .filter(s -> s.kind() == Kind.SUBMITTED)
        .reduce((one, later) -> later)
        .flatMap(s -> Optional.ofNullable(s.document()))
        .map(submitted -> new Finding(submitted, shown));
  }

  /** True if a second person accepted the document as it stands. */
  public boolean accepted() {
    return review().filter(s -> s.kind() == Kind.ACCEPTED).isPresent();
  }

  /**
   * Whether a correction may take its place: it was signed, and none has. What was withdrawn may
   * still be put right.
   */
  public boolean correctable() {
    return state() == FindingState.SIGNED
        || (state() == FindingState.WITHDRAWN && signature().isPresent());
  }

  /** Which version it is: 1, or one more than what it corrects. */
  public int version() {
    Correction corrects = document.corrects();
    return corrects == null ? 1 : corrects.version();
  }

  /**
   * The steps that this person may take now. Only its author changes, submits and signs it; only
   * somebody else reviews it; once it is signed, anybody who may see it may withdraw it.
   */
  public Set<Kind> allowed(ActorId who) {
    boolean own = who.equals(author());
    return switch (state()) {
      case DRAFT, RETURNED ->
          own
              ? EnumSet.of(Kind.AMENDED, Kind.SUBMITTED, Kind.WITHDRAWN)
              : EnumSet.noneOf(Kind.class);
      case IN_REVIEW -> {
        if (own) {
          yield accepted() ? EnumSet.of(Kind.SIGNED, Kind.WITHDRAWN) : EnumSet.of(Kind.WITHDRAWN);
        }
        yield accepted() ? EnumSet.noneOf(Kind.class) : EnumSet.of(Kind.ACCEPTED, Kind.RETURNED);
      }
      case SIGNED -> EnumSet.of(Kind.WITHDRAWN);
      case WITHDRAWN, CORRECTED -> EnumSet.noneOf(Kind.class);
    };
  }
}
