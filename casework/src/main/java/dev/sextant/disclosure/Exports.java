package dev.sextant.disclosure;

import dev.sextant.authority.Act;
import dev.sextant.authority.HouseDeeds;
import dev.sextant.authority.JurisdictionPack;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Role;
import dev.sextant.disclosure.store.ExportStore;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.BadValue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How much one person may hand out. Beyond the pack's number within its window it takes leave:
 * asked for with the password given again, approved by an authorising officer, usable only after a
 * delay in which it can be stopped.
 */
public final class Exports {
  private static final int REASON_MIN = 20;
  private static final int REASON_MAX = 1000;

  private final HouseDeeds deeds;
  private final JurisdictionPack pack;
  private final Clock clock;
  private final ExportStore store;

  /**
   * @param deeds of the house
   * @param pack the jurisdiction's numbers
   * @param clock by which the window moves
   */
  public Exports(HouseDeeds deeds, JurisdictionPack pack, Clock clock) {
    this.deeds = deeds;
    this.pack = pack;
    this.clock = clock;
    this.store = new ExportStore(deeds);
  }

  /**
   * Leave to hand out more.
   *
   * @param id random
   * @param actor who asked
   * @param exports how many more
   * @param reason why
   * @param askedAt when it was asked for
   * @param approvedBy the officer, or null
   * @param usableFrom not before, or null while it is not approved
   * @param until when it is over, or null while it is not approved
   * @param stopped true once it was stopped
   */
  public record Leave(
      UUID id,
      ActorId actor,
      int exports,
      String reason,
      Instant askedAt,
      @Nullable ActorId approvedBy,
      @Nullable Instant usableFrom,
      @Nullable Instant until,
      boolean stopped) {
    /** Whether it counts at a moment. */
    public boolean usable(Instant now) {
      return !stopped
          && usableFrom != null
          && until != null
          && !now.isBefore(usableFrom)
          && now.isBefore(until);
    }
  }

  /**
   * Counts what is about to be handed out.
   *
   * @throws DisclosureFault.NotReleasable {@code SX-DISC-BULK} if the person may hand out no more
   */
  void count(Act act) {
    ActorId actor = act.permit().actor();
    Instant now = clock.instant();
    Instant from = now.minus(pack.duration("disclosure.exportsWindow"));
    long free = pack.number("disclosure.exportsFree");
    boolean counted =
        deeds.counted(
            act,
            jdbc -> {
              // Two hand-outs at once must not both be the last one.
              store.lock(jdbc, actor);
              long more =
                  store.leaves(jdbc).stream()
                      .filter(l -> l.actor().equals(actor) && l.usable(now))
                      .mapToLong(Leave::exports)
                      .sum();
              if (store.used(jdbc, actor, from) >= free + more) {
                return false;
              }
              store.use(jdbc, actor, now, act.id());
              return true;
            });
    if (!counted) {
      throw new DisclosureFault.NotReleasable(
          "SX-DISC-BULK",
          "this person has handed out as much as one person may in this time",
          "exports",
          free + " in " + pack.duration("disclosure.exportsWindow"),
          "ask for leave to export more; an officer approves it, and it counts after "
              + pack.duration("disclosure.leaveDelay"));
    }
  }

  /**
   * Asks for leave.
   *
   * @param password the person's own, given again
   */
  public Leave ask(ActorId actor, String password, int exports, String reason) {
    deeds.stepUp(actor, password, "ASK_EXPORT_LEAVE");
    return deeds.run(
        "ASK_EXPORT_LEAVE",
        actor,
        Set.of(),
        Particulars.none().number("exports", exports),
        deed -> {
          long most = pack.number("disclosure.leaveExports");
          if (exports < 1 || exports > most) {
            throw new BadValue(
                "SX-DISC-LEAVE", "exports", Integer.toString(exports), "ask for 1 to " + most);
          }
          String words = reason.strip();
          if (words.length() < REASON_MIN || words.length() > REASON_MAX) {
            throw new BadValue(
                "SX-DISC-LEAVE",
                "reason",
                words.length() + " characters",
                "write 20 to 1000 characters");
          }
          Leave leave =
              new Leave(
                  UUID.randomUUID(), actor, exports, words, deed.at(), null, null, null, false);
          store.add(deed, leave);
          deed.note("leave", leave.id());
          return leave;
        });
  }

  /**
   * Approves leave; it counts only after the pack's delay.
   *
   * @param password the officer's own, given again
   */
  public Leave approve(ActorId officer, String password, UUID id) {
    deeds.stepUp(officer, password, "APPROVE_EXPORT_LEAVE");
    return deeds.run(
        "APPROVE_EXPORT_LEAVE",
        officer,
        Set.of(Role.AUTHORISING_OFFICER),
        Particulars.none().id("leave", id),
        deed -> {
          Leave asked = one(deed, id);
          if (asked.actor().equals(officer) || asked.approvedBy() != null || asked.stopped()) {
            throw new DisclosureFault.NotReleasable(
                "SX-DISC-LEAVE-STATE",
                "this leave cannot be approved by this person now",
                "leave " + id,
                asked.stopped() ? "stopped" : "own or approved already",
                "another officer approves it, once");
          }
          Instant from = deed.at().plus(pack.duration("disclosure.leaveDelay"));
          Instant until = from.plus(pack.duration("disclosure.leaveLasts"));
          Leave approved =
              new Leave(
                  id,
                  asked.actor(),
                  asked.exports(),
                  asked.reason(),
                  asked.askedAt(),
                  officer,
                  from,
                  until,
                  false);
          store.approve(deed, approved);
          deed.note("person", asked.actor());
          deed.note("usableFrom", from);
          deed.note("until", until);
          return approved;
        });
  }

  /** Stops leave at once, asked for or approved. */
  public void stop(ActorId caller, UUID id) {
    deeds.run(
        "STOP_EXPORT_LEAVE",
        caller,
        Set.of(),
        Particulars.none().id("leave", id),
        deed -> {
          store.stop(deed, one(deed, id).id());
          return id;
        });
  }

  private Leave one(HouseDeeds.Deed deed, UUID id) {
    return store.leaves(deed.jdbc()).stream()
        .filter(l -> l.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new DisclosureFault.NotReleasable(
                "SX-DISC-UNKNOWN", "no such leave", "leave", id.toString(), "see the list"));
  }

  /** All leave asked for, newest first. */
  public List<Leave> leaves() {
    return deeds.read("export leave", store::leaves).reversed();
  }

  /** How much a person has handed out within the window. */
  public long used(ActorId actor) {
    Instant from = clock.instant().minus(pack.duration("disclosure.exportsWindow"));
    return deeds.read("export use", jdbc -> store.used(jdbc, actor, from));
  }
}
