package dev.sextant.kernels.doubt;

import dev.sextant.kernels.Answer;
import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.NamedMeasure;
import dev.sextant.kernels.NamedMeasure.Setting;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.SharedMethod;
import dev.sextant.kernels.Stripes;
import java.util.ArrayList;
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
    final Observations observations = new Observations(recorded, errors);
    final Ranking ranking = new Ranking(Math.max(1, graph.nodes()));
  }

  Doubt.Result result() {
    List<@Nullable Answer> answers =
        measured(graph, new Setting(plan.threads(), plan.seed(), plan.weighted()), false, heard());
    List<Gathering> gatherings = new ArrayList<>();
    long need = 0;
    for (Answer answer : answers) {
      if (answer == null) {
        throw new IllegalStateException("the recorded network's answers are there or it throws");
      }
      need += Gathering.bytes(answer, plan);
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
    Ranking first = new Ranking(Math.max(1, graph.nodes()));
    for (int m = 0; m < answers.size(); m++) {
      gatherings.add(
          Gathering.of(
              java.util.Objects.requireNonNull(answers.get(m)), graph, plan, turned, first));
    }
    run(gatherings);
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

  private void run(List<Gathering> gatherings) {
    boolean ranked = gatherings.stream().anyMatch(Gathering::wantsTurned);
    int total = plan.replicas() + (ranked ? turned : 0);
    int stripes = Math.min(STRIPES, total);
    List<Stripes.Work<Space>> works = new ArrayList<>();
    for (int stripe = 0; stripe < stripes; stripe++) {
      int first = stripe;
      works.add((space, ticker) -> {
        for (int r = first; r < total; r += stripes) {
          one(space, r, gatherings);
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
          heard().step(done, total);
        });
  }

  private void one(Space space, int r, List<Gathering> gatherings) {
    long seed = Chance.mixed(plan.seed(), r);
    boolean back = r >= plan.replicas();
    Replica replica = back ? space.observations.draw(seed) : space.truths.draw(seed);
    Setting setting = new Setting(1, seed, plan.weighted());
    List<@Nullable Answer> answers = measured(replica.graph(), setting, true, inner());
    for (int m = 0; m < answers.size(); m++) {
      Answer answer = answers.get(m);
      if (answer != null) {
        Chance lots = new Chance(Chance.mixed(seed, m));
        if (back) {
          gatherings.get(m).takeTurned(r - plan.replicas(), answer, replica, space.ranking, lots);
        } else {
          gatherings.get(m).take(r, answer, replica, space.ranking, lots);
        }
      }
    }
  }

  /* Measures that share a pass run it once. A replica that a measure refuses is left out of that
   * measure's count, which the spread tells. */
  private List<@Nullable Answer> measured(
      Csr of, Setting setting, boolean lenient, Progress listener) {
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

  private Progress heard() {
    return progress;
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
