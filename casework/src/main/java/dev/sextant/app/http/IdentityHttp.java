package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.http.IdentityViews.EntityCardView;
import dev.sextant.app.http.IdentityViews.EntityChangeView;
import dev.sextant.app.http.IdentityViews.FootprintView;
import dev.sextant.app.http.IdentityViews.GenericView;
import dev.sextant.app.http.IdentityViews.GroupView;
import dev.sextant.app.http.IdentityViews.HandleView;
import dev.sextant.app.http.IdentityViews.LeadAccountDraft;
import dev.sextant.app.http.IdentityViews.LeadAccountView;
import dev.sextant.app.http.IdentityViews.PairView;
import dev.sextant.app.http.IdentityViews.PreviewView;
import dev.sextant.app.http.IdentityViews.ReviewView;
import dev.sextant.app.http.IdentityViews.SecondWord;
import dev.sextant.app.http.IdentityViews.SuggestionsView;
import dev.sextant.app.http.IdentityViews.WeakestView;
import dev.sextant.app.http.Views.AccountRow;
import dev.sextant.app.http.Views.EntityView;
import dev.sextant.app.http.Views.JudgementDraft;
import dev.sextant.app.http.Views.JudgementView;
import dev.sextant.app.http.Views.ReasonView;
import dev.sextant.app.http.Views.Reasons;
import dev.sextant.app.http.Views.StatedView;
import dev.sextant.app.http.Views.SuggestionView;
import dev.sextant.authority.Permit;
import dev.sextant.identity.Account;
import dev.sextant.identity.Entities;
import dev.sextant.identity.Entity;
import dev.sextant.identity.EntityCard;
import dev.sextant.identity.EntityChange;
import dev.sextant.identity.EntityKey;
import dev.sextant.identity.Identity;
import dev.sextant.identity.Judgement;
import dev.sextant.identity.JudgementVerdict;
import dev.sextant.identity.LeadAccount;
import dev.sextant.identity.Likeness;
import dev.sextant.identity.Pair;
import dev.sextant.identity.Preview;
import dev.sextant.identity.Review;
import dev.sextant.identity.Suggested;
import dev.sextant.identity.Suggestion;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.Digest;
import dev.sextant.terms.JudgementId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, suggestions, judgements, entities. */
@RestController
class IdentityHttp {
  private final House house;

  IdentityHttp(House house) {
    this.house = house;
  }

  private Identity identity() {
    return house.rooms().identity();
  }

  @GetMapping("/api/accounts")
  List<AccountRow> accounts(Permit permit) {
    List<AccountRow> rows = new ArrayList<>();
    for (Entity entity : identity().entities(permit).all()) {
      entity.accounts().forEach(account -> rows.add(row(account, entity.key().toString())));
    }
    return rows;
  }

  /** One account's card and the entity it belongs to; how often one is looked at is counted. */
  @GetMapping("/api/account")
  EntityView card(Permit permit, @RequestParam String key) {
    Entity entity = identity().card(permit, key);
    return view(entity, List.of());
  }

  /** What the machine proposes: pairs with what speaks for and against, and groups. */
  @GetMapping("/api/suggestions")
  SuggestionsView suggestions(Permit permit) {
    Entities entities = identity().entities(permit);
    Map<String, AccountRow> rows = new HashMap<>();
    for (Entity entity : entities.all()) {
      entity.accounts().forEach(a -> rows.put(a.key(), row(a, entity.key().toString())));
    }
    Suggested suggested = identity().survey(permit);
    return new SuggestionsView(
        suggested.suggestions().stream().map(s -> view(s, rows)).toList(),
        suggested.groups().stream()
            .map(g ->
                new GroupView(
                    g.accounts().stream().map(a -> Objects.requireNonNull(rows.get(a))).toList(),
                    Likeness.bits(g.weakest()),
                    g.link().a(),
                    g.link().b()))
            .toList(),
        suggested.generic().stream()
            .map(g -> new GenericView(g.selector().toString(), g.accounts()))
            .toList());
  }

  private static SuggestionView view(Suggestion suggestion, Map<String, AccountRow> rows) {
    return new SuggestionView(
        Objects.requireNonNull(rows.get(suggestion.pair().a())),
        Objects.requireNonNull(rows.get(suggestion.pair().b())),
        suggestion.reasons().stream()
            .map(r ->
                new ReasonView(
                    r.kind().words(),
                    r.selector().toString(),
                    r.records().stream().map(Digest::hex).toList()))
            .toList(),
        IdentityViews.view(suggestion.likeness()));
  }

  @GetMapping("/api/judgements")
  List<JudgementView> judgements(Permit permit) {
    List<Judgement> all = identity().judgements(permit);
    Map<JudgementId, Judgement> withdrawals = new HashMap<>();
    all.forEach(j -> {
      JudgementId withdrawn = j.withdraws();
      if (withdrawn != null) {
        withdrawals.put(withdrawn, j);
      }
    });
    return all.stream()
        .filter(j -> !j.withdrawal())
        .map(j -> view(j, withdrawals.get(j.id())))
        .toList();
  }

