package dev.sextant.helpdesk;

import dev.sextant.authority.Actor;
import dev.sextant.authority.CasePapers;
import dev.sextant.authority.CasePapers.InForce;
import dev.sextant.authority.JurisdictionPack;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Role;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.RequestId;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Requests to providers, from intake to service. What comes back is {@link Returns}' affair, what
 * is asked in an emergency {@link Emergencies}'.
 */
public final class HelpDesk {
  private static final int SALT_BYTES = 16;
  private static final Set<Role> DRAFTING = EnumSet.of(Role.LEGAL_PROCESS_OFFICER, Role.ANALYST);
  private static final Set<Role> REVIEWING =
      EnumSet.of(Role.LEGAL_PROCESS_OFFICER, Role.AUTHORISING_OFFICER);
  static final Set<Role> SERVING = EnumSet.of(Role.LEGAL_PROCESS_OFFICER);

  private final CasePapers papers;
  private final Supplier<JurisdictionPack> pack;
  private final Playbooks playbooks;
  private final Emergencies emergencies;
  private final Returns returns;

  /**
   * @param papers the way to a case's papers
   * @param pack the jurisdiction's pack in force
   * @param playbooks what is known of providers
   */
  public HelpDesk(CasePapers papers, Supplier<JurisdictionPack> pack, Playbooks playbooks) {
    this.papers = papers;
    this.pack = pack;
    this.playbooks = playbooks;
    this.emergencies = new Emergencies(papers, this::law);
    this.returns = new Returns(papers, this::law);
  }

  ProcessLaw law() {
    return new ProcessLaw(pack.get());
  }

  /** What is known of providers. */
  public Playbooks playbooks() {
    return playbooks;
  }

  /**
   * An instrument of this jurisdiction.
   *
   * @param kind which
   * @param threshold what must be shown
   * @param source where the law says so
   */
  public record Instrumentation(InstrumentKind kind, String threshold, String source) {}

  /** The instruments of this jurisdiction, the one that only keeps first, then lowest first. */
  public List<Instrumentation> instruments() {
    ProcessLaw rules = law();
    return Stream.of(
            Stream.of(rules.preservation()), rules.ladder().stream(), rules.emergency().stream())
        .flatMap(kinds -> kinds)
        .map(kind -> new Instrumentation(kind, rules.threshold(kind), rules.source(kind)))
        .toList();
  }

  /** Whether a playbook is older than the pack lets anybody rely on. */
  public boolean stale(Playbook playbook, Instant now) {
    return playbook.stale(law().staleAfter(), now);
  }

  /** What came back, and by which terms it is read. */
  public Returns returns() {
    return returns;
  }

  /** Requests in emergencies, and their stop. */
  public Emergencies emergencies() {
    return emergencies;
  }

  // ------------------------------------------------------------------ drafting

  /**
   * Takes in what is wanted.
   *
   * @param by a legal-process officer, or an analyst who works under the authority
   */
  public RequestId intake(ActorId by, CaseId of, Ask ask) {
    RequestId id = RequestId.random();
    Particulars inputs =
        Particulars.none()
            .id("request", id)
            .id("authority", ask.authority())
            .token("provider", ask.provider());
    return papers.deed(
        "PROCESS_INTAKE",
        by,
        of,
        inputs,
        desk -> {
          Actor actor = desk.require(by, DRAFTING, "take in a request");
          InForce authority = desk.inForce(ask.authority());
          requirePart(actor, authority);
          if (ask.emergency()) {
            emergencies.requireOpen(desk);
          }
          new DraftCheck(law()).ask(ask, authority, playbooks.of(ask.provider()));
          RequestBody body = new RequestBody(id, salt(), ask, null, null);
          int number = new RequestStore(desk, of).insert(body, by);
          desk.note("number", number);
          desk.note("document", body.digest());
          return id;
        });
  }

  /** Finds the lowest instrument that suffices, and says why. */
  public Advice advise(ActorId by, CaseId of, RequestId id) {
    return step(
        "PROCESS_ADVISE",
        by,
        of,
        id,
        (desk, store, request) -> {
          Advice advice = advice(store.all(), request.ask(), desk.at());
          desk.note("proposed", advice.proposed());
          if (request.state() == RequestState.INTAKE) {
            store.rewrite(
                request, store.body(id).withAdvice(advice.proposed()), RequestState.ADVISED);
            store.step(request, "PROCESS_ADVISE", RequestState.ADVISED, by, Map.of());
          }
          return advice;
        });
  }

