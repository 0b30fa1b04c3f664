package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.http.Views.AuthorityDetail;
import dev.sextant.app.http.Views.Reasons;
import dev.sextant.authority.Authorities;
import dev.sextant.authority.AuthorityFile;
import dev.sextant.authority.Voiding;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.ExhibitId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What whoever decides on an authority must see first, and what follows from voiding one. */
@RestController
class DecisionsHttp {
  private final House house;
  private final AuthorityForms forms;

  DecisionsHttp(House house) {
    this.house = house;
    this.forms = new AuthorityForms(house);
  }

  /** One change between two versions: WIDENS, NARROWS or CHANGES. */
  record ChangeView(String field, String direction, String before, String after) {}

  /** All changes between two versions. */
  record DiffView(int before, int after, boolean widens, List<ChangeView> changes) {}

  /** One sentence on what becomes possible. */
  record PossibleLine(String topic, String sentence) {}

  /**
   * How like a renewal's principles are to the version before.
   *
   * @param threshold from how many hundredths on a principle is flagged
   * @param percent by principle; empty for a first version
   * @param flagged the principles at or above the threshold
   */
  record SimilarityView(
      int version, int threshold, Map<String, Integer> percent, List<String> flagged) {}

  /** A release to be called back. */
  record RecallView(
      String disclosure,
      String at,
      String by,
      String bundle,
      String title,
      String recipient,
      String organisation,
      long leaf) {}

  /** What rests on an authority, by kind, and to whom it went. */
  record RecallPage(String state, Map<String, Long> resting, List<RecallView> recipients) {}

  private Authorities authorities() {
    return house.authority().authorities();
  }

  /** Every version, newest first. */
  @GetMapping("/api/authorities/{id}/versions")
  List<AuthorityDetail> versions(ActorId caller, @PathVariable String id) {
    AuthorityId authority = AuthorityId.parse(id);
    List<AuthorityDetail> all =
        authorities().authority(caller, authority).stream()
            .map(file -> forms.detail(caller, file))
            .toList();
    return new Consultations(house).shown(caller, authority, "versions", all);
  }

  @GetMapping("/api/authorities/{id}/diff")
  DiffView diff(
      ActorId caller, @PathVariable String id, @RequestParam int before, @RequestParam int after) {
    AuthorityId authority = AuthorityId.parse(id);
    var diff = authorities().diff(caller, authority, before, after);
    DiffView view =
        new DiffView(
            before,
            after,
            diff.widens(),
            diff.changes().stream()
                .map(c -> new ChangeView(c.field(), c.direction().name(), c.before(), c.after()))
                .toList());
    return new Consultations(house).shown(caller, authority, "diff", view);
  }

  @GetMapping("/api/authorities/{id}/possible")
  List<PossibleLine> possible(
      ActorId caller, @PathVariable String id, @RequestParam(required = false) Integer version) {
    AuthorityId authority = AuthorityId.parse(id);
    int of = version == null ? newest(caller, authority).document().version() : version;
    List<PossibleLine> lines =
        authorities().possible(caller, authority, of).lines().stream()
            .map(line -> new PossibleLine(line.topic(), line.sentence()))
            .toList();
    return new Consultations(house).shown(caller, authority, "possible", lines);
  }

  @GetMapping("/api/authorities/{id}/similarity")
  SimilarityView similarity(ActorId caller, @PathVariable String id) {
    AuthorityFile file = newest(caller, AuthorityId.parse(id));
    int threshold = authorities().similarityThreshold();
    Map<String, Integer> percent = new TreeMap<>();
    file.similarity().forEach((principle, value) -> percent.put(principle.name(), value));
    return new SimilarityView(
        file.document().version(),
        threshold,
        percent,
        percent.entrySet().stream()
            .filter(e -> e.getValue() >= threshold)
            .map(Map.Entry::getKey)
            .toList());
  }

  @GetMapping("/api/authorities/{id}/recall")
  RecallPage recall(ActorId caller, @PathVariable String id) {
    AuthorityId authority = AuthorityId.parse(id);
    Voiding voiding = house.authority().voiding();
    return new RecallPage(
        newest(caller, authority).state().name(),
        voiding.resting(caller, authority),
        voiding.recall(caller, authority).stream().map(this::view).toList());
  }

  /** Says that an exhibit was obtained unlawfully, and answers who must be told. */
  @PostMapping("/api/cases/{caseId}/exhibits/{exhibit}/taint")
  List<RecallView> taint(
      ActorId caller,
      @PathVariable String caseId,
      @PathVariable String exhibit,
      @RequestBody Reasons body) {
    CaseId of = CaseId.parse(caseId);
    ExhibitId tainted = ExhibitId.parse(exhibit);
    house.authority().voiding().taint(caller, of, tainted, body.reasons());
    return house.authority().voiding().recall(caller, of, tainted).stream()
        .map(this::view)
        .toList();
  }

  /** Says that an exhibit was obtained lawfully after all. */
  @PostMapping("/api/cases/{caseId}/exhibits/{exhibit}/clear-taint")
  void clear(
      ActorId caller,
      @PathVariable String caseId,
      @PathVariable String exhibit,
      @RequestBody Reasons body) {
    house
        .authority()
        .voiding()
        .clear(caller, CaseId.parse(caseId), ExhibitId.parse(exhibit), body.reasons());
  }

  private RecallView view(Voiding.Recall recall) {
    return new RecallView(
        recall.disclosure().toString(),
        recall.at().toString(),
        house.authority().people().actor(recall.by()).name(),
        recall.bundle().hex(),
        recall.title(),
        recall.recipient(),
        recall.organisation(),
        recall.leaf());
  }

  private AuthorityFile newest(ActorId caller, AuthorityId id) {
    return authorities().authority(caller, id).getFirst();
  }
}
