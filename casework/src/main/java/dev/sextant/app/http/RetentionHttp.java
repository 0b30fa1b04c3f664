package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.flow.RetentionRun;
import dev.sextant.authority.Destruction;
import dev.sextant.authority.Hold;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Role;
import dev.sextant.authority.Thing;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.CaseId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Duties to keep, and destruction by schedule and by order. */
@RestController
class RetentionHttp {
  private final House house;

  RetentionHttp(House house) {
    this.house = house;
  }

  /**
   * A thing to be held.
   *
   * @param kind LEGAL or EXCULPATORY
   * @param thing EXHIBIT, PERSON, AUTHORITY or CASE
   * @param id its identifier
   * @param reasons why
   */
  record HoldBody(String kind, String thing, String id, String reasons) {}

  /**
   * A thing to be destroyed before its time.
   *
   * @param thing EXHIBIT, PERSON or AUTHORITY
   * @param id its identifier
   * @param reasons who ordered it and why
   */
  record DestructionBody(String thing, String id, String reasons) {}

  /**
   * Why a hold is to be lifted.
   *
   * @param reasons in words
   */
  record LiftBody(String reasons) {}

  /**
   * A hold.
   *
   * @param id its identifier
   * @param kind LEGAL or EXCULPATORY
   * @param thing of what kind of thing
   * @param of the thing's identifier
   * @param placedBy by name
   * @param placedAt when
   * @param reasons why
   * @param confirmedBy by name, or null
   * @param liftAskedBy by name, or null
   * @param liftedBy by name, or null
   * @param liftedAt or null
   * @param binds whether it binds
   */
  record HoldView(
      String id,
      String kind,
      String thing,
      String of,
      String placedBy,
      String placedAt,
      String reasons,
      @Nullable String confirmedBy,
      @Nullable String liftAskedBy,
      @Nullable String liftedBy,
      @Nullable String liftedAt,
      boolean binds) {}

  /**
   * An attempt to destroy what is held.
   *
   * @param thing of what kind of thing
   * @param of the thing's identifier
   * @param by by name; the schedule where nobody
   * @param at when
   * @param code refused with
   * @param leaf in the log
   */
  record AttemptView(String thing, String of, String by, String at, String code, long leaf) {}

  /**
   * A destruction.
   *
   * @param id its identifier
   * @param caseId in which case
   * @param thing of what kind of thing
   * @param of the thing's identifier
   * @param cause SCHEDULE or ORDER
   * @param dueAt not before
   * @param proposedBy by name; the schedule where nobody
   * @param reasons why
   * @param firstBy by name, or null
   * @param secondBy by name, or null
   * @param doneAt or null
   */
  record DestructionView(
      String id,
      String caseId,
      String thing,
      String of,
      String cause,
      String dueAt,
      String proposedBy,
      String reasons,
      @Nullable String firstBy,
      @Nullable String secondBy,
      @Nullable String doneAt) {}

  /**
   * What a run of the schedule did.
   *
   * @param persons how many persons' rows went
   * @param proposed how many destructions it proposed
   * @param destroyed how many confirmed ones it did
   * @param held how many it left because of a hold
   */
  record RunView(int persons, int proposed, int destroyed, int held) {}

  @GetMapping("/api/cases/{id}/holds")
  List<HoldView> holds(ActorId caller, @PathVariable String id) {
    return house.authority().holds().holds(caller, CaseId.parse(id)).stream()
        .map(this::view)
        .toList();
  }

  @PostMapping("/api/cases/{id}/holds")
  HoldView place(ActorId caller, @PathVariable String id, @RequestBody HoldBody body) {
    Hold.Kind kind = SubjectsHttp.choice(Hold.Kind.values(), "kind", body.kind());
    Thing thing = thing(body.thing(), body.id());
    return view(
        house.authority().holds().place(caller, CaseId.parse(id), kind, thing, body.reasons()));
  }

