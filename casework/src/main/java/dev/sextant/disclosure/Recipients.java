package dev.sextant.disclosure;

import dev.sextant.authority.HouseDeeds;
import dev.sextant.authority.JurisdictionPack;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Role;
import dev.sextant.disclosure.store.RecipientStore;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.BadValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The register of those who may receive: agreements with other bodies and the persons who act for
 * them. An authorising officer keeps it; whoever releases chooses from it.
 */
public final class Recipients {
  private static final Set<Role> KEEPER = Set.of(Role.AUTHORISING_OFFICER);
  private static final int MIN = 3;
  private static final int MAX = 400;

  private final HouseDeeds deeds;
  private final JurisdictionPack pack;
  private final Clock clock;
  private final RecipientStore store;

  /**
   * @param deeds of the house
   * @param pack the jurisdiction's numbers
   * @param clock by which agreements lapse
   */
  public Recipients(HouseDeeds deeds, JurisdictionPack pack, Clock clock) {
    this.deeds = deeds;
    this.pack = pack;
    this.clock = clock;
    this.store = new RecipientStore(deeds);
  }

  /** The terms of an agreement to be registered. */
  public record Terms(
      String reference, String organisation, boolean acceptsRules, Instant expires) {}

  /**
   * Registers an agreement.
   *
   * @throws BadValue {@code SX-DISC-AGREEMENT-TERMS} if its time is past or longer than the pack
   *     allows
   */
  public Agreement agree(ActorId officer, Terms terms) {
    return deeds.run(
        "REGISTER_AGREEMENT",
        officer,
        KEEPER,
        Particulars.none(),
        deed -> {
          Duration lasts = Duration.between(deed.at(), terms.expires());
          if (!lasts.isPositive()
              || lasts.compareTo(pack.duration("disclosure.longestAgreement")) > 0) {
            throw new BadValue(
                "SX-DISC-AGREEMENT-TERMS",
                "agreement's expiry",
                terms.expires().toString(),
                "give a date ahead, within " + pack.duration("disclosure.longestAgreement"));
          }
          Agreement agreement =
              new Agreement(
                  UUID.randomUUID(),
                  text("agreement", terms.reference()),
                  text("organisation", terms.organisation()),
                  terms.acceptsRules(),
                  terms.expires().truncatedTo(ChronoUnit.MICROS),
                  false);
          store.add(deed, officer, agreement);
          deed.note("agreement", agreement.id());
          deed.note("expires", agreement.expires());
          return agreement;
        });
  }

  /** Registers a recipient under an agreement. */
  public Registered register(ActorId officer, UUID agreement, String name, String need) {
    return deeds.run(
        "REGISTER_RECIPIENT",
        officer,
        KEEPER,
        Particulars.none().id("agreement", agreement),
        deed -> {
          Agreement under =
              store.agreements(deed.jdbc()).stream()
                  .filter(a -> a.id().equals(agreement))
                  .findFirst()
                  .orElseThrow(() -> unknown("agreement", agreement.toString()));
          Registered recipient =
              new Registered(
                  UUID.randomUUID(), text("recipient", name), text("need to know", need), under);
          store.add(deed, officer, recipient);
          deed.note("recipient", recipient.id());
          return recipient;
        });
  }

  /**
   * Suspends an agreement at once: nothing more is released under it. It is not taken up again; a
   * new one is concluded.
   */
  public void suspend(ActorId officer, UUID agreement) {
    deeds.run(
        "SUSPEND_AGREEMENT",
        officer,
        Set.of(Role.AUTHORISING_OFFICER, Role.OVERSEER, Role.INTEGRITY_OFFICER),
        Particulars.none().id("agreement", agreement),
        deed -> {
          if (!store.suspend(deed, agreement)) {
            throw unknown("agreement in force", agreement.toString());
          }
          return agreement;
        });
  }

  private static DisclosureFault.NotReleasable unknown(String what, String value) {
    return new DisclosureFault.NotReleasable(
        "SX-DISC-UNKNOWN", "no such " + what, "recipients", value, "see the list of recipients");
  }

  private static String text(String field, String text) {
    String words = text.strip();
    if (words.length() < MIN || words.length() > MAX) {
      throw new BadValue(
          "SX-DISC-RECIPIENT", field, words.length() + " characters", "write 3 to 400 characters");
    }
    return words;
  }

  /** All agreements, oldest first. */
  public List<Agreement> agreements() {
    return deeds.read("agreements", store::agreements);
  }

  /** All recipients, oldest first. */
  public List<Registered> all() {
    return deeds.read("recipients", store::recipients);
  }

  /** The registered recipient that a release names. */
  Optional<Registered> find(Recipient to) {
    return all().stream()
        .filter(r ->
            r.name().equals(to.name().strip())
                && r.agreement().organisation().equals(to.organisation().strip())
                && r.agreement().reference().equals(to.agreement().strip()))
        .reduce((older, newer) -> newer);
  }

  /** The registered recipient of an identifier. */
  public Optional<Registered> find(UUID id) {
    return all().stream().filter(r -> r.id().equals(id)).findFirst();
  }

  /**
   * Asks that a recipient may receive now.
   *
   * @throws DisclosureFault.NotReleasable {@code SX-DISC-RECIPIENT-UNKNOWN}, {@code
   *     SX-DISC-AGREEMENT}
   */
  Registered require(Optional<Registered> found) {
    Registered to =
        found.orElseThrow(() ->
            new DisclosureFault.NotReleasable(
                "SX-DISC-RECIPIENT-UNKNOWN",
                "this recipient is not in the register",
                "recipient",
                "name, organisation and agreement",
                "have an authorising officer register the agreement and the recipient"));
    Agreement agreement = to.agreement();
    if (agreement.suspended()) {
      throw refused("the agreement is suspended", agreement, "suspended");
    }
    if (!clock.instant().isBefore(agreement.expires())) {
      throw refused("the agreement has lapsed", agreement, agreement.expires().toString());
    }
    if (!agreement.acceptsRules()) {
      throw refused("the recipient does not keep equivalent rules", agreement, "not accepted");
    }
    return to;
  }

  private static DisclosureFault.NotReleasable refused(
      String what, Agreement agreement, String value) {
    return new DisclosureFault.NotReleasable(
        "SX-DISC-AGREEMENT",
        what,
        "agreement " + agreement.id(),
        value,
        "conclude a new agreement; in imminent danger an assessment may be given instead");
  }
}
