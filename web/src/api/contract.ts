/*
 * The HTTP contract as the workspace reads it. Names are the glossary's. `npm run types` writes what
 * the running server states of itself into schema.d.ts, to compare with this page.
 */
export interface ErrorBody { code: string; what: string; place: string; value: string; cure: string }

export interface Session { signedIn: boolean; actor: Person | null; version: string; training: boolean; trainingLogins: string[]; banner: string | null }
export interface Person { id: string; login: string; name: string; roles: Role[] }
export type Role = 'ANALYST' | 'AUTHORISING_OFFICER' | 'OVERSEER' | 'ADMINISTRATOR'

export interface CaseSummary { id: string; number: string; name: string; opened: string; authorities: AuthoritySummary[] }
export interface AuthoritySummary { id: string; version: number; state: AuthorityState; instrument: string; number: string; businessCase: BusinessCase; opFrom: string; opTo: string; onTeam: boolean; mayAsk: boolean }
export type AuthorityState = 'DRAFT'|'SUBMITTED'|'RETURNED'|'REFUSED'|'APPROVED'|'OVERSIGHT_PENDING'|'ACTIVE'|'ACTIVE_URGENT'|'SUSPENDED'|'RENEWAL_PENDING'|'EXPIRED'|'CANCELLED'|'LAPSED'|'CLOSING'|'CLOSED'|'QUASHED'
export type BusinessCase = 'SHORT_TERM_THREAT'|'HIGH_RISK_IDENTIFICATION'|'HIGH_RISK_IMMINENCE'|'ORGANISED_CRIME_NETWORK'|'CRIME_INVESTIGATION'

export type Principle = 'CAUSE' | 'MOTIVE' | 'NECESSITY' | 'RIGHT' | 'LAST_RESORT' | 'PROSPECT'
export interface PrinciplesView { cause: string; motive: string; interests: string; necessity: string; proportionality: string; collateral: string; right: string; validation: string; lastResort: string; tried: string[]; prospect: string; stopCriteria: string }
export interface AuthorityForm { jurisdiction: string; instrument: string; number: string; issuer: string; offence: string; businessCase: BusinessCase; principles: PrinciplesView;
  selectors: string[] /* "email:a@b", "platform_id@telegram:123", "group@telegram:99" */; platforms: string[]; contentFrom: string; contentTo: string; opFrom: string; opTo: string;
  maxLevel: number; methods: string[]; hopLimit: number; quota: { items: number; subjects: number; views: number } /* 0 is no bound */; team: string[] /* person ids */; reviewEveryDays: number; handling: string; retentionDays: number; flags: string[] }
export interface ApprovalView { at: string; actor: string; role: string; decision: string; reasons: string; current: boolean /* false once the document has changed */ }
export interface HistoryEntry { at: string; actor: string; from: string; to: string; reasons: string; leaf: number }
export interface AuthorityDetail { id: string; caseId: string; version: number; state: AuthorityState; applicant: Person; digest: string; needsOversight: boolean; signed: string[] /* principles */; allowed: string[] /* what this person may do now */;
  form: AuthorityForm; approvals: ApprovalView[]; history: HistoryEntry[] }

export interface PermitView { id: string; caseId: string; caseNumber: string; caseName: string; authorityId: string; authorityVersion: number; purpose: string; expires: string; selectors: string[]; platforms: string[]; contentFrom: string|null; contentTo: string|null; maxLevel: number }

export interface ExhibitView { id: string; number: string /* E-7 */; name: string; bytes: number; sha256: string; how: string; source: string; note: string; sealedBy: string; sealedAt: string; reading: ReadReportView | null }
export interface ReadReportView { generation: number; reader: string; at: string; counts: Counts; notes: {code: string; what: string}[]; faults: {code: string; what: string; place: string}[]; unknown: {section: string; count: number}[] }
export interface Counts { items: number; read: number; sealed: number; faults: number; unknown: number; ignored: number; balanced: boolean; byKind: Record<string, number>; sealedBy: Record<string, number> }
export interface CustodyEntry { at: string; actor: string; event: string; detail: string; leaf: number }
export interface JobView { id: string; kind: 'SEAL'|'READ'|'FREEZE'|'MEASURE'|'RELEASE'; state: 'RUNNING'|'DONE'|'FAILED'; doneUnits: number; totalUnits: number; unit: string; rate: number /* units/s */; secondsLeft: number|null; message: string; error: ErrorBody|null; result: string|null /* id of what it made */ }

