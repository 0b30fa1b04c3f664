package dev.sextant.deconfliction;

import dev.sextant.authority.HouseDeeds;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Role;
import dev.sextant.deconfliction.store.DeskRows;
import dev.sextant.deconfliction.store.HouseRows;
import dev.sextant.deconfliction.store.NoticeRows;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.CaseId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Cases that answer nobody, and what the overseer does with questions that met one. An officer
 * covers a case; the overseer alone sees which questions touched it, and decides whether the two
 * leads learn of each other.
 */
public final class SilentDesk {
  private final HouseDeeds house;
  private final Sealing sealing;

  SilentDesk(HouseDeeds house, Sealing sealing) {
    this.house = house;
    this.sealing = sealing;
  }

  /**
   * From now on a case answers nobody.
   *
   * @param officer an authorising officer
   * @throws DeconflictionFault {@code SX-DECONFLICT-COVER} if it does so already, {@code
   *     SX-DECONFLICT-REASONS}
   */
  public void cover(ActorId officer, CaseId of, String reasons) {
    UUID id = UUID.randomUUID();
    house.run(
        "DECONFLICT_COVER",
        officer,
        Set.of(Role.AUTHORISING_OFFICER),
        Particulars.none().id("case", of),
        deed -> {
          if (DeskRows.covered(deed.jdbc(), of)) {
            throw DeconflictionFault.covered(of.toString(), true);
          }
          DeskRows.cover(deed.jdbc(), id, of, officer, sealing.reasons(id, reasons), deed.at());
          return of;
        });
  }

  /**
   * From now on a case answers as every other.
   *
   * @throws DeconflictionFault {@code SX-DECONFLICT-COVER} if it does so already
   */
  public void uncover(ActorId officer, CaseId of) {
    house.run(
        "DECONFLICT_UNCOVER",
        officer,
        Set.of(Role.AUTHORISING_OFFICER),
        Particulars.none().id("case", of),
        deed -> {
          if (!DeskRows.uncover(deed.jdbc(), of, officer, deed.at())) {
            throw DeconflictionFault.covered(of.toString(), false);
          }
          return of;
        });
  }

  /** Cases that answer nobody; for officers and overseers. */
  public List<Cover> covers(ActorId viewer) {
    return house.run(
        "SEE_DECONFLICTION",
        viewer,
        Set.of(Role.AUTHORISING_OFFICER, Role.OVERSEER),
        Particulars.none(),
        deed -> DeskRows.covers(deed.jdbc(), sealing::reasons));
  }

  /** Questions that were answered in silence, newest first; for overseers. */
  public List<SilentQuestion> questions(ActorId overseer) {
    return house.run(
        "VIEW_DECONFLICTION",
        overseer,
        Set.of(Role.OVERSEER),
        Particulars.none(),
        deed -> DeskRows.all(deed.jdbc(), sealing::reasons));
  }

  /**
   * Decides whether the leads of both cases learn of each other.
   *
   * @throws DeconflictionFault {@code SX-DECONFLICT-UNKNOWN}, {@code SX-DECONFLICT-DECIDED}, {@code
   *     SX-DECONFLICT-REASONS}
   */
  public void decide(ActorId overseer, UUID id, SilentQuestion.Decision decision, String reasons) {
    house.run(
        "DECONFLICT_DECIDE",
        overseer,
        Set.of(Role.OVERSEER),
        Particulars.none().id("desk", id).token("decision", decision.name()),
        deed -> {
          DeskRows.Undecided one =
              DeskRows.find(deed.jdbc(), id)
                  .orElseThrow(() -> DeconflictionFault.unknown("question", id.toString()));
          if (one.decided()) {
            throw DeconflictionFault.decided(id.toString());
          }
          DeskRows.decide(
              deed.jdbc(), id, overseer, decision, sealing.reasons(id, reasons), deed.at());
          if (decision == SilentQuestion.Decision.TOLD) {
            tell(deed, one);
          }
          return id;
        });
  }

  private void tell(HouseDeeds.Deed deed, DeskRows.Undecided one) {
    NoticeRows.Side asker = side(deed, one.asker());
    NoticeRows.Side knowing = side(deed, one.known());
    UUID outside = one.house();
    if (outside == null) {
      if (asker != null && knowing != null) {
        Courier.both(deed, one.question(), asker, knowing);
      }
    } else if (asker != null) {
      tell(deed, one.question(), asker, Notice.Side.ASKED, outside);
    } else if (knowing != null) {
      tell(deed, one.question(), knowing, Notice.Side.KNOWS, outside);
    }
  }

  /* The other house's unit is on its card; how it learns of this one is the leads' affair. */
  private void tell(
      HouseDeeds.Deed deed, UUID question, NoticeRows.Side told, Notice.Side side, UUID outside) {
    UUID id = UUID.randomUUID();
    HouseRows.find(deed.jdbc(), outside)
        .ifPresent(other ->
            NoticeRows.tellOutside(
                deed.jdbc(),
                id,
                question,
                told,
                side,
                sealing.outside(id, other.contact()),
                deed.at()));
  }

  private static NoticeRows.@Nullable Side side(HouseDeeds.Deed deed, @Nullable UUID authority) {
    return authority == null ? null : NoticeRows.side(deed.jdbc(), authority).orElse(null);
  }
}
