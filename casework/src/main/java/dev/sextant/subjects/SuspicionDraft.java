package dev.sextant.subjects;

import java.util.List;

/**
 * What somebody is to be suspected of.
 *
 * @param offence a code of the jurisdiction's catalogue
 * @param relevance why the person matters to this case, in a sentence
 * @param facts what says so
 */
public record SuspicionDraft(String offence, String relevance, List<Fact> facts) {
  /** Copies. */
  public SuspicionDraft {
    facts = List.copyOf(facts);
  }
}
