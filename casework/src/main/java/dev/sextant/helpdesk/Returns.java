package dev.sextant.helpdesk;

import dev.sextant.authority.CasePapers;
import dev.sextant.authority.CasePapers.Desk;
import dev.sextant.authority.Role;
import dev.sextant.helpdesk.ProviderReturn.Paper;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.RequestId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What providers send back: tied to the request that it answers, read by that request's terms, and
 * followed until the user is told and the request is closed.
 */
public final class Returns {
  private static final Set<Role> FILTERING = EnumSet.of(Role.FILTER_OFFICER);
  private static final Set<Role> RECEIVING = EnumSet.of(Role.LEGAL_PROCESS_OFFICER, Role.ANALYST);

  private final CasePapers papers;
  private final Supplier<ProcessLaw> law;

  Returns(CasePapers papers, Supplier<ProcessLaw> law) {
    this.papers = papers;
    this.law = law;
  }

  // ------------------------------------------------------------------ taking in

  /**
   * Asked before bytes are sealed as a request's return.
   *
   * @param authority of the permit under which they will be sealed
   * @throws ProcessRefused if the request awaits no return, or lies under another authority
   */
  public void requireAwaited(ActorId by, CaseId of, RequestId id, AuthorityId authority) {
    papers.read(
        of,
        desk -> {
          desk.require(by, RECEIVING, "take in a return");
          requireAwaited(new RequestStore(desk, of).find(id), authority);
          return id;
        });
  }

  private static void requireAwaited(LegalRequest request, AuthorityId authority) {
    if (!request.ask().authority().equals(authority)) {
      throw new ProcessRefused(
          "SX-HELP-AUTHORITY",
          "this request lies under another authority",
          "request " + request.shortName(),
          authority.toString(),
          "ask for a permit under the request's authority");
    }
    if (!request.state().awaits() || request.written().instrument().preserves()) {
      throw new ProcessRefused(
          "SX-HELP-STATE",
          "this request awaits no return",
          "request " + request.shortName(),
          request.state().name(),
          "a return answers a production request that was served");
    }
  }

  /**
   * Ties sealed bytes to the request that they answer. The terms of that request hold for every
   * reading of them from now on. Bytes that are not those which the provider hashed are tied too,
   * and not read by anybody.
   */
  public ProviderReturn received(ActorId by, CaseId of, RequestId id, Sealed sealed, Paper paper) {
    return Steps.step(
        papers,
        "PROCESS_RETURN",
        by,
        of,
        id,
        (desk, store, request) -> {
          desk.require(by, RECEIVING, "take in a return");
          requireAwaited(request, sealed.authority());
          if (request.returns().stream().anyMatch(r -> r.exhibit().equals(sealed.exhibit()))) {
            throw new ProcessRefused(
                "SX-HELP-RETURN-TWICE",
                "these bytes answer this request already",
                "request " + request.shortName(),
                sealed.exhibit().toString(),
                "nothing to do");
          }
          ProviderReturn one = tied(desk, request, sealed, paper);
          store.tie(request, one);
          RequestState to = paper.partial() ? RequestState.PARTIAL : RequestState.RETURNED;
          Map<String, String> about = Map.of("exhibit", sealed.exhibit().toString());
          Steps.move(store, request, "PROCESS_RETURN", to, by, about);
          desk.note("exhibit", sealed.exhibit());
          desk.note("digest", sealed.digest());
          Boolean holds = one.hashHolds();
          desk.note("hash", holds == null ? "none" : holds ? "holds" : "differs");
          Instant until = one.provisionalUntil();
          if (until != null) {
            desk.barRelease(sealed.authority(), until, "SX-HELP-PROVISIONAL");
            desk.note("provisional", until);
          }
          return one;
        });
  }

  /**
   * Sealed bytes.
   *
   * @param exhibit what they became
   * @param digest of them
   * @param authority under which they were sealed
   */
  public record Sealed(ExhibitId exhibit, Digest digest, AuthorityId authority) {}

