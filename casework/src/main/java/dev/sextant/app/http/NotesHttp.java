package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.authority.Permit;
import dev.sextant.records.Note;
import dev.sextant.records.Notes;
import dev.sextant.records.Written;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.Digest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Notes and translations that people write beside records. */
@RestController
class NotesHttp {
  private final House house;

  NotesHttp(House house) {
    this.house = house;
  }

  /**
   * What is to be written.
   *
   * @param kind NOTE or TRANSLATION
   * @param text what is written
   * @param language of the text, as BCP 47 has it; empty if a note says none
   * @param from first character of the record's words that it is of, in UTF-16 units
   * @param to after the last; 0 with {@code from} 0 for the record as a whole
   * @param translator who translated, if that is not whoever writes; may be empty
   * @param tool by what the translation was made, if by any; may be empty
   * @param base the version in sight that this takes the place of; 0 for a new one
   */
  record NoteDraft(
      String kind,
      String text,
      String language,
      int from,
      int to,
      String translator,
      String tool,
      int base) {
    Written written() {
      Written.Kind of = FindingsHttp.choice(Written.Kind.values(), "kind", kind);
      return new Written(of, text, language, from, to, translator, tool);
    }
  }

  /** Which version is taken back, and why. */
  record NoteWithdrawal(int base, String reason) {}

  /**
   * One version of a note; of its taking back only number, writer, moment and reason are there.
   *
   * @param original the record's words that it is of, as they were read when it was written
   */
  record NoteVersionView(
      int version,
      boolean withdrawn,
      String text,
      String language,
      int from,
      int to,
      String original,
      String translator,
      String tool,
      String reason,
      String by,
      boolean mine,
      String at) {}

  /** A note with all its versions, the latest last. */
  record NoteView(String id, String kind, List<NoteVersionView> versions) {}

  private Notes notes() {
    return house.rooms().records().notes();
  }

  /** What is written beside a record. */
  @GetMapping("/api/records/{id}/notes")
  List<NoteView> all(Permit permit, @PathVariable String id) {
    return view(notes().of(permit, new Digest(id)));
  }

  @PostMapping("/api/records/{id}/notes")
  List<NoteView> write(Permit permit, @PathVariable String id, @RequestBody NoteDraft draft) {
    notes().write(permit, new Digest(id), draft.written());
    return all(permit, id);
  }

  @PostMapping("/api/records/{id}/notes/{note}/versions")
  List<NoteView> amend(
      Permit permit,
      @PathVariable String id,
      @PathVariable String note,
      @RequestBody NoteDraft draft) {
    notes().amend(permit, new Digest(id), uuid(note), draft.base(), draft.written());
    return all(permit, id);
  }

  @PostMapping("/api/records/{id}/notes/{note}/withdraw")
  List<NoteView> withdraw(
      Permit permit,
      @PathVariable String id,
      @PathVariable String note,
      @RequestBody NoteWithdrawal body) {
    notes().withdraw(permit, new Digest(id), uuid(note), body.base(), body.reason());
    return all(permit, id);
  }

  static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new BadValue("SX-HTTP-ID", "note", id, "take the id from the record's notes");
    }
  }

  private List<NoteView> view(List<Note> versions) {
    Map<UUID, List<Note>> byNote = new LinkedHashMap<>();
    versions.forEach(one -> byNote.computeIfAbsent(one.id(), id -> new ArrayList<>()).add(one));
    List<NoteView> all = new ArrayList<>();
    byNote.forEach((id, of) -> {
      Written first = of.getFirst().written();
      all.add(
          new NoteView(
              id.toString(),
              first == null ? "" : first.kind().name(),
              of.stream().map(this::view).toList()));
    });
    return all;
  }

  private NoteVersionView view(Note note) {
    @Nullable Written w = note.written();
    return new NoteVersionView(
        note.version(),
        note.withdrawn(),
        w == null ? "" : w.text(),
        w == null ? "" : w.language(),
        w == null ? 0 : w.from(),
        w == null ? 0 : w.to(),
        note.original(),
        w == null ? "" : w.translator(),
        w == null ? "" : w.tool(),
        note.reason(),
        house.authority().people().actor(note.by()).name(),
        note.mine(),
        note.at().toString());
  }
}