  /** Advice on a wish that nobody has taken in; nothing is kept or logged. */
  public Advice advise(Ask ask, Instant now) {
    return new Adviser(law(), playbooks).advise(ask, false, now);
  }

  /** Advice on a wish within a case, before anybody takes it in; nothing is kept. */
  public Advice advise(ActorId viewer, CaseId of, Ask ask) {
    return papers.read(
        of,
        desk -> {
          RequestStore store = new RequestStore(desk, of);
          List<LegalRequest> seen =
              store.all().stream().filter(r -> Steps.mayLook(desk, viewer, r)).toList();
          return advice(seen, ask, desk.at());
        });
  }

  private Advice advice(List<LegalRequest> requests, Ask ask, Instant now) {
    boolean preserved =
        requests.stream()
            .anyMatch(other ->
                other.state() == RequestState.PRESERVED
                    && other.ask().provider().equals(ask.provider())
                    && other.ask().selectors().containsAll(ask.selectors()));
    return new Adviser(law(), playbooks).advise(ask, preserved, now);
  }

  /**
   * Writes the request: again as often as needed, until it goes to review.
   *
   * @throws ProcessRefused {@code SX-HELP-MATRIX}, {@code SX-HELP-ISSUER}, {@code
   *     SX-HELP-THRESHOLD}, {@code SX-HELP-LEAST} or another, if there can be no such request
   */
  public void draft(ActorId by, CaseId of, RequestId id, RequestDraft draft) {
    step(
        "PROCESS_DRAFT",
        by,
        of,
        id,
        (desk, store, request) -> {
          Steps.requireState(request, RequestState.ADVISED, RequestState.DRAFT);
          requireDrafter(request, by);
          InForce authority = desk.inForce(request.ask().authority());
          DraftCheck check = new DraftCheck(law());
          check.ask(request.ask(), authority, playbooks.of(request.ask().provider()));
          RequestBody body = store.body(id);
          check.draft(body, draft);
          if (draft.preservation() != null) {
            requirePreservation(store.find(draft.preservation()), request);
          }
          RequestBody written = body.withDraft(draft);
          store.rewrite(request, written, RequestState.DRAFT);
          store.step(request, "PROCESS_DRAFT", RequestState.DRAFT, by, Map.of());
          desk.note("instrument", draft.instrument());
          desk.note("document", written.digest());
          return id;
        });
  }

  private static void requirePreservation(LegalRequest preservation, LegalRequest request) {
    boolean fits =
        preservation.ask().provider().equals(request.ask().provider())
            && preservation.draft() != null
            && preservation.written().instrument().preserves();
    if (!fits) {
      throw new ProcessRefused(
          "SX-HELP-PRESERVATION",
          "that is no preservation at this provider",
          "preservation",
          preservation.shortName(),
          "name a preservation of the same provider, or none");
    }
  }

  /** Hands the draft to a second person. */
  public void submit(ActorId by, CaseId of, RequestId id) {
    step(
        "PROCESS_SUBMIT",
        by,
        of,
        id,
        (desk, store, request) -> {
          Steps.requireState(request, RequestState.DRAFT);
          requireDrafter(request, by);
          Steps.move(store, request, "PROCESS_SUBMIT", RequestState.LEGAL_REVIEW, by, Map.of());
          return id;
        });
  }

  /**
   * The second person's word on the draft.
   *
   * @param by a legal-process or authorising officer who did not draft it and is not on the team
   * @param accepted false sends it back
   */
  public void review(ActorId by, CaseId of, RequestId id, boolean accepted, String reasons) {
    step(
        "PROCESS_REVIEW",
        by,
        of,
        id,
        (desk, store, request) -> {
          Steps.requireState(request, RequestState.LEGAL_REVIEW);
          desk.require(by, REVIEWING, "review a request");
          Steps.requireReasons(reasons);
          if (request.people().draftedBy().equals(by)) {
            throw new ProcessRefused(
                "SX-HELP-FOUR-EYES",
                "whoever drafted it does not review it",
                "request " + request.shortName(),
                by.toString(),
                "ask another legal-process or authorising officer");
          }
          desk.note("accepted", accepted ? "yes" : "no");
          desk.note("document", request.digest());
          Map<String, String> about = Map.of("reasons", reasons);
          if (accepted) {
            store.reviewed(id, by, request.digest());
            store.step(request, "PROCESS_REVIEW", RequestState.LEGAL_REVIEW, by, about);
          } else {
            Steps.move(store, request, "PROCESS_REVIEW", RequestState.DRAFT, by, about);
          }
          return id;
        });
  }

