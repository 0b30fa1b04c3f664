package dev.sextant.identity;

import dev.sextant.authority.Act;
import dev.sextant.authority.Permit;
import dev.sextant.records.Reach;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Gathers accounts from the records that a permit may see, and remembers the outcome for as long as
 * that is what another pass would give.
 *
 * <p>Opening every record of a case costs some seconds a million. What is remembered answers only a
 * permit of the same authority and reach whose records bear the same mark ({@link
 * RecordStream#mark}): another scope, another reading, something voided, sealed off, released or
 * destroyed gives another mark, and then all is gathered anew. Few are held, as long as memory
 * lasts, and never on disk.
 */
final class Gathering {
  /** Cases under work at one time, in one house; the one asked for longest ago goes first. */
  private static final int MOST = 16;

  private final RecordStream records;
  private final Map<Of, Held> held =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Of, Held> eldest) {
          return size() > MOST;
        }
      };

  Gathering(RecordStream records) {
    this.records = records;
  }

  private record Of(CaseId of, AuthorityId authority, boolean hop) {
    static Of of(Permit permit) {
      return new Of(permit.caseId(), permit.authority(), permit.hopLimit() > 0);
    }
  }

  private record Marked(Digest mark, Gathered gathered) {}

  /** What is remembered for one authority; whoever comes while it is gathered waits for that. */
  private static final class Held {
    private final ReentrantLock gathering = new ReentrantLock();
    private @Nullable SoftReference<Marked> kept;

    @Nullable Gathered of(Digest mark) {
      Marked marked = kept == null ? null : kept.get();
      return marked != null && marked.mark.equals(mark) ? marked.gathered : null;
    }
  }

  /** What the records that the act's permit may see say of accounts now. */
  Gathered of(Act act) {
    Optional<Digest> mark = records.mark(act);
    if (mark.isEmpty()) {
      return gather(act);
    }
    Held here;
    synchronized (held) {
      here = held.computeIfAbsent(Of.of(act.permit()), of -> new Held());
    }
    here.gathering.lock();
    try {
      Gathered known = here.of(mark.get());
      if (known != null) {
        return known;
      }
      here.kept = null; // What no longer holds is not kept beside what does.
      Gathered gathered = gather(act);
      // Records that changed meanwhile may be in it under a mark that could come back.
      if (records.mark(act).equals(mark)) {
        here.kept = new SoftReference<>(new Marked(mark.get(), gathered));
      }
      return gathered;
    } finally {
      here.gathering.unlock();
    }
  }

  /** Remembers nothing of a case any more: something in it was destroyed. */
  void forget(CaseId of) {
    synchronized (held) {
      held.keySet().removeIf(one -> one.of.equals(of));
    }
  }

  private Gathered gather(Act act) {
    AccountCensus census = new AccountCensus(Reach.of(act.permit()));
    ObservationCensus observations = new ObservationCensus();
    Leads leads = new Leads();
    records.each(
        act,
        (id, record) -> {
          census.take(id, record);
          observations.take(id, record);
          leads.take(id, record);
        });
    census.cut();
    return new Gathered(census, observations.observations(census::knows), leads);
  }
}
