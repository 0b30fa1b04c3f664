package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.http.Views.AuthorityDetail;
import dev.sextant.app.http.Views.AuthorityForm;
import dev.sextant.app.http.Views.PrinciplesView;
import dev.sextant.authority.AuthorityFile;
import dev.sextant.authority.OralGrant;
import dev.sextant.authority.Urgent;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Leave by word of mouth: written down by the officer, written up by the applicant. */
@RestController
class UrgentHttp {
  private final House house;
  private final AuthorityForms forms;

  UrgentHttp(House house) {
    this.house = house;
    this.forms = new AuthorityForms(house);
  }

  /**
   * An oral grant.
   *
   * @param applicant the analyst who asked for it
   * @param danger why nobody could wait
   * @param words what was said
   * @param form what was granted; its principles may be empty
   */
  record OralForm(String applicant, String danger, String words, AuthorityForm form) {}

  /**
   * How it was granted orally, or nothing.
   *
   * @param officer who granted it
   * @param at when
   * @param danger why
   * @param words what was said
   * @param writeUpBy when it lapses unless written up; null once it is
   */
  record OralView(
      String officer, String at, String danger, String words, @Nullable String writeUpBy) {}

  @PostMapping("/api/cases/{caseId}/urgent")
  AuthorityDetail grant(ActorId caller, @PathVariable String caseId, @RequestBody OralForm oral) {
    AuthorityId id =
        house
            .authority()
            .urgent()
            .grant(
                caller,
                new Urgent.Spoken(ActorId.parse(oral.applicant()), oral.danger(), oral.words()),
                forms.draft(CaseId.parse(caseId), oral.form()));
    return forms.detail(caller, newest(caller, id));
  }

  @PostMapping("/api/authorities/{id}/write-up")
  AuthorityDetail writeUp(
      ActorId caller, @PathVariable String id, @RequestBody PrinciplesView principles) {
    AuthorityId authority = AuthorityId.parse(id);
    house.authority().urgent().writeUp(caller, authority, AuthorityForms.principles(principles));
    return forms.detail(caller, newest(caller, authority));
  }

  @GetMapping("/api/authorities/{id}/oral")
  @Nullable OralView oral(ActorId caller, @PathVariable String id) {
    AuthorityFile file = newest(caller, AuthorityId.parse(id));
    OralGrant oral = file.document().oral();
    return oral == null
        ? null
        : new OralView(
            house.authority().people().actor(oral.officer()).name(),
            oral.at().toString(),
            oral.danger(),
            oral.words(),
            oral.granted() == null ? file.liveUntil().toString() : null);
  }

  private AuthorityFile newest(ActorId caller, AuthorityId id) {
    return house.authority().authorities().authority(caller, id).getFirst();
  }
}
