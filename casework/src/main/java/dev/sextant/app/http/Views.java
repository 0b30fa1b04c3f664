package dev.sextant.app.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the HTTP API says and hears: plain records, times in ISO 8601 UTC, ids and digests as text.
 * The browser's types are generated from these.
 */
final class Views {
  private Views() {}

  /** Who is signed in. */
  record Session(
      boolean signedIn,
      @Nullable Person actor,
      String version,
      boolean training,
      List<String> trainingLogins,
      @Nullable String banner) {}

  /** A person who acts in Sextant. */
  record Person(String id, String login, String name, List<String> roles) {}

  /** A case to be opened. */
  record CaseDraft(String name) {}

  /** A case as a list shows it. */
  record CaseSummary(
      String id, String number, String name, String opened, List<AuthoritySummary> authorities) {}

  /** An authority as a list shows it. */
  record AuthoritySummary(
      String id,
      int version,
      String state,
      String instrument,
      String number,
      String businessCase,
      String opFrom,
      String opTo,
      boolean onTeam,
      boolean mayAsk) {}

  /** The six principles, in the applicant's words. */
  record PrinciplesView(
      String cause,
      String motive,
      String interests,
      String necessity,
      String proportionality,
      String collateral,
      String right,
      String validation,
      String lastResort,
      List<String> tried,
      String prospect,
      String stopCriteria) {}

  /** How much may be done at most; 0 is no bound. */
  record QuotaView(long items, long subjects, long views) {}

  /** An authority to be applied for. */
  record AuthorityForm(
      String jurisdiction,
      String instrument,
      String number,
      String issuer,
      String offence,
      String businessCase,
      PrinciplesView principles,
      List<String> selectors,
      List<String> platforms,
      String contentFrom,
      String contentTo,
      String opFrom,
      String opTo,
      int maxLevel,
      List<String> methods,
      int hopLimit,
      QuotaView quota,
      List<String> team,
      int reviewEveryDays,
      String handling,
      int retentionDays,
      List<String> flags,
      @Nullable Map<String, String> stableIds) {}

  /** A further version to be applied for, with what the present one has brought. */
  record RenewalForm(String results, AuthorityForm form) {}

  /** One thing that happened to an authority. */
  record HistoryEntry(String at, String actor, String from, String to, String reasons, long leaf) {}

  /** A signed decision. */
  record ApprovalView(
      String at, String actor, String role, String decision, String reasons, boolean current) {}

  /** An authority, whole. */
  record AuthorityDetail(
      String id,
      String caseId,
      int version,
      String state,
      Person applicant,
      String digest,
      boolean needsOversight,
      List<String> signed,
      List<String> allowed,
      AuthorityForm form,
      List<ApprovalView> approvals,
      List<HistoryEntry> history) {}

  /**
   * Why a transition is made, and of which document it is said; null for what has no document. The
   * note is an overseer's, signed outside.
   */
  record Reasons(String reasons, @Nullable String digest, @Nullable String note) {}

  /** The text that an overseer signs outside. */
  record NoteText(String text, String key) {}

  /** What a permit is asked for. */
  record PurposeText(String purpose) {}

  /** A permit. */
  record PermitView(
      String id,
      String caseId,
      String caseNumber,
      String caseName,
      String authorityId,
      int authorityVersion,
      String purpose,
      String expires,
      List<String> selectors,
      List<String> platforms,
      @Nullable String contentFrom,
      @Nullable String contentTo,
      int maxLevel) {}

  /** A code and a sentence. */
  record CodedText(String code, String what) {}

  /** A fault at a place. */
  record PlacedFault(String code, String what, String place) {}

  /** How many items of a section no reader knew. */
  record SectionCount(String section, long count) {}

  /** What became of each item of an exhibit. */
  record CountsView(
      long items,
      long read,
      long sealed,
      long faults,
      long unknown,
      long ignored,
      boolean balanced,
      Map<String, Long> byKind,
      Map<String, Long> sealedBy) {}

