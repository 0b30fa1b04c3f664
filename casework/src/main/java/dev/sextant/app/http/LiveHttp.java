package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.live.Changes;
import dev.sextant.app.live.Changes.Told;
import dev.sextant.app.live.Listener;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Refused;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.Fault;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells a window what its team publishes, as it happens: identifiers and kinds, no content. Nothing
 * of it is logged, for nothing of a case is shown; what is then fetched is an act of its own.
 * Whether session, duty and permit still live is asked before each message, and at every heartbeat
 * where nothing happens.
 */
@RestController
class LiveHttp implements SmartLifecycle {
  /** Shorter than any proxy's patience; also how soon an ended permit ends a quiet stream. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  /** When a browser comes again by itself. */
  private static final Duration AGAIN = Duration.ofSeconds(2);

  private final House house;
  private final Changes changes;
  private volatile boolean running;

  LiveHttp(House house) {
    this.house = house;
    this.changes = Changes.of(house.authority().doneActs());
  }

  /**
   * A change as it is told.
   *
   * @param kind what sort of thing, in small letters
   * @param id which one
   * @param by whose act it was
   * @param mine whether that is who listens
   * @param leaf where the act's outcome lies in the log
   */
  record LiveChangeView(String kind, String id, String by, boolean mine, long leaf) {
    static LiveChangeView of(Told told, ActorId listener) {
      return new LiveChangeView(
          told.change().kind().name().toLowerCase(Locale.ROOT),
          told.change().id(),
          told.change().by().toString(),
          told.change().by().equals(listener),
          told.change().leaf());
    }
  }

  /** What a stream rests on; it ends with any of them. */
  private record Leave(Permit permit, HttpSession session) {
    void require() {
      if (!signedIn()) {
        throw new SignedOut();
      }
      permit.requireLiving();
    }

    private boolean signedIn() {
      try {
        return session.getAttribute(
                    HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                instanceof SecurityContext context
            && named(context.getAuthentication());
      } catch (IllegalStateException e) {
        return false; // The session was ended.
      }
    }

    private boolean named(@Nullable Authentication authentication) {
      return authentication != null
          && authentication.getPrincipal() instanceof Signed signed
          && signed.id().equals(permit.actor());
    }
  }

  /**
   * Follows what is published under the permit's authority: {@code open}, then {@code change}s;
   * {@code gap} if what was published meanwhile is not known one by one; {@code over} with a
   * refusal's code at the end.
   *
   * @param id the case, which must be the permit's
   * @param after the last message that was seen, to go on from there
   */
  @GetMapping(path = "/api/cases/{id}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter live(
      Permit permit,
      @PathVariable String id,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String after,
      HttpSession session,
      HttpServletResponse response) {
    if (!permit.caseId().toString().equals(id)) {
      throw house.authority().houseDeeds().refuse(permit.actor(), new OtherCase(id));
    }
    Leave leave = new Leave(permit, session);
    leave.require();
    Listener listener =
        changes.listen(
            new Changes.Asked(permit.caseId(), permit.authority(), permit.actor()), after);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no"); // A proxy must not gather what is told at once.
    SseEmitter emitter = new SseEmitter(0L);
    emitter.onCompletion(listener::close);
    emitter.onError(gone -> listener.close());
    Thread.ofVirtual().name("live").start(() -> send(emitter, listener, leave));
    return emitter;
  }

  private void send(SseEmitter emitter, Listener listener, Leave leave) {
    try (listener) {
      emitter.send(
          SseEmitter.event()
              .id(listener.position())
              .reconnectTime(AGAIN.toMillis())
              .name(listener.gap() ? "gap" : "open")
              .data("{}"));
      while (!listener.over()) {
        told(emitter, listener, leave);
      }
      emitter.complete();
    } catch (Fault e) {
      over(emitter, e); // Its leave has ended, or cannot be asked for: then nothing is told.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      emitter.completeWithError(e);
    } catch (IOException | RuntimeException e) {
      emitter.completeWithError(e); // The browser has gone.
    }
  }

  private void told(SseEmitter emitter, Listener listener, Leave leave)
      throws IOException, InterruptedException {
    var next = listener.take(HEARTBEAT);
    if (next.isEmpty()) {
      leave.require();
      emitter.send(SseEmitter.event().comment(""));
    }
    for (Told told : next) {
      leave.require();
      emitter.send(
          SseEmitter.event()
              .id(listener.position(told))
              .name("change")
              .data(LiveChangeView.of(told, leave.permit().actor()), MediaType.APPLICATION_JSON));
    }
  }

  private static void over(SseEmitter emitter, Fault why) {
    try {
      emitter.send(
          SseEmitter.event()
              .name("over")
              .data(Refusals.ErrorBody.of(why), MediaType.APPLICATION_JSON));
      emitter.complete();
    } catch (IOException | IllegalStateException e) {
      emitter.completeWithError(e); // The browser went first.
    }
  }

  /** How many windows follow now. */
  int listening() {
    return changes.listening();
  }

  @Override
  public void start() {
    running = true;
  }

  /* Before the web server waits for requests to end: these would not. */
  @Override
  public void stop() {
    running = false;
    changes.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** The permit is for another case. */
  static final class OtherCase extends Refused.OfRoom {
    private static final long serialVersionUID = 1L;

    OtherCase(String id) {
      super(
          "SX-AUTH-PERMIT-CASE",
          "this permit is for another case",
          "case",
          id,
          "ask for a permit under an authority of this case");
    }
  }

  /** Who listened has signed out, which is no refusal and not logged again. */
  static final class SignedOut extends Fault {
    private static final long serialVersionUID = 1L;

    SignedOut() {
      super(
          "SX-AUTH-SIGNED-OUT", "whoever followed has signed out", "session", "", "sign in again");
    }
  }
}
