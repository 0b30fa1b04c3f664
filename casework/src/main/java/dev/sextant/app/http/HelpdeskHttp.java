package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.flow.ReturnFlow;
import dev.sextant.app.http.Views.JobView;
import dev.sextant.authority.CaseFile;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.custody.Exhibit;
import dev.sextant.helpdesk.Emergencies;
import dev.sextant.helpdesk.HelpDesk;
import dev.sextant.helpdesk.PaperKind;
import dev.sextant.helpdesk.ProviderReturn;
import dev.sextant.helpdesk.Returns;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Progress;
import dev.sextant.terms.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Legal process. Papers of a case, no evidence: none of it needs a permit, except taking in what a
 * provider sent.
 */
@RestController
class HelpdeskHttp {
  private final House house;
  private final HelpdeskForms forms;

  HelpdeskHttp(House house) {
    this.house = house;
    this.forms = new HelpdeskForms(house);
  }

  private HelpDesk desk() {
    return house.rooms().helpDesk();
  }

  // ------------------------------------------------------------------ what there is

  /** What this jurisdiction lets be asked, and with what. */
  @GetMapping("/api/helpdesk")
  ProcessView process() {
    return forms.process();
  }

  @GetMapping("/api/helpdesk/playbooks")
  List<PlaybookView> playbooks() {
    return desk().playbooks().all().stream().map(forms::view).toList();
  }

  /** Advice on a wish that is not taken in; nothing is kept. */
  @PostMapping("/api/cases/{caseId}/advice")
  AdviceView advice(ActorId caller, @PathVariable String caseId, @RequestBody AskForm ask) {
    return forms.view(desk().advise(caller, CaseId.parse(caseId), forms.ask(ask)));
  }

  @GetMapping("/api/helpdesk/emergencies")
  EmergencyUseView emergencies() {
    Emergencies.Use use = desk().emergencies().use();
    Emergencies.Stop stop = use.stop();
    return new EmergencyUseView(
        use.emergencies(),
        use.requests(),
        use.percent(),
        use.mostPercent(),
        use.overdue(),
        stop == null ? null : stop.code(),
        stop == null ? null : stop.since().toString());
  }

  @PostMapping("/api/helpdesk/emergencies/lift")
  EmergencyUseView lift(ActorId caller, @RequestBody DeedForm form) {
    desk().emergencies().lift(caller, form.text("reasons"));
    return emergencies();
  }

  // ------------------------------------------------------------------ requests

  @GetMapping("/api/cases/{caseId}/requests")
  List<RequestView> requests(ActorId caller, @PathVariable String caseId) {
    CaseId of = CaseId.parse(caseId);
    List<RequestView> views = desk().requests(caller, of).stream().map(forms::view).toList();
    new Consultations(house)
        .log(caller, Particulars.none().token("what", "requests").id("case", of));
    return views;
  }

  @PostMapping("/api/cases/{caseId}/requests")
  RequestView intake(ActorId caller, @PathVariable String caseId, @RequestBody AskForm ask) {
    CaseId of = CaseId.parse(caseId);
    RequestId id = desk().intake(caller, of, forms.ask(ask));
    desk().advise(caller, of, id);
    return one(caller, of, id);
  }

  @GetMapping("/api/cases/{caseId}/requests/{id}")
  RequestView request(ActorId caller, @PathVariable String caseId, @PathVariable String id) {
    RequestId request = RequestId.parse(id);
    RequestView view = one(caller, CaseId.parse(caseId), request);
    new Consultations(house)
        .log(caller, Particulars.none().token("what", "request").id("request", request));
    return view;
  }

  @PostMapping("/api/cases/{caseId}/requests/{id}/advice")
  AdviceView advise(ActorId caller, @PathVariable String caseId, @PathVariable String id) {
    return forms.view(desk().advise(caller, CaseId.parse(caseId), RequestId.parse(id)));
  }

  @PutMapping("/api/cases/{caseId}/requests/{id}/draft")
  RequestView draft(
      ActorId caller,
      @PathVariable String caseId,
      @PathVariable String id,
      @RequestBody ProcessDraft draft) {
    CaseId of = CaseId.parse(caseId);
    RequestId request = RequestId.parse(id);
    desk().draft(caller, of, request, forms.draft(draft));
    return one(caller, of, request);
  }

  /** One step of a request's way, named as {@code /api/helpdesk} lists them. */
  @PostMapping("/api/cases/{caseId}/requests/{id}/deeds/{deed}")
  RequestView deed(
      ActorId caller,
      @PathVariable String caseId,
      @PathVariable String id,
      @PathVariable String deed,
      @RequestBody DeedForm form) {
    CaseId of = CaseId.parse(caseId);
    RequestId request = RequestId.parse(id);
    if (!outward(deed, caller, of, request, form) && !homeward(deed, caller, of, request, form)) {
      throw new BadValue("SX-HTTP-DEED", "deed", deed, "one of " + HelpdeskForms.DEEDS);
    }
    return one(caller, of, request);
  }