  /** One reading of an exhibit. */
  record ReadReportView(
      int generation,
      String reader,
      String at,
      CountsView counts,
      List<CodedText> notes,
      List<PlacedFault> faults,
      List<SectionCount> unknown) {}

  /** A field of a record that two readings give differently. */
  record FieldChangeView(String field, @Nullable String before, @Nullable String after) {}

  /** What became of a record between two readings: ADDED, REMOVED or CHANGED. */
  record RecordChangeView(
      String what,
      String kind,
      @Nullable String before,
      @Nullable String after,
      String place,
      String words,
      List<FieldChangeView> fields) {}

  /** What a later reading of an exhibit says otherwise than an earlier one. */
  record GenerationDiffView(
      int older,
      String olderReader,
      int newer,
      String newerReader,
      long same,
      long changed,
      long added,
      long removed,
      long sealedSince,
      long from,
      List<RecordChangeView> changes) {}

  /** An exhibit. */
  record ExhibitView(
      String id,
      String number,
      String name,
      long bytes,
      String sha256,
      String how,
      String source,
      String note,
      String sealedBy,
      String sealedAt,
      @Nullable ReadReportView reading) {}

  /** One touch of an exhibit. */
  record CustodyEntryView(String at, String actor, String event, String detail, long leaf) {}

  /** Long work. */
  record JobView(
      String id,
      String kind,
      String state,
      long doneUnits,
      long totalUnits,
      String unit,
      double rate,
      @Nullable Long secondsLeft,
      String message,
      Refusals.@Nullable ErrorBody error,
      @Nullable String result) {}

  /** An account as a record shows it. */
  record AccountView(
      String key,
      String platform,
      String shownAs,
      @Nullable String handle,
      String basis,
      @Nullable String entity) {}

  /** A conversation as a record shows it. */
  record ConversationView(String key, String title, String kind) {}

  /**
   * A picture, sound or file.
   *
   * @param part path of the part that holds it; null if it is not in the exhibit
   * @param sha256 of its bytes, or null
   * @param likeness 16 hexadecimal digits by which a picture is known when it is scaled or
   *     compressed again, or null
   */
  record MediaView(
      String name,
      @Nullable String type,
      @Nullable String part,
      @Nullable String sha256,
      @Nullable String likeness) {}

  /**
   * Where else in the case a medium of a record is.
   *
   * @param medium which of the record's media, from 0
   * @param words the search that finds them all, the record itself among them
   * @param others how many records beside this one carry it
   * @param found the oldest of them
   */
  record SameMediaView(int medium, String words, long others, List<ElsewhereView> found) {}

  /**
   * A record that carries the same medium.
   *
   * @param bytes whether the bytes are the same; else the picture looks the same
   * @param bits in how many of 64 bits the likeness differs
   */
  record ElsewhereView(RecordView record, boolean bytes, int bits) {}

  /** An exhibit as a record names it. */
  record ExhibitName(String id, String number, String name) {}

  /** The path to the bytes. */
  record LocatorView(
      String exhibit, String part, long from, long to, String pointer, String text) {}

  /** A record. */
  record RecordView(
      String id,
      String kind,
      String platform,
      @Nullable String time,
      String timeText,
      String timeBasis,
      String acquired,
      @Nullable AccountView author,
      List<AccountView> others,
      @Nullable ConversationView conversation,
      String text,
      List<String> highlights,
      List<MediaView> media,
      Map<String, String> extra,
      Map<String, String> details,
      LanguageView language,
      List<SelectorView> selectors,
      ExhibitName exhibit,
      LocatorView locator) {}

  /**
   * In which language a machine sees the words.
   *
   * @param code ISO 639-1, or unknown
   * @param sureness from 0 to 1
   */
  record LanguageView(String code, double sureness) {}

  /**
   * A selector that a machine sees in the words.
   *
   * @param kind such as phone, email, btc
   * @param rule the rule that found it
   * @param part words, or the source's name for an attribute
   * @param from first character in the part, in UTF-16 code units
   * @param to one past the last
   * @param value as equal ones are written; a payment card masked
   * @param check PASSED, FAILED, or NONE where there are no check digits
   */
  record SelectorView(
      String kind, String rule, String part, int from, int to, String value, String check) {}

