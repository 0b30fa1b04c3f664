package dev.sextant.kernels.doubt;

import dev.sextant.kernels.Answer;
import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.NamedMeasure;
import dev.sextant.kernels.NamedMeasure.Setting;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.SharedMethod;
import dev.sextant.kernels.Stripes;
import dev.sextant.kernels.doubt.Spread.Calibration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/* Draws replicas, measures them and hands each answer to the measure's own gatherer. Replicas are
 * dealt to stripes by number, a replica's chance is seeded by its number, and gatherers keep what
 * they take by number: nothing depends on which thread did what. */
final class Ensemble {
  /** More stripes than threads that anyone will ask for; enough to even out. */
  private static final int STRIPES = 64;

  /** Replicas the other way round, for robustness: one in so many, but not fewer than FEWEST. */
  private static final int TURNED = 10;

  private static final int FEWEST = 20;

  private final Csr graph;
  private final List<NamedMeasure> measures;
  private final Errors errors;
  private final Doubt.Plan plan;
  private final Progress progress;
  private final Recorded recorded;
  private final int turned;
  private volatile long finished;

  Ensemble(
      Csr given, List<NamedMeasure> measures, Errors errors, Doubt.Plan plan, Progress progress) {
    this.graph = plan.weighted() ? given : given.unweighted();
    this.measures = measures;
    this.errors = errors;
    this.plan = plan;
    this.progress = progress;
    for (Errors.Pair pair : errors.possible()) {
      if (pair.from() < 0
          || pair.to() < 0
          || pair.from() >= graph.nodes()
          || pair.to() >= graph.nodes()) {
        throw new BadGraph(
            "possible tie "
                + pair.from()
                + "-"
                + pair.to()
                + " leaves the nodes 0.."
                + (graph.nodes() - 1));
      }
    }
    this.recorded = new Recorded(graph, errors);
    this.turned = Math.min(plan.replicas(), Math.max(FEWEST, plan.replicas() / TURNED));
  }

  /** A thread's own. */
  private final class Space {
    final Truths truths = new Truths(recorded, errors);
    final Truths plain = new Truths(recorded, errors.keepingIdentities());
    final Observations observations = new Observations(recorded, errors);
    final Ranking ranking = new Ranking(Math.max(1, graph.nodes()));
  }

  Doubt.Result result() {
    List<@Nullable Answer> answers =
        measured(
            measures,
            graph,
            new Setting(plan.threads(), plan.seed(), plan.weighted()),
            false,
            progress);
    List<Gathering> gatherings = new ArrayList<>();
    long need = 0;
    for (Answer answer : answers) {
      if (answer == null) {
        throw new IllegalStateException("the recorded network's answers are there or it throws");
      }
      need += Gathering.bytes(answer, plan);
      if (answer instanceof Answer.Scores scores && Levels.coarse(scores.values())) {
        /* Replicas struck once more, and their values in order. */
        need += 24L * turned * scores.values().length;
      }
      if (answer instanceof Answer.Scores scores) {
        /* Places of known ranks, and a trial's own ranks. */
        need += 32L * Prepivoting.trials(graph.nodes()) * scores.values().length;
        need += 4L * Prepivoting.replicas(plan.replicas(), graph.nodes()) * scores.values().length;
      }
    }
    long most = Runtime.getRuntime().maxMemory() / 2;
    if (need > most) {
      throw new BadGraph(
          "the ranks of "
              + plan.replicas()
              + " replicas need "
              + (need >> 20)
              + " MiB, and "
              + (most >> 20)
              + " MiB may be used: ask for fewer replicas or measures, or give the"
              + " program more memory");
    }
    List<Calibration> calibrations = calibrations(answers);
    List<@Nullable Levels> levels = levels(answers);
    Ranking first = new Ranking(Math.max(1, graph.nodes()));
    for (int m = 0; m < answers.size(); m++) {
      gatherings.add(
          Gathering.of(
              java.util.Objects.requireNonNull(answers.get(m)),
              graph,
              plan,
              turned,
              first,
              calibrations.get(m)));
    }
    run(gatherings, levels);
    List<Doubt.Measured> all = new ArrayList<>();
    for (int m = 0; m < measures.size(); m++) {
      all.add(
          new Doubt.Measured(
              measures.get(m),
              java.util.Objects.requireNonNull(answers.get(m)),
              gatherings.get(m).spread()));
    }
    return new Doubt.Result(errors, plan, all);
  }

