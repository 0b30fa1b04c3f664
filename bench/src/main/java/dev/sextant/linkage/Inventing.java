package dev.sextant.linkage;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What the generators of invented persons share: names, their frequencies, and slips of the pen.
 */
final class Inventing {
  private final SplittableRandom random;

  Inventing(SplittableRandom random) {
    this.random = random;
  }

  /** A text with a letter left out, changed, put in or swapped with its neighbour. */
  String misspelt(String text) {
    if (text.length() < 3) {
      return text;
    }
    int at = random.nextInt(text.length() - 1);
    String rest = text.substring(at + 1);
    boolean digit = Character.isDigit(text.charAt(at));
    char other = digit ? (char) ('0' + random.nextInt(10)) : (char) ('a' + random.nextInt(26));
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, at) + rest;
      case 1 -> text.substring(0, at) + other + rest;
      case 2 -> text.substring(0, at + 1) + other + rest;
      default -> text.substring(0, at) + rest.charAt(0) + text.charAt(at) + rest.substring(1);
    };
  }

  /** Words put together from syllables. */
  String[] words(String[] from, int count, int syllables) {
    String[] words = new String[count];
    for (int i = 0; i < count; i++) {
      StringBuilder word = new StringBuilder();
      for (int s = 0; s < syllables; s++) {
        word.append(from[random.nextInt(from.length)]);
      }
      words[i] = word.toString();
    }
    return words;
  }

  /** Running sums of the weights 1 / (rank + 10). */
  static double[] zipf(int count) {
    double[] sums = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += 1.0 / (i + 10);
      sums[i] = sum;
    }
    return sums;
  }

  /** A place drawn by running sums of weights. */
  int draw(double[] sums) {
    int at = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
    return Math.min(sums.length - 1, at < 0 ? -at - 1 : at);
  }
}
