package dev.sextant.records;

import dev.sextant.authority.Act;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.custody.Acquisition;
import dev.sextant.custody.Custody;
import dev.sextant.custody.Exhibit;
import dev.sextant.helpdesk.ReturnLimits;
import dev.sextant.helpdesk.Returns;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReaderFault;
import dev.sextant.records.reader.Reading;
import dev.sextant.records.reader.Target;
import dev.sextant.records.reader.mapping.MappingProfile;
import dev.sextant.records.search.CaseIndexes;
import dev.sextant.records.search.IndexFeed;
import dev.sextant.records.store.Current;
import dev.sextant.records.store.Heard;
import dev.sextant.records.store.Privileges;
import dev.sextant.records.store.RecordStore;
import dev.sextant.records.store.ReturnScope;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Fault;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import java.io.IOException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Reads exhibits into records; the room's door is {@link Records}. */
final class Readings {
  private final Custody custody;
  private final Returns returns;
  private final Reading reading;
  private final Limits limits;
  private final RecordStore store;
  private final Privileges privileges;
  private final Indexing indexing;

  /**
   * @param ground what the room rests on
   * @param reading how readers are run
   * @param limits how much a reading may cost
   * @param kept where records are kept, and found
   */
  Readings(Records.Ground ground, Reading reading, Limits limits, Kept kept) {
    this.custody = ground.custody();
    this.returns = ground.returns();
    this.reading = reading;
    this.limits = limits;
    this.store = kept.store();
    this.privileges = kept.privileges();
    this.indexing = kept.indexing();
  }

  /** Where records are kept, and found. */
  record Kept(RecordStore store, Privileges privileges, Indexing indexing) {}

  ReadReport read(
      Permit permit,
      ExhibitId exhibit,
      Optional<ZoneId> zone,
      Optional<MappingProfile> profile,
      Progress progress) {
    Particulars inputs = Particulars.none().id("exhibit", exhibit);
    inputs = zone.isEmpty() ? inputs : inputs.token("zone", zone.get().getId());
    inputs = profile.isEmpty() ? inputs : inputs.token("profile", profile.get().id());
    try (Act act = permit.begin(Step.READ, inputs)) {
      Exhibit sealed = custody.exhibit(act, exhibit);
      Target file = Target.sealed(custody.sealedFile(act, exhibit), sealed.name());
      Target placed = zone.map(file::inZone).orElse(file);
      Target target = profile.map(placed::under).orElse(placed);
      Map<Selector, Set<String>> borneBy = new HashMap<>();
      ReadReport report = keep(act, sealed, target, progress, borneBy);
      try {
        indexing.index(act, progress);
      } finally {
        // What is stored is stored, even if the index must wait for the next search.
        act.done(outputs(report));
        // Last, since it may end every permit of the authority.
        act.sawHandles(borneBy);
      }
      return report;
    }
  }

  private ReadReport keep(
      Act act,
      Exhibit sealed,
      Target target,
      Progress progress,
      Map<Selector, Set<String>> borneBy) {
    UUID reading = UUID.randomUUID();
    Current current = new Current(reading, sealed.id(), 0, 0, 0);
    CaseIndexes.Sight sight = indexing.sight(act);
    Optional<IndexFeed> feed = indexing.feed(act, sight, current);
    try {
      ReturnScope scope =
          new ReturnScope(act.permit().scope(), privileges.check(act), limits(act, sealed));
      ReadReport report =
          store.keep(
              act,
              reading,
              sealed,
              staging -> {
                Consumer<StoredRecord> found =
                    feed.<Consumer<StoredRecord>>map(f -> f::add).orElse(r -> {});
                Intake intake =
                    new Intake(new Intake.Into(staging, sealed, found), act, scope, progress);
                Heard heard = read(target, intake);
                borneBy.putAll(intake.borneBy());
                return heard;
              });
      feed.filter(taken -> !repeated(report) && sight.equals(indexing.sight(act)))
          .ifPresent(taken -> indexing.commit(taken, sight, current));
      return report;
    } catch (Fault e) {
      act.failed(e.code());
      throw e;
    } finally {
      feed.ifPresent(IndexFeed::close);
    }
  }

  /* The first of two records of the same bytes stands, and only the store knows which that is. */
  private static boolean repeated(ReadReport report) {
    return report.notes().stream().anyMatch(note -> note.code().equals(RecordStore.REPEATED));
  }

  /* Whoever asks for a reading: a provider's return is judged by the request that it answers. */
  List<ReturnLimits> limits(Act act, Exhibit sealed) {
    Acquisition how = sealed.acquisition();
    return returns.limits(
        act.permit().caseId(), act.permit().authority(), sealed.id(), how.how(), how.request());
  }

  private Heard read(Target target, Intake intake) {
    try {
      Reading.Finished finished = reading.run(target, limits, intake);
      Optional<ReaderFault> stopped = finished.outcome().stopped();
      if (stopped.isPresent()) {
        throw stopped.get();
      }
      if (intake.stopped()) {
        // The child was quicker than whoever stopped it; nothing is stored yet.
        throw ReaderFault.stopped("exhibit");
      }
      return intake.heard(finished.outcome());
    } catch (IOException e) {
      throw new RecordFault.Starting(e);
    }
  }

  private static Particulars outputs(ReadReport report) {
    Counts counts = report.counts();
    return Particulars.none()
        .id("reading", report.id())
        .number("generation", report.generation())
        .token("reader", report.reader())
        .number("items", counts.items())
        .number("read", counts.read())
        .number("sealed", counts.sealed())
        .number("faults", counts.faults())
        .number("unknown", counts.unknown())
        .number("records", counts.records())
        .number("sealedRecords", counts.sealedRecords());
  }
}
