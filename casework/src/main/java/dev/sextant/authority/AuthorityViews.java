package dev.sextant.authority;

import dev.sextant.authority.AuthorityStore.Version;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Authorities as people may look at them. */
final class AuthorityViews {
  private final Register register;
  private final Deeds deeds;
  private final AuthorityStore store;
  private final Signatures signatures;

  AuthorityViews(Register register, Deeds deeds, AuthorityStore store, Signatures signatures) {
    this.register = register;
    this.deeds = deeds;
    this.store = store;
    this.signatures = signatures;
  }

  /** As {@link Authorities#authority}. */
  List<AuthorityFile> authority(ActorId viewer, AuthorityId id) {
    return register.within(
        "authority",
        jdbc -> {
          Actor person = signatures.people().find(jdbc, viewer);
          List<Version> versions = store.versions(jdbc, id);
          boolean part =
              person.is(Role.AUTHORISING_OFFICER)
                  || person.is(Role.OVERSEER)
                  || person.is(Role.LEGAL_PROCESS_OFFICER)
                  || versions.stream().anyMatch(one -> Lifecycle.takesPart(one, viewer));
          if (!person.enabled() || !part) {
            throw new UnknownInRegister("authority", id.toString());
          }
          Instant now = deeds.now();
          return versions.stream().map(version -> file(jdbc, version, now)).toList();
        });
  }

  private AuthorityFile file(JdbcClient jdbc, Version version, Instant now) {
    return new AuthorityFile(
        version.document(),
        version.digest(),
        version.state(now),
        version.liveUntil(),
        signatures.signed(jdbc, version),
        signatures.approvals(jdbc, version),
        store.history(jdbc, version),
        Similarity.stored(jdbc, version));
  }

  /** As {@link Authorities#diff}. */
  AuthorityDiff diff(ActorId viewer, AuthorityId id, int before, int after) {
    List<AuthorityFile> all = authority(viewer, id);
    return AuthorityDiff.between(draft(all, id, before), draft(all, id, after), names());
  }

  /** As {@link Authorities#possible}. */
  Possible possible(ActorId viewer, AuthorityId id, int version) {
    AuthorityFile file = find(authority(viewer, id), id, version);
    return Possible.under(file.document(), names());
  }

  private static AuthorityDraft draft(List<AuthorityFile> all, AuthorityId id, int version) {
    return find(all, id, version).document().draft();
  }

  private static AuthorityFile find(List<AuthorityFile> all, AuthorityId id, int version) {
    return all.stream()
        .filter(file -> file.document().version() == version)
        .findFirst()
        .orElseThrow(() -> new UnknownInRegister("version of authority", id + " " + version));
  }

  private Map<ActorId, String> names() {
    return signatures.people().all().stream().collect(Collectors.toMap(Actor::id, Actor::name));
  }

  /** As {@link Authorities#authorities}. */
  List<AuthorityFile> authorities(ActorId viewer, CaseId of) {
    List<AuthorityId> ids =
        register.within(
            "authorities",
            jdbc ->
                jdbc
                    .sql(
                        """
                        select authority from authority_version where casefile = ? and version = 1
                        order by created_at, authority
                        """)
                    .param(of.value())
                    .query(UUID.class)
                    .list()
                    .stream()
                    .map(AuthorityId::new)
                    .toList());
    return ids.stream()
        .flatMap(id -> {
          try {
            List<AuthorityFile> versions = authority(viewer, id);
            AuthorityFile newest = versions.getFirst();
            return Stream.concat(
                Stream.of(newest),
                versions.stream().filter(one -> one != newest && one.state().living()));
          } catch (UnknownInRegister e) {
            return Stream.empty(); // Not this viewer's to see.
          }
        })
        .toList();
  }
}