  /** How many records have a value. */
  record Facet(String value, long count) {}

  /**
   * The facets of a page: exact counts within the scope, each whatever was chosen of itself.
   *
   * @param account the most frequent
   * @param accounts how many accounts there are in all
   */
  record Facets(
      List<Facet> kind,
      List<Facet> platform,
      List<Facet> account,
      long accounts,
      List<Facet> language,
      List<Facet> month,
      List<Facet> selector) {}

  /**
   * Some of the records found.
   *
   * @param next names where this page ends, to be sent as {@code after}; null on the last
   */
  record RecordPage(
      long total, int offset, List<RecordView> items, Facets facets, @Nullable String next) {}

  /** A search that a person keeps: its name, and the query string that it stands for. */
  record SavedSearchView(String id, String name, String query, String at) {}

  /** A range of bytes. */
  record ByteRange(int from, int to) {}

  /** Original bytes around a record. */
  record ExcerptView(
      String part,
      long partBytes,
      long from,
      long to,
      long contextFrom,
      long contextTo,
      @Nullable String text,
      String base64,
      ByteRange highlight,
      String sha256) {}

  /** A selector stated for an account. */
  record StatedView(String selector, boolean verified) {}

  /** An account with what is known of it. */
  record AccountRow(
      String key,
      String platform,
      String basis,
      List<String> handles,
      List<String> names,
      List<StatedView> selectors,
      long records,
      @Nullable String first,
      @Nullable String last,
      String entity) {}

  /** Why two accounts may be one actor's. */
  record ReasonView(String what, String value, List<String> records) {}

  /** Two accounts that may be one actor's. */
  record SuggestionView(
      AccountRow a, AccountRow b, List<ReasonView> reasons, IdentityViews.AlikeView likeness) {}

  /** A judgement to be made. */
  record JudgementDraft(String a, String b, String verdict, String reason) {}

  /** A judgement. */
  record JudgementView(
      String id,
      String a,
      String b,
      String verdict,
      String reason,
      String by,
      String at,
      boolean withdrawn,
      @Nullable String withdrawnReason,
      long leaf,
      String byId,
      boolean needsSecond,
      boolean counts,
      List<IdentityViews.ReviewView> reviews) {}

  /** Accounts judged to be one actor. */
  record EntityView(String key, String label, List<AccountRow> accounts, List<String> conflicts) {}

  /** A network to be frozen. */
  record SnapshotDraft(
      List<String> kinds,
      @Nullable String from,
      @Nullable String to,
      int minimumRecords,
      boolean directed) {}

  /** A frozen network as a list shows it. */
  record SnapshotSummary(
      String id,
      List<String> kinds,
      @Nullable String from,
      @Nullable String to,
      int minimumRecords,
      boolean directed,
      int nodes,
      int ties,
      long recordsUsed,
      long recordsNotUsed,
      String at,
      String digest) {}

  /** What stands behind a number. */
  record NodeLegend(
      int index,
      String entity,
      String label,
      List<String> accounts,
      List<String> platforms,
      String roles) {}

  /** A tie. */
  record TieRow(
      int from,
      int to,
      double weight,
      Map<String, Long> kinds,
      @Nullable String first,
      @Nullable String last,
      List<String> records) {}

  /** A frozen network, whole. */
  record SnapshotView(SnapshotSummary summary, List<NodeLegend> legend, List<TieRow> tieList) {}

  /** A measure to be taken. */
  record MeasureDraft(String method, long seed) {}

  /** Where a node ranks when ties are missing: 5th to 95th percentile, 1 is first. */
  record RankRange(int rank, int low, int high) {}

  /**
   * Whether intervals of ranks were tried on the record, and hold what they say.
   *
   * @param state {@code done}, {@code doubtful}, {@code not-asked}, {@code too-few} or {@code
   *     unknowable}
   * @param trials how often errors struck the record
   * @param held share of the ranks then known that uncorrected intervals held
   */
  record CalibrationView(String state, int trials, double held) {}

