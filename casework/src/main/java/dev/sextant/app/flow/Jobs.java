package dev.sextant.app.flow;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.Fault;
import dev.sextant.terms.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Long work in the background, with its progress. Jobs live in memory: what they do is durable or
 * absent by itself, so a restart loses only the view of it.
 */
public final class Jobs implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

  /** How long a finished job can still be asked about. */
  private static final Duration KEPT = Duration.ofHours(1);

  private final Clock clock;
  private final Map<UUID, Job> jobs = new ConcurrentHashMap<>();
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

  /** Uses this clock for start and end. */
  public Jobs(Clock clock) {
    this.clock = clock;
  }

  /** Work that reports progress and gives the id of what it made. */
  @FunctionalInterface
  public interface Work {
    /** Does it. */
    String run(Progress progress) throws Exception;
  }

  /** Where a job stands. */
  public enum State {
    /** At work. */
    RUNNING,
    /** Finished. */
    DONE,
    /** Ended by a fault. */
    FAILED
  }

  /**
   * A view of a job at one moment.
   *
   * @param id its id
   * @param owner who began it; nobody else may see it
   * @param kind what it does
   * @param state where it stands
   * @param done units done
   * @param total units in all, or -1
   * @param unit what is counted
   * @param began when it began
   * @param ended when it ended, or null
   * @param result id of what it made, or null
   * @param fault what ended it, or null
   */
  public record View(
      UUID id,
      ActorId owner,
      String kind,
      State state,
      long done,
      long total,
      String unit,
      Instant began,
      @Nullable Instant ended,
      @Nullable String result,
      @Nullable Fault fault) {}

  private static final class Job {
    private volatile View view;
    private volatile boolean stopped;

    Job(View view) {
      this.view = view;
    }
  }

  /** Begins work on a thread of its own. */
  public View begin(ActorId owner, String kind, Work work) {
    forgetOld();
    UUID id = UUID.randomUUID();
    View first =
        new View(id, owner, kind, State.RUNNING, 0, -1, "", clock.instant(), null, null, null);
    Job job = new Job(first);
    jobs.put(id, job);
    workers.execute(() -> run(job, work));
    return first;
  }

  private void run(Job job, Work work) {
    try {
      String result =
          work.run(
              new Progress() {
                @Override
                public void at(long done, long total, String unit) {
                  job.view = moved(job.view, done, total, unit);
                }

                @Override
                public boolean stopped() {
                  return job.stopped;
                }
              });
      job.view = ended(job.view, State.DONE, result, null);
    } catch (Fault fault) {
      job.view = ended(job.view, State.FAILED, null, fault);
    } catch (Exception e) {
      LOG.error("job {} of kind {} failed", job.view.id(), job.view.kind(), e);
      job.view = ended(job.view, State.FAILED, null, new JobFault(job.view.kind(), e));
    }
  }

  private View moved(View v, long done, long total, String unit) {
    return new View(v.id, v.owner, v.kind, v.state, done, total, unit, v.began, null, null, null);
  }

  private View ended(View v, State state, @Nullable String result, @Nullable Fault fault) {
    long total = state == State.DONE ? v.done : v.total;
    return new View(
        v.id,
        v.owner,
        v.kind,
        state,
        v.done,
        total,
        v.unit,
        v.began,
        clock.instant(),
        result,
        fault);
  }

  /** The job of that id, if that person began it. */
  public Optional<View> find(UUID id, ActorId asker) {
    Job job = jobs.get(id);
    return job == null || !job.view.owner().equals(asker)
        ? Optional.empty()
        : Optional.of(job.view);
  }

  /**
   * Asks a job to stop, if that person began it. What it does is whole or absent: one that is past
   * stopping ends well.
   */
  public Optional<View> stop(UUID id, ActorId asker) {
    Job job = jobs.get(id);
    if (job == null || !job.view.owner().equals(asker)) {
      return Optional.empty();
    }
    job.stopped = true;
    return Optional.of(job.view);
  }

  private void forgetOld() {
    Instant limit = clock.instant().minus(KEPT);
    jobs.values()
        .removeIf(job -> {
          Instant ended = job.view.ended();
          return ended != null && ended.isBefore(limit);
        });
  }

  @Override
  public void close() {
    workers.close();
  }

  /** A job ended by something that is not one of our faults: a defect or a broken disk. */
  static final class JobFault extends Fault {
    private static final long serialVersionUID = 1L;

    JobFault(String kind, Exception cause) {
      super(
          "SX-APP-JOB",
          "the work ended with an unexpected error",
          kind,
          cause.getClass().getSimpleName(),
          "nothing was half-done; look into the server's log, then try again");
      initCause(cause);
    }
  }
}
