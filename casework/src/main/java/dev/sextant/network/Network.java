package dev.sextant.network;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Door;
import dev.sextant.authority.Model;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.identity.Entities;
import dev.sextant.identity.Identity;
import dev.sextant.identity.RecordStream;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.network.store.NetworkStore;
import dev.sextant.network.store.VersionRows;
import dev.sextant.network.store.ViewRows;
import dev.sextant.records.Reach;
import dev.sextant.subjects.RoleBook;
import dev.sextant.terms.Digest;
import dev.sextant.terms.MeasureId;
import dev.sextant.terms.Progress;
import dev.sextant.terms.SnapshotId;
import dev.sextant.terms.Span;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The room's front door: freezes ties and measures them.
 *
 * <p>A snapshot is shown, and may be measured, under a permit whose scope covers the one it was
 * frozen under.
 */
public final class Network {
  private final RecordStream records;
  private final Identity identity;
  private final Archive archive;
  private final Clock clock;
  private final Roles roles;
  private final SavedViews views;
  private final Inquiries inquiries;

  /**
   * Wires the room.
   *
   * @param records the record store's stream
   * @param identity for entities
   * @param door to the case tables
   * @param keys of the cases; legends and ties are sealed
   * @param clock when things are frozen and measured
   */
  public Network(RecordStream records, Identity identity, Door door, CaseKeys keys, Clock clock) {
    this(records, new Behind(identity, (act, accounts) -> RoleBook.empty()), door, keys, clock);
  }

  /** Which persons have which roles. */
  public interface Roles {
    /** The roles of whoever is behind these accounts. */
    RoleBook of(Act act, Collection<String> accounts);
  }

  /**
   * Who is behind accounts.
   *
   * @param identity for entities
   * @param roles for what they are in the case
   */
  public record Behind(Identity identity, Roles roles) {}

  /**
   * Wires the room.
   *
   * @param records the record store's stream
   * @param behind for entities and their roles
   * @param door to the case tables
   * @param keys of the cases; legends and ties are sealed
   * @param clock when things are frozen and measured
   */
  public Network(RecordStream records, Behind behind, Door door, CaseKeys keys, Clock clock) {
    Identity identity = behind.identity();
    this.roles = behind.roles();
    this.records = records;
    this.identity = identity;
    this.archive = new Archive(door, keys);
    this.views = new SavedViews(new ViewRows(door, keys), new VersionRows(door, keys));
    this.clock = clock;
    this.inquiries = new Inquiries(frozen());
  }

  private Inquiries.Source frozen() {
    return new Inquiries.Source() {
      @Override
      public Snapshot snapshot(Act act, SnapshotId id) {
        return withRoles(act, archive.snapshot(act, id));
      }

      @Override
      public Set<Integer> masked(Snapshot snapshot) {
        return Network.masked(snapshot);
      }
    };
  }

  /** Questions whose answer is not one number an entity. */
  public Inquiries inquiries() {
    return inquiries;
  }

  /** Views of charts that people keep. */
  public SavedViews views() {
    return views;
  }

  /** As {@link #freeze(Permit, TieRule, Span, Progress)}, with nobody listening. */
  public Snapshot freeze(Permit permit, TieRule rule, Span window) {
    return freeze(permit, rule, window, Progress.silent());
  }

