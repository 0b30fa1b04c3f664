package dev.sextant.app.http;

import java.util.List;

/** What the API says and hears of templates and redactions. */
final class RedactionViews {
  private RedactionViews() {}

  /** A template of what is released. */
  record TemplateView(
      String id,
      String title,
      List<String> receivers,
      List<String> needs,
      boolean withholds,
      boolean choice,
      List<String> sections,
      List<String> words) {}

  /** Why something may be taken out. */
  record RedactionReason(String code, String title, String source) {}

  /**
   * A mark.
   *
   * @param original of an area, SHA-256 of the picture's bytes that it was marked on: it holds for
   *     them wherever they lie; else empty
   */
  record MarkView(
      String id,
      String kind,
      String thing,
      String place,
      int from,
      int to,
      int width,
      int height,
      String code,
      String by,
      boolean own,
      String at,
      boolean stands,
      String original) {}

  /** Something to be marked; of an area, from and to are its left and upper edge. */
  record MarkDraft(
      String kind,
      String thing,
      String place,
      int from,
      int to,
      int width,
      int height,
      String code) {}

  /** A text in which words can be marked. */
  record MarkableText(String place, String label, String text) {}

  /** A person who can be taken out. */
  record MarkPerson(String key, String label) {}

  /** What of a finding can be marked. */
  record MarkableView(
      List<MarkableText> texts,
      List<String> records,
      List<MarkPerson> persons,
      List<CarriedPicture> pictures) {}

  /**
   * A picture that a cited record carries.
   *
   * @param picture by which marks and releases name it
   * @param exhibit that holds it
   * @param number of the exhibit, such as E-2
   * @param part path within the exhibit
   */
  record CarriedPicture(String picture, String exhibit, String number, String part) {}

  /**
   * Findings that a release would hold, and who would be named.
   *
   * @param template its id, or empty
   * @param withhold whether third parties are taken out, where the template leaves the choice
   */
  record GoingDraft(List<String> findings, String template, boolean withhold) {}

  /** What is taken out. */
  record RedactionView(
      String place, String kind, String code, String reason, String source, String by, String at) {}

  /** What a release would print. */
  record ReleasePreview(String css, String html, List<RedactionView> redactions, long ownMarks) {}
}
