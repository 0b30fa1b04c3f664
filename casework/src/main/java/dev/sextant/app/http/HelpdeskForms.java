package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.http.HelpdeskHttp.AdviceView;
import dev.sextant.app.http.HelpdeskHttp.AskForm;
import dev.sextant.app.http.HelpdeskHttp.DeadlineView;
import dev.sextant.app.http.HelpdeskHttp.FieldView;
import dev.sextant.app.http.HelpdeskHttp.InstrumentCardView;
import dev.sextant.app.http.HelpdeskHttp.IssuerForm;
import dev.sextant.app.http.HelpdeskHttp.PlaybookFact;
import dev.sextant.app.http.HelpdeskHttp.PlaybookView;
import dev.sextant.app.http.HelpdeskHttp.ProcessDraft;
import dev.sextant.app.http.HelpdeskHttp.ProcessStep;
import dev.sextant.app.http.HelpdeskHttp.ProcessView;
import dev.sextant.app.http.HelpdeskHttp.RequestView;
import dev.sextant.app.http.HelpdeskHttp.ReturnView;
import dev.sextant.app.http.HelpdeskHttp.RungView;
import dev.sextant.helpdesk.Advice;
import dev.sextant.helpdesk.Ask;
import dev.sextant.helpdesk.DataField;
import dev.sextant.helpdesk.Deadline;
import dev.sextant.helpdesk.HelpDesk.Instrumentation;
import dev.sextant.helpdesk.InstrumentKind;
import dev.sextant.helpdesk.LegalRequest;
import dev.sextant.helpdesk.PaperKind;
import dev.sextant.helpdesk.Playbook;
import dev.sextant.helpdesk.ProviderReturn;
import dev.sextant.helpdesk.RequestDraft;
import dev.sextant.helpdesk.RequestDraft.Grounds;
import dev.sextant.helpdesk.RequestDraft.IssuerDraft;
import dev.sextant.helpdesk.RequestDraft.IssuerPart;
import dev.sextant.helpdesk.RequestDraft.Privilege;
import dev.sextant.helpdesk.RequestDraft.Secrecy;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.RequestId;
import dev.sextant.terms.Selector;
import dev.sextant.terms.Span;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From forms to requests, and from requests to views. */
final class HelpdeskForms {
  /** The steps that a route takes by name. */
  static final List<String> DEEDS =
      List.of(
          "submit",
          "accept",
          "send-back",
          "issue",
          "serve",
          "answer",
          "renew",
          "withdraw",
          "uphold-emergency",
          "reject-emergency",
          "tell-provider",
          "dispose",
          "object",
          "validate",
          "interpret",
          "defer-notice",
          "notice",
          "close");

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm VV", Locale.ENGLISH);

  private final House house;

  HelpdeskForms(House house) {
    this.house = house;
  }

  // ------------------------------------------------------------------ in

  Ask ask(AskForm form) {
    ZoneId zone = zone(form.zone());
    return new Ask(
        AuthorityId.parse(form.authority()),
        form.provider(),
        form.selectors().stream().map(Selector::parse).toList(),
        new Span(instant("from", form.from(), zone), instant("to", form.to(), zone)),
        zone,
        form.wanted().stream().map(DataField::of).collect(Collectors.toSet()),
        form.danger());
  }

  RequestDraft draft(ProcessDraft form) {
    IssuerForm issuer = form.issuer();
    return new RequestDraft(
        InstrumentKind.of(form.instrument()),
        new Grounds(
            form.offence(),
            form.maximumYears(),
            form.listed(),
            form.facts(),
            form.necessity(),
            form.higherBecause()),
        new IssuerDraft(
            part(issuer.part()),
            issuer.name(),
            issuer.office(),
            part(issuer.validatorPart()),
            issuer.validatorName(),
            issuer.validatorOffice(),
            issuer.fileNumber()),
        new Secrecy(
            form.secrecyBasis(),
            instant("secrecyUntil", form.secrecyUntil(), ZoneId.of("UTC")),
            form.noticeDeferral()),
        new Privilege(
            form.privilege(),
            form.privileged().stream().map(Selector::parse).collect(Collectors.toSet())),
        form.preservation().isBlank() ? null : RequestId.parse(form.preservation()));
  }

