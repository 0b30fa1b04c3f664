package dev.sextant.network;

import dev.sextant.authority.Model;
import dev.sextant.kernels.Csr;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Progress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/* The questions as this program answers them: each is asked once of a fixed made-up network, and
 * its answer is its fingerprint. */
final class InquiryModels {
  private static final long SEED = 20_260_101;
  private static final List<Model> ALL = make();

  private InquiryModels() {}

  static List<Model> all() {
    return ALL;
  }

  static Model removal() {
    return ALL.get(0);
  }

  static Model sets() {
    return ALL.get(1);
  }

  static Model hierarchy() {
    return ALL.get(2);
  }

  private static List<Model> make() {
    Csr graph = MeasureModels.reference();
    Progress silent = Progress.silent();
    RemovalAsked away = new RemovalAsked(List.of(3, 12), List.of("degree"), 5, SEED);
    SetsAsked sets = new SetsAsked("fragment-distance", 1, 2, SEED);
    return List.of(
        model(
            "network-removal",
            "removal/1",
            new RemovalInquiry(graph, Set.of()).answer(away, silent).words()),
        model(
            "network-sets",
            "key-players/1",
            new SetInquiry(graph, Set.of()).answer(sets, silent).words()),
        model(
            "network-hierarchy",
            "hierarchy/1",
            HierarchyInquiry.answer(MeasureModels.directed(), SEED, silent).words()));
  }

  private static Model model(String id, String version, Object answer) {
    TreeMap<String, String> parameters = new TreeMap<>();
    parameters.put("missing", Double.toString(Ensemble.MISSING));
    Digest reference = Digest.of(CanonicalJson.write(Map.of("answer", answer)));
    return new Model(id, version, parameters, reference);
  }
}