export interface RecordPage { total: number; offset: number; items: RecordView[]; sealed: number /* records of this case sealed off, a count only */; facets: { kind: Facet[]; platform: Facet[] } }
export interface Facet { value: string; count: number }
export interface AccountView { key: string; platform: string; shownAs: string; handle: string|null; basis: string; entity: string|null }
export interface RecordView { id: string; kind: string; platform: string; time: string|null; timeText: string; timeBasis: string; acquired: string; author: AccountView|null; others: AccountView[]; conversation: {key: string; title: string; kind: string}|null; text: string; highlights: string[] /* fragments with ranges marked by U+E000 / U+E001 */; media: {name: string; type: string|null; part: string|null}[]; extra: Record<string,string>; details: Record<string,string>; exhibit: {id: string; number: string; name: string}; locator: LocatorView }
export interface LocatorView { exhibit: string /* sha256 */; part: string; from: number; to: number; pointer: string; text: string }
export interface ExcerptView { part: string; partBytes: number; from: number; to: number; contextFrom: number; contextTo: number; text: string|null /* UTF-8 if it decodes */; base64: string; highlight: { from: number; to: number } /* byte offsets inside base64 */; sha256: string }

export interface AccountRow { key: string; platform: string; basis: string; handles: string[]; names: string[]; selectors: {selector: string; verified: boolean}[]; records: number; first: string|null; last: string|null; entity: string }
export interface SuggestionView { a: AccountRow; b: AccountRow; reasons: { what: string; value: string; records: string[] }[] }
export interface JudgementView { id: string; a: string; b: string; verdict: 'SAME'|'DIFFERENT'|'UNSURE'; reason: string; by: string; at: string; withdrawn: boolean; withdrawnReason: string|null; leaf: number }
export interface EntityView { key: string; label: string; accounts: AccountRow[]; conflicts: string[] }

export interface SnapshotSummary { id: string; kinds: string[]; from: string|null; to: string|null; minimumRecords: number; directed: boolean; nodes: number; ties: number; recordsUsed: number; recordsNotUsed: number; at: string; digest: string }
export interface SnapshotView { summary: SnapshotSummary; legend: { index: number; entity: string; label: string; accounts: string[]; platforms: string[] }[]; tieList: { from: number; to: number; weight: number; kinds: Record<string, number>; first: string|null; last: string|null; records: string[] }[] }
export interface MeasureView { id: string; snapshot: string; method: string; seed: number; values: number[] /* by node index */; ranks: { rank: number; low: number; high: number }[] /* 5-95 % rank when ties are missing */; summary: Record<string,string>; card: string; at: string }

export interface ClaimDraft { title: string; text: string; type: 'FACT'|'REPORTED'|'ASSESSMENT'; gradeScheme: 'UK-3x5x2'|'ADMIRALTY'; gradeCode: string; method: string; supports: { record: string; note: string }[]; counterSupports: { record: string; note: string }[]; noCounterSupport: string; alternatives: string[]; snapshot: string|null; measures: string[]; entities: string[] }
export interface FindingView { id: string; number: number; state: 'DRAFT'|'IN_REVIEW'|'RETURNED'|'SIGNED'|'WITHDRAWN'; claim: ClaimDraft; supports: SupportView[]; counterSupports: SupportView[]; author: string; reviewer: string|null; reviewReasons: string|null; digest: string; gradeWords: string; signatures: { name: string; role: string }[]; allowed: string[]; warnings: { code: string; what: string }[] }
export interface SupportView { record: string; exhibit: string; locator: string; excerpt: string; note: string; time: string|null; author: string|null }

export interface DisclosureView { id: string; title: string; recipient: { name: string; organisation: string; need: string; agreement: string }; findings: string[]; at: string; by: string; sha256: string; bytes: number; verified: boolean }

export interface LedgerView { origin: string; size: number; root: string; checkpoint: string; cosignedBy: string[]; checkedAt: string }
export interface ActView { leaf: number; at: string; kind: string; step: string; actor: string; caseId: string|null; authority: string|null; outcome: string|null; detail: Record<string,string> }
