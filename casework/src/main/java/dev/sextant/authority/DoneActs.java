package dev.sextant.authority;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells of acts of a team that ended well, as soon as their outcome is in the log. What is told is
 * what the log says: digests, random identifiers and tokens, never content.
 */
public final class DoneActs {
  private final List<Consumer<Done>> listeners = new CopyOnWriteArrayList<>();

  DoneActs() {}

  /**
   * An act that ended well.
   *
   * @param leaf where its outcome lies in the log
   * @param step what was done
   * @param caseId in which case
   * @param authority under which authority
   * @param by who did it
   * @param inputs what its intent names
   * @param noted what its outcome names beside its outputs
   */
  public record Done(
      long leaf,
      Step step,
      CaseId caseId,
      AuthorityId authority,
      ActorId by,
      Particulars inputs,
      Particulars noted) {
    /** A token or identifier that the intent or the outcome names, or null. */
    public @Nullable String named(String name) {
      Object value = inputs.value(name) != null ? inputs.value(name) : noted.value(name);
      return value instanceof String text ? text : null;
    }
  }

  /**
   * Hears of every act from now on.
   *
   * @param listener called in the thread of the act: must be quick and must not throw
   * @return ends it
   */
  public Runnable listen(Consumer<Done> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  void tell(Act act, long leaf) {
    if (act.permit().kind() != Permit.Kind.TEAM || listeners.isEmpty()) {
      return;
    }
    Permit permit = act.permit();
    Done done =
        new Done(
            leaf,
            act.step(),
            permit.caseId(),
            permit.authority(),
            permit.actor(),
            act.inputs(),
            act.noted());
    listeners.forEach(listener -> listener.accept(done));
  }
}