  private static Thing thing(String kind, String id) {
    return new Thing(
        SubjectsHttp.choice(Thing.Kind.values(), "thing", kind), ConflictsHttp.uuid(id));
  }

  @PostMapping("/api/holds/{id}/confirm")
  HoldView confirmHold(ActorId caller, @PathVariable String id) {
    return view(house.authority().holds().confirm(caller, ConflictsHttp.uuid(id)));
  }

  @PostMapping("/api/holds/{id}/ask-lift")
  HoldView askLift(ActorId caller, @PathVariable String id, @RequestBody LiftBody body) {
    return view(house.authority().holds().askLift(caller, ConflictsHttp.uuid(id), body.reasons()));
  }

  @PostMapping("/api/holds/{id}/lift")
  HoldView lift(ActorId caller, @PathVariable String id) {
    return view(house.authority().holds().lift(caller, ConflictsHttp.uuid(id)));
  }

  @GetMapping("/api/cases/{id}/holds/attempts")
  List<AttemptView> attempts(ActorId caller, @PathVariable String id) {
    return house.authority().holds().attempts(caller, CaseId.parse(id)).stream()
        .map(a ->
            new AttemptView(
                a.thing().kind().name(),
                a.thing().id().toString(),
                schedule(a.by()),
                a.at().toString(),
                a.code(),
                a.leaf()))
        .toList();
  }

  @GetMapping("/api/retention")
  List<DestructionView> destructions(ActorId caller) {
    return house.authority().retention().list(caller).stream().map(this::view).toList();
  }

  @PostMapping("/api/cases/{id}/destructions")
  DestructionView order(
      ActorId caller, @PathVariable String id, @RequestBody DestructionBody body) {
    Thing thing = thing(body.thing(), body.id());
    return view(
        house.authority().retention().order(caller, CaseId.parse(id), thing, body.reasons()));
  }

  /** The second person's confirmation is followed by the deed. */
  @PostMapping("/api/retention/{id}/confirm")
  DestructionView confirm(ActorId caller, @PathVariable String id) {
    Destruction confirmed = house.authority().retention().confirm(caller, ConflictsHttp.uuid(id));
    if (confirmed.confirmed()) {
      RetentionRun.of(house).run();
    }
    return view(house.authority().retention().one(confirmed.id()));
  }

  @PostMapping("/api/retention/run")
  RunView run(ActorId caller) {
    house
        .authority()
        .houseDeeds()
        .run(
            "RUN_RETENTION",
            caller,
            Set.of(Role.AUTHORISING_OFFICER, Role.OVERSEER),
            Particulars.none(),
            deed -> caller);
    RetentionRun.Report report = RetentionRun.of(house).run();
    return new RunView(
        report.persons().size(),
        report.proposed().size(),
        report.destroyed().size(),
        report.held().size());
  }

  private HoldView view(Hold h) {
    Instant lifted = h.liftedAt();
    return new HoldView(
        h.id().toString(),
        h.kind().name(),
        h.thing().kind().name(),
        h.thing().id().toString(),
        schedule(h.placedBy()),
        h.placedAt().toString(),
        h.reasons(),
        name(h.confirmedBy()),
        name(h.liftBy()),
        name(h.liftedBy()),
        lifted == null ? null : lifted.toString(),
        h.binds());
  }

  private DestructionView view(Destruction d) {
    Instant done = d.doneAt();
    return new DestructionView(
        d.id().toString(),
        d.caseId().toString(),
        d.thing().kind().name(),
        d.thing().id().toString(),
        d.cause().name(),
        d.dueAt().toString(),
        schedule(d.proposedBy()),
        d.reasons(),
        name(d.firstBy()),
        name(d.secondBy()),
        done == null ? null : done.toString());
  }

  private String schedule(@Nullable ActorId id) {
    String name = name(id);
    return name == null ? "the schedule" : name;
  }

  private @Nullable String name(@Nullable ActorId id) {
    return id == null ? null : house.authority().people().actor(id).name();
  }
}
