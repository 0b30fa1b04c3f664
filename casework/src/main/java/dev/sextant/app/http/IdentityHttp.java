package dev.sextant.app.http;

import dev.sextant.app.House;
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
import dev.sextant.identity.Identity;
import dev.sextant.identity.Judgement;
import dev.sextant.identity.JudgementVerdict;
import dev.sextant.identity.Pair;
import dev.sextant.identity.Suggestion;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.Digest;
import dev.sextant.terms.JudgementId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    return new EntityView(
        entity.key().toString(),
        entity.label(),
        entity.accounts().stream().map(a -> row(a, entity.key().toString())).toList(),
        List.of());
  }

  @GetMapping("/api/suggestions")
  List<SuggestionView> suggestions(Permit permit) {
    Entities entities = identity().entities(permit);
    Map<String, AccountRow> rows = new HashMap<>();
    for (Entity entity : entities.all()) {
      entity.accounts().forEach(a -> rows.put(a.key(), row(a, entity.key().toString())));
    }
    List<SuggestionView> views = new ArrayList<>();
    for (Suggestion suggestion : identity().suggest(permit)) {
      views.add(
          new SuggestionView(
              Objects.requireNonNull(rows.get(suggestion.pair().a())),
              Objects.requireNonNull(rows.get(suggestion.pair().b())),
              suggestion.reasons().stream()
                  .map(r ->
                      new ReasonView(
                          r.kind().words(),
                          r.selector().toString(),
                          r.records().stream().map(Digest::hex).toList()))
                  .toList()));
    }
    return views;
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
    JudgementVerdict verdict =
        Arrays.stream(JudgementVerdict.values())
            .filter(v -> v.name().equals(draft.verdict()))
            .findFirst()
            .orElseThrow(() ->
                new BadValue(
                    "SX-HTTP-VERDICT", "verdict", draft.verdict(), "SAME, DIFFERENT or UNSURE"));
    Judgement judgement =
        identity().judge(permit, new Pair(draft.a(), draft.b()), verdict, draft.reason());
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

  @GetMapping("/api/entities")
  List<EntityView> entities(Permit permit) {
    Entities entities = identity().entities(permit);
    return entities.all().stream()
        .map(e ->
            new EntityView(
                e.key().toString(),
                e.label(),
                e.accounts().stream().map(a -> row(a, e.key().toString())).toList(),
                entities.conflicts().stream()
                    .filter(c -> c.entity().equals(e.key()))
                    .map(c ->
                        c.judgement().pair().a()
                            + " and "
                            + c.judgement().pair().b()
                            + " were judged different")
                    .toList()))
        .toList();
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
        j.leaf());
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
