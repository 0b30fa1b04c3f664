package dev.sextant.linkage.explain;

import dev.sextant.linkage.canonical.Json;
import dev.sextant.linkage.model.Rivals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Works every number of an explanation out again from what it rests on: prior, m, u, term counts,
 * caps, fields that hang together, relatives, decoys, rivals, the height of the groups, labels; and
 * the model's hash from all that was learned. A weight that a comparison fixes by itself is taken
 * as given. For the court's expert, who has the document and neither tables nor program state.
 */
public final class Recomputation {
  private Recomputation() {}

  /**
   * A number that is not what its foundations say.
   *
   * @param place in the document
   * @param said what is written there
   * @param found what it should be
   */
  public record Wrong(String place, String said, String found) {}

  /**
   * Recomputes a document.
   *
   * @return what is wrong; empty where every number is right, to the bit
   * @throws dev.sextant.linkage.LinkageFault {@code SX-LINK-JSON} if it is not such a document
   */
  public static List<Wrong> of(String json) {
    Explanation read = ExplanationJson.read(json);
    String again = ExplanationJson.write(recomputed(read));
    List<Wrong> wrong = new ArrayList<>();
    compare("explanation", Json.read(json), Json.read(again), wrong);
    return List.copyOf(wrong);
  }

  /** The same explanation with every number that can be worked out worked out. */
  public static Explanation recomputed(Explanation read) {
    List<Evidence> evidence = new ArrayList<>();
    for (Evidence each : read.evidence()) {
      Optional<Evidence.Said> said =
          each.said()
              .map(s ->
                  new Evidence.Said(
                      s.level(),
                      s.fixed(),
                      s.fixed() ? s.bits() : each.levels().get(s.level()).bits(),
                      s.rarity(),
                      Sums.rarity(s.rarity())));
      evidence.add(
          new Evidence(
              each.field(),
              each.comparison(),
              each.group(),
              each.columns(),
              each.left(),
              each.right(),
              each.levels(),
              said));
    }
    List<Explanation.Cap> caps = Sums.caps(read.caps(), evidence, read.dependence());
    int prior = Sums.prior(read.prior());
    int direct = Sums.direct(prior, evidence, caps, read.relatives(), read.dependence());
    int corrected = Sums.alone(direct, read.decoys(), Optional.empty());
    int relatives =
        read.relatives().map(of -> Sums.relatives(of, evidence, read.dependence())).orElse(0);
    Optional<Explanation.Together> together = read.together().map(t -> t.beside(relatives));
    Optional<Rivals.Told> rivals = read.rivals().map(told -> Sums.rival(told, corrected));
    return new Explanation(
        read.left(),
        read.right(),
        provenance(read),
        read.prior(),
        prior,
        evidence,
        caps,
        read.relatives(),
        read.dependence(),
        direct,
        read.decoys(),
        rivals,
        together,
        read.calibration(),
        Sums.score(prior, Sums.alone(direct, read.decoys(), rivals), together, read.calibration()),
        read.decision(),
        read.looked(),
        read.rules(),
        read.judgements());
  }

  /* The model's hash is over prior, m and u of every field: all of them are in the document. */
  private static Provenance provenance(Explanation read) {
    return new Provenance(
        read.provenance().inputs(),
        read.provenance().profile(),
        Explainer.model(
            read.prior(),
            read.evidence().stream().map(Evidence::levels).toList(),
            read.relatives(),
            read.dependence()),
        read.provenance().code());
  }

  private static void compare(
      String place, @Nullable Object said, @Nullable Object found, List<Wrong> wrong) {
    if (said instanceof Map<?, ?> a
        && found instanceof Map<?, ?> b
        && a.keySet().equals(b.keySet())) {
      a.forEach((key, value) -> compare(place + "." + key, value, b.get(key), wrong));
    } else if (said instanceof List<?> a && found instanceof List<?> b && a.size() == b.size()) {
      for (int i = 0; i < a.size(); i++) {
        compare(place + "[" + i + "]", a.get(i), b.get(i), wrong);
      }
    } else if (said == null ? found != null : !said.equals(found)) {
      wrong.add(new Wrong(place, String.valueOf(said), String.valueOf(found)));
    }
  }
}
