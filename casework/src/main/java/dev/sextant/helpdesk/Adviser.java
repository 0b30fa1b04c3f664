package dev.sextant.helpdesk;

import dev.sextant.helpdesk.Advice.Fit;
import dev.sextant.helpdesk.Advice.Rung;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the least intrusive instrument that suffices. It proposes; people draft and decide. */
final class Adviser {
  private final ProcessLaw law;
  private final Playbooks playbooks;

  Adviser(ProcessLaw law, Playbooks playbooks) {
    this.law = law;
    this.playbooks = playbooks;
  }

  /**
   * @param ask what is wanted
   * @param preserved whether a preservation of the same accounts stands
   * @throws ProcessRefused {@code SX-HELP-WANTED} if no instrument reaches what is wanted
   */
  Advice advise(Ask ask, boolean preserved, Instant now) {
    if (ask.wanted().isEmpty()) {
      return keepingAlone(ask, preserved, now);
    }
    List<InstrumentKind> ladder = law.ladder();
    InstrumentKind lowest =
        ladder.stream()
            .filter(kind -> missing(kind, ask.wanted()).isEmpty())
            .findFirst()
            .orElseThrow(() ->
                new ProcessRefused(
                    "SX-HELP-WANTED",
                    "no instrument of this jurisdiction reaches that",
                    "wanted",
                    names(missing(ladder.getLast(), ask.wanted())),
                    "leave it out; for data in another State ask its authorities for assistance"));
    List<Rung> rungs = new ArrayList<>();
    for (InstrumentKind kind : ladder) {
      rungs.add(rung(kind, lowest, ask));
    }
    InstrumentKind proposed = lowest;
    Optional<InstrumentKind> emergency = law.emergency();
    if (ask.emergency() && emergency.isPresent()) {
      proposed = emergency.get();
      rungs.add(
          new Rung(
              proposed,
              Fit.SUFFICIENT,
              "An emergency was described: the provider may disclose what averts the danger, and no"
                  + " more. The overseer reviews it within "
                  + hours(law.reviewWithin().toHours())
                  + "; for everything that can wait, "
                  + lowest.words()
                  + " is the lowest.",
              law.threshold(proposed),
              law.source(proposed)));
    }
    return new Advice(
        proposed, law.preservation(), preserved, rungs, warnings(ask, lowest, preserved, now));
  }

  /* Nothing is to be disclosed: whatever discloses is more than is wanted. */
  private Advice keepingAlone(Ask ask, boolean preserved, Instant now) {
    InstrumentKind keeps = law.preservation();
    List<Rung> rungs = new ArrayList<>();
    rungs.add(
        new Rung(
            keeps,
            Fit.SUFFICIENT,
            "It keeps what there is and discloses nothing.",
            law.threshold(keeps),
            law.source(keeps)));
    for (InstrumentKind kind : law.ladder()) {
      rungs.add(
          new Rung(
              kind,
              Fit.NOT_NEEDED,
              "Not needed: nothing is to be disclosed.",
              law.threshold(kind),
              law.source(kind)));
    }
    return new Advice(
        keeps,
        keeps,
        preserved,
        rungs,
        playbooks.of(ask.provider()).warnings(law.staleAfter(), now));
  }

  private Rung rung(InstrumentKind kind, InstrumentKind lowest, Ask ask) {
    Set<DataField> missing = missing(kind, ask.wanted());
    Fit fit = !missing.isEmpty() ? Fit.TOO_LOW : kind == lowest ? Fit.SUFFICIENT : Fit.NOT_NEEDED;
    String why =
        switch (fit) {
          case TOO_LOW -> "It does not reach: " + names(missing) + ".";
          case SUFFICIENT ->
              "It reaches everything that is wanted ("
                  + categories(ask.wanted())
                  + "), and nothing lower does.";
          case NOT_NEEDED -> {
            EnumSet<DataCategory> more = EnumSet.copyOf(kind.reaches());
            more.removeAll(lowest.reaches());
            yield "Not needed: it would also reach "
                + words(more)
                + ", of which nothing is wanted; "
                + lowest.words()
                + " suffices.";
          }
        };
    return new Rung(kind, fit, why, law.threshold(kind), law.source(kind));
  }

  private List<String> warnings(Ask ask, InstrumentKind lowest, boolean preserved, Instant now) {
    List<String> warnings = new ArrayList<>();
    if (!preserved) {
      warnings.add(
          "No preservation stands for these accounts. "
              + law.preservation().words()
              + " first: what is deleted meanwhile cannot be asked for.");
    }
    boolean bounded = ask.range().from() != null && ask.range().to() != null;
    if (!bounded && !lowest.reaches().equals(Set.of(DataCategory.SUBSCRIBER))) {
      warnings.add("The dates are open. Bound them on both sides by the facts of the case.");
    }
    Playbook playbook = playbooks.of(ask.provider());
    warnings.addAll(playbook.warnings(law.staleAfter(), now));
    Set<DataField> unheld = new TreeSet<>(Comparator.comparing(DataField::name));
    ask.wanted().stream().filter(playbook.unheld()::contains).forEach(unheld::add);
    if (!unheld.isEmpty()) {
      warnings.add(
          playbook.name()
              + " says that it does not hold or give: "
              + names(unheld)
              + ". Asking for it reaches further than the answer can.");
    }
    if (law.number(lowest, "minimumYears") > 0) {
      warnings.add(
          "Only for offences punishable by at least "
              + law.number(lowest, "minimumYears")
              + " years at their maximum, or that the law lists.");
    }
    return warnings;
  }

  static Set<DataField> missing(InstrumentKind kind, Set<DataField> wanted) {
    return wanted.stream()
        .filter(field -> !kind.reaches().contains(field.category()))
        .collect(
            Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(DataField::name))));
  }

  private static String names(Set<DataField> fields) {
    return fields.stream().map(DataField::words).sorted().collect(Collectors.joining("; "));
  }

  private static String categories(Set<DataField> fields) {
    EnumSet<DataCategory> all = EnumSet.noneOf(DataCategory.class);
    fields.forEach(field -> all.add(field.category()));
    return words(all);
  }

  private static String words(Set<DataCategory> categories) {
    return categories.stream()
        .map(category ->
            switch (category) {
              case SUBSCRIBER -> "subscriber data";
              case IDENTIFICATION -> "identification data";
              case TRAFFIC -> "traffic records";
              case CONTENT -> "content";
            })
        .collect(Collectors.joining(", "));
  }

  private static String hours(long hours) {
    return hours + " hours";
  }
}