  /**
   * Freezes the ties that the records in scope show within a window. Cost: streams the records
   * twice; memory in proportion to accounts, ties and group memberships.
   *
   * @throws BadMeasuring if records change meanwhile, or the thread is interrupted
   */
  public Snapshot freeze(Permit permit, TieRule rule, Span window, Progress progress) {
    SnapshotId id = SnapshotId.random();
    try (Act act = permit.begin(Step.FREEZE, inputs(id, rule, window))) {
      Entities entities = identity.entities(act);
      TieCollector collector = new TieCollector(rule, window, entities);
      long[] done = {0};
      Reach reach = Reach.of(permit);
      records.each(
          act,
          (record, content) -> {
            if (reach.whole(content)) {
              collector.take(record, content);
            }
            if (++done[0] % 1024 == 0) {
              progress.at(done[0], -1, "records");
              Kernels.stopIfInterrupted();
            }
          });
      Harvest harvest = collector.finish();
      byte[] content = SnapshotCodec.bytes(new SnapshotCodec.Content(rule, window, harvest));
      Snapshot snapshot =
          new Snapshot(
              id,
              rule,
              window,
              Digest.of(content),
              harvest.legend(),
              harvest.ties(),
              harvest.counts(),
              permit.actor(),
              now());
      archive.keep(act, snapshot, content);
      Snapshot shown = withRoles(act, snapshot);
      act.done(
          Particulars.none()
              .digest("snapshot", snapshot.digest())
              .number("nodes", snapshot.legend().size())
              .number("ties", snapshot.ties().size()));
      progress.at(done[0], done[0], "records");
      return shown;
    }
  }

  private static Particulars inputs(SnapshotId id, TieRule rule, Span window) {
    Particulars inputs =
        Particulars.none()
            .id("snapshot", id)
            .token(
                "kinds", rule.kinds().stream().map(TieKind::name).collect(Collectors.joining("+")))
            .number("minimumRecords", rule.minimumRecords())
            .token("directed", Boolean.toString(rule.directed()))
            .number("maxGroupSize", rule.maxGroupSize());
    Instant from = window.from();
    Instant to = window.to();
    inputs = from == null ? inputs : inputs.time("from", from);
    return to == null ? inputs : inputs.time("to", to);
  }

  /**
   * A snapshot.
   *
   * @throws BadMeasuring {@code SX-NETWORK-SNAPSHOT} if there is none such within the scope
   */
  public Snapshot snapshot(Permit permit, SnapshotId id) {
    try (Act act =
        permit.begin(Step.VIEW, Particulars.none().token("what", "snapshot").id("snapshot", id))) {
      Snapshot snapshot = withRoles(act, archive.snapshot(act, id));
      act.done(snapshot.digest());
      return snapshot;
    }
  }

  /**
   * A snapshot as it is drawn: a place for each entity. Looking at it is one act.
   *
   * @throws BadMeasuring {@code SX-NETWORK-SNAPSHOT} if there is none such within the scope
   */
  public Drawing drawing(Permit permit, SnapshotId id) {
    try (Act act =
        permit.begin(Step.VIEW, Particulars.none().token("what", "chart").id("snapshot", id))) {
      Snapshot snapshot = withRoles(act, archive.snapshot(act, id));
      List<Measure> measures = archive.measures(act, id);
      Drawing drawing =
          Kernels.run(Progress.silent(), listener -> Drawing.of(snapshot, measures, listener));
      act.done(snapshot.digest());
      return drawing;
    }
  }

  /* What is frozen has no roles in it: a role that is corrected shows at once on every chart. */
  private Snapshot withRoles(Act act, Snapshot s) {
    List<String> accounts = s.legend().stream().flatMap(n -> n.accounts().stream()).toList();
    RoleBook book = roles.of(act, accounts);
    return new Snapshot(
        s.id(),
        s.rule(),
        s.window(),
        s.digest(),
        s.legend().stream().map(node -> node.as(book)).toList(),
        s.ties(),
        s.counts(),
        s.by(),
        s.at());
  }

  /** The case's snapshots within the scope, in the order of time. */
  public List<SnapshotHead> snapshots(Permit permit) {
    try (Act act = permit.begin(Step.VIEW, Particulars.none().token("what", "snapshots"))) {
      List<SnapshotHead> heads = archive.heads(act);
      act.done(Particulars.none().number("snapshots", heads.size()));
      return heads;
    }
  }

  /** A measure as this program runs it, with the fingerprint that must be approved. */
  public static Model model(Method method) {
    return MeasureModels.of(method);
  }

  /** As {@link #measure(Permit, SnapshotId, Method, long, Progress)}, with nobody listening. */
  public Measure measure(Permit permit, SnapshotId snapshot, Method method, long seed) {
    return measure(permit, snapshot, method, seed, Progress.silent());
  }

