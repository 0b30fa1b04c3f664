package dev.sextant.network;

import dev.sextant.kernels.NamedMeasure;
import dev.sextant.kernels.catalogue.Catalogue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
          + " is as good. A community is a pattern of ties, not an organisation."),
  /** Ties that end at an entity. */
  IN_DEGREE("in-degree"),
  /** Ties that begin at an entity. */
  OUT_DEGREE("out-degree"),
  /** Weights of ties added up. */
  STRENGTH("strength", Weights.COUNTED),
  /** How near all others are, pieces out of reach counting nothing. */
  HARMONIC("harmonic"),
  /** How near those within reach are, by their share of the network. */
  CLOSENESS("closeness-corrected"),
  /** Others within two steps. */
  NEIGHBOURHOOD("reach-2"),
  /** Tied to those who are well tied. */
  EIGENVECTOR("eigenvector"),
  /** Walks that end at an entity, long ones counting less. */
  KATZ("katz"),
  /** Points at those who are pointed at. */
  HUB("hub"),
  /** Pointed at by those who point. */
  POINTED_AT("authority"),
  /** How much passes if it takes every way, not only the shortest. */
  CURRENT_FLOW("current-flow-betweenness"),
  /** Closed walks round an entity. */
  SUBGRAPH("subgraph"),
  /** How far one's contacts know each other. */
  CONSTRAINT("constraint"),
  /** Contacts less their redundancy. */
  EFFECTIVE_SIZE("effective-size"),
  /** Share of contacts who are tied to each other. */
  CLUSTERING("clustering"),
  /** Pairs of contacts who are tied to each other. */
  TRIANGLES("triangles"),
  /** Pieces that the own piece falls into. */
  CUTTING("articulation-points"),
  /** Pairs that lose each other without an entity. */
  ABSENCE("absence"),
  /** How much farther apart others are without an entity. */
  ABSENCE_DISTANCE("absence-distance"),
  /** Densest triangles that one has a tie in. */
  TRUSS("node-truss"),
  /** How near the dense middle. */
  CORENESS("core-closeness"),
  /** Middle or rim. */
  CORE_PERIPHERY("core-periphery"),
  /** Pieces within which directions lead everywhere. */
  COMPONENTS_STRONG("components-strong"),
  /** Tied to the same others. */
  EQUIVALENCE("structural-equivalence"),
  /** Standing by who turns to whom. */
  SPRINGRANK("springrank", Weights.COUNTED),
  /** Levels that the fewest ties go against. */
  AGONY("agony-level"),
  /** Share of the others that directions lead to. */
  REACHING("reaching");

  private static final List<Method> USUAL =
      List.of(DEGREE, COMPONENTS, BETWEENNESS, PAGERANK, KCORE, COMMUNITY);

  private final String what;
  private final String source;
  private final String missing;
  private final @Nullable NamedMeasure named;
  private final boolean weighted;

  private enum Weights {
    COUNTED,
    IGNORED
  }

  Method(String what, String source, String missing) {
    this.what = what;
    this.source = source;
    this.missing = missing;
    this.named = null;
    this.weighted = false;
  }

  Method(String catalogued) {
    this(catalogued, Weights.IGNORED);
  }

  /* One of the catalogue's: its card is the catalogue's too. */
  Method(String catalogued, Weights weights) {
    NamedMeasure measure = MeasureCard.measure(Catalogue.all(), catalogued);
    this.what = plain(measure.what());
    this.source = measure.source();
    this.missing = plain(measure.missing());
    this.named = measure;
    this.weighted = weights == Weights.COUNTED;
  }

  /* Kernels know graphs, nodes and edges; people read of networks, entities and ties. */
  private static String plain(String text) {
    String words =
        text.replaceAll("\\bnodes\\b", "entities")
            .replaceAll("\\ba node\\b", "an entity")
            .replaceAll("\\bA node\\b", "An entity")
            .replaceAll("\\bNodes\\b", "Entities")
            .replaceAll("\\bnode\\b", "entity")
            .replaceAll("\\b(arcs|edges)\\b", "ties")
            .replaceAll("\\b(arc|edge)\\b", "tie")
            .replaceAll("\\ban tie\\b", "a tie")
            .replaceAll("\\bgraphs\\b", "networks")
            .replaceAll("\\bgraph\\b", "network");
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** Those that say most in the shortest time: measured where nobody chooses. */
  public static List<Method> usual() {
    return USUAL;
  }

  /** The catalogue's measure behind it; null for those with a kernel of their own here. */
  @Nullable NamedMeasure named() {
    return named;
  }

  /** Whether the weights of ties count. */
  boolean weighted() {
    return weighted;
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
    return this == COMPONENTS
        || this == COMMUNITY
        || this == COMPONENTS_STRONG
        || this == CORE_PERIPHERY
        || this == EQUIVALENCE;
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
