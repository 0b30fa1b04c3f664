package dev.sextant.authority;

import dev.sextant.authority.AuthorityDraft.Basis;
import dev.sextant.authority.AuthorityDraft.Bounds;
import dev.sextant.authority.AuthorityDraft.Duties;
import dev.sextant.authority.AuthorityStore.Version;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an application must hold before anybody decides on it. */
final class Applications {
  private static final int SHORTEST_RESULTS = 30;

  private final Signatures signatures;
  private final Rules rules;
  private final Methods methods;
  private final Protection protection;

  Applications(Signatures signatures, Rules rules, Methods methods, Protection protection) {
    this.signatures = signatures;
    this.rules = rules;
    this.methods = methods;
    this.protection = protection;
  }

  void requireComplete(Deeds.Entry entry, Version version, @Nullable Version previous) {
    ask(new Asked(entry.jdbc(), entry.at(), version, previous), Runnable::run);
  }

  /** Everything that {@link #requireComplete} would refuse now, each by itself; changes nothing. */
  List<AuthorityFault> lacks(Asked asked) {
    List<AuthorityFault> lacks = new ArrayList<>();
    ask(
        asked,
        check -> {
          try {
            check.run();
          } catch (AuthorityFault lack) {
            lacks.add(lack);
          }
        });
    return lacks;
  }

  /** A version that is asked whether it is complete, and the one before it. */
  record Asked(JdbcClient jdbc, Instant at, Version version, @Nullable Version previous) {}

  private void ask(Asked asked, Consumer<Runnable> each) {
    Version version = asked.version();
    Version previous = asked.previous();
    AuthorityDraft draft = version.draft();
    Bounds bounds = draft.bounds();
    each.accept(() -> requireBasis(draft.basis()));
    each.accept(() -> new OffenceCatalogue(rules.pack()).require(draft.basis().offence()));
    for (Principle principle : Principle.values()) {
      each.accept(() -> draft.principles().require(principle));
      if (previous != null) {
        each.accept(() -> requireFresh(draft, previous.draft(), principle));
      }
    }
    if (version.document().version() > 1) {
      each.accept(() -> requireResults(version.document().results()));
    }
    each.accept(() -> requireNamed(bounds));
    each.accept(() -> requireWindows(bounds));
    each.accept(() -> requireQuota(bounds, draft.broad()));
    each.accept(() -> methods.requireKnown(bounds.methods()));
    each.accept(() -> requireDuties(asked.jdbc(), draft.duties()));
    each.accept(() -> protection.requireFlags(draft));
    each.accept(() -> protection.requireNexus(asked.jdbc(), version));
    each.accept(() -> requireTime(version, asked.at()));
    each.accept(() -> requireSigned(asked.jdbc(), version));
  }

  /** All but the six principles and their signatures: what an oral grant must hold too. */
  void requireLawful(JdbcClient jdbc, Version version) {
    AuthorityDraft draft = version.draft();
    requireBasis(draft.basis());
    new OffenceCatalogue(rules.pack()).require(draft.basis().offence());
    requireNamed(draft.bounds());
    requireWindows(draft.bounds());
    requireQuota(draft.bounds(), draft.broad());
    methods.requireKnown(draft.bounds().methods());
    requireDuties(jdbc, draft.duties());
    protection.requireFlags(draft);
    protection.requireNexus(jdbc, version);
  }

  private static void requireFresh(
      AuthorityDraft draft, AuthorityDraft previous, Principle principle) {
    if (draft.principles().fields(principle).equals(previous.principles().fields(principle))) {
      throw refused(
          "SX-AUTH-RENEWAL-COPIED",
          "a renewal argues each principle anew",
          principle.name(),
          "same words as the version before",
          "write what holds now");
    }
  }

  static void requireResults(String results) {
    if (results.strip().length() < SHORTEST_RESULTS) {
      throw refused(
          "SX-AUTH-RESULTS",
          "a renewal says what came of the version before",
          "results",
          results.strip().length() + " characters",
          "write at least 30 characters");
    }
  }

