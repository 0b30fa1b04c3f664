package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.http.Views.AuthorityDetail;
import dev.sextant.app.http.Views.RenewalForm;
import dev.sextant.authority.Authorities;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import java.util.List;
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
   */
  record VersionView(String results, String liveUntil, String offence, AuthorityDetail detail) {}

  @GetMapping("/api/authorities/{id}/versions")
  List<VersionView> versions(ActorId caller, @PathVariable String id) {
    return authorities().authority(caller, AuthorityId.parse(id)).stream()
        .map(file ->
            new VersionView(
                file.document().results(),
                file.liveUntil().toString(),
                house.authority().offences().words(file.document().draft().basis().offence()),
                forms.detail(caller, file)))
        .toList();
  }

  /** Changes the draft of a further version together with its results so far. */
  @PutMapping("/api/authorities/{id}/renewal")
  AuthorityDetail amend(ActorId caller, @PathVariable String id, @RequestBody RenewalForm renewal) {
    AuthorityId authority = AuthorityId.parse(id);
    CaseId of =
        authorities().authority(caller, authority).getFirst().document().draft().caseId();
    authorities().amend(caller, authority, forms.draft(of, renewal.form()), renewal.results());
    return forms.detail(caller, authorities().authority(caller, authority).getFirst());
  }

  private Authorities authorities() {
    return house.authority().authorities();
  }
}
