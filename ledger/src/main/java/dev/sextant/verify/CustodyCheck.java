package dev.sextant.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code custody.json}: a chain for each exhibit, in order of time, whose every entry says what the
 * proved act behind it says: step, person, time and exhibit.
 */
final class CustodyCheck {
  /** The chain's clock and the log's may differ by this much. */
  private static final Duration APART = Duration.ofMinutes(1);

  /** Which steps of the log make which touch. */
  private static final Map<String, Set<String>> STEPS =
      Map.of(
          "sealed", Set.of("SEAL"),
          "sealed again", Set.of("SEAL"),
          "read", Set.of("READ"),
          "opened", Set.of("VIEW", "CLAIM"),
          "verified", Set.of("VIEW"),
          "failed verification", Set.of("VIEW"));

  private final JsonAt custody;
  private final Map<String, ExhibitsCheck.Sealed> exhibits;
  private final ProvedActs acts;
  private final Map<String, String> names = new HashMap<>();
  private long matched;
  private long unfinished;

  CustodyCheck(JsonAt custody, Map<String, ExhibitsCheck.Sealed> exhibits, ProvedActs acts) {
    this.custody = custody;
    this.exhibits = exhibits;
    this.acts = acts;
  }

  void run(Map<String, Long> checked) {
    Set<String> missing = new TreeSet<>(exhibits.keySet());
    for (JsonAt chain : custody.list()) {
      String number = chain.field("exhibit").text();
      ExhibitsCheck.Sealed exhibit = exhibits.get(number);
      if (exhibit == null || !missing.remove(number)) {
        throw chain.bad("a chain for no exhibit, or the second one", number);
      }
      List<JsonAt> links = chain.field("chain").list();
      inOrder(links);
      if (links.stream().noneMatch(link -> link.says("what", "sealed"))) {
        throw chain.bad("a chain of custody that does not tell of the sealing", number);
      }
      links.forEach(link -> matches(link, exhibit));
    }
    if (!missing.isEmpty()) {
      throw custody.bad("exhibits without a chain of custody", String.join(", ", missing));
    }
    checked.put("custody entries matched with acts", matched);
    checked.put("custody entries whose act has no outcome yet", unfinished);
  }

  private static void inOrder(List<JsonAt> links) {
    Instant before = Instant.MIN;
    for (JsonAt link : links) {
      Instant at = BundleVerifier.instant(link.field("at"));
      if (at.isBefore(before)) {
        throw link.bad("the chain runs backwards in time", at.toString());
      }
      before = at;
    }
  }

  private void matches(JsonAt link, ExhibitsCheck.Sealed exhibit) {
    String leaf = "leaf " + link.field("leaf").number();
    ProvedAct act =
        acts.at(link.field("leaf").number())
            .orElseThrow(() -> link.bad("no intent of ledger/acts.json lies there", leaf));
    if (!link.field("leafSha256").digest().equals(act.sha256())) {
      throw link.bad("its act is another one", leaf);
    }
    String what = link.field("what").text();
    if (!STEPS.getOrDefault(what, Set.of()).contains(act.step())) {
      throw link.bad("its act is of another kind", what + ", but the log says " + act.step());
    }
    person(link, act);
    Instant logged = BundleVerifier.instant(act.intent().field("at"));
    Instant at = BundleVerifier.instant(link.field("at"));
    if (Duration.between(logged, at).abs().compareTo(APART) > 0) {
      throw link.bad("its act was at another time", at + ", but the log says " + logged);
    }
    exhibit(link, act, exhibit);
    if (what.equals("sealed")) {
      acquired(exhibit.at().field("acquisition"), act);
    }
  }

  /* The log knows persons by identifier only: within a bundle one identifier has one name. */
  private void person(JsonAt link, ProvedAct act) {
    String actor = link.field("actor").text();
    String who = link.field("who").text();
    if (!act.by(actor)) {
      throw link.bad("its act was another person's", actor);
    }
    if (!names.computeIfAbsent(actor, unseen -> who).equals(who)) {
      throw link.bad("one person under two names", actor);
    }
  }

  private void exhibit(JsonAt link, ProvedAct act, ExhibitsCheck.Sealed exhibit) {
    Set<String> named = new HashSet<>(act.exhibits());
    boolean silent = named.isEmpty() && act.outcome() == null;
    named.retainAll(exhibit.names());
    if (named.isEmpty() && !silent) {
      throw link.bad("its act touched another exhibit, or none", exhibit.sha256());
    }
    if (act.outcome() == null) {
      unfinished++;
    } else {
      verified(link, act, exhibit);
    }
    matched++;
  }

  private static void verified(JsonAt link, ProvedAct act, ExhibitsCheck.Sealed exhibit) {
    boolean fits =
        switch (link.field("what").text()) {
          case "verified" -> act.given("what", "verify") && act.gave("output", exhibit.sha256());
          case "failed verification" -> act.given("what", "verify") && !act.done();
          default -> true;
        };
    if (!fits) {
      throw link.bad("its act ended otherwise", "leaf " + act.index());
    }
  }

  private static void acquired(JsonAt acquisition, ProvedAct act) {
    for (String field : List.of("how", "tool")) {
      if (!act.given(field, acquisition.field(field).text())) {
        throw acquisition.bad("the log says otherwise how it was acquired", field);
      }
    }
  }
}