  private boolean outward(String deed, ActorId by, CaseId of, RequestId id, DeedForm form) {
    switch (deed) {
      case "submit" -> desk().submit(by, of, id);
      case "accept" -> desk().review(by, of, id, true, form.text("reasons"));
      case "send-back" -> desk().review(by, of, id, false, form.text("reasons"));
      case "issue" -> desk().issue(by, of, id, form.text("reference"), moment(form));
      case "serve" ->
          desk().serve(by, of, id, form.text("how"), form.text("reference"), moment(form));
      case "answer" ->
          desk()
              .answered(
                  by, of, id, one(HelpDesk.Answer.class, form.text("answer")), form.text("words"));
      case "renew" -> desk().renew(by, of, id, form.text("reference"));
      case "withdraw" -> desk().withdraw(by, of, id, form.text("reasons"));
      case "uphold-emergency" ->
          desk().emergencies().review(by, of, id, true, form.text("reasons"));
      case "reject-emergency" ->
          desk().emergencies().review(by, of, id, false, form.text("reasons"));
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean homeward(String deed, ActorId by, CaseId of, RequestId id, DeedForm form) {
    Returns returns = desk().returns();
    switch (deed) {
      case "tell-provider" -> returns.toldProvider(by, of, id, form.text("how"), moment(form));
      case "dispose" ->
          returns.dispose(
              by, of, id, one(Returns.Disposal.class, form.text("disposal")), form.text("reasons"));
      case "object" ->
          returns.objected(by, of, id, ExhibitId.parse(form.text("exhibit")), form.text("reasons"));
      case "validate" -> returns.validated(by, of, id, form.text("validator"), form.text("office"));
      case "interpret" -> returns.interpreted(by, of, id, form.text("glossary"));
      case "defer-notice" -> returns.deferNotice(by, of, id, form.text("reasons"));
      case "notice" -> returns.noticed(by, of, id, form.text("how"));
      case "close" -> returns.close(by, of, id, form.text("outcome"));
      default -> {
        return false;
      }
    }
    return true;
  }

  private Instant moment(DeedForm form) {
    String text = form.text("moment");
    try {
      return text.isBlank() ? house.clock().instant() : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new BadValue("SX-HTTP-MOMENT", "moment", text, "write it as 2026-06-01T08:00:00Z");
    }
  }

  private static <E extends Enum<E>> E one(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new BadValue(
                "SX-HTTP-WORD",
                type.getSimpleName(),
                name,
                "one of " + Arrays.toString(type.getEnumConstants())));
  }

  private RequestView one(ActorId caller, CaseId of, RequestId id) {
    return forms.view(desk().request(caller, of, id));
  }

  // ------------------------------------------------------------------ clocks and papers

  @GetMapping("/api/cases/{caseId}/due")
  List<DeadlineView> due(ActorId caller, @PathVariable String caseId) {
    return desk().due(caller, CaseId.parse(caseId)).stream().map(forms::view).toList();
  }

  /** The clocks of every case that the caller may see, soonest first. */
  @GetMapping("/api/due")
  List<DeadlineView> due(ActorId caller) {
    List<CaseId> cases =
        house.authority().cases().cases(caller).stream().map(CaseFile::id).toList();
    return desk().due(caller, cases).stream().map(forms::view).toList();
  }

  @GetMapping("/api/cases/{caseId}/requests/{id}/papers/{kind}")
  ResponseEntity<byte[]> paper(
      ActorId caller,
      @PathVariable String caseId,
      @PathVariable String id,
      @PathVariable String kind) {
    PaperKind paper = PaperKind.named(kind);
    byte[] pdf = desk().paper(caller, CaseId.parse(caseId), RequestId.parse(id), paper);
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(paper.file() + ".pdf").build().toString())
        .contentType(MediaType.APPLICATION_PDF)
        .body(pdf);
  }

  // ------------------------------------------------------------------ returns