  /**
   * A measure.
   *
   * @param values by place in the legend; null where the measure is not defined
   * @param top probability of each to be among the first {@code first} in the true network; empty
   *     for groups and for measures taken before it was said
   * @param first how many are the top
   * @param calibration how the ends of {@code ranks} were set; null where no rank has an interval
   *     and for measures taken before it was said
   */
  record MeasureView(
      String id,
      String snapshot,
      String method,
      long seed,
      List<@Nullable Double> values,
      List<RankRange> ranks,
      List<Double> top,
      int first,
      @Nullable CalibrationView calibration,
      Map<String, String> summary,
      String card,
      String at) {}

  /**
   * A record that speaks for or against.
   *
   * @param beside notes and translations of it that are shown with its own words, by id
   */
  record SupportDraft(String record, String note, @Nullable List<String> beside) {}

  /** A note or a translation as a finding holds it, with the words that it is of. */
  record BesideView(String kind, String language, String text, String original, String line) {}

  /** A claim to be made. */
  record ClaimDraft(
      String title,
      String text,
      String type,
      String gradeScheme,
      String gradeCode,
      String method,
      List<SupportDraft> supports,
      List<SupportDraft> counterSupports,
      String noCounterSupport,
      List<String> alternatives,
      @Nullable String snapshot,
      List<String> measures,
      List<String> entities,
      @Nullable String scale,
      ReasoningViews.@Nullable MatrixDraft matrix) {}

  /** A support with its excerpt. */
  record SupportView(
      String record,
      String exhibit,
      String locator,
      String excerpt,
      String note,
      @Nullable String time,
      @Nullable String author,
      List<BesideView> beside) {}

  /** Who signed as what. */
  record SignatureView(String name, String role) {}

  /** A finding. */
  record FindingView(
      String id,
      int number,
      String state,
      ClaimDraft claim,
      List<SupportView> supports,
      List<SupportView> counterSupports,
      String author,
      @Nullable String reviewer,
      @Nullable String reviewReasons,
      String digest,
      String gradeWords,
      List<SignatureView> signatures,
      List<String> allowed,
      List<CodedText> warnings,
      List<ReasoningViews.RemarkView> remarks,
      ReasoningViews.@Nullable ReadingView reading,
      int version,
      ReasoningViews.@Nullable CorrectsView corrects,
      @Nullable String correctedBecause,
      @Nullable String withdrawnBecause) {}

  /** A second person's review. */
  record ReviewDraft(String decision, String reasons, String digest) {}

  /** Who receives what is released. */
  record RecipientView(String name, String organisation, String need, String agreement) {}

  /** A release to be made. */
  record DisclosureDraft(
      String title,
      List<String> findings,
      RecipientView recipient,
      @Nullable List<String> handling,
      @Nullable String condition,
      @Nullable String permission,
      @Nullable String template,
      @Nullable String receiver,
      @Nullable String about,
      @Nullable Boolean withhold,
      @Nullable List<String> pictures) {}

  /** What was released. */
  record DisclosureView(
      String id,
      String title,
      RecipientView recipient,
      List<String> findings,
      String at,
      String by,
      String sha256,
      long bytes,
      boolean verified,
      String mark,
      List<String> handling,
      String template,
      long redacted) {}

  /** The log's present state. */
  record LedgerState(
      String origin,
      long size,
      String root,
      String checkpoint,
      List<String> cosignedBy,
      String checkedAt) {}

  /** One entry of the log. */
  record ActView(
      long leaf,
      String at,
      String kind,
      String step,
      String actor,
      @Nullable String caseId,
      @Nullable String authority,
      @Nullable String outcome,
      Map<String, String> detail) {}

  /** The path that shows an entry to be in the log. */
  record ProofView(
      String entry, long index, long size, String root, List<String> proof, String checkpoint) {}

  /** A reader. */
  record ReaderView(
      String id, String title, List<String> covers, List<String> gaps, List<String> confirmed) {}
}
