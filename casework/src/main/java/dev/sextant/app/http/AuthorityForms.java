package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.http.Views.ApprovalView;
import dev.sextant.app.http.Views.AuthorityDetail;
import dev.sextant.app.http.Views.AuthorityForm;
import dev.sextant.app.http.Views.AuthoritySummary;
import dev.sextant.app.http.Views.HistoryEntry;
import dev.sextant.app.http.Views.PermitView;
import dev.sextant.app.http.Views.Person;
import dev.sextant.app.http.Views.PrinciplesView;
import dev.sextant.app.http.Views.QuotaView;
import dev.sextant.authority.Actor;
import dev.sextant.authority.Approval;
import dev.sextant.authority.AuthorityDraft;
import dev.sextant.authority.AuthorityFile;
import dev.sextant.authority.AuthorityState;
import dev.sextant.authority.BusinessCase;
import dev.sextant.authority.CaseFile;
import dev.sextant.authority.OralGrant;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Principles;
import dev.sextant.authority.Role;
import dev.sextant.authority.Scope;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Between the authority room's values and the forms and pages that show them. */
final class AuthorityForms {
  /** From these a further version can be applied for. */
  private static final Set<AuthorityState> RENEWABLE =
      EnumSet.of(
          AuthorityState.ACTIVE,
          AuthorityState.ACTIVE_URGENT,
          AuthorityState.SUSPENDED,
          AuthorityState.EXPIRED);

  private final House house;

  AuthorityForms(House house) {
    this.house = house;
  }

  static Person person(Actor actor) {
    return new Person(
        actor.id().toString(),
        actor.login(),
        actor.name(),
        actor.roles().stream().map(Enum::name).toList());
  }

  /** A form as an application. */
  AuthorityDraft draft(CaseId of, AuthorityForm form) {
    Map<String, String> stable = form.stableIds() == null ? Map.of() : form.stableIds();
    Scope scope =
        new Scope(
            form.selectors().stream().map(Selector::parse).collect(Collectors.toSet()),
            form.platforms().stream().map(Platform::new).collect(Collectors.toSet()),
            Span.between(
                time("contentFrom", form.contentFrom()), time("contentTo", form.contentTo())),
            form.maxLevel(),
            stable.entrySet().stream()
                .collect(Collectors.toMap(e -> Selector.parse(e.getKey()), Map.Entry::getValue)));
    return new AuthorityDraft(
        of,
        new AuthorityDraft.Basis(
            form.jurisdiction(),
            form.instrument(),
            form.number(),
            form.issuer(),
            form.offence(),
            choice(BusinessCase.class, form.businessCase())),
        principles(form.principles()),
        new AuthorityDraft.Bounds(
            scope,
            Span.between(time("opFrom", form.opFrom()), time("opTo", form.opTo())),
            Set.copyOf(form.methods()),
            form.hopLimit(),
            new AuthorityDraft.Quota(
                form.quota().items(), form.quota().subjects(), form.quota().views())),
        new AuthorityDraft.Duties(
            form.team().stream().map(ActorId::parse).collect(Collectors.toSet()),
            Duration.ofDays(form.reviewEveryDays()),
            form.handling(),
            Duration.ofDays(form.retentionDays()),
            form.flags().stream()
                .map(flag -> choice(AuthorityDraft.SensitiveFlag.class, flag))
                .collect(Collectors.toSet())));
  }

  /** The six principles of a form. */
  static Principles principles(PrinciplesView p) {
    return new Principles(
        p.cause(),
        new Principles.Motive(p.motive(), p.interests()),
        new Principles.Necessity(p.necessity(), p.proportionality(), p.collateral()),
        new Principles.Right(p.right(), p.validation()),
        new Principles.LastResort(p.lastResort(), p.tried()),
        new Principles.Prospect(p.prospect(), p.stopCriteria()));
  }

