/* Every request the workspace makes, typed by the contract; nothing else in web/ knows a path. */
import type { Wire } from './client';
import { readMessages, type ServerMessage } from './stream';
import type { CarriedPicture,
  AccountRow, ActProof, ActView, AdviceView, AgreementDraft, AgreementView, AskForm, AttemptView, AuthorityDetail, AuthorityForm, CalledBackView,
  CaseSummary, ChartView, ChosenScale, ClaimDraft, ConflictHitView, ConflictView, CoverView, CustodyEntry, DeadlineView, DeconflictionAnswerView,
  DeconflictionEnteredView, DeconflictionNoticeView, DeconflictionQuestionView, DeedName, DestructionView, DeviceView, DisclosureDraft,
  DisclosureView, DutyDraft, DutyView, EmergencyUseView, EntityCardView, EntityView, ErrorBody, ExcerptView, ExhibitView, ExportsView, FiguresView,
  FilterItemView, FilterPermitView, FilterWaiting, FindingView, FlaggedView, FootprintView, GenerationDiff, HierarchyView, HoldView, JobView,
  JudgementView, LawChangeView, LawDecision, LawProposal, LawTextView, LawView, LeadAccountView, LeaveView, LedgerView, LinesView,
  MappingDraft, MappingTrial, MappingView, MarkDraft, MarkView, MarkableView, MeasureView, MethodView, NoteDraft, NoteText, NoteView, NoticeView, OralForm,
  OriginsView, OversightView, PackView, PermitView, Person, PersonBody, PersonView, PictureDraft, PlaybookView, PreviewView, Principle,
  ProcessDraft, ProcessView, ProfileView, PublishedFinding, ReadReportView, ReaderLookView, ReaderView, RecallPage, RecipientDraft, RecipientRow, RecordPage,
  RecordView, RecycledView, RedactionReason, ReleasePreview, RemarkView, RemovalDraft, RemovalView, RequestView, SameMediaView, SavedSearch,
  SavedView, SavedViewDraft, Session, SetsDraft, SetsView, SilentQuestionView, SnapshotDraft, SnapshotSummary, SnapshotView, StampView,
  SuggestionsView, SuspicionBody, TableRoundView, TemplateView, VersionView, ViewVersion,
} from './contract';

export type Transition =
  | 'submit' | 'return' | 'refuse' | 'approve' | 'oversee-approve' | 'oversee-refuse'
  | 'oversee-return' | 'review' | 'suspend' | 'resume' | 'cancel' | 'begin-closing' | 'close' | 'quash';

/** What a records search asks; absent fields do not narrow. */
export interface RecordQuery {
  q?: string;
  like?: string;
  kind?: string;
  platform?: string;
  account?: string;
  language?: string;
  month?: string;
  has?: string;
  conversation?: string;
  exhibit?: string;
  from?: string;
  to?: string;
  sort?: 'relevance' | 'time' | '-time';
  limit?: number;
  after?: string;
}

export interface SealForm {
  file: File;
  how: string;
  source: string;
  note: string;
  read: boolean;
}

export type FreezeForm = SnapshotDraft;

export type ReleaseForm = DisclosureDraft;

/** Where one goes on duty. */
export const DUTY_PATH = '/api/duty';

/** Asked before anybody is on duty: proof of the device is neither needed nor given. */
export const WITHOUT_PROOF = [DUTY_PATH, '/api/session'];

/* JSON has no number for what is not defined; what reads a measure knows NaN. */
const defined = (measure: MeasureView): MeasureView => ({ ...measure, values: (measure.values as (number | null)[]).map((value) => value ?? NaN) });

/** Writes the parts of a query that say something, in the order given. */
export function queryText(fields: object): string {
  const out = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined && value !== null && value !== '') out.set(name, String(value));
  }
  const text = out.toString();
  return text === '' ? '' : `?${text}`;
}

const id = encodeURIComponent;