  @PostMapping("/api/judgements")
  JudgementView judge(Permit permit, @RequestBody JudgementDraft draft) {
    Judgement judgement =
        identity()
            .judge(
                permit, new Pair(draft.a(), draft.b()), verdict(draft.verdict()), draft.reason());
    return view(judgement, null);
  }

  @PostMapping("/api/judgements/{id}/withdraw")
  JudgementView withdraw(Permit permit, @PathVariable String id, @RequestBody Reasons body) {
    JudgementId judgement = JudgementId.parse(id);
    Judgement withdrawal = identity().withdraw(permit, judgement, body.reasons());
    Judgement withdrawn =
        identity().judgements(permit).stream()
            .filter(j -> j.id().equals(judgement))
            .findFirst()
            .orElseThrow();
    return view(withdrawn, withdrawal);
  }

  /** The entities; with a moment, as they were known then. */
  @GetMapping("/api/entities")
  List<EntityView> entities(Permit permit, @RequestParam(required = false) @Nullable String asOf) {
    Entities entities =
        asOf == null ? identity().entities(permit) : identity().entities(permit, moment(asOf));
    return entities.all().stream()
        .map(e ->
            view(
                e,
                entities.conflicts().stream()
                    .filter(c -> c.entity().equals(e.key()) || c.other().equals(e.key()))
                    .map(c ->
                        c.judgement().pair().a()
                            + " and "
                            + c.judgement().pair().b()
                            + " were judged different, and others would join them")
                    .toList()))
        .toList();
  }

