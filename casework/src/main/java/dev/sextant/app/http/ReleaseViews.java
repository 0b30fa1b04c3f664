package dev.sextant.app.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the API says and hears of recipients, recalls, assessments and leave for bulk export. */
final class ReleaseViews {
  private ReleaseViews() {}

  /** An agreement with another body. */
  record AgreementView(
      String id,
      String reference,
      String organisation,
      boolean acceptsRules,
      String expires,
      boolean suspended,
      boolean lapsed) {}

  /** An agreement to be registered. */
  record AgreementDraft(
      String reference, String organisation, boolean acceptsRules, String expires) {}

  /** A recipient of the register. */
  record RecipientRow(String id, String name, String need, AgreementView agreement) {}

  /** A recipient to be registered. */
  record RecipientDraft(String agreement, String name, String need) {}

  /** A notice that calls a disclosure back. */
  record NoticeView(String id, String reason, String by, String at, long leaf) {}

  /** A disclosure and whether it is or should be called back. */
  record CalledBackView(Views.DisclosureView disclosure, boolean due, List<NoticeView> notices) {}

  /** A request for a timestamp, and its answer if it came. */
  record StampView(
      String id,
      String disclosure,
      String by,
      String at,
      String imprint,
      String nonce,
      @Nullable StampAnswerView answer) {}

  /** What a believed timestamp says, and who brought it. */
  record StampAnswerView(
      String stampedAt,
      String accuracy,
      String serial,
      String policy,
      String signer,
      String signerSha256,
      String anchor,
      String by,
      String at) {}

  /** A mark as printed on a page. */
  record MarkText(String mark) {}

  /** An assessment to be given in imminent danger. */
  record EmergencyDraft(String name, String organisation, String danger, String text) {}

  /** An assessment that was given. */
  record AssessmentView(
      String id,
      String name,
      String organisation,
      String danger,
      String text,
      String by,
      String at,
      long leaf,
      String sha256) {}

  /** Leave to export more. */
  record LeaveView(
      String id,
      String person,
      int exports,
      String reason,
      String asked,
      @Nullable String approvedBy,
      @Nullable String usableFrom,
      @Nullable String until,
      boolean stopped,
      boolean usable) {}

  /** What the caller has handed out, what is free, and all leave asked for. */
  record ExportsView(long used, long free, String window, List<LeaveView> leaves) {}

  /** Leave that is asked for; the password is the caller's own, given again. */
  record LeaveDraft(int exports, String reason, String password) {}

  /** The caller's own password, given again. */
  record PasswordText(String password) {}
}
