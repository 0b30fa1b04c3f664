package dev.sextant.network;

import dev.sextant.authority.Act;
import dev.sextant.authority.Model;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.kernels.Csr;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Progress;
import dev.sextant.terms.SnapshotId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Questions of a frozen network whose answer is not one number an entity: what would be left of it
 * without some people, which sets hold it together or reach it, how far its ties have a direction
 * from above to below. Every answer is one act, which names what was asked and the digest of what
 * was said; the same question, seed and program give the same answer, so that none is kept.
 *
 * <p>An answer tells of ties that were recorded within the scope. It ranks nobody in an
 * organisation, and what people would do is not in it: they find other ways when one is gone.
 */
public final class Inquiries {
  private final Source source;

  /** Where frozen networks come from, as a permit may see them. */
  interface Source {
    /** The network of that name, with roles. */
    Snapshot snapshot(Act act, SnapshotId id);

    /** Places of children who are in the case by accident: no answer may name them. */
    Set<Integer> masked(Snapshot snapshot);
  }

  Inquiries(Source source) {
    this.source = source;
  }

  /** The methods behind the questions, as this program runs them. */
  public static List<Model> models() {
    return InquiryModels.all();
  }

  /**
   * Takes people away, one after another.
   *
   * @throws BadMeasuring if there is no such snapshot within the scope, the question does not fit
   *     it ({@code SX-NETWORK-INQUIRY}), it is too large, or the thread is interrupted
   */
  public RemovalAnswer removal(
      Permit permit, SnapshotId snapshot, RemovalAsked asked, Progress progress) {
    Particulars inputs =
        Particulars.none()
            .id("snapshot", snapshot)
            .token("question", "removal")
            .token("orders", asked.by().isEmpty() ? "listed" : String.join("+", asked.by()))
            .number("most", asked.most())
            .number("seed", asked.seed());
    return answered(
        permit,
        snapshot,
        InquiryModels.removal().named(inputs),
        (graph, masked) -> new RemovalInquiry(graph, masked).answer(asked, progress),
        new Naming<>(asked.listed(), RemovalAnswer::words));
  }

  /**
   * Sets that together fragment the network or reach it.
   *
   * @throws BadMeasuring as {@link #removal}
   */
  public SetsAnswer sets(Permit permit, SnapshotId snapshot, SetsAsked asked, Progress progress) {
    Particulars inputs =
        Particulars.none()
            .id("snapshot", snapshot)
            .token("question", "sets")
            .token("aim", asked.aim())
            .number("steps", asked.steps())
            .number("size", asked.size())
            .number("seed", asked.seed());
    return answered(
        permit,
        snapshot,
        InquiryModels.sets().named(inputs),
        (graph, masked) -> new SetInquiry(graph, masked).answer(asked, progress),
        new Naming<>(List.of(), SetsAnswer::words));
  }

  /**
   * How far ties lead from above to below.
   *
   * @throws BadMeasuring as {@link #removal}; also if ties were frozen without direction
   */
  public HierarchyAnswer hierarchy(
      Permit permit, SnapshotId snapshot, long seed, Progress progress) {
    Particulars inputs =
        Particulars.none()
            .id("snapshot", snapshot)
            .token("question", "hierarchy")
            .number("seed", seed);
    return answered(
        permit,
        snapshot,
        InquiryModels.hierarchy().named(inputs),
        (graph, masked) -> HierarchyInquiry.answer(graph, seed, progress),
        new Naming<>(List.of(), HierarchyAnswer::words));
  }

  /**
   * What of a question and an answer goes into the log, by digest.
   *
   * @param listed places of the entities that the question names
   * @param words the answer as canonical values
   */
  private record Naming<A>(List<Integer> listed, java.util.function.Function<A, Object> words) {}

  private <A> A answered(
      Permit permit,
      SnapshotId id,
      Particulars inputs,
      BiFunction<Csr, Set<Integer>, A> ask,
      Naming<A> naming) {
    Particulars named =
        naming.listed.isEmpty()
            ? inputs
            : inputs.digest("listed", digest(naming.listed.stream().map(Long::valueOf).toList()));
    try (Act act = permit.begin(Step.MEASURE, named)) {
      try {
        Snapshot frozen = source.snapshot(act, id);
        Set<Integer> masked = source.masked(frozen);
        check(naming.listed, frozen.legend().size(), masked);
        A answer = ask.apply(Network.graph(frozen), masked);
        act.done(
            Particulars.none()
                .digest("snapshot", frozen.digest())
                .digest("answer", digest(naming.words.apply(answer))));
        return answer;
      } catch (BadMeasuring e) {
        act.failed(e.code());
        throw e;
      }
    }
  }

  private static Digest digest(Object content) {
    return Digest.of(CanonicalJson.write(Map.of("content", content)));
  }

  private static void check(List<Integer> listed, int nodes, Set<Integer> masked) {
    Set<Integer> seen = new HashSet<>();
    for (int place : listed) {
      if (place < 0 || place >= nodes || !seen.add(place)) {
        throw bad(
            "an entity is not in the snapshot, or is named twice",
            Integer.toString(place),
            "name places of its legend, each once");
      }
      if (masked.contains(place)) {
        throw bad(
            "nothing is measured of a child who is in the case by accident",
            Integer.toString(place),
            "leave that entity out");
      }
    }
  }

  static BadMeasuring bad(String what, String value, String cure) {
    return new BadMeasuring("SX-NETWORK-INQUIRY", what, "inquiry", value, cure);
  }
}
