package dev.sextant.linkage.explain;

import dev.sextant.linkage.group.GroupSizes;
import dev.sextant.linkage.group.Partition;
import dev.sextant.linkage.model.LabelCalibration;
import dev.sextant.linkage.model.Rarity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An explanation in plain words. */
public final class ExplanationText {
  private final Explanation why;
  private final Words words;
  private final StringBuilder out = new StringBuilder();

  private ExplanationText(Explanation why, Words words) {
    this.why = why;
    this.words = words;
  }

  /** The explanation in a language, lines ending in line feeds. */
  public static String text(Explanation why, Words.Language language) {
    ExplanationText text = new ExplanationText(why, Words.of(language));
    text.write();
    return text.out.toString();
  }

  /** What comes of it, in one sentence. */
  static String verdict(Explanation why, Words words) {
    String bits = words.bits(why.score());
    String probability = words.probability(Sums.probability(why.score()));
    return why.reached()
        ? words.say("reached", bits, probability)
        : words.say(
            "short",
            bits,
            probability,
            words.length(why.decision() - why.score()),
            words.bits(why.decision()));
  }

  private void write() {
    line("", words.say("title", shown(why.left()), shown(why.right())));
    line("", verdict(why, words));
    line("", "");
    line("", words.say("prior", words.number(1 / why.prior()), words.bits(why.priorBits())));
    why.evidence().forEach(this::evidence);
    for (Explanation.Jointly jointly : why.jointly()) {
      line(
          "  ",
          words.say(
              "jointly",
              jointly.one(),
              jointly.other(),
              words.number(jointly.same()),
              words.number(jointly.strangers()),
              words.bits(jointly.bits())));
    }
    for (Explanation.Cap cap : why.caps()) {
      if (cap.cut()) {
        line("  ", words.say("cap", cap.group(), words.bits(cap.counted()), words.bits(cap.sum())));
      }
    }
    if (why.relatives().isPresent()) {
      line("  ", words.say("relatives", words.bits(why.relativesBits())));
    }
    ratio();
    why.decoys()
        .ifPresent(told ->
            line(
                "",
                words.say(
                    "decoys", words.bits(why.direct()), words.bits(told.corrected(why.direct())))));
    why.rivals()
        .ifPresent(told ->
            line("", words.say("rivals", words.bits(told.before()), words.bits(told.after()))));
    why.together().ifPresent(this::together);
    why.together().ifPresent(this::lone);
    why.calibration().ifPresent(this::calibration);
    changes("without.title", WhatIf.without(why));
    changes("agreed.title", WhatIf.ifAgreed(why));
    rules();
    judgements();
    line("", "");
    line("", made());
  }

  private void line(String indent, String text) {
    out.append(indent).append(text).append('\n');
  }

  /* What was typed by strangers must not move the lines of a report. */
  private static String shown(String cell) {
    return cell.replaceAll("\\p{Cntrl}", " ");
  }

  private String cells(List<String> cells) {
    return cells.stream().map(ExplanationText::shown).collect(Collectors.joining(" | "));
  }

  private void evidence(Evidence each) {
    if (each.said().isEmpty()) {
      line("  ", each.field() + ": " + words.say("silent", words.say(silence(each))));
      return;
    }
    Evidence.Said said = each.said().get();
    Evidence.Level level = each.levels().get(said.level());
    line(
        "  ",
        each.field()
            + ": "
            + words.say("pair", cells(each.left()), cells(each.right()))
            + ": "
            + words.level(level.name()));
    List<String> parts = new ArrayList<>();
    parts.add(
        said.fixed()
            ? words.say("fixed", each.comparison())
            : words.say("share", words.share(level.m()), words.share(level.u())));
    if (!said.rarity().isEmpty()) {
      parts.add(rarity(said));
    }
    parts.add(weight(each.weight()));
    line("      ", String.join("; ", parts));
  }

  private String weight(int weight) {
    return weight == 0
        ? words.say("neither")
        : words.say(weight > 0 ? "for" : "against", words.times(weight), words.bits(weight));
  }

  private String rarity(Evidence.Said said) {
    Rarity.Told a = said.rarity().getFirst();
    String bits = words.bits(said.rarityBits());
    if (said.rarity().size() == 1) {
      return words.say(
          "rarity.shared", shown(a.term()), words.whole(a.count()), words.whole(a.all()), bits);
    }
    Rarity.Told b = said.rarity().getLast();
    return words.say(
        "rarity.unlike",
        shown(a.term()),
        words.whole(a.count()),
        shown(b.term()),
        words.whole(b.count()),
        words.whole(a.all()),
        bits);
  }

