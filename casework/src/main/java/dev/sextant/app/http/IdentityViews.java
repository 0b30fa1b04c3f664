package dev.sextant.app.http;

import dev.sextant.app.http.Views.AccountRow;
import dev.sextant.app.http.Views.EntityView;
import dev.sextant.app.http.Views.JudgementView;
import java.util.List;

/** What the HTTP API says and hears of who is who, beside {@link Views}. */
final class IdentityViews {
  private IdentityViews() {}

  /** A second person's word on a judgement. */
  record ReviewView(boolean approved, String reason, String by, String at, long leaf) {}

  /** A second person's word to be said. */
  record ReviewDraft(boolean approved, String reason) {}

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
      List<EntityChangeView> changes) {}

  /** What would become of entities. */
  record PreviewView(
      List<EntityView> before,
      List<EntityView> after,
      List<PairView> clashes,
      List<PairView> settled,
      boolean needsSecond) {}

  /** Two accounts. */
  record PairView(AccountRow a, AccountRow b) {}
}
