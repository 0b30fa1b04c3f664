package dev.sextant.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Findings against the log: the persons whose signatures a finding carries claimed, reviewed and
 * signed exactly that finding in proved acts, and a proved act released exactly these findings.
 */
final class ClaimsCheck {
  private static final Duration APART = Duration.ofMinutes(1);

  private final List<FindingsCheck.Signed> findings;
  private final ProvedActs acts;

  ClaimsCheck(List<FindingsCheck.Signed> findings, ProvedActs acts) {
    this.findings = findings;
    this.acts = acts;
  }

  void run(Map<String, Long> checked) {
    for (FindingsCheck.Signed finding : findings) {
      for (BundleKey author : finding.authors()) {
        require(finding, "CLAIM", author, act -> true);
        require(finding, "SIGN", author, act -> true);
      }
      for (BundleKey reviewer : finding.reviewers()) {
        require(finding, "REVIEW", reviewer, act -> act.given("decision", "ACCEPT"));
      }
    }
    checked.put("findings matched with claim, review and signature", (long) findings.size());
  }

  private void require(
      FindingsCheck.Signed finding, String step, BundleKey person, Predicate<ProvedAct> also) {
    boolean found =
        acts.of(step)
            .filter(act -> act.by(person.holder()) && act.given("finding", finding.id()))
            .filter(act -> act.gave("finding", finding.sha256()))
            .anyMatch(also);
    if (!found) {
      throw finding
          .at()
          .bad("no proved " + step + " of this finding by this person", person.holder());
    }
  }

  /** Requires the act of this release, and returns it. */
  ProvedAct released(JsonAt manifest, Map<String, Long> checked) {
    String disclosure = manifest.field("disclosure").text();
    ProvedAct release =
        acts.of("RELEASE")
            .filter(act -> act.given("disclosure", disclosure))
            .findFirst()
            .orElseThrow(() -> manifest.bad("no proved act released this disclosure", disclosure));
    Set<String> named = new TreeSet<>();
    JsonAt inputs = release.intent().field("inputs");
    for (long i = 1; i <= inputs.field("findings").number(); i++) {
      named.add(inputs.field("finding-" + i).text());
    }
    Set<String> here = new TreeSet<>();
    for (FindingsCheck.Signed finding : findings) {
      here.add(finding.id());
      if (!named.contains(finding.id())) {
        throw finding.at().bad("a finding that the log does not release", finding.id());
      }
    }
    named.removeAll(here);
    if (!named.isEmpty()) {
      throw inputs.bad("released findings are not in the bundle", String.join(", ", named));
    }
    long copies = findings.stream().filter(FindingsCheck.Signed::copy).count();
    long redacted = inputs.has("redacted") ? inputs.field("redacted").number() : 0;
    if (copies > 0 && redacted == 0) {
      throw inputs.bad(
          "the log knows of no redactions, but findings are copies with some", "" + copies);
    }
    Instant created = BundleVerifier.instant(manifest.field("created"));
    Instant logged = BundleVerifier.instant(release.intent().field("at"));
    if (Duration.between(logged, created).abs().compareTo(APART) > 0) {
      throw manifest.bad("released at another time", created + ", but the log says " + logged);
    }
    checked.put("acts of release", 1L);
    return release;
  }
}
