package dev.sextant.verify;

import dev.sextant.terms.Digest;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code custody.json}: a chain for each exhibit, in order of time, whose logged entries are among
 * the proved acts.
 */
final class CustodyCheck {
  private final JsonAt custody;
  private final JsonAt exhibits;
  private final Map<Long, Digest> acts;

  CustodyCheck(JsonAt custody, JsonAt exhibits, Map<Long, Digest> acts) {
    this.custody = custody;
    this.exhibits = exhibits;
    this.acts = acts;
  }

  void run(Map<String, Long> checked) {
    Set<String> missing = new HashSet<>();
    exhibits.list().forEach(exhibit -> missing.add(exhibit.field("number").text()));
    long entries = 0;
    long logged = 0;
    for (JsonAt chain : custody.list()) {
      String number = chain.field("exhibit").text();
      if (!missing.remove(number)) {
        throw chain.bad("a chain for no exhibit, or the second one", number);
      }
      List<JsonAt> links = chain.field("chain").list();
      if (links.isEmpty()) {
        throw chain.bad("an empty chain of custody", number);
      }
      logged += links.stream().filter(link -> link.has("leaf")).count();
      entries += links.size();
      inOrder(links);
      links.forEach(this::logged);
    }
    if (!missing.isEmpty()) {
      throw custody.bad("exhibits without a chain of custody", String.join(", ", missing));
    }
    checked.put("custody entries", entries);
    checked.put("custody entries matched with acts", logged);
  }

  private static void inOrder(List<JsonAt> links) {
    Instant before = Instant.MIN;
    for (JsonAt link : links) {
      link.field("who").text();
      link.field("what").text();
      Instant at = BundleVerifier.instant(link.field("at"));
      if (at.isBefore(before)) {
        throw link.bad("the chain runs backwards in time", at.toString());
      }
      before = at;
    }
  }

  private void logged(JsonAt link) {
    if (!link.has("leaf")) {
      return;
    }
    Digest entry = acts.get(link.field("leaf").number());
    if (entry == null) {
      throw link.bad("its act is not in ledger/acts.json", "leaf " + link.field("leaf").number());
    }
    if (link.has("leafSha256") && !link.field("leafSha256").digest().equals(entry)) {
      throw link.bad("its act is another one", "leaf " + link.field("leaf").number());
    }
  }
}
