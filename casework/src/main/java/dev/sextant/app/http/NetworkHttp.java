package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.http.Views.CalibrationView;
import dev.sextant.app.http.Views.MeasureDraft;
import dev.sextant.app.http.Views.MeasureView;
import dev.sextant.app.http.Views.NodeLegend;
import dev.sextant.app.http.Views.RankRange;
import dev.sextant.app.http.Views.SnapshotDraft;
import dev.sextant.app.http.Views.SnapshotSummary;
import dev.sextant.app.http.Views.SnapshotView;
import dev.sextant.app.http.Views.TieRow;
import dev.sextant.authority.Permit;
import dev.sextant.network.Drawing;
import dev.sextant.network.Measure;
import dev.sextant.network.Method;
import dev.sextant.network.Network;
import dev.sextant.network.NodeView;
import dev.sextant.network.RankInterval;
import dev.sextant.network.Robustness;
import dev.sextant.network.Snapshot;
import dev.sextant.network.SnapshotHead;
import dev.sextant.network.TieKind;
import dev.sextant.network.TieRule;
import dev.sextant.network.TieView;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Progress;
import dev.sextant.terms.SnapshotId;
import dev.sextant.terms.Span;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Frozen networks and their measures. */
@RestController
class NetworkHttp {
  private final House house;

  NetworkHttp(House house) {
    this.house = house;
  }

  private Network network() {
    return house.rooms().network();
  }

  @GetMapping("/api/snapshots")
  List<SnapshotSummary> snapshots(Permit permit) {
    return network().snapshots(permit).stream().map(NetworkHttp::summary).toList();
  }

  @PostMapping("/api/snapshots")
  SnapshotView freeze(Permit permit, @RequestBody SnapshotDraft draft) {
    Set<TieKind> kinds =
        draft.kinds().stream()
            .map(kind -> choice(TieKind.values(), "tie kind", kind))
            .collect(Collectors.toSet());
    TieRule rule =
        new TieRule(kinds, draft.minimumRecords(), draft.directed(), TieRule.USUAL_GROUP_SIZE);
    Span window = new Span(time("from", draft.from()), time("to", draft.to()));
    return view(network().freeze(permit, rule, window));
  }

  @GetMapping("/api/snapshots/{id}")
  SnapshotView snapshot(Permit permit, @PathVariable String id) {
    return view(network().snapshot(permit, SnapshotId.parse(id)));
  }

  /**
   * A snapshot as it is drawn, in columns: the nth entry of each belongs to the nth entity, or tie.
   *
   * @param parts which disc an entity belongs to when many are drawn as one
   * @param partsMeasured whether those are measured communities
   * @param x within a million of 0
   * @param y as x
   * @param from place of a tie's one end among the entities
   * @param to of its other
   * @param kinds of tie
   * @param counts of records: for each tie one number a kind
   * @param first claimed time in milliseconds since the epoch, or null where no record has one
   * @param last as first
   */
  record ChartView(
      SnapshotSummary summary,
      List<String> entities,
      List<String> labels,
      List<String> roles,
      List<List<String>> accounts,
      List<Integer> parts,
      boolean partsMeasured,
      List<Integer> x,
      List<Integer> y,
      List<Integer> from,
      List<Integer> to,
      List<Double> weight,
      List<String> kinds,
      List<Integer> counts,
      List<@Nullable Long> first,
      List<@Nullable Long> last) {}

  @GetMapping("/api/snapshots/{id}/chart")
  ChartView chart(Permit permit, @PathVariable String id) {
    Drawing drawing = network().drawing(permit, SnapshotId.parse(id));
    Snapshot s = drawing.snapshot();
    List<TieKind> kinds = s.rule().kinds().stream().sorted().toList();
    return new ChartView(
        summary(head(s)),
        s.legend().stream().map(n -> n.entity().toString()).toList(),
        s.legend().stream().map(NodeView::label).toList(),
        s.legend().stream().map(NodeView::roles).toList(),
        s.legend().stream().map(NodeView::accounts).toList(),
        Arrays.stream(drawing.parts()).boxed().toList(),
        drawing.measured(),
        Arrays.stream(drawing.x()).boxed().toList(),
        Arrays.stream(drawing.y()).boxed().toList(),
        s.ties().stream().map(TieView::from).toList(),
        s.ties().stream().map(TieView::to).toList(),
        s.ties().stream().map(TieView::weight).toList(),
        kinds.stream().map(Enum::name).toList(),
        s.ties().stream()
            .flatMap(tie -> kinds.stream().map(kind -> tie.kinds().getOrDefault(kind, 0)))
            .toList(),
        s.ties().stream().map(tie -> millis(tie.first())).toList(),
        s.ties().stream().map(tie -> millis(tie.last())).toList());
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }

  @GetMapping("/api/snapshots/{id}/measures")
  List<MeasureView> measures(Permit permit, @PathVariable String id) {
    SnapshotId snapshot = SnapshotId.parse(id);
    Network.Shown shown = network().measuresMasked(permit, snapshot);
    return shown.measures().stream().map(m -> view(m, shown.masked())).toList();
  }