  private static Instant time(String field, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new BadValue("SX-HTTP-TIME", field, text, "write it as 2026-01-31T00:00:00Z");
    }
  }

  private static <E extends Enum<E>> E choice(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.name().equals(text))
        .findFirst()
        .orElseThrow(() ->
            new BadValue(
                "SX-HTTP-CHOICE",
                type.getSimpleName(),
                text,
                "use one of " + Arrays.toString(type.getEnumConstants())));
  }

  AuthorityForm form(AuthorityDraft draft) {
    Principles p = draft.principles();
    Scope scope = draft.bounds().scope();
    Span op = draft.bounds().operationWindow();
    AuthorityDraft.Quota quota = draft.bounds().quota();
    return new AuthorityForm(
        draft.basis().jurisdiction(),
        draft.basis().instrument(),
        draft.basis().number(),
        draft.basis().issuer(),
        draft.basis().offence(),
        draft.basis().businessCase().name(),
        new PrinciplesView(
            p.cause(),
            p.motive().text(),
            p.motive().interests(),
            p.necessity().text(),
            p.necessity().proportionality(),
            p.necessity().collateral(),
            p.right().text(),
            p.right().validation(),
            p.lastResort().text(),
            p.lastResort().tried(),
            p.prospect().text(),
            p.prospect().stop()),
        scope.selectors().stream().map(Selector::toString).toList(),
        scope.platforms().stream().map(Platform::toString).toList(),
        text(scope.contentWindow().from()),
        text(scope.contentWindow().to()),
        text(op.from()),
        text(op.to()),
        scope.maxLevel(),
        List.copyOf(draft.bounds().methods()),
        draft.bounds().hopLimit(),
        new QuotaView(quota.items(), quota.subjects(), quota.views()),
        draft.duties().team().stream().map(ActorId::toString).toList(),
        (int) draft.duties().reviewEvery().toDays(),
        draft.duties().handling(),
        (int) draft.duties().retention().toDays(),
        draft.duties().flags().stream().map(Enum::name).toList(),
        scope.stableIds().entrySet().stream()
            .collect(Collectors.toMap(e -> e.getKey().toString(), Map.Entry::getValue)));
  }

  private static String text(@Nullable Instant instant) {
    return instant == null ? "" : instant.toString();
  }

  AuthoritySummary summary(ActorId caller, AuthorityFile file) {
    AuthorityDraft draft = file.document().draft();
    boolean onTeam = draft.duties().team().contains(caller);
    return new AuthoritySummary(
        file.document().id().toString(),
        file.document().version(),
        file.state().name(),
        draft.basis().instrument(),
        draft.basis().number(),
        draft.basis().businessCase().name(),
        text(draft.bounds().operationWindow().from()),
        text(draft.bounds().operationWindow().to()),
        onTeam,
        onTeam && file.state().living());
  }

  AuthorityDetail detail(ActorId caller, AuthorityFile file) {
    AuthorityDraft draft = file.document().draft();
    return new AuthorityDetail(
        file.document().id().toString(),
        draft.caseId().toString(),
        file.document().version(),
        file.state().name(),
        person(actor(file.document().applicant())),
        file.digest().hex(),
        file.document().needsOversight(),
        file.signed().stream().map(Enum::name).sorted().toList(),
        allowed(actor(caller), file),
        form(draft),
        file.approvals().stream()
            .map(a ->
                new ApprovalView(
                    a.at().toString(),
                    actor(a.actor()).name(),
                    a.role().name(),
                    a.decision().name(),
                    a.reasons(),
                    holds(file, a)))
            .toList(),
        file.history().stream()
            .map(t ->
                new HistoryEntry(
                    t.at().toString(),
                    t.actor() == null ? "the clock" : actor(t.actor()).name(),
                    t.from().name(),
                    t.to().name(),
                    t.reasons(),
                    t.leaf()))
            .toList());
  }

  /* What was granted by word of mouth was decided on before it was written up. */
  private static boolean holds(AuthorityFile file, Approval approval) {
    OralGrant oral = file.document().oral();
    return approval.document().equals(file.digest())
        || (oral != null && approval.document().equals(oral.granted()));
  }

  private Actor actor(ActorId id) {
    return house.authority().people().actor(id);
  }

  /* Only what the page offers; the authority room itself decides when it is tried. */
  private static List<String> allowed(Actor caller, AuthorityFile file) {
    AuthorityState state = file.state();
    boolean applicant = file.document().applicant().equals(caller.id());
    boolean team = file.document().draft().duties().team().contains(caller.id());
    List<String> allowed = new ArrayList<>();
    boolean open =
        state == AuthorityState.DRAFT
            || state == AuthorityState.RETURNED
            || state == AuthorityState.RENEWAL_PENDING;
    if (applicant && open) {
      allowed.addAll(List.of("amend", "sign", "submit"));
    }
    if (applicant && state.next().contains(AuthorityState.CANCELLED)) {
      allowed.add("cancel");
    }
    if (applicant && state == AuthorityState.ACTIVE_URGENT) {
      allowed.add("write-up");
    }
    if ((applicant || team) && caller.is(Role.ANALYST) && RENEWABLE.contains(state)) {
      allowed.add("renew");
    }
    if (caller.is(Role.AUTHORISING_OFFICER) && !applicant && !team) {
      switch (state) {
        case SUBMITTED -> allowed.addAll(List.of("approve", "return", "refuse"));
        case ACTIVE -> allowed.addAll(List.of("review", "suspend", "cancel"));
        case ACTIVE_URGENT -> allowed.addAll(List.of("suspend", "cancel"));
        case SUSPENDED -> allowed.addAll(List.of("review", "resume", "cancel"));
        case EXPIRED, CANCELLED, LAPSED -> allowed.add("begin-closing");
        case CLOSING -> allowed.add("close");
        default -> {}
      }
    }
    if (caller.is(Role.OVERSEER) && !applicant && !team) {
      switch (state) {
        case OVERSIGHT_PENDING ->
            allowed.addAll(List.of("oversee-approve", "oversee-return", "oversee-refuse"));
        case ACTIVE, ACTIVE_URGENT, SUSPENDED -> {
          if (!overseen(file) && state != AuthorityState.ACTIVE_URGENT) {
            allowed.addAll(List.of("oversee-approve", "oversee-refuse"));
          }
          allowed.addAll(List.of(state == AuthorityState.SUSPENDED ? "resume" : "suspend"));
        }
        default -> {}
      }
      if (state != AuthorityState.QUASHED && !open) {
        allowed.add("quash");
      }
    }
    if (team && state.living()) {
      allowed.add("permit");
    }
    return allowed;
  }

  /* An authority that lives without the overseer's word needs it within days, or it stops. */
  private static boolean overseen(AuthorityFile file) {
    return file.approvals().stream()
        .anyMatch(a -> a.role() == Role.OVERSEER && a.document().equals(file.digest()));
  }

  PermitView permit(Permit permit) {
    CaseFile file = house.authority().cases().file(permit);
    Span window = permit.scope().contentWindow();
    return new PermitView(
        permit.id().toString(),
        file.id().toString(),
        file.shortName(),
        file.name(),
        permit.authority().toString(),
        permit.authorityVersion(),
        permit.purpose().text(),
        permit.expires().toString(),
        permit.scope().selectors().stream().map(Selector::toString).toList(),
        permit.scope().platforms().stream().map(Platform::toString).toList(),
        window.from() == null ? null : Objects.requireNonNull(window.from()).toString(),
        window.to() == null ? null : Objects.requireNonNull(window.to()).toString(),
        permit.scope().maxLevel());
  }
}
