package dev.sextant.verify;

import dev.sextant.ledger.VerifierKey;
import java.util.Locale;
import java.util.Map;

/**
 * A public key that a bundle names, with what it may sign.
 *
 * @param role what it may sign
 * @param holder who holds it: for a person the person's id, by which author and reviewer are told
 *     apart
 * @param key the key; its name is how signatures refer to it
 */
public record BundleKey(Role role, String holder, VerifierKey key) {
  /** What a key may sign. */
  public enum Role {
    /** Checkpoints of the agency's log. */
    LOG(VerifierKey.Kind.NOTE),
    /** Cosignatures under the log's checkpoints. */
    WITNESS(VerifierKey.Kind.COSIGNATURE),
    /** Manifests of released bundles. */
    DISCLOSURE(VerifierKey.Kind.NOTE),
    /** Findings, as author or reviewer. */
    PERSON(VerifierKey.Kind.NOTE);

    private final VerifierKey.Kind kind;

    Role(VerifierKey.Kind kind) {
      this.kind = kind;
    }

    /** The role as the bundle spells it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Checks that the key is of the kind that its role needs. */
  public BundleKey {
    if (key.kind() != role.kind) {
      throw new VerifyFault.BadBundle(
          "a " + role.text() + " key is of kind " + role.kind, "keys.json", key.text());
    }
    if (holder.isBlank()) {
      throw new VerifyFault.BadBundle("a key has a holder", "keys.json", key.name());
    }
  }

  Map<String, Object> json() {
    return Map.of("name", key.name(), "role", role.text(), "holder", holder, "vkey", key.text());
  }

  static BundleKey read(JsonAt json) {
    VerifierKey key = VerifierKey.parse(json.field("vkey").text());
    if (!key.name().equals(json.field("name").text())) {
      throw json.bad("the name is not the key's", key.name());
    }
    for (Role role : Role.values()) {
      if (role.text().equals(json.field("role").text())) {
        return new BundleKey(role, json.field("holder").text(), key);
      }
    }
    throw json.bad("unknown role", json.field("role").text());
  }
}