  @PostMapping("/api/snapshots/{id}/measures")
  MeasureView measure(Permit permit, @PathVariable String id, @RequestBody MeasureDraft draft) {
    Method method = choice(Method.values(), "method", draft.method());
    SnapshotId snapshot = SnapshotId.parse(id);
    Network.Shown shown =
        network().measureMasked(permit, snapshot, method, draft.seed(), Progress.silent());
    return view(shown.measures().getFirst(), shown.masked());
  }

  private static <E extends Enum<E>> E choice(E[] all, String what, String text) {
    return Arrays.stream(all)
        .filter(one -> one.name().equals(text))
        .findFirst()
        .orElseThrow(
            () -> new BadValue("SX-HTTP-CHOICE", what, text, "use one of " + Arrays.toString(all)));
  }

  static @Nullable Instant time(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new BadValue("SX-HTTP-TIME", field, text, "write it as 2026-01-31T00:00:00Z");
    }
  }

  private static SnapshotSummary summary(SnapshotHead head) {
    return new SnapshotSummary(
        head.id().toString(),
        head.rule().kinds().stream().map(Enum::name).toList(),
        text(head.window().from()),
        text(head.window().to()),
        head.rule().minimumRecords(),
        head.rule().directed(),
        head.nodes(),
        head.ties(),
        head.counts().used(),
        head.counts().recordsNotUsed(),
        head.at().toString(),
        head.digest().hex());
  }

  private static SnapshotView view(Snapshot s) {
    return new SnapshotView(
        summary(head(s)),
        s.legend().stream()
            .map(n ->
                new NodeLegend(
                    n.index(),
                    n.entity().toString(),
                    n.label(),
                    n.accounts(),
                    n.platforms(),
                    n.roles()))
            .toList(),
        s.ties().stream().map(NetworkHttp::tie).toList());
  }

  private static SnapshotHead head(Snapshot s) {
    return new SnapshotHead(
        s.id(),
        s.rule(),
        s.window(),
        s.digest(),
        s.legend().size(),
        s.ties().size(),
        s.counts(),
        s.by(),
        s.at());
  }

  private static TieRow tie(TieView tie) {
    Map<String, Long> kinds = new TreeMap<>();
    tie.kinds().forEach((kind, count) -> kinds.put(kind.name(), count.longValue()));
    return new TieRow(
        tie.from(),
        tie.to(),
        tie.weight(),
        kinds,
        text(tie.first()),
        text(tie.last()),
        tie.examples().stream().map(Digest::hex).toList());
  }

  private static MeasureView view(Measure m, Set<Integer> children) {
    Map<String, String> summary = new TreeMap<>(m.summary());
    summary.putAll(m.parameters());
    summary.put("replicas", Integer.toString(m.robustness().replicas()));
    Robustness.Order order = m.robustness().order();
    if (order != null && !Double.isNaN(order.coefficient())) {
      summary.put(
          "robustness (share of pairs whose order stays when ties are missing)",
          Double.toString(order.coefficient()));
    }
    if (!children.isEmpty()) {
      summary.put("withheld", children.size() + " entities are not ranked: children");
    }
    Double agreement = m.robustness().agreement();
    if (agreement != null) {
      summary.put("agreement when ties are missing (adjusted Rand index)", agreement.toString());
    }
    return new MeasureView(
        m.id().toString(),
        m.snapshot().toString(),
        m.method().name(),
        m.seed(),
        IntStream.range(0, m.values().size())
            .<@Nullable Double>mapToObj(
                i -> defined(children.contains(i) ? Double.valueOf(0) : m.values().get(i)))
            .toList(),
        ranks(m, children),
        top(m, children),
        order == null ? 0 : order.first(),
        calibration(m),
        summary,
        m.card(),
        m.at().toString());
  }

  private static @Nullable CalibrationView calibration(Measure m) {
    Robustness.Calibration said = m.robustness().calibration();
    return said == null
        ? null
        : new CalibrationView(said.state().word(), said.trials(), said.held());
  }

  /* JSON has no number for what is not defined. */
  private static @Nullable Double defined(Double value) {
    return value.isNaN() ? null : value;
  }

  private static List<Double> top(Measure m, Set<Integer> children) {
    Robustness.Order order = m.robustness().order();
    List<Double> all = order == null ? List.of() : order.top();
    return IntStream.range(0, all.size())
        .mapToObj(i -> children.contains(i) ? Double.valueOf(0) : all.get(i))
        .toList();
  }

  private static List<RankRange> ranks(Measure m, Set<Integer> children) {
    List<RankInterval> all = m.robustness().ranks();
    return IntStream.range(0, all.size())
        .mapToObj(i ->
            children.contains(i)
                ? new RankRange(0, 0, 0)
                : new RankRange(all.get(i).rank(), all.get(i).low(), all.get(i).high()))
        .toList();
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