  /**
   * Records that the issuer has signed: the judge, prosecutor or agency that the draft names.
   *
   * @param reference docket or file number of what was signed
   * @param signed when
   */
  public void issue(ActorId by, CaseId of, RequestId id, String reference, Instant signed) {
    step(
        "PROCESS_ISSUE",
        by,
        of,
        id,
        (desk, store, request) -> {
          Steps.requireState(request, RequestState.LEGAL_REVIEW);
          desk.require(by, SERVING, "record that a request was issued");
          desk.inForce(request.ask().authority());
          if (request.people().reviewedBy() == null) {
            throw new ProcessRefused(
                "SX-HELP-FOUR-EYES",
                "no second person has accepted it",
                "request " + request.shortName(),
                request.state().name(),
                "have it reviewed first");
          }
          Steps.requirePast(signed, desk.at());
          store.issued(id, signed);
          Map<String, String> about =
              Map.of("reference", reference.strip(), "signed", signed.toString());
          Steps.move(store, request, "PROCESS_ISSUE", RequestState.ISSUED, by, about);
          return id;
        });
  }

  /**
   * Records that the provider has it. Sending is not done here.
   *
   * @param how by which channel
   * @param reference the provider's or the channel's number, or empty
   * @param served when
   * @throws ProcessRefused {@code SX-HELP-EMERGENCY-STOPPED} if it is an emergency and the unit is
   *     suspended from those
   */
  public void serve(
      ActorId by, CaseId of, RequestId id, String how, String reference, Instant served) {
    emergencies.watch();
    boolean emergency =
        step(
            "PROCESS_SERVE",
            by,
            of,
            id,
            (desk, store, request) -> {
              Steps.requireState(request, RequestState.ISSUED);
              desk.require(by, SERVING, "record service");
              desk.inForce(request.ask().authority());
              if (request.ask().emergency()) {
                emergencies.requireOpen(desk);
              }
              Steps.requirePast(served, desk.at());
              store.served(id, served);
              Map<String, String> about =
                  Map.of(
                      "how", how.strip(),
                      "reference", reference.strip(),
                      "served", served.toString());
              Steps.move(store, request, "PROCESS_SERVE", RequestState.SERVED, by, about);
              return request.ask().emergency();
            });
    if (emergency) {
      emergencies.watch();
    }
  }

  /** What a provider may say before it sends anything. */
  public enum Answer {
    /** It works on it; a preservation is then in force. */
    ACKNOWLEDGED,
    /** It asks back. */
    CLARIFY,
    /** It declines. */
    REFUSED,
    /** It contests it. */
    CHALLENGED
  }

  /** Records what the provider said. */
  public void answered(ActorId by, CaseId of, RequestId id, Answer answer, String words) {
    step(
        "PROCESS_ANSWER",
        by,
        of,
        id,
        (desk, store, request) -> {
          desk.require(by, SERVING, "record a provider's answer");
          boolean keeps = request.written().instrument().preserves();
          RequestState to =
              answer == Answer.ACKNOWLEDGED && keeps
                  ? RequestState.PRESERVED
                  : RequestState.valueOf(answer.name());
          Steps.move(store, request, "PROCESS_ANSWER", to, by, Map.of("words", words.strip()));
          return id;
        });
  }

  /**
   * Renews a preservation.
   *
   * @throws ProcessRefused {@code SX-HELP-RENEWED} if the law allows no further renewal; {@code
   *     SX-HELP-LAPSED} if it has run out
   */
  public void renew(ActorId by, CaseId of, RequestId id, String reference) {
    step(
        "PROCESS_RENEW",
        by,
        of,
        id,
        (desk, store, request) -> {
          Steps.requireState(request, RequestState.PRESERVED);
          desk.require(by, SERVING, "renew a preservation");
          desk.inForce(request.ask().authority());
          InstrumentKind kind = request.written().instrument();
          Instant served = request.moments().served();
          Instant until = Deadlines.kept(law(), request, kind, served == null ? desk.at() : served);
          if (!desk.at().isBefore(until)) {
            throw new ProcessRefused(
                "SX-HELP-LAPSED",
                "the preservation has run out",
                "request " + request.shortName(),
                until.toString(),
                "ask anew; what was deleted meanwhile is gone");
          }
          if (Deadlines.renewals(request) >= law().number(kind, "renewals")) {
            throw new ProcessRefused(
                "SX-HELP-RENEWED",
                "the law allows no further renewal",
                "request " + request.shortName(),
                until.toString(),
                "ask for production before it runs out");
          }
          Map<String, String> about = Map.of("reference", reference.strip());
          Steps.move(store, request, "PROCESS_RENEW", RequestState.PRESERVED, by, about);
          return id;
        });
  }