  /**
   * Takes a provider's return as the request's body: seals it, ties it to its request, and reads it
   * by the request's terms in the background. Nobody sees a record of it before.
   */
  @PostMapping(path = "/api/returns/{id}", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  JobView received(
      Permit permit,
      @PathVariable String id,
      @ModelAttribute ReturnForm form,
      HttpServletRequest body)
      throws IOException {
    RequestId request = RequestId.parse(id);
    ReturnFlow flow = new ReturnFlow(house.rooms(), house.clock());
    Exhibit exhibit =
        flow.seal(
            permit,
            new ReturnFlow.Arrived(request, blank(form.name(), "return"), form.paper()),
            body.getInputStream(),
            Progress.silent());
    return JobsHttp.reading(
        house,
        permit,
        exhibit.id(),
        progress -> flow.check(permit, request, exhibit.id(), progress));
  }

  /** Judges a return anew: after an objection, or where a crash came between. */
  @PostMapping("/api/returns/{id}/check/{exhibit}")
  JobView check(Permit permit, @PathVariable String id, @PathVariable String exhibit) {
    RequestId request = RequestId.parse(id);
    ExhibitId of = ExhibitId.parse(exhibit);
    ReturnFlow flow = new ReturnFlow(house.rooms(), house.clock());
    return JobsHttp.view(
        house
            .jobs()
            .begin(
                permit.actor(),
                "READ",
                progress -> {
                  flow.check(permit, request, of, progress);
                  DeconflictionHttp.enter(house, permit, of);
                  return exhibit;
                }),
        house.clock());
  }

  private static String blank(@Nullable String text, String otherwise) {
    return text == null || text.isBlank() ? otherwise : text;
  }

  // ------------------------------------------------------------------ views

  /** What the query string says of a return. */
  record ReturnForm(
      @Nullable String name,
      @Nullable String providerHash,
      @Nullable String custodian,
      @Nullable String certificate,
      @Nullable Boolean partial,
      @Nullable String note) {
    ProviderReturn.Paper paper() {
      return new ProviderReturn.Paper(
          blank(providerHash, ""),
          blank(custodian, ""),
          blank(certificate, ""),
          Boolean.TRUE.equals(partial),
          blank(note, ""));
    }
  }

  /** What a step says, by name: reasons, reference, how, moment, answer, words and others. */
  record DeedForm(Map<String, String> words) {
    String text(String name) {
      String value = words.get(name);
      return value == null ? "" : value;
    }
  }

  /** What is wanted. Dates open on a side are empty. */
  record AskForm(
      String authority,
      String provider,
      List<String> selectors,
      String from,
      String to,
      String zone,
      List<String> wanted,
      String danger) {}

  /** A request as written. */
  record ProcessDraft(
      String instrument,
      String offence,
      int maximumYears,
      boolean listed,
      String facts,
      String necessity,
      String higherBecause,
      IssuerForm issuer,
      String secrecyBasis,
      String secrecyUntil,
      String noticeDeferral,
      String privilege,
      List<String> privileged,
      String preservation) {}

  /** Who issues and who validates. */
  record IssuerForm(
      String part,
      String name,
      String office,
      String validatorPart,
      String validatorName,
      String validatorOffice,
      String fileNumber) {}

  /** What this jurisdiction lets be asked, and with what. */
  record ProcessView(
      String pack,
      List<FieldView> fields,
      List<InstrumentCardView> instruments,
      List<String> issuerParts,
      List<String> deeds) {}

  /** A kind of data. */
  record FieldView(String name, String words, String category) {}

  /** An instrument of this jurisdiction. */
  record InstrumentCardView(
      String name,
      String words,
      List<String> reaches,
      String threshold,
      String source,
      List<String> papers) {}

  /** What is known of a provider. */
  record PlaybookView(
      String provider,
      String name,
      List<String> platforms,
      int version,
      @Nullable String verified,
      boolean stale,
      List<PlaybookFact> facts,
      List<String> unheld,
      List<String> unverified) {}

  /** One thing that is known of a provider. */
  record PlaybookFact(String topic, String says, String source, @Nullable String asOf) {}

  /** What the adviser says. */
  record AdviceView(
      String proposed,
      String proposedWords,
      String preservation,
      boolean preserved,
      List<RungView> rungs,
      List<String> warnings) {}

  /** One instrument of the ladder. */
  record RungView(
      String instrument, String words, String fit, String why, String threshold, String source) {}

  /** A request with all that was done about it. */
  record RequestView(
      String id,
      String number,
      String state,
      List<String> next,
      AskForm ask,
      String providerName,
      @Nullable String advised,
      @Nullable ProcessDraft draft,
      String draftedBy,
      @Nullable String reviewedBy,
      String digest,
      String created,
      @Nullable String issued,
      @Nullable String served,
      @Nullable String emergencyReview,
      List<String> papers,
      List<ProcessStep> history,
      List<ReturnView> returns) {}

  /** One step of a request. */
  record ProcessStep(
      String deed,
      String from,
      String to,
      String by,
      Map<String, String> about,
      long leaf,
      String at) {}

  /** What came back. */
  record ReturnView(
      String exhibit,
      String digest,
      String providerHash,
      @Nullable Boolean hashHolds,
      String custodian,
      String certificate,
      boolean partial,
      String received,
      @Nullable String provisionalUntil,
      @Nullable String objected,
      @Nullable Long inScope,
      @Nullable Long sealed) {}

  /** A clock. */
  record DeadlineView(
      String caseId,
      String request,
      String number,
      String kind,
      String due,
      String local,
      String urgency,
      String what,
      String source) {}

  /** How often this house asks in emergencies. */
  record EmergencyUseView(
      long emergencies,
      long requests,
      long percent,
      long mostPercent,
      long overdue,
      @Nullable String stop,
      @Nullable String stopSince) {}
}