  private static void requireBasis(Basis basis) {
    List<String> fields =
        List.of(
            basis.jurisdiction(),
            basis.instrument(),
            basis.number(),
            basis.issuer(),
            basis.offence());
    for (String field : fields) {
      if (field.isBlank()) {
        throw refused(
            "SX-AUTH-BASIS",
            "the legal ground is incomplete",
            "basis",
            "empty field",
            "give jurisdiction, instrument, number, issuer and offence");
      }
    }
  }

  private static void requireNamed(Bounds bounds) {
    if (bounds.scope().selectors().isEmpty()) {
      throw refused(
          "SX-AUTH-SELECTORS",
          "nobody and nothing is named",
          "selectors",
          "none",
          "name the accounts, persons or devices");
    }
    if (bounds.scope().platforms().isEmpty()) {
      throw refused(
          "SX-AUTH-PLATFORMS", "no platform is named", "platforms", "none", "name the platforms");
    }
  }

  private void requireWindows(Bounds bounds) {
    bounded(bounds.scope().contentWindow(), "contentWindow");
    Duration length = bounded(bounds.operationWindow(), "operationWindow");
    if (length.compareTo(rules.longestOperation()) > 0) {
      throw refused(
          "SX-AUTH-WINDOW",
          "the operation window is too long",
          "operationWindow",
          length.toString(),
          "at most " + rules.longestOperation() + ", then renew");
    }
  }

  private static void requireQuota(Bounds bounds, boolean broad) {
    if (broad && !bounds.quota().complete()) {
      throw refused(
          "SX-AUTH-QUOTA",
          "broad selectors need a whole quota",
          "quota",
          bounds.quota().toString(),
          "bound items, subjects and views");
    }
  }

  private static Duration bounded(Span span, String name) {
    Instant from = span.from();
    Instant to = span.to();
    if (from == null || to == null) {
      throw refused(
          "SX-AUTH-WINDOW", "a window has two ends", name, span.toString(), "give from and to");
    }
    return Duration.between(from, to);
  }

  private void requireDuties(JdbcClient jdbc, Duties duties) {
    if (duties.team().isEmpty()) {
      throw refused("SX-AUTH-TEAM", "nobody is to work under it", "team", "none", "name the team");
    }
    for (ActorId member : duties.team()) {
      People.require(signatures.people().find(jdbc, member), Role.ANALYST, "team");
    }
    if (!duties.reviewEvery().isPositive() || !duties.retention().isPositive()) {
      throw refused(
          "SX-AUTH-DUTIES",
          "review and retention need a time",
          "duties",
          duties.reviewEvery() + ", " + duties.retention(),
          "give both above zero");
    }
    if (duties.handling().isBlank()) {
      throw refused(
          "SX-AUTH-DUTIES", "handling is not said", "duties", "empty", "give handling conditions");
    }
  }

  void requireTime(Version version, Instant now) {
    if (!now.isBefore(version.operationTo())) {
      throw refused(
          "SX-AUTH-WINDOW",
          "the operation window is over",
          "operationWindow",
          version.operationTo().toString(),
          "amend the window and sign anew");
    }
  }

  void requireSigned(Deeds.Entry entry, Version version) {
    requireSigned(entry.jdbc(), version);
  }

  private void requireSigned(JdbcClient jdbc, Version version) {
    Set<Principle> missing = EnumSet.allOf(Principle.class);
    missing.removeAll(signatures.signed(jdbc, version));
    if (!missing.isEmpty()) {
      throw refused(
          "SX-AUTH-UNSIGNED",
          "the applicant has not signed every principle as it now reads",
          "principles",
          missing.toString(),
          "sign each of them");
    }
  }

  private static Refused.Application refused(
      String code, String what, String place, String value, String cure) {
    return new Refused.Application(code, what, place, value, cure);
  }
}
