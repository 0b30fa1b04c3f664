package dev.sextant.linkage.explain;

import dev.sextant.linkage.LinkageFault;
import dev.sextant.linkage.canonical.Json;
import dev.sextant.linkage.group.GroupSizes;
import dev.sextant.linkage.group.Scatter;
import dev.sextant.linkage.model.Decoys;
import dev.sextant.linkage.model.Rarity;
import dev.sextant.linkage.model.Rivals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Explanations as canonical JSON ({@code docs/formats/identity-explanation.md}). Bits are whole
 * numbers of 1/65536; probabilities, m and u are written as the shortest decimal text that is that
 * number again, so that nothing is lost on the way.
 */
public final class ExplanationJson {
  /** Version of the document. */
  public static final String FORMAT = "sextant-identity-explanation-4";

  private ExplanationJson() {}

  /** The document. */
  public static String write(Explanation why) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("format", FORMAT);
    all.put("left", why.left());
    all.put("right", why.right());
    all.put("provenance", provenance(why.provenance()));
    all.put("prior", Double.toString(why.prior()));
    all.put("priorBits", why.priorBits());
    all.put("evidence", why.evidence().stream().map(ExplanationJson::evidence).toList());
    all.put("caps", why.caps().stream().map(ExplanationJson::cap).toList());
    all.put("relatives", why.relatives().map(ModelJson::relatives).orElse(null));
    all.put("relativesBits", why.relativesBits());
    all.put("dependence", ModelJson.dependence(why.dependence()));
    all.put("jointly", why.jointly().stream().map(ExplanationJson::jointly).toList());
    all.put("direct", why.direct());
    all.put("likelihoodRatioBits", why.evidenceBits());
    all.put("decoys", why.decoys().map(ExplanationJson::decoys).orElse(null));
    all.put("rivals", why.rivals().map(ExplanationJson::rivals).orElse(null));
    all.put("alone", why.alone());
    all.put(
        "together",
        why.together()
            .map(t ->
                map(
                    "own",
                    t.own(),
                    "same",
                    t.same(),
                    "height",
                    t.height().orElse(null),
                    "pairs",
                    t.pairs(),
                    "apart",
                    t.apart(),
                    "within",
                    Double.toString(t.scatter().within()),
                    "between",
                    Double.toString(t.scatter().between()),
                    "heard",
                    t.heard(why.priorBits()),
                    "lone",
                    t.lone().map(lone -> lone(lone, why.priorBits())).orElse(null)))
            .orElse(null));
    all.put("grouped", why.grouped());
    all.put("uncalibrated", why.uncalibrated());
    all.put("calibration", why.calibration().map(ModelJson::calibration).orElse(null));
    all.put("score", why.score());
    all.put("probability", Double.toString(Sums.probability(why.score())));
    all.put("decision", why.decision());
    all.put("reached", why.reached());
    all.put("looked", why.looked());
    all.put(
        "rules",
        why.rules().stream().map(rule -> map("rule", rule.rule(), "met", rule.met())).toList());
    all.put(
        "judgements",
        why.judgements().stream()
            .map(j -> map("verdict", j.verdict(), "by", j.by(), "reason", j.reason()))
            .toList());
    all.put("without", WhatIf.without(why).stream().map(ExplanationJson::change).toList());
    all.put("ifAgreed", WhatIf.ifAgreed(why).stream().map(ExplanationJson::change).toList());
    return Json.write(all);
  }

  private static Object jointly(Explanation.Jointly jointly) {
    return map(
        "one", jointly.one(),
        "other", jointly.other(),
        "same", Double.toString(jointly.same()),
        "strangers", Double.toString(jointly.strangers()),
        "bits", jointly.bits());
  }

  private static Object decoys(Decoys.Told told) {
    return map("knots", told.knots(), "shifts", told.shifts());
  }

  private static Object rivals(Rivals.Told told) {
    return map(
        "before", told.before(),
        "aloneA", Double.toString(told.aloneA()),
        "aloneB", Double.toString(told.aloneB()),
        "forth", Double.toString(told.forth()),
        "back", Double.toString(told.back()),
        "after", told.after());
  }

  private static Object lone(GroupSizes.Lone lone, int prior) {
    return map(
        "others", lone.others(),
        "alone", Double.toString(lone.alone()),
        "sized", Double.toString(lone.sized()),
        "next", Double.toString(lone.next()),
        "relatives", lone.relatives(),
        "rival", lone.rival().orElse(null),
        "bits", lone.bits(prior));
  }

  private static Map<String, @Nullable Object> map(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return map;
  }

  private static Object provenance(Provenance of) {
    return map(
        "inputs", of.inputs().stream().map(ExplanationJson::input).toList(),
        "profile", input(of.profile()),
        "model", of.model(),
        "code", of.code());
  }

  private static Object input(Provenance.Input input) {
    return map("name", input.name(), "sha256", input.sha256());
  }

  private static Object evidence(Evidence each) {
    return map(
        "field", each.field(),
        "comparison", each.comparison(),
        "group", each.group().orElse(null),
        "columns", each.columns(),
        "left", each.left(),
        "right", each.right(),
        "levels",
            each.levels().stream()
                .map(level ->
                    map(
                        "name", level.name(),
                        "m", Double.toString(level.m()),
                        "u", Double.toString(level.u())))
                .toList(),
        "said", each.said().map(ExplanationJson::said).orElse(null),
        "weight", each.weight());
  }

  private static Object said(Evidence.Said said) {
    return map(
        "level", said.level(),
        "fixed", said.fixed(),
        "bits", said.bits(),
        "rarity",
            said.rarity().stream()
                .map(told ->
                    map(
                        "term", told.term(),
                        "count", told.count(),
                        "all", told.all(),
                        "chance", Double.toString(told.chance()),
                        "bits", told.bits()))
                .toList(),
        "rarityBits", said.rarityBits());
  }

  private static Object cap(Explanation.Cap cap) {
    return map(
        "group", cap.group(), "most", cap.most(), "sum", cap.sum(), "counted", cap.counted());
  }

  private static Object change(WhatIf.Change change) {
    return map(
        "field", change.field(),
        "level", change.level().orElse(null),
        "score", change.score(),
        "probability", Double.toString(change.probability()));
  }

  /**
   * Reads a document. What can be worked out from the rest is not believed: {@link Recomputation}
   * compares it.
   *
   * @throws LinkageFault {@code SX-LINK-JSON} if it is not such a document
   */
  public static Explanation read(String json) {
    Node all = Node.of(Json.read(json), "explanation");
    if (!all.text("format").equals(FORMAT)) {
      throw all.fault("format");
    }
    Node provenance = all.node("provenance");
    return new Explanation(
        all.text("left"),
        all.text("right"),
        new Provenance(
            provenance.nodes("inputs").stream().map(ExplanationJson::input).toList(),
            input(provenance.node("profile")),
            provenance.text("model"),
            provenance.text("code")),
        all.decimal("prior"),
        all.whole("priorBits"),
        all.nodes("evidence").stream().map(ExplanationJson::evidence).toList(),
        all.nodes("caps").stream()
            .map(cap ->
                new Explanation.Cap(
                    cap.text("group"), cap.whole("most"), cap.whole("sum"), cap.whole("counted")))
            .toList(),
        all.optional("relatives")
            .map(node -> ModelJson.relatives(node, all.nodes("evidence").size())),
        ModelJson.dependence(all),
        all.whole("direct"),
        all.optional("decoys")
            .map(d -> {
              List<Integer> knots = d.wholes("knots");
              List<Integer> shifts = d.wholes("shifts");
              if (knots.size() != shifts.size()) {
                throw d.fault("shifts");
              }
              return new Decoys.Told(knots, shifts);
            }),
        all.optional("rivals")
            .map(r ->
                new Rivals.Told(
                    r.whole("before"),
                    r.decimal("aloneA"),
                    r.decimal("aloneB"),
                    r.decimal("forth"),
                    r.decimal("back"))),
        all.optional("together")
            .map(t ->
                new Explanation.Together(
                    t.flag("own"),
                    t.flag("same"),
                    t.optionalWhole("height"),
                    t.whole("pairs"),
                    t.whole("apart"),
                    new Scatter(t.decimal("within"), t.decimal("between")),
                    t.optional("lone")
                        .map(lone ->
                            new GroupSizes.Lone(
                                lone.whole("others"),
                                lone.decimal("alone"),
                                lone.decimal("sized"),
                                lone.decimal("next"),
                                lone.whole("relatives"),
                                lone.optionalWhole("rival"))))),
        all.optional("calibration").map(ModelJson::calibration),
        all.whole("score"),
        all.whole("decision"),
        all.flag("looked"),
        all.nodes("rules").stream()
            .map(rule -> new Explanation.Rule(rule.text("rule"), rule.flag("met")))
            .toList(),
        all.nodes("judgements").stream()
            .map(j -> new Explanation.Bound(j.text("verdict"), j.text("by"), j.text("reason")))
            .toList());
  }

  private static Provenance.Input input(Node node) {
    return new Provenance.Input(node.text("name"), node.text("sha256"));
  }

  private static Evidence evidence(Node node) {
    List<Evidence.Level> levels = new ArrayList<>();
    for (Node level : node.nodes("levels")) {
      levels.add(new Evidence.Level(level.text("name"), level.decimal("m"), level.decimal("u")));
    }
    Optional<Evidence.Said> said =
        node.optional("said")
            .map(s ->
                new Evidence.Said(
                    s.whole("level"),
                    s.flag("fixed"),
                    s.whole("bits"),
                    s.nodes("rarity").stream()
                        .map(told ->
                            new Rarity.Told(
                                told.text("term"),
                                told.longWhole("count"),
                                told.longWhole("all"),
                                told.decimal("chance")))
                        .toList(),
                    s.whole("rarityBits")));
    if (said.isPresent() && (said.get().level() < 0 || said.get().level() >= levels.size())) {
      throw node.fault("level");
    }
    return new Evidence(
        node.text("field"),
        node.text("comparison"),
        node.optionalText("group"),
        node.texts("columns"),
        node.texts("left"),
        node.texts("right"),
        levels,
        said);
  }
}
