package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.flow.Jobs;
import dev.sextant.app.http.Views.JobView;
import dev.sextant.authority.Permit;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Fault;
import dev.sextant.terms.Progress;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Long work, watched. */
@RestController
class JobsHttp {
  /** Often enough to look alive, seldom enough to cost nothing. */
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final House house;

  JobsHttp(House house) {
    this.house = house;
  }

  @GetMapping("/api/jobs/{id}")
  JobView job(ActorId caller, @PathVariable String id) {
    return view(find(id, caller), house.clock());
  }

  /** Sends the job's state until it ends. */
  @GetMapping(path = "/api/jobs/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(ActorId caller, @PathVariable String id) {
    find(id, caller);
    SseEmitter emitter = new SseEmitter(0L);
    Thread.ofVirtual().name("job-events").start(() -> send(emitter, id, caller));
    return emitter;
  }

  private void send(SseEmitter emitter, String id, ActorId caller) {
    try {
      while (true) {
        Jobs.View job = find(id, caller);
        emitter.send(SseEmitter.event().name("job").data(view(job, house.clock())));
        if (job.state() != Jobs.State.RUNNING) {
          emitter.complete();
          return;
        }
        Thread.sleep(PAUSE);
      }
    } catch (IOException | IllegalStateException e) {
      emitter.completeWithError(e); // The browser has gone; the work goes on.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      emitter.completeWithError(e);
    }
  }

  /**
   * Asks a job of one's own to stop. A reading that is stopped keeps nothing, its act says so in
   * the log, and what is sealed stays sealed; one that is already stored ends well.
   */
  @PostMapping("/api/jobs/{id}/stop")
  JobView stop(ActorId caller, @PathVariable String id) {
    Jobs.View job = house.jobs().stop(uuid(id), caller).orElseThrow(() -> new NoJob(id));
    return view(job, house.clock());
  }

  private Jobs.View find(String id, ActorId caller) {
    return house.jobs().find(uuid(id), caller).orElseThrow(() -> new NoJob(id));
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new BadValue("SX-HTTP-JOB", "job", id, "use the id that the server gave");
    }
  }

  /** What reads an exhibit. */
  interface ReadingWork {
    /** Reads. */
    void read(Progress progress) throws Exception;
  }

  /** Begins a reading; what was read becomes known to deconfliction then. */
  static JobView reading(House house, Permit permit, ExhibitId exhibit, ReadingWork work) {
    return view(
        house
            .jobs()
            .begin(
                permit.actor(),
                "READ",
                progress -> {
                  work.read(progress);
                  DeconflictionHttp.enter(house, permit, exhibit);
                  return exhibit.toString();
                }),
        house.clock());
  }

  static JobView view(Jobs.View job, Clock clock) {
    Instant end = job.ended() == null ? clock.instant() : job.ended();
    double seconds = Math.max(0.001, Duration.between(job.began(), end).toMillis() / 1000.0);
    double rate = job.done() / seconds;
    boolean known = job.state() == Jobs.State.RUNNING && job.total() > 0 && rate > 0;
    Fault fault = job.fault();
    return new JobView(
        job.id().toString(),
        job.kind(),
        job.state().name(),
        job.done(),
        job.total(),
        job.unit(),
        rate,
        known ? (Long) Math.round((job.total() - job.done()) / rate) : null,
        message(job),
        fault == null ? null : Refusals.ErrorBody.of(fault),
        job.result());
  }

  private static String message(Jobs.View job) {
    return switch (job.state()) {
      case RUNNING -> "at work";
      case DONE -> "done";
      case FAILED -> job.fault() == null ? "ended" : job.fault().what();
    };
  }

  /** No such job of this person. */
  static final class NoJob extends Fault {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("unused")
    NoJob(@Nullable String id) {
      super(
          "SX-HTTP-JOB-ABSENT",
          "no such work of yours",
          "job",
          String.valueOf(id),
          "it ended over an hour ago, or the server was restarted; what it made is there or absent");
    }
  }
}