  private ProviderReturn tied(Desk desk, LegalRequest request, Sealed sealed, Paper paper) {
    String hash = paper.providerHash().strip().toLowerCase(Locale.ROOT);
    if (!hash.isEmpty() && !hash.matches("[0-9a-f]{64}")) {
      throw new ProcessRefused(
          "SX-HELP-HASH",
          "not a SHA-256",
          "providerHash",
          hash.length() + " characters",
          "give 64 hexadecimal digits as the provider printed them, or leave it empty");
    }
    InstrumentKind kind = request.written().instrument();
    Instant until =
        request.ask().emergency()
            ? law.get().clock(kind, "objectionWithin").map(desk.at()::plus).orElse(null)
            : null;
    return new ProviderReturn(
        UUID.randomUUID(),
        sealed.exhibit(),
        sealed.digest(),
        new Paper(hash, paper.custodian(), paper.certificate(), paper.partial(), paper.note()),
        hash.isEmpty() ? null : hash.equals(sealed.digest().hex()),
        desk.at(),
        until,
        null,
        null);
  }

  // ------------------------------------------------------------------ terms

  /**
   * By which terms an exhibit is read: those of every request that it answers, or none if it is no
   * return. Asked at each reading, whoever reads.
   *
   * @param exhibit which
   * @param how the name of the way in which it was acquired
   * @param named the request that its acquisition names, or null
   * @throws ProcessRefused {@code SX-HELP-UNTIED} if it is a return and tied to no request; {@code
   *     SX-HELP-HASH-DIFFERS} if its bytes are not those that the provider hashed
   */
  public List<ReturnLimits> limits(
      CaseId of, AuthorityId authority, ExhibitId exhibit, String how, @Nullable RequestId named) {
    return papers.read(
        of,
        desk -> {
          List<LegalRequest> answers =
              new RequestStore(desk, of)
                  .answeredBy(exhibit).stream()
                      .filter(request -> request.ask().authority().equals(authority))
                      .toList();
          boolean promised = named != null && answers.stream().noneMatch(r -> r.id().equals(named));
          if (promised || (answers.isEmpty() && how.equals("PROVIDER_RETURN"))) {
            throw new ProcessRefused(
                "SX-HELP-UNTIED",
                "a provider's return is read by the terms of its request",
                "exhibit " + exhibit,
                named == null ? "no request" : "request " + named,
                "record it as the return of its request first");
          }
          return answers.stream().map(request -> limits(desk, request, exhibit)).toList();
        });
  }

  private ReturnLimits limits(Desk desk, LegalRequest request, ExhibitId exhibit) {
    ProviderReturn one =
        request.returns().stream()
            .filter(r -> r.exhibit().equals(exhibit))
            .findFirst()
            .orElseThrow();
    if (Boolean.FALSE.equals(one.hashHolds())) {
      throw new ProcessRefused(
          "SX-HELP-HASH-DIFFERS",
          "these are not the bytes that the provider hashed",
          "exhibit " + exhibit,
          one.digest().hex(),
          "have the provider send them again, and seal what arrives as another return");
    }
    RequestDraft draft = request.written();
    InstrumentKind kind = draft.instrument();
    Instant served = request.moments().served();
    boolean unvalidated =
        served != null
            && Deadlines.awaitsValidation(request)
            && !desk.at().isBefore(Deadlines.validationDue(law.get(), request, kind, served));
    return new ReturnLimits(
        request.id(),
        Set.copyOf(request.ask().selectors()),
        request.ask().range(),
        request.ask().wanted(),
        draft.privilege().persons(),
        one.objectedAt() != null || unvalidated || Boolean.FALSE.equals(request.emergencyUpheld()));
  }

  // ------------------------------------------------------------------ after the scope check

