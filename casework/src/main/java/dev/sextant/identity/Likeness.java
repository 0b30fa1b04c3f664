package dev.sextant.identity;

import dev.sextant.linkage.metric.Bits;
import dev.sextant.terms.Digest;
import java.util.ArrayList;
import java.util.List;

/**
 * How alike two accounts are, and why: a prior, and what each kind of evidence weighs. Sums are
 * whole numbers of 1/65536 bit, so that the same observations give the same bits on every machine.
 * A likeness is a reason to look, never a verdict.
 *
 * @param prior log2 odds before anything was looked at, in 1/65536 bits
 * @param parts what was compared, in the order of the method
 * @param caps what is taken off because correlated evidence says one thing twice, by group
 * @param silent what could not be compared, and what it would take to compare it
 * @param model fingerprint of the method
 * @param inputs digest of the two observations
 */
public record Likeness(
    int prior, List<Part> parts, List<Cap> caps, List<Silent> silent, Digest model, Digest inputs) {
  /** Evidence that says much the same; each group's sum is capped. */
  public enum Group {
    /** Addresses, numbers, keys. */
    CONTACT("ways to reach the holder", 26),
    /** Handles and names: chosen by the holder, and easily taken by others. */
    NAMING("what the holder is called", 16),
    /** Words, links and pictures. */
    CONTENT("what the holder shows", 14),
    /** Whom the holder deals with. */
    COMPANY("whom the holder deals with", 5),
    /** When the holder acts; a lead at most. */
    RHYTHM("when the holder acts", 2);

    private final String words;
    private final int most;

    Group(String words, int most) {
      this.words = words;
      this.most = most;
    }

    /** For people. */
    public String words() {
      return words;
    }

    /** The most that the group may weigh, in 1/65536 bits. */
    public int most() {
      return most * Bits.ONE;
    }
  }

  /**
   * One comparison.
   *
   * @param field what was compared
   * @param group what it belongs to
   * @param level what was found
   * @param a value of the first account
   * @param b value of the second
   * @param weight log2 of the likelihood ratio, in 1/65536 bits
   */
  public record Part(String field, Group group, String level, String a, String b, int weight) {}

  /**
   * A group whose evidence was capped.
   *
   * @param group which
   * @param off what is taken off, at most 0, in 1/65536 bits
   */
  public record Cap(Group group, int off) {}

  /**
   * What could not be compared.
   *
   * @param field what
   * @param missing what is missing: who would have to state it
   * @param most what it could weigh at best, in 1/65536 bits
   * @param least what it could weigh at worst, in 1/65536 bits
   */
  public record Silent(String field, String missing, int most, int least) {}

  /** Copies. */
  public Likeness {
    parts = List.copyOf(parts);
    caps = List.copyOf(caps);
    silent = List.copyOf(silent);
  }

  /** log2 of the likelihood ratio: all evidence, without the prior, in 1/65536 bits. */
  public int evidence() {
    return parts.stream().mapToInt(Part::weight).sum() + caps.stream().mapToInt(Cap::off).sum();
  }

  /** log2 odds, prior and evidence, in 1/65536 bits. */
  public int odds() {
    return prior + evidence();
  }

  /** A weight in bits, for showing. */
  public static double bits(int weight) {
    return Bits.shown(weight);
  }

  /** The probability that log2 odds stand for. */
  public static double probability(int odds) {
    return 1 / (1 + StrictMath.pow(2, -Bits.shown(odds)));
  }

  /** What the probability would be without one part: groups are capped anew. */
  public double without(Part left) {
    List<Part> rest = new ArrayList<>(parts);
    rest.remove(left);
    return probability(
        prior
            + rest.stream().mapToInt(Part::weight).sum()
            + caps(rest).stream().mapToInt(Cap::off).sum());
  }

  /** Groups that by themselves say at least three bits: independent grounds. */
  public List<Group> grounds() {
    List<Group> grounds = new ArrayList<>();
    for (Group group : Group.values()) {
      int sum = parts.stream().filter(p -> p.group() == group).mapToInt(Part::weight).sum();
      if (sum >= 3 * Bits.ONE) {
        grounds.add(group);
      }
    }
    return grounds;
  }

  /** What must be taken off so that no group weighs more than it may. */
  static List<Cap> caps(List<Part> parts) {
    List<Cap> caps = new ArrayList<>();
    for (Group group : Group.values()) {
      int sum = parts.stream().filter(p -> p.group() == group).mapToInt(Part::weight).sum();
      if (sum > group.most()) {
        caps.add(new Cap(group, group.most() - sum));
      }
    }
    return caps;
  }
}
