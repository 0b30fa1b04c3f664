package dev.sextant.app.http;

import dev.sextant.app.http.Views.AccountRow;
import dev.sextant.app.http.Views.EntityView;
import dev.sextant.app.http.Views.JudgementView;
import dev.sextant.app.http.Views.SuggestionView;
import dev.sextant.identity.Footprint;
import dev.sextant.identity.JudgementVerdict;
import dev.sextant.identity.Likeness;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the HTTP API says and hears of who is who, beside {@link Views}. */
final class IdentityViews {
  private IdentityViews() {}

  /** A second person's word on a judgement. */
  record ReviewView(boolean approved, String reason, String by, String at, long leaf) {}

  /** A second person's word to be said. */
  record SecondWord(boolean approved, String reason) {}

  /** That entities were joined or came apart. */
  record EntityChangeView(
      String at,
      long leaf,
      String by,
      String cause,
      String judgement,
      List<String> before,
      List<String> after) {}

  /** An entity with why it holds together. */
  record EntityCardView(
      EntityView entity,
      String asked,
      List<JudgementView> binding,
      List<JudgementView> apart,
      List<String> bridges,
      @Nullable WeakestView weakest,
      List<JudgementView> unsure,
      List<WeakestView> weighed,
      List<HandleView> handles,
      List<LeadAccountView> leads,
      List<EntityChangeView> changes) {}

  /** When an account bore a handle. */
  record HandleView(
      String account, String handle, @Nullable String first, @Nullable String last, long records) {}

  /** A choice of the account that gives an entity its name. */
  record LeadAccountView(
      String id,
      String account,
      String reason,
      String by,
      String at,
      boolean withdrawn,
      @Nullable String withdrawnReason) {}

  /** Which account shall give its entity its name, and why. */
  record LeadAccountDraft(String account, String reason) {}

  /** A judgement with what speaks for and against it. */
  record WeakestView(String judgement, AlikeView likeness) {}

  /** What would become of entities. */
  record PreviewView(
      List<EntityView> before,
      List<EntityView> after,
      List<PairView> clashes,
      List<PairView> settled,
      boolean needsSecond) {}

  /** Two accounts. */
  record PairView(AccountRow a, AccountRow b) {}

  /** What the machine proposes. */
  record SuggestionsView(
      List<SuggestionView> suggestions, List<GroupView> groups, List<GenericView> generic) {}

  /** A value that too many accounts share. */
  record GenericView(String selector, int accounts) {}

  /** Accounts that are possibly one actor's; weights in bits. */
  record GroupView(List<AccountRow> accounts, double weakest, String linkA, String linkB) {}

  /** How alike two accounts are; all weights in bits. */
  record AlikeView(
      double prior,
      double evidence,
      double odds,
      double probability,
      List<PartView> parts,
      List<CapView> caps,
      List<SilentView> silent,
      int grounds,
      String model,
      String inputs) {}

  /** One comparison, and what the probability would be without it. */
  record PartView(
      String field, String group, String level, String a, String b, double bits, double without) {}

  /** What is taken off because evidence of a group says one thing twice. */
  record CapView(String group, double bits) {}

  /** What could not be compared, and what the probability would be if it spoke for or against. */
  record SilentView(String field, String missing, double ifAlike, double ifUnlike) {}

  /** Where a screen name or another selector shows. */
  record FootprintView(
      String asked,
      double rarity,
      int holders,
      @Nullable String anchor,
      List<CandidateView> candidates,
      List<LeadView> leads,
      List<LeadView> nobody) {}

  /** An account that may be of the holder of what was asked. */
  record CandidateView(
      AccountRow account,
      boolean exact,
      String found,
      @Nullable AlikeView likeness,
      @Nullable String judged) {}

  /** A search tool's word; no account. */
  record LeadView(String site, String name, @Nullable String url, String status, String record) {}

  static FootprintView view(Footprint footprint) {
    return new FootprintView(
        footprint.asked(),
        footprint.rarity(),
        footprint.holders(),
        footprint.anchor(),
        footprint.candidates().stream().map(IdentityViews::view).toList(),
        footprint.leads().stream().map(IdentityViews::view).toList(),
        footprint.nobody().stream().map(IdentityViews::view).toList());
  }

  private static CandidateView view(Footprint.Candidate candidate) {
    Likeness likeness = candidate.likeness();
    JudgementVerdict judged = candidate.judged();
    return new CandidateView(
        IdentityHttp.row(candidate.account(), candidate.entity().toString()),
        candidate.exact(),
        candidate.found(),
        likeness == null ? null : view(likeness),
        judged == null ? null : judged.name());
  }

  private static LeadView view(Footprint.Lead lead) {
    return new LeadView(lead.site(), lead.name(), lead.url(), lead.status(), lead.record().hex());
  }

  static AlikeView view(Likeness likeness) {
    return new AlikeView(
        Likeness.bits(likeness.prior()),
        Likeness.bits(likeness.evidence()),
        Likeness.bits(likeness.odds()),
        Likeness.probability(likeness.odds()),
        likeness.parts().stream()
            .map(p ->
                new PartView(
                    p.field(),
                    p.group().words(),
                    p.level(),
                    p.a(),
                    p.b(),
                    Likeness.bits(p.weight()),
                    likeness.without(p)))
            .toList(),
        likeness.caps().stream()
            .map(c -> new CapView(c.group().words(), Likeness.bits(c.off())))
            .toList(),
        likeness.silent().stream()
            .map(s ->
                new SilentView(
                    s.field(),
                    s.missing(),
                    Likeness.probability(likeness.odds() + s.most()),
                    Likeness.probability(likeness.odds() + s.least())))
            .toList(),
        likeness.grounds().size(),
        likeness.model().hex(),
        likeness.inputs().hex());
  }
}