  private static IssuerPart part(String name) {
    return Arrays.stream(IssuerPart.values())
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new BadValue(
                "SX-HTTP-WORD", "issuer", name, "one of " + Arrays.toString(IssuerPart.values())));
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new BadValue("SX-HTTP-ZONE", "zone", text, "name it as Europe/Berlin");
    }
  }

  /* A bare day begins at midnight in the request's zone. */
  private static @Nullable Instant instant(String field, String text, ZoneId zone) {
    if (text.isBlank()) {
      return null;
    }
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
          : Instant.parse(text);
    } catch (DateTimeException e) {
      throw new BadValue(
          "SX-HTTP-MOMENT",
          field,
          text,
          "write a day as 2026-06-01 or a moment as 2026-06-01T08:00:00Z");
    }
  }

  // ------------------------------------------------------------------ out

  ProcessView process() {
    List<Instrumentation> all = house.rooms().helpDesk().instruments();
    return new ProcessView(
        house.authority().pack().name(),
        DataField.all()
            .filter(f -> all.stream().anyMatch(one -> one.kind().reaches().contains(f.category())))
            .map(f -> new FieldView(f.name(), f.words(), f.category().name()))
            .toList(),
        all.stream()
            .map(one ->
                new InstrumentCardView(
                    one.kind().name(),
                    one.kind().words(),
                    one.kind().reaches().stream().map(Enum::name).toList(),
                    one.threshold(),
                    one.source(),
                    papers(one.kind())))
            .toList(),
        Arrays.stream(IssuerPart.values()).map(Enum::name).toList(),
        DEEDS);
  }

  private static List<String> papers(InstrumentKind kind) {
    return Arrays.stream(PaperKind.values())
        .filter(paper -> paper.belongsTo(kind))
        .map(Enum::name)
        .toList();
  }

  PlaybookView view(Playbook playbook) {
    LocalDate verified = playbook.verified();
    return new PlaybookView(
        playbook.provider(),
        playbook.name(),
        playbook.platforms().stream().map(Object::toString).sorted().toList(),
        playbook.version(),
        verified == null ? null : verified.toString(),
        house.rooms().helpDesk().stale(playbook, house.clock().instant()),
        playbook.facts().stream()
            .map(f ->
                new PlaybookFact(
                    f.topic(), f.says(), f.source(), f.asOf() == null ? null : f.asOf().toString()))
            .toList(),
        playbook.unheld().stream().map(DataField::words).sorted().toList(),
        playbook.unverified());
  }

  AdviceView view(Advice advice) {
    return new AdviceView(
        advice.proposed().name(),
        advice.proposed().words(),
        advice.preservation().name(),
        advice.preserved(),
        advice.rungs().stream()
            .map(r ->
                new RungView(
                    r.instrument().name(),
                    r.instrument().words(),
                    r.fit().name(),
                    r.why(),
                    r.threshold(),
                    r.source()))
            .toList(),
        advice.warnings());
  }

  RequestView view(LegalRequest request) {
    RequestDraft draft = request.draft();
    ActorId reviewed = request.people().reviewedBy();
    Boolean upheld = request.emergencyUpheld();
    return new RequestView(
        request.id().toString(),
        request.shortName(),
        request.state().name(),
        request.next().stream().map(Enum::name).toList(),
        view(request.ask()),
        house.rooms().helpDesk().playbooks().of(request.ask().provider()).name(),
        request.advised() == null ? null : request.advised().name(),
        draft == null ? null : view(draft),
        name(request.people().draftedBy()),
        reviewed == null ? null : name(reviewed),
        request.digest().hex(),
        request.moments().created().toString(),
        text(request.moments().issued()),
        text(request.moments().served()),
        upheld == null ? null : upheld ? "UPHELD" : "NOT_UPHELD",
        draft == null ? List.of() : papers(draft.instrument()),
        request.history().stream()
            .map(s ->
                new ProcessStep(
                    s.deed(),
                    s.from().name(),
                    s.to().name(),
                    name(s.actor()),
                    s.about(),
                    s.leaf(),
                    s.at().toString()))
            .toList(),
        request.returns().stream().map(HelpdeskForms::view).toList());
  }

  private static ReturnView view(ProviderReturn one) {
    ProviderReturn.Check check = one.check();
    return new ReturnView(
        one.exhibit().toString(),
        one.digest().hex(),
        one.paper().providerHash(),
        one.hashHolds(),
        one.paper().custodian(),
        one.paper().certificate(),
        one.paper().partial(),
        one.receivedAt().toString(),
        text(one.provisionalUntil()),
        text(one.objectedAt()),
        check == null ? null : (Long) check.inScope(),
        check == null ? null : (Long) check.sealed());
  }

  private static AskForm view(Ask ask) {
    return new AskForm(
        ask.authority().toString(),
        ask.provider(),
        ask.selectors().stream().map(Selector::toString).toList(),
        ask.range().from() == null ? "" : ask.range().from().toString(),
        ask.range().to() == null ? "" : ask.range().to().toString(),
        ask.zone().getId(),
        ask.wanted().stream().map(DataField::name).sorted().toList(),
        ask.danger());
  }

  private static ProcessDraft view(RequestDraft draft) {
    Grounds grounds = draft.grounds();
    IssuerDraft issuer = draft.issuer();
    Instant until = draft.secrecy().until();
    RequestId preservation = draft.preservation();
    return new ProcessDraft(
        draft.instrument().name(),
        grounds.offence(),
        grounds.maximumYears(),
        grounds.listed(),
        grounds.facts(),
        grounds.necessity(),
        grounds.higherBecause(),
        new IssuerForm(
            issuer.part().name(),
            issuer.name(),
            issuer.office(),
            issuer.validatorPart().name(),
            issuer.validatorName(),
            issuer.validatorOffice(),
            issuer.fileNumber()),
        draft.secrecy().basis(),
        until == null ? "" : until.toString(),
        draft.secrecy().noticeDeferral(),
        draft.privilege().protocol(),
        draft.privilege().persons().stream().map(Selector::toString).sorted().toList(),
        preservation == null ? "" : preservation.toString());
  }

  DeadlineView view(Deadline deadline) {
    return new DeadlineView(
        deadline.caseId().toString(),
        deadline.request().toString(),
        deadline.shortName(),
        deadline.kind().name(),
        deadline.due().toString(),
        LOCAL.format(deadline.due().atZone(deadline.zone())),
        deadline.urgency().name(),
        deadline.what(),
        deadline.source());
  }

  private String name(ActorId id) {
    return house.authority().people().actor(id).name();
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }
}