  /* Where the ends of rank intervals lie, by measure; of a measure that does not rank it says nothing.
   * The trials are dealt to threads like replicas, each with its own ensemble in one thread. */
  private List<Calibration> calibrations(List<@Nullable Answer> answers) {
    List<NamedMeasure> ranking = new ArrayList<>();
    for (int m = 0; m < answers.size(); m++) {
      if (answers.get(m) instanceof Answer.Scores) {
        ranking.add(measures.get(m));
      }
    }
    Calibration.State refusal =
        ranking.isEmpty() ? Calibration.State.NOT_ASKED : Prepivoting.refusal(errors, plan);
    if (refusal != null) {
      return Collections.nCopies(answers.size(), Prepivoting.plain(refusal, plan.level()));
    }
    int trials = Prepivoting.trials(graph.nodes());
    Prepivoting.@Nullable Places[][] places = new Prepivoting.Places[ranking.size()][trials];
    dealt(
        trials,
        (space, t) -> {
          Prepivoting.@Nullable Places[] found =
              trial(ranking, space, Chance.mixed(~plan.seed(), t));
          for (int m = 0; m < found.length; m++) {
            places[m][t] = found[m];
          }
        });
    List<Calibration> calibrations = new ArrayList<>();
    int at = 0;
    for (Answer answer : answers) {
      calibrations.add(
          answer instanceof Answer.Scores
              ? Prepivoting.of(Arrays.asList(places[at++]), plan.level(), Prepivoting.alike(errors))
              : Prepivoting.plain(Calibration.State.NOT_ASKED, plan.level()));
    }
    return calibrations;
  }

  /* One trial: places of known ranks, by measure. */
  private Prepivoting.@Nullable Places[] trial(List<NamedMeasure> ranking, Space space, long seed) {
    Mirror mirror = Mirror.of(recorded, errors, seed);
    int replicas = Prepivoting.replicas(plan.replicas(), graph.nodes());
    Doubt.Plan small = plan.replicas(replicas).seed(seed).threads(1);
    List<@Nullable Answer> known =
        measured(ranking, mirror.truth().graph(), setting(seed), true, inner());
    List<@Nullable RankGathering> gathered =
        new Ensemble(mirror.record(), ranking, mirror.errors(), small, inner()).ranked();
    Prepivoting.@Nullable Places[] places = new Prepivoting.Places[ranking.size()];
    for (int m = 0; m < places.length; m++) {
      Answer truth = known.get(m);
      RankGathering of = gathered.get(m);
      places[m] =
          truth == null || of == null
              ? null
              : Prepivoting.places(
                  of, truth, mirror, space.ranking, new Chance(Chance.mixed(seed, m)));
    }
    return places;
  }

  /* Ranks of the replicas alone, without what a result says of them; null of a refused measure. */
  private List<@Nullable RankGathering> ranked() {
    List<@Nullable Answer> answers =
        measured(measures, graph, setting(plan.seed()), true, progress);
    List<@Nullable Levels> levels = levels(answers);
    Ranking first = new Ranking(Math.max(1, graph.nodes()));
    Calibration none = Prepivoting.plain(Calibration.State.NOT_ASKED, plan.level());
    List<@Nullable RankGathering> gathered = new ArrayList<>();
    for (Answer answer : answers) {
      gathered.add(
          answer instanceof Answer.Scores scores
              ? new RankGathering(scores, plan, 0, first, none)
              : null);
    }
    dealt(plan.replicas(), (space, r) -> one(space, r, gathered, levels));
    return gathered;
  }

