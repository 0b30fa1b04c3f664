package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.http.ReleaseViews.AgreementDraft;
import dev.sextant.app.http.ReleaseViews.AgreementView;
import dev.sextant.app.http.ReleaseViews.AssessmentView;
import dev.sextant.app.http.ReleaseViews.CalledBackView;
import dev.sextant.app.http.ReleaseViews.EmergencyDraft;
import dev.sextant.app.http.ReleaseViews.ExportsView;
import dev.sextant.app.http.ReleaseViews.LeaveDraft;
import dev.sextant.app.http.ReleaseViews.LeaveView;
import dev.sextant.app.http.ReleaseViews.MarkText;
import dev.sextant.app.http.ReleaseViews.NoticeView;
import dev.sextant.app.http.ReleaseViews.PasswordText;
import dev.sextant.app.http.ReleaseViews.RecipientDraft;
import dev.sextant.app.http.ReleaseViews.RecipientRow;
import dev.sextant.app.http.Views.DisclosureView;
import dev.sextant.app.http.Views.Reasons;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Role;
import dev.sextant.disclosure.Agreement;
import dev.sextant.disclosure.Disclosures;
import dev.sextant.disclosure.Exports;
import dev.sextant.disclosure.Recalls;
import dev.sextant.disclosure.Recipients;
import dev.sextant.disclosure.Registered;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.DisclosureId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Who may receive, what is called back, and how much one person hands out. */
@RestController
class RecipientsHttp {
  private final House house;

  RecipientsHttp(House house) {
    this.house = house;
  }

  private Disclosures disclosures() {
    return house.rooms().disclosures();
  }

  @GetMapping("/api/recipients")
  List<RecipientRow> recipients() {
    return disclosures().recipients().all().stream().map(this::view).toList();
  }

  @PostMapping("/api/recipients")
  RecipientRow register(ActorId caller, @RequestBody RecipientDraft draft) {
    return view(
        disclosures()
            .recipients()
            .register(caller, uuid(draft.agreement()), draft.name(), draft.need()));
  }

  @GetMapping("/api/agreements")
  List<AgreementView> agreements() {
    return disclosures().recipients().agreements().stream().map(this::view).toList();
  }

  @PostMapping("/api/agreements")
  AgreementView agree(ActorId caller, @RequestBody AgreementDraft draft) {
    Instant expires = NetworkHttp.time("expires", draft.expires());
    if (expires == null) {
      throw new BadValue("SX-HTTP-TIME", "expires", "", "write it as 2026-01-31T00:00:00Z");
    }
    return view(
        disclosures()
            .recipients()
            .agree(
                caller,
                new Recipients.Terms(
                    draft.reference(), draft.organisation(), draft.acceptsRules(), expires)));
  }

  @PostMapping("/api/agreements/{id}/suspend")
  List<AgreementView> suspend(ActorId caller, @PathVariable String id) {
    disclosures().recipients().suspend(caller, uuid(id));
    return agreements();
  }

  /** Whose copy a page is, by the mark at its foot. */
  @PostMapping("/api/disclosures/trace")
  DisclosureView trace(Permit permit, @RequestBody MarkText body) {
    return DisclosuresHttp.view(disclosures().trace(permit, body.mark()));
  }

  @PostMapping("/api/disclosures/{id}/recall")
  NoticeView recall(Permit permit, @PathVariable String id, @RequestBody Reasons body) {
    return view(disclosures().recalls().recall(permit, DisclosureId.parse(id), body.reasons()));
  }

  @GetMapping("/api/recalls")
  List<CalledBackView> recalls(Permit permit) {
    return disclosures().recalls().states(permit).stream()
        .map(s ->
            new CalledBackView(
                DisclosuresHttp.view(s.disclosure()),
                s.due(),
                s.notices().stream().map(this::view).toList()))
        .toList();
  }

  /** In imminent danger: an assessment in words, as a PDF; never a record. */
  @PostMapping("/api/assessments")
  ResponseEntity<byte[]> assess(Permit permit, @RequestBody EmergencyDraft draft) {
    byte[] pdf =
        disclosures()
            .recalls()
            .assess(
                permit,
                new Recalls.Emergency(
                    draft.name(), draft.organisation(), draft.danger(), draft.text()));
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, DisclosuresHttp.attachment("assessment.pdf"))
        .contentType(MediaType.APPLICATION_PDF)
        .body(pdf);
  }

  @GetMapping("/api/assessments")
  List<AssessmentView> assessments(Permit permit) {
    return disclosures().recalls().assessments(permit).stream()
        .map(a ->
            new AssessmentView(
                a.id().toString(),
                a.name(),
                a.organisation(),
                a.danger(),
                a.text(),
                name(a.by()),
                a.at().toString(),
                a.leaf(),
                a.digest().hex()))
        .toList();
  }

  /** One's own exports and leave; an authorising officer or overseer sees everybody's leave. */
  @GetMapping("/api/exports")
  ExportsView exports(ActorId caller) {
    Exports exports = disclosures().exports();
    var actor = house.authority().people().actor(caller);
    boolean all = actor.is(Role.AUTHORISING_OFFICER) || actor.is(Role.OVERSEER);
    return new ExportsView(
        exports.used(caller),
        house.authority().pack().number("disclosure.exportsFree"),
        house.authority().pack().duration("disclosure.exportsWindow").toString(),
        exports.leaves().stream()
            .filter(l -> all || l.actor().equals(caller))
            .map(this::view)
            .toList());
  }

  @PostMapping("/api/exports/leave")
  LeaveView ask(ActorId caller, @RequestBody LeaveDraft draft) {
    return view(
        disclosures().exports().ask(caller, draft.password(), draft.exports(), draft.reason()));
  }

  @PostMapping("/api/exports/leave/{id}/approve")
  LeaveView approve(ActorId caller, @PathVariable String id, @RequestBody PasswordText body) {
    return view(disclosures().exports().approve(caller, body.password(), uuid(id)));
  }

  @PostMapping("/api/exports/leave/{id}/stop")
  ExportsView stop(ActorId caller, @PathVariable String id) {
    disclosures().exports().stop(caller, uuid(id));
    return exports(caller);
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new BadValue("SX-HTTP-ID", "identifier", text, "use the id that the server gave");
    }
  }

  private String name(ActorId id) {
    return house.authority().people().actor(id).name();
  }

  private RecipientRow view(Registered r) {
    return new RecipientRow(r.id().toString(), r.name(), r.need(), view(r.agreement()));
  }

  private AgreementView view(Agreement a) {
    return new AgreementView(
        a.id().toString(),
        a.reference(),
        a.organisation(),
        a.acceptsRules(),
        a.expires().toString(),
        a.suspended(),
        !house.clock().instant().isBefore(a.expires()));
  }

  private NoticeView view(Recalls.Notice n) {
    return new NoticeView(n.id().toString(), n.reason(), name(n.by()), n.at().toString(), n.leaf());
  }

  private LeaveView view(Exports.Leave l) {
    ActorId approver = l.approvedBy();
    return new LeaveView(
        l.id().toString(),
        name(l.actor()),
        l.exports(),
        l.reason(),
        l.askedAt().toString(),
        approver == null ? null : name(approver),
        text(l.usableFrom()),
        text(l.until()),
        l.stopped(),
        l.usable(house.clock().instant()));
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }
}