  private static Instant moment(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new BadValue("SX-HTTP-MOMENT", "asOf", text, "write 2026-01-31T12:00:00Z");
    }
  }

  /** A second person approves or refuses a judgement that counts only with it. */
  @PostMapping("/api/judgements/{id}/review")
  JudgementView review(Permit permit, @PathVariable String id, @RequestBody SecondWord draft) {
    return view(
        identity().review(permit, JudgementId.parse(id), draft.approved(), draft.reason()), null);
  }

  /** An entity with why it holds together; a key once given leads on. */
  @GetMapping("/api/entity")
  EntityCardView entity(Permit permit, @RequestParam String key) {
    EntityCard card = identity().entity(permit, EntityKey.parse(key));
    EntityCard.Weakest weakest = card.weakest();
    return new EntityCardView(
        view(card.entity(), List.of()),
        card.asked().toString(),
        card.binding().stream().map(j -> view(j, null)).toList(),
        card.apart().stream().map(j -> view(j, null)).toList(),
        card.bridges().stream().map(j -> j.id().toString()).toList(),
        weakest == null
            ? null
            : new WeakestView(
                weakest.judgement().id().toString(), IdentityViews.view(weakest.likeness())),
        card.unsure().stream().map(j -> view(j, null)).toList(),
        card.weighed().stream()
            .map(one ->
                new WeakestView(
                    one.judgement().id().toString(), IdentityViews.view(one.likeness())))
            .toList(),
        card.handles().stream()
            .map(one ->
                new HandleView(
                    one.account(),
                    one.handle(),
                    text(one.first()),
                    text(one.last()),
                    one.records()))
            .toList(),
        leads(card.leads()),
        card.changes().stream().map(this::view).toList());
  }

  /** Lets an account give the entity that it is in its name. */
  @PostMapping("/api/leads")
  LeadAccountView lead(Permit permit, @RequestBody LeadAccountDraft draft) {
    return leads(List.of(identity().leads().choose(permit, draft.account(), draft.reason())))
        .getFirst();
  }

  /** Takes such a choice back. */
  @PostMapping("/api/leads/{id}/withdraw")
  LeadAccountView withdrawLead(Permit permit, @PathVariable String id, @RequestBody Reasons body) {
    LeadAccount taken = identity().leads().withdraw(permit, uuid(id), body.reasons());
    return leads(List.of(taken)).getFirst();
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new BadValue("SX-HTTP-ID", "choice", id, "take the id from the entity's card");
    }
  }

  private List<LeadAccountView> leads(List<LeadAccount> all) {
    Map<UUID, LeadAccount> withdrawals = new HashMap<>();
    all.forEach(one -> {
      UUID withdrawn = one.withdraws();
      if (withdrawn != null) {
        withdrawals.put(withdrawn, one);
      }
    });
    // A withdrawal is told with the choice that it takes back; alone, where that one is not there.
    return all.stream()
        .filter(one -> one.withdraws() == null || all.size() == 1)
        .map(one -> {
          LeadAccount taken = one.withdraws() == null ? withdrawals.get(one.id()) : one;
          return new LeadAccountView(
              one.id().toString(),
              one.account(),
              one.reason(),
              house.authority().people().actor(one.by()).name(),
              one.at().toString(),
              taken != null,
              taken == null ? null : taken.reason());
        })
        .toList();
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  /** Where a screen name, an address or a number shows over all platforms of the case. */
  @GetMapping("/api/footprint")
  FootprintView footprint(Permit permit, @RequestParam String asked) {
    return IdentityViews.view(identity().footprint(permit, asked));
  }

  /** What joined and parted entities, in the order of the log. */
  @GetMapping("/api/entity-changes")
  List<EntityChangeView> changes(Permit permit) {
    return identity().changes(permit).stream().map(this::view).toList();
  }

  /** The judgements that join two accounts, in the order of the way. */
  @GetMapping("/api/entity-path")
  List<JudgementView> path(Permit permit, @RequestParam String a, @RequestParam String b) {
    return identity().path(permit, new Pair(a, b)).stream().map(j -> view(j, null)).toList();
  }

  /** What would become of entities if this were judged, or withdrawn; nothing is written. */
  @GetMapping("/api/judgement-preview")
  PreviewView preview(
      Permit permit,
      @RequestParam(required = false) @Nullable String a,
      @RequestParam(required = false) @Nullable String b,
      @RequestParam(required = false) @Nullable String verdict,
      @RequestParam(required = false) @Nullable String withdraw) {
    if (withdraw != null) {
      return view(identity().preview(permit, JudgementId.parse(withdraw)));
    }
    if (a == null || b == null || verdict == null) {
      throw new BadValue(
          "SX-HTTP-PREVIEW", "query", "incomplete", "give a, b and verdict, or withdraw");
    }
    return view(identity().preview(permit, new Pair(a, b), verdict(verdict)));
  }

  private PreviewView view(Preview preview) {
    Map<String, AccountRow> rows = new HashMap<>();
    preview
        .before()
        .forEach(e -> e.accounts().forEach(a -> rows.put(a.key(), row(a, e.key().toString()))));
    return new PreviewView(
        preview.before().stream().map(e -> view(e, List.of())).toList(),
        preview.after().stream().map(e -> view(e, List.of())).toList(),
        preview.clashes().stream().map(pair -> view(pair, rows)).toList(),
        preview.settled().stream().map(pair -> view(pair, rows)).toList(),
        preview.needsSecond());
  }

  private static PairView view(Pair pair, Map<String, AccountRow> rows) {
    return new PairView(
        Objects.requireNonNull(rows.get(pair.a())), Objects.requireNonNull(rows.get(pair.b())));
  }

  private static EntityView view(Entity entity, List<String> conflicts) {
    return new EntityView(
        entity.key().toString(),
        entity.label(),
        entity.accounts().stream().map(a -> row(a, entity.key().toString())).toList(),
        conflicts);
  }

  private EntityChangeView view(EntityChange change) {
    return new EntityChangeView(
        change.at().toString(),
        change.leaf(),
        house.authority().people().actor(change.by()).name(),
        change.cause().name(),
        change.judgement().toString(),
        change.before().stream().map(EntityKey::toString).toList(),
        change.after().stream().map(EntityKey::toString).toList());
  }

  private static JudgementVerdict verdict(String word) {
    return Arrays.stream(JudgementVerdict.values())
        .filter(v -> v.name().equals(word))
        .findFirst()
        .orElseThrow(
            () -> new BadValue("SX-HTTP-VERDICT", "verdict", word, "SAME, DIFFERENT or UNSURE"));
  }

  private ReviewView view(Review review) {
    return new ReviewView(
        review.approved(),
        review.reason(),
        house.authority().people().actor(review.by()).name(),
        review.at().toString(),
        review.leaf());
  }

  private JudgementView view(Judgement j, @Nullable Judgement withdrawal) {
    return new JudgementView(
        j.id().toString(),
        j.pair().a(),
        j.pair().b(),
        j.verdict().name(),
        j.reason(),
        house.authority().people().actor(j.by()).name(),
        j.at().toString(),
        withdrawal != null,
        withdrawal == null ? null : withdrawal.reason(),
        j.leaf(),
        j.by().toString(),
        j.needsSecond(),
        j.counts(),
        j.reviews().stream().map(this::view).toList());
  }

  static AccountRow row(Account account, String entity) {
    Instant first = account.first();
    Instant last = account.last();
    return new AccountRow(
        account.key(),
        account.platform().toString(),
        account.basis().name(),
        List.copyOf(account.handles()),
        List.copyOf(account.names()),
        account.selectors().stream()
            .map(s -> new StatedView(s.selector().toString(), s.verified()))
            .toList(),
        account.records(),
        first == null ? null : first.toString(),
        last == null ? null : last.toString(),
        entity);
  }
}
