package dev.sextant.authority;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.CanonicalJson;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Binds a person's identifier, roles and public key together: HMAC-SHA-256 (RFC 2104) under a key
 * derived from the agency's. Who can write to the register but does not hold that key can enrol
 * nobody. Whether the person is disabled is left out: a decision stands after its maker has gone.
 */
final class ActorSeal {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  ActorSeal(AgencyKey agency) {
    this.key = new SecretKeySpec(agency.derive("authority/actor-seal/v1"), ALGORITHM);
  }

  /** The seal of a row. */
  byte[] of(ActorId id, Set<Role> roles, String vkey) {
    List<String> names = new TreeSet<>(roles).stream().map(Role::name).toList();
    byte[] bound =
        CanonicalJson.write(
            Map.of("format", "sextant-actor/1", "id", id.toString(), "roles", names, "vkey", vkey));
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(bound);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("HmacSHA256 is in every JDK", e);
    }
  }

  /** Whether this is the seal of that row. */
  boolean holds(Actor actor, byte @Nullable [] seal) {
    return seal != null && MessageDigest.isEqual(of(actor.id(), actor.roles(), actor.vkey()), seal);
  }
}