  /**
   * Records what the scope check counted, and opens or seals the request by it.
   *
   * @param inScope records that the team may see
   * @param sealedBy records sealed off, by reason
   */
  public RequestState checked(
      ActorId by,
      CaseId of,
      RequestId id,
      ExhibitId exhibit,
      long inScope,
      Map<String, Long> sealedBy) {
    return Steps.step(
        papers,
        "PROCESS_SCOPE_CHECK",
        by,
        of,
        id,
        (desk, store, request) -> {
          ProviderReturn one =
              request.returns().stream()
                  .filter(r -> r.exhibit().equals(exhibit))
                  .findFirst()
                  .orElseThrow(() -> ProcessRefused.absent("return", exhibit.toString()));
          long sealed = sealedBy.values().stream().mapToLong(Long::longValue).sum();
          store.checked(one.id(), inScope, sealed);
          RequestState to =
              sealed > 0 || undecided(request, one)
                  ? RequestState.SEALED_OVERPRODUCTION
                  : RequestState.RELEASED;
          Map<String, String> about = new TreeMap<>();
          sealedBy.forEach((reason, count) -> about.put(reason, Long.toString(count)));
          about.put("IN_SCOPE", Long.toString(inScope));
          about.put("exhibit", exhibit.toString());
          desk.note("inScope", inScope);
          desk.note("sealed", sealed);
          if (request.state() == RequestState.RETURNED || request.state() == RequestState.PARTIAL) {
            Steps.move(
                store, request, "PROCESS_SCOPE_CHECK", RequestState.SCOPE_CHECK, by, Map.of());
            LegalRequest checking = store.locked(id);
            Steps.move(store, checking, "PROCESS_SCOPE_CHECK", to, by, about);
          } else {
            // Read again: the counts are renewed, the request stays where people brought it.
            store.step(request, "PROCESS_SCOPE_CHECK", request.state(), by, about);
            return request.state();
          }
          return to;
        });
  }

  /* Whether another return's sealed records still wait for the filter officer. */
  private static boolean undecided(LegalRequest request, ProviderReturn but) {
    Instant decided =
        request.history().stream()
            .filter(s -> s.deed().equals("PROCESS_DISPOSE"))
            .map(RequestStep::at)
            .reduce((a, b) -> b)
            .orElse(Instant.EPOCH);
    return request.returns().stream()
        .filter(r -> !r.id().equals(but.id()))
        .map(ProviderReturn::check)
        .anyMatch(check -> check != null && check.sealed() > 0 && check.at().isAfter(decided));
  }

  /** Records that the provider was told that it sent another account's data. */
  public void toldProvider(ActorId by, CaseId of, RequestId id, String how, Instant told) {
    Steps.step(
        papers,
        "PROCESS_TELL_PROVIDER",
        by,
        of,
        id,
        (desk, store, request) -> {
          desk.require(by, HelpDesk.SERVING, "tell a provider of over-production");
          Steps.requireState(request, RequestState.SEALED_OVERPRODUCTION);
          Steps.requirePast(told, desk.at());
          store.step(
              request,
              "PROCESS_TELL_PROVIDER",
              request.state(),
              by,
              Map.of("how", how.strip(), "told", told.toString()));
          return id;
        });
  }

  /** What becomes of what was sealed. */
  public enum Disposal {
    /** It is destroyed. */
    DESTROY,
    /** It goes back to the provider. */
    GIVE_BACK,
    /** It waits, sealed, for process of its own. */
    NEW_PROCESS
  }

  /**
   * The filter officer's decision on what was sealed.
   *
   * @throws ProcessRefused {@code SX-HELP-PROVIDER-UNTOLD} if another account's data came and the
   *     provider was not told
   */
  public void dispose(ActorId filter, CaseId of, RequestId id, Disposal disposal, String reasons) {
    Steps.step(
        papers,
        "PROCESS_DISPOSE",
        filter,
        of,
        id,
        (desk, store, request) -> {
          desk.require(filter, FILTERING, "decide on what was sealed");
          Steps.requireReasons(reasons);
          Steps.requireState(request, RequestState.SEALED_OVERPRODUCTION);
          if (desk.involved(request.ask().authority(), filter)) {
            throw new ProcessRefused(
                "SX-HELP-FILTER",
                "whoever works on the case does not filter for it",
                "request " + request.shortName(),
                filter.toString(),
                "let a filter officer outside the team decide");
          }
          if (strangers(request) && !told(request)) {
            throw new ProcessRefused(
                "SX-HELP-PROVIDER-UNTOLD",
                "the provider sent another account's data and was not told",
                "request " + request.shortName(),
                "SEALED_SELECTOR",
                "tell the provider, record it, then decide");
          }
          desk.note("disposal", disposal);
          Map<String, String> about = Map.of("disposal", disposal.name(), "reasons", reasons);
          Steps.move(store, request, "PROCESS_DISPOSE", RequestState.RELEASED, filter, about);
          return id;
        });
  }

  /** Whether the last scope check sealed another account's records. */
  static boolean strangers(LegalRequest request) {
    return request.history().stream()
        .filter(s -> s.deed().equals("PROCESS_SCOPE_CHECK"))
        .anyMatch(s -> s.about().containsKey("SEALED_SELECTOR"));
  }

