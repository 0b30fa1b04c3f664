package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.http.DecisionsHttp.ChangeView;
import dev.sextant.app.http.DecisionsHttp.PossibleLine;
import dev.sextant.app.http.UrgentHttp.OralView;
import dev.sextant.app.http.Views.AuthorityDetail;
import dev.sextant.app.http.Views.RenewalForm;
import dev.sextant.authority.Authorities;
import dev.sextant.authority.AuthorityDocument;
import dev.sextant.authority.AuthorityFile;
import dev.sextant.authority.OralGrant;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** All versions of an authority, for comparing; and the draft of a further one. */
@RestController
class VersionsHttp {
  private final House house;
  private final AuthorityForms forms;

  VersionsHttp(House house) {
    this.house = house;
    this.forms = new AuthorityForms(house);
  }

  /**
   * One version.
   *
   * @param results what it says came of the version before; empty for the first
   * @param liveUntil when it stops by itself: its end, or an earlier review
   * @param offence the offence in words
   * @param detail the rest
   * @param possible what it makes possible, sentence by sentence
   * @param changes against the version before; empty for the first
   * @param similarity how like each principle is to the version before; empty until it is handed in
   * @param similarPercent from how many hundredths on a principle counts as copied
   * @param oral if leave was given by word of mouth
   */
  record VersionView(
      String results,
      String liveUntil,
      String offence,
      AuthorityDetail detail,
      List<PossibleLine> possible,
      List<ChangeView> changes,
      List<LikenessView> similarity,
      long similarPercent,
      @Nullable OralView oral) {}

  /** How like a principle is to that of the version before, 0 to 100. */
  record LikenessView(String principle, long percent) {}

  /** All versions, newest first, each with what whoever decides must see beside it. */
  @GetMapping("/api/authorities/{id}/dossier")
  List<VersionView> dossier(ActorId caller, @PathVariable String id) {
    AuthorityId authority = AuthorityId.parse(id);
    List<AuthorityFile> files = authorities().authority(caller, authority);
    List<VersionView> views = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      AuthorityFile before = i + 1 < files.size() ? files.get(i + 1) : null;
      views.add(view(caller, files.get(i), before));
    }
    return new Consultations(house).shown(caller, authority, "dossier", List.copyOf(views));
  }

  private VersionView view(ActorId caller, AuthorityFile file, @Nullable AuthorityFile before) {
    AuthorityDocument document = file.document();
    OralGrant oral = document.oral();
    return new VersionView(
        document.results(),
        file.liveUntil().toString(),
        house.authority().offences().words(document.draft().basis().offence()),
        forms.detail(caller, file),
        authorities().possible(caller, document.id(), document.version()).lines().stream()
            .map(line -> new PossibleLine(line.topic(), line.sentence()))
            .toList(),
        before == null ? List.of() : changes(caller, before.document(), document),
        file.similarity().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(one -> new LikenessView(one.getKey().name(), one.getValue()))
            .toList(),
        authorities().similarityThreshold(),
        oral == null
            ? null
            : new OralView(
                house.authority().people().actor(oral.officer()).name(),
                oral.at().toString(),
                oral.danger(),
                oral.words(),
                oral.granted() == null ? file.liveUntil().toString() : null));
  }

  private List<ChangeView> changes(
      ActorId caller, AuthorityDocument before, AuthorityDocument after) {
    return authorities()
        .diff(caller, after.id(), before.version(), after.version())
        .changes()
        .stream()
        .map(one -> new ChangeView(one.field(), one.direction().name(), one.before(), one.after()))
        .toList();
  }

  /** Changes the draft of a further version together with its results so far. */
  @PutMapping("/api/authorities/{id}/renewal")
  AuthorityDetail amend(ActorId caller, @PathVariable String id, @RequestBody RenewalForm renewal) {
    AuthorityId authority = AuthorityId.parse(id);
    CaseId of = authorities().authority(caller, authority).getFirst().document().draft().caseId();
    authorities()
        .amend(caller, authority, () -> forms.draft(of, renewal.form()), renewal.results());
    return forms.detail(caller, authorities().authority(caller, authority).getFirst());
  }

  private Authorities authorities() {
    return house.authority().authorities();
  }
}
