package dev.sextant.authority;

import dev.sextant.terms.ActorId;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * A person who acts in Sextant.
 *
 * @param id random identifier, the only thing of a person that enters the log
 * @param login what the person types
 * @param name as printed
 * @param roles the parts the person may take
 * @param vkey public key of the person's signatures, as {@code name+id+key}
 * @param enabled false once disabled: no log-in, no signature, no permit
 */
public record Actor(
    ActorId id, String login, String name, Set<Role> roles, String vkey, boolean enabled) {
  /** Copies the roles in their order. */
  public Actor {
    roles = Collections.unmodifiableSet(new TreeSet<>(roles));
  }

  /** Whether the person may take this part. */
  public boolean is(Role role) {
    return enabled && roles.contains(role);
  }
}
