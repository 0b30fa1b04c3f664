package dev.sextant.app.flow;

import dev.sextant.app.House;
import dev.sextant.authority.Destruction;
import dev.sextant.authority.Refused;
import dev.sextant.authority.Retention;
import dev.sextant.authority.Retention.PurgedPerson;
import dev.sextant.custody.Custody;
import dev.sextant.identity.Identity;
import dev.sextant.records.Records;
import dev.sextant.terms.DisclosureId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One run of the schedule: persons whose time is over go, authorities whose retention is over are
 * proposed, and what two people confirmed is destroyed, in the database and on disk. Running it
 * twice does nothing twice; a run that a crash cut short is finished by the next.
 */
public final class RetentionRun {
  private final Retention retention;
  private final Custody custody;
  private final Records records;
  private final Identity identity;
  private final Consumer<List<DisclosureId>> bundles;

  /**
   * @param retention what is due, and what was confirmed
   * @param custody removes sealed files
   * @param records removes search indexes
   * @param identity forgets what it gathered from records
   * @param bundles removes the bundles of disclosures
   */
  public RetentionRun(
      Retention retention,
      Custody custody,
      Records records,
      Identity identity,
      Consumer<List<DisclosureId>> bundles) {
    this.retention = retention;
    this.custody = custody;
    this.records = records;
    this.identity = identity;
    this.bundles = bundles;
  }

  /** The run of a house. */
  public static RetentionRun of(House house) {
    return new RetentionRun(
        house.authority().retention(),
        house.rooms().custody(),
        house.rooms().records(),
        house.rooms().identity(),
        house.rooms().disclosures()::clear);
  }

  /**
   * What a run did.
   *
   * @param persons whose rows were destroyed
   * @param proposed what now waits for two people
   * @param destroyed what two people had confirmed
   * @param held what was confirmed and is held meanwhile
   */
  public record Report(
      List<PurgedPerson> persons,
      List<Destruction> proposed,
      List<Destruction> destroyed,
      List<Destruction> held) {}

  /** Runs it. */
  public Report run() {
    retention.uncleared().forEach(this::clear);
    List<PurgedPerson> persons = retention.purgePersons();
    List<Destruction> proposed = retention.propose();
    List<Destruction> destroyed = new ArrayList<>();
    List<Destruction> held = new ArrayList<>();
    for (Destruction ready : retention.ready()) {
      try {
        Destruction done = retention.destroy(ready.id());
        clear(done);
        destroyed.add(done);
      } catch (Refused.Leave e) {
        // Logged with its code; the others are done all the same, and the report names this one.
        held.add(ready);
      }
    }
    return new Report(persons, proposed, destroyed, held);
  }

  private void clear(Destruction done) {
    custody.clear(done.caseId(), done.files());
    records.forget(done.caseId());
    identity.forget(done.caseId());
    bundles.accept(done.bundles().stream().map(DisclosureId::parse).toList());
    retention.cleared(done.id());
  }
}
