package dev.sextant.verify;

import dev.sextant.terms.Digest;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One act as the log holds it ({@code docs/formats/acts.md}).
 *
 * @param index of the intent in the log
 * @param sha256 of the intent's bytes
 * @param intent what was set out to be done
 * @param outcome what came of it; null where the bundle proves none, as after a crash, or where the
 *     act was still under way when the bundle was made
 */
record ProvedAct(long index, Digest sha256, JsonAt intent, @Nullable JsonAt outcome) {
  String step() {
    return intent.field("step").text();
  }

  /** Whether the log says that this act was this person's. */
  boolean by(String actor) {
    return intent.says("actor", actor);
  }

  boolean of(String caseId) {
    return intent.says("case", caseId);
  }

  boolean done() {
    return outcome != null && outcome.says("outcome", "DONE");
  }

  /** Whether an input of this name has this value. */
  boolean given(String name, String value) {
    return intent.has("inputs") && intent.field("inputs").says(name, value);
  }

  /** Whether it was done, and an output of this name has this value. */
  boolean gave(String name, Object value) {
    return done()
        && outcome != null
        && outcome.has("outputs")
        && outcome.field("outputs").says(name, value);
  }

  /** Identifiers and digests of the exhibits that intent and outcome name. */
  Set<String> exhibits() {
    Set<String> named = new HashSet<>();
    add(named, intent, "inputs", "exhibit");
    if (outcome != null) {
      add(named, outcome, "outputs", "exhibit");
      if (outcome.has("exhibits")) {
        outcome.field("exhibits").list().forEach(one -> named.add(one.text()));
      }
    }
    return named;
  }

  private static void add(Set<String> named, JsonAt entry, String field, String name) {
    if (entry.has(field)
        && entry.field(field).value() instanceof Map<?, ?> values
        && values.get(name) instanceof String text) {
      named.add(text);
    }
  }
}