  /** Gives a request up before anything came back. */
  public void withdraw(ActorId by, CaseId of, RequestId id, String reasons) {
    step(
        "PROCESS_WITHDRAW",
        by,
        of,
        id,
        (desk, store, request) -> {
          Steps.requireReasons(reasons);
          if (!request.people().draftedBy().equals(by)) {
            desk.require(by, SERVING, "withdraw a request");
          }
          Steps.move(
              store,
              request,
              "PROCESS_WITHDRAW",
              RequestState.WITHDRAWN,
              by,
              Map.of("reasons", reasons));
          return id;
        });
  }

  // ------------------------------------------------------------------ looking

  /**
   * The requests of a case.
   *
   * @param viewer a legal-process, authorising or filter officer, the overseer, or on the team
   */
  public List<LegalRequest> requests(ActorId viewer, CaseId of) {
    return papers.read(
        of,
        desk ->
            new RequestStore(desk, of)
                .all().stream().filter(request -> Steps.mayLook(desk, viewer, request)).toList());
  }

  /** One request. */
  public LegalRequest request(ActorId viewer, CaseId of, RequestId id) {
    return papers.read(
        of,
        desk -> {
          LegalRequest request = new RequestStore(desk, of).find(id);
          if (!Steps.mayLook(desk, viewer, request)) {
            throw ProcessRefused.absent("request", id.toString());
          }
          return request;
        });
  }

  /** The clocks that run in a case, soonest first. */
  public List<Deadline> due(ActorId viewer, CaseId of) {
    return papers.read(
        of,
        desk ->
            new RequestStore(desk, of)
                .all().stream()
                    .filter(request -> Steps.mayLook(desk, viewer, request))
                    .flatMap(request ->
                        Deadlines.of(
                            law(),
                            request,
                            desk.at(),
                            desk.living(request.ask().authority()).map(InForce::until).orElse(null))
                            .stream())
                    .sorted(Comparator.comparing(Deadline::due))
                    .toList());
  }

  /** The clocks of the cases given that run for requests that a person drafted, soonest first. */
  public List<Deadline> due(ActorId officer, List<CaseId> cases) {
    return cases.stream()
        .flatMap(one -> due(officer, one).stream())
        .sorted(Comparator.comparing(Deadline::due))
        .toList();
  }

  /**
   * A paper of a request as a PDF; that it was printed is logged.
   *
   * @throws ProcessRefused {@code SX-HELP-PAPER} if the instrument has no such paper
   */
  public byte[] paper(ActorId by, CaseId of, RequestId id, PaperKind kind) {
    return papers.deed(
        "PROCESS_PRINT",
        by,
        of,
        Particulars.none().id("request", id).token("paper", kind.name()),
        desk -> {
          LegalRequest request = new RequestStore(desk, of).find(id);
          if (!Steps.mayLook(desk, by, request)) {
            throw ProcessRefused.absent("request", id.toString());
          }
          byte[] pdf = Papers.print(kind, request, playbooks.of(request.ask().provider()), law());
          desk.note("document", request.digest());
          desk.note("paper", dev.sextant.terms.Digest.of(pdf));
          return pdf;
        });
  }

  // ------------------------------------------------------------------ steps

  private <T> T step(String deed, ActorId by, CaseId of, RequestId id, Steps.Work<T> work) {
    return Steps.step(papers, deed, by, of, id, work);
  }

  private static void requirePart(Actor actor, InForce authority) {
    if (!actor.is(Role.LEGAL_PROCESS_OFFICER) && !authority.involves(actor.id())) {
      throw new ProcessRefused(
          "SX-HELP-PART",
          "an analyst asks only under an authority that he works under",
          "authority " + authority.id(),
          actor.id().toString(),
          "ask somebody on its team, or a legal-process officer");
    }
  }

  private static void requireDrafter(LegalRequest request, ActorId by) {
    if (!request.people().draftedBy().equals(by)) {
      throw new ProcessRefused(
          "SX-HELP-DRAFTER",
          "only whoever took it in writes it",
          "request " + request.shortName(),
          by.toString(),
          "review it instead, or take in one of your own");
    }
  }

  private static String salt() {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }
}
