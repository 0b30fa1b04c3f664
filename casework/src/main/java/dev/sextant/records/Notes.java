package dev.sextant.records;

import dev.sextant.authority.Act;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.records.store.NoteRows;
import dev.sextant.terms.Digest;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Notes and translations beside records, never over them. Whoever has a permit under the same
 * authority and may open the record sees them, and nobody else: what is sealed off, void or
 * destroyed takes its notes along. A later version takes an earlier one's place, and both stay.
 */
public final class Notes {
  private static final int MOST_REASON = 4_000;

  /** Beside one record; more are no help to anybody. */
  private static final int MOST_VERSIONS = 1_000;

  private final NoteRows rows;
  private final Opening opening;

  Notes(NoteRows rows, Opening opening) {
    this.rows = rows;
    this.opening = opening;
  }

  /**
   * Writes beside a record. The log names note, record and the sealed row by digest, no word of it.
   *
   * @throws RecordFault.NotFound if there is no such record within the scope
   * @throws RecordFault.BadNote {@code SX-RECORD-NOTE} if the stretch is none of the record's words
   */
  public Note write(Permit permit, Digest record, Written written) {
    UUID id = UUID.randomUUID();
    return done(
        permit,
        Particulars.none().id("note", id).digest("record", record),
        act -> appended(act, next(act, record, id, 0, written)));
  }

  /**
   * Writes a later version of a note.
   *
   * @param base the version that was in sight
   * @throws RecordFault.NotFound if there is no such note of this record within the scope
   * @throws RecordFault.BadNote {@code SX-RECORD-NOTE} if the kind is another; {@code
   *     SX-RECORD-NOTE-STATE} if another version was written meanwhile, or the note was taken back
   */
  public Note amend(Permit permit, Digest record, UUID id, int base, Written written) {
    return done(
        permit,
        Particulars.none().id("note", id).digest("record", record).number("base", base),
        act -> {
          NoteRows.Next next = next(act, record, id, base, written);
          Written before = standing(act, record, id, base).written();
          if (before != null && before.kind() != written.kind()) {
            throw new RecordFault.BadNote(
                "a note does not become a translation, nor a translation a note",
                "kind",
                written.kind().name(),
                "write another one");
          }
          return appended(act, next);
        });
  }

  /**
   * Takes a note back. Its versions stay, and are shown as taken back.
   *
   * @param base the version that was in sight
   * @param reason why, 1 to 4,000 characters
   * @throws RecordFault.NotFound if there is no such note of this record within the scope
   * @throws RecordFault.BadNote {@code SX-RECORD-NOTE} if the reason is missing or somebody else
   *     wrote the latest version; {@code SX-RECORD-NOTE-STATE} if that is not the one in sight
   */
  public Note withdraw(Permit permit, Digest record, UUID id, int base, String reason) {
    String why = reason.strip();
    if (why.isEmpty() || why.length() > MOST_REASON) {
      throw new RecordFault.BadNote(
          "taking back needs a reason",
          "reason",
          why.length() + " characters",
          "say why, in 1 to " + MOST_REASON + " characters");
    }
    return done(
        permit,
        Particulars.none()
            .id("note", id)
            .digest("record", record)
            .number("base", base)
            .token("what", "withdraw"),
        act -> {
          StoredRecord stored = opening.record(act, record);
          if (!standing(act, record, id, base).mine()) {
            throw new RecordFault.BadNote(
                "somebody else wrote its latest version",
                "note",
                id.toString(),
                "ask them to take it back, or write a later version that says what is wrong");
          }
          return appended(
              act, new NoteRows.Next(id, base, record, from(act, id, stored), null, "", why));
        });
  }

  /**
   * All versions of all notes beside a record: by note, the one first written first, and by number.
   * Looking is logged.
   *
   * @throws RecordFault.NotFound if there is no such record within the scope
   */
  public List<Note> of(Permit permit, Digest record) {
    Particulars inputs = Particulars.none().digest("record", record).token("what", "notes");
    try (Act act = permit.begin(Step.VIEW, inputs)) {
      try {
        opening.record(act, record);
        List<Note> all = rows.of(act, record);
        act.done(Particulars.none().number("versions", all.size()));
        return all;
      } catch (Fault e) {
        act.failed(e.code());
        throw e;
      }
    }
  }

  /**
   * The version of each note of a record that holds, within an act that is under way; those taken
   * back are not among them. The caller has opened the record within the same act.
   */
  public List<Note> standing(Act act, Digest record) {
    return latest(rows.of(act, record)).stream().filter(note -> !note.withdrawn()).toList();
  }

  /** The last version of each, in the order in which they were first written. */
  public static List<Note> latest(List<Note> all) {
    Map<UUID, Note> last = new LinkedHashMap<>();
    all.forEach(note -> last.put(note.id(), note));
    return new ArrayList<>(last.values());
  }

  private NoteRows.Next next(Act act, Digest record, UUID id, int base, Written written) {
    StoredRecord stored = opening.record(act, record);
    String original = written.of(stored.record().words());
    return new NoteRows.Next(id, base, record, from(act, id, stored), written, original, "");
  }

  private ExhibitId from(Act act, UUID id, StoredRecord stored) {
    return rows.exhibit(act, id).orElse(stored.exhibit());
  }

  private Note standing(Act act, Digest record, UUID id, int base) {
    Note latest =
        latest(rows.of(act, record)).stream()
            .filter(note -> note.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new RecordFault.NotFound("note", id.toString()));
    if (latest.version() != base || latest.withdrawn()) {
      throw RecordFault.BadNote.overtaken(id, base);
    }
    return latest;
  }

  private NoteRows.Appended appended(Act act, NoteRows.Next next) {
    if (rows.count(act, next.record()) >= MOST_VERSIONS) {
      throw new RecordFault.BadNote(
          "so much is written beside this record already",
          "record",
          next.record().hex(),
          "at most " + MOST_VERSIONS + " versions: write the rest into a finding");
    }
    return rows.append(act, next)
        .orElseThrow(() -> RecordFault.BadNote.overtaken(next.id(), next.base()));
  }

  private static Note done(
      Permit permit, Particulars inputs, Function<Act, NoteRows.Appended> deed) {
    try (Act act = permit.begin(Step.NOTE, inputs)) {
      try {
        NoteRows.Appended made = deed.apply(act);
        act.done(
            Particulars.none()
                .number("version", made.note().version())
                .digest("output", made.row()));
        return made.note();
      } catch (Fault e) {
        act.failed(e.code());
        throw e;
      }
    }
  }
}
