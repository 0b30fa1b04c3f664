/*
 * The server's types under the names the pages use. They come from schema.d.ts, which `npm run types` writes from the
 * running server; here only text that is one of few words is narrowed to those words.
 */
import type { Matrix } from '../findings/ach';
import type { components } from './schema';

type Said = components['schemas'];

/* Fields of a type replaced by narrower ones; a field that the server does not have is an error here. */
type Narrow<T, N extends { [K in keyof N]: K extends keyof T ? T[K] : never }> = Omit<T, keyof N> & N;

export type ErrorBody = Said['ErrorBody'];

export type Role =
  | 'ANALYST' | 'AUTHORISING_OFFICER' | 'OVERSEER' | 'ADMINISTRATOR' | 'FILTER_OFFICER' | 'LEGAL_PROCESS_OFFICER' | 'INTEGRITY_OFFICER';
export type Person = Narrow<Said['Person'], { roles: Role[] }>;
export type Session = Narrow<Said['Session'], { actor: Person | null }>;

export type AuthorityState =
  | 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'REFUSED' | 'APPROVED' | 'OVERSIGHT_PENDING' | 'ACTIVE' | 'ACTIVE_URGENT' | 'SUSPENDED'
  | 'RENEWAL_PENDING' | 'EXPIRED' | 'CANCELLED' | 'LAPSED' | 'CLOSING' | 'CLOSED' | 'QUASHED';
export type BusinessCase =
  | 'SHORT_TERM_THREAT' | 'HIGH_RISK_IDENTIFICATION' | 'HIGH_RISK_IMMINENCE' | 'ORGANISED_CRIME_NETWORK' | 'CRIME_INVESTIGATION';
export type AuthoritySummary = Narrow<Said['AuthoritySummary'], { state: AuthorityState; businessCase: BusinessCase }>;
export type CaseSummary = Narrow<Said['CaseSummary'], { authorities: AuthoritySummary[] }>;

/** The six principles by the names under which they are signed. */
export type Principle = 'CAUSE' | 'MOTIVE' | 'NECESSITY' | 'RIGHT' | 'LAST_RESORT' | 'PROSPECT';
export type AuthorityForm = Narrow<Said['AuthorityForm'], { businessCase: BusinessCase }>;
export type ApprovalView = Said['ApprovalView'];
export type HistoryEntry = Said['HistoryEntry'];
export type AuthorityDetail = Narrow<Said['AuthorityDetail'], { state: AuthorityState; applicant: Person; form: AuthorityForm }>;
export type VersionView = Narrow<Said['VersionView'], { detail: AuthorityDetail }>;
export type NoteText = Said['NoteText'];
export type OversightView = Said['OversightView'];
export type OverseenView = Said['OverseenView'];
export type DenialView = Said['DenialView'];
export type FiguresView = Said['FiguresView'];
export type OralForm = Narrow<Said['OralForm'], { form: AuthorityForm }>;
export type RecallPage = Said['RecallPage'];
export type FlaggedView = Said['FlaggedView'];
export type RecycledView = Said['RecycledView'];
export type PackView = Said['PackView'];
export type OffenceView = Said['OffenceView'];
export type PermitView = Said['PermitView'];

export type Counts = Said['CountsView'];
export type ReadReportView = Said['ReadReportView'];
export type ExhibitView = Said['ExhibitView'];
export type MappingView = Said['MappingView'];
export type SeenTable = Said['SeenTable'];
export type MappingDraft = Said['MappingDraft'];
export type MappingTrial = Said['TrialView'];
export type ProfileView = Said['ProfileView'];
export type GenerationDiff = Said['GenerationDiffView'];
export type RecordChange = Said['RecordChangeView'];
export type CustodyEntry = Said['CustodyEntryView'];
export type JobView = Narrow<Said['JobView'], { state: 'RUNNING' | 'DONE' | 'FAILED' }>;
export type ReaderView = Said['ReaderView'];

