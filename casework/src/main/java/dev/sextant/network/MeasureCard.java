package dev.sextant.network;

import dev.sextant.kernels.NamedMeasure;
import dev.sextant.kernels.catalogue.Catalogue;
import java.util.List;

/**
 * A measure that can be asked for by name, for people.
 *
 * @param name what people type
 * @param what one sentence on what it says
 * @param source the paper
 * @param missing how it behaves when ties are missing
 * @param cost how its time grows, in words
 */
public record MeasureCard(String name, String what, String source, String missing, String cost) {
  /** Every measure of the catalogue, in its order. */
  public static List<MeasureCard> all() {
    return Catalogue.all().measures().stream().map(MeasureCard::of).toList();
  }

  /**
   * The measure of a name, in any case.
   *
   * @throws BadMeasuring {@code SX-NETWORK-METHOD} if there is none; its cure names those near
   */
  public static MeasureCard named(String name) {
    return of(measure(Catalogue.all(), name));
  }

  static NamedMeasure measure(Catalogue catalogue, String name) {
    return catalogue
        .find(name)
        .orElseThrow(() ->
            new BadMeasuring(
                "SX-NETWORK-METHOD",
                "no such measure",
                "measures",
                VisibleText.of(name),
                "did you mean "
                    + String.join(", ", catalogue.near(name))
                    + "? `sextant graph measures` lists all"));
  }

  private static MeasureCard of(NamedMeasure measure) {
    String cost =
        switch (measure.cost()) {
          case LINEAR -> "grows with nodes and ties: seconds at ten million ties";
          case TRIANGLES -> "grows with ties times the root of ties: a minute at ten million ties";
          case ALL_PAIRS -> "grows with nodes times ties: seconds at 100,000 ties, hours at 10^7";
          case SMALL -> "for small networks only; refused beyond its bound";
        };
    return new MeasureCard(
        measure.name(), measure.what(), measure.source(), measure.missing(), cost);
  }

  /** The card, as it is printed. */
  public String text() {
    return name
        + "\n  "
        + what
        + "\n  Source: "
        + source
        + "\n  When ties are missing: "
        + missing
        + "\n  Cost: "
        + cost
        + "\n  A measure describes what was recorded. It is not suspicion, and it says nothing of"
        + " anybody's rank in an organisation.";
  }
}
