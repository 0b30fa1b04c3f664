package dev.sextant.records;

import dev.sextant.authority.Act;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.custody.Custody;
import dev.sextant.custody.Exhibit;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReaderFault;
import dev.sextant.records.reader.Reading;
import dev.sextant.records.reader.Sniffed;
import dev.sextant.records.reader.Target;
import dev.sextant.records.reader.mapping.Trial;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which reader would read an exhibit, and by what it knows it; found out in the child process. What
 * was found is kept in memory while the program runs, so that it is never older than the readers,
 * and forgotten with the case's search index when anything of the case is destroyed.
 */
final class Sniffs {
  /** A person waits. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Some kilobytes each at most. */
  private static final int KEPT = 2_000;

  private final Custody custody;
  private final Reading reading;
  private final Limits limits;
  private final Map<Of, ReaderLook> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Of, ReaderLook> eldest) {
          return size() > KEPT;
        }
      };

  Sniffs(Custody custody, Reading reading, Limits limits) {
    this.custody = custody;
    this.reading = reading;
    this.limits = limits;
  }

  private record Of(CaseId caseId, ExhibitId exhibit) {}

  ReaderLook look(Permit permit, ExhibitId exhibit) {
    Particulars inputs = Particulars.none().id("exhibit", exhibit).token("what", "reader");
    try (Act act = permit.begin(Step.VIEW, inputs)) {
      try {
        // Whoever may not see the exhibit hears nothing of it, kept or not.
        Exhibit sealed = custody.exhibit(act, exhibit);
        Of of = new Of(permit.caseId(), exhibit);
        ReaderLook known = known(of);
        ReaderLook look = known == null ? sniffed(act, sealed) : known;
        if (known == null) {
          keep(of, look);
        }
        act.done();
        return look;
      } catch (Fault e) {
        act.failed(e.code());
        throw e;
      }
    }
  }

  private synchronized @Nullable ReaderLook known(Of of) {
    return kept.get(of);
  }

  private synchronized void keep(Of of, ReaderLook look) {
    kept.put(of, look);
  }

  synchronized void forget(CaseId of) {
    kept.keySet().removeIf(one -> one.caseId().equals(of));
  }

  private ReaderLook sniffed(Act act, Exhibit sealed) {
    Target target = Target.sealed(custody.sealedFile(act, sealed.id()), sealed.name()).sniffed();
    try {
      Heard heard = new Heard();
      Reading.Finished finished = reading.run(target, limits.withWallTime(PATIENCE), heard);
      Optional<ReaderFault> stopped = finished.outcome().stopped();
      if (stopped.isPresent() && stopped.get() instanceof ReaderFault.Child overrun) {
        throw overrun;
      }
      return new ReaderLook(Optional.ofNullable(heard.seen), stopped);
    } catch (IOException e) {
      throw new RecordFault.Starting(e);
    }
  }

  /** Hears one look. */
  private static final class Heard extends Trial {
    private @Nullable Sniffed seen;

    Heard() {
      super(0, 0);
    }

    @Override
    public void sniffed(Sniffed look) {
      seen = look;
    }
  }
}
