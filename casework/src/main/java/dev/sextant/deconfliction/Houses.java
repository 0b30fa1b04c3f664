package dev.sextant.deconfliction;

import dev.sextant.authority.HouseDeeds;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Role;
import dev.sextant.deconfliction.oprf.Mode;
import dev.sextant.deconfliction.oprf.OprfAsker;
import dev.sextant.deconfliction.oprf.OprfFault;
import dev.sextant.deconfliction.store.HouseRows;
import dev.sextant.ledger.SignerKey;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.Digest;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Other houses: each shows a card, and an officer admits it by the fingerprint that it reads out.
 */
public final class Houses {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_UNIT = 500;

  private final HouseDeeds house;
  private final HouseKey key;
  private final SignerKey signer;
  private final SecureRandom random;
  private final UUID self;

  Houses(HouseDeeds house, HouseKey key, SignerKey signer, SecureRandom random) {
    this.house = house;
    this.key = key;
    this.signer = signer;
    this.random = random;
    ByteBuffer id = ByteBuffer.wrap(house.seed("deconfliction/house-id/v1"));
    this.self = new UUID(id.getLong(), id.getLong());
  }

  /** This house's number, which it keeps for good. */
  UUID self() {
    return self;
  }

  /**
   * This house's card for others.
   *
   * @param name its name, 1 to 200 characters
   * @param unit whom to speak to, 1 to 500 characters
   * @throws DeconflictionFault {@code SX-DECONFLICT-MESSAGE} if one is missing or too long
   */
  public byte[] card(String name, String unit) {
    byte[] card =
        Message.of(
                Message.Kind.CARD,
                Map.of(
                    "house", self.toString(),
                    "name", name.strip(),
                    "unit", unit.strip(),
                    "key", key.published(),
                    "verifier", signer.verifier().text()))
            .signed(signer);
    // What others would not take is not handed out.
    read(card);
    return card;
  }

  /**
   * Reads a card, for people to compare before they admit it.
   *
   * @throws DeconflictionFault {@code SX-DECONFLICT-MESSAGE} if it is none
   */
  public OtherHouse read(byte[] card) {
    Message message = Message.card(card);
    byte[] published = message.bytes("key");
    try {
      new OprfAsker(Mode.VOPRF, published, random);
    } catch (OprfFault e) {
      throw DeconflictionFault.message("its key is none");
    }
    String name = message.text("name");
    String unit = message.text("unit");
    if (name.isBlank()
        || name.length() > LONGEST_NAME
        || unit.isBlank()
        || unit.length() > LONGEST_UNIT) {
      throw DeconflictionFault.message("its name or unit is missing or too long");
    }
    return new OtherHouse(
        message.uuid("house"),
        name,
        unit,
        HexFormat.of().formatHex(published),
        Message.verifier(message));
  }

  /**
   * Admits another house. Its key is then held to: one that uses another for some of its askers is
   * found out.
   *
   * @param officer an authorising officer
   * @param fingerprint of the card, as the other house reads it out over another way
   * @throws DeconflictionFault {@code SX-DECONFLICT-HOUSE} if the fingerprint differs, it is this
   *     very house, or the house is admitted already
   */
  public OtherHouse admit(ActorId officer, byte[] card, String fingerprint) {
    OtherHouse other = read(card);
    return house.run(
        "DECONFLICT_ADMIT",
        officer,
        Set.of(Role.AUTHORISING_OFFICER),
        Particulars.none().id("house", other.id()).digest("card", Digest.of(card)),
        deed -> {
          if (!Digest.of(card).hex().equals(fingerprint.strip())) {
            throw DeconflictionFault.house("the fingerprint differs");
          }
          if (other.id().equals(self)) {
            throw DeconflictionFault.house("it is this house");
          }
          if (!HouseRows.admit(deed.jdbc(), other, officer, deed.at())) {
            throw DeconflictionFault.house("admitted already");
          }
          return other;
        });
  }

  /** Admitted houses, by name. */
  public List<OtherHouse> all() {
    return house.read("houses", HouseRows::all);
  }

  /**
   * An admitted house.
   *
   * @throws DeconflictionFault {@code SX-DECONFLICT-HOUSE} if there is none such
   */
  OtherHouse admitted(UUID id) {
    return house
        .read("houses", jdbc -> HouseRows.find(jdbc, id))
        .orElseThrow(() -> DeconflictionFault.house(id.toString()));
  }
}