  private static boolean told(LegalRequest request) {
    return request.history().stream().anyMatch(s -> s.deed().equals("PROCESS_TELL_PROVIDER"));
  }

  /** Records that the enforcing State objected: what came back is to be sealed off. */
  public void objected(ActorId by, CaseId of, RequestId id, ExhibitId exhibit, String reasons) {
    Steps.step(
        papers,
        "PROCESS_OBJECT",
        by,
        of,
        id,
        (desk, store, request) -> {
          desk.require(by, HelpDesk.SERVING, "record an objection");
          Steps.requireReasons(reasons);
          ProviderReturn one =
              request.returns().stream()
                  .filter(r -> r.exhibit().equals(exhibit))
                  .findFirst()
                  .orElseThrow(() -> ProcessRefused.absent("return", exhibit.toString()));
          store.objected(one.id());
          store.step(request, "PROCESS_OBJECT", request.state(), by, Map.of("reasons", reasons));
          desk.note("exhibit", exhibit);
          return id;
        });
  }

  /** Records that an emergency order was validated afterwards. */
  public void validated(ActorId by, CaseId of, RequestId id, String validator, String office) {
    Steps.step(
        papers,
        "PROCESS_VALIDATE",
        by,
        of,
        id,
        (desk, store, request) -> {
          desk.require(by, HelpDesk.SERVING, "record a validation");
          Steps.requireReasons(validator + " " + office);
          if (!Deadlines.awaitsValidation(request)) {
            throw new ProcessRefused(
                "SX-HELP-STATE",
                "it awaits no validation",
                "request " + request.shortName(),
                request.state().name(),
                "only orders issued unvalidated in an emergency are validated afterwards");
          }
          InstrumentKind kind = request.written().instrument();
          Instant due =
              Deadlines.validationDue(law.get(), request, kind, request.moments().created());
          if (!desk.at().isBefore(due)) {
            throw new ProcessRefused(
                "SX-HELP-LATE",
                "the time for validation is over",
                "request " + request.shortName(),
                due.toString(),
                "withdraw the order; what came back stays sealed");
          }
          store.step(
              request,
              "PROCESS_VALIDATE",
              request.state(),
              by,
              Map.of("validator", validator.strip(), "office", office.strip()));
          return id;
        });
  }

  /** Writes down what the fields of the return mean, by the provider's glossary. */
  public void interpreted(ActorId by, CaseId of, RequestId id, String glossary) {
    onward("PROCESS_INTERPRET", by, of, id, RequestState.INTERPRETED, "glossary", glossary);
  }

  /** Writes down why the user is not told yet; it holds for the pack's time and lapses then. */
  public void deferNotice(ActorId by, CaseId of, RequestId id, String reasons) {
    Steps.step(
        papers,
        "PROCESS_DEFER_NOTICE",
        by,
        of,
        id,
        (desk, store, request) -> {
          desk.require(by, HelpDesk.SERVING, "defer notice");
          Steps.requireReasons(reasons);
          if (request.returns().isEmpty() || request.state().over()) {
            throw new ProcessRefused(
                "SX-HELP-STATE",
                "there is nothing to give notice of",
                "request " + request.shortName(),
                request.state().name(),
                "notice is due once something came back");
          }
          store.step(
              request, "PROCESS_DEFER_NOTICE", request.state(), by, Map.of("reasons", reasons));
          return id;
        });
  }

  /** Records that the user was told, or that law lets the house not tell at all. */
  public void noticed(ActorId by, CaseId of, RequestId id, String how) {
    onward("PROCESS_NOTICE", by, of, id, RequestState.NOTICE_DONE, "how", how);
  }

  /** Closes a request. */
  public void close(ActorId by, CaseId of, RequestId id, String outcome) {
    onward("PROCESS_CLOSE", by, of, id, RequestState.CLOSED, "outcome", outcome);
  }

  private void onward(
      String deed,
      ActorId by,
      CaseId of,
      RequestId id,
      RequestState to,
      String name,
      String words) {
    Steps.step(
        papers,
        deed,
        by,
        of,
        id,
        (desk, store, request) -> {
          desk.require(by, RECEIVING, deed);
          Steps.requireReasons(words);
          Steps.move(store, request, deed, to, by, Map.of(name, words));
          return id;
        });
  }
}
