package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Purpose;
import dev.sextant.records.FilterDecision;
import dev.sextant.records.Record;
import dev.sextant.records.SealedItem;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.Selector;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was sealed off, for filter officers. */
@RestController
class FilterHttp {
  private final House house;
  private final PermitDesk desk;

  FilterHttp(House house, PermitDesk desk) {
    this.house = house;
    this.desk = desk;
  }

  /**
   * What waits.
   *
   * @param caseId in which case
   * @param caseName its name
   * @param authority under which authority it was sealed off
   * @param byReason how many by reason
   */
  record FilterWaiting(
      String caseId, String caseName, String authority, Map<String, Long> byReason) {}

  /**
   * What a filter permit is asked for with.
   *
   * @param authority whose over-production is looked at
   * @param purpose why
   */
  record FilterPermitBody(String authority, String purpose) {}

  /**
   * A filter permit.
   *
   * @param id to be sent with each request
   * @param authority whose over-production it opens
   * @param expires when it ends
   */
  record FilterPermitView(String id, String authority, String expires) {}

  /**
   * How many.
   *
   * @param reason why sealed off
   * @param kind of record
   * @param state what was decided
   * @param items how many
   */
  record FilterCountView(String reason, String kind, String state, long items) {}

  /**
   * An item.
   *
   * @param id its identifier
   * @param exhibit of which exhibit
   * @param reason why sealed off
   * @param kind of record
   * @param state what was decided
   * @param at when it happened, or null
   * @param who whom it names
   * @param words what it says; null once it was destroyed or given back
   */
  record FilterItemView(
      String id,
      String exhibit,
      String reason,
      String kind,
      String state,
      @Nullable String at,
      List<String> who,
      @Nullable String words) {}

  /**
   * A decision.
   *
   * @param items on which items
   * @param decision DESTROY, RETURN, NEW_PROCESS or RELEASE
   * @param authority to which authority released, or null
   */
  record FilterDecisionBody(List<String> items, String decision, @Nullable String authority) {}

  /**
   * On how many it was taken.
   *
   * @param decided how many
   */
  record FilterDecided(long decided) {}

  /**
   * An identifier whose words are privileged.
   *
   * @param selector as {@code type:value} or {@code type@platform:value}
   */
  record PrivilegeBody(String selector) {}

  /**
   * How many identifiers are privileged.
   *
   * @param privileged how many
   */
  record PrivilegeCount(int privileged) {}

  @GetMapping("/api/filter")
  List<FilterWaiting> waiting(ActorId caller) {
    return house.authority().filterDesk().waiting(caller).stream()
        .map(w ->
            new FilterWaiting(
                w.caseId().toString(), w.caseName(), w.authority().toString(), w.byReason()))
        .toList();
  }

  @PostMapping("/api/filter/permits")
  FilterPermitView ask(ActorId caller, @RequestBody FilterPermitBody body) {
    Permit permit =
        house
            .authority()
            .filterDesk()
            .permit(caller, AuthorityId.parse(body.authority()), new Purpose(body.purpose()));
    desk.keep(permit);
    return new FilterPermitView(
        permit.id().toString(), permit.authority().toString(), permit.expires().toString());
  }

  @GetMapping("/api/filter/counts")
  List<FilterCountView> counts(Permit permit) {
    return house.rooms().records().sealedOff(permit).stream()
        .map(c ->
            new FilterCountView(c.reason().name(), c.kind().name(), c.state().name(), c.items()))
        .toList();
  }

  @GetMapping("/api/filter/items")
  List<FilterItemView> items(
      Permit permit,
      @RequestParam(defaultValue = "0") long from,
      @RequestParam(defaultValue = "50") int size) {
    return house.rooms().records().sealedItems(permit, from, size).stream()
        .map(FilterHttp::view)
        .toList();
  }

  @PostMapping("/api/filter/decisions")
  FilterDecided decide(Permit permit, @RequestBody FilterDecisionBody body) {
    FilterDecision decision =
        SubjectsHttp.choice(FilterDecision.values(), "decision", body.decision());
    String under = body.authority();
    return new FilterDecided(
        house
            .rooms()
            .records()
            .decide(
                permit,
                body.items().stream().map(ConflictsHttp::uuid).toList(),
                decision,
                under == null ? Optional.empty() : Optional.of(AuthorityId.parse(under))));
  }

  @PostMapping("/api/privileges")
  PrivilegeCount privilege(Permit permit, @RequestBody PrivilegeBody body) {
    house.rooms().records().privilege(permit, Selector.parse(body.selector()));
    return new PrivilegeCount(house.rooms().records().privileged(permit));
  }

  @GetMapping("/api/privileges")
  PrivilegeCount privileged(Permit permit) {
    return new PrivilegeCount(house.rooms().records().privileged(permit));
  }

  /** Authorities in force in the same case, to which items may be released. */
  @GetMapping("/api/filter/{authority}/releasable")
  List<String> releasable(ActorId caller, @PathVariable String authority) {
    return house.authority().filterDesk().releasable(caller, AuthorityId.parse(authority)).stream()
        .map(Object::toString)
        .toList();
  }

  private static FilterItemView view(SealedItem item) {
    Record record = item.record();
    Instant at = record == null ? null : record.header().claimed().instant();
    return new FilterItemView(
        item.id().toString(),
        item.exhibit().toString(),
        item.reason().name(),
        item.kind().name(),
        item.state().name(),
        at == null ? null : at.toString(),
        record == null ? List.of() : record.accounts().stream().map(a -> a.shownAs()).toList(),
        record == null ? null : record.words());
  }
}
