package dev.sextant.records;

import dev.sextant.authority.Act;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.authority.Verdict;
import dev.sextant.custody.Custody;
import dev.sextant.custody.Exhibit;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadOutcome;
import dev.sextant.records.reader.ReaderFault;
import dev.sextant.records.reader.Reading;
import dev.sextant.records.reader.Target;
import dev.sextant.records.reader.mapping.BadProfile;
import dev.sextant.records.reader.mapping.MappingProfile;
import dev.sextant.records.reader.mapping.Profiles;
import dev.sextant.records.reader.mapping.TableSurvey;
import dev.sextant.records.reader.mapping.Trial;
import dev.sextant.records.store.MappingRows;
import dev.sextant.records.store.ReturnScope;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tables whose columns people map. Whoever maps sees the names of the columns and the shapes of
 * cells, since nobody knows yet which row lies within the authority; of what a profile makes of the
 * rows he sees the records within the scope, as in a reading.
 */
public final class Mappings {
  /** A look and a trial answer a person who waits. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final int RECORDS_SHOWN = 20;
  private static final int PROBLEMS_SHOWN = 200;

  private final Ground ground;

  /** The scope by which a trial's records are judged. */
  interface Scopes {
    /** As a reading of that exhibit would be judged. */
    ReturnScope of(Act act, Exhibit sealed);
  }

  /** What it rests on. */
  record Ground(MappingRows rows, Custody custody, Reading reading, Limits limits, Scopes scopes) {}

  Mappings(Ground ground) {
    this.ground = ground;
  }

