package dev.sextant.kernels.doubt;

import dev.sextant.kernels.BadGraph;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be wrong with a recorded network, as probabilities. Every statement is independent of
 * the others; none is meant when nothing is said.
 *
 * @param missing share of the true ties between recorded people that were not recorded, from 0 to
 *     below 1
 * @param back where missing ties are taken to be
 * @param spurious probability of each recorded tie that it is wrong, from 0 to 1
 * @param spuriousOf such a probability for each tie by itself, in the order of {@link
 *     #spurious(double[])}; null if all are alike
 * @param unseen share of the people who should be in the network and are not, from 0 to below 1
 * @param possible ties that were not recorded as such, each with its probability
 * @param same pairs of nodes that may be one person, each with its probability
 * @param two nodes that may be two persons, each with its probability
 * @param boundary where the data set ends, for the sensitivity to it; null if nobody asks
 */
public record Errors(
    double missing,
    Return back,
    double spurious,
    double @Nullable [] spuriousOf,
    double unseen,
    List<Pair> possible,
    List<Pair> same,
    List<Node> two,
    @Nullable Boundary boundary) {

  /** Where missing ties are taken to be. */
  public enum Return {
    /** Between any two without a tie, with equal probability. */
    UNIFORM,
    /**
     * More often at nodes that have many: how many are missing at a node is drawn given its
     * recorded degree and how the true degrees must be distributed for the recorded ones to look as
     * they do.
     */
    BY_DEGREE,
    /**
     * As recorded ties lie: as large a part of them as of the recorded ones answers an arc the
     * other way (directed graphs), closes a triangle, or does neither; within these parts as by
     * degree. This holds whenever ties are missing independently of each other, since then a
     * missing tie's surroundings look like a recorded one's.
     */
    BY_CLOSURE
  }

  /**
   * Two nodes and a probability; in a directed graph a tie runs from the first to the second.
   *
   * @param from a node
   * @param to another
   * @param probability from 0 to 1
   */
  public record Pair(int from, int to, double probability) {
    /** Refuses what is no probability, or a node with itself. */
    public Pair {
      checked("probability of " + from + "-" + to, probability, true);
      if (from == to) {
        throw new BadGraph("pair " + from + "-" + to + ": one node twice");
      }
    }
  }

  /**
   * A node and a probability.
   *
   * @param node a node
   * @param probability from 0 to 1
   */
  public record Node(int node, double probability) {
    /** Refuses what is no probability. */
    public Node {
      checked("probability of " + node, probability, true);
    }
  }

  /** Refuses shares and probabilities that are none. */
  public Errors {
    checked("missing", missing, false);
    checked("spurious", spurious, true);
    checked("unseen", unseen, false);
    if (spuriousOf != null) {
      spuriousOf = spuriousOf.clone();
      for (double one : spuriousOf) {
        checked("spurious", one, true);
      }
    }
    possible = List.copyOf(possible);
    same = List.copyOf(same);
    two = List.copyOf(two);
  }

  private static void checked(String what, double value, boolean one) {
    if (!(value >= 0) || value > 1 || (!one && value == 1)) {
      throw new BadGraph(
          what + " " + value + ": need a number from 0 to " + (one ? "1" : "below 1"));
    }
  }

  /** Nothing is wrong: every replica is the recorded network. */
  public static Errors none() {
    return new Errors(0, Return.BY_CLOSURE, 0, null, 0, List.of(), List.of(), List.of(), null);
  }

  /** As this, with ties missing. */
  public Errors missing(double share, Return where) {
    return new Errors(share, where, spurious, spuriousOf, unseen, possible, same, two, boundary);
  }

  /** As this, every recorded tie being wrong with the same probability. */
  public Errors spurious(double probability) {
    return new Errors(missing, back, probability, null, unseen, possible, same, two, boundary);
  }

  /**
   * As this, each recorded tie being wrong with a probability of its own (from its grades, say).
   *
   * @param each one number a tie, in the order of rows: an arc of a directed graph, or of an
   *     undirected one the arc whose target is not below its source; a loop has one too
   */
  public Errors spurious(double[] each) {
    return new Errors(missing, back, 0, each, unseen, possible, same, two, boundary);
  }

  /** As this, with people missing. */
  public Errors unseen(double share) {
    return new Errors(missing, back, spurious, spuriousOf, share, possible, same, two, boundary);
  }

  /** As this, with a tie that may be there. */
  public Errors possible(int from, int to, double probability) {
    List<Pair> more = new ArrayList<>(possible);
    more.add(new Pair(from, to, probability));
    return new Errors(missing, back, spurious, spuriousOf, unseen, more, same, two, boundary);
  }

  /** As this, with two nodes that may be one person. */
  public Errors same(int one, int other, double probability) {
    List<Pair> more = new ArrayList<>(same);
    more.add(new Pair(one, other, probability));
    return new Errors(missing, back, spurious, spuriousOf, unseen, possible, more, two, boundary);
  }

  /** As this, with a node that may be two persons. */
  public Errors two(int node, double probability) {
    List<Node> more = new ArrayList<>(two);
    more.add(new Node(node, probability));
    return new Errors(missing, back, spurious, spuriousOf, unseen, possible, same, more, boundary);
  }

  /** As this, with a boundary that might have been drawn elsewhere. */
  public Errors boundary(Boundary where) {
    return new Errors(missing, back, spurious, spuriousOf, unseen, possible, same, two, where);
  }

  /** True if every replica is the recorded network. */
  public boolean nothing() {
    boolean wrong = spurious > 0;
    if (spuriousOf != null) {
      for (double one : spuriousOf) {
        wrong |= one > 0;
      }
    }
    return !wrong
        && missing == 0
        && unseen == 0
        && possible.isEmpty()
        && same.isEmpty()
        && two.isEmpty()
        && (boundary == null || (boundary.narrower() == 0 && !boundary.rim()));
  }

  /** As this, with everybody who they seem to be. */
  Errors keepingIdentities() {
    return new Errors(
        missing, back, spurious, spuriousOf, unseen, possible, List.of(), List.of(), boundary);
  }

  /** Share of a recorded person's true ties that were not recorded, or lead to unseen people. */
  double lost() {
    return 1 - (1 - missing) * (1 - unseen);
  }

  /** True if replicas have the same nodes as the recorded network. */
  boolean keepsNodes() {
    return unseen == 0 && same.isEmpty() && two.isEmpty();
  }
}
