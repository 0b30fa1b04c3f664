package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.http.Views.AuthorityDetail;
import dev.sextant.app.http.Views.AuthorityForm;
import dev.sextant.app.http.Views.PrinciplesView;
import dev.sextant.authority.AuthorityDraft;
import dev.sextant.authority.Urgent;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Leave by word of mouth: written down by the officer who gave it, written up by the applicant. */
@RestController
class UrgentHttp {
  private final House house;
  private final AuthorityForms forms;

  UrgentHttp(House house) {
    this.house = house;
    this.forms = new AuthorityForms(house);
  }

  /**
   * What an officer writes down of leave given by word of mouth.
   *
   * @param applicant the analyst who asked, and who must write it up
   * @param danger why nobody could wait
   * @param words what was said
   * @param form what was granted; its six principles may be empty
   */
  record OralForm(String applicant, String danger, String words, AuthorityForm form) {}

  @PostMapping("/api/cases/{caseId}/authorities/oral")
  AuthorityDetail grant(
      ActorId caller, @PathVariable String caseId, @RequestBody OralForm oral) {
    AuthorityDraft draft = forms.draft(CaseId.parse(caseId), oral.form());
    Urgent.Spoken spoken =
        new Urgent.Spoken(ActorId.parse(oral.applicant()), oral.danger(), oral.words());
    return detail(caller, house.authority().urgent().grant(caller, spoken, draft));
  }

  /** Hands in the six principles of what was granted orally; they are signed as they are given. */
  @PostMapping("/api/authorities/{id}/write-up")
  AuthorityDetail writeUp(
      ActorId caller, @PathVariable String id, @RequestBody PrinciplesView principles) {
    AuthorityId authority = AuthorityId.parse(id);
    house.authority().urgent().writeUp(caller, authority, AuthorityForms.principles(principles));
    return detail(caller, authority);
  }

  private AuthorityDetail detail(ActorId caller, AuthorityId id) {
    return forms.detail(
        caller, house.authority().authorities().authority(caller, id).getFirst());
  }
}
