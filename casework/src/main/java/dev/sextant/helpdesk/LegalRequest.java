package dev.sextant.helpdesk;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request to a provider, with all that was done about it.
 *
 * @param id random identifier
 * @param caseId its case
 * @param number its number within the case, from 1
 * @param state where it stands
 * @param ask what is wanted
 * @param advised the lowest instrument that the adviser found, or null before
 * @param draft as written, or null before
 * @param people who drafted and who reviewed
 * @param digest of its document
 * @param moments when what
 * @param emergencyUpheld the overseer's word on an emergency, or null before
 * @param history its steps, oldest first
 * @param returns what came back, oldest first
 */
public record LegalRequest(
    RequestId id,
    CaseId caseId,
    int number,
    RequestState state,
    Ask ask,
    @Nullable InstrumentKind advised,
    @Nullable RequestDraft draft,
    People people,
    Digest digest,
    Moments moments,
    @Nullable Boolean emergencyUpheld,
    List<RequestStep> history,
    List<ProviderReturn> returns) {
  /** Copies. */
  public LegalRequest {
    history = List.copyOf(history);
    returns = List.copyOf(returns);
  }

  /**
   * Its two people.
   *
   * @param draftedBy who drafted it
   * @param reviewedBy who reviewed it, or null before
   */
  public record People(ActorId draftedBy, @Nullable ActorId reviewedBy) {}

  /**
   * Its moments.
   *
   * @param created when it was taken in
   * @param issued when it was issued, or null before
   * @param served when the provider had it, or null before
   */
  public record Moments(Instant created, @Nullable Instant issued, @Nullable Instant served) {}

  /** The short form printed on papers: {@code LP-3}. */
  public String shortName() {
    return "LP-" + number;
  }

  /** The states that may follow. */
  public Set<RequestState> next() {
    return Paths.next(state);
  }

  /** The instrument as a typed value, or null before one is drafted. */
  public @Nullable Instrument instrument() {
    return draft == null ? null : Instruments.of(ask, draft);
  }

  /** What was drafted. */
  RequestDraft written() {
    if (draft == null) {
      throw new ProcessRefused(
          "SX-HELP-STATE",
          "nothing is drafted yet",
          "request " + shortName(),
          state.name(),
          "draft it first");
    }
    return draft;
  }
}
