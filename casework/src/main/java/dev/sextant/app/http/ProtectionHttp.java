package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.authority.Operations;
import dev.sextant.authority.Protection;
import dev.sextant.authority.Recycling;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.Selector;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Protected activity, handles that changed owner, alerts, and operations that people carry out. */
@RestController
class ProtectionHttp {
  private static final int MOST_ALERTS = 1000;

  private final House house;

  ProtectionHttp(House house) {
    this.house = house;
  }

  /** One selector and what is said of it. */
  record Said(String selector, String reasons) {}

  /** A selector that touches protected activity; who flagged it, and what was said since. */
  record FlaggedView(
      String selector,
      String flaggedBy,
      @Nullable String nexusBy,
      String nexus,
      @Nullable String removalProposedBy) {}

  /** A handle that turned up at another account: RECYCLED, KEPT or DROPPED. */
  record RecycledView(String selector, String found, String decision, @Nullable String by) {}

  /** An officer's decision on such a handle. */
  record HandleDecision(String selector, boolean same, String reasons) {}

  /** An alert. */
  record AlertView(
      String kind,
      String code,
      String caseId,
      String authority,
      @Nullable String actor,
      long counted,
      long allowed,
      long leaf,
      String at) {}

  /** A list of people whom nobody may work through. */
  record ProtectedListForm(String title, List<String> members) {}

  /** The identifier of what was made. */
  record Made(String id) {}

  /** What is planned of an operation with a persona. */
  record PlanForm(
      String ground, String handler, String plan, String constraints, String begins, String ends) {}

  /** A planned operation, and its outcome once it is reported. */
  record OperationView(String id, String by, String at, PlanForm plan, @Nullable String outcome) {}

  /** What came of an operation. */
  record Outcome(String outcome) {}

  private Protection protection() {
    return house.authority().protection();
  }

  @GetMapping("/api/authorities/{id}/protected")
  List<FlaggedView> flagged(ActorId caller, @PathVariable String id) {
    AuthorityId authority = AuthorityId.parse(id);
    List<FlaggedView> all =
        protection().flagged(caller, authority).stream()
            .map(f ->
                new FlaggedView(
                    f.selector().toString(),
                    flagger(f.by()),
                    name(f.nexusBy()),
                    f.nexus(),
                    name(f.removalBy())))
            .toList();
    return new Consultations(house).shown(caller, authority, "protected", all);
  }

  private String flagger(String by) {
    return by.equals("LEXICON")
        ? "the list of words"
        : house.authority().people().actor(ActorId.parse(by)).name();
  }

  @PostMapping("/api/authorities/{id}/protected/flag")
  List<FlaggedView> flag(ActorId caller, @PathVariable String id, @RequestBody Said said) {
    protection()
        .flag(caller, AuthorityId.parse(id), Selector.parse(said.selector()), said.reasons());
    return flagged(caller, id);
  }

  @PostMapping("/api/authorities/{id}/protected/nexus")
  List<FlaggedView> nexus(ActorId caller, @PathVariable String id, @RequestBody Said said) {
    protection()
        .signNexus(caller, AuthorityId.parse(id), Selector.parse(said.selector()), said.reasons());
    return flagged(caller, id);
  }

  @PostMapping("/api/authorities/{id}/protected/remove")
  List<FlaggedView> remove(ActorId caller, @PathVariable String id, @RequestBody Said said) {
    protection()
        .removeFlag(caller, AuthorityId.parse(id), Selector.parse(said.selector()), said.reasons());
    return flagged(caller, id);
  }

  @GetMapping("/api/authorities/{id}/handles")
  List<RecycledView> handles(ActorId caller, @PathVariable String id) {
    AuthorityId authority = AuthorityId.parse(id);
    List<RecycledView> all =
        house.authority().recycling().recycled(caller, authority).stream().map(this::view).toList();
    return new Consultations(house).shown(caller, authority, "handles", all);
  }

  private RecycledView view(Recycling.Recycled r) {
    return new RecycledView(r.selector().toString(), r.found(), r.decision(), name(r.by()));
  }

  @PostMapping("/api/authorities/{id}/handles")
  List<RecycledView> decide(
      ActorId caller, @PathVariable String id, @RequestBody HandleDecision decision) {
    house
        .authority()
        .recycling()
        .decide(
            caller,
            AuthorityId.parse(id),
            Selector.parse(decision.selector()),
            decision.same(),
            decision.reasons());
    return handles(caller, id);
  }

  @GetMapping("/api/alerts")
  List<AlertView> alerts(ActorId caller, @RequestParam(defaultValue = "200") int most) {
    return house.authority().alerts().all(caller, Math.clamp(most, 1, MOST_ALERTS)).stream()
        .map(a ->
            new AlertView(
                a.kind().name(),
                a.code(),
                a.caseId().toString(),
                a.authority().toString(),
                name(a.actor()),
                a.counted(),
                a.allowed(),
                a.leaf(),
                a.at().toString()))
        .toList();
  }

  @PostMapping("/api/protected-lists")
  Made protect(ActorId caller, @RequestBody ProtectedListForm form) {
    UUID id =
        house
            .authority()
            .overlap()
            .protect(
                caller,
                form.title(),
                form.members().stream().map(Selector::parse).collect(Collectors.toSet()));
    return new Made(id.toString());
  }

  @GetMapping("/api/authorities/{id}/operations")
  List<OperationView> operations(ActorId caller, @PathVariable String id) {
    return house.authority().operations().all(caller, AuthorityId.parse(id)).stream()
        .map(o ->
            new OperationView(
                o.id().toString(),
                String.valueOf(name(o.by())),
                o.at().toString(),
                new PlanForm(
                    o.plan().ground(),
                    o.plan().handler(),
                    o.plan().plan(),
                    o.plan().constraints(),
                    o.plan().begins().toString(),
                    o.plan().ends().toString()),
                o.outcome()))
        .toList();
  }

  @PostMapping("/api/authorities/{id}/operations")
  Made plan(ActorId caller, @PathVariable String id, @RequestBody PlanForm form) {
    Operations.Plan plan =
        new Operations.Plan(
            form.ground(),
            form.handler(),
            form.plan(),
            form.constraints(),
            time("begins", form.begins()),
            time("ends", form.ends()));
    UUID made = house.authority().operations().plan(caller, AuthorityId.parse(id), plan);
    return new Made(made.toString());
  }

  @PostMapping("/api/authorities/{id}/operations/{operation}/outcome")
  List<OperationView> report(
      ActorId caller,
      @PathVariable String id,
      @PathVariable String operation,
      @RequestBody Outcome outcome) {
    house
        .authority()
        .operations()
        .report(caller, AuthorityId.parse(id), UUID.fromString(operation), outcome.outcome());
    return operations(caller, id);
  }

  private static Instant time(String field, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new BadValue("SX-HTTP-TIME", field, text, "write it as 2026-01-31T00:00:00Z");
    }
  }

  private @Nullable String name(@Nullable ActorId id) {
    return id == null ? null : house.authority().people().actor(id).name();
  }
}