export function createApi(wire: Wire, upload: Upload) {
  const get = <T>(path: string, signal?: AbortSignal) => wire.json<T>('GET', path, undefined, signal);
  const post = <T>(path: string, body: unknown = {}) => wire.json<T>('POST', path, body);
  const put = <T>(path: string, body: unknown) => wire.json<T>('PUT', path, body);
  return {
    session: () => get<Session>('/api/session'),
    signIn: (username: string, password: string) => wire.form('/login', { username, password }),
    signOut: () => wire.form('/logout', {}),
    people: () => get<Person[]>('/api/people'),

    cases: () => get<CaseSummary[]>('/api/cases'),
    openCase: (name: string) => post<CaseSummary>('/api/cases', { name }),
    authority: (a: string) => get<AuthorityDetail>(`/api/authorities/${id(a)}`),
    draftAuthority: (caseId: string, draft: AuthorityForm) =>
      post<AuthorityDetail>(`/api/cases/${id(caseId)}/authorities`, draft),
    amendAuthority: (a: string, draft: AuthorityForm) => put<AuthorityDetail>(`/api/authorities/${id(a)}`, draft),
    pack: () => get<PackView>('/api/pack'),
    /** Every version, newest first, with what whoever decides must see beside it. */
    dossier: (a: string) => get<VersionView[]>(`/api/authorities/${id(a)}/dossier`),
    /** What rests on an authority and to whom it went: before quashing whom it would concern, afterwards who must be told. */
    recall: (a: string) => get<RecallPage>(`/api/authorities/${id(a)}/recall`),
    flagged: (a: string) => get<FlaggedView[]>(`/api/authorities/${id(a)}/protected`),
    sayOfProtected: (a: string, what: 'flag' | 'nexus' | 'remove', selector: string, reasons: string) =>
      post<FlaggedView[]>(`/api/authorities/${id(a)}/protected/${what}`, { selector, reasons }),
    handles: (a: string) => get<RecycledView[]>(`/api/authorities/${id(a)}/handles`),
    decideHandle: (a: string, selector: string, same: boolean, reasons: string) =>
      post<RecycledView[]>(`/api/authorities/${id(a)}/handles`, { selector, same, reasons }),
    /** What submitting would refuse now. */
    lacks: (a: string) => get<ErrorBody[]>(`/api/authorities/${id(a)}/lacks`),
    renewAuthority: (a: string, form: AuthorityForm, results: string) =>
      post<AuthorityDetail>(`/api/authorities/${id(a)}/renewal`, { form, results }),
    amendRenewal: (a: string, form: AuthorityForm, results: string) =>
      put<AuthorityDetail>(`/api/authorities/${id(a)}/renewal`, { form, results }),
    grantOrally: (caseId: string, oral: OralForm) => post<AuthorityDetail>(`/api/cases/${id(caseId)}/urgent`, oral),
    writeUp: (a: string, principles: AuthorityForm['principles']) => post<AuthorityDetail>(`/api/authorities/${id(a)}/write-up`, principles),
    /** The digest is that of the document on the screen: a decision is signed over it or not at all. */
    moveAuthority: (a: string, transition: Transition, reasons: string, digest: string, note: string | null = null) =>
      post<AuthorityDetail>(`/api/authorities/${id(a)}/${transition}`, { reasons, digest, note }),
    /** The exact text that an overseer signs with a key of his own; the reasons go as their digest. */
    overseerText: (a: string, decision: string, reasons: string) =>
      get<NoteText>(`/api/authorities/${id(a)}/note${queryText({ decision, reasons })}`),
    /** Where the overseer's kit is fetched: by the browser itself, for it may be large. */
    kitAddress: '/api/oversight/kit',
    oversight: () => get<OversightView>('/api/oversight'),
    figures: (from: string, to: string) => get<FiguresView>(`/api/oversight/figures${queryText({ from, to })}`),
    /** The transparency report of a span, as it may be published. Each asking is an act of the overseer. */
    transparency: (from: string, to: string, as: 'pdf' | 'html' | 'json') => wire.bytes(`/api/oversight/transparency${queryText({ from, to, as })}`),
    signPrinciple: (a: string, principle: Principle) =>
      post<AuthorityDetail>(`/api/authorities/${id(a)}/principles/${principle}`),
    askPermit: (a: string, purpose: string) => post<PermitView>(`/api/authorities/${id(a)}/permit`, { purpose }),
    heldPermit: () => get<PermitView>('/api/permit'),

    exhibits: () => get<ExhibitView[]>('/api/exhibits'),
    exhibit: (e: string) => get<ExhibitView>(`/api/exhibits/${id(e)}`),
    chain: (e: string) => get<CustodyEntry[]>(`/api/exhibits/${id(e)}/chain`),
    seal: (form: SealForm, onSent: (sent: number, total: number) => void) =>
      upload(wire, '/api/exhibits', form, onSent),
    generations: (e: string) => get<ReadReportView[]>(`/api/exhibits/${id(e)}/generations`),
    compareGenerations: (e: string, older: number, newer: number, from: number, size: number) =>
      get<GenerationDiff>(`/api/exhibits/${id(e)}/generations/diff?older=${older}&newer=${newer}&from=${from}&size=${size}`),
    read: (e: string) => post<JobView>(`/api/exhibits/${id(e)}/read`),
    mapping: (e: string) => get<MappingView>(`/api/exhibits/${id(e)}/mapping`),
    tryMapping: (e: string, draft: MappingDraft) => post<MappingTrial>(`/api/exhibits/${id(e)}/mapping/trial`, draft),
    keepMapping: (draft: MappingDraft) => post<ProfileView>('/api/mappings', draft),
    readMapped: (e: string, profile: string, zone: string | null) => post<JobView>(`/api/exhibits/${id(e)}/mapping/reading`, { profile, zone }),
    job: (j: string) => get<JobView>(`/api/jobs/${id(j)}`),
    async followJob(j: string, onJob: (job: JobView) => void, signal: AbortSignal): Promise<void> {
      await readMessages(await wire.stream(`/api/jobs/${id(j)}/events`, signal), (message) => {
        if (message.name === 'job') onJob(JSON.parse(message.data) as JobView);
      });
    },
    /** Follows what the team publishes, from where one left off, until the stream ends. */
    async followLive(c: string, after: string | null, onMessage: (message: ServerMessage) => void, signal: AbortSignal): Promise<void> {
      const more: Record<string, string> = after === null ? {} : { 'Last-Event-ID': after };
      await readMessages(await wire.stream(`/api/cases/${id(c)}/live`, signal, more), onMessage);
    },
    readerOf: (e: string, signal?: AbortSignal) => get<ReaderLookView>(`/api/exhibits/${id(e)}/reader`, signal),
    stopJob: (j: string) => post<JobView>(`/api/jobs/${id(j)}/stop`),
    readers: () => get<ReaderView[]>('/api/readers'),
    methods: () => get<MethodView[]>('/api/models'),
    proposeMethod: (model: string, evaluation: string) => post(`/api/models/${id(model)}/proposals`, { evaluation }),
    approveMethod: (proposal: string, reasons: string) => post(`/api/models/proposals/${id(proposal)}/approvals`, { reasons }),

    records: (query: RecordQuery, signal?: AbortSignal) => get<RecordPage>(`/api/records${queryText(query)}`, signal),
    /** The first records that a search finds, a line each, in columns. */
    lines: (query: RecordQuery, signal?: AbortSignal) => get<LinesView>(`/api/records/lines${queryText(query)}`, signal),
    /** Everything that a search finds, as a file: an export. */
    exportRecords: (query: RecordQuery, format: 'ndjson' | 'csv') => wire.bytes(`/api/records/export${queryText({ ...query, format })}`),
    searches: () => get<SavedSearch[]>('/api/searches'),
    keepSearch: (name: string, query: string) => post<SavedSearch>('/api/searches', { name, query }),
    dropSearch: (s: string) => post<SavedSearch[]>(`/api/searches/${id(s)}/drop`),
    record: (r: string) => get<RecordView>(`/api/records/${id(r)}`),
    bytes: (r: string, context: number, signal?: AbortSignal) =>
      get<ExcerptView>(`/api/records/${id(r)}/bytes?context=${context}`, signal),
    mediumBytes: (r: string, medium: number, signal?: AbortSignal) =>
      get<ExcerptView>(`/api/records/${id(r)}/media/${medium}/bytes`, signal),
    /** Where else in the case the record's media are; a search, logged as one. */
    rowsRound: (r: string, signal?: AbortSignal) => get<TableRoundView>(`/api/records/${id(r)}/rows`, signal),
    notes: (r: string, signal?: AbortSignal) => get<NoteView[]>(`/api/records/${id(r)}/notes`, signal),
    writeNote: (r: string, draft: NoteDraft) => post<NoteView[]>(`/api/records/${id(r)}/notes`, draft),
    amendNote: (r: string, n: string, draft: NoteDraft) => post<NoteView[]>(`/api/records/${id(r)}/notes/${id(n)}/versions`, draft),
    withdrawNote: (r: string, n: string, base: number, reason: string) => post<NoteView[]>(`/api/records/${id(r)}/notes/${id(n)}/withdraw`, { base, reason }),
    same: (r: string, signal?: AbortSignal) => get<SameMediaView[]>(`/api/records/${id(r)}/same`, signal),

    persons: () => get<PersonView[]>('/api/subjects'),
    quarantine: () => get<PersonView[]>('/api/subjects/quarantine'),
    citableOffences: () => get<Record<string, string>>('/api/subjects/offences'),
    addPerson: (person: PersonBody) => post<PersonView>('/api/subjects', person),
    stateSuspicion: (p: string, suspicion: SuspicionBody) => post<PersonView>(`/api/subjects/${id(p)}/suspicions`, suspicion),
    giveRole: (p: string, role: string, held: boolean, reasons: string) =>
      post<PersonView>(`/api/subjects/${id(p)}/roles`, { role, held, reasons }),
    decideSuspicion: (s: string, accepted: boolean, reasons: string) =>
      post<PersonView>(`/api/suspicions/${id(s)}/decision`, { accepted, reasons }),

    myConflicts: () => get<ConflictView[]>('/api/conflicts/mine'),
    declareConflict: (relation: string, value: string) => post<ConflictView>('/api/conflicts', { relation, value }),
    conflictHits: () => get<ConflictHitView[]>('/api/conflicts/hits'),
    seeConflict: (hit: string, note: string) => post<void>(`/api/conflicts/hits/${id(hit)}/seen`, { note }),

    askDeconfliction: (selector: string) => post<DeconflictionAnswerView>('/api/deconfliction/questions', { selector }),
    enterDeconfliction: () => post<DeconflictionEnteredView>('/api/deconfliction/entries', {}),
    deconflictionQuestions: () => get<DeconflictionQuestionView[]>('/api/deconfliction/questions'),
    deconflictionNotices: () => get<DeconflictionNoticeView[]>('/api/deconfliction/notices'),
    seeDeconfliction: (notice: string) => post<void>(`/api/deconfliction/notices/${id(notice)}/seen`, {}),
    deconflictionCovers: () => get<CoverView[]>('/api/deconfliction/covers'),
    coverCase: (caseId: string, covered: boolean, reasons: string) => post<void>('/api/deconfliction/covers', { caseId, covered, reasons }),
    deconflictionDesk: () => get<SilentQuestionView[]>('/api/deconfliction/desk'),
    decideDeconfliction: (silent: string, decision: string, reasons: string) =>
      post<void>(`/api/deconfliction/desk/${id(silent)}/decision`, { decision, reasons }),

    holds: (caseId: string) => get<HoldView[]>(`/api/cases/${id(caseId)}/holds`),
    placeHold: (caseId: string, kind: string, thing: string, of: string, reasons: string) =>
      post<HoldView>(`/api/cases/${id(caseId)}/holds`, { kind, thing, id: of, reasons }),
    confirmHold: (hold: string) => post<HoldView>(`/api/holds/${id(hold)}/confirm`),
    askLiftHold: (hold: string, reasons: string) => post<HoldView>(`/api/holds/${id(hold)}/ask-lift`, { reasons }),
    liftHold: (hold: string) => post<HoldView>(`/api/holds/${id(hold)}/lift`),
    holdAttempts: (caseId: string) => get<AttemptView[]>(`/api/cases/${id(caseId)}/holds/attempts`),
    destructions: () => get<DestructionView[]>('/api/retention'),
    orderDestruction: (caseId: string, thing: string, of: string, reasons: string) =>
      post<DestructionView>(`/api/cases/${id(caseId)}/destructions`, { thing, id: of, reasons }),
    confirmDestruction: (d: string) => post<DestructionView>(`/api/retention/${id(d)}/confirm`),

    filterWaiting: () => get<FilterWaiting[]>('/api/filter'),
    askFilterPermit: (authority: string, purpose: string) => post<FilterPermitView>('/api/filter/permits', { authority, purpose }),
    /** A filter permit is no permit of the workspace: it is named beside each request. */
    filterItems: (permit: string, from: number) => get<FilterItemView[]>(`/api/filter/items${queryText({ permit, from, size: 50 })}`),
    filterDecide: (permit: string, items: string[], decision: string, authority: string | null) =>
      post<{ decided: number }>(`/api/filter/decisions${queryText({ permit })}`, { items, decision, authority }),
    filterReleasable: (authority: string) => get<string[]>(`/api/filter/${id(authority)}/releasable`),

    accounts: () => get<AccountRow[]>('/api/accounts'),
    suggestions: () => get<SuggestionsView>('/api/suggestions'),
    judgements: () => get<JudgementView[]>('/api/judgements'),
    entities: (asOf: string | null = null) => get<EntityView[]>(`/api/entities${queryText({ asOf })}`),
    entity: (key: string) => get<EntityCardView>(`/api/entity${queryText({ key })}`),
    entityPath: (a: string, b: string) => get<JudgementView[]>(`/api/entity-path${queryText({ a, b })}`),
    previewJudging: (a: string, b: string, verdict: JudgementView['verdict']) => get<PreviewView>(`/api/judgement-preview${queryText({ a, b, verdict })}`),
    previewWithdrawing: (withdraw: string) => get<PreviewView>(`/api/judgement-preview${queryText({ withdraw })}`),
    reviewJudgement: (j: string, approved: boolean, reason: string) => post<JudgementView>(`/api/judgements/${id(j)}/review`, { approved, reason }),
    chooseLead: (account: string, reason: string) => post<LeadAccountView>('/api/leads', { account, reason }),
    withdrawLead: (l: string, reason: string) => post<LeadAccountView>(`/api/leads/${id(l)}/withdraw`, { reasons: reason, digest: null }),
    footprint: (asked: string) => get<FootprintView>(`/api/footprint${queryText({ asked })}`),
    judge: (a: string, b: string, verdict: JudgementView['verdict'], reason: string) =>
      post<JudgementView>('/api/judgements', { a, b, verdict, reason }),
    withdrawJudgement: (j: string, reason: string) =>
      post<JudgementView>(`/api/judgements/${id(j)}/withdraw`, { reasons: reason, digest: null }),

    snapshots: () => get<SnapshotSummary[]>('/api/snapshots'),
    snapshot: (s: string) => get<SnapshotView>(`/api/snapshots/${id(s)}`),
    chart: (s: string, signal?: AbortSignal) => get<ChartView>(`/api/snapshots/${id(s)}/chart`, signal),
    freeze: (form: FreezeForm) => post<SnapshotView>('/api/snapshots', form),
    measures: async (s: string) => (await get<MeasureView[]>(`/api/snapshots/${id(s)}/measures`)).map(defined),
    measure: async (s: string, method: string, seed: number) =>
      defined(await post<MeasureView>(`/api/snapshots/${id(s)}/measures`, { method, seed })),
    removal: (s: string, asked: RemovalDraft) => post<RemovalView>(`/api/snapshots/${id(s)}/removal`, asked),
    sets: (s: string, asked: SetsDraft) => post<SetsView>(`/api/snapshots/${id(s)}/sets`, asked),
    hierarchy: (s: string, seed: number) => post<HierarchyView>(`/api/snapshots/${id(s)}/hierarchy`, { seed }),
    picture: (s: string, drawn: PictureDraft) => wire.printed(`/api/snapshots/${id(s)}/picture`, drawn),

    views: () => get<SavedView[]>('/api/views'),
    keepView: (draft: SavedViewDraft) => post<SavedView>('/api/views', draft),
    keepViewAgain: (v: string, draft: SavedViewDraft) => put<SavedView>(`/api/views/${id(v)}`, draft),
    viewVersions: (view: string) => get<ViewVersion[]>(`/api/view-versions${queryText({ view })}`),
    publishView: (v: string) => post<ViewVersion>(`/api/views/${id(v)}/publish`),
    withdrawView: (v: string, version: number, reason: string) => post<ViewVersion>(`/api/views/${id(v)}/withdraw`, { version, reason }),
    dropView: (v: string) => post<SavedView[]>(`/api/views/${id(v)}/drop`),

    findings: () => get<FindingView[]>('/api/findings'),
    finding: (f: string) => get<FindingView>(`/api/findings/${id(f)}`),
    /** The scale of estimative words with which new findings begin: the agency's choice. */
    chosenScale: () => get<ChosenScale>('/api/findings/scale'),
    draftFinding: (claim: ClaimDraft) => post<FindingView>('/api/findings', claim),
    publishedFinding: (f: string) => get<PublishedFinding>(`/api/findings/${id(f)}/published`),
    /** The digest is of what the change was begun from, or of the draft whose changes were looked at. */
    amendFinding: (f: string, claim: ClaimDraft, seen: string | null) => put<FindingView>(`/api/findings/${id(f)}${queryText({ seen })}`, claim),
    submitFinding: (f: string, seen: string) => post<FindingView>(`/api/findings/${id(f)}/submit${queryText({ seen })}`),
    reviewFinding: (f: string, decision: 'ACCEPT' | 'RETURN', reasons: string, digest: string) =>
      post<FindingView>(`/api/findings/${id(f)}/review`, { decision, reasons, digest }),
    withdrawFinding: (f: string, reasons: string) =>
      post<FindingView>(`/api/findings/${id(f)}/withdraw`, { reasons, digest: null }),
    findingRemarks: (claim: ClaimDraft) => post<RemarkView[]>('/api/findings/remarks', claim),
    findingOrigins: (f: string) => get<OriginsView>(`/api/findings/${id(f)}/origins`),
    correctFinding: (f: string, reasons: string) => post<FindingView>(`/api/findings/${id(f)}/correct`, { reasons }),
    signFinding: (f: string) => post<FindingView>(`/api/findings/${id(f)}/sign`),

    duty: () => get<DutyView>(DUTY_PATH),
    /** The proof is of this device's key, over the request itself. */
    goOnDuty: (draft: DutyDraft, proof: string) => wire.proved<DutyView>(DUTY_PATH, draft, proof),
    endDuty: () => post<DutyView>('/api/duty/end'),
    devices: () => get<DeviceView[]>('/api/devices'),
    approveDevice: (d: string) => post<DeviceView[]>(`/api/devices/${id(d)}/approve`),
    revokeDevice: (d: string) => post<DeviceView[]>(`/api/devices/${id(d)}/revoke`),

    recipients: () => get<RecipientRow[]>('/api/recipients'),
    registerRecipient: (draft: RecipientDraft) => post<RecipientRow>('/api/recipients', draft),
    agreements: () => get<AgreementView[]>('/api/agreements'),
    agree: (draft: AgreementDraft) => post<AgreementView>('/api/agreements', draft),
    suspendAgreement: (a: string) => post<AgreementView[]>(`/api/agreements/${id(a)}/suspend`),
    exportsOf: () => get<ExportsView>('/api/exports'),
    askLeave: (exports: number, reason: string, password: string) =>
      post<LeaveView>('/api/exports/leave', { exports, reason, password }),
    approveLeave: (l: string, password: string) => post<LeaveView>(`/api/exports/leave/${id(l)}/approve`, { password }),
    stopLeave: (l: string) => post<ExportsView>(`/api/exports/leave/${id(l)}/stop`),
    calledBack: () => get<CalledBackView[]>('/api/recalls'),
    callBack: (d: string, reasons: string) => post<NoticeView>(`/api/disclosures/${id(d)}/recall`, { reasons, digest: null }),
    trace: (mark: string) => post<DisclosureView>('/api/disclosures/trace', { mark }),

    disclosures: () => get<DisclosureView[]>('/api/disclosures'),
    release: (form: ReleaseForm) => post<DisclosureView>('/api/disclosures', form),
    templates: () => get<TemplateView[]>('/api/templates'),
    /** Pictures that cited records carry and that would leave with these findings. */
    goingPictures: (form: ReleaseForm) => post<CarriedPicture[]>('/api/disclosures/pictures', { findings: form.findings, template: form.template ?? '', withhold: form.withhold ?? false }),
    previewRelease: (form: ReleaseForm) => post<ReleasePreview>('/api/disclosures/preview', form),
    redactionReasons: () => get<RedactionReason[]>('/api/redactions/reasons'),
    redactions: () => get<MarkView[]>('/api/redactions'),
    redact: (draft: MarkDraft) => post<MarkView>('/api/redactions', draft),
    unredact: (m: string) => post<MarkView[]>(`/api/redactions/${id(m)}/withdraw`),
    markable: (f: string) => get<MarkableView>(`/api/findings/${id(f)}/markable`),
    exhibitPicture: (e: string) => wire.bytes(`/api/exhibits/${id(e)}/picture`),
    /** A picture that a record carries; it is named by the record's id, a stroke and the medium's number. */
    carriedPicture: (picture: string) => {
      const [record = '', medium = ''] = picture.split('/');
      return wire.bytes(`/api/records/${id(record)}/media/${id(medium)}/picture`);
    },
    bundle: (d: string) => wire.bytes(`/api/disclosures/${id(d)}/bundle`),
    report: (d: string) => wire.bytes(`/api/disclosures/${id(d)}/report`),
    bag: (d: string) => wire.bytes(`/api/disclosures/${id(d)}/bag`),
    portable: (d: string) => wire.bytes(`/api/disclosures/${id(d)}/portable`),
    timestamps: () => get<StampView[]>('/api/timestamps'),
    askTimestamp: (d: string) => post<StampView>(`/api/disclosures/${id(d)}/timestamps`),
    bringTimestamp: (d: string, answer: Blob) => wire.send<StampView>(`/api/disclosures/${id(d)}/timestamps/answers`, answer),
    timestampRequest: (s: string) => wire.bytes(`/api/timestamps/${id(s)}/request`),
    timestampAnswer: (s: string) => wire.bytes(`/api/timestamps/${id(s)}/answer`),

    law: () => get<LawView>('/api/law'),
    lawHistory: () => get<LawChangeView[]>('/api/law/history'),
    lawText: (kind: string, digest: string) => get<LawTextView>(`/api/law/${id(kind)}/${id(digest)}`),
    /** Proposes what the program ships in the place of a law in force that is behind it. */
    updateLaw: (kind: string, reasons: string) => post<LawChangeView[]>('/api/law/update', { kind, reasons }),
    proposeLaw: (form: LawProposal) => post<LawChangeView>('/api/law/changes', form),
    /** The exact text that an overseer signs where the key is. */
    lawNote: (c: string, decision: LawDecision) => post<NoteText>(`/api/law/changes/${id(c)}/note`, decision),
    decideLaw: (c: string, decision: LawDecision) => post<LawChangeView>(`/api/law/changes/${id(c)}/decision`, decision),
    stopLaw: (c: string, reasons: string) => post<LawChangeView>(`/api/law/changes/${id(c)}/stop`, { reasons }),

    process: () => get<ProcessView>('/api/helpdesk'),
    playbooks: () => get<PlaybookView[]>('/api/helpdesk/playbooks'),
    advice: (c: string, ask: AskForm) => post<AdviceView>(`/api/cases/${id(c)}/advice`, ask),
    emergencies: () => get<EmergencyUseView>('/api/helpdesk/emergencies'),
    requests: (c: string) => get<RequestView[]>(`/api/cases/${id(c)}/requests`),
    request: (c: string, r: string) => get<RequestView>(`/api/cases/${id(c)}/requests/${id(r)}`),
    takeInRequest: (c: string, ask: AskForm) => post<RequestView>(`/api/cases/${id(c)}/requests`, ask),
    draftRequest: (c: string, r: string, draft: ProcessDraft) => put<RequestView>(`/api/cases/${id(c)}/requests/${id(r)}/draft`, draft),
    processDeed: (c: string, r: string, deed: DeedName, words: Record<string, string>) =>
      post<RequestView>(`/api/cases/${id(c)}/requests/${id(r)}/deeds/${deed}`, { words }),
    due: (c: string) => get<DeadlineView[]>(`/api/cases/${id(c)}/due`),
    paper: (c: string, r: string, kind: string) => wire.bytes(`/api/cases/${id(c)}/requests/${id(r)}/papers/${id(kind)}`),
    takeReturn: (r: string, file: File, paper: { providerHash: string; custodian: string; certificate: string; partial: boolean }) =>
      wire.send<JobView>(`/api/returns/${id(r)}${queryText({ name: file.name, ...paper })}`, file),

    ledger: () => get<LedgerView>('/api/ledger'),
    /** Newest first; of one case, or for the overseer of all. */
    acts: (caseId: string | null, before: number | null, limit: number) => get<ActView[]>(`/api/acts${queryText({ caseId, before, limit })}`),
    proof: (leaf: number) => get<ActProof>(`/api/acts/${leaf}/proof`),
  };
}

export type Api = ReturnType<typeof createApi>;

export type Upload = (
  wire: Wire,
  path: string,
  form: SealForm,
  onSent: (sent: number, total: number) => void,
) => Promise<JobView>;

/**
 * Sends bytes as they are, with what is said of them in the address: the server seals them as they arrive, so that
 * no copy in clear lies on its disk. The old request object is used because only it tells how much has gone.
 */
export const uploadByRequest: Upload = async (wire, path, form, onSent) => {
  const { how, source, note, read } = form;
  const address = path + queryText({ name: form.file.name, how, source, note, read });
  const headers = { ...wire.headers(true), ...(await wire.proof('POST', address)) };
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (progress) => onSent(progress.loaded, progress.total);
    request.onerror = () => reject(wire.fail(0, JSON.stringify(BROKEN_UPLOAD), path));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as JobView);
      else reject(wire.fail(request.status, request.responseText, path));
    };
    request.send(form.file);
  });
};

const BROKEN_UPLOAD: ErrorBody = {
  code: 'SX-WEB-UPLOAD',
  what: 'The connection broke while the bytes were being sent.',
  place: '/api/exhibits',
  value: '',
  cure: 'Nothing was sealed. Check the connection and the largest size the server takes, then send it again.',
};
