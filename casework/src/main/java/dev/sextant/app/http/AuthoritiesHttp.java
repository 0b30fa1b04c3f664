package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.http.Views.AuthorityDetail;
import dev.sextant.app.http.Views.AuthorityForm;
import dev.sextant.app.http.Views.CaseDraft;
import dev.sextant.app.http.Views.CaseSummary;
import dev.sextant.app.http.Views.NoteText;
import dev.sextant.app.http.Views.PermitView;
import dev.sextant.app.http.Views.Person;
import dev.sextant.app.http.Views.PurposeText;
import dev.sextant.app.http.Views.Reasons;
import dev.sextant.app.http.Views.RenewalForm;
import dev.sextant.authority.Authorities;
import dev.sextant.authority.AuthorityFile;
import dev.sextant.authority.CaseFile;
import dev.sextant.authority.Decision;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Principle;
import dev.sextant.authority.Purpose;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Fault;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases, authorities and permits. None of it is case data, so none of it needs a permit. */
@RestController
class AuthoritiesHttp {
  /** Decisions that are signed over a document: it must be the one on the decider's screen. */
  private static final Set<String> DECISIONS =
      Set.of("approve", "return", "refuse", "oversee-approve", "oversee-refuse", "oversee-return");

  private final House house;
  private final PermitDesk desk;
  private final AuthorityForms forms;

  AuthoritiesHttp(House house, PermitDesk desk) {
    this.house = house;
    this.desk = desk;
    this.forms = new AuthorityForms(house);
  }

  private Authorities authorities() {
    return house.authority().authorities();
  }

  @GetMapping("/api/people")
  List<Person> people() {
    return house.authority().people().all().stream().map(AuthorityForms::person).toList();
  }

  @GetMapping("/api/cases")
  List<CaseSummary> cases(ActorId caller) {
    return house.authority().cases().cases(caller).stream().map(c -> summary(caller, c)).toList();
  }

  @PostMapping("/api/cases")
  CaseSummary open(ActorId caller, @RequestBody CaseDraft draft) {
    CaseId id = house.authority().cases().open(caller, draft.name());
    return summary(caller, house.authority().cases().file(caller, id));
  }

  private CaseSummary summary(ActorId caller, CaseFile file) {
    return new CaseSummary(
        file.id().toString(),
        file.shortName(),
        file.name(),
        file.openedAt().toString(),
        authorities().authorities(caller, file.id()).stream()
            .map(authority -> forms.summary(caller, authority))
            .toList());
  }

  @PostMapping("/api/cases/{caseId}/authorities")
  AuthorityDetail draft(
      ActorId caller, @PathVariable String caseId, @RequestBody AuthorityForm form) {
    CaseId of = CaseId.parse(caseId);
    return detail(caller, authorities().draft(caller, of, () -> forms.draft(of, form)));
  }

  @GetMapping("/api/authorities/{id}")
  AuthorityDetail get(ActorId caller, @PathVariable String id) {
    AuthorityId authority = AuthorityId.parse(id);
    AuthorityDetail detail = detail(caller, authority);
    new Consultations(house)
        .log(caller, Particulars.none().token("what", "authority").id("authority", authority));
    return detail;
  }

  @PutMapping("/api/authorities/{id}")
  AuthorityDetail amend(ActorId caller, @PathVariable String id, @RequestBody AuthorityForm form) {
    AuthorityId authority = AuthorityId.parse(id);
    CaseId of = newest(caller, authority).document().draft().caseId();
    authorities().amend(caller, authority, () -> forms.draft(of, form), null);
    return detail(caller, authority);
  }

  /** Applies for a further version of a living authority; it extends nothing by itself. */
  @PostMapping("/api/authorities/{id}/renewal")
  AuthorityDetail renew(ActorId caller, @PathVariable String id, @RequestBody RenewalForm renewal) {
    AuthorityId authority = AuthorityId.parse(id);
    CaseId of = newest(caller, authority).document().draft().caseId();
    authorities()
        .renew(caller, authority, () -> forms.draft(of, renewal.form()), renewal.results());
    return detail(caller, authority);
  }