  /* What to carry values of coarse measures by, by measure; null is nothing. */
  private List<@Nullable Levels> levels(List<@Nullable Answer> answers) {
    List<NamedMeasure> coarse = new ArrayList<>();
    List<Integer> of = new ArrayList<>();
    List<@Nullable Levels> found = new ArrayList<>(Collections.nCopies(answers.size(), null));
    /* What is stated of single ties sets people apart whom the record holds equal, and rightly so: an
     * error that strikes anywhere would not bring the record back, and the map would undo it. Doubtful
     * identities are few, and left out of what the map is learnt from. */
    boolean anywhere =
        errors.boundary() == null && errors.possible().isEmpty() && errors.spuriousOf() == null;
    Errors striking = errors.keepingIdentities();
    boolean asked = !striking.nothing() && anywhere;
    for (int m = 0; asked && m < answers.size(); m++) {
      if (answers.get(m) instanceof Answer.Scores scores && Levels.coarse(scores.values())) {
        coarse.add(measures.get(m));
        of.add(m);
      }
    }
    if (coarse.isEmpty()) {
      return found;
    }
    double[][][] struck = new double[coarse.size()][turned][];
    dealt(
        turned,
        (space, r) -> {
          long seed = Chance.mixed(plan.seed(), r);
          Chance chance = new Chance(Chance.mixed(seed, -1));
          Csr seen = space.observations.strike(space.plain.draw(seed).graph(), chance);
          List<@Nullable Answer> again = measured(coarse, seen, setting(seed), true, inner());
          for (int m = 0; m < coarse.size(); m++) {
            if (again.get(m) instanceof Answer.Scores scores) {
              struck[m][r] = scores.values();
            }
          }
        });
    for (int m = 0; m < coarse.size(); m++) {
      if (answers.get(of.get(m)) instanceof Answer.Scores scores) {
        found.set(of.get(m), Levels.of(scores.values(), Arrays.asList(struck[m])));
      }
    }
    return found;
  }

  private void run(List<Gathering> gatherings, List<@Nullable Levels> levels) {
    boolean ranked = gatherings.stream().anyMatch(Gathering::wantsTurned);
    int total = plan.replicas() + (ranked ? turned : 0);
    dealt(total, (space, r) -> one(space, r, gatherings, levels));
  }

  /** Does one replica's work in a thread's own space. */
  @FunctionalInterface
  private interface Task {
    void run(Space space, int replica);
  }

  private void dealt(int total, Task task) {
    int stripes = Math.min(STRIPES, total);
    List<Stripes.Work<Space>> works = new ArrayList<>();
    for (int stripe = 0; stripe < stripes; stripe++) {
      int first = stripe;
      works.add((space, ticker) -> {
        for (int r = first; r < total; r += stripes) {
          task.run(space, r);
          ticker.tick(1);
        }
      });
    }
    Stripes.run(
        works,
        Space::new,
        plan.threads(),
        done -> {
          finished = done;
          progress.step(done, total);
        });
  }

  private Setting setting(long seed) {
    return new Setting(1, seed, plan.weighted());
  }

  private void one(
      Space space,
      int r,
      List<? extends @Nullable Gathering> gatherings,
      List<@Nullable Levels> levels) {
    long seed = Chance.mixed(plan.seed(), r);
    boolean back = r >= plan.replicas();
    Replica replica = back ? space.observations.draw(seed) : space.truths.draw(seed);
    List<@Nullable Answer> answers =
        measured(measures, replica.graph(), setting(seed), true, inner());
    for (int m = 0; m < answers.size(); m++) {
      Answer answer = answers.get(m);
      Gathering gathering = gatherings.get(m);
      if (answer != null && gathering != null) {
        Chance lots = new Chance(Chance.mixed(seed, m));
        if (back) {
          gathering.takeTurned(r - plan.replicas(), answer, replica, space.ranking, lots);
        } else {
          Answer told = carried(answer, levels.get(m));
          gathering.take(r, told, replica, space.ranking, lots);
        }
      }
    }
  }

  private static Answer carried(Answer answer, @Nullable Levels levels) {
    return levels != null && answer instanceof Answer.Scores scores
        ? new Answer.Scores(levels.carried(scores.values()))
        : answer;
  }

  /* Measures that share a pass run it once. A replica that a measure refuses is left out of that
   * measure's count, which the spread tells. */
  private static List<@Nullable Answer> measured(
      List<NamedMeasure> measures, Csr of, Setting setting, boolean lenient, Progress listener) {
    Map<SharedMethod.Pass<?>, SharedMethod.Run> runs = new IdentityHashMap<>();
    List<@Nullable Answer> answers = new ArrayList<>();
    for (NamedMeasure measure : measures) {
      try {
        if (measure.method() instanceof SharedMethod<?> shared) {
          SharedMethod.Run run = runs.get(shared.pass());
          if (run == null) {
            run = shared.run(of, setting, listener);
            runs.put(shared.pass(), run);
          }
          answers.add(shared.read(run));
        } else {
          answers.add(measure.method().measure(of, setting, listener));
        }
      } catch (BadGraph e) {
        if (!lenient) {
          throw e;
        }
        answers.add(null);
      }
    }
    return answers;
  }

  /* A replica's own steps say nothing about the whole, but must still hear a stop. */
  private Progress inner() {
    return (done, total) -> {
      synchronized (this) {
        return progress.reached(finished, -1);
      }
    };
  }
}