export type AccountView = Said['AccountView'];
export type RecordView = Narrow<Said['RecordView'], { selectors: SelectorView[] }>;
export type RecordPage = Narrow<Said['RecordPage'], { items: RecordView[] }>;
export type Facet = Said['Facet'];
export type SelectorView = Narrow<Said['SelectorView'], { check: 'PASSED' | 'FAILED' | 'NONE' }>;
export type TableRoundView = Said['TableRoundView'];
export type ReaderLookView = Said['ReaderLookView'];
export type NoteView = Said['NoteView'];
export type NoteVersionView = Said['NoteVersionView'];
export type NoteDraft = Narrow<Said['NoteDraft'], { kind: 'NOTE' | 'TRANSLATION' }>;
export type SavedSearch = Said['SavedSearchView'];
export type SavedView = Said['SavedViewView'];
export type SavedViewDraft = Said['SavedViewDraft'];
export type ViewVersion = Said['ViewVersionView'];
/** What a live stream says of a change; the server's description does not list what a stream holds. */
export interface LiveChange {
  kind: string;
  id: string;
  by: string;
  mine: boolean;
  leaf: number;
}
export type ExcerptView = Said['ExcerptView'];
export type ElsewhereView = Narrow<Said['ElsewhereView'], { record: RecordView }>;
export type SameMediaView = Narrow<Said['SameMediaView'], { found: ElsewhereView[] }>;
export type MediaView = Said['MediaView'];

export type AccountRow = Said['AccountRow'];
export type SuggestionView = Said['SuggestionView'];
export type JudgementView = Narrow<Said['JudgementView'], { verdict: 'SAME' | 'DIFFERENT' | 'UNSURE' }>;
export type EntityView = Said['EntityView'];
export type SuggestionsView = Said['SuggestionsView'];
export type GroupView = Said['GroupView'];
export type LikenessView = Said['AlikeView'];
export type EntityChangeView = Said['EntityChangeView'];
export type EntityCardView = Narrow<Said['EntityCardView'], { binding: JudgementView[]; apart: JudgementView[]; unsure: JudgementView[] }>;
export type LeadAccountView = Said['LeadAccountView'];
export type HandleView = Said['HandleView'];
export type PreviewView = Said['PreviewView'];
export type CandidateView = Said['CandidateView'];
export type FootprintView = Said['FootprintView'];

export type SnapshotSummary = Said['SnapshotSummary'];
export type SnapshotDraft = Said['SnapshotDraft'];
export type SnapshotView = Said['SnapshotView'];
export type MeasureView = Said['MeasureView'];
export type RemovalDraft = Said['RemovalDraft'];
export type SetsDraft = Said['SetsDraft'];
export type RemovalView = Said['RemovalView'];
export type RemovalCourse = Said['RemovalCourse'];
export type CurveBand = Said['CurveBand'];
export type SetsView = Said['SetsView'];
export type HierarchyView = Said['HierarchyView'];
export type PictureDraft = Said['PictureDraft'];
/* The server's description cannot say that a list has gaps; these have, where a record has no time. */
type Gaps<T, K extends keyof T> = Omit<T, K> & { [N in K]: (number | null)[] };
export type ChartView = Gaps<Said['ChartView'], 'first' | 'last'>;
export type LinesView = Gaps<Said['LinesView'], 'at'>;

export type ClaimDraft = Narrow<Said['ClaimDraft'], {
  type: 'FACT' | 'REPORTED' | 'ASSESSMENT'; gradeScheme: 'UK-3x5x2' | 'ADMIRALTY' | 'EUROPOL-4x4'; scale: Scale | null; matrix: Matrix | null;
}>;
export type Scale = 'NONE' | 'ICD_203' | 'PHIA';
export type ChosenScale = Narrow<Said['ChosenScaleView'], { scale: Scale }>;
export type RemarkView = Said['RemarkView'];
export type OriginsView = Said['OriginsView'];
export type FindingView = Narrow<
  Said['FindingView'],
  { state: 'DRAFT' | 'IN_REVIEW' | 'RETURNED' | 'SIGNED' | 'WITHDRAWN' | 'CORRECTED'; claim: ClaimDraft }
