package dev.sextant.network;

import java.util.Arrays;
import java.util.Locale;

/** The measures, each with the card that is printed beside its numbers. */
public enum Method {
  /** Number of ties. */
  DEGREE(
      "Number of ties of each entity (both directions added up).",
      "L. C. Freeman 1978, doi:10.1016/0378-8733(78)90021-7",
      "A missing tie lowers two values by one. Who is watched more closely shows more ties: compare"
          + " only entities that were covered alike."),
  /** Which piece of the network an entity is in. */
  COMPONENTS(
      "Number of the piece of the network that each entity is in, the largest being 0; entities in"
          + " different pieces are joined by no chain of ties.",
      "R. Tarjan 1972, doi:10.1137/0201010",
      "One missing tie can cut a piece in two; that two entities are in different pieces is weak"
          + " evidence that they have nothing to do with each other."),
  /** How often an entity lies on shortest paths between others. */
  BETWEENNESS(
      "Sum, over all pairs of other entities, of the share of shortest chains of ties between them"
          + " that pass through the entity (each pair once if ties have no direction; every tie is"
          + " one step).",
      "L. C. Freeman 1977, doi:10.2307/3033543; U. Brandes 2001,"
          + " doi:10.1080/0022250X.2001.9990249",
      "Among the least robust measures: a single tie that was not seen can move the highest rank."
          + " Read it with its rank interval."),
  /** How often a random walk along ties passes an entity. */
  PAGERANK(
      "Share of time that a random walk along ties (by weight; damping 0.85) spends at the entity;"
          + " all add up to 1.",
      "S. Brin, L. Page 1998, doi:10.1016/S0169-7552(98)00110-X",
      "Fairly robust where ties are many; an entity with few ties passes on much of its share"
          + " through each, so one missing tie shows."),
  /** How deep in the dense middle an entity sits. */
  KCORE(
      "Largest k such that the entity belongs to a part of the network in which everybody has at"
          + " least k ties within that part (directions and weights ignored).",
      "S. B. Seidman 1983, doi:10.1016/0378-8733(83)90028-X; V. Batagelj, M. Zaversnik 2003,"
          + " arXiv:cs/0310049",
      "Missing ties can only lower it, each by one at most."),
  /** Which densely tied group an entity is in. */
  COMMUNITY(
      "Number of the community that each entity is in, the largest being 0: groups with more ties"
          + " inside than chance would put there (modularity, resolution 1, Leiden algorithm,"
          + " seeded).",
      "V. A. Traag, L. Waltman, N. J. van Eck 2019, doi:10.1038/s41598-019-41695-z",
      "The middles of groups are steady, their borders move; another seed can give a partition that"
          + " is as good. A community is a pattern of ties, not an organisation.");

  private final String what;
  private final String source;
  private final String missing;

  Method(String what, String source, String missing) {
    this.what = what;
    this.source = source;
    this.missing = missing;
  }

  /**
   * Reads a name in any case, as people write it on the command line: {@code degree}, {@code
   * community}, {@code components} or {@code component}.
   *
   * @throws BadMeasuring {@code SX-NETWORK-METHOD} if there is no such measure
   */
  public static Method parse(String name) {
    String wanted = name.strip().toUpperCase(Locale.ROOT);
    for (Method method : values()) {
      if (method.name().equals(wanted) || method.name().equals(wanted + "S")) {
        return method;
      }
    }
    throw new BadMeasuring(
        "SX-NETWORK-METHOD",
        "no such measure",
        "measures",
        name,
        "use some of " + Arrays.toString(values()).toLowerCase(Locale.ROOT));
  }

  /** True if its values number groups; false if they rank entities. */
  public boolean groups() {
    return this == COMPONENTS || this == COMMUNITY;
  }

  /** What, from which paper, and how it behaves when ties are missing; for people. */
  public String card() {
    return what
        + "\nSource: "
        + source
        + "\nWhen ties are missing: "
        + missing
        + "\nA measure describes what was recorded within the scope. It is not suspicion, and it says"
        + " nothing of anybody's rank in an organisation.";
  }
}
