package dev.sextant.disclosure;

import dev.sextant.authority.Act;
import dev.sextant.disclosure.report.Report;
import dev.sextant.findings.CitedEntity;
import dev.sextant.findings.CitedSnapshot;
import dev.sextant.findings.Finding;
import dev.sextant.findings.FindingDocument;
import dev.sextant.findings.Support;
import dev.sextant.subjects.PersonRole;
import dev.sextant.subjects.RoleBook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the persons are whom a release names (Directive (EU) 2016/680, Article 6): asked when it is
 * released, so that a correction made since the finding was signed is what the recipient reads. Who
 * has no role is not disseminated; a child is not named.
 */
final class Categories {
  private final Map<String, List<String>> accountsOf = new LinkedHashMap<>();
  private final Map<String, String> words = new TreeMap<>();
  private final Set<String> nameable = new TreeSet<>();
  private final Set<String> children = new TreeSet<>();

  private Categories() {}

  /**
   * The roles of everybody named.
   *
   * @throws DisclosureFault.NotReleasable {@code SX-DISC-UNCATEGORISED}
   */
  static Categories of(Act act, Disclosures.Roles roles, List<Finding> findings) {
    Categories named = new Categories();
    findings.forEach(finding -> named.gather(finding.document()));
    Set<String> accounts = new TreeSet<>();
    named.accountsOf.values().forEach(accounts::addAll);
    named.read(roles.of(act, accounts));
    return named;
  }

  /** Words by entity's or account's key. */
  Map<String, String> words() {
    return words;
  }

  /** Keys, of entities and of their accounts, of those who are suspect or convicted. */
  Set<String> nameable() {
    return nameable;
  }

  /** The same, and those whom the authority itself names by a selector. */
  Set<String> nameable(Set<String> selectors) {
    Set<String> all = new TreeSet<>(nameable);
    accountsOf.forEach((key, accounts) -> {
      if (selectors.contains(key) || accounts.stream().anyMatch(selectors::contains)) {
        all.add(key);
        all.addAll(accounts);
      }
    });
    return all;
  }

  /**
   * Requires that no child is named.
   *
   * @param withheld whether the person of a key is withheld
   * @throws DisclosureFault.NotReleasable {@code SX-DISC-CHILD}
   */
  void requireNoChild(java.util.function.Predicate<String> withheld) {
    long shown = children.stream().filter(key -> !withheld.test(key)).count();
    if (shown > 0) {
      throw refused(
          "SX-DISC-CHILD",
          "a finding names a child",
          shown + " named",
          "take the child out of it by a redaction of the person, or write it anew without the name");
    }
  }

  private void gather(FindingDocument document) {
    for (CitedEntity entity : document.entities()) {
      accountsOf.put(
          entity.key(), entity.accounts().stream().map(CitedEntity.CitedAccount::key).toList());
    }
    CitedSnapshot snapshot = document.snapshot();
    if (snapshot != null) {
      snapshot.nodes().stream()
          .filter(CitedSnapshot.Node::named)
          .forEach(node -> accountsOf.put(node.entityKey(), node.accounts()));
    }
    Stream.concat(document.supports().stream(), document.counterSupports().stream())
        .map(Support::authorKey)
        .filter(key -> !key.isEmpty())
        .forEach(key -> accountsOf.put(key, List.of(key)));
  }

  private void read(RoleBook book) {
    int uncategorised = 0;
    for (Map.Entry<String, List<String>> one : accountsOf.entrySet()) {
      Set<PersonRole> roles = book.of(one.getValue());
      uncategorised += roles.isEmpty() ? 1 : 0;
      if (roles.contains(PersonRole.CHILD)) {
        children.add(one.getKey());
      } else if (roles.contains(PersonRole.SUSPECT) || roles.contains(PersonRole.CONVICTED)) {
        nameable.add(one.getKey());
        nameable.addAll(one.getValue());
      }
      words.put(one.getKey(), book.words(one.getValue()));
    }
    if (uncategorised > 0) {
      throw refused(
          "SX-DISC-UNCATEGORISED",
          "a finding names persons to whom nobody has given a role",
          uncategorised + " of " + accountsOf.size() + " named",
          "give each of them a role: suspect, convicted, victim, witness or other");
    }
  }

  private static DisclosureFault.NotReleasable refused(
      String code, String what, String value, String cure) {
    return new DisclosureFault.NotReleasable(code, what, "findings", value, cure);
  }

  /** Attempts to destroy what this release shows as held, for the defence. */
  static List<Report.Attempted> attempts(
      List<dev.sextant.authority.Hold.Attempt> all,
      Map<String, String> exhibits,
      java.util.function.Function<dev.sextant.terms.ActorId, String> names) {
    return all.stream()
        .filter(a ->
            a.thing().kind() != dev.sextant.authority.Thing.Kind.EXHIBIT
                || exhibits.containsKey(a.thing().id().toString()))
        .map(a ->
            new Report.Attempted(
                exhibits.getOrDefault(
                    a.thing().id().toString(),
                    a.thing().kind().name().toLowerCase(java.util.Locale.ROOT)),
                a.at(),
                a.by() == null ? "the schedule" : names.apply(a.by()),
                a.code(),
                a.leaf()))
        .toList();
  }
}