>;
export type SupportView = Said['SupportView'];
export type PublishedFinding = Narrow<Said['PublishedFinding'], { finding: FindingView | null }>;

export type MarkKind = 'WORDS' | 'RECORD' | 'PERSON' | 'AREA';
export type MarkDraft = Narrow<Said['MarkDraft'], { kind: MarkKind }>;
export type MarkView = Narrow<Said['MarkView'], { kind: MarkKind }>;
export type MarkableView = Said['MarkableView'];
export type RedactionReason = Said['RedactionReason'];
export type CarriedPicture = Said['CarriedPicture'];
export type ReleasePreview = Said['ReleasePreview'];
export type TemplateView = Said['TemplateView'];
export type DisclosureDraft = Said['DisclosureDraft'];
export type DisclosureView = Said['DisclosureView'];

export type LedgerView = Said['LedgerState'];
export type ActView = Said['ActView'];
export type ActProof = Said['ProofView'];

export type LawLagView = Said['LawLagView'];
export type LawView = Said['LawView'];
export type LawSummary = Said['LawSummary'];
export type LawTextView = Said['LawTextView'];
export type LawProposal = Said['LawProposal'];
export type LawDecision = Said['LawDecision'];
export type LawChangeView = Said['LawChangeView'];

export type DutyView = Said['DutyView'];
export type DutyDraft = Said['DutyDraft'];
export type DeviceView = Said['DeviceView'];
export type AgreementView = Said['AgreementView'];
export type AgreementDraft = Said['AgreementDraft'];
export type RecipientRow = Said['RecipientRow'];
export type RecipientDraft = Said['RecipientDraft'];
export type NoticeView = Said['NoticeView'];
export type CalledBackView = Said['CalledBackView'];
export type StampView = Said['StampView'];
export type LeaveView = Said['LeaveView'];
export type ExportsView = Said['ExportsView'];

export type AskForm = Said['AskForm'];
export type AdviceView = Said['AdviceView'];
export type ProcessView = Said['ProcessView'];
export type ProcessDraft = Said['ProcessDraft'];
export type FieldView = Said['FieldView'];
export type PlaybookView = Said['PlaybookView'];
export type RequestView = Said['RequestView'];
export type DeadlineView = Said['DeadlineView'];
export type EmergencyUseView = Said['EmergencyUseView'];
/** A step of a legal-process request, by the name of its route. */
export type DeedName =
  | 'submit' | 'accept' | 'send-back' | 'issue' | 'serve' | 'answer' | 'renew' | 'withdraw' | 'uphold-emergency' | 'reject-emergency'
  | 'tell-provider' | 'dispose' | 'object' | 'validate' | 'interpret' | 'defer-notice' | 'notice' | 'close';

export type MethodView = Narrow<Said['ModelView'], { state: 'APPROVED' | 'CHANGED' | 'EXPIRED' | 'WITHOUT_CARD' }>;

export type FactView = Said['FactView'];
export type SuspicionBody = Said['SuspicionBody'];
export type PersonBody = Said['PersonBody'];
export type PersonView = Said['PersonView'];
export type ConflictView = Said['ConflictView'];
export type ConflictHitView = Said['ConflictHitView'];
export type DeconflictionAnswerView = Said['DeconflictionAnswerView'];
export type DeconflictionEnteredView = Said['DeconflictionEnteredView'];
export type DeconflictionQuestionView = Said['DeconflictionQuestionView'];
export type DeconflictionNoticeView = Said['DeconflictionNoticeView'];
export type SilentQuestionView = Said['SilentQuestionView'];
export type CoverView = Said['CoverView'];
export type HoldView = Said['HoldView'];
export type AttemptView = Said['AttemptView'];
export type DestructionView = Said['DestructionView'];
export type FilterWaiting = Said['FilterWaiting'];
export type FilterPermitView = Said['FilterPermitView'];
export type FilterItemView = Said['FilterItemView'];