  @PostMapping("/api/authorities/{id}/principles/{principle}")
  AuthorityDetail sign(ActorId caller, @PathVariable String id, @PathVariable String principle) {
    AuthorityId authority = AuthorityId.parse(id);
    try {
      authorities()
          .signPrinciple(caller, authority, Principle.valueOf(principle.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      throw new BadValue(
          "SX-HTTP-PRINCIPLE", "principle", principle, "use one of " + List.of(Principle.values()));
    }
    return detail(caller, authority);
  }

  @PostMapping("/api/authorities/{id}/{transition}")
  AuthorityDetail move(
      ActorId caller,
      @PathVariable String id,
      @PathVariable String transition,
      @RequestBody Reasons body) {
    AuthorityId authority = AuthorityId.parse(id);
    String why = body.reasons();
    String note = body.note() == null ? "" : body.note();
    Authorities all = authorities();
    if (DECISIONS.contains(transition)) {
      requireSeen(newest(caller, authority), body.digest());
    }
    switch (transition) {
      case "submit" -> all.submit(caller, authority);
      case "return" -> all.sendBack(caller, authority, why);
      case "refuse" -> all.refuse(caller, authority, why);
      case "approve" -> all.approve(caller, authority, why);
      case "oversee-approve" -> all.oversee(caller, authority, Decision.APPROVED, why, note);
      case "oversee-refuse" -> all.oversee(caller, authority, Decision.REFUSED, why, note);
      case "oversee-return" -> all.oversee(caller, authority, Decision.RETURNED, why, note);
      case "review" -> all.review(caller, authority, why);
      case "suspend" -> all.suspend(caller, authority, why);
      case "resume" -> all.resume(caller, authority, why);
      case "cancel" -> all.cancel(caller, authority, why);
      case "begin-closing" -> all.beginClosing(caller, authority, why);
      case "close" -> all.close(caller, authority, why);
      case "quash" -> all.quash(caller, authority, why);
      default ->
          throw new BadValue(
              "SX-HTTP-TRANSITION", "transition", transition, "use one that the page offers");
    }
    return detail(caller, authority);
  }

  /**
   * The exact text that an overseer signs where his key is, to decide on what he read.
   *
   * @param decision APPROVED, REFUSED or RETURNED
   * @param reasons SHA-256 of his reasons with their length before them: the words stay with him
   *     until he hands the decision in
   */
  @GetMapping("/api/authorities/{id}/note")
  NoteText note(
      ActorId caller,
      @PathVariable String id,
      @RequestParam Decision decision,
      @RequestParam String reasons) {
    String text =
        authorities().overseerText(caller, AuthorityId.parse(id), decision, new Digest(reasons));
    return new NoteText(text, house.authority().people().vkey(caller).text());
  }

  @PostMapping("/api/authorities/{id}/permit")
  PermitView permit(
      ActorId caller, @PathVariable String id, @RequestBody PurposeText body, HttpSession session) {
    Permit permit =
        authorities()
            .permit(
                caller, AuthorityId.parse(id), new Purpose(body.purpose()), DeviceGate.of(session));
    desk.keep(permit);
    return forms.permit(permit);
  }

  @GetMapping("/api/permit")
  PermitView held(Permit permit) {
    new Consultations(house)
        .log(
            permit.actor(),
            Particulars.none()
                .token("what", "permit")
                .id("permit", permit.id())
                .id("case", permit.caseId()));
    return forms.permit(permit);
  }

  private static void requireSeen(AuthorityFile file, @Nullable String digest) {
    if (!file.digest().hex().equals(digest)) {
      throw new Overtaken(file.document().id());
    }
  }

  /** The document has changed since the decider saw it. */
  static final class Overtaken extends Fault {
    private static final long serialVersionUID = 1L;

    Overtaken(AuthorityId id) {
      super(
          "SX-HTTP-OVERTAKEN-STATE",
          "the application is no longer the one you saw",
          "authority " + id,
          "another digest",
          "open it again, read what has changed, and decide then");
    }
  }

  private AuthorityFile newest(ActorId caller, AuthorityId id) {
    return authorities().authority(caller, id).getFirst();
  }

  private AuthorityDetail detail(ActorId caller, AuthorityId id) {
    return forms.detail(caller, newest(caller, id));
  }
}
