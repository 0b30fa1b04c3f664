package dev.sextant.verify;

import dev.sextant.terms.Digest;
import dev.sextant.terms.Fault;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The proved entries of {@code ledger/acts.json}, read as {@code sextant-act/1}: each of the
 * bundle's own case or of none, each outcome beside its intent.
 */
final class ProvedActs {
  private static final String FORMAT = "sextant-act/1";

  private final Map<Long, ProvedAct> acts = new TreeMap<>();
  private final String caseId;

  /** An entry whose inclusion was proved, not yet read. */
  record Entry(long index, JsonAt at, byte[] bytes) {}

  ProvedActs(Collection<Entry> proved, String caseId) {
    this.caseId = caseId;
    Map<Long, ProvedAct> intents = new TreeMap<>();
    Map<Long, JsonAt> outcomes = new HashMap<>();
    for (Entry one : proved) {
      JsonAt entry = read(one);
      switch (entry.field("kind").text()) {
        case "intent" ->
            intents.put(
                one.index(), new ProvedAct(one.index(), Digest.of(one.bytes()), entry, null));
        case "outcome" -> {
          if (outcomes.put(entry.field("intent").number(), entry) != null) {
            throw entry.bad("a second outcome of the same act", "index " + one.index());
          }
        }
        case "refusal" -> entry.field("code").text();
        default -> throw entry.bad("an unknown kind of entry", entry.field("kind").text());
      }
    }
    acts.putAll(intents);
    outcomes.forEach((index, outcome) -> acts.put(index, pair(intents.get(index), outcome)));
  }

  private JsonAt read(Entry one) {
    JsonAt entry;
    try {
      entry = JsonAt.read(one.at().place() + "/entry", one.bytes());
    } catch (Fault e) {
      throw one.at().bad("the entry is no act: " + e.what(), "index " + one.index());
    }
    if (!entry.says("format", FORMAT)) {
      throw entry.bad("the entry is no act of format " + FORMAT, "index " + one.index());
    }
    if (entry.has("case") && !entry.says("case", caseId)) {
      throw entry.bad("an act of another case", entry.field("case").text());
    }
    entry.field("act").text();
    entry.field("step").text();
    BundleVerifier.instant(entry.field("at"));
    return entry;
  }

  private static ProvedAct pair(@Nullable ProvedAct begun, JsonAt outcome) {
    long index = outcome.field("intent").number();
    if (begun == null) {
      throw outcome.bad("an outcome without its intent", "index " + index);
    }
    JsonAt intent = begun.intent();
    if (!outcome.says("act", intent.field("act").text()) || !outcome.says("step", begun.step())) {
      throw outcome.bad("an outcome of another act than it says", "index " + index);
    }
    return new ProvedAct(index, begun.sha256(), intent, outcome);
  }

  /** The act whose intent lies at an index of the log. */
  Optional<ProvedAct> at(long index) {
    return Optional.ofNullable(acts.get(index));
  }

  /** The case's acts of a step. */
  Stream<ProvedAct> of(String step) {
    return acts.values().stream().filter(act -> act.of(caseId) && act.step().equals(step));
  }
}
