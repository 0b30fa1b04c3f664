package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.authority.Conflicts;
import dev.sextant.authority.Relation;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.CaseId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Conflicts of interest: declared by everybody, looked into by the integrity unit. */
@RestController
class ConflictsHttp {
  private final House house;

  ConflictsHttp(House house) {
    this.house = house;
  }

  /**
   * Whom the caller must not look at.
   *
   * @param relation SELF, FAMILY, PARTNER, COLLEAGUE, NEIGHBOUR or OTHER
   * @param value a number, address, handle or full name; kept as a keyed hash only
   */
  record ConflictBody(String relation, String value) {}

  /**
   * A declaration; what was declared cannot be read back.
   *
   * @param id its identifier
   * @param person who declared it
   * @param relation to whom
   * @param declaredAt when
   * @param withdrawnAt or null
   */
  record ConflictView(
      String id, String person, String relation, String declaredAt, @Nullable String withdrawnAt) {}

  /**
   * A blocked step.
   *
   * @param id its identifier
   * @param person who asked for it
   * @param relation to whom
   * @param caseId or null
   * @param step which step
   * @param at when
   * @param seenBy who looked into it, or null
   * @param seenAt or null
   * @param note what came of it
   */
  record ConflictHitView(
      String id,
      String person,
      String relation,
      @Nullable String caseId,
      String step,
      String at,
      @Nullable String seenBy,
      @Nullable String seenAt,
      String note) {}

  /**
   * What came of a blocked step.
   *
   * @param note in words
   */
  record ConflictNote(String note) {}

  private Conflicts conflicts() {
    return house.authority().conflicts();
  }

  @GetMapping("/api/conflicts/mine")
  List<ConflictView> mine(ActorId caller) {
    return conflicts().mine(caller).stream().map(this::view).toList();
  }

  @PostMapping("/api/conflicts")
  ConflictView declare(ActorId caller, @RequestBody ConflictBody body) {
    Relation relation = SubjectsHttp.choice(Relation.values(), "relation", body.relation());
    return view(conflicts().declare(caller, relation, body.value()));
  }

  @GetMapping("/api/conflicts")
  List<ConflictView> all(ActorId caller) {
    return conflicts().all(caller).stream().map(this::view).toList();
  }

  @PostMapping("/api/conflicts/{id}/withdraw")
  void withdraw(ActorId caller, @PathVariable String id) {
    conflicts().withdraw(caller, uuid(id));
  }

  @GetMapping("/api/conflicts/hits")
  List<ConflictHitView> hits(ActorId caller) {
    return conflicts().hits(caller).stream().map(this::view).toList();
  }

  @PostMapping("/api/conflicts/hits/{id}/seen")
  void seen(ActorId caller, @PathVariable String id, @RequestBody ConflictNote body) {
    conflicts().see(caller, uuid(id), body.note());
  }

  static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new BadValue("SX-HTTP-ID", "id", text, "take an id from the list");
    }
  }

  private ConflictView view(Conflicts.Declared d) {
    Instant withdrawn = d.withdrawn();
    return new ConflictView(
        d.id().toString(),
        name(d.actor()),
        d.relation().name(),
        d.declared().toString(),
        withdrawn == null ? null : withdrawn.toString());
  }

  private ConflictHitView view(Conflicts.Hit h) {
    CaseId of = h.caseId();
    ActorId seen = h.seenBy();
    Instant at = h.seenAt();
    return new ConflictHitView(
        h.id().toString(),
        name(h.actor()),
        h.relation().name(),
        of == null ? null : of.toString(),
        h.step(),
        h.at().toString(),
        seen == null ? null : name(seen),
        at == null ? null : at.toString(),
        h.note());
  }

  private String name(ActorId id) {
    return house.authority().people().actor(id).name();
  }
}
