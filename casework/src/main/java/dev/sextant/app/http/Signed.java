package dev.sextant.app.http;

import dev.sextant.authority.Actor;
import dev.sextant.terms.ActorId;
import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** A person as Spring Security sees one. */
final class Signed implements UserDetails {
  private static final long serialVersionUID = 1L;

  private final ActorId id;
  private final String login;
  private final String hash;
  private final boolean enabled;
  private final List<String> roles;

  Signed(Actor actor, String hash) {
    this.id = actor.id();
    this.login = actor.login();
    this.hash = hash;
    this.enabled = actor.enabled();
    this.roles = actor.roles().stream().map(Enum::name).toList();
  }

  ActorId id() {
    return id;
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return roles.stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList();
  }

  @Override
  public String getPassword() {
    return hash;
  }

  @Override
  public String getUsername() {
    return login;
  }

  @Override
  public boolean isEnabled() {
    return enabled;
  }
}