  /**
   * Measures a snapshot, and replicas of it with ties missing.
   *
   * @param seed of everything random: the method's own choices and the missing ties
   * @throws BadMeasuring if there is no such snapshot within the scope, or the thread is
   *     interrupted
   */
  public Measure measure(
      Permit permit, SnapshotId snapshot, Method method, long seed, Progress progress) {
    return measureMasked(permit, snapshot, method, seed, progress).measures().getFirst();
  }

  /**
   * Measures, and whom none of them may rank.
   *
   * @param measures of one snapshot
   * @param masked places in the legend of children who are in the case by accident
   */
  public record Shown(List<Measure> measures, Set<Integer> masked) {
    /** Copies. */
    public Shown {
      measures = List.copyOf(measures);
      masked = Set.copyOf(masked);
    }
  }

  /** As {@link #measure}, and whom it may not rank, in one act. */
  public Shown measureMasked(
      Permit permit, SnapshotId snapshot, Method method, long seed, Progress progress) {
    MeasureId id = MeasureId.random();
    Particulars inputs =
        Particulars.none()
            .id("measure", id)
            .id("snapshot", snapshot)
            .token("method", method.name())
            .number("seed", seed);
    try (Act act = permit.begin(Step.MEASURE, model(method).named(inputs))) {
      Snapshot frozen = archive.snapshot(act, snapshot);
      MeasureCodec.Content content = measured(frozen, method, seed, progress);
      byte[] bytes = MeasureCodec.bytes(content);
      Archive.Named named = new Archive.Named(id, snapshot, permit.actor(), now());
      Measure measure = Archive.measure(named, content, Digest.of(bytes));
      archive.keep(act, measure, bytes);
      Shown shown = new Shown(List.of(measure), masked(withRoles(act, frozen)));
      act.done(
          Particulars.none()
              .digest("measure", measure.digest())
              .token("kernel", String.valueOf(measure.parameters().get("kernel"))));
      return shown;
    }
  }

  /** What measuring a snapshot comes to; the same for the same content, method and seed. */
  static MeasureCodec.Content measured(
      Snapshot frozen, Method method, long seed, Progress progress) {
    Csr graph = graph(frozen);
    return Kernels.run(
        progress,
        listener -> {
          Measuring.Computed computed = Measuring.compute(graph, method, seed, listener);
          Robustness robustness =
              new Ensemble(graph, method, seed).measure(computed.values(), listener);
          return new MeasureCodec.Content(
              frozen.digest(), method, seed, computed, robustness, method.card());
        });
  }

  static Csr graph(Snapshot frozen) {
    int nodes = frozen.legend().size();
    CsrBuilder builder =
        frozen.rule().directed()
            ? CsrBuilder.directed(nodes, CsrBuilder.Loops.DROP)
            : CsrBuilder.undirected(nodes, CsrBuilder.Loops.DROP);
    frozen.ties().forEach(tie -> builder.edge(tie.from(), tie.to(), tie.weight()));
    return builder.build().graph();
  }

  /** The measures taken of a snapshot, in the order of time. */
  public List<Measure> measures(Permit permit, SnapshotId snapshot) {
    return measuresMasked(permit, snapshot).measures();
  }

  /** As {@link #measures}, and whom they may not rank, in one act. */
  public Shown measuresMasked(Permit permit, SnapshotId snapshot) {
    try (Act act =
        permit.begin(
            Step.VIEW, Particulars.none().token("what", "measures").id("snapshot", snapshot))) {
      Set<Integer> masked = masked(withRoles(act, archive.snapshot(act, snapshot)));
      List<Measure> measures = archive.measures(act, snapshot);
      act.done(Particulars.none().number("measures", measures.size()));
      return new Shown(measures, masked);
    }
  }

  private static Set<Integer> masked(Snapshot snapshot) {
    return snapshot.legend().stream()
        .filter(NodeView::masked)
        .map(NodeView::index)
        .collect(Collectors.toSet());
  }

  private Instant now() {
    return NetworkStore.kept(clock.instant());
  }
}
