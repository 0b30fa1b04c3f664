package dev.sextant.helpdesk;

import dev.sextant.authority.Actor;
import dev.sextant.authority.CasePapers;
import dev.sextant.authority.CasePapers.Desk;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Role;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.RequestId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How one step of a request is taken: found, locked, allowed, moved along its path, written down.
 */
final class Steps {
  private static final Set<Role> LOOKING =
      EnumSet.of(
          Role.LEGAL_PROCESS_OFFICER, Role.AUTHORISING_OFFICER, Role.OVERSEER, Role.FILTER_OFFICER);

  private Steps() {}

  /** What is done with one request. */
  interface Work<T> {
    T run(Desk desk, RequestStore store, LegalRequest request);
  }

  static <T> T step(
      CasePapers papers, String deed, ActorId by, CaseId of, RequestId id, Work<T> work) {
    return papers.deed(
        deed,
        by,
        of,
        Particulars.none().id("request", id),
        desk -> {
          RequestStore store = new RequestStore(desk, of);
          LegalRequest request = store.locked(id);
          if (!mayLook(desk, by, request)) {
            throw ProcessRefused.absent("request", id.toString());
          }
          return work.run(desk, store, request);
        });
  }

  static void move(
      RequestStore store,
      LegalRequest request,
      String deed,
      RequestState to,
      ActorId by,
      Map<String, String> about) {
    if (!Paths.lead(request.state(), to)) {
      throw state(request, "it does not lead to " + to);
    }
    store.move(request.id(), to);
    store.step(request, deed, to, by, about);
  }

  static void requireState(LegalRequest request, RequestState... any) {
    if (!Set.of(any).contains(request.state())) {
      throw state(request, "possible in " + List.of(any));
    }
  }

  private static ProcessRefused state(LegalRequest request, String cure) {
    return new ProcessRefused(
        "SX-HELP-STATE",
        "its state does not lead there",
        "request " + request.shortName(),
        request.state().name(),
        cure);
  }

  /** Whether a person may see a request. */
  static boolean mayLook(Desk desk, ActorId viewer, LegalRequest request) {
    Actor actor = desk.person(viewer);
    return actor.enabled()
        && (LOOKING.stream().anyMatch(actor::is)
            || request.people().draftedBy().equals(viewer)
            || desk.involved(request.ask().authority(), viewer));
  }

  static void requireReasons(String reasons) {
    if (reasons.strip().length() < 10) {
      throw new ProcessRefused(
          "SX-HELP-REASONS",
          "this needs reasons",
          "reasons",
          reasons.strip().length() + " characters",
          "write at least 10 characters");
    }
  }

  static void requirePast(Instant moment, Instant now) {
    if (moment.isAfter(now)) {
      throw new ProcessRefused(
          "SX-HELP-MOMENT",
          "what has not happened is not recorded",
          "moment",
          moment.toString(),
          "give the moment at which it happened");
    }
  }
}
