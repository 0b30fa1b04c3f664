package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.authority.Permit;
import dev.sextant.network.HierarchyAnswer;
import dev.sextant.network.Inquiries;
import dev.sextant.network.RemovalAnswer;
import dev.sextant.network.RemovalAsked;
import dev.sextant.network.SetsAnswer;
import dev.sextant.network.SetsAsked;
import dev.sextant.terms.Progress;
import dev.sextant.terms.SnapshotId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Questions of a frozen network; each answer is an act, so that none is asked by a GET. */
@RestController
class InquiriesHttp {
  private final House house;

  InquiriesHttp(House house) {
    this.house = house;
  }

  private Inquiries inquiries() {
    return house.rooms().network().inquiries();
  }

  /** Who is to be thought away: places in the legend, and orders to hold against them. */
  record RemovalDraft(List<Integer> listed, List<String> by, int most, long seed) {}

  /**
   * A curve over the numbers of removals.
   *
   * @param low 5 of 100 are below; empty if there is no band
   * @param high 5 of 100 are above
   */
  record CurveBand(List<Double> value, List<Double> low, List<Double> high) {}

  /** One order and what is left along it; places of children are -1. */
  record RemovalCourse(
      String by,
      List<Integer> order,
      List<Integer> removed,
      CurveBand largest,
      CurveBand fragmentation,
      CurveBand distance) {}

  /** What is left of a network as people are thought away. */
  record RemovalView(
      int entities, List<RemovalCourse> courses, int replicas, double missing, String card) {}

  /** Takes people away, in thought. */
  @PostMapping("/api/snapshots/{id}/removal")
  RemovalView removal(Permit permit, @PathVariable String id, @RequestBody RemovalDraft draft) {
    RemovalAsked asked = new RemovalAsked(draft.listed(), draft.by(), draft.most(), draft.seed());
    RemovalAnswer answer =
        inquiries().removal(permit, SnapshotId.parse(id), asked, Progress.silent());
    return new RemovalView(
        answer.entities(),
        answer.courses().stream().map(InquiriesHttp::course).toList(),
        answer.replicas(),
        answer.missing(),
        answer.card());
  }

  private static RemovalCourse course(RemovalAnswer.Course one) {
    return new RemovalCourse(
        one.by(),
        one.order(),
        one.removed(),
        band(one.largest()),
        band(one.fragmentation()),
        band(one.distance()));
  }

  private static CurveBand band(RemovalAnswer.Band band) {
    return new CurveBand(band.value(), band.low(), band.high());
  }

  /** Which sets are looked for. */
  record SetsDraft(String aim, int steps, int size, long seed) {}

  /** A set by places in the legend. */
  record SetView(List<Integer> places, double value) {}

  /**
   * An entity in sets.
   *
   * @param sets share of the sets listed that it is in
   * @param elsewhere share of the networks that may be the true one in whose best set it is
   */
  record SetMember(int place, double sets, @Nullable Double elsewhere) {}

  /** Sets of nearly the same value, best first. */
  record SetsView(
      List<SetView> sets,
      List<SetMember> members,
      double before,
      boolean proved,
      int withheld,
      int replicas,
      @Nullable Double bestLow,
      @Nullable Double bestHigh,
      @Nullable Double likeness,
      String card) {}

  /** Sets that together fragment the network or reach it. */
  @PostMapping("/api/snapshots/{id}/sets")
  SetsView sets(Permit permit, @PathVariable String id, @RequestBody SetsDraft draft) {
    SetsAsked asked = new SetsAsked(draft.aim(), draft.steps(), draft.size(), draft.seed());
    SetsAnswer answer = inquiries().sets(permit, SnapshotId.parse(id), asked, Progress.silent());
    SetsAnswer.Range best = answer.best();
    return new SetsView(
        answer.sets().stream().map(one -> new SetView(one.places(), one.value())).toList(),
        members(answer),
        answer.before(),
        answer.proved(),
        answer.withheld(),
        answer.replicas(),
        best == null ? null : best.low(),
        best == null ? null : best.high(),
        defined(answer.likeness()),
        answer.card());
  }

  /* Those of the listed sets, most frequent first. */
  private static List<SetMember> members(SetsAnswer answer) {
    return answer.share().entrySet().stream()
        .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed())
        .map(one ->
            new SetMember(
                one.getKey(),
                one.getValue(),
                answer.replicas() == 0 ? null : answer.there().getOrDefault(one.getKey(), 0.0)))
        .toList();
  }

  /** A figure of the whole network and where it lies. */
  record FigureView(
      String name, @Nullable Double value, @Nullable Double low, @Nullable Double high) {}

  /** How far ties lead from above to below. */
  record HierarchyView(List<FigureView> figures, int replicas, String card) {}

  /** A seed of everything random. */
  record SeedDraft(long seed) {}

  /** How far ties lead from above to below; for snapshots with direction. */
  @PostMapping("/api/snapshots/{id}/hierarchy")
  HierarchyView hierarchy(Permit permit, @PathVariable String id, @RequestBody SeedDraft draft) {
    HierarchyAnswer answer =
        inquiries().hierarchy(permit, SnapshotId.parse(id), draft.seed(), Progress.silent());
    return new HierarchyView(
        answer.figures().stream()
            .map(one ->
                new FigureView(
                    one.name(), defined(one.value()), defined(one.low()), defined(one.high())))
            .toList(),
        answer.replicas(),
        answer.card());
  }

  private static @Nullable Double defined(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