  private static String silence(Evidence each) {
    if (each.columns().isEmpty()) {
      return "silent.column";
    }
    boolean left = each.left().stream().allMatch(String::isBlank);
    boolean right = each.right().stream().allMatch(String::isBlank);
    if (left && right) {
      return "silent.both";
    }
    return left ? "silent.left" : right ? "silent.right" : "silent.unread";
  }

  private void ratio() {
    int bits = why.evidenceBits();
    line(
        "",
        bits == 0
            ? words.say("ratio.neither")
            : words.say(
                bits > 0 ? "ratio.for" : "ratio.against", words.times(bits), words.bits(bits)));
  }

  private void together(Explanation.Together together) {
    line("", together(together, words.bits(why.alone()), words.bits(why.grouped())));
  }

  private void lone(Explanation.Together together) {
    together.counted().ifPresent(lone -> lone(lone, together.same()));
  }

  private void lone(GroupSizes.Lone lone, boolean same) {
    String kind = lone.others() == 1 ? "lone.both" : "lone";
    line(
        "",
        words.say(
            same ? kind : kind + ".apart",
            words.whole(lone.others()),
            words.number(lone.alone()),
            words.number(lone.sized()),
            words.number(lone.next()),
            words.bits(why.grouped()),
            words.bits(why.uncalibrated())));
    if (lone.held(why.priorBits())) {
      line("", words.say("lone.held", words.length(GroupSizes.MOST)));
    }
    if (lone.relatives() < 0) {
      line("", words.say("lone.relatives"));
    }
    lone.rival().ifPresent(rival -> line("", words.say("lone.rival", words.bits(rival))));
  }

  private String together(Explanation.Together together, String before, String after) {
    if (together.height().isEmpty()) {
      return words.say(together.counted().isPresent() ? "together.untied" : "together.never");
    }
    int height = together.height().get();
    if (height == Integer.MAX_VALUE) {
      return words.say("together.bonded", before, after);
    }
    if (height == Partition.BARRED) {
      return words.say("together.barred", before, after);
    }
    String kind =
        !together.same() ? "together.apart" : together.own() ? "together.same" : "together.alone";
    return words.say(
        kind,
        words.bits(height),
        before,
        after,
        words.whole(together.pairs()),
        words.bits(together.heard(why.priorBits())));
  }

  private void calibration(LabelCalibration.Told told) {
    line(
        "",
        words.say(
            told.kind() == LabelCalibration.Kind.NONE ? "labels.few" : "labels",
            words.whole(told.same()),
            words.whole(told.different()),
            words.bits(why.uncalibrated()),
            words.bits(why.score())));
  }

  private void changes(String title, List<WhatIf.Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    line("", "");
    line("", words.say(title));
    for (WhatIf.Change change : changes) {
      String then =
          words.probability(change.probability()) + " (" + words.bits(change.score()) + ")";
      line(
          "  ",
          change
              .level()
              .map(level -> words.say("agreed", change.field(), words.level(level), then))
              .orElseGet(() -> words.say("without", change.field(), then)));
    }
  }

  private void rules() {
    line("", "");
    line("", words.say("rules.title"));
    if (!why.looked()) {
      line("  ", words.say("rules.sides"));
      return;
    }
    if (why.rules().isEmpty()) {
      line("  ", words.say("rules.all"));
    } else if (!why.compared()) {
      line("  ", words.say("rules.none"));
    }
    for (Explanation.Rule rule : why.rules()) {
      if (rule.met()) {
        line("  ", words.say("rules.met", rule.rule()));
      }
    }
  }

  private void judgements() {
    if (why.judgements().isEmpty()) {
      return;
    }
    line("", "");
    line("", words.say("judgements.title"));
    for (Explanation.Bound bound : why.judgements()) {
      line(
          "  ",
          words.say(
              "judgement",
              words.say("verdict." + bound.verdict()),
              shown(bound.by()),
              shown(bound.reason())));
    }
  }

  private String made() {
    Provenance of = why.provenance();
    return words.say(
        "made",
        of.inputs().stream().map(ExplanationText::input).collect(Collectors.joining(", ")),
        input(of.profile()),
        of.model(),
        of.code());
  }

  private static String input(Provenance.Input input) {
    return shown(input.name()) + " (SHA-256 " + input.sha256() + ")";
  }
}
