package dev.sextant.disclosure;

import dev.sextant.authority.Act;
import dev.sextant.authority.AuthorityRoom;
import dev.sextant.authority.Permit;
import dev.sextant.disclosure.store.DisclosureStore;
import dev.sextant.disclosure.store.DisclosureStore.Clear;
import dev.sextant.disclosure.store.DisclosureStore.Line;
import dev.sextant.findings.FindingState;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.DisclosureId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The register's lines as an act's permit may open them. */
final class ReleasedLines {
  private final Disclosures.Ground ground;
  private final BundleFolder bundles;
  private final DisclosureStore store;

  ReleasedLines(Disclosures.Ground ground, BundleFolder bundles) {
    AuthorityRoom authority = ground.authority();
    this.ground = ground;
    this.bundles = bundles;
    this.store = new DisclosureStore(authority.door(), authority.keys());
  }

  /** Writes a line. */
  void add(Act act, Line line) {
    store.add(act, line);
  }

  /**
   * One line.
   *
   * @throws DisclosureFault.NotFound if the case has none of this identifier that the act's permit
   *     may open
   */
  Disclosure find(Act act, DisclosureId id) {
    return visible(act)
        .filter(line -> line.clear().id().equals(id))
        .findFirst()
        .map(this::disclosure)
        .orElseThrow(() -> new DisclosureFault.NotFound(id.toString()));
  }

  /** All lines that an act's permit may open, oldest first. */
  List<Disclosure> all(Act act) {
    Map<ActorId, String> names = names();
    return visible(act).map(line -> disclosure(line, names)).toList();
  }

  /** Whether a finding that a disclosure holds stands no longer. */
  boolean withdrawnSince(Act act, Disclosure disclosure) {
    return disclosure.findings().stream()
        .map(id -> ground.findings().finding(act, id))
        .map(finding -> finding.state())
        .anyMatch(state -> state == FindingState.WITHDRAWN || state == FindingState.CORRECTED);
  }

  /* The database shows no other authority's lines; a bundle lies beside it as a plain file, so the
   * authority is asked for here as well. Its scope may have been narrowed by a renewal since. */
  private Stream<Line> visible(Act act) {
    Permit permit = act.permit();
    return store.all(act).stream()
        .filter(line -> line.clear().authority().equals(permit.authority()))
        .filter(line -> line.scope() != null && line.scope().coveredBy(permit.scope()));
  }

  /** What a line says. */
  Disclosure disclosure(Line line) {
    return disclosure(line, names());
  }

  private Disclosure disclosure(Line line, Map<ActorId, String> names) {
    Clear clear = line.clear();
    return new Disclosure(
        clear.id(),
        line.title(),
        line.recipient(),
        line.recipient().digest(line.salt()),
        line.findings(),
        clear.authority(),
        clear.actor(),
        names.getOrDefault(clear.actor(), clear.actor().toString()),
        clear.at(),
        clear.leaf(),
        bundles.of(clear.id()),
        clear.digest(),
        clear.bytes(),
        line.marks().recipient(),
        line.marks().mark(),
        line.marks().handling(),
        line.marks().template(),
        line.marks().redacted());
  }

  private Map<ActorId, String> names() {
    Map<ActorId, String> names = new HashMap<>();
    ground.authority().people().all().forEach(person -> names.put(person.id(), person.name()));
    return names;
  }
}
