package dev.sextant.findings;

import dev.sextant.records.Note;
import dev.sextant.records.Written;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person wrote beside a cited record, copied into the finding together with the original
 * words that it is of; never in their place.
 *
 * @param id of the note
 * @param version that was copied, from 1
 * @param kind note or translation
 * @param language of the text, as BCP 47 has it; of a note it may be empty
 * @param text what was written
 * @param original the record's words that it is of; empty for a record without words
 * @param translator who translated, if that was not the writer; may be empty
 * @param tool by what the translation was made, if by any; may be empty
 * @param by the writer's name
 * @param at when it was written
 */
public record CitedNote(
    UUID id,
    int version,
    Written.Kind kind,
    String language,
    String text,
    String original,
    String translator,
    String tool,
    String by,
    Instant at) {
  /**
   * Copies a version that holds.
   *
   * @param note not one that takes the note back
   * @param by the writer's name
   */
  static CitedNote of(Note note, Written written, String by) {
    return new CitedNote(
        note.id(),
        note.version(),
        written.kind(),
        written.language(),
        written.text(),
        note.original(),
        written.translator(),
        written.tool(),
        by,
        note.at());
  }

  /** The same with other words. */
  public CitedNote with(String words, String stretch, String who, String what) {
    return new CitedNote(id, version, kind, language, words, stretch, who, what, by, at);
  }

  /** Whether it is a translation. */
  public boolean translation() {
    return kind == Written.Kind.TRANSLATION;
  }

  /** Whose work it is and how it was made, in a line for people. */
  public String line() {
    return (translation() ? "Translation into " + language : "Note")
        + ", version "
        + version
        + ", a person's work and no evidence; written by "
        + by
        + (translator.isEmpty() ? "" : "; translated by " + translator)
        + (tool.isEmpty() ? "" : "; made with " + tool);
  }

  Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", id.toString());
    json.put("version", version);
    json.put("kind", kind.name());
    json.put("language", language);
    json.put("text", text);
    json.put("original", original);
    json.put("translator", translator);
    json.put("tool", tool);
    json.put("by", by);
    json.put("at", at.toString());
    return json;
  }

  static CitedNote read(Fields f) {
    return new CitedNote(
        f.id("id"),
        Math.toIntExact(f.number("version")),
        f.one(Written.Kind.class, "kind"),
        f.text("language"),
        f.text("text"),
        f.text("original"),
        f.text("translator"),
        f.text("tool"),
        f.text("by"),
        f.instant("at"));
  }
}
