package dev.sextant.app.cli;

import dev.sextant.authority.Permit;
import dev.sextant.network.Inquiries;
import dev.sextant.network.Network;
import dev.sextant.network.RemovalAnswer;
import dev.sextant.network.RemovalAsked;
import dev.sextant.network.SetsAnswer;
import dev.sextant.network.SetsAsked;
import dev.sextant.network.SheetText;
import dev.sextant.network.Snapshot;
import dev.sextant.network.TieKind;
import dev.sextant.network.TieRule;
import dev.sextant.network.VisibleText;
import dev.sextant.terms.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Freezes a case's network and asks it a question; the same acts as on the screens. */
abstract class CaseInquiry extends PermitCommand {
  @Option(
      names = "--ties",
      split = ",",
      description = "Kinds of tie that count.",
      defaultValue = "MESSAGE,REPLY,MENTION,FOLLOW,CALL")
  private List<TieKind> ties = new ArrayList<>();

  @Option(names = "--seed", description = "Seed of everything random.", defaultValue = "1")
  private long seed;

  @Override
  public final Integer call() throws IOException {
    return underPermit((house, permit, out) -> {
      try (ProgressBar bar = ProgressBar.on(spec())) {
        Network network = house.rooms().network();
        Snapshot snapshot =
            network.freeze(permit, TieRule.of(ties.toArray(TieKind[]::new)), Span.always(), bar);
        Answer answer = ask(new Asked(network, permit, snapshot, seed, bar));
        bar.close();
        answer.lines().forEach(out::println);
        spec().commandLine().getErr().println(answer.card());
      }
    });
  }

  /** What a question is asked with. */
  record Asked(Network network, Permit permit, Snapshot snapshot, long seed, ProgressBar bar) {
    Inquiries inquiries() {
      return network.inquiries();
    }

    /** Labels of entities, fit for a table; a child is not named. */
    String names(List<Integer> places) {
      return places.stream()
          .map(place -> place < 0 ? "(a child)" : snapshot.legend().get(place).label())
          .map(label -> SheetText.of(VisibleText.of(label)))
          .collect(Collectors.joining(", "));
    }
  }

  /** A table, tab-separated, with a head line; and what it is. */
  record Answer(List<String> lines, String card) {}

  abstract Answer ask(Asked asked);

  /** Sets of key players. */
  @Command(
      name = "keyplayers",
      description =
          "Freeze the case's network and find sets that together fragment or reach it, with"
              + " alternatives of nearly the same value.",
      mixinStandardHelpOptions = true)
  static final class KeyPlayers extends CaseInquiry {
    @Option(
        names = "--aim",
        description = "fragment, fragment-distance, reach or reach-distance.",
        defaultValue = "fragment-distance")
    private String aim = "fragment-distance";

    @Option(names = "--steps", description = "Steps of --aim reach.", defaultValue = "2")
    private int steps;

    @Option(names = "--size", description = "Entities in a set.", defaultValue = "3")
    private int size;

    @Override
    Answer ask(Asked asked) {
      SetsAnswer answer =
          asked
              .inquiries()
              .sets(
                  asked.permit(),
                  asked.snapshot().id(),
                  new SetsAsked(aim.strip(), steps, size, asked.seed()),
                  asked.bar());
      List<String> lines = new ArrayList<>(List.of("rank\tvalue\tproved\tentities"));
      for (SetsAnswer.Members set : answer.sets()) {
        boolean best = answer.proved() && set.value() == answer.sets().getFirst().value();
        lines.add(
            lines.size()
                + "\t"
                + set.value()
                + "\t"
                + (best ? "yes" : "no")
                + "\t"
                + asked.names(set.places()));
      }
      return new Answer(lines, answer.card());
    }
  }

  /** What is left as people are thought away. */
  @Command(
      name = "removal",
      description =
          "Freeze the case's network and print what is left as people are thought away, with the"
              + " band of networks that may be the true one.",
      mixinStandardHelpOptions = true)
  static final class Removal extends CaseInquiry {
    @Option(
        names = "--by",
        description =
            "degree, betweenness, closeness, collective-influence, largest-piece or random.",
        defaultValue = "largest-piece")
    private String by = "largest-piece";

    @Option(names = "--most", description = "Most entities to take away.", defaultValue = "20")
    private int most;

    @Override
    Answer ask(Asked asked) {
      RemovalAnswer answer =
          asked
              .inquiries()
              .removal(
                  asked.permit(),
                  asked.snapshot().id(),
                  new RemovalAsked(List.of(), List.of(by.strip()), most, asked.seed()),
                  asked.bar());
      RemovalAnswer.Course course = answer.courses().getFirst();
      List<String> lines =
          new ArrayList<>(List.of("removed\tentity\tlargest\tfragmentation\tlow\thigh"));
      for (int i = 0; i < course.removed().size(); i++) {
        int gone = course.removed().get(i);
        boolean named = gone > 0 && !course.order().isEmpty();
        lines.add(
            gone
                + "\t"
                + (named ? asked.names(List.of(course.order().get(gone - 1))) : "")
                + "\t"
                + at(course.largest().value(), i)
                + "\t"
                + at(course.fragmentation().value(), i)
                + "\t"
                + at(course.fragmentation().low(), i)
                + "\t"
                + at(course.fragmentation().high(), i));
      }
      return new Answer(lines, answer.card());
    }

    private static String at(List<Double> values, int place) {
      return place < values.size() ? values.get(place).toString() : "";
    }
  }
}
