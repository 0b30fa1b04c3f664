package dev.sextant.helpdesk;

import dev.sextant.TestHouse;
import dev.sextant.authority.Actor;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Role;
import dev.sextant.authority.Scope;
import dev.sextant.helpdesk.RequestDraft.Grounds;
import dev.sextant.helpdesk.RequestDraft.IssuerDraft;
import dev.sextant.helpdesk.RequestDraft.IssuerPart;
import dev.sextant.helpdesk.RequestDraft.Privilege;
import dev.sextant.helpdesk.RequestDraft.Secrecy;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Platform;
import dev.sextant.terms.RequestId;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import dev.sextant.terms.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** A case with an authority in force and the people of a help desk. */
public final class DeskCase {
  /** The account that the authority and the requests name. */
  public static final Selector NAMED =
      Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "100");

  /** An account that nobody named. */
  public static final Selector STRANGER =
      Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "300");

  /** What requests ask for in time. */
  public static final Span RANGE =
      Span.between(Instant.parse("2026-02-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"));

  /** Whose calendar counts. */
  public static final ZoneId ZONE = ZoneId.of("America/New_York");

  private final TestHouse house;
  private final CaseId caseId;
  private final AuthorityId authority;
  private final ActorId lena;
  private final ActorId leo;
  private final ActorId fay;

  private DeskCase(TestHouse house, Set<Selector> selectors) {
    this.house = house;
    this.caseId = house.openCase();
    this.authority =
        house.authority(
            caseId,
            new Scope(selectors, Set.of(Platform.TELEGRAM, Platform.FACEBOOK), TestHouse.WIDE, 2));
    this.lena = enrolled("lena", Role.LEGAL_PROCESS_OFFICER);
    this.leo = enrolled("leo", Role.LEGAL_PROCESS_OFFICER);
    this.fay = enrolled("fay", Role.FILTER_OFFICER);
  }

  /** In a house, a case whose authority names the account. */
  public static DeskCase in(TestHouse house) {
    return new DeskCase(house, Set.of(NAMED));
  }

  /** In a house, a case whose authority names these. */
  public static DeskCase in(TestHouse house, Set<Selector> selectors) {
    return new DeskCase(house, selectors);
  }

  private ActorId enrolled(String login, Role role) {
    return house
        .people()
        .byLogin(login)
        .map(Actor::id)
        .orElseGet(() -> house.enrol(login, login, role).id());
  }

  HelpDesk desk() {
    return house.helpDesk();
  }

  CaseId caseId() {
    return caseId;
  }

  AuthorityId authority() {
    return authority;
  }

  Permit permit() {
    return house.permit(house.analyst(), authority);
  }

  /** Drafts and serves. */
  ActorId lena() {
    return lena;
  }

  /** Reviews. */
  ActorId leo() {
    return leo;
  }

  /** Filters. */
  ActorId fay() {
    return fay;
  }

  Ask ask(DataField... wanted) {
    return new Ask(authority, "telegram", List.of(NAMED), RANGE, ZONE, Set.of(wanted), "");
  }

  Ask emergency(DataField... wanted) {
    return new Ask(
        authority,
        "telegram",
        List.of(NAMED),
        RANGE,
        ZONE,
        Set.of(wanted),
        "A kidnapped driver is held by the account's user; his log-ins would say where.");
  }

  static RequestDraft draft(InstrumentKind kind, IssuerPart part) {
    return new RequestDraft(
        kind,
        new Grounds(
            "Trafficking in stolen vehicles, 18 U.S.C. § 2313",
            10,
            false,
            "Twelve stolen vehicles were offered by this account between February and March 2026.",
            "The account's records of these two months are the least that shows who gave the orders.",
            ""),
        IssuerDraft.of(
            part, "Hon. Jane Example", "United States District Court, District of Testland"),
        Secrecy.none(),
        new Privilege("A filter officer reads messages with counsel first.", Set.of()),
        null);
  }

  /** Intake, advice, draft. */
  RequestId drafted(Ask ask, RequestDraft draft) {
    RequestId id = desk().intake(lena, caseId, ask);
    desk().advise(lena, caseId, id);
    desk().draft(lena, caseId, id, draft);
    return id;
  }

  /** All the way to the provider. */
  RequestId served(Ask ask, RequestDraft draft) {
    RequestId id = drafted(ask, draft);
    issued(id);
    desk().serve(lena, caseId, id, "provider's portal", "REF-1", house.clock().instant());
    return id;
  }

  void issued(RequestId id) {
    desk().submit(lena, caseId, id);
    desk().review(leo, caseId, id, true, "Read against the authority.");
    desk().issue(lena, caseId, id, "26-mj-100", house.clock().instant());
  }

  LegalRequest request(RequestId id) {
    return desk().request(lena, caseId, id);
  }
}
