package dev.sextant.identity;

import dev.sextant.identity.Facet.Found;
import dev.sextant.identity.Likeness.Part;
import dev.sextant.identity.Likeness.Silent;
import dev.sextant.linkage.metric.Bits;
import dev.sextant.terms.Digest;
import java.util.ArrayList;
import java.util.List;

/**
 * Scores two observations: Fellegi-Sunter (1969, doi:10.1080/01621459.1969.10501049) with fixed
 * weights in log2 odds. The weights do not learn from the case, so that a score means the same in
 * every case, and what was approved is what runs (docs/decisions/0027). Not calibrated on data: the
 * probability is what the weights and the prior come to.
 */
final class LikenessMethod {
  /**
   * One in some eight thousand: two accounts of a case of that many, where most holders have two.
   */
  static final int PRIOR = -13 * Bits.ONE;

  /** log2 odds from which a pair is proposed: one in five and better. */
  static final int PROPOSED = -2 * Bits.ONE;

  /** log2 odds below which a scored pair is not kept. */
  static final int KEPT = -8 * Bits.ONE;

  private final List<Facet> facets;
  private final Namings namings = new Namings();
  private final Digest fingerprint;

  /**
   * The method.
   *
   * @param fingerprint of the method as it was approved; explanations name it
   */
  LikenessMethod(Digest fingerprint) {
    this.facets = new ArrayList<>(Contacts.facets());
    this.facets.addAll(namings.facets());
    this.facets.addAll(Habits.facets());
    this.fingerprint = fingerprint;
  }

  /** The likeness of two accounts; the one with the smaller key is the first. */
  Likeness likeness(Observation one, Observation other) {
    boolean ordered = one.account().compareTo(other.account()) < 0;
    Observation a = ordered ? one : other;
    Observation b = ordered ? other : one;
    List<Part> parts = new ArrayList<>();
    List<Silent> silent = new ArrayList<>();
    for (Facet facet : facets) {
      Found found = facet.comparing().compare(a, b);
      if (found != null) {
        parts.add(
            new Part(
                facet.field(), facet.group(), found.level(), found.a(), found.b(), found.weight()));
      } else if (!facet.missing().isEmpty()) {
        silent.add(
            new Silent(
                facet.field(), facet.missing(), Bits.of(facet.most()), Bits.of(facet.least())));
      }
    }
    return new Likeness(
        PRIOR,
        parts,
        Likeness.caps(parts),
        silent,
        fingerprint,
        Digest.ofFields("sextant-likeness/1", a.digest().hex(), b.digest().hex()));
  }

  /** How surprising it is that two strangers chose this handle, in 1/65536 bits. */
  int rarity(String handle) {
    return namings.rarity(handle);
  }
}