  /**
   * What a trial came to.
   *
   * @param outcome counts and notes; what stopped it, if anything did
   * @param records the first records within the scope
   * @param sealed how many records lie outside it
   * @param problems what is wrong in which row
   * @param beyond how many problems there are beyond those
   */
  public record Tried(
      ReadOutcome outcome,
      List<Record> records,
      long sealed,
      List<Trial.Problem> problems,
      long beyond) {
    /** Copies. */
    public Tried {
      records = List.copyOf(records);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Looks at the tables of an exhibit: columns, shapes of the first rows, what the columns could
   * be.
   *
   * @param profile says how the tables lie; empty to find out
   */
  public TableSurvey survey(Permit permit, ExhibitId exhibit, Optional<MappingProfile> profile) {
    Particulars inputs = Particulars.none().id("exhibit", exhibit).token("what", "columns");
    try (Act act = permit.begin(Step.VIEW, inputs)) {
      Target file = file(act, exhibit);
      Trial look = new Trial(0, 0);
      run(act, profile.map(file::under).orElse(file).surveyed(), look);
      TableSurvey shapes = shapes(look.survey());
      act.done(Particulars.none().number("tables", shapes.tables().size()));
      return shapes;
    }
  }

  /* Letters and digits by their kind: enough to see what a column holds, and nothing of whom. */
  private static TableSurvey shapes(TableSurvey seen) {
    List<TableSurvey.Seen> tables = new ArrayList<>();
    for (TableSurvey.Seen table : seen.tables()) {
      List<List<String>> rows = new ArrayList<>();
      for (List<String> row : table.rows()) {
        List<String> masked = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
          masked.add(i == 0 ? row.get(i) : shape(row.get(i)));
        }
        rows.add(masked);
      }
      tables.add(
          new TableSurvey.Seen(
              table.part(),
              table.sheet(),
              table.kind(),
              table.charset(),
              table.separator(),
              table.columns(),
              rows,
              table.guess()));
    }
    return new TableSurvey(tables);
  }

  /** The shape of a cell: 9 for a digit, A and a for letters, marks as they are. */
  static String shape(String cell) {
    StringBuilder out = new StringBuilder();
    cell.codePoints()
        .limit(60)
        .forEach(c -> {
          if (Character.isDigit(c)) {
            out.append('9');
          } else if (Character.isLetter(c)) {
            out.append(Character.isUpperCase(c) ? 'A' : 'a');
          } else {
            out.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
          }
        });
    return out.toString();
  }

  /** Reads an exhibit under a profile and keeps nothing. */
  public Tried tryOut(Permit permit, ExhibitId exhibit, MappingProfile profile) {
    Particulars inputs =
        Particulars.none()
            .id("exhibit", exhibit)
            .token("what", "mapping")
            .token("profile", profile.id());
    try (Act act = permit.begin(Step.VIEW, inputs)) {
      Exhibit sealed = ground.custody().exhibit(act, exhibit);
      ReturnScope scope = ground.scopes().of(act, sealed);
      Scoped trial = new Scoped(scope);
      ReadOutcome outcome = run(act, file(act, exhibit).under(profile), trial);
      act.done(
          Particulars.none()
              .number("items", outcome.tally().items())
              .number("sealedRecords", trial.sealed));
      return new Tried(outcome, trial.records(), trial.sealed, trial.problems(), trial.beyond());
    }
  }

  /** Lets through what lies within the scope; of the rest not even the problems are told. */
  private static final class Scoped extends Trial {
    private final ReturnScope scope;
    private long sealed;

    Scoped(ReturnScope scope) {
      super(RECORDS_SHOWN, PROBLEMS_SHOWN);
      this.scope = scope;
    }

    @Override
    public void records(List<? extends Record> read) {
      List<Record> inside = new ArrayList<>();
      for (Record record : read) {
        if (scope.verdict(record) == Verdict.IN_SCOPE) {
          inside.add(record);
        } else {
          sealed++;
        }
      }
      super.records(inside);
    }
  }

  private Target file(Act act, ExhibitId exhibit) {
    Exhibit sealed = ground.custody().exhibit(act, exhibit);
    return Target.sealed(ground.custody().sealedFile(act, exhibit), sealed.name());
  }

  private ReadOutcome run(Act act, Target target, Trial trial) {
    try {
      Reading.Finished finished =
          ground.reading().run(target, ground.limits().withWallTime(PATIENCE), trial);
      Optional<ReaderFault> stopped = finished.outcome().stopped();
      if (stopped.isPresent()) {
        throw stopped.get();
      }
      return finished.outcome();
    } catch (IOException e) {
      throw new RecordFault.Starting(e);
    } catch (Fault e) {
      act.failed(e.code());
      throw e;
    }
  }

  /** The profiles that ship with the program. */
  public List<MappingProfile> shipped() {
    return Profiles.shipped().all();
  }

  /** The latest version of each profile kept for the case. */
  public List<MappingProfile> kept(Permit permit) {
    try (Act act = permit.begin(Step.VIEW, Particulars.none().token("what", "mappings"))) {
      List<MappingProfile> all = ground.rows().latest(act, ground.custody().cipher(act));
      act.done(Particulars.none().number("profiles", all.size()));
      return all;
    }
  }

  /**
   * The profile of that name, kept for the case or shipped.
   *
   * @throws BadProfile if there is none
   */
  public MappingProfile named(Permit permit, String name) {
    return kept(permit).stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .or(() -> Profiles.shipped().named(name))
        .orElseThrow(() ->
            new BadProfile("no such profile", "profile", name, "map the columns and keep it"));
  }

  /**
   * Keeps a profile for the case. One kept before under its name stays; this one counts its version
   * up, unless it is the same.
   *
   * @return the profile as kept
   */
  public MappingProfile keep(Permit permit, MappingProfile profile) {
    Particulars inputs = Particulars.none().token("profile", profile.id());
    try (Act act = permit.begin(Step.MAP, inputs)) {
      Optional<MappingProfile> before =
          ground.rows().latest(act, ground.custody().cipher(act), profile.name());
      MappingProfile kept = profile;
      if (before.isPresent() && before.get().version() >= profile.version()) {
        kept = profile.versioned(before.get().version());
        if (!kept.digest().equals(before.get().digest())) {
          kept = profile.versioned(before.get().version() + 1);
        }
      }
      boolean same = before.isPresent() && before.get().digest().equals(kept.digest());
      if (!same) {
        ground.rows().keep(act, ground.custody().cipher(act), kept);
      }
      act.done(Particulars.none().token("kept", kept.id()));
      return kept;
    }
  }
}
