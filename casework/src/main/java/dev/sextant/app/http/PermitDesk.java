package dev.sextant.app.http;

import dev.sextant.authority.HouseDeeds;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Refused;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.Fault;
import dev.sextant.terms.PermitId;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds the permits that people have been given while this server runs, so that a browser names one
 * by its id. A permit answers only to the person it was made for; after a restart it is asked for
 * anew.
 */
final class PermitDesk {
  /** The request header that names a permit. */
  static final String HEADER = "X-Sextant-Permit";

  private final Clock clock;
  private final Supplier<Optional<Fault>> logFault;
  private final HouseDeeds house;
  private final Map<PermitId, Permit> held = new ConcurrentHashMap<>();

  PermitDesk(Clock clock, Supplier<Optional<Fault>> logFault, HouseDeeds house) {
    this.house = house;
    this.clock = clock;
    this.logFault = logFault;
  }

  void keep(Permit permit) {
    held.values().removeIf(p -> clock.instant().isAfter(p.expires()));
    held.put(permit.id(), permit);
  }

  Permit find(@Nullable String header, ActorId actor) {
    // What cannot be shown to the outside must not be done: nothing runs on a log that is stuck.
    logFault
        .get()
        .ifPresent(fault -> {
          throw fault;
        });
    if (header == null || header.isBlank()) {
      throw none(actor, "", "choose a case, an authority and a purpose, and ask for a permit");
    }
    PermitId id;
    try {
      id = PermitId.parse(header);
    } catch (BadValue e) {
      throw none(actor, header, "send the permit's id in the header " + HEADER);
    }
    Permit permit = held.get(id);
    if (permit == null || !permit.actor().equals(actor)) {
      throw none(
          actor, header, "ask for a permit again: it has ended, or this server was restarted");
    }
    return permit;
  }

  private Refused none(ActorId actor, String header, String cure) {
    return house.refuse(actor, new NoPermit(header, cure));
  }

  /** The request names no permit that this person holds. */
  static final class NoPermit extends Refused.OfRoom {
    private static final long serialVersionUID = 1L;

    NoPermit(String value, String cure) {
      super("SX-AUTH-PERMIT-NONE", "this needs a permit", "header " + HEADER, value, cure);
    }
  }
}
