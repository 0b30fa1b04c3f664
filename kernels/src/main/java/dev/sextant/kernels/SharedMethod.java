package dev.sextant.kernels;

import java.util.Objects;

/**
 * A method that reads its numbers off a computation which other measures read too, such as
 * closeness and eccentricity off one pass over all distances. Whoever measures many at once runs
 * each pass once.
 *
 * @param <R> what the pass yields
 */
public final class SharedMethod<R> implements NamedMeasure.Method {
  private final Pass<R> pass;
  private final Reading<R> reading;

  /** The computation that is shared; equal if it is the same object. */
  @FunctionalInterface
  public interface Pass<R> {
    /** Computes what the measures are read off. */
    R run(Csr graph, NamedMeasure.Setting setting, Progress progress);
  }

  /** How one measure is read off. */
  @FunctionalInterface
  public interface Reading<R> {
    /** Reads; must not change the result, which others read. */
    Answer read(R result, Csr graph);
  }

  /** Joins a pass and a reading. */
  public SharedMethod(Pass<R> pass, Reading<R> reading) {
    this.pass = Objects.requireNonNull(pass);
    this.reading = Objects.requireNonNull(reading);
  }

  /** What is shared. */
  public Pass<R> pass() {
    return pass;
  }

  /** Runs the pass. */
  public Run run(Csr graph, NamedMeasure.Setting setting, Progress progress) {
    R result = pass.run(graph, setting, progress);
    return new Run(pass, result, graph);
  }

  /** Reads off a run of this method's own pass. */
  public Answer read(Run run) {
    if (run.pass != pass) {
      throw new IllegalArgumentException("a run of another pass");
    }
    // The run was made by the same pass, which yields R and nothing else.
    @SuppressWarnings("unchecked")
    R result = (R) run.result;
    return reading.read(result, run.graph);
  }

  @Override
  public Answer measure(Csr graph, NamedMeasure.Setting setting, Progress progress) {
    return reading.read(pass.run(graph, setting, progress), graph);
  }

  /** What a pass yielded, for any of the methods that share it. */
  public static final class Run {
    private final Object pass;
    private final Object result;
    private final Csr graph;

    private Run(Object pass, Object result, Csr graph) {
      this.pass = pass;
      this.result = result;
      this.graph = graph;
    }
  }
}
