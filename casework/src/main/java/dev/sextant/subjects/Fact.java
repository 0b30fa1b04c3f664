package dev.sextant.subjects;

import dev.sextant.terms.StatementType;

/**
 * One articulated fact of a suspicion.
 *
 * @param type fact, reported, assessment or machine
 * @param basis what it rests on
 * @param text in a full sentence
 * @param source a record's id, an exhibit's identifier, who said it and when, a measure, a model
 */
public record Fact(StatementType type, Basis basis, String text, String source) {
  /** Trims. */
  public Fact {
    text = text.strip();
    source = source.strip();
  }
}
