package dev.sextant.findings;

import org.jspecify.annotations.Nullable;

/**
 * How a claim weighs what it rests on.
 *
 * @param scale the one scale from which its estimative words come
 * @param matrix competing hypotheses, or null
 */
public record Reasoning(EstimateScale scale, @Nullable AchMatrix matrix) {
  /** No words of likelihood, no matrix. */
  public static final Reasoning NONE = new Reasoning(EstimateScale.NONE, null);
}
